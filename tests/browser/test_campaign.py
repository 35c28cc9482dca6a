"""A campaign's page can be handed on: by its address, and by a code that a telephone reads off the wall."""

from __future__ import annotations

import io

import zxingcpp
from PIL import Image
from playwright.sync_api import Browser

from tests.browser.built_site import BuiltSite
from tests.browser.reader import Reader

CAMPAIGN = "/phong-trao/bau-cu-2021/"


def test_a_telephone_reads_the_code_and_a_reader_copies_the_address(site: BuiltSite, reader: Reader) -> None:
    [address] = site.page(CAMPAIGN).rel("canonical")
    with reader.visit(CAMPAIGN, width=360, scheme="dark") as visit:
        page = visit.page
        code = page.get_by_role("img", name="Mã QR của địa chỉ trang này")
        # Put off until it comes into sight, it would be missing where WebKit prints the page.
        assert code.get_attribute("loading") is None
        code.scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        code.evaluate("picture => picture.decode()")  # what has come need not be drawn yet
        with Image.open(io.BytesIO(code.screenshot())) as shot:
            assert [each.text for each in zxingcpp.read_barcodes(shot)] == [address]
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.get_by_role("button", name="Chép địa chỉ").click()
        page.get_by_text("Đã chép.").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == address


def test_without_script_the_address_stands_there(site: BuiltSite, reader: Reader, browser: Browser) -> None:
    [address] = site.page(CAMPAIGN).rel("canonical")
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(reader.home + CAMPAIGN)
        assert page.get_by_text(address, exact=True).is_visible()
        assert not page.get_by_role("button", name="Chép địa chỉ").is_visible()
    finally:
        context.close()
