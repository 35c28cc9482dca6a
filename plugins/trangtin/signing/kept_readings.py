"""Results of opening files, on a shelf, under a hash of the file, of the trust folder and of this code.

A change of any of the three asks for another row, so no row is ever out of date.
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
        """The key of a file's reading; `hashes` are the SHA-256 of the file and, if it signs another, of that one."""
        return key_of(*hashes, self._around)

    def reports(self, keys: Iterable[bytes]) -> Iterator[tuple[bytes, FileReport]]:
        """The reports that are kept under `keys`, with their keys."""
        for key, (text,) in self._shelf.find(keys, ["report"]):
            report = _read(text)
            if report is not None:
                yield key, report

    def picture_hashes(self, keys: Iterable[bytes]) -> Mapping[bytes, str]:
        """SHA-256 of the first-page pictures that are kept under `keys`."""
        return {key: str(sha256) for key, (sha256,) in self._shelf.find(keys, ["picture_sha256"])}

    def picture(self, key: bytes, make: Callable[[], bytes], sha256: str | None) -> Shelved:
        """The picture of a file's first page; `make` draws it again should it be lost."""
        return Shelved(self._shelf, key, "picture", make, sha256)

    def add(self, readings: Mapping[bytes, FileReading]) -> None:
        """Keep new readings."""
        self._shelf.add(
            {
                key: (_REPORT.dump_json(made.report), _sha256(made.picture), made.picture or b"")
                for key, made in readings.items()
            }
        )

    def keep(self, used: Set[bytes]) -> None:
        """Drop readings that were not used, once they outnumber those that were."""
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
