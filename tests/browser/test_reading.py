"""How a reader likes to read: text size and contrast that stay, no button that cannot work, a menu for thumbs."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.page_types import DOCUMENT
from tests.browser.reader import Reader, Visit

PAGE, OTHER = "/gioi-thieu/", "/lien-he/"
SIZE = "parseFloat(getComputedStyle(document.body).fontSize)"
GROUND = "getComputedStyle(document.body).backgroundColor"
SPEECH = """(() => {
  // A device that speaks as browsers do: one utterance after the other; what is cancelled tells so, a moment later.
  let voices = [], said = [], current = null;
  const fake = Object.assign(new EventTarget(), {
    said,
    getVoices: () => voices,
    speak: next => { current = next; said.push(`${next.lang}: ${next.text}`); },
    cancel: () => {
      const gone = current;
      current = null;
      if (gone) setTimeout(() => gone.onerror?.({error: 'canceled'}));
      sessionStorage.silenced = Number(sessionStorage.silenced || 0) + (gone ? 1 : 0);
    },
    ends: () => { const done = current; current = null; done.onend(); },
    fails: () => { const done = current; current = null; done.onerror({error: 'synthesis-failed'}); },
    gets: languages => {
      voices = languages.map(lang => ({lang, name: lang}));
      fake.dispatchEvent(new Event('voiceschanged'));
    },
    speaks: () => current !== null,
  });
  Object.defineProperty(window, 'speechSynthesis', {value: fake});
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  voices = VOICES.map(lang => ({lang, name: lang}));
})()"""


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


def listen(visit: Visit, path: str, *voices: str) -> Locator:
    """Open a page on a device with voices of these languages, and its reading tools; gives the group that reads."""
    visit.page.add_init_script(SPEECH.replace("VOICES", json.dumps(voices)))
    visit.go(path)
    visit.page.get_by_label("Cỡ chữ, tương phản, nghe").click()
    expect(visit.page.get_by_role("button", name="Rất lớn")).to_be_visible()
    return visit.page.get_by_role("group", name="Nghe nội dung")


@pytest.mark.parametrize(
    ("path", "language", "is_offered"),
    [(PAGE, "vi-VN", True), (PAGE, "vi_VN", True), (PAGE, "en-US", False), ("/so-do-trang/", "vi-VN", False)],
)
def test_reading_aloud_is_offered_where_there_are_a_text_and_a_voice_for_it(
    reader: Reader, path: str, language: str, *, is_offered: bool
) -> None:
    with reader.visit(OTHER) as visit:
        box = listen(visit, path, language)
        expect(box).to_be_visible(visible=is_offered)
        assert any("read-aloud" in each.url for each in visit.requests) == is_offered
        assert [*visit.page.evaluate("probes.violations"), *visit.complaints] == []


def test_voices_that_come_late_are_heard_of(reader: Reader) -> None:
    with reader.visit(OTHER) as visit:
        box = listen(visit, PAGE)
        expect(box).to_be_hidden()
        visit.page.evaluate("speechSynthesis.gets(['en-US', 'vi-VN'])")
        expect(box.get_by_role("button", name="Đọc")).to_be_visible()
        visit.page.evaluate("speechSynthesis.gets(['en-US'])")
        expect(box).to_be_hidden()


def test_a_text_is_read_piece_by_piece_paused_gone_on_with_and_stopped(reader: Reader) -> None:
    with reader.visit(OTHER) as visit:
        box, page = listen(visit, DOCUMENT.path, "en-US", "vi-VN"), visit.page
        status, said = box.get_by_role("status"), "speechSynthesis.said"
        box.get_by_role("button", name="Đọc").click()
        expect(status).to_have_text("Đang đọc")
        title = page.locator("main h1").inner_text().replace("\xa0", " ")
        assert title.startswith(page.evaluate(f"{said}[0]").removeprefix("vi-VN: "))

        page.evaluate("speechSynthesis.ends()")
        box.get_by_role("button", name="Tạm dừng").click()
        expect(status).to_have_text("Đã tạm dừng")
        assert page.evaluate("speechSynthesis.speaks()") is False
        box.get_by_role("button", name="Đọc tiếp").click()
        expect(status).to_have_text("Đang đọc")
        second, again = page.evaluate(f"{said}.slice(1)")
        assert second == again  # the sentence that was begun

        box.get_by_role("button", name="Dừng", exact=True).click()
        expect(status).to_have_text("Đã dừng đọc")
        expect(box.get_by_role("button", name="Đọc")).to_be_focused()
        expect(box.get_by_role("button", name="Dừng", exact=True)).to_be_hidden()
        assert page.evaluate("speechSynthesis.speaks()") is False

        page.evaluate(f"{said}.length = 0")
        box.get_by_role("button", name="Đọc").click()
        page.evaluate("() => { while (speechSynthesis.speaks()) speechSynthesis.ends(); }")
        expect(status).to_have_text("Đã đọc hết")
        whole: list[str] = page.evaluate(said)
        assert max(map(len, whole)) < 200
        assert any("Căn cứ" in each for each in whole)
        words = page.evaluate("document.querySelector('main .tt-body').textContent").split()
        assert " ".join(whole).count("tháng") >= words.count("tháng") > 0

        box.get_by_role("button", name="Đọc").click()
        page.evaluate("speechSynthesis.fails()")
        expect(status).to_have_text("Thiết bị không đọc được")

        page.evaluate(
            "document.querySelector('main .tt-body').innerHTML = '<p>Số 1.245 về <i lang=en>Open data</i>.</p>'"
        )
        page.evaluate(f"{said}.length = 0")
        box.get_by_role("button", name="Đọc").click()
        page.evaluate("() => { while (speechSynthesis.speaks()) speechSynthesis.ends(); }")
        assert page.evaluate(said)[-2:] == ["vi-VN: Số 1.245 về", "en-US: Open data"]

        box.get_by_role("button", name="Đọc").click()
        page.evaluate("sessionStorage.silenced = 0")
        visit.go(OTHER)
        assert page.evaluate("sessionStorage.silenced") == "1"
        assert [*visit.page.evaluate("probes.violations"), *visit.complaints] == []


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
