"""The search page in a reader's hands: typing, narrowing, going back, more answers, nothing found, no script."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
        page.wait_for_selector("#ket-qua[data-state=xong]", state="attached")
        assert page.input_value("select[name=loai]") == ""
        page.go_back()
        expect(page.locator("#tt-q")).to_have_value("hoi giang")
        page.wait_for_selector("#ket-qua[data-state=xong]", state="attached")
        assert answers(page) == before


def test_newest_first(reader: Reader) -> None:
    with searching(reader, "?q=thi+dua&sap-xep=ngay") as visit:
        days = [text[:10] for text in visit.page.locator("#ket-qua .tt-soft").all_inner_texts() if text[2:3] == "/"]
        assert len(days) > 3
        assert days == sorted(days, key=lambda day: day[6:] + day[3:5] + day[:2], reverse=True)


def test_more_answers_take_the_keyboard_along(reader: Reader) -> None:
    with searching(reader, "?q=thi+dua") as visit:
        assert len(answers(visit.page)) == 10
        visit.page.get_by_role("button", name="Xem thêm").press("Enter")
        expect(visit.page.locator("#ket-qua li")).to_have_count(20)
        assert visit.page.evaluate("document.activeElement === document.querySelectorAll('#ket-qua a')[10]")


def test_nothing_found_leads_on(reader: Reader) -> None:
    with searching(reader, "?q=zzzz") as visit:
        expect(visit.page.get_by_role("status")).to_have_text("Không tìm thấy trang nào.")
        expect(visit.page.get_by_role("heading", name="Cách khác để tìm")).to_be_visible()
        visit.page.get_by_role("link", name="Sơ đồ trang").first.click()
        assert visit.page.url.endswith("/so-do-trang/")


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
        assert "không chạy JavaScript" in page.inner_text("noscript")
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


@pytest.mark.parametrize("state", ["gone", "other"])
def test_a_portal_that_cannot_be_searched_is_told(
    site: BuiltSite, browser: Browser, tmp_path: Path, state: str
) -> None:
    folder = shutil.copytree(site.folder, tmp_path / "site")
    page = folder / "tim-kiem/index.html"
    page.write_text(
        page.read_text("utf-8").replace(
            "</ul>\n</div>", '<li data-index="../khac/tim-kiem/">Sở Khác</li></ul>\n</div>', 1
        ),
        "utf-8",
    )
    if state == "other":
        shutil.copytree(folder / "tim-kiem", folder / "khac/tim-kiem")
        start = folder / "khac/tim-kiem/chi-muc.json"
        start.write_text(start.read_text("utf-8").replace('"format":1', '"format":2'), "utf-8")
    with serve(folder) as home, searching(Reader(browser, home), "?q=bau+cu") as visit:
        told = visit.page.get_by_role("alert")
        expect(told).to_contain_text("Không tìm được trong: Sở Khác")
        expect(told).to_contain_text("phiên bản chỉ mục khác" if state == "other" else "không đọc được chỉ mục")
        assert answers(visit.page)
