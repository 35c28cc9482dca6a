"""Pages that the portal makes itself."""

from __future__ import annotations

SECTION_PAGES = {
    "index.md": "home",
    "lien-he.md": "contact",
    "phong-trao/index.md": "campaigns",
    "khen-thuong/index.md": "awards",
    "luu-tru/index.md": "archive",
    "van-ban/index.md": "library",
    "van-ban/kip-thoi.md": "promptness",
    "tin-tuc/index.md": "news",
    "don-vi/index.md": "units",
    "so-do-trang.md": "site-map",
    "kiem-tra-tep.md": "file-check",
    "tiep-can-thong-tin.md": "disclosure",
    "gop-y.md": "feedback",
    "tro-nang.md": "accessibility",
    "tim-kiem.md": "search",
}
"""Names of sections by path under `docs_dir`.

A file that an editor puts there gives the page's text, title and notices; the portal still draws the rest.
"""
