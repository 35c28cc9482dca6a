"""What a file prints and who signed it, against its document: people attach another document's file."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.problem import Problem, Severity
from trangtin.content.text import fold
from trangtin.content.values.dates import day_text
from trangtin.content.values.number import DocumentNumber
from trangtin.content.values.vocabulary import FileRole
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.checks.issuer_in_print import check_issuer
from trangtin.portal.checks.offered import Offered
from trangtin.portal.checks.signed_names import check_signed_names
from trangtin.portal.imprint import Imprint, printed_signer, read_imprint, says
from trangtin.portal.likeness import is_nearly
from trangtin.signing.kinds import FileKind, TextLayer

_SHORTEST = 2
"""Letters of a word of which one may be misread."""


def check_imprint(catalogue: Catalogue, offered: Offered) -> Iterator[Problem]:
    """Number, date, type, issuer and signer as printed and as signed. Annexes have heads of their own, or none."""
    report = offered.report
    is_annex = offered.entry.head.files[offered.index].role is FileRole.ANNEX
    if report.text_layer in (TextLayer.FULL, TextLayer.PARTIAL) and not report.is_garbled:
        yield from (_annex if is_annex else _printed)(catalogue, offered, read_imprint(report.text))
    elif report.kind is FileKind.OFFICE and not is_annex:
        yield from _typed(catalogue, offered, read_imprint(report.text))
    if not is_annex and offered.entry.reads("signer", "cosigners", "issuer", "parent"):
        yield from check_signed_names(catalogue, offered)


def _annex(catalogue: Catalogue, offered: Offered, imprint: Imprint) -> Iterator[Problem]:
    """A notice where an annex is another whole paper of the same series: as a rule somebody took the wrong file."""
    number = offered.entry.head.number
    if number and imprint.days and (other := _other(number, imprint)):
        whose = _whose(catalogue, offered, other)
        if whose or number.printed_key[2] == other.printed_key[2]:
            yield offered.notice(
                f"là phụ lục mà in số '{other}'{whose} như một văn bản riêng",
                "xem có đính nhầm tệp không; nếu là văn bản riêng thì đăng riêng và dẫn tới nó",
            )


def _typed(catalogue: Catalogue, offered: Offered, imprint: Imprint) -> Iterator[Problem]:
    """A notice where a Word file bears another number; a draft that was never numbered is no contradiction."""
    number = offered.entry.head.number
    if number and (other := _other(number, imprint)):
        whose = _whose(catalogue, offered, other)
        yield offered.notice(
            f"ghi số '{other}'{whose}, phần đầu (dòng {offered.entry.line('number')}) ghi '{number}'",
            "xem có đính nhầm tệp không",
        )


def _printed(catalogue: Catalogue, offered: Offered, imprint: Imprint) -> Iterator[Problem]:
    head = offered.entry.head
    printed = imprint.numbers[0] if imprint.numbers else None
    if head.number and (other := _other(head.number, imprint)):
        yield offered.problem("number", f"'{head.number}'", f"in số '{other}'{_whose(catalogue, offered, other)}")
    elif printed and head.number is None and offered.entry.reads("number"):
        yield offered.notice(
            f"in số '{printed}' mà văn bản chưa có 'number'",
            "ghi số vào phần đầu, hoặc đính đúng tệp",
            f"number: {printed}",
        )
    if head.date and imprint.days and head.date not in imprint.days:
        yield offered.problem("date", day_text(head.date), f"in ngày {day_text(imprint.days[0])}")
    if imprint.type and fold(imprint.type.name) != fold(head.type.name):
        yield offered.problem("type", f"'{head.type.name}'", f"in '{imprint.type.name.upper()}'")
    if (printed or imprint.days) and offered.entry.reads("issuer", "parent"):  # else it is no head that we know
        yield from check_issuer(catalogue, offered, imprint)
    if head.signer and not any(says(page, head.signer.name) for page in reversed(offered.report.text)):
        name = printed_signer(offered.report.text, head.signer.position)
        if name:
            severity = Severity.WARNING if _is_misread(name, head.signer.name) else Severity.ERROR
            message, seen = f"người ký '{head.signer.name}'", f"in tên '{name}' ở chỗ ký"
            yield offered.problem("signer", message, seen, severity=severity)


def _other(number: DocumentNumber, imprint: Imprint) -> DocumentNumber | None:
    """What is printed in place of a number; None where that stands there too, or none does."""
    is_among = any(number.printed_key == each.printed_key for each in imprint.numbers)
    return None if is_among or not imprint.numbers else imprint.numbers[0]


def _whose(catalogue: Catalogue, offered: Offered, printed: DocumentNumber) -> str:
    owner = catalogue.with_number(printed, but=offered.entry.path)
    return f" (số của {owner})" if owner else ""


def _is_misread(printed: str, name: str) -> bool:
    """Whether two names differ in single letters only, which the text layer or the editor may have got wrong."""
    one, other = fold(printed).split(), fold(name).split()
    return len(one) == len(other) and all(
        left == right or (len(right) > _SHORTEST and is_nearly(right, left))
        for left, right in zip(one, other, strict=True)
    )
