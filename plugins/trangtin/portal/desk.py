"""What lies on the editors' desk: every file of content, published or not, with what is left to do about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.open_points import GUIDANCE
from trangtin.content.page import Page, PageHead
from trangtin.content.problem import Problem, Severity
from trangtin.content.reading.reader import Reading
from trangtin.content.translation import Translation
from trangtin.content.unit import Unit
from trangtin.content.values.vocabulary import Labelled
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.linked_document import document_title
from trangtin.portal.model import Portal
from trangtin.portal.promptness import due_days
from trangtin.portal.reminders import Reminder, ReminderKind, in_order, reminders_of


class DeskState(Labelled):
    """Where a file stands on its way to the public; what waits for a person comes first."""

    BROKEN = ("khong-doc-duoc", "Không đọc được")
    REVIEW = ("con-phai-ra", "Còn việc phải rà")
    DRAFT = ("ban-nhap", "Bản nháp")
    HELD = ("chua-dang", "Chưa đăng")
    """Of a campaign that is a draft, or without any year: nothing in the file itself says so."""
    SCHEDULED = ("hen-ngay", "Hẹn ngày đăng")
    OTHER = ("tep-khac", "Tệp khác có lời nhắc")
    """Not Markdown: an attached file or the configuration, listed only for its problems."""
    PUBLISHED = ("da-dang", "Đã đăng")
    WITHDRAWN = ("da-go", "Đã gỡ")

    @property
    def is_out(self) -> bool:
        """Whether readers have a page of it."""
        return self in {DeskState.PUBLISHED, DeskState.WITHDRAWN}


_KINDS: Mapping[type[PageHead], str] = {
    Campaign: "Phong trào",
    Document: "Văn bản",
    News: "Tin",
    Unit: "Đơn vị",
    Page: "Trang",
    Translation: "Bản dịch",
}
_FILE = "Tệp"


@dataclass(frozen=True, slots=True)
class DeskItem:
    """One file."""

    path: str
    kind: str
    """What it is, in a word."""
    title: str
    state: DeskState
    day: date | None = None
    """The day it was or will be published; of a document that waits for something else, its day of issue."""
    waiting_since: date | None = None
    """Of an issued document that is not published: the day it reached the unit, else its day of issue."""
    due: date | None = None
    """Of another body's document that is held back, beyond this day: the last day to put it out (`promptness.py`)."""
    review: tuple[str, ...] = ()
    """What is left to check before it may go out."""
    missing: tuple[str, ...] = ()
    """Files that it offers and that are not there."""
    has_guidance: bool = False
    """Whether words of the blank it was made from still stand in it, meant for its editor."""
    is_bare: bool = False
    """Whether it is a document that offers no file and names no place where its original is."""
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> int:
        """How many problems stop a build."""
        return sum(problem.stops_build for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many should be mended before it goes out."""
        return sum(problem.severity is Severity.WARNING for problem in self.problems)

    @property
    def notices(self) -> int:
        """How many are only worth a look."""
        return len(self.problems) - self.errors - self.warnings

    @property
    def line(self) -> int:
        """The line to open it at: that of its worst problem, else the first."""
        worst = list(Severity)
        return min(((worst.index(each.severity), each.line) for each in self.problems), default=(0, 1))[1]


def desk_of(reading: Reading, portal: Portal, problems: Iterable[Problem]) -> tuple[DeskItem, ...]:
    """Every file by state, in each the longest waiting first, then by path; with those of `problems` that are its own.

    A state is that without drafts, also where a preview shows them.
    """
    catalogue = Catalogue(reading, portal.settings, portal.today)
    due = due_days(catalogue)
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_path[problem.path].append(problem)
    entries = chain.from_iterable(reading.groups)
    items = [
        *(_entry(entry, catalogue, due.get(entry.path), tuple(by_path.pop(entry.path, ()))) for entry in entries),
        *(_unread(path, tuple(by_path.pop(path, ()))) for path in reading.broken),
        *(_other(path, tuple(found)) for path, found in by_path.items()),
    ]
    order = list(DeskState)
    return tuple(sorted(items, key=lambda item: (order.index(item.state), item.waiting_since or date.max, item.path)))


def reminders_on_desk(items: Iterable[DeskItem], portal: Portal, days: int) -> tuple[Reminder, ...]:
    """What falls due up to `days` days on, and is overdue: what `remind` tells, and which papers have to go out.

    Letters leave the latter out, since they name nothing that is not public. Nor does the desk tell of work that only
    drafts give, where a preview shows them.
    """
    items = tuple(items)
    held = {item.path for item in items if not item.state.is_out}
    waiting = (_publication(item, item.due, portal.today) for item in items if item.due is not None)
    last = portal.today + timedelta(days)
    return in_order(
        portal,
        (
            *(each for each in reminders_of(portal, days) if each.source not in held),
            *(each for each in waiting if each.due <= last),
        ),
    )


def _publication(item: DeskItem, due: date, today: date) -> Reminder:
    what, left = f"Đăng {item.title}", (due - today).days
    return Reminder(due, left, ReminderKind.PUBLISH, what, None, None, item.path, item.line)


def _entry(entry: Entry[PageHead], catalogue: Catalogue, due: date | None, problems: tuple[Problem, ...]) -> DeskItem:
    head = entry.head
    item = DeskItem(
        entry.path,
        next(label for kind, label in _KINDS.items() if isinstance(head, kind)),
        _title(entry),
        _state(entry, catalogue),
        _day(head),
        has_guidance=entry.says(GUIDANCE),
        problems=problems,
    )
    if not isinstance(head, Document):
        return item
    is_in_time = item.state is DeskState.SCHEDULED and item.day is not None and due is not None and item.day <= due
    is_begun = item.state is DeskState.DRAFT and head.received is None  # the unit's own, which nobody waits for yet
    is_waiting = not item.state.is_out and not is_begun
    return replace(
        item,
        waiting_since=(head.received or head.date) if is_waiting else None,
        due=None if is_in_time else due,
        review=head.review,
        missing=tuple(_missing(entry.path, head, catalogue.reading)),
        is_bare=not head.files and head.source is None,
    )


def _state(entry: Entry[PageHead], catalogue: Catalogue) -> DeskState:
    head = entry.head
    if head.draft:
        return DeskState.DRAFT
    if isinstance(head, Document) and head.review:
        return DeskState.REVIEW
    if not head.is_public(catalogue.today):
        return DeskState.SCHEDULED
    if not catalogue.is_public(entry.path):
        return DeskState.HELD
    return DeskState.WITHDRAWN if head.is_withdrawn else DeskState.PUBLISHED


def _title(entry: Entry[PageHead]) -> str:
    head = entry.head
    if isinstance(head, Document):
        return document_title(head)
    if isinstance(head, Unit):
        return head.unit.name
    title = head.title if isinstance(head, Campaign | News | Page | Translation) else None
    return title or entry.first_heading() or entry.stem


def _day(head: PageHead) -> date | None:
    if isinstance(head, Document):
        return head.published or head.date
    if isinstance(head, News):
        return head.date
    return head.start if isinstance(head, Campaign) else head.updated


def _missing(at: str, head: Document, reading: Reading) -> Iterator[str]:
    for file in head.files:
        path = reading.layout.resolve(at, file.path)
        if path is None or path not in reading.attachments:
            yield file.path


def _unread(path: str, problems: tuple[Problem, ...]) -> DeskItem:
    return DeskItem(path, _FILE, path.rpartition("/")[2], DeskState.BROKEN, problems=problems)


def _other(path: str, problems: tuple[Problem, ...]) -> DeskItem:
    return DeskItem(path, _FILE, path.rpartition("/")[2], DeskState.OTHER, problems=problems)
