"""What a file prints and who signed it, against its document: people attach another document's file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trangtin.content.abbreviated import spelt_out
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import fold, one_line
from trangtin.content.values.number import DocumentNumber
from trangtin.content.values.vocabulary import FileRole
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.imprint import Imprint, printed_signer, read_imprint, says, share_of
from trangtin.signing.kinds import TextLayer
from trangtin.signing.report import FileReport
from trangtin.signing.validation.verdict import Integrity, Signature

_ORGANISATIONS = re.compile(
    r"\b(?:truong|so|ban|uy|phong|cuc|chi|van|trung|hoi|doan|tinh|huyen|xa|phuong|bo|vien|cong|ubnd|hdnd|dang|toa|thanh)\b"
)
_PLACE = re.compile(r"\b(?:tinh|thanh pho|tp|huyen|quan|xa|phuong|thi tran|thi xa)\b.*")
_TOO_FEW_WORDS = 0.34


@dataclass(frozen=True, slots=True)
class Offered:
    """One attached file in its place."""

    entry: Entry[Document]
    index: int
    name: str
    report: FileReport

    def problem(self, key: str, told: str, seen: str) -> Problem:
        """Both sides of a contradiction, at the line of the file."""
        where = f" (dòng {self.entry.line(key)})" if key else ""
        return Problem(
            self.entry.path,
            self.entry.line("files", self.index, "path"),
            Code.FILE_CONTRADICTS,
            f"tệp '{self.name}' {seen}, phần đầu{where} ghi {told}",
            "đính đúng tệp của văn bản này, hoặc sửa phần đầu theo bản in",
        )


def check_imprint(catalogue: Catalogue, offered: Offered) -> Iterator[Problem]:
    """Number, date, type, issuer and signer as printed and as signed. Annexes have heads of their own, or none."""
    if offered.entry.head.files[offered.index].role is FileRole.ANNEX:
        return
    report = offered.report
    if report.text_layer in (TextLayer.FULL, TextLayer.PARTIAL) and not report.is_garbled:
        yield from _printed(catalogue, offered, read_imprint(report.text))
    yield from _signed(offered)


def _printed(catalogue: Catalogue, offered: Offered, imprint: Imprint) -> Iterator[Problem]:
    head = offered.entry.head
    printed = imprint.numbers[0] if imprint.numbers else None
    if head.number and printed and _key(head.number) not in map(_key, imprint.numbers):
        owner = _owner(catalogue, offered.entry.path, printed)
        whose = f" (số của {owner})" if owner else ""
        yield offered.problem("number", f"'{head.number}'", f"in số '{printed}'{whose}")
    elif printed and head.number is None:
        yield Problem(
            offered.entry.path,
            offered.entry.line("files", offered.index, "path"),
            Code.FILE_CONTRADICTS,
            f"tệp '{offered.name}' in số '{printed}' mà văn bản chưa có 'number'",
            "ghi số vào phần đầu, hoặc đính đúng tệp",
            f"number: {printed}",
            Severity.NOTICE,
        )
    if head.date and imprint.days and head.date not in imprint.days:
        yield offered.problem("date", f"{head.date:%d/%m/%Y}", f"in ngày {imprint.days[0]:%d/%m/%Y}")
    if imprint.type and fold(imprint.type.name) != fold(head.type.name):
        yield offered.problem("type", f"'{head.type.name}'", f"in '{imprint.type.name.upper()}'")
    if printed or imprint.days:  # else it is no head that we know
        issuer = catalogue.issuer_of(head)
        if share_of(fold(spelt_out(imprint.head)), _core(issuer)) < _TOO_FEW_WORDS:
            key = "issuer" if head.issuer else ""  # the portal's own unit is not written in the head
            yield offered.problem(key, f"cơ quan ban hành '{issuer}'", "không in tên cơ quan ấy ở đầu trang 1")
    if head.signer and not any(says(page, head.signer.name) for page in reversed(offered.report.text)):
        name = printed_signer(offered.report.text, head.signer.position)
        if name:
            yield offered.problem("signer", f"người ký '{head.signer.name}'", f"in tên '{name}' ở chỗ ký")


def _signed(offered: Offered) -> Iterator[Problem]:
    signer = offered.entry.head.signer
    people = [mark for mark in offered.report.signatures if mark.integrity is Integrity.INTACT and _is_person(mark)]
    if signer is None or not people:
        return
    # A certificate's name may carry a title or a unit besides the person's own.
    if any(says(mark.signer or "", signer.name) or says(signer.name, mark.signer or "") for mark in people):
        return
    names = ", ".join(f"'{mark.signer}'" for mark in people)
    yield offered.problem("signer", f"người ký '{signer.name}'", f"do {names} ký số")


def _is_person(mark: Signature) -> bool:
    """True for a certificate that can only be a person's: short, and with no word that bodies have in their names."""
    name = one_line(fold(mark.signer or ""))
    if not 2 <= len(name.split()) <= 6 or says(name, mark.organisation or "?"):
        return False
    return name.split()[0] not in {"truong", "ubnd", "uy", "so", "phong", "ban", "van", "cong"} and not (
        _ORGANISATIONS.match(name) and len(name.split()) > 4
    )


def _key(number: DocumentNumber) -> tuple[int, str, str]:
    ordinal, letter, symbol = number.key
    # A text layer may lose marks, and the dash or stroke between the parts is printed either way.
    return ordinal, letter, re.sub(r"\W", "", fold(symbol))


def _owner(catalogue: Catalogue, path: str, number: DocumentNumber) -> str | None:
    wanted = _key(number)
    return next(
        (
            other
            for other, entry in catalogue.documents.items()
            if other != path and entry.head.number is not None and _key(entry.head.number) == wanted
        ),
        None,
    )


def _core(issuer: str) -> list[str]:
    """The words of a body's name without its place: `Trường Chính trị tỉnh Mẫu` -> truong chinh tri."""
    name = one_line(fold(spelt_out(issuer)))
    return re.findall(r"\w+", _PLACE.sub("", name) or name)
