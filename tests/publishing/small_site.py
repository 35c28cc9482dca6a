"""Sites of a few files with a true manifest, made in no time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.losses import LossRules
from trangtin.publishing.publication import Published, Rules, publish
from trangtin.signing.manifest import NAME, hash_site, manifest_of

NOON = datetime(2026, 11, 21, 5, tzinfo=UTC)
"""12:00 in Vietnam."""
PAPER = "van-ban/2021/12-kh/12-kh.pdf"
PAGES = (
    "index.html",
    "404.html",
    "van-ban/index.html",
    "van-ban/2021/12-kh/index.html",
    PAPER,
    "tin-tuc/2026/a/index.html",
)
LOOSE = Rules(losses=LossRules(100, may_lose=True))


def make_site(folder: Path, word: str = "một", files: Mapping[str, str] | None = None, *, less: str = "") -> BuiltSite:
    """A site whose every file says `word`; `files` are others, or other texts; `less` is one to leave out."""
    for path, text in {**{page: f"{page} {word} " + "chữ " * 400 for page in PAGES}, **(files or {})}.items():
        if path == less:
            continue
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / NAME).write_bytes(manifest_of((), hash_site(folder)))
    return BuiltSite(folder)


def withdrawn_data(url: str) -> str:
    """Open data that tells of one withdrawn page."""
    return json.dumps({"documents": [{"url": url, "withdrawn": {"date": "2026-11-21", "reason": "Nhầm"}}]})


def put(site: BuiltSite, root: Path, rules: Rules | None = None) -> Published:
    """Publish at noon, waiting for nobody."""
    return publish(site, root, rules or Rules(wait=0), lambda: NOON)


def on_show(root: Path, page: str = "index.html") -> str:
    """What a reader gets."""
    return (root / "current" / page).read_text(encoding="utf-8")
