"""The register by force of documents: in force, no longer in force, never to be in force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from trangtin.content.values.quantity import number_text
from trangtin.content.values.vocabulary import Choice
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.validity import Validity


class Force(Choice):
    """Where a document stands in the register, in the order in which readers ask."""

    IN_FORCE = "con-hieu-luc", "Còn hiệu lực"
    NOT_YET = "chua-co-hieu-luc", "Chưa có hiệu lực"
    OVER = "het-hieu-luc", "Hết hiệu lực"
    """Expired, replaced or recalled."""
    UNKNOWN = "chua-xac-dinh", "Chưa xác định hiệu lực"
    NONE = "khong-xet", "Không xét hiệu lực"
    """A plan, report or letter, which has no force to lose."""
    WITHDRAWN = "da-go", "Đã gỡ"


_OF = {
    Validity.IN_FORCE: Force.IN_FORCE,
    Validity.NOT_YET: Force.NOT_YET,
    Validity.EXPIRED: Force.OVER,
    Validity.REPLACED: Force.OVER,
    Validity.RECALLED: Force.OVER,
    Validity.UNKNOWN: Force.UNKNOWN,
    Validity.NOT_APPLICABLE: Force.NONE,
}


def force_of(document: LinkedDocument) -> Force:
    """Where a document stands; a withdrawn one tells nothing of its force."""
    return Force.WITHDRAWN if document.head.is_withdrawn else _OF[document.validity]


def force_counts(documents: Iterable[LinkedDocument]) -> tuple[str, ...]:
    """`12 còn hiệu lực`, `3 hết hiệu lực` …, only what there is."""
    counts = Counter(force_of(document) for document in documents)
    return tuple(f"{number_text(counts[force])} {force.label.lower()}" for force in Force if counts[force])
