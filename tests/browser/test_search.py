"""The search page in a reader's hands: typing, narrowing, going back, more answers, nothing found, no script."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Route, expect

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
        start.write_text(start.read_text("utf-8").replace('"format":2', '"format":3'), "utf-8")
    with serve(folder) as home, searching(Reader(browser, home), "?q=bau+cu") as visit:
        told = visit.page.get_by_role("alert")
        expect(told).to_contain_text("Không tìm được trong: Sở Khác")
        expect(told).to_contain_text("phiên bản chỉ mục khác" if state == "other" else "không đọc được chỉ mục")
        assert answers(visit.page)


NO_INDEX = "Chưa đọc được chỉ mục tìm kiếm."


def abort(route: Route) -> None:
    route.abort()


def uncaught(page: Page) -> list[str]:
    """Errors that no part of the page took care of, from now on."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.mark.parametrize(
    "files", ["**/tim-kiem/chi-muc.json*", "**/chi-muc/tu/*", "**/chi-muc/**", "**/chi-muc/trich/*"]
)
def test_an_index_that_cannot_be_read_is_told_and_tried_again(reader: Reader, files: str) -> None:
    with searching(reader) as visit:
        page, errors = visit.page, uncaught(visit.page)
        page.route(files, abort)
        page.locator("#tt-q").fill("bầu cử")
        page.wait_for_selector("#ket-qua[data-state=loi]", state="attached")
        expect(page.locator("#tt-status")).to_contain_text(NO_INDEX)
        expect(page.get_by_role("heading", name="Cách khác để tìm")).to_be_visible()
        page.unroute(files)
        page.keyboard.press("Enter")
        page.wait_for_selector("#ket-qua[data-state=xong]", state="attached")
        assert answers(page)
        expect(page.locator("#tt-failed")).to_be_hidden()
        assert errors == []


def test_an_error_leaves_no_button_for_more_of_what_is_gone(reader: Reader) -> None:
    with searching(reader, "?q=thi+dua") as visit:
        visit.page.route("**/chi-muc/**", abort)
        visit.page.locator("#tt-q").fill("bầu cử")
        visit.page.wait_for_selector("#ket-qua[data-state=loi]", state="attached")
        expect(visit.page.locator("#tt-more")).to_be_hidden()


def test_more_asked_for_twice_comes_once_and_in_order(reader: Reader) -> None:
    with searching(reader, "?q=thi+dua") as visit:
        visit.page.evaluate("() => { const more = document.getElementById('tt-more'); more.click(); more.click(); }")
        expect(visit.page.locator("#ket-qua li")).to_have_count(20)
        visit.page.wait_for_load_state("networkidle")
        found = answers(visit.page)
        assert len(found) == 20
        visit.page.get_by_role("button", name="Xem thêm").click()
        expect(visit.page.locator("#ket-qua li")).not_to_have_count(20)
        links = visit.page.locator("#ket-qua a").evaluate_all("all => all.map(link => link.href)")
        assert len(set(links)) == len(links) > 20
        assert answers(visit.page)[:20] == found


def test_nothing_more_of_the_last_question_while_the_next_is_asked(reader: Reader) -> None:
    held: list[Route] = []
    is_held = True

    def hold(route: Route) -> None:
        if is_held:
            held.append(route)
        else:
            route.continue_()

    with searching(reader, "?q=thi+dua") as visit:
        more = visit.page.locator("#tt-more")
        expect(more).to_be_enabled()
        visit.page.route("**/chi-muc/trich/*", hold)
        visit.page.select_option("#tt-order", "ngay")
        visit.page.wait_for_url("**sap-xep=ngay*")
        expect(more).to_be_disabled()
        is_held = False
        for route in held:
            route.continue_()
        visit.page.wait_for_selector("#ket-qua[data-state=xong]", state="attached")
        assert len(answers(visit.page)) == 10
        expect(more).to_be_enabled()


def test_more_that_cannot_be_loaded_is_told(reader: Reader) -> None:
    with searching(reader, "?q=thi+dua") as visit:
        page, errors = visit.page, uncaught(visit.page)
        counted = page.inner_text("#tt-status")
        page.route("**/chi-muc/trich/*", abort)
        page.locator("#tt-more").press("Enter")
        expect(page.locator("#tt-status")).to_contain_text("Chưa tải được thêm kết quả.")
        assert len(answers(page)) == 10
        assert page.evaluate("document.activeElement.id") == "tt-more"
        page.unroute("**/chi-muc/trich/*")
        page.keyboard.press("Enter")
        expect(page.locator("#ket-qua li")).to_have_count(20)
        expect(page.locator("#tt-status")).to_have_text(counted)
        assert errors == []


def publish_anew(folder: Path) -> set[str]:
    """Another build of the same index, whose titles say so; the versions of the former files."""
    index = folder / "tim-kiem"
    former = set()
    for file in (index / "chi-muc").rglob("*.json"):
        data = json.loads(file.read_text("utf-8"))
        former.add(data["build"])
        title = {"title": f"Mới: {data['title']}"} if "title" in data else {}
        file.write_text(json.dumps({**data, **title, "build": "_____"}), "utf-8")
    start = json.loads((index / "chi-muc.json").read_text("utf-8"))
    versions = {kind: "_" * len(each) for kind, each in start["versions"].items()}
    (index / "chi-muc.json").write_text(json.dumps({**start, "build": "_____", "versions": versions}), "utf-8")
    return former


@pytest.mark.parametrize("former_files", ["replaced", "gone"])
@pytest.mark.parametrize("asked", ["more", "order"])
def test_a_portal_published_anew_is_asked_anew(
    site: BuiltSite, browser: Browser, tmp_path: Path, asked: str, former_files: str
) -> None:
    folder = shutil.copytree(site.folder, tmp_path / "site")
    with serve(folder) as home, searching(Reader(browser, home), "?q=thi+dua") as visit:
        page, errors = visit.page, uncaught(visit.page)
        former = publish_anew(folder)
        if former_files == "gone":
            page.route(re.compile(rf"\.json\?v=({'|'.join(former)})$"), lambda route: route.fulfill(status=404))
        if asked == "more":
            page.get_by_role("button", name="Xem thêm").press("Enter")
            expect(page.locator("#ket-qua li")).to_have_count(20)
            assert page.evaluate("document.activeElement === document.querySelectorAll('#ket-qua a')[10]")
        else:
            page.select_option("#tt-order", "ngay")
            settled(page, "sap-xep=ngay")
            assert len(answers(page)) == 10
        assert all(title.startswith("Mới: ") for title in answers(page))
        assert errors == []


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
