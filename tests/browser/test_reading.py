"""How a reader likes to read: text size and contrast that stay, no button that cannot work, a menu for thumbs."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader

PAGE, OTHER = "/gioi-thieu/", "/lien-he/"
SIZE = "parseFloat(getComputedStyle(document.body).fontSize)"
GROUND = "getComputedStyle(document.body).backgroundColor"
VOICES = "speechSynthesis.getVoices = () => [{lang: '%s', name: 'X'}]"


def test_a_choice_stays_from_page_to_page(reader: Reader) -> None:
    with reader.visit(PAGE) as visit:
        page = visit.page
        before = page.evaluate(SIZE)
        page.get_by_label("Cỡ chữ, tương phản, nghe").click()
        page.get_by_role("button", name="Rất lớn").click()
        page.get_by_role("button", name="Tương phản cao").click()
        visit.becomes(f"{GROUND} === 'rgb(255, 255, 255)'")
        assert page.evaluate(SIZE) > 1.3 * before
        page.goto(reader.home + OTHER)
        visit.becomes(f"{GROUND} === 'rgb(255, 255, 255)'")
        assert page.evaluate(SIZE) > 1.3 * before
        page.get_by_label("Cỡ chữ, tương phản, nghe").click()
        assert page.get_by_role("button", name="Rất lớn").get_attribute("aria-pressed") == "true"
        page.get_by_role("button", name="Thường").click()
        page.get_by_role("button", name="Tương phản cao").click()
        visit.becomes(f"{GROUND} !== 'rgb(255, 255, 255)'")
        visit.becomes(f"{SIZE} === {before}")
        assert visit.policy_faults() == []


def test_escape_closes_the_tools_and_gives_the_focus_back(reader: Reader) -> None:
    with reader.visit(PAGE) as visit:
        visit.page.get_by_label("Cỡ chữ, tương phản, nghe").click()
        visit.page.get_by_role("button", name="Lớn", exact=True).focus()
        visit.page.keyboard.press("Escape")
        visit.becomes("document.activeElement.tagName === 'SUMMARY'")
        expect(visit.page.get_by_role("button", name="Lớn", exact=True)).to_be_hidden()


def test_without_script_there_are_no_such_buttons(reader: Reader, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(reader.home + PAGE)
        assert not page.get_by_label("Cỡ chữ, tương phản, nghe").is_visible()
        assert not page.get_by_role("button", name="Chép trích dẫn").is_visible()
    finally:
        context.close()


@pytest.mark.parametrize(("language", "is_offered"), [("vi-VN", True), ("vi_VN", True), ("en-US", False)])
def test_reading_aloud_is_offered_where_there_is_a_vietnamese_voice(
    reader: Reader, language: str, *, is_offered: bool
) -> None:
    with reader.visit(OTHER) as visit:
        visit.page.add_init_script(VOICES % language)
        visit.page.goto(reader.home + PAGE)
        visit.page.get_by_label("Cỡ chữ, tương phản, nghe").click()
        # One that is not offered stands hidden in an open box.
        expect(visit.page.get_by_role("button", name="Rất lớn")).to_be_visible()
        expect(visit.page.get_by_role("button", name="Nghe nội dung")).to_be_visible(visible=is_offered)


def test_the_menu_opens_on_a_phone_without_script(reader: Reader, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 700})
    try:
        page = context.new_page()
        page.goto(reader.home + "/van-ban/")
        menu = page.get_by_role("navigation", name="Danh mục chính")
        assert "Văn bản" in menu.locator("summary").inner_text()
        assert not menu.get_by_role("link", name="Liên hệ").is_visible()
        menu.locator("summary").click()
        for link in menu.get_by_role("link").all():
            box = link.bounding_box()
            assert box is not None
            assert box["height"] >= 44
        assert menu.locator("[aria-current]").inner_text() == "Văn bản"
    finally:
        context.close()


def test_the_menu_is_a_bar_on_a_wide_screen(reader: Reader) -> None:
    with reader.visit("/van-ban/") as visit:
        menu = visit.page.get_by_role("navigation", name="Danh mục chính")
        assert not menu.locator("summary").is_visible()
        assert menu.get_by_role("link", name="Liên hệ").is_visible()


def test_the_focus_has_a_ring_of_three_pixels(reader: Reader) -> None:
    with reader.visit(PAGE) as visit:
        for _ in range(12):
            visit.page.keyboard.press("Tab")
            assert visit.page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 3


FORCED = """() => {
  const top = each => parseFloat(getComputedStyle(each).borderTopWidth);
  const edge = name => [...document.querySelectorAll(name)].map(top);
  const outline = getComputedStyle(document.activeElement), ground = getComputedStyle(document.body).backgroundColor;
  return {
    tags: edge('.tt-tag'), menu: edge('.tt-menu'), warning: edge('.tt-paper-warning'),
    ring: parseFloat(outline.outlineWidth), ringed: outline.outlineColor !== ground,
  };
}"""


def test_with_the_colours_of_the_device_alone_edges_say_what_grounds_did(reader: Reader) -> None:
    with reader.visit("/van-ban/2022/08-qc-tct/", width=360) as visit:
        visit.page.emulate_media(forced_colors="active")
        for _ in range(4):
            visit.page.keyboard.press("Tab")
        seen = visit.page.evaluate(FORCED)
    assert seen["tags"]
    assert all(width >= 1 for width in seen["tags"])
    assert seen["menu"] == seen["warning"] == [2]
    assert seen["ring"] >= 3
    assert seen["ringed"]
