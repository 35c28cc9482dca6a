"""A place on this machine: a site is verified, compared with the one on show, copied, shown; old ones are removed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from trangtin.content.problem import Code
from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.copying import has_copies
from trangtin.publishing.holding import refuse_if_held
from trangtin.publishing.losses import objections, replaced_papers
from trangtin.publishing.place import Published, Rules, Start, nothing_there, overtaken, tampering
from trangtin.publishing.refusal import Refusal, refused
from trangtin.publishing.release import Release, wanted_release
from trangtin.publishing.release_folder import ReleaseFolder


@dataclass(frozen=True, slots=True)
class LocalFolder:
    """A folder of releases on this machine. A Place."""

    root: Path
    wait: float = 60.0
    """Seconds to wait for another publisher."""

    def start(self, moment: datetime) -> Start:
        """Begin to publish and note what is on show. Raises Refusal during a hold."""
        self._folder.accept()  # before anybody waits for a build
        refuse_if_held(self.held())
        return Start(moment, next(iter(self.releases()), None))

    def publish(self, site: BuiltSite, rules: Rules, start: Start) -> Published:
        """Show a site. Raises Refusal, and then what was on show still is.

        Whenever the process ends, even unasked, readers have the old site or the new one, whole.
        """
        _refuse_inside(site.folder, self.root)
        site.verify()
        folder = self._folder
        with folder.locked(self.wait):
            refuse_if_held(folder.held())
            current = folder.current()
            shown = folder.site_of(current) if current is not None else None
            altered = shown.faults() if shown is not None else {}
            faults = tuple(f"{path}: {fault}" for path, fault in altered.items())
            if current is not None and not altered and _is_same(shown, site, rules):
                return Published(current, 0, is_same=True)
            latest = next(iter(folder.releases()), None)
            if latest is not None and start.is_overtaken_by(latest):
                raise overtaken(str(self.root), latest)
            if shown is not None and (found := tuple(objections(shown, site, rules.losses))):
                raise Refusal(*found, *([tampering(faults, is_undone=False)] if faults else []))
            replaced = replaced_papers(shown.files, site) if shown is not None else {}
            folder.prune(rules.keep)  # `--keep 2` has to help where the disk is full already
            added = folder.add(site, start.moment, rules.packings, altered.keys())
            folder.prune(rules.keep)
        return Published(added.release, added.new_files, altered=faults, replaced=replaced)

    def roll_back(self, name: str | None) -> Release:
        """Show the release whose name this is, or begins with; None: the one before that on show. Raises Refusal."""
        if not self.releases():
            raise nothing_there(str(self.root))
        folder = self._folder
        with folder.locked(self.wait):
            release = wanted_release(folder.releases(), folder.current(), name)
            folder.site_of(release).verify()
            folder.show(release)
        return release

    def hold(self, reason: str) -> None:
        """Stop all publishing until `resume`, including any under way. Raises Refusal."""
        if not self.releases():
            raise nothing_there(str(self.root))
        self._folder.hold(reason)

    def held(self) -> str | None:
        """Since when and why publishing is on hold; None where it is not. Raises Refusal."""
        return self._folder.held()

    def resume(self) -> bool:
        """End a hold; False where there was none. Raises Refusal."""
        if self.held() is None:
            if not self.releases():
                raise nothing_there(str(self.root))
            return False
        self._folder.resume()
        return True

    def releases(self) -> tuple[Release, ...]:
        """All that are kept, the newest first. Raises Refusal."""
        return self._folder.releases()

    def current(self) -> Release | None:
        """The one on show."""
        return self._folder.current()

    @property
    def _folder(self) -> ReleaseFolder:
        return ReleaseFolder(self.root)


def _is_same(shown: BuiltSite | None, site: BuiltSite, rules: Rules) -> bool:
    return shown is not None and shown.digest == site.digest and has_copies(shown, rules.packings)


def _refuse_inside(site: Path, root: Path) -> None:
    """The next build empties the site's folder, and with it all releases that lie in it."""
    if root.resolve().is_relative_to(site.resolve()):
        raise refused(
            Code.PUBLISH_TARGET,
            f"'{root}' nằm trong thư mục trang vừa dựng '{site}', lần dựng sau sẽ xóa mọi bản đăng",
            "chọn thư mục ở ngoài (ví dụ: --to /srv/trang)",
        )
