"""What is wrong with attached files, each at the line that attaches it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from datetime import datetime, time
from pathlib import PurePosixPath

from trangtin.content.document import AttachedFile
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.values.dates import VIETNAM
from trangtin.content.values.vocabulary import FileRole
from trangtin.portal.attachments import Attachments
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.checks.carried import Carried
from trangtin.portal.checks.imprints import check_imprint
from trangtin.portal.checks.offered import Offered
from trangtin.portal.detached import signed_files
from trangtin.signing.findings import MEGABYTE, Finding, findings_of, signed_late
from trangtin.signing.kinds import FileKind
from trangtin.signing.report import FileReport
from trangtin.signing.validation.verdict import FileState

_SEEN = frozenset({FileState.UNSIGNED, FileState.INTACT})
"""States of a file that was looked through to its end; an intact one may bear a timestamp and no signature."""


def check_signatures(
    catalogue: Catalogue, attachments: Attachments, carried_files: Iterable[Carried]
) -> Iterator[Problem]:
    """Damage, signatures, active content, leaks of each file; then the file against its document."""
    rules = catalogue.settings.signatures
    declared_paths: set[str] = set()
    for entry in catalogue.reading.documents:
        offered = list(catalogue.declared_by(entry))
        paths = [path for _, path in offered if path is not None]
        signed = dict(signed_files(paths, catalogue.reading.attachments))
        for index, (declared, path) in enumerate(offered):
            report = catalogue.facts.get(path) if path else None
            if path is None or report is None:
                continue
            declared_paths.add(path)
            reports = [report, *(catalogue.facts.get(signature) for signature, of in signed.items() if of == path)]
            count = sum(len(each.signatures) for each in reports if each is not None)
            found = [*findings_of(report, declared.path, rules.largest_mb * MEGABYTE)]
            found += _missing(declared, report, count)
            if (of := signed.get(path)) is not None and of not in paths:
                found.append(_alone(PurePosixPath(of).name))
            if entry.head.date:
                issued = datetime.combine(entry.head.date, time(), VIETNAM)
                late = signed_late(report, issued, rules.late_days)
                found += [late] if late else []
            for each in found:
                key = "signers" if each.code is Code.SIGNATURES_MISSING and declared.signers else "path"
                yield _problem(entry.path, entry.line("files", index, key), declared.path, each)
            yield from check_imprint(catalogue, Offered(entry, index, declared.path, report))
    yield from _undeclared(catalogue, attachments, carried_files, declared_paths)


def _undeclared(
    catalogue: Catalogue, attachments: Attachments, carried_files: Iterable[Carried], declared: Set[str]
) -> Iterator[Problem]:
    """The same for files that pages only show or link to; what no page names is reported at the file itself."""
    limit = catalogue.settings.signatures.largest_mb * MEGABYTE
    seen = set(declared)
    for carried in carried_files:
        if carried.path not in seen:
            seen.add(carried.path)
            for each in findings_of(carried.report, carried.name, _largest(carried.report, limit)):
                yield _problem(carried.entry.path, carried.line, carried.name, each)
    for path in sorted(attachments.published.keys() - seen):
        report = catalogue.facts.get(path)
        for each in findings_of(report, path, _largest(report, limit)) if report else ():
            yield _problem(path, 1, PurePosixPath(path).name, each)


def _largest(report: FileReport, limit: int) -> int | None:
    """The limit on size, which is for papers and pictures: archives and data have none."""
    return None if report.kind is FileKind.OTHER else limit


def _problem(path: str, line: int, name: str, found: Finding) -> Problem:
    message = f"'{name}'{'' if found.code is Code.FILE_NOT_WHAT_IT_SAYS else ':'} {found.message}"
    return Problem(path, line, found.code, message, found.remedy, severity=found.severity)


def _alone(name: str) -> Finding:
    return Finding(
        Code.SIGNATURE_UNREADABLE,
        f"chữ ký rời của tệp '{name}' mà văn bản không đính: người đọc không có gì để đối chiếu",
        f"thêm '{name}' vào files",
        Severity.WARNING,
    )


def _missing(declared: AttachedFile, report: FileReport, count: int) -> Iterator[Finding]:
    """That signatures are missing; `count` is how many the file and its `.p7s` files have."""
    if declared.signers is not None and count < declared.signers:
        yield Finding(
            Code.SIGNATURES_MISSING,
            f"khai {declared.signers} chữ ký nhưng tệp có {count}",
            "đính bản đã ký đủ; đừng lấy bản lưu giữa chừng",
        )
    elif declared.role is FileRole.SIGNED and not count and _could_be_seen_signed(report):
        yield Finding(
            Code.SIGNATURES_MISSING,
            "khai là bản ký số nhưng tệp không có chữ ký số",
            "đính bản đã ký số, hoặc ghi role: toan-van",
            Severity.NOTICE,
        )


def _could_be_seen_signed(report: FileReport) -> bool:
    """Whether a signature could have been found: those of Word are not read, damaged files are reported as such."""
    return report.state in _SEEN or (report.kind is FileKind.OTHER and not report.is_damaged)
