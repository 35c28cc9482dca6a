"""What came of opening files, on a shelf: under the hash of the file, of the trust folder and of this code.

Whoever changes one of them asks for another row, so that no row is ever wrong.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from trangtin.disk.shelf import Shelf, Shelved, Value, key_of, program_version
from trangtin.signing.report import FileReading, FileReport
from trangtin.signing.validation.trust import TrustStore

_REPORT = TypeAdapter(FileReport)
_LIBRARIES = ("pyhanko", "pyhanko-certvalidator", "pikepdf", "pypdfium2", "pillow", "cryptography")


class KeptReadings:
    """Readings of files judged by one store. Can be sent to other processes."""

    def __init__(self, file: Path, trust: TrustStore) -> None:
        """Keep them in `file`."""
        self.trust = trust.plain
        self._shelf = Shelf(file, ("report", "picture_sha256", "picture"))
        self._around = f"{trust.fingerprint} {report_version()}"

    def key(self, hashes: Sequence[str]) -> bytes:
        """The key of the reading of a file; SHA-256 of it and, if it signs another, of that."""
        return key_of(*hashes, self._around)

    def reports(self, keys: Iterable[bytes]) -> Iterator[tuple[bytes, FileReport]]:
        """Those of `keys` that are known, with their reports."""
        for key, (text,) in self._shelf.find(keys, ["report"]):
            report = _read(text)
            if report is not None:
                yield key, report

    def picture_hashes(self, keys: Iterable[bytes]) -> Mapping[bytes, str]:
        """SHA-256 of the pictures of first pages, of those that are known."""
        return {key: str(sha256) for key, (sha256,) in self._shelf.find(keys, ["picture_sha256"])}

    def picture(self, key: bytes, make: Callable[[], bytes], sha256: str | None) -> Shelved:
        """The picture of a file's first page, with what makes it again."""
        return Shelved(self._shelf, key, "picture", make, sha256)

    def add(self, readings: Mapping[bytes, FileReading]) -> None:
        """Keep what was made."""
        self._shelf.add(
            {
                key: (_REPORT.dump_json(made.report), _sha256(made.picture), made.picture or b"")
                for key, made in readings.items()
            }
        )

    def keep(self, used: Set[bytes]) -> None:
        """Drop what was not used, once there is more of it than of what was."""
        self._shelf.keep(used)


def _read(text: Value) -> FileReport | None:
    try:
        return _REPORT.validate_json(text) if isinstance(text, bytes) else None
    except ValidationError:  # damaged: made anew
        return None


def _sha256(picture: bytes | None) -> str:
    return hashlib.sha256(picture).hexdigest() if picture else ""


def report_version() -> str:
    """Changes with every line of this program and with the libraries that judge."""
    return program_version(*_LIBRARIES)
