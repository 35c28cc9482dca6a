"""Checks one page of each kind with axe-core and writes down what it found: `python -m tools.accessibility SITE`.

The page `/tro-nang/` of the next build tells of it. For the sample portal, and portals with pages of the same kinds.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import defaultdict
from pathlib import Path

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import PAGE_TYPES
from tests.browser.reader import Reader, Scheme
from tests.browser.server import serve
from tools import system_parts
from tools.chromium import launched
from trangtin.content.accessibility import RESULTS
from trangtin.content.values.dates import today_in_vietnam

SCHEMES: dict[str, Scheme] = {"sáng": "light", "tối": "dark"}
WAYS = {
    f"nền {said}, rộng {width} điểm ảnh": (scheme, width) for said, scheme in SCHEMES.items() for width in (360, 1280)
}


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("site", type=Path)
    words.add_argument("--out", type=Path, default=Path(RESULTS))
    options = words.parse_args()
    axe = Path(system_parts.AXE.require())
    broken: dict[str, set[str]] = defaultdict(set)
    site = BuiltSite(options.site, "http://127.0.0.1/")
    with launched() as browser, serve(options.site) as home:
        reader = Reader(browser, home)
        for page_type in PAGE_TYPES:
            path = page_type.example(site)
            for scheme, width in WAYS.values():
                with reader.visit(path, scheme=scheme, width=width) as visit:
                    for fault in visit.axe_faults(axe):
                        broken[fault.split()[0]].add(path)
        told = {
            "date": today_in_vietnam(os.environ).isoformat(),
            "tool": f"axe-core {json.loads((axe.parent / 'package.json').read_text('utf-8'))['version']}",
            "browser": f"Chromium {browser.version.partition('.')[0]}",
            "pages": len(PAGE_TYPES),
            "ways": list(WAYS),
            "faults": [{"rule": rule, "pages": len(pages)} for rule, pages in sorted(broken.items())],
        }
    options.out.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(f"{options.out}: {len(PAGE_TYPES)} trang, {len(broken)} quy tắc có lỗi")


if __name__ == "__main__":
    main()
