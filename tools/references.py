"""Pictures of every page type, every component and both ends of what a portal may hold: `make references`.

tests/browser/test_appearance.py compares what it sees with them. They are made anew after a change of the look that is
meant, looked at one by one, and committed.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser import extremes
from tests.browser.appearance import MOST, REFERENCES, TALLEST, WIDTHS, difference, keep, reference, seen
from tests.browser.built_site import BuiltSite
from tests.browser.page_types import LOOKED_AT
from tests.browser.reader import Reader
from tests.browser.server import serve
from tools import sample_site
from tools.chromium import launched
from tools.gallery import ALL, write_gallery

ROOT = Path(__file__).resolve().parents[1]
GALLERY_TALLEST = 20_000


def name_of(page: str, width: int) -> str:
    return f"{page}-{width}"


def named(portal: str, path: str) -> str:
    """The name of a page of one of the portals in tests/browser/extremes.py."""
    return f"{portal}{path.rstrip('/').replace('/', '-')}"


def take(browser: Browser, folder: Path, pages: dict[str, str], tallest: int = TALLEST) -> set[str]:
    """Make the pictures of pages of a site, by their names; those that look as before stay byte for byte."""
    made = set()
    with serve(folder) as home:
        reader = Reader(browser, home)
        for page, path in pages.items():
            with reader.visit(path, width=WIDTHS[0], still=True) as visit:
                for width in WIDTHS:
                    name, picture = name_of(page, width), seen(visit.page, width, tallest)
                    made.add(name)
                    known = (REFERENCES / f"{name}.webp").exists()
                    if not known or difference(reference(name), picture) > MOST / 2:
                        print(keep(picture, name).relative_to(ROOT))
    return made


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="trangtin-") as place, launched() as browser:
        folder = Path(place)
        sample_site.build(folder / "sample")
        site = BuiltSite(folder / "sample", "http://localhost/")
        write_gallery(folder / "gallery")
        made = take(browser, site.folder, {each.name: each.example(site) for each in LOOKED_AT})
        made |= take(browser, folder / "gallery", {"gallery": f"/{ALL}"}, GALLERY_TALLEST)
        for portal, (_, paths) in extremes.PAGES.items():
            made |= take(browser, extremes.build(portal, folder), {named(portal, path): path for path in paths})
    for file in REFERENCES.glob("*.webp"):
        if file.stem not in made:
            file.unlink()
    print(f"{len(made)} ảnh trong {REFERENCES.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
