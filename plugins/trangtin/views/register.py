"""What the page of the library needs to cut the register down by several choices at once, in the reader's browser.

One list per column, newest document first: so compressed, 10,000 documents weigh a third of what `van-ban.json` does
(docs/decisions/0015-register-in-the-browser.md). Texts that the page can make out of others are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.library import library_cuts
from trangtin.views.parts.listing import Cut, lists
from trangtin.views.parts.rows import file_count, force_tag

FORMAT = 1
"""To be raised when the page of an older version could not read the file any more."""


class RegisterFacet(TypedDict):
    """One way to cut the register down."""

    word: str
    label: str
    values: list[tuple[str, str]]
    """(name in the address, label), in the order in which they are offered."""
    rows: list[int | list[int]]
    """For each document the index of its value; a list of them where it has none or several."""


class Register(TypedDict):
    """The whole file."""

    format: int
    size: int
    """Documents on one page of the list."""
    facets: list[RegisterFacet]
    tags: list[tuple[str, str]]
    """Marks beside a name, as (text, tone)."""
    number: list[str]
    title: list[str]
    day: list[str]
    """ISO 8601, or empty."""
    slug: list[str]
    """Last part of the address; empty where it follows from the number."""
    files: list[int]
    tag: list[int]
    """Index in `tags`, or -1."""


def register(portal: Portal) -> Register:
    """The register of all public documents."""
    documents = portal.documents
    shown = [force_tag(document) for document in documents]
    tags = {tag: place for place, tag in enumerate(dict.fromkeys(tag for tag in shown if tag))}
    return {
        "format": FORMAT,
        "size": max(portal.settings.page_size, 1),
        "facets": list(_facets(portal)),
        "tags": [(tag.text, tag.tone) for tag in tags],
        "number": [str(document.head.number or "") for document in documents],
        "title": [document.head.title for document in documents],
        "day": [document.head.date.isoformat() if document.head.date else "" for document in documents],
        "slug": ["" if _is_plain(document) else document.slug for document in documents],
        "files": [file_count(document) for document in documents],
        "tag": [tags[tag] if tag else -1 for tag in shown],
    }


def _is_plain(document: LinkedDocument) -> bool:
    return document.head.number is not None and document.head.number.slug == document.slug


def _facets(portal: Portal) -> Iterator[RegisterFacet]:
    cuts = library_cuts(portal)
    whole = next(lists(portal.documents, targets.LIBRARY, "", cuts))
    cut_of = {targets.WORDS[cut.name]: cut for cut in cuts}
    for facet in (offered.whole for offered in whole.facets):
        places = {value.value: place for place, value in enumerate(facet.values)}
        yield {
            "word": facet.word,
            "label": facet.label,
            "values": [(value.value, value.link.text) for value in facet.values],
            "rows": [_places(cut_of[facet.word], document, places) for document in portal.documents],
        }


def _places(cut: Cut[LinkedDocument], document: LinkedDocument, places: dict[str, int]) -> int | list[int]:
    found = [places[value] for value in dict(cut.answers(document))]
    return found[0] if len(found) == 1 else found
