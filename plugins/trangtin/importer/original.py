"""The file a draft was made from: what it is, and whether it may be offered to readers beside the draft."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath

from trangtin.content.problem import Severity
from trangtin.content.values.vocabulary import FileRole
from trangtin.importer.secrecy import refuse_secret_file
from trangtin.signing.kinds import FileKind, kind_of
from trangtin.signing.validation.trust import TrustStore


@dataclass(frozen=True, slots=True)
class Original:
    """What goes beside a draft: the bytes as they came, never changed."""

    suffix: str
    """`.docx`, in small letters; by the bytes where the name has none."""
    sha256: str
    role: FileRole
    faults: tuple[str, ...] = ()
    """Why readers must not get it as it is, in Vietnamese; empty where they may."""


def examine(data: bytes, name: str, trust: TrustStore, *, is_annex: bool = False) -> Original:
    """Say what the file is by its bytes; signed files are told from unsigned ones by `signing`.

    Raises Refusal where it bears a mark of secrecy outside the paper's own text.
    """
    suffix = PurePosixPath(name).suffix.lower() or _suffix_of(data)
    role = FileRole.ANNEX if is_annex else FileRole.FULL_TEXT
    if kind_of(data) is FileKind.OTHER:
        return Original(suffix, hashlib.sha256(data).hexdigest(), role)
    from trangtin.signing.findings import findings_of  # heavy parts: only for files that can carry signatures
    from trangtin.signing.reading import read_file_report

    report = read_file_report(data, trust)
    refuse_secret_file(report)
    if report.signatures and not is_annex:
        role = FileRole.SIGNED
    faults = tuple(
        f"{found.message} → {found.remedy}" for found in findings_of(report, name) if found.severity is Severity.ERROR
    )
    return Original(suffix, report.sha256, role, faults)


def _suffix_of(data: bytes) -> str:
    """The ending that fits what `read_paper` takes a file without one for."""
    if kind_of(data) is FileKind.PDF:
        return ".pdf"
    begins = {b"PK": ".docx", b"{\\rtf": ".rtf", b"\xd0\xcf\x11\xe0": ".doc"}
    return next((suffix for begin, suffix in begins.items() if data.startswith(begin)), ".txt")
