"""Documents by number and year, and pages to choose on where several documents bear the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trangtin.content.values.quantity import number_text
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.page import PageView, home_link
from trangtin.views.parts.link import section_link
from trangtin.views.parts.rows import DocumentRow, document_row


@dataclass(frozen=True, kw_only=True)
class SameNumberView(PageView):
    """The documents of one number and year."""

    rows: tuple[DocumentRow, ...]
    template: str = "same-number.html"


def by_number(portal: Portal) -> Mapping[str, tuple[LinkedDocument, ...]]:
    """Documents that bear a number, by number and year as addresses have them (`95-kh-ubnd-2021`), newest first."""
    found: dict[str, list[LinkedDocument]] = defaultdict(list)
    for document in portal.documents:
        if document.head.number is not None:
            found[f"{document.head.number.slug}-{document.year}"].append(document)
    return {name: tuple(documents) for name, documents in found.items()}


def same_number_views(portal: Portal) -> Iterator[tuple[str, SameNumberView]]:
    """The page of each number that several documents of one year bear, as (target, view)."""
    for name, documents in by_number(portal).items():
        if len(documents) > 1:
            numbers = dict.fromkeys(str(document.head.number) for document in documents)
            title = f"Văn bản số {', '.join(numbers)} năm {documents[0].year}"
            yield (
                targets.same_number(name),
                SameNumberView(
                    title=title,
                    description=f"{title}: {number_text(len(documents))} văn bản cùng số, của các cơ quan khác nhau",
                    crumbs=(home_link(), section_link(targets.LIBRARY)),
                    rows=tuple(document_row(document) for document in documents),
                ),
            )
