"""The folder that a web server shows: `releases/` with the last sites, and `current`, a link to one of them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from trangtin.compressed import Packing
from trangtin.content.problem import Code
from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.copying import copy_site, make_folder
from trangtin.publishing.holding import HOLD, read_hold, refuse_if_held, write_hold
from trangtin.publishing.refusal import in_words, refused
from trangtin.publishing.release import Release, new_release, read_release

CURRENT = "current"
RELEASES = "releases"
_LOCK = ".lock"
_UNFINISHED = ".new-"
_GOING = ".old-"


@dataclass(frozen=True, slots=True)
class Added:
    """A release that was made and shown."""

    release: Release
    new_files: int
    """Files that are not shared with the release before."""


@dataclass(frozen=True, slots=True)
class ReleaseFolder:
    """The folder `root`. What changes it runs under `locked`; each change of what readers see is one rename."""

    root: Path

    @contextmanager
    def locked(self, wait: float) -> Iterator[None]:
        """Keep other publishers out, making the folder if need be; wait for them up to `wait` seconds.

        The lock is the system's: it ends with the process that holds it, however that ends. Raises Refusal.
        """
        lock = FileLock(self.root / _LOCK, timeout=wait)
        self.accept()
        with in_words():
            make_folder(self.root / RELEASES)
            try:
                lock.acquire()
            except Timeout:
                raise refused(
                    Code.PUBLISH_BUSY,
                    f"một lệnh publish khác đang làm việc với '{self.root}'",
                    "chờ lệnh ấy xong rồi chạy lại, hoặc chờ lâu hơn: --wait 600",
                ) from None
            try:
                self._clear()
                yield
            finally:
                lock.release()

    def accept(self) -> None:
        """Refuse a folder that holds anything but releases: what lies there was put there by somebody."""
        with in_words():
            self._accept()

    def _accept(self) -> None:
        current = self.root / CURRENT
        if self.root.exists() and not self.root.is_dir():
            what = f"'{self.root}' là một tệp, không phải thư mục"
        elif current.exists() and not current.is_symlink():
            what = f"'{current}' là thư mục thường, không phải liên kết do publish tạo"
        elif self._holds_other_things():
            what = f"'{self.root}' đang chứa thứ khác, không phải thư mục các bản đăng"
        else:
            return
        raise refused(
            Code.PUBLISH_TARGET,
            what,
            "chọn thư mục mới hoặc trống rồi trỏ máy chủ web vào thư mục con 'current' của nó (ví dụ: --to /srv/trang)",
        )

    def _holds_other_things(self) -> bool:
        names = {entry.name for entry in self.root.iterdir()} if self.root.is_dir() else set()
        return RELEASES not in names and bool(names - {_LOCK, HOLD})

    def _clear(self) -> None:
        """Remove what interrupted publishers left; it was never on show."""
        for leftover in (self.root / RELEASES).iterdir():
            if leftover.name.startswith((_UNFINISHED, _GOING)):
                if leftover.is_dir() and not leftover.is_symlink():
                    shutil.rmtree(leftover)
                else:
                    leftover.unlink()
        (self.root / f".{CURRENT}").unlink(missing_ok=True)

    def releases(self) -> tuple[Release, ...]:
        """All that are kept, the newest first. Raises Refusal."""
        folder = self.root / RELEASES
        with in_words():
            found = [read_release(entry.name) for entry in folder.iterdir()] if folder.is_dir() else []
        return tuple(sorted((each for each in found if each is not None), reverse=True))

    def current(self) -> Release | None:
        """The release on show; None before the first, or where the link leads to none of them."""
        try:
            target = (self.root / CURRENT).readlink()
        except OSError:
            return None
        release = read_release(target.name)
        return release if release is not None and self.site_of(release).folder.is_dir() else None

    def site_of(self, release: Release) -> BuiltSite:
        """The site in the folder of a release."""
        return BuiltSite(self.root / RELEASES / release.name)

    def add(self, site: BuiltSite, now: datetime, packings: Sequence[Packing], altered: Set[str]) -> Added:
        """Make a release of a site and show it; `altered` are the files of the one on show that are not to be shared.

        Raises Refusal if the copy is not the site or somebody began a hold meanwhile, OSError if it fails.
        """
        kept, current = self.releases(), self.current()
        release = new_release(site.digest, now, kept[0] if kept else None)
        unfinished = self.root / RELEASES / f"{_UNFINISHED}{release.name}"
        try:
            last = self.site_of(current) if current is not None else None
            count = copy_site(site, unfinished, last, release.moment.timestamp(), packings, altered)
            BuiltSite(unfinished).verify()
            refuse_if_held(self.held())  # before it counts: a release that was never shown would crowd out another
            unfinished.rename(self.site_of(release).folder)
            _settle()
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)  # what is left is cleared by the next publisher
            raise
        self.show(release)
        return Added(release, count)

    def show(self, release: Release) -> None:
        """Make a release the one on show: a link is made beside the old one and renamed onto it, in one step."""
        beside = self.root / f".{CURRENT}"
        beside.unlink(missing_ok=True)
        try:
            beside.symlink_to(Path(RELEASES, release.name), target_is_directory=True)
        except OSError as error:
            if getattr(error, "winerror", None) != 1314:
                raise
            raise refused(
                Code.PUBLISH_WRITE,
                "Windows không cho tài khoản này tạo liên kết (symlink)",
                "bật Developer Mode hoặc chạy bằng tài khoản quản trị; hoặc dùng --zip",
            ) from None
        beside.replace(self.root / CURRENT)

    def prune(self, keep: int) -> None:
        """Remove all releases but the newest `keep` and the one on show."""
        current = self.current()
        for each in self.releases()[keep:]:
            if each == current:
                continue
            folder = self.site_of(each).folder
            going = folder.with_name(f"{_GOING}{folder.name}")
            folder.rename(going)  # first out of sight: a half-removed release must not be rolled back to
            shutil.rmtree(going)

    def hold(self, reason: str) -> None:
        """Publish nothing more until `resume`. Raises Refusal."""
        with in_words():
            write_hold(self.root, reason)

    def held(self) -> str | None:
        """Since when and why publishing is on hold; None where it is not. Raises Refusal."""
        with in_words():
            return read_hold(self.root)

    def resume(self) -> None:
        """End a hold. Raises Refusal."""
        with in_words():
            (self.root / HOLD).unlink(missing_ok=True)


def _settle() -> None:
    """Have the system write its buffers to disk, so that the site is whole after a power cut too."""
    if hasattr(os, "sync"):
        os.sync()
