"""Reports kept on disk, so that an unchanged file is never opened again and, if nobody touched it, not even hashed.

A report is filed under the hash of the file, of the trust folder and of this code: whoever changes one of them asks
for another report, and nothing ever has to be thrown away to stay true.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType

from pydantic import TypeAdapter, ValidationError

from trangtin.signing.files import signed_by
from trangtin.signing.report import FileReport
from trangtin.signing.trust import TrustStore

_REPORT = TypeAdapter(FileReport)
_INDEX = TypeAdapter(dict[str, tuple[int, int, int, str]])
_SETTLED = 2_000_000_000
"""Nanoseconds after which a file's time tells every change: a write right after a look may leave it as it was."""


class ReportCache:
    """Gives reports of files. Several builds may use one folder at once: entries are written whole or not at all."""

    def __init__(self, folder: Path, root: Path, trust: TrustStore) -> None:
        """Keep entries in `folder`; files are known by their path under `root`."""
        self._folder = folder
        self._root = root
        self._trust = trust
        self._hashes = self._read_hashes()
        self._is_changed = False

    def __enter__(self) -> ReportCache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write down which file had which hash."""
        if self._is_changed:
            self._write(self._folder / "index.json", json.dumps(self._hashes).encode())

    def report_of(self, file: Path) -> FileReport:
        """The report of a file, from disk if it has been made before. Raises OSError if the file cannot be read."""
        beside = signed_by(file)
        key = hashlib.sha256(
            "|".join(
                (self._hash(file), self._hash(beside) if beside else "", self._trust.fingerprint, code_version())
            ).encode()
        ).hexdigest()
        entry = self._folder / key[:2] / f"{key}.json"
        try:
            return _REPORT.validate_json(entry.read_bytes())
        except (OSError, ValidationError):
            pass  # not made yet, or damaged: made anew
        from trangtin.signing.reading import read_file_report  # heavy: only when something is new

        report = read_file_report(
            file.read_bytes(), self._trust, signed_content=beside.read_bytes() if beside else None
        )
        self._write(entry, _REPORT.dump_json(report))
        return report

    def _hash(self, file: Path) -> str:
        name = os.path.relpath(file, self._root)
        seen = file.stat()
        size, modified, looked, digest = self._hashes.get(name, (-1, 0, 0, ""))
        if (size, modified) == (seen.st_size, seen.st_mtime_ns) and looked - modified > _SETTLED:
            return digest
        looked = time.time_ns()
        with file.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        self._hashes[name] = (seen.st_size, seen.st_mtime_ns, looked, digest)
        self._is_changed = True
        return digest

    def _read_hashes(self) -> dict[str, tuple[int, int, int, str]]:
        try:
            return _INDEX.validate_json((self._folder / "index.json").read_bytes())
        except (OSError, ValidationError):
            return {}

    def _write(self, target: Path, data: bytes) -> None:
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as temporary:
                temporary.write(data)
            Path(temporary.name).replace(target)
        except OSError:
            return  # a folder that cannot be written to costs time, nothing else


@cache
def code_version() -> str:
    """Changes with every line of this package and with the libraries that judge."""
    whole = hashlib.sha256()
    for source in sorted(Path(__file__).parent.glob("*.py")):
        whole.update(source.read_bytes())
    for library in ("pyhanko", "pyhanko-certvalidator", "pikepdf", "pypdfium2", "cryptography"):
        try:
            whole.update(f"{library}={version(library)};".encode())
        except PackageNotFoundError:
            whole.update(f"{library};".encode())
    return whole.hexdigest()
