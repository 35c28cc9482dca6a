"""axe-core finds nothing, in light and dark, on a phone and a desktop."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import PageType
from tests.browser.reader import Reader, Scheme


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(
    site: BuiltSite, reader: Reader, axe: Path, page_type: PageType, scheme: Scheme, width: int
) -> None:
    with reader.visit(page_type.example(site), width=width, scheme=scheme) as visit:
        assert visit.axe_faults(axe) == []
