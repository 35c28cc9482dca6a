"""What pages say of tasks: each `evidence_for`, led to the task or work it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain, groupby

from trangtin.content.campaign import Campaign, Work
from trangtin.content.document import Document, Task
from trangtin.content.entry import Entry
from trangtin.content.evidence import EvidenceHead, TaskReference
from trangtin.content.news import News
from trangtin.disk.shelf import key_of
from trangtin.portal.catalogue import Catalogue, said_on
from trangtin.portal.references import Outcome, References

Holder = Entry[Document] | Entry[Campaign]
"""A document that gives tasks, a campaign in which works are registered."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One page says of one task or work that it is done."""

    source: str
    """Path of the page."""
    index: int
    """Position in its `evidence_for`."""
    reference: TaskReference
    """As typed."""
    day: date | None
    """The day it was done: as the page says, else the day of the page."""
    is_exact: bool
    """True if the page itself says the day."""
    holder: str | None = None
    """Path of the document or campaign meant; None if there is none."""
    number: int | None = None
    """The place of the task in it, from 1; None if it has no such task."""
    outcome: Outcome | None = None
    """Why there is no holder."""


class Statements:
    """Every statement of every page, by the task it is about."""

    def __init__(self, catalogue: Catalogue, references: References) -> None:
        """Lead all to their tasks; linear in the number of statements."""
        self._catalogue = catalogue
        self._holders = {holder.path: holder for holder in holders(catalogue)}
        reading = catalogue.reading
        pages: Iterator[Entry[EvidenceHead]] = chain(reading.documents, reading.news)
        self.all = tuple(
            statement for entry in pages if entry.head.evidence_for for statement in self._made(entry, references)
        )
        self._about: dict[tuple[str, int], list[Statement]] = defaultdict(list)
        for statement in self.all:
            if statement.holder is not None and statement.number is not None:
                self._about[statement.holder, statement.number].append(statement)

    def about(self, holder: str, number: int) -> tuple[Statement, ...]:
        """What is said of task `number` (from 1) of the document or campaign at `holder`, public or not."""
        return tuple(self._about.get((holder, number), ()))

    def holder_at(self, path: str) -> Holder:
        """The document or campaign that a statement is about, by its path."""
        return self._holders[path]

    def with_campaign(self, entry: Entry[News]) -> Entry[News]:
        """The news item as of the campaign it names, else of the one that has given all it is evidence for."""
        if entry.head.campaign is not None or not entry.head.evidence_for:
            return entry
        (campaign, *others) = {self._campaign_of(each.holder) for each in self._by_page[entry.path]}
        if campaign is None or others:
            return entry
        head = entry.head.model_copy(update={"campaign": campaign})
        return replace(entry, head=head, fingerprint=key_of(entry.fingerprint, campaign))

    @cached_property
    def _by_page(self) -> Mapping[str, Sequence[Statement]]:
        return {path: tuple(made) for path, made in groupby(self.all, key=lambda each: each.source)}

    def _made(self, entry: Entry[EvidenceHead], references: References) -> Iterator[Statement]:
        head = entry.head
        for index, reference in enumerate(head.evidence_for):
            day = head.done or said_on(entry) if entry.reads("done") else None
            made = Statement(entry.path, index, reference, day, head.done is not None)
            found = self._meant(reference.holder, entry, references)
            if isinstance(found, Outcome):
                yield replace(made, outcome=found)
            else:
                yield replace(made, holder=found.path, number=_number(reference.task, undertakings(found)))

    def _meant(self, text: str, entry: Entry[EvidenceHead], references: References) -> Holder | Outcome:
        """By path, by a campaign's id, else by a document's number."""
        catalogue = self._catalogue
        if text in catalogue.campaigns:
            return catalogue.campaigns[text]
        if text in catalogue.broken_campaigns:
            return Outcome.BROKEN
        if text.endswith("index.md"):
            path = catalogue.reading.layout.resolve(entry.path, text)
            return Outcome.BROKEN if path in catalogue.broken else self._holders.get(path or "", Outcome.NOTHING)
        return references.find_holder(text, entry)

    def _campaign_of(self, holder: str | None) -> str | None:
        """Slug of the public campaign that a holder is, or belongs to."""
        document = self._catalogue.documents.get(holder or "")
        slug = self._catalogue.campaign_of(document) if document is not None else self._slugs.get(holder or "")
        return self._catalogue.public_campaign(slug)

    @cached_property
    def _slugs(self) -> Mapping[str, str]:
        """Slugs of campaigns by path."""
        return {entry.path: slug for slug, entry in self._catalogue.campaigns.items()}


def holders(catalogue: Catalogue) -> tuple[Holder, ...]:
    """Whatever may give somebody something to do, public or not."""
    return (*catalogue.reading.documents, *catalogue.reading.campaigns)


def undertakings(holder: Holder) -> Sequence[Task | Work]:
    """The tasks of a document, the works of a campaign."""
    head = holder.head
    return head.works if isinstance(head, Campaign) else head.tasks


def item_line(holder: Holder, number: int, *key: str | int) -> int:
    """Where task or work `number` (from 1) stands in its file, or a key of it."""
    return holder.line("works" if isinstance(holder.head, Campaign) else "tasks", number - 1, *key)


def _number(task: str, items: Sequence[Task | Work]) -> int | None:
    """The place of a task by its place or its id."""
    if task.isdecimal():
        return int(task) if 1 <= int(task) <= len(items) else None
    return next((number for number, item in enumerate(items, start=1) if item.id == task), None)
