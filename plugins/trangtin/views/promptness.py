"""How promptly documents of other bodies are published: figures per quarter, then the public documents behind them.

Why so: docs/decisions/promptness.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from trangtin.content.values.dates import day_text
from trangtin.content.values.quantity import number_text
from trangtin.portal.duties.laws import Deadline
from trangtin.portal.model import Portal
from trangtin.portal.promptness import Delivery, Outcome, QuarterFigures, quarters, term_on, terms
from trangtin.views import targets
from trangtin.views.page import PageView, home_link
from trangtin.views.parts.link import Link, day_link, section_link
from trangtin.views.parts.rows import row_name

_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class QuarterRow:
    """One quarter in the table."""

    quarter: str
    """`Quý II năm 2026`."""
    total: str
    on_time: str
    """`7 (87,5%)`."""
    late: str
    median: str
    """`2,5 ngày làm việc`."""
    longest: str


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """One public document of another body."""

    document: Link
    """Type and number."""
    title: str
    received: Link | None
    """None where the day was not written down."""
    published: Link | None
    days: str
    """`14 ngày làm việc, thời hạn 5`; empty where it cannot be counted."""


@dataclass(frozen=True, kw_only=True)
class PromptnessView(PageView):
    """The page on promptness."""

    terms: tuple[str, ...]
    """The terms by which the figures were judged, and today's, each with its source; latest first."""
    rows: tuple[QuarterRow, ...]
    """Latest first."""
    late: tuple[DeliveryRow, ...]
    """Published after their term, latest publication first."""
    undated: tuple[DeliveryRow, ...]
    """Published, but not to be counted."""
    undated_because: str
    """Why not: a day is missing, or there was no term yet; empty where `undated` is."""
    early: str | None
    """How many were published before they were received, which looks odd in the figures."""
    template: str = "promptness.html"


def promptness_link(portal: Portal) -> Link | None:
    """A link to the page, where there is anything to see."""
    return section_link(targets.PROMPTNESS) if quarters(portal.deliveries) else None


def promptness_view(portal: Portal) -> PromptnessView:
    """The view of the page."""
    return PromptnessView(
        title=targets.TITLES[targets.PROMPTNESS],
        description=f"{portal.settings.unit.name} đăng văn bản của cơ quan khác sau mấy ngày làm việc, từng quý",
        crumbs=(home_link(), section_link(targets.LIBRARY)),
        terms=tuple(_terms(portal)),
        rows=tuple(_row(figures) for figures in quarters(portal.deliveries)),
        late=_listed(portal, Outcome.LATE),
        undated=_listed(portal, Outcome.UNKNOWN),
        undated_because=_undated_because(portal),
        early=_early(portal),
    )


def _terms(portal: Portal) -> Iterator[str]:
    """A past term that no figure rests on is left out: it would explain nothing."""
    rules = portal.settings.duties
    judged = {term_on(each.received, rules) for each in portal.deliveries if each.received and each.is_measured}
    shown = [each for each in terms(rules) if each in judged or each == term_on(portal.today, rules)]
    for each in reversed(shown):
        days = f"{number_text(each.days)} ngày làm việc kể từ ngày nhận"
        yield f"{days}{_received(each) if len(shown) > 1 else ''} ({each.source})"


def _received(term: Deadline) -> str:
    """To which documents a term applies: those received while it was in force, whenever they were published."""
    last = "" if term.until == date.max else f" đến {day_text(term.until - timedelta(days=1))}"
    return f", với văn bản nhận từ {day_text(term.since)}{last}"


def _undated_because(portal: Portal) -> str:
    """Only reasons that are true of some document."""
    unknown = [each for each in portal.deliveries if each.outcome is Outcome.UNKNOWN]
    lacking = any(each.received is None or each.published is None for each in unknown)
    too_old = any(each.received is not None and each.published is not None for each in unknown)
    first = terms(portal.settings.duties)[0].since
    reasons = (
        "không ghi đủ ngày nhận, ngày đăng" if lacking else "",
        f"nhận trước ngày {day_text(first)}, khi chưa có quy định về thời hạn" if too_old else "",
    )
    return " hoặc ".join(filter(None, reasons))


def _row(figures: QuarterFigures) -> QuarterRow:
    share = number_text(100 * figures.on_time / figures.total, 1)
    return QuarterRow(
        f"Quý {_ROMAN[figures.quarter - 1]} năm {figures.year}",
        number_text(figures.total),
        f"{number_text(figures.on_time)} ({share}%)",
        number_text(figures.late),
        f"{number_text(figures.median, 1)} ngày làm việc",
        f"{number_text(figures.longest)} ngày làm việc",
    )


def _listed(portal: Portal, outcome: Outcome) -> tuple[DeliveryRow, ...]:
    """Documents of one outcome, latest publication first."""
    own = [each for each in portal.deliveries if each.outcome is outcome]
    latest = sorted(own, key=lambda each: (-(each.published or date.min).toordinal(), each.path))
    return tuple(_delivery(each, portal) for each in latest)


def _delivery(each: Delivery, portal: Portal) -> DeliveryRow:
    head = portal.document_at[each.path].head
    return DeliveryRow(
        Link(row_name(head), each.path),
        head.title,
        day_link(each.received) if each.received else None,
        day_link(each.published) if each.published else None,
        f"{number_text(each.days)} ngày làm việc, thời hạn {number_text(each.rule.days)}"
        if each.days is not None and each.rule is not None
        else "",
    )


def _early(portal: Portal) -> str | None:
    early = sum(each.was_early for each in portal.deliveries)
    return f"{number_text(early)} văn bản đăng trước khi nhận bản chính thức, tính là 0 ngày" if early else None
