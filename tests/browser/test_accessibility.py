"""axe-core finds nothing, in light and dark, on a phone and a desktop."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import PageType
from tests.browser.reader import COLOUR_RULES, Reader


def test_axe_finds_no_violation(site: BuiltSite, reader: Reader, axe: Path, page_type: PageType) -> None:
    faults: dict[tuple[int, str], list[str]] = {}
    with reader.visit(page_type.example(site), width=360) as visit:
        for width in (360, 1280):
            visit.resize(width)
            visit.page.emulate_media(color_scheme="light")
            faults[width, "light"] = visit.axe_faults(axe)
            # Dark colours are other colours on the same elements.
            visit.page.emulate_media(color_scheme="dark")
            faults[width, "dark"] = visit.axe_faults(axe, *COLOUR_RULES)
    assert {at: found for at, found in faults.items() if found} == {}


def test_each_row_of_a_table_has_a_header(site: BuiltSite, reader: Reader, page_type: PageType) -> None:
    with reader.visit(page_type.example(site), width=1280) as visit:
        rows = visit.page.locator("table.tt-table tbody tr")
        headers = visit.page.locator("table.tt-table tbody tr > th[scope=row]:first-child:not(:empty)")
        assert headers.count() == rows.count()


@pytest.mark.parametrize("width", [360, 1280])
def test_a_row_has_its_header_where_a_phone_shows_blocks_too(reader: Reader, width: int) -> None:
    with reader.visit("/phong-trao/bau-cu-2021/", width=width) as visit:
        visit.page.get_by_text("Công đoàn Trường: 3 việc").click()
        task = visit.page.get_by_role("rowheader", name="Vận động đoàn viên tham gia ngày công")
        expect(task).to_be_visible()
