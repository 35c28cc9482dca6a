"""Pages in other languages: no fault for axe, reached and left with the keyboard, read in the right language."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.reader import Reader, Scheme

PAGES = ("/en/", "/en/lien-he/", "/en/don-vi/", "/en/gioi-thieu/", "/en/van-ban/2026/109-kh-tct/")
SEEN: tuple[tuple[int, Scheme], ...] = ((360, "light"), (1280, "dark"))


def test_pages_in_other_languages_are_without_fault(reader: Reader, axe: Path) -> None:
    for width, scheme in SEEN:
        with reader.visit(PAGES[0], width=width, scheme=scheme, still=True) as visit:
            for page in PAGES:
                visit.page.goto(reader.home + page)
                assert visit.page.evaluate("document.documentElement.lang") == "en", page
                assert visit.axe_faults(axe) == [], (page, width, scheme)
                assert visit.overflow_faults() == [], (page, width)
            assert visit.policy_faults() == []


def test_pages_in_other_languages_need_no_sideways_scrolling_with_large_text(reader: Reader) -> None:
    """Words of another language are longer than ours: `Search` on a button is no `Tìm`."""
    faults: dict[tuple[str, int], list[str]] = {}
    with reader.visit(PAGES[0]) as visit:
        for page in PAGES:
            visit.page.goto(reader.home + page)
            visit.enlarge_text(200)
            for width in (1280, 768, 640, 360, 320):
                visit.resize(width)
                faults[page, width] = visit.overflow_faults()
    assert {at: found for at, found in faults.items() if found} == {}


def test_no_word_of_a_way_in_is_broken_on_a_phone(reader: Reader) -> None:
    with reader.visit("/en/") as visit:
        visit.resize(360)
        broken = visit.page.evaluate(
            """() => [...document.querySelectorAll('.tt-ways b')].flatMap(way => {
                const text = way.firstChild
                return [...text.data.matchAll(/\\S+/g)].filter(word => {
                    const range = document.createRange()
                    range.setStart(text, word.index)
                    range.setEnd(text, word.index + word[0].length)
                    return range.getClientRects().length > 1
                }).map(word => word[0])
            })"""
        )
        assert visit.page.locator(".tt-ways b").count() > 1
    assert broken == []


def test_the_language_is_changed_and_changed_back_with_the_keyboard(reader: Reader) -> None:
    with reader.visit("/lien-he/", still=True) as visit:
        page = visit.page
        for name, address in (("English", "/en/lien-he/"), ("Tiếng Việt", "/lien-he/")):
            link = page.get_by_role("banner").get_by_role("link", name=name)
            for _ in range(12):
                stop = visit.press_tab()
                assert stop is not None
                assert stop["inOrder"] and stop["outlined"] and stop["visible"], stop
                if link.evaluate("each => each === document.activeElement"):
                    break
            expect(link).to_be_focused()
            page.keyboard.press("Enter")
            page.wait_for_url(reader.home + address)
        assert page.evaluate("document.documentElement.lang") == "vi"


def test_a_page_is_read_aloud_with_a_voice_of_its_own_language(reader: Reader) -> None:
    with reader.visit("/en/") as visit:
        for voice, is_offered in (("vi-VN", False), ("en_GB", True)):
            visit.page.add_init_script(f"speechSynthesis.getVoices = () => [{{lang: '{voice}', name: 'X'}}]")
            visit.page.goto(reader.home + "/en/lien-he/")
            visit.page.get_by_label("Text size, contrast, listen").click()
            visit.page.wait_for_load_state("networkidle")  # what reads aloud is fetched where there is a voice
            expect(visit.page.get_by_role("button", name="Read aloud", exact=True)).to_be_visible(visible=is_offered)
