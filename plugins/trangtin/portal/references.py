"""From what an editor typed (`95/KH-UBND ngày 14/4/2021`, a path) to the document meant."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import lru_cache
from pathlib import PurePosixPath

from trangtin.content.abbreviated import issuer_key
from trangtin.content.document import Basis, Document
from trangtin.content.entry import Entry
from trangtin.content.evidence import EvidenceHead
from trangtin.content.nearest import nearest_number
from trangtin.content.news import News
from trangtin.content.placement import head_for
from trangtin.content.text import one_line, slug
from trangtin.content.values.dates import parse_date
from trangtin.content.values.doctype import BY_CODE, PARTY_BY_CODE
from trangtin.content.values.number import parse_number
from trangtin.portal.catalogue import Catalogue

_WITH_DATE = re.compile(
    r"(?i)(?P<number>.+?),?\s+(?:ngày\s+(?P<said>.+)|(?P<bare>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d\d-\d\d))"
)
_CODES = "|".join(sorted(map(slug, (*BY_CODE, *PARTY_BY_CODE))))
_NAMED_BY_NUMBER = re.compile(rf"(?i)(?P<ordinal>\d{{1,6}})[a-z]?-(?:{_CODES})-")
_WITH_YEAR = re.compile(r"(?i)(?P<number>.+?),?\s+(?:năm\s+(?P<y1>\d{4})|\((?P<y2>\d{4})\))")


class Outcome(Enum):
    """Why a reference gave no document."""

    NOTHING = auto()
    AMBIGUOUS = auto()
    BROKEN = auto()
    """It may be there, with faults in its head, which are reported at the file itself."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A number with what is known about its date and issuer."""

    number: str
    day: date | None = None
    year: int | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class _Around:
    """What the file that cites says of itself: it tells which of several documents with one number is meant."""

    path: str
    year: int | None
    campaign: str | None
    until: date | None
    """The last day on which what it cites can have been issued; None where that may be later."""


class _Unread:
    """What is known of documents that are there and whose numbers cannot be read: can a citation mean one of them?"""

    def __init__(self) -> None:
        """None yet."""
        self._known: dict[int | None, set[tuple[str | None, int | None]]] = defaultdict(set)

    def add(self, path: str, entry: Entry[Document] | None = None) -> None:
        """By the name of its file, where that is its number as in addresses, and by what can be read of its head."""
        named = _NAMED_BY_NUMBER.match(PurePosixPath(path).name)
        kind = entry.head.type if entry is not None and entry.reads("type") else None
        day = entry.head.date if entry is not None and entry.reads("date") else None
        known = (kind.code if kind else None, day.year if day else None)
        self._known[int(named["ordinal"]) if named else None].add(known)

    def can_mean(self, cited: Cited) -> bool:
        """Whether nothing that is known of one of them is against its being meant."""
        try:
            number = parse_number(cited.number)
        except ValueError:
            return bool(self._known)
        year = cited.day.year if cited.day else cited.year
        return any(
            _agree(kind, number.type_code) and _agree(issued, year)
            for ordinal in (None, number.ordinal)
            for kind, issued in self._known.get(ordinal, ())
        )


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


