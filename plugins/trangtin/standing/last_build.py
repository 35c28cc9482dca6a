"""The record at the end of a build by which the next one can tell whether it would make the same site."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path

from trangtin.disk.kept_files import CACHE
from trangtin.disk.locks import lock
from trangtin.disk.real_path import real_path
from trangtin.disk.stamp import TICK, stamp_of, was_settled
from trangtin.disk.whole_file import write_whole
from trangtin.signing.manifest import WELL_KNOWN
from trangtin.standing.configured import Configured, read_configured
from trangtin.standing.inputs import Inputs, inputs_of
from trangtin.standing.left_site import LAST_PAGES, SITE_RECORD, is_untouched, lying_in, read_rows


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
        """The site's folder as MkDocs works it out: relative to the folder of `mkdocs.yml`."""
        asked = self._asked or (self._places.site if self._places is not None else Path())
        return real_path(self._config.parent / asked)

    @cached_property
    def _inputs(self) -> Inputs | None:
        """The inputs before anything is read: a later change makes them differ."""
        if self._places is None:
            return None
        return inputs_of(self._config, self._places, self.site, self._environment)

    def messages(self) -> tuple[str, ...] | None:
        """The messages of the last build if a build would make the same now and the site is untouched; else None."""
        record = self._record()
        if self._inputs is None or record.get("inputs") != self._inputs.digests:
            return None
        said, kept = record.get("said"), record.get("kept")
        if not isinstance(said, list) or not isinstance(kept, int) or not self._is_as_left(record.get("site"), kept):
            return None
        return tuple(map(str, said))

    @contextmanager
    def replaced(self) -> Iterator[Callable[[Sequence[str]], None]]:
        """Forget the last build, and yield what records this one: to be called at its end, with all that it said.

        Nothing is recorded where another build of the portal was at work in the meantime: the site may be of both.
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
                stamps = {"inputs": dict(self._inputs.digests), "site": _digest(self._left()), "kept": time.time_ns()}
                self._write({**stamps, "said": list(said)})

            yield keep

    def _is_as_left(self, digest: object, kept: int) -> bool:
        """Whether the site is as the build recorded it; the record had this digest at the moment `kept`."""
        record = self._left()
        if _digest(record) != digest:
            return False
        left = dict(read_rows(record, self.site))
        try:
            for address, entry in lying_in(self.site):
                row = left.pop(address, None)
                if row is None and (entry is None or address.startswith(f"{WELL_KNOWN}/")):
                    continue  # an empty folder; what somebody put where others may
                seen = entry.stat(follow_symlinks=False) if entry else None
                if row is None or seen is None or not is_untouched(row, seen) or not was_settled(stamp_of(seen), kept):
                    return False
        except OSError:
            return False
        return not left

    def _left(self) -> bytes:
        """What the last build wrote down of its site; nothing where it did not."""
        try:
            return (self._file.parent / SITE_RECORD).read_bytes()
        except OSError:
            return b""

    def _record(self) -> dict[str, object]:
        try:
            found = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self, record: Mapping[str, object]) -> None:
        with suppress(OSError):  # a cache that one may only read: the next build is a whole one
            write_whole(self._file, json.dumps(record, ensure_ascii=False).encode())

    def forget(self) -> None:
        """Have the next build look at every page, whatever is known of the last one."""
        self._forget()
        with suppress(OSError):
            self._file.with_name(LAST_PAGES).unlink(missing_ok=True)

    def _forget(self) -> None:
        with suppress(OSError):
            self._file.unlink(missing_ok=True)


def _digest(record: bytes) -> str:
    return hashlib.blake2b(record, digest_size=20).hexdigest()


@contextmanager
def _alone(file: Path) -> Iterator[bool]:
    """Whether no other build held the lock when this one began; it is held, with others, until this one ends."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError:
        yield False
        return
    try:
        is_alone = lock(handle)
        yield lock(handle, is_shared=True, waits=True) and is_alone
    finally:
        os.close(handle)
