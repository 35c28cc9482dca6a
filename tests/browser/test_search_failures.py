"""The search page where something goes wrong: no index or a broken one, no connection, a portal published anew."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.built_site import BuiltSite
from tests.browser.reader import Reader
from tests.browser.server import serve
from tests.browser.test_search import answers, searching, settled


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


@pytest.mark.parametrize(("query", "script"), [("16/KH-TCT", "numbers"), ("kehoachbaucu", "spaces")])
def test_answers_come_without_the_hint_whose_script_is_lost(reader: Reader, query: str, script: str) -> None:
    lost: list[str] = []

    def lose(route: Route) -> None:
        lost.append(route.request.url)
        route.abort()

    with searching(reader) as visit:
        visit.page.route(f"**/search/{script}*.js", lose)
        visit.page.locator("#tt-q").fill(query)
        visit.page.wait_for_selector("#ket-qua[data-state=xong]", state="attached")
        expect(visit.page.get_by_role("status")).to_have_text(re.compile("kết quả|Không tìm thấy"))
        assert lost


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


def test_an_answer_that_takes_long_is_awaited_aloud(reader: Reader) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    with searching(reader) as visit:
        page, status = visit.page, visit.page.get_by_role("status")
        page.route("**/chi-muc/trich/*", hold)
        page.locator("#tt-q").fill("bầu cử")
        expect(status).to_have_text("Đang tìm…")
        for route in held:
            route.continue_()
        page.wait_for_selector("#ket-qua[data-state=xong]", state="attached")
        expect(status).to_contain_text("kết quả")


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
