"""The order of publishing: a site is verified, compared with the one on show, copied, shown; old ones are removed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from trangtin.compressed import Packing
from trangtin.content.problem import Code
from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.copying import has_copies
from trangtin.publishing.holding import refuse_if_held
from trangtin.publishing.losses import LossRules, objections, replaced_papers
from trangtin.publishing.refusal import Refusal, refused
from trangtin.publishing.release import Release, wanted_release
from trangtin.publishing.release_folder import ReleaseFolder


@dataclass(frozen=True, slots=True)
class Rules:
    """How to publish."""

    keep: int = 5
    """Releases to keep, the one on show counted."""
    wait: float = 60.0
    """Seconds to wait for another publisher."""
    losses: LossRules = field(default_factory=LossRules)
    packings: tuple[Packing, ...] = (Packing.GZIP,)
    """In which compressed copies of texts are laid beside them."""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did."""

    release: Release
    """The one on show now."""
    new_files: int
    """Files that differ from the release before; 0 with `is_same`."""
    is_same: bool = False
    """True: the site was on show already with all its compressed copies, nothing was done."""
    altered: tuple[str, ...] = ()
    """What somebody had changed on the server in the release that was on show, in Vietnamese."""
    replaced: Mapping[str, str] = field(default_factory=dict)
    """Papers that stand for others of the same name which nobody wrote down, with the SHA-256 of those."""


def publish(site: BuiltSite, root: Path, rules: Rules, now: Callable[[], datetime]) -> Published:
    """Show a site in the folder `root`. Raises Refusal, and then what was on show still is.

    Whenever the process ends, even unasked, readers have the old site or the new one, whole.
    """
    _refuse_inside(site.folder, root)
    site.verify()
    folder = ReleaseFolder(root)
    with folder.locked(rules.wait):
        refuse_if_held(folder.held())
        current = folder.current()
        altered: Mapping[str, str] = {}
        replaced: Mapping[str, str] = {}
        if current is not None:
            shown = folder.site_of(current)
            altered = shown.faults()
            if not altered and shown.digest == site.digest and has_copies(shown, rules.packings):
                return Published(current, 0, is_same=True)
            found = tuple(objections(shown.sizes, site, rules.losses))
            if found:
                raise Refusal(*found)
            replaced = replaced_papers(shown.files, site)
        added = folder.add(site, now(), rules.packings, altered.keys())
        folder.prune(rules.keep)
    told = tuple(f"{path}: {fault}" for path, fault in altered.items())
    return Published(added.release, added.new_files, altered=told, replaced=replaced)


def _refuse_inside(site: Path, root: Path) -> None:
    """The next build empties the site's folder, and with it all releases that lie in it."""
    if root.resolve().is_relative_to(site.resolve()):
        raise refused(
            Code.PUBLISH_TARGET,
            f"'{root}' nằm trong thư mục trang vừa dựng '{site}', lần dựng sau sẽ xóa mọi bản đăng",
            "chọn thư mục ở ngoài (ví dụ: --to /srv/trang)",
        )


def roll_back(root: Path, name: str | None, wait: float, hold: str | None = None) -> Release:
    """Show a release again, the one before the present one where none is named. Raises Refusal.

    `hold` is a reason to publish nothing more until somebody says so: else the next build by schedule brings back what
    was just taken away.
    """
    folder = ReleaseFolder(root)
    if not folder.releases():
        raise refused(Code.PUBLISH_NO_RELEASE, f"'{root}' chưa có bản nào", "đăng lần đầu bằng: publish --to THƯ-MỤC")
    with folder.locked(wait):
        release = wanted_release(folder.releases(), folder.current(), name)
        folder.site_of(release).verify()
        folder.show(release)
        if hold is not None:
            folder.hold(hold)
    return release
