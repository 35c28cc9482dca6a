"""A report as JSON for machines and as text for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from trangtin.content.problem import Severity
from trangtin.content.values.dates import VIETNAM
from trangtin.content.values.quantity import number_text
from trangtin.signing.findings import Finding
from trangtin.signing.kinds import Encryption, FileKind
from trangtin.signing.report import FileReport
from trangtin.signing.validation.verdict import Signature


def as_record(path: str, report: FileReport, findings: Iterable[Finding], beside: Sequence[str]) -> dict[str, Any]:
    """The object that `verify --format json` gives for one file; `beside` are the `.p7s` that sign it."""
    return {
        "path": path,
        "sha256": report.sha256,
        "pages": report.pages,
        "state": str(report.state),
        "signatures": [_signature(each, place) for place, each in enumerate(report.signatures, 1)],
        "problems": [problem_record(each) for each in findings],
        "reason": report.reason,
        "timestamps": [_signature(each, place) for place, each in enumerate(report.timestamps, 1)],
        "signed_beside": list(beside),
        "empty_fields": report.empty_fields,
        "size": report.size,
        "kind": str(report.kind),
        "format": str(report.format or report.kind),
        "pdf_version": report.version,
        "pdfa_claim": report.pdfa,
        "language": report.language,
        "text_layer": str(report.text_layer) if report.text_layer else None,
        "encryption": str(report.encryption),
        "active_content": [str(each) for each in report.active],
        "hidden_content": [*report.hidden, *report.unseen],
        "leaks": list(report.leaks),
    }


def problem_record(finding: Finding) -> dict[str, str]:
    """One finding as an object of that JSON."""
    return {
        "code": str(finding.code),
        "severity": str(finding.severity),
        "message": finding.message,
        "remedy": finding.remedy,
    }


def _signature(mark: Signature, place: int) -> dict[str, Any]:
    return {
        "position": place,
        "signer": mark.signer,
        "organisation": mark.organisation,
        "unit": mark.unit,
        "issuer": mark.issuer,
        "time": _moment(mark.time),
        "time_source": str(mark.time_source) if mark.time_source else None,
        "integrity": str(mark.integrity),
        "identity": str(mark.identity),
        "revocation": str(mark.revocation),
        "revocation_as_of": _moment(mark.revocation_as_of),
        "revoked_on": _moment(mark.revoked_on),
        "coverage": str(mark.coverage),
        "later": list(mark.later),
        "sha1": list(mark.sha1),
        "valid": mark.is_valid,
        "verdict": list(mark.verdict()),
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.astimezone(VIETNAM).isoformat() if moment else None


def as_lines(path: str, report: FileReport, findings: Iterable[Finding], beside: Sequence[str]) -> Iterator[str]:
    """The report as a block of lines to be read."""
    facts = [report.kind.label, f"{number_text(report.size / 1_000_000, 2)} MB"]
    facts += [f"{number_text(report.pages)} trang"] if report.pages else []
    facts += [report.text_layer.label] if report.text_layer else []
    facts += [f"tự nhận PDF/A-{report.pdfa}"] if report.pdfa else []
    facts += [report.encryption.label] if report.encryption is not Encryption.NONE else []
    yield path
    yield f"  {', '.join(facts)}"
    yield f"  SHA-256: {report.sha256}"
    if report.kind in (FileKind.PDF, FileKind.DETACHED, FileKind.OFFICE):
        where = f"; ký ở tệp riêng: {', '.join(beside)}" if beside else ""
        yield f"  Kết luận về các byte: {report.state_text}{where}"
    for place, mark in enumerate(report.signatures, 1):
        yield f"  Chữ ký {place}: {_holder(mark)}, {mark.time_text}"
        yield from (f"    - {sentence}" for sentence in mark.verdict())
    for mark in report.timestamps:
        yield f"  Dấu thời gian của tệp: {_holder(mark)}, {mark.time_text}"
        yield from (f"    - {sentence}" for sentence in mark.verdict())
    yield from (f"  {problem_line(each)}" for each in findings)


def problem_line(finding: Finding) -> str:
    """One finding as a line."""
    mark = "" if finding.severity is Severity.ERROR else f" [{finding.severity.label}]"
    return f"{finding.code} {finding.message} → {finding.remedy}{mark}"


def _holder(mark: Signature) -> str:
    return " · ".join(part for part in (mark.signer, mark.organisation, mark.unit) if part) or "không rõ người ký"
