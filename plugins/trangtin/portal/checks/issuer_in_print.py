"""The bodies in the head of a file's page 1, against the issuer of its document.

Only a body that is printed can contradict: the head may be a picture. Another of the same kind is a warning, since
bodies are renamed and merged and text layers misread; an error is a head in which nothing is like the issuer.
"""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.body_names import is_dependent
from trangtin.content.problem import Problem, Severity
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.checks.offered import Offered
from trangtin.portal.imprint import Imprint
from trangtin.portal.likeness import ENOUGH, Likeness, is_printed, liken, share_of

_REMEDY = "đính đúng tệp của văn bản này, hoặc ghi issuer như bản in; tên cũ của đơn vị thì khai ở unit.former"


def check_issuer(catalogue: Catalogue, offered: Offered, imprint: Imprint) -> Iterator[Problem]:
    """The body printed in the issuer's place, or that the head names nothing like the issuer."""
    head, unit = offered.entry.head, catalogue.settings.unit
    issuer = catalogue.issuing.issuer_of(head)
    is_own = issuer == unit.name
    names = (issuer, *(unit.former if is_own else catalogue.names_of_unit(issuer)))
    found = [liken(name, imprint.bodies, imprint.below) for name in names] if imprint.bodies else []
    if not found or any(each.likeness is Likeness.SAME for each in found):
        return
    other = next((each.printed for each in found if each.likeness is Likeness.OTHER), None)
    if other is None and is_dependent(issuer) and not is_own:
        above = [name for name in (*unit.all_names, unit.parent, head.parent) if name]
        if any(is_printed(name, imprint.bodies[-1:]) for name in above):
            return  # it writes under the head of the body that it is part of
        if any(is_printed(name, imprint.bodies) for name in above):
            other = imprint.bodies[-1]
    message = f"cơ quan ban hành '{issuer}'"
    key = "issuer" if head.issuer else ""  # the portal's own unit is not written in the head
    if other is not None:
        seen = f"in '{other}' ở đầu trang 1"
        yield offered.problem(key, message, seen, remedy=_REMEDY, severity=Severity.WARNING)
        return
    names = (*names, *unit.all_names) if is_own else names
    if any(share_of(name, imprint.above) >= ENOUGH for name in names):
        return  # in other letters than capitals
    is_named_below = any(share_of(name, imprint.head) >= ENOUGH for name in names)
    severity = Severity.WARNING if is_named_below else Severity.ERROR
    yield offered.problem(key, message, "không in tên cơ quan ấy ở đầu trang 1", remedy=_REMEDY, severity=severity)
