"""An album by keyboard alone: each picture can be looked at large and left; only what is looked at is fetched."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.reader import Reader

ITEM = "/tin-tuc/2026/phong-hoc-so-tu-sach/"


def test_an_album_by_keyboard(reader: Reader, axe: Path) -> None:
    with reader.visit(ITEM, width=360, still=True) as visit:
        page = visit.page
        fetched = [request.url for request in visit.requests if request.resource_type == "image"]
        assert fetched
        assert all(".360." in url for url in fetched), fetched
        page.locator('a[href="#muc-anh-2"]').first.focus()
        page.keyboard.press("Enter")
        large = page.locator("#muc-anh-2")
        expect(large).to_be_visible()
        expect(large.get_by_role("img")).to_have_js_property("complete", True)
        assert page.locator(".tt-large:visible").count() == 1
        assert visit.axe_faults(axe) == []
        for place, name in (("#muc-anh-1", "Ảnh trước"), ("#muc-anh-2", "Ảnh sau")):
            page.locator(".tt-large:visible").get_by_role("link", name=name).focus()
            page.keyboard.press("Enter")
            expect(page.locator(place)).to_be_visible()
        stop = visit.press_tab()
        assert stop is not None
        assert "Ảnh trước" in stop["html"]
        page.locator(".tt-large:visible").get_by_role("link", name="Đóng").press("Enter")
        expect(page.locator(".tt-large:visible")).to_have_count(0)
        stop = visit.press_tab()
        assert stop is not None
        assert 'href="#muc-anh-2"' in stop["html"]
        assert visit.policy_faults() == []
