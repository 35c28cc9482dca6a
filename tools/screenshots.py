"""Pictures of every page type, narrow and wide, light and dark: `python -m tools.screenshots URL_BASE OUT_DIR`.

URL_BASE is the address of a served portal, such as http://127.0.0.1:8000 during `make site`.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page

from tests.browser.page_types import PAGE_TYPES, PageType
from tools.chromium import launched

WIDTHS = (360, 1280)


def address(page: Page, base: str, page_type: PageType) -> str | None:
    """Where the example of a page type stands on the served portal; None where this portal has no such page."""
    if not page_type.listing:
        return base + page_type.path
    page.goto(base + page_type.listing)
    links: list[str] = page.eval_on_selector_all("a[href]", "all => all.map(each => each.href)")
    pattern = re.escape(urlsplit(base).path) + page_type.path
    return next((urljoin(base, link) for link in links if re.fullmatch(pattern, urlsplit(link).path)), None)


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("url_base")
    words.add_argument("out_dir", type=Path)
    options = words.parse_args()
    base = options.url_base.rstrip("/")
    options.out_dir.mkdir(parents=True, exist_ok=True)
    with launched() as browser:
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
            for page_type in PAGE_TYPES:
                found = address(page, base, page_type)
                # A server without an error page of its own answers with none; the rest must be there.
                answer = page.goto(found) if found else None
                if answer is None or (not answer.ok and page_type.name != "not-found"):
                    print(f"{page_type}: không có trang {found or page_type.path}")
                    continue
                page.emulate_media(color_scheme="light")
                page.screenshot(path=options.out_dir / f"{page_type}-{width}-light.png", full_page=True)
                page.emulate_media(color_scheme="dark")
                page.screenshot(path=options.out_dir / f"{page_type}-{width}-dark.png", full_page=True)
            page.close()


if __name__ == "__main__":
    main()
