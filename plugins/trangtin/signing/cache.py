"""Reports kept on disk, so that an unchanged file is never opened again and, if nobody touched it, not even hashed."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import ExitStack
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from types import TracebackType

from pydantic import TypeAdapter, ValidationError

from trangtin.disk.kept_files import is_kept, keep, sweep
from trangtin.disk.shelf import Shelved, program_version
from trangtin.disk.stamp import Stamp, stamp_of, was_settled
from trangtin.parallel import begun, in_parallel
from trangtin.processors import processes_for
from trangtin.signing.files import signed_by
from trangtin.signing.kept_readings import KeptReadings
from trangtin.signing.report import FileReading, FileReport
from trangtin.signing.validation.trust import TrustStore
from trangtin.signing.workers import Look, clean, draw, look

_Hashes = dict[str, tuple[Stamp, int, str]]
"""By path: the file's stamp, when that was taken, and its SHA-256."""
_Looked = tuple[Path, list[tuple[Path, Stamp, int]], Look]
"""A file; it and the file it signs, each with its stamp and when that was taken; the result of looking."""
_INDEX = TypeAdapter(_Hashes)
_ENOUGH = 50
"""So many new files are worth one more process, since each process imports the PDF libraries anew."""
_TOGETHER = 16
_AT_ONCE = 200
"""Readings held in memory before they are written down."""
_NAMES = "index.json"
"""Which file had which hash."""
_READINGS = "readings.sqlite"


class ReportCache:
    """Gives reports and pictures of files. Several builds may use one folder at once: entries are written whole."""

    def __init__(self, folder: Path, root: Path, trust: TrustStore) -> None:
        """Keep entries in `folder`; files are known by their path under `root`."""
        self._folder = folder
        self._root = root
        self._readings = KeptReadings(folder / _READINGS, trust)
        self._is_changed = False
        self._asked: set[str] = set()
        """Names whose hash somebody wanted to know."""
        self._keys: dict[Path, bytes | None] = {}
        self._begun: dict[Path, None] = {}
        self._coming: Iterator[_Looked] = iter(())
        self._working = ExitStack()

    def __enter__(self) -> ReportCache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write down which file had which hash."""
        self._working.close()
        if self._is_changed:
            keep(self._folder / _NAMES, json.dumps(self._hashes).encode())

    def begin(self, files: Iterable[Path]) -> None:
        """Have other processes look at those of `files` that are new, while this one does something else."""
        self._begun = dict.fromkeys(file for file in files if self._known_key(file) is None)
        self._coming = self._looks(self._begun)

    def reports_of(self, files: Iterable[Path], *, are_all: bool = False) -> Iterator[tuple[Path, FileReport]]:
        """Yield each file with its report, from disk if it is known. Raises OSError if a file cannot be read.

        With `are_all`, these are all files of the portal, and what is kept of others is dropped: hashes at once, as
        they are quickly computed again, readings once they outnumber those in use.
        """
        waiting = dict.fromkeys(files)
        known: dict[bytes, list[Path]] = {}
        for file in waiting:
            key = self._known_key(file)
            if key is not None:
                known.setdefault(key, []).append(file)
        used: set[bytes] = set()
        for key, report in self._readings.reports(known):
            used.add(key)
            for file in known[key]:
                del waiting[file]
                yield file, report
        for file, key, report in self._looked_at(waiting):
            used.add(key)
            yield file, report
        if are_all:
            self._readings.keep(used)
            self._forget(self._hashes.keys() - self._asked)

    def _looked_at(self, files: Iterable[Path]) -> Iterator[tuple[Path, bytes, FileReport]]:
        later = [file for file in files if file not in self._begun]
        fresh: dict[bytes, FileReading] = {}
        for file, seen, found in chain(self._coming, self._looks(later)):
            for (each, stamp, looked), digest in zip(seen, found.hashes, strict=True):
                self._hashes[self._name(each)] = stamp, looked, digest
                self._is_changed = True
            key = self._readings.key(found.hashes)
            if found.is_new:
                fresh[key] = found.reading
            if len(fresh) == _AT_ONCE:
                self._readings.add(fresh)
                fresh.clear()
            yield file, key, found.reading.report
        self._readings.add(fresh)

    def _looks(self, files: Iterable[Path]) -> Iterator[_Looked]:
        """Yield each file with its state when it was queued, and the result of looking at it."""
        tasks = [(file, signed_by(file), self._readings) for file in files]
        seen = [[(each, stamp_of(each.stat()), time.time_ns()) for each in named if each] for *named, _ in tasks]
        processes = processes_for(len(tasks), _ENOUGH)
        looks = self._working.enter_context(begun(look, tasks, processes=processes, together=_TOGETHER))
        return zip((file for file, *_ in tasks), seen, looks, strict=True)

    def pictures_of(self, files: Mapping[Path, str]) -> Mapping[Path, Shelved]:
        """The pictures of the first pages of PDFs that have one, each given with its SHA-256."""
        keys = {file: self._readings.key((sha256,)) for file, sha256 in files.items()}
        known = self._readings.picture_hashes(keys.values())
        return {file: self._readings.picture(key, partial(draw, file), known.get(key)) for file, key in keys.items()}

    def cleaned_of(self, files: Mapping[Path, str]) -> Iterator[tuple[Path, Path | bytes]]:
        """Yield each picture that carries more than it shows, with the file or bytes to publish; leave out others.

        `files` gives the SHA-256 of each picture.
        """
        missing: list[tuple[Path, Path]] = []
        for file, sha256 in files.items():
            entry = self._cleaned_entry(sha256)
            if not is_kept(entry):
                missing.append((file, entry))
            elif entry.stat().st_size:
                yield file, entry
        tasks = [(file,) for file, _ in missing]
        results = in_parallel(clean, tasks, processes=processes_for(len(tasks), _ENOUGH), together=_TOGETHER)
        for (file, entry), made in zip(missing, results, strict=True):
            is_written = keep(entry, made or b"")
            if made:
                yield file, entry if is_written else made
        if missing:
            sweep(self._folder)

    def _cleaned_entry(self, sha256: str) -> Path:
        key = hashlib.sha256(f"{sha256}|{program_version('pillow')}".encode()).hexdigest()
        return self._folder / key[:2] / f"{key}.clean"

    def _known_key(self, file: Path) -> bytes | None:
        """The key of a file's reading; None if it, or what it signs, may have changed since it was hashed."""
        if file not in self._keys:
            self._keys[file] = self._hashed_key(file)
        return self._keys[file]

    def _hashed_key(self, file: Path) -> bytes | None:
        hashes = [self._known_hash(each) for each in (file, signed_by(file)) if each is not None]
        known = [each for each in hashes if each is not None]
        return self._readings.key(known) if len(known) == len(hashes) else None

    def _known_hash(self, file: Path) -> str | None:
        name, stamp = self._name(file), stamp_of(file.stat())
        self._asked.add(name)
        known, looked, digest = self._hashes.get(name, (None, 0, ""))
        return digest if known == stamp and was_settled(stamp, looked) else None

    def _forget(self, names: Set[str]) -> None:
        for name in names:
            del self._hashes[name]
            self._is_changed = True

    def _name(self, file: Path) -> str:
        name, root = os.fspath(file), f"{self._root}{os.sep}"
        return name.removeprefix(root) if name.startswith(root) else os.path.relpath(file, self._root)

    @cached_property
    def _hashes(self) -> _Hashes:
        try:
            return _INDEX.validate_json((self._folder / _NAMES).read_bytes())
        except (OSError, ValidationError):
            return {}
