"""Whose names the certificates on a file bear, against who signed its document and which body issued it.

A signature proves who put it there, not which paper it is: copies bear the seal of the body that made them. So what
no print bears out is an error only where a person signed in place of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.content.abbreviated import issuer_key
from trangtin.content.person_names import is_body, is_person
from trangtin.content.problem import Problem, Severity
from trangtin.content.text import fold
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.checks.offered import Offered
from trangtin.portal.imprint import says
from trangtin.portal.letterhead import read_letterhead
from trangtin.portal.likeness import Likeness, is_printed, liken
from trangtin.signing.validation.verdict import Integrity, Signature

_PUBLISHERS = re.compile(
    r"(?:van phong|cong (?:thong tin|ttdt|dich vu)|trang thong tin"
    r"|trung tam (?:thong tin|cong bao|tin hoc|luu tru|phuc vu|du lieu|chuyen doi so))\b"
)
"""Who seals copies of other bodies' papers as a matter of course."""


def check_signed_names(catalogue: Catalogue, offered: Offered) -> Iterator[Problem]:
    """A person who is none of the signers; the seal of a body that has nothing to do with the paper."""
    head = offered.entry.head
    marks = [mark for mark in offered.report.signatures if mark.integrity is Integrity.INTACT and mark.signer]
    signers = [each.name for each in (*([head.signer] if head.signer else []), *head.cosigners)]
    if any(_is_one_of(mark, signers) for mark in marks):
        return
    people = [mark for mark in marks if mark.signer and is_person(mark.signer)]
    if head.signer and people:
        # Where the print names the signer it is the right paper, and nobody can sign it anew.
        printed = any(says(page, head.signer.name) for page in offered.report.text)
        severity = Severity.WARNING if printed or _is_copied_here(catalogue, offered, people) else Severity.ERROR
        names = ", ".join(f"'{mark.signer}'" for mark in people)
        message, seen = f"người ký '{head.signer.name}'", f"do {names} ký số"
        yield offered.problem("signer", message, seen, severity=severity)
    elif not people and not head.cosigners:
        yield from _seals(catalogue, offered, marks)


def _is_copied_here(catalogue: Catalogue, offered: Offered, people: list[Signature]) -> bool:
    """Whether people of the portal's own unit signed another body's paper, as the copy that they made of it."""
    unit = catalogue.settings.unit.name
    return catalogue.issuing.issuer_of(offered.entry.head) != unit and all(
        is_printed(unit, [each for each in (mark.unit, mark.organisation) if each]) for mark in people
    )


def _is_one_of(mark: Signature, signers: list[str]) -> bool:
    """Whether a certificate is a signer's; beside the name it may bear a title or a unit."""
    name = mark.signer or ""
    return any(says(name, each) or says(each, name) for each in signers)


def _seals(catalogue: Catalogue, offered: Offered, marks: list[Signature]) -> Iterator[Problem]:
    if not marks or not all(is_body(mark.signer or "") for mark in marks):
        return
    if any(_may_seal(catalogue, offered, mark) for mark in marks):
        return
    names = ", ".join(f"'{mark.signer}'{f' ({mark.organisation})' if mark.organisation else ''}" for mark in marks)
    yield offered.problem(
        "issuer" if offered.entry.head.issuer else "",
        f"cơ quan ban hành '{catalogue.issuing.issuer_of(offered.entry.head)}'",
        f"chỉ mang dấu của {names}",
        remedy="xem có đính nhầm tệp không; nếu là dấu của cơ quan cấp trên thì ghi khóa parent",
        severity=Severity.WARNING,
    )


def _may_seal(catalogue: Catalogue, offered: Offered, mark: Signature) -> bool:
    """Whether a body may seal the file: the issuer, the unit and its sub-units, whoever stands above, a publisher."""
    head, unit, name = offered.entry.head, catalogue.settings.unit, mark.signer or ""
    if _PUBLISHERS.match(fold(name)) or issuer_key(name) in catalogue.unit_by_name:
        return True
    issuer = catalogue.issuing.issuer_of(head)
    borne = [each for each in (name, mark.unit, mark.organisation) if each]
    if any(is_printed(each, borne) for each in (issuer, unit.name, *unit.former)):
        return True
    letterhead = read_letterhead(offered.report.text[0].splitlines()) if offered.report.text else ()
    superior = (each for each in letterhead if liken(issuer, [each]).likeness is Likeness.NONE)
    return any(is_printed(each, [name]) for each in (head.parent, unit.parent, *superior) if each)
