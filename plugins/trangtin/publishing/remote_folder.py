"""The same releases on another machine, through the program rsync: over ssh, or any way it speaks.

Only rsync is needed there, no shell. It cannot lock: each publisher sends a release of its own, rsync puts a link in
place of another by renaming, and a release does not stay over a later one. So two publishers at once end with the site
of the one that began last, whole. A hold is a file there as on this machine; it is looked for before a release is
sent, and again before it is shown.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from trangtin.content.problem import Code
from trangtin.publishing.built_site import BuiltSite, ShownSite
from trangtin.publishing.carrying import still_asked_for, write_carried
from trangtin.publishing.copying import copy_site
from trangtin.publishing.holding import HOLD, read_hold, refuse_if_held, write_hold
from trangtin.publishing.losses import objections, replaced_papers
from trangtin.publishing.place import Published, Rules, Start, nothing_there, overtaken
from trangtin.publishing.refusal import Refusal, in_words, refused
from trangtin.publishing.release import Release, new_release, read_release, wanted_release
from trangtin.publishing.release_folder import CURRENT, RELEASES
from trangtin.signing.manifest import CARRIED, NAME, carried_hashes, sha256_of, without_copies
from trangtin.signing.site_roles import SiteRoles

_NOT_ALL = 23
"""rsync: some files could not be transferred, as where the folder is not there yet."""
_FAULT = re.compile(r"rsync: .*")
_NOTHING_THERE = re.compile(r"rsync: .* \(2\)")
"""A fault with the system's number for a missing file (ENOENT). After any other nobody knows whether it is there."""
_PATIENCE = 3600
"""Seconds for one run of rsync."""
_ABANDONED = timedelta(days=1)
"""So much before the release on show, nobody is still sending one that is not whole."""
_LISTED = re.compile(r"-\S+ +(?P<size>\d+) \S+ \S+ (?P<path>(?!(?:.*/)?\.(?!well-known/)).+)")
"""A file in a list by rsync, save hidden ones."""


