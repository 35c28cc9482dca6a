"""What is written down at the end of a build, so that the next one can tell whether it would make the same."""

from __future__ import annotations

import json
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path

from trangtin.content.kept_files import CACHE
from trangtin.content.whole_file import write_whole
from trangtin.signing.manifest import WELL_KNOWN
from trangtin.standing.configured import Configured, read_configured
from trangtin.standing.inputs import Inputs, inputs_of
from trangtin.standing.tree import TICK, OddFolderError, Stamp, stamp_of

if sys.platform != "win32":
    import fcntl


class LastBuild:
    """The build of a portal into a folder before the one that is asked for."""

    def __init__(self, config: Path, site: Path | None, environment: Mapping[str, str]) -> None:
        """`config` is the portal's `mkdocs.yml`, `site` the folder that was asked for on the command line."""
        self._config = config.absolute()
        self._asked = site
        self._environment = environment
        self._file = self._config.parent / CACHE / "last-build.json"

    @cached_property
    def _places(self) -> Configured | None:
        # Elsewhere no time of a file tells that it was replaced.
        return read_configured(self._config) if os.name == "posix" else None

    @cached_property
    def site(self) -> Path:
        """The folder of the site, as MkDocs understands what it is told: from that of `mkdocs.yml`."""
        asked = self._asked or (self._places.site if self._places is not None else Path())
        return (self._config.parent / asked).resolve()

    @cached_property
    def _inputs(self) -> Inputs | None:
        """As they are before anything is read: what changes later differs from them."""
        if self._places is None:
            return None
        return inputs_of(self._config, self._places, self.site, self._environment)

    def told(self) -> tuple[str, ...] | None:
        """What the last build said, if a build would make the same now and the site is as it left it; else None."""
        record = self._record()
        if self._inputs is None or record.get("inputs") != self._inputs.digests:
            return None
        said = record.get("said")
        site = self._site_stamp()
        if not isinstance(said, list) or site is None or record.get("site") != site.digest:
            return None
        return tuple(map(str, said))

    @contextmanager
    def replaced(self) -> Iterator[Callable[[Sequence[str]], None]]:
        """For as long as a build takes: what was known goes, and what is given in the end, with all it said, is kept.

        Nothing is kept where another build of the portal was at work in the meantime: the site may be of both.
        """
        mark = {"begun": secrets.token_hex(8)}
        if self._inputs is None:
            self._forget()
            yield lambda _: None
            return
        with _alone(self._file.with_suffix(".lock")) as is_alone:
            self._write(mark)

            def keep(said: Sequence[str]) -> None:
                if self._inputs is None or not self._inputs.is_settled or not is_alone or self._record() != mark:
                    self._forget()
                    return
                time.sleep(TICK * 2 / 1e9)  # so that whoever writes into the site from now on changes a time
                site = self._site_stamp()
                if site is not None and site.is_settled:
                    self._write({"inputs": dict(self._inputs.digests), "site": site.digest, "said": list(said)})

            yield keep

    def _site_stamp(self) -> Stamp | None:
        """Of all that the build is responsible for: what is hidden at the top, such as `.git`, is the folder's own."""
        try:
            names = (entry.name for entry in os.scandir(self.site))
            hidden = {f"{self.site}{os.sep}{name}" for name in names if name.startswith(".") and name != WELL_KNOWN}
            return stamp_of(self.site, lambda entry: entry.path in hidden)
        except (OSError, OddFolderError):
            return None

    def _record(self) -> dict[str, object]:
        try:
            found = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, record: Mapping[str, object]) -> None:
        with suppress(OSError):  # a cache that one may only read: the next build is a whole one
            write_whole(self._file, json.dumps(record, ensure_ascii=False).encode())

    def _forget(self) -> None:
        with suppress(OSError):
            self._file.unlink(missing_ok=True)


@contextmanager
def _alone(lock: Path) -> Iterator[bool]:
    """Whether no other build held the lock when this one began; it is held, with others, until this one ends."""
    if sys.platform == "win32":
        yield False
        return
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        yield False
        return
    try:
        is_alone = _locked(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield _locked(handle, fcntl.LOCK_SH) and is_alone
    finally:
        os.close(handle)


def _locked(handle: int, how: int) -> bool:
    try:
        fcntl.flock(handle, how)
    except OSError:
        return False
    return True
