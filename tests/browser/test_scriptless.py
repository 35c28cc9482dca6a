"""Pages that need their script say what to do where it does not run, and nothing of it where it does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.reader import Reader

THEME = Path(__file__).resolve().parents[2] / "theme" / "trangtin_theme" / "assets"
NEEDY = {
    "/tim-kiem/?q=bau+cu": "Mọi nội dung đều có trong các danh sách dưới đây.",
    "/van-ban/?nam=2021": "Hãy dùng các danh sách ở mục “Lọc văn bản”.",
    "/kiem-tra-tep/": "Hãy tự tính mã theo cách ở dưới",
}
WHY = "trình duyệt này tắt JavaScript, hoặc đã quá cũ"
TOO_NEW = (
    r"Object\.hasOwn\b|\.(?:at|toSorted|toReversed|toSpliced|findLast|replaceAll)\(|structuredClone|groupBy|\(\?<[=!]"
)
"""What Chromium 85 and Safari 14 lack: the oldest that read our syntax, and so hide what is said here."""


def unreadable(route: Route) -> None:
    """A script as a browser sees it that does not know its syntax."""
    route.fulfill(body="const begun ? = ;", content_type="text/javascript")


@pytest.mark.parametrize("path", NEEDY)
@pytest.mark.parametrize("way", ["switched off", "too old"])
def test_where_no_script_runs_it_is_said(reader: Reader, browser: Browser, path: str, way: str) -> None:
    context = browser.new_context(java_script_enabled=way != "switched off")
    try:
        page = context.new_page()
        page.route("**/*.js", unreadable)
        page.goto(reader.home + path)
        said = page.get_by_text(WHY)
        expect(said).to_be_visible()
        expect(said.locator("..")).to_contain_text(NEEDY[path])
        assert not shown_controls(page)
    finally:
        context.close()


@pytest.mark.parametrize("path", NEEDY)
def test_where_scripts_run_nothing_is_said_of_them(reader: Reader, path: str) -> None:
    with reader.visit(path) as visit:
        assert shown_controls(visit.page)
        assert WHY not in visit.page.inner_text("main")


@pytest.mark.parametrize("path", NEEDY)
def test_under_a_theme_without_the_first_script_the_page_s_own_takes_it_back(reader: Reader, path: str) -> None:
    with reader.visit("/so-do-trang/") as visit:
        visit.page.route("**/reading*.js", lambda route: route.abort())
        visit.page.goto(reader.home + path)
        expect(visit.page.get_by_text(WHY)).to_have_count(0)


def shown_controls(page: Page) -> bool:
    return any(each.is_visible() for each in page.locator("#tt-controls, #loc, #kiem-tra").all())


def test_scripts_ask_no_more_of_a_browser_than_their_syntax_does() -> None:
    found = [
        f"{script.name}: {each}"
        for script in sorted(THEME.rglob("*.js"))
        for each in re.findall(TOO_NEW, script.read_text("utf-8"))
    ]
    assert found == []
