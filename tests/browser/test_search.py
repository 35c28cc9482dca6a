"""The search page in a reader's hands: typing, narrowing, going back, more answers, nothing found, no script."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.built_site import BuiltSite
from tests.browser.reader import Reader, Visit
from tests.browser.server import serve

MOST_BYTES = 60_000


@contextmanager
def searching(reader: Reader, address: str = "", width: int = 1280) -> Iterator[Visit]:
    with reader.visit(f"/tim-kiem/{address}", width=width, still=True) as visit:
        if "q=" in address:
            visit.page.wait_for_selector("#ket-qua[data-state=xong]", state="attached")
        yield visit


def answers(page: Page) -> list[str]:
    return page.locator("#ket-qua a").all_inner_texts()


def settled(page: Page, text: str) -> None:
    """Wait for the answers to a changed question; `text` is what the address says of it then."""
    page.wait_for_url(f"**{text}*")
    page.wait_for_selector("#ket-qua[data-state=xong]", state="attached")


def test_an_address_can_be_shared(reader: Reader) -> None:
    with searching(reader, "?q=ke+hoach+bau+cu&loai=ke-hoach&nam=2021") as visit:
        assert visit.page.input_value("#tt-q") == "ke hoach bau cu"
        assert visit.page.input_value("select[name=loai]") == "ke-hoach"
        found = answers(visit.page)
        assert len(found) >= 3
        assert all(title.startswith("Kế hoạch số") for title in found)
        expect(visit.page.get_by_role("status")).to_have_text(f"{len(found)} kết quả.")
        visit.page.locator("#ket-qua a").first.click()
        expect(visit.page.locator("h1")).to_contain_text("bầu cử")


def test_matches_are_marked_with_their_accents(reader: Reader) -> None:
    with searching(reader, "?q=bau+cu") as visit:
        marks = {text.lower() for text in visit.page.locator("#ket-qua mark").all_inner_texts()}
        assert "bầu cử" in marks
        # "cu" may yet become "của" or "cuộc", but not where the whole word is found.
        assert not {"của", "cuộc", "cuộc bầu cử"} & marks


@pytest.mark.parametrize("query", ["số 128", "so 128", "128", "128/", "ke hoach so 128", "so 128 kh tct", "128khtct"])
def test_a_number_finds_the_document_that_bears_it_before_those_that_cite_it(reader: Reader, query: str) -> None:
    with searching(reader, f"?q={quote(query)}") as visit:
        assert answers(visit.page)[0].startswith("Kế hoạch số 128/KH-TCT")


@pytest.mark.parametrize("narrowed", ["", "&sap-xep=ngay", "&loai=ke-hoach", "&loai=tin-tuc"])
def test_who_types_the_number_of_no_paper_is_told(reader: Reader, narrowed: str) -> None:
    """Also of one that is here, where its answer was narrowed away: that it is not here would be wrong."""
    told = "Ở đây không có văn bản nào mang số “16/KH-TCT”"
    with searching(reader, f"?q=16/KH-TCT{narrowed}") as visit:
        expect(visit.page.get_by_role("status")).to_contain_text(told)
        assert answers(visit.page)
    with searching(reader, f"?q=128/KH-TCT{narrowed}") as visit:
        expect(visit.page.get_by_role("status")).to_contain_text("kết quả")
        expect(visit.page.get_by_role("status")).not_to_contain_text("không có văn bản")


def test_typing_searches_and_the_way_back_leads_through_what_was_asked(reader: Reader) -> None:
    with searching(reader) as visit:
        page = visit.page
        page.locator("#tt-q").press_sequentially("hoi giang")
        settled(page, "q=hoi+giang")
        before = answers(page)
        assert before
        page.locator("#tt-q").fill("12/KH-TCT")
        page.keyboard.press("Enter")
        settled(page, "q=12%2FKH-TCT")
        assert answers(page)[0].startswith("Kế hoạch số 12/KH-TCT")
        page.select_option("select[name=loai]", "ke-hoach")
        settled(page, "loai=ke-hoach")
        page.go_back()
        expect(page.locator("select[name=loai]")).to_have_value("")
        page.wait_for_selector("#ket-qua[data-state=xong]", state="attached")
        page.go_back()
        expect(page.locator("#tt-q")).to_have_value("hoi giang")
        page.wait_for_selector("#ket-qua[data-state=xong]", state="attached")
        assert answers(page) == before


def test_who_quotes_a_phrase_loads_what_looks_for_it(reader: Reader) -> None:
    """Nobody else does."""
    for query, is_quoted in (('"phong trào thi đua"', True), ("phong trào thi đua", False)):
        with searching(reader, f"?q={quote(query)}") as visit:
            loaded = [request.url for request in visit.requests if "/search/phrases." in request.url]
            assert bool(loaded) is is_quoted
            assert "phong trào thi đua" in visit.page.inner_text("#ket-qua li:first-child").lower()


def test_newest_first(reader: Reader) -> None:
    with searching(reader, "?q=thi+dua&sap-xep=ngay") as visit:
        lines = visit.page.locator("#ket-qua .tt-soft").all_inner_texts()
        days = [day[0] for line in lines if (day := re.search(r"\d\d/\d\d/\d{4}(?= ·)", line))]
        assert len(days) > 3
        assert days == sorted(days, key=lambda day: day[6:] + day[3:5] + day[:2], reverse=True)


def test_a_document_that_was_replaced_says_so_and_stands_behind_the_one_in_force(reader: Reader) -> None:
    with searching(reader, "?q=quy+che+trang+thong+tin+dien+tu") as visit:
        first, second = visit.page.locator("#ket-qua > li").all()[:2]
        expect(first.locator("a")).to_contain_text("17/QC-TCT")
        expect(second.locator("a")).to_contain_text("08/QC-TCT")
        expect(first.locator(".tt-soft")).not_to_contain_text("thay thế")
        expect(second.locator(".tt-soft")).to_contain_text("Đã bị thay thế")


def test_more_answers_take_the_keyboard_along(reader: Reader) -> None:
    with searching(reader, "?q=thi+dua") as visit:
        assert len(answers(visit.page)) == 10
        visit.page.get_by_role("button", name="Xem thêm").press("Enter")
        expect(visit.page.locator("#ket-qua li")).to_have_count(20)
        assert visit.page.evaluate("document.activeElement === document.querySelectorAll('#ket-qua a')[10]")
        visit.page.evaluate(
            "new Promise(done => {"
            " addEventListener('popstate', () => setTimeout(done), {once: true}); location.hash = 'noi-dung'; })"
        )
        visit.page.wait_for_selector("#ket-qua[data-state=xong]", state="attached")
        expect(visit.page.locator("#ket-qua li")).to_have_count(20)  # a way to a part of the page is no other question


def test_nothing_found_leads_on(reader: Reader) -> None:
    with searching(reader, "?q=zzzz") as visit:
        expect(visit.page.get_by_role("status")).to_have_text("Không tìm thấy trang nào.")
        expect(visit.page.get_by_role("heading", name="Cách khác để tìm")).to_be_visible()
        visit.page.get_by_role("link", name="Sơ đồ trang").first.click()
        visit.page.wait_for_url("**/so-do-trang/")


def test_words_typed_without_spaces_are_offered_with_them(reader: Reader) -> None:
    with searching(reader, "?q=kehoachbaucu") as visit:
        expect(visit.page.get_by_role("status")).to_contain_text("Ý bạn là ke hoach bau cu?")
        visit.page.get_by_role("status").get_by_role("link").click()
        settled(visit.page, "q=ke+hoach+bau+cu")
        assert answers(visit.page)
        expect(visit.page.get_by_role("status")).not_to_contain_text("Ý bạn là")


def test_every_page_leads_to_the_answers(reader: Reader) -> None:
    with reader.visit("/van-ban/2021/12-kh-tct/", width=320) as visit:
        box = visit.page.get_by_role("searchbox")
        box.fill("bầu cử")
        box.press("Enter")
        visit.await_answers()
        assert "/tim-kiem/?q=b%E1%BA%A7u+c%E1%BB%AD" in visit.page.url
        assert answers(visit.page)


def test_without_a_script_the_lists_stand_there(reader: Reader, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(f"{reader.home}/tim-kiem/?q=x")
        assert "tắt JavaScript, hoặc đã quá cũ" in page.inner_text("main")
        assert page.get_by_role("link", name="Tin tức").count() >= 2
        assert not page.locator("#tt-controls").is_visible()
    finally:
        context.close()


def test_first_answers_are_light(reader: Reader) -> None:
    with searching(reader, "?q=ke+hoach+bau+cu+dai+bieu+quoc+hoi") as visit:
        page_itself = visit.requests[0].sizes()["responseBodySize"]
        assert len(answers(visit.page)) == 10
        assert visit.transferred(pictures=False) - page_itself <= MOST_BYTES


def test_text_of_a_page_is_never_markup(site: BuiltSite, browser: Browser, tmp_path: Path) -> None:
    folder = shutil.copytree(site.folder, tmp_path / "site")
    for file in (folder / "tim-kiem/chi-muc/trich").iterdir():
        text = file.read_text("utf-8")
        file.write_text(
            text.replace('"line":"', '"line":"<img src=x onerror=alert(1)>').replace("bầu", "<b>bầu</b>"), "utf-8"
        )
    with serve(folder) as home, searching(Reader(browser, home), "?q=bau+cu") as visit:
        assert visit.page.locator("#ket-qua img, #ket-qua b").count() == 0
        assert "<b>" in visit.page.inner_text("#ket-qua")


@pytest.mark.parametrize("value", ["con-hieu-luc", "het-hieu-luc", "khong-xet"])
def test_force_has_the_same_address_as_in_the_library(reader: Reader, value: str) -> None:
    with searching(reader, f"?hieu-luc={value}") as visit:
        page = visit.page
        page.wait_for_selector("#ket-qua[data-state=xong]", state="attached")
        option = page.locator(f"select[name=hieu-luc] option[value={value}]").inner_text()
        page.goto(f"{reader.home}/van-ban/?hieu-luc={value}")
        page.wait_for_selector("#loc[data-state=xong]", state="attached")
        assert page.locator(f"select[name=hieu-luc] option[value={value}]").inner_text() == option
        assert not option.endswith("(0)")


@pytest.mark.parametrize("name", ["fbclid", "linh-vuc", "trang", "constructor"])
def test_names_of_others_in_the_address_ask_nothing(reader: Reader, name: str) -> None:
    with searching(reader, f"?{name}=x") as visit:
        expect(visit.page.locator("#tt-status")).to_contain_text("Gõ từ cần tìm")
        assert answers(visit.page) == []
        expect(visit.page.get_by_role("heading", name="Cách khác để tìm")).to_be_visible()


def test_a_space_ends_the_last_word(reader: Reader) -> None:
    with searching(reader) as visit:
        field = visit.page.locator("#tt-q")
        field.fill("bầu c")
        settled(visit.page, "q=b%E1%BA%A7u+c")
        assert "bầu cử" in {text.lower() for text in visit.page.locator("#ket-qua mark").all_inner_texts()}
        field.fill("bầu c ")
        visit.page.wait_for_url(re.compile(r"c\+$"))
        visit.page.wait_for_selector("#ket-qua[data-state=xong]", state="attached")
        assert "bầu cử" not in {text.lower() for text in visit.page.locator("#ket-qua mark").all_inner_texts()}
        expect(field).to_have_value("bầu c ")
