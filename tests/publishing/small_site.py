"""Sites of a few files with a true manifest, made in no time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.local_folder import LocalFolder
from trangtin.publishing.losses import LossRules
from trangtin.publishing.place import Place, Published, Rules
from trangtin.signing.manifest import NAME, hash_site, manifest_of
from trangtin.signing.site_roles import SiteRoles

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


def make_site(
    folder: Path,
    word: str = "một",
    files: Mapping[str, str] | None = None,
    *,
    less: str = "",
    roles: SiteRoles | None = None,
) -> BuiltSite:
    """A site whose every file says `word`; `files` are others, or other texts; `less` is one to leave out.

    Without `roles` its list of files says of them what lists of older versions say: nothing.
    """
    for path, text in {**{page: f"{page} {word} " + "chữ " * 400 for page in PAGES}, **(files or {})}.items():
        if path == less:
            continue
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / NAME).write_bytes(manifest_of((), hash_site(folder), more=roles.as_json() if roles else None))
    return BuiltSite(folder)


def put(site: BuiltSite, root: Path, rules: Rules | None = None, now: datetime = NOON) -> Published:
    """Publish at noon, waiting for nobody."""
    return put_to(LocalFolder(root, wait=0), site, rules or Rules(), now)


def put_to(place: Place, site: BuiltSite, rules: Rules, now: datetime = NOON) -> Published:
    """Publish a site that was built in no time."""
    return place.publish(site, rules, place.start(now))


def on_show(root: Path, page: str = "index.html") -> str:
    """What a reader gets."""
    return (root / "current" / page).read_text(encoding="utf-8")