class References:
    """Finds documents by path, or by number with as much of date and issuer as was given."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Index every document once."""
        self._catalogue = catalogue
        self._by_number: dict[object, list[Entry[Document]]] = defaultdict(list)
        for entry in catalogue.reading.documents:
            if entry.head.number is not None:
                self._by_number[entry.head.number.key].append(entry)
        self._unread = _Unread()
        for path in catalogue.broken:
            if head_for(path, catalogue.reading.layout) is Document:
                self._unread.add(path)
        for entry in catalogue.reading.documents:
            if not entry.reads("number"):
                self._unread.add(entry.path, entry)

    def find(self, text: str, near: Entry[Document], *, is_later: bool = False) -> Entry[Document] | Outcome:
        """The document that `near` names by path or number; `is_later` where it came after `near`."""
        return self._find(text, self._around(near, is_later=is_later))

    def find_holder(self, text: str, page: Entry[EvidenceHead]) -> Entry[Document] | Outcome:
        """The document that a page names of which it shows that a task is done."""
        if (document := self._catalogue.documents.get(page.path)) is not None:
            return self._find(text, self._around(document))
        head, day = page.head, page.head.said_on
        campaign = head.campaign if isinstance(head, News) else None
        return self._find(text, _Around(page.path, day.year if day else None, campaign, day))

    def _around(self, entry: Entry[Document], *, is_later: bool = False) -> _Around:
        catalogue = self._catalogue
        until = None if is_later else entry.head.date
        return _Around(entry.path, catalogue.year_of(entry), catalogue.campaign_of(entry), until)

    def _find(self, text: str, around: _Around) -> Entry[Document] | Outcome:
        if text.endswith(".md"):
            target = self._catalogue.reading.layout.resolve(around.path, text)
            if target in self._catalogue.broken:
                return Outcome.BROKEN
            return self._catalogue.documents.get(target or "", Outcome.NOTHING)
        return self._find_cited(read_citation(text), around)

    def nearest_number(self, text: str) -> str | None:
        """The number in this portal that a citation which leads to none of its documents may mean."""
        return nearest_number(read_citation(text).number, self._catalogue.numbers)

    def find_basis(self, basis: Basis, near: Entry[Document]) -> Entry[Document] | None:
        """The document in this portal that a basis cites, or None: most bases are documents of other bodies."""
        if basis.number is None or number_key(basis.number) not in self._by_number:
            return None
        cited = Cited(basis.number, day=basis.date, issuer=basis.issuer)
        found = self._find_cited(cited, self._around(near))
        return None if isinstance(found, Outcome) else found

    def _find_cited(self, cited: Cited, around: _Around) -> Entry[Document] | Outcome:
        key = number_key(cited.number)
        candidates = [entry for entry in self._by_number.get(key, ()) if entry.path != around.path]
        if cited.day is not None:
            candidates = [e for e in candidates if e.head.date == cited.day or not e.reads("date")]
        if cited.year is not None:
            year_of = self._catalogue.year_of
            candidates = [e for e in candidates if year_of(e) == cited.year or not e.reads("date")]
        if cited.issuer is not None:
            wanted = issuer_key(cited.issuer)
            keys = {e.path: issuer_key(self._catalogue.issuing.issuer_of(e.head)) for e in candidates}
            named = [e for e in candidates if keys[e.path] == wanted or not e.reads("issuer")]
            # `UBND xã`: a commune leaves its own name out. Number and day then say the rest.
            of_the_day = [e for e in candidates if cited.day is not None and e.head.date == cited.day]
            candidates = named or [e for e in of_the_day if keys[e.path].startswith(f"{wanted} ")]
        if len(candidates) > 1:
            candidates = self._meant(candidates, around)
        if len(candidates) == 1:
            return candidates[0]
        if not candidates:
            return Outcome.BROKEN if self._unread.can_mean(cited) else Outcome.NOTHING
        is_known = all(entry.reads("date", "issuer", "campaign") for entry in candidates)
        return Outcome.AMBIGUOUS if is_known else Outcome.BROKEN

    def _meant(self, candidates: list[Entry[Document]], around: _Around) -> list[Entry[Document]]:
        """Of several with one number those that the citing file can mean: issued by then, of its year and campaign.

        Where its year says one and its campaign another, as in a January after a campaign's year, both are left.
        """
        catalogue = self._catalogue
        if around.until is not None:
            by_then = [e for e in candidates if e.head.date is None or e.head.date <= around.until]
            candidates = by_then or candidates
        of_year = {e.path for e in candidates if catalogue.year_of(e) == around.year}
        of_campaign = {e.path for e in candidates if around.campaign and catalogue.campaign_of(e) == around.campaign}
        meant = (of_year & of_campaign) or (of_year | of_campaign)
        return [entry for entry in candidates if entry.path in meant] or candidates


def read_citation(text: str) -> Cited:
    """Take `12/KH-TCT ngày 20/4/2021`, `12/KH-TCT năm 2021` or a bare number apart."""
    if match := _WITH_DATE.fullmatch(text.strip()):
        try:
            return Cited(match["number"], day=parse_date(match["said"] or match["bare"]))
        except ValueError:
            return Cited(text)
    if match := _WITH_YEAR.fullmatch(text.strip()):
        return Cited(match["number"], year=int(match["y1"] or match["y2"]))
    return Cited(text)


@lru_cache(maxsize=65_536)  # a preview asks for all that are cited after every edit
def number_key(text: str) -> object:
    """What makes two spellings one number; the bare words where they are none (`95/KH` of a hurried citation)."""
    try:
        return parse_number(text).key
    except ValueError:
        return one_line(text).casefold()
