"""Reports kept on disk, so that an unchanged file is never opened again and, if nobody touched it, not even hashed.

A report is filed under the hash of the file, of the trust folder and of this code: whoever changes one of them asks
for another report, and nothing ever has to be thrown away to stay true; what no build uses goes after a while.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType

from pydantic import TypeAdapter, ValidationError

from trangtin.content.kept_files import is_kept, keep, sweep
from trangtin.parallel import in_parallel, processes_for
from trangtin.shelf import code_version
from trangtin.signing.files import signed_by
from trangtin.signing.report import FileReport
from trangtin.signing.trust import TrustStore
from trangtin.signing.workers import clean, draw, read

_REPORT = TypeAdapter(FileReport)
_INDEX = TypeAdapter(dict[str, tuple[int, int, int, int, str]])
_LIBRARIES = ("pyhanko", "pyhanko-certvalidator", "pikepdf", "pypdfium2", "cryptography")
_ENOUGH = 50
"""Files for which one more process, which imports the PDF libraries anew, is worth its start."""
_TOGETHER = 16
_NAMES = "index.json"
"""Which file had which hash."""
_SETTLED = 2_000_000_000
"""Nanoseconds after which a file's time tells every change: a write right after a look may leave it as it was."""


class ReportCache:
    """Gives reports and pictures of files. Several builds may use one folder at once: entries are written whole."""

    def __init__(self, folder: Path, root: Path, trust: TrustStore) -> None:
        """Keep entries in `folder`; files are known by their path under `root`."""
        self._folder = folder
        self._root = root
        self._trust = trust
        self._hashes = self._read_hashes()
        self._is_changed = self._is_grown = False

    def __enter__(self) -> ReportCache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write down which file had which hash, and make room where something was added."""
        if self._is_changed:
            keep(self._folder / _NAMES, json.dumps(self._hashes).encode())
        if self._is_grown:
            sweep(self._folder)

    def reports_of(self, files: Iterable[Path]) -> Iterator[tuple[Path, FileReport]]:
        """Each file with its report, from disk if it has been made before. Raises OSError if a file cannot be read."""
        missing: list[tuple[Path, Path]] = []
        for file in files:
            beside = signed_by(file)
            entry = self._entry("json", self._hash(file), self._hash(beside) if beside else "", self._trust.fingerprint)
            report = self._kept_report(entry)
            if report is not None:
                yield file, report
            else:
                missing.append((file, entry))
        tasks = [(file, self._trust.plain) for file, _ in missing]
        made = in_parallel(read, tasks, processes=processes_for(len(tasks), _ENOUGH), together=_TOGETHER)
        for (file, entry), report in zip(missing, made, strict=True):
            keep(entry, _REPORT.dump_json(report))
            yield file, report
        self._is_grown |= bool(missing)

    def _kept_report(self, entry: Path) -> FileReport | None:
        try:
            return _REPORT.validate_json(entry.read_bytes()) if is_kept(entry) else None
        except (OSError, ValidationError):  # damaged: made anew
            return None

    def pictures_of(self, files: Iterable[Path]) -> Iterator[tuple[Path, Path | bytes]]:
        """Each PDF that has a first page with its picture (WebP): the cache's file, or its bytes if none was kept."""
        return self._made("webp", draw, files)

    def cleaned_of(self, files: Iterable[Path]) -> Iterator[tuple[Path, Path | bytes]]:
        """Each picture that carries more than it shows, as it may be published; others are left out."""
        return self._made("clean", clean, files)

    def _made(
        self, ending: str, work: Callable[[Path], bytes | None], files: Iterable[Path]
    ) -> Iterator[tuple[Path, Path | bytes]]:
        missing: list[tuple[Path, Path]] = []
        for file in files:
            entry = self._entry(ending, self._hash(file))
            if not is_kept(entry):
                missing.append((file, entry))
            elif entry.stat().st_size:
                yield file, entry
        tasks = [(file,) for file, _ in missing]
        results = in_parallel(work, tasks, processes=processes_for(len(tasks), _ENOUGH), together=_TOGETHER)
        for (file, entry), made in zip(missing, results, strict=True):
            is_written = keep(entry, made or b"")
            if made:
                yield file, entry if is_written else made
        self._is_grown |= bool(missing)

    def _entry(self, ending: str, *parts: str) -> Path:
        key = hashlib.sha256("|".join((*parts, report_version())).encode()).hexdigest()
        return self._folder / key[:2] / f"{key}.{ending}"

    def _hash(self, file: Path) -> str:
        name = os.path.relpath(file, self._root)
        seen = file.stat()
        # The time of the last change of its entry too: programs can set back the other, not this one.
        stamp = (seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns)
        *known, looked, digest = self._hashes.get(name, (-1, 0, 0, 0, ""))
        if tuple(known) == stamp and looked - seen.st_mtime_ns > _SETTLED:
            return digest
        looked = time.time_ns()
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        self._hashes[name] = (*stamp, looked, digest)
        self._is_changed = True
        return digest

    def _read_hashes(self) -> dict[str, tuple[int, int, int, int, str]]:
        try:
            return _INDEX.validate_json((self._folder / _NAMES).read_bytes())
        except (OSError, ValidationError):
            return {}


def report_version() -> str:
    """Changes with every line of this package and with the libraries that judge."""
    return code_version(Path(__file__).parent, libraries=_LIBRARIES)