@dataclass(frozen=True, slots=True)
class RemoteFolder:
    """A folder of releases at an rsync address (`web@may-chu:/srv/trang`). A Place."""

    address: str

    def start(self, moment: datetime) -> Start:
        """Begin to publish and note what is on show. Raises Refusal during a hold."""
        refuse_if_held(self.held())
        return Start(moment, next(iter(self.releases()), None))

    def publish(self, site: BuiltSite, rules: Rules, start: Start) -> Published:
        """Send a site as a release and show it. Raises Refusal, and then what was on show still is."""
        site.verify()
        refuse_if_held(self.held())
        kept, current = self.releases(), self.current()
        with tempfile.TemporaryDirectory(prefix="trangtin-") as listed:
            shown = self._shown(Path(listed)) if current is not None else ShownSite({}, {}, SiteRoles())
            if current is not None and self._is_same(Path(listed), site, rules):
                return Published(current, 0, is_same=True)
            if kept and start.is_overtaken_by(kept[0]):
                raise overtaken(self.address, kept[0])
            if found := tuple(objections(shown, site, rules.losses)):
                raise Refusal(*found)
            replaced = replaced_papers(shown.files, site)
            # The one on show may not be among the kept: somebody took its list away.
            last = max((*kept, *([current] if current else [])), default=None)
            release = new_release(site.digest, start.moment, last)
            if current is not None:
                self._prune(current, rules.keep)  # `--keep 2` has to help where the disk is full already
            self._send(site, release, kept, shown.files, rules)
        refuse_if_held(self.held())  # somebody may have gone back while this was on its way
        self._refuse_if_later(release, self.current())
        self.show(release)
        self._refuse_if_later(release, self._show_later_than(release))
        self._prune(release, rules.keep)
        return Published(release, replaced=replaced)

    def _send(
        self, site: BuiltSite, release: Release, kept: Sequence[Release], shown: Mapping[str, str], rules: Rules
    ) -> None:
        """Send a release, whole at its end; `shown` are the hashes of the site on show."""
        with _copy_of(site, release.moment.timestamp(), rules) as folder:
            self._carry(site, folder, shown)
            if not kept:
                self._make_folders()
            # By content, not by time: what has not changed is linked there to the release before, and keeps its time.
            beside = f"--link-dest=../{kept[0].name}" if kept else ""
            options = ["--checksum", *([beside] if beside else [])]
            there = self._at(RELEASES, release.name, "")
            try:
                # The manifest goes last: a release without it was not sent to its end, and is none.
                self._run(*options, "--exclude", f"/{NAME}", f"{folder}/", there, make=True)
                self._run(str(folder / NAME), there, make=True)
            except Refusal:
                with suppress(Refusal):  # where nobody can be reached, the next publisher clears it away
                    self._remove_unfinished(release)
                raise

    def _make_folders(self) -> None:
        """Folders that the web server may read, whatever the umask there; one that somebody made stays as it is."""
        is_there = bool(self._run("--list-only", self._at(""), may_miss=True))
        with tempfile.TemporaryDirectory(prefix="trangtin-") as place:
            releases = Path(place, RELEASES)
            releases.mkdir()
            self._run(str(releases) if is_there else f"{place}/", self._at(""), make=True)

    def _carry(self, site: BuiltSite, folder: Path, shown: Mapping[str, str]) -> None:
        """Fetch what open pages of the site on show still ask for, so that the new release has it too."""
        wanted = still_asked_for(shown, site)
        if not wanted:
            return
        with tempfile.TemporaryDirectory(prefix="trangtin-") as place:
            listed = Path(place, "wanted")
            listed.write_text("".join(f"{path}\n" for path in wanted), encoding="utf-8")
            self._run(f"--files-from={listed}", self._at(CURRENT, ""), f"{folder}/", may_miss=True)
        there = {path: digest for path, digest in wanted.items() if (folder / path).is_file()}
        for path, digest in there.items():
            if sha256_of(folder / path) != digest:  # changed by somebody where it lay
                (folder / path).unlink()
        write_carried(folder, {path: digest for path, digest in there.items() if (folder / path).is_file()})

    def _show_later_than(self, shown: Release) -> Release:
        """Show a later release, if another publisher sent one just now; returns the release then on show.

        Whoever shows last looks last, so what stays is the latest, however many publish at once. A release that is
        whole and later than ours was begun after ours: none of the kept is later than a new one.
        """
        while (latest := max(self.releases(), default=shown)) > shown:
            refuse_if_held(self.held())  # then a person has chosen what is on show
            self.show(latest)
            shown = latest
        return shown

    def _refuse_if_later(self, release: Release, shown: Release | None) -> None:
        if shown is not None and shown > release:
            raise overtaken(self.address, shown)

    def show(self, release: Release) -> None:
        """Make a release the one on show."""
        with tempfile.TemporaryDirectory(prefix="trangtin-") as place:
            link = Path(place, CURRENT)
            link.symlink_to(Path(RELEASES, release.name), target_is_directory=True)
            self._run("--links", str(link), self._at(""))

    def roll_back(self, name: str | None) -> Release:
        """Show the release whose name this is, or begins with; None: the one before that on show. Raises Refusal."""
        kept = self.releases()
        if not kept:
            raise nothing_there(self.address)
        release = wanted_release(kept, self.current(), name)
        self.show(release)
        return release

    def hold(self, reason: str) -> None:
        """Publish nothing more until `resume`: a publisher under way looks for it just before it shows its site."""
        if not self.releases():  # else a folder that is not there would be made
            raise nothing_there(self.address)
        with tempfile.TemporaryDirectory(prefix="trangtin-") as place:
            write_hold(Path(place), reason)
            self._run(str(Path(place, HOLD)), self._at(""))

    def held(self) -> str | None:
        """Since when and why publishing is on hold there; None where it is not."""
        with tempfile.TemporaryDirectory(prefix="trangtin-") as place:
            self._run(self._at(HOLD), f"{place}/", may_miss=True)
            return read_hold(Path(place))

    def resume(self) -> bool:
        """End a hold; False where there was none."""
        if self.held() is None:
            if not self.releases():
                raise nothing_there(self.address)
            return False
        self._remove(self._at(""), f"/{HOLD}")
        return True

    def releases(self) -> tuple[Release, ...]:
        """The whole releases there, the newest first."""
        return self._listed()[0]

    def _listed(self) -> tuple[tuple[Release, ...], Set[Release]]:
        """The whole releases there, the newest first, and those that were not sent to their end, or not yet."""
        wanted = ["--include=/*/", f"--include=/*/{NAME}", "--exclude=*"]
        listing = self._run("--list-only", "-r", *wanted, self._at(RELEASES, ""), may_miss=True)
        names = [line.rpartition(" ")[2] for line in listing.splitlines()]
        whole = {read_release(name.rpartition("/")[0]) for name in names if name.endswith(f"/{NAME}")}
        begun = {each for each in map(read_release, names) if each is not None}
        return tuple(sorted(filter(None, whole), reverse=True)), begun - whole

    def current(self) -> Release | None:
        """The release on show there."""
        listing = self._run("--list-only", "--links", self._at(CURRENT), may_miss=True)
        return read_release(listing.strip().rpartition("/")[2])

    def _shown(self, folder: Path) -> ShownSite:
        """The site on show by its manifest, which is fetched into `folder`; by a listing where somebody removed it."""
        self._run(self._at(CURRENT, NAME), f"{folder}/", may_miss=True)
        listed = BuiltSite(folder)
        if sizes := listed.sizes:
            return ShownSite(listed.files, sizes, listed.roles)
        listing = self._run("--list-only", "-r", "--8-bit-output", "--no-human-readable", self._at(CURRENT, ""))
        found = filter(None, map(_LISTED.fullmatch, listing.splitlines()))
        sizes = without_copies({each["path"]: int(each["size"]) for each in found})
        return ShownSite(listed.files, sizes, listed.roles)

    def _is_same(self, listed: Path, site: BuiltSite, rules: Rules) -> bool:
        """Whether the site on show, whose manifest lies in `listed`, is this one with all copies, byte for byte.

        Else a release of each day on which nothing happened would crowd out those to go back to.
        """
        if not (listed / NAME).is_file() or BuiltSite(listed).digest != site.digest:
            return False
        self._run(self._at(CURRENT, CARRIED), f"{listed}/", may_miss=True)
        carried = [f"--exclude=/{path}" for path in (CARRIED, *carried_hashes(listed))]
        with _copy_of(site, 0.0, rules) as folder:
            would_do = ["--dry-run", "-r", "--checksum", "--delete", "--out-format=%n"]
            return not self._run(*would_do, *carried, f"{folder}/", self._at(CURRENT, "")).strip()

    def _prune(self, shown: Release, keep: int) -> None:
        kept, unfinished = self._listed()
        gone = [each for each in kept[keep:] if each != shown]
        gone += [each for each in unfinished if each.moment < shown.moment - _ABANDONED]
        if gone:
            self._remove(self._at(RELEASES, ""), *(f"/{each.name}/***" for each in gone))

    def _remove_unfinished(self, release: Release) -> None:
        if release in self._listed()[1]:  # another publisher may have sent the same at the same moment
            self._remove(self._at(RELEASES, ""), f"/{release.name}/***")

    def _remove(self, address: str, *names: str) -> None:
        """Delete these names there: rsync deletes what the empty folder that is sent does not have."""
        with tempfile.TemporaryDirectory(prefix="trangtin-") as empty:
            wanted = [f"--include={name}" for name in names]
            self._run("-r", "--delete", *wanted, "--exclude=*", f"{empty}/", address)

    def _at(self, *parts: str) -> str:
        return "/".join([self.address.rstrip("/"), *parts])

    def _run(self, *words: str, may_miss: bool = False, make: bool = False) -> str:
        program = shutil.which("rsync")
        if program is None:
            raise refused(
                Code.PUBLISH_REMOTE, "máy này không có chương trình rsync", "cài rsync (Debian: apt install rsync)"
            )
        # Without times: a file of another time is not linked. With permissions: else the umask there has its say.
        kinds = ["-r", "--perms", "--chmod=D755,F644"] if make else []
        command = [program, *kinds, *(["--mkpath"] if make else []), *words]
        try:
            done = subprocess.run(
                command, capture_output=True, encoding="utf-8", timeout=_PATIENCE, stdin=subprocess.DEVNULL, check=False
            )
        except subprocess.TimeoutExpired:
            raise refused(
                Code.PUBLISH_REMOTE, f"'{self.address}' không trả lời", "kiểm tra đường truyền rồi chạy lại"
            ) from None
        if done.returncode and not (may_miss and done.returncode == _NOT_ALL and _is_nothing_there(done.stderr)):
            first = (done.stderr.strip().splitlines() or [f"mã {done.returncode}"])[0]
            raise refused(
                Code.PUBLISH_REMOTE,
                f"rsync tới '{self.address}' không xong: {first}",
                "kiểm tra tên máy, khóa ssh và quyền ghi rồi chạy lại; trang đang đăng vẫn nguyên",
            )
        return done.stdout


@contextmanager
def _copy_of(site: BuiltSite, moment: float, rules: Rules) -> Iterator[Path]:
    """The site as it is sent, with its compressed copies, in a folder of this machine. Raises Refusal."""
    with in_words(), tempfile.TemporaryDirectory(prefix="trangtin-") as place:
        folder = Path(place, "site")
        copy_site(site, folder, None, moment, rules.packings)
        yield folder


def _is_nothing_there(stderr: str) -> bool:
    """Whether rsync only reported that files do not exist."""
    faults = [line for line in stderr.splitlines() if _FAULT.fullmatch(line)]
    return bool(faults) and all(map(_NOTHING_THERE.fullmatch, faults))
