"""How promptly documents of other bodies went out ("phổ biến kịp thời"): receipt to publication, in working days.

Why it is counted so: docs/decisions/promptness.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from statistics import median

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.options.settings import DutyRules
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.duties.laws import Deadline, deadlines
from trangtin.portal.duties.working_days import WorkCalendar, work_calendar

DUTY = "van-ban-cap-tren"
"""The duty in `laws.toml`; a unit that skips it is not measured."""


class Outcome(Enum):
    """How a document of another body stands against its term."""

    ON_TIME = "Đúng hạn"
    LATE = "Muộn"
    WAITING = "Chưa đăng, còn hạn"
    OVERDUE = "Chưa đăng, quá hạn"
    UNKNOWN = "Không tính được"
    """It is out, but a day was not written down, or no rule named a term when it was received."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One document of another body on its way to the public."""

    path: str
    received: date | None
    published: date | None
    """None while it is held back, or where nobody wrote the day down."""
    rule: Deadline | None
    """The term within which it was to be out; None where there was none on the day of receipt."""
    due: date | None
    """The last day of the term."""
    days: int | None
    """Working days from receipt to publication, while it waits to today; 0 where it was out before it came."""
    outcome: Outcome
    is_public: bool

    @property
    def is_measured(self) -> bool:
        """True where it counts in the figures."""
        return self.outcome in {Outcome.ON_TIME, Outcome.LATE}

    @property
    def was_early(self) -> bool:
        """True where it was published before it was received: allowed, but one of the days may be wrong."""
        return self.received is not None and self.published is not None and self.published < self.received


@dataclass(frozen=True, slots=True)
class QuarterFigures:
    """What was published of other bodies' documents in one quarter of a year."""

    year: int
    quarter: int
    """1 to 4."""
    on_time: int
    late: int
    median: float
    """Working days."""
    longest: int
    """Working days."""

    @property
    def total(self) -> int:
        """Documents that could be measured."""
        return self.on_time + self.late


def is_measured(catalogue: Catalogue) -> bool:
    """Whether the unit has this duty at all."""
    return DUTY not in catalogue.settings.duties.skip


def deliveries(catalogue: Catalogue) -> Iterator[Delivery]:
    """Every document of another body, public or held back, in the order of paths; withdrawn ones are not asked about.

    What is held back is among them: only those that are public may be shown to readers.
    """
    if not is_measured(catalogue):
        return
    calendar = work_calendar(catalogue.settings.duties)
    for entry in sorted(catalogue.reading.documents, key=lambda each: each.path):
        if not entry.head.is_withdrawn and catalogue.issuing.is_of_another_body(entry.head):
            yield _delivery(catalogue, entry, calendar)


def _delivery(catalogue: Catalogue, entry: Entry[Document], calendar: WorkCalendar) -> Delivery:
    head, received = entry.head, entry.head.received
    is_public = catalogue.is_published(entry.path)
    published = head.published if is_public else None
    rule = term_on(received, catalogue.settings.duties) if received else None
    due = calendar.last_day(received, rule.days) if received and rule else None
    until = published or (None if is_public else catalogue.today)
    days = calendar.days_after(received, until) if received and until else None
    return Delivery(
        path=entry.path,
        received=received,
        published=published,
        rule=rule,
        due=due,
        days=days,
        outcome=_outcome(days, rule, is_public=is_public),
        is_public=is_public,
    )


def terms(rules: DutyRules) -> tuple[Deadline, ...]:
    """Every term there was for such documents, earliest first: the program's up to the unit's own, then that alone."""
    own = rules.prompt
    if own is None:
        return deadlines(DUTY)
    before = (replace(each, until=min(each.until, own.since)) for each in deadlines(DUTY) if each.since < own.since)
    return (*before, Deadline(DUTY, own.days, own.since, date.max, own.source))


def term_on(received: date, rules: DutyRules) -> Deadline | None:
    """The term for what was received on a day: what came before a rule is judged by the rule of its own day."""
    return next((each for each in terms(rules) if each.since <= received < each.until), None)


def _outcome(days: int | None, rule: Deadline | None, *, is_public: bool) -> Outcome:
    if days is None or rule is None:
        return Outcome.UNKNOWN
    if is_public:
        return Outcome.ON_TIME if days <= rule.days else Outcome.LATE
    return Outcome.WAITING if days <= rule.days else Outcome.OVERDUE


def quarters(found: Iterable[Delivery]) -> tuple[QuarterFigures, ...]:
    """Figures per quarter of publication, latest first; what cannot be measured or waits is in none."""
    measured: dict[tuple[int, int], list[Delivery]] = defaultdict(list)
    for each in found:
        if each.is_measured and each.published is not None:
            measured[each.published.year, (each.published.month + 2) // 3].append(each)
    return tuple(_figures(year, quarter, measured[year, quarter]) for year, quarter in sorted(measured, reverse=True))


def _figures(year: int, quarter: int, own: Iterable[Delivery]) -> QuarterFigures:
    outcomes = [each.outcome for each in own]
    days = [each.days for each in own if each.days is not None]
    late = outcomes.count(Outcome.LATE)
    return QuarterFigures(year, quarter, len(outcomes) - late, late, float(median(days)), max(days))


def due_days(catalogue: Catalogue) -> dict[str, date]:
    """By path the last day for each that is held back, past or to come: for editors, never for the public page."""
    waiting = (each for each in deliveries(catalogue) if each.outcome in {Outcome.WAITING, Outcome.OVERDUE})
    return {each.path: each.due for each in waiting if each.due is not None}
