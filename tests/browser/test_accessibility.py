"""axe-core finds nothing, in light and dark, on a phone and a desktop."""

from __future__ import annotations

from pathlib import Path

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
