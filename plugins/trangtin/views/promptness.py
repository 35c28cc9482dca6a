"""How promptly documents of other bodies are published: figures per quarter, then the public documents behind them.

Why so: docs/decisions/promptness.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from trangtin.portal.model import Portal
from trangtin.portal.promptness import Delivery, Outcome, QuarterFigures, quarters, term_on
from trangtin.views import targets
from trangtin.views.page import PageView, home_link
from trangtin.views.parts.formats import number_text
from trangtin.views.parts.link import Link, day_link
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
    """`14 ngày làm việc, thời hạn 5`; empty where they cannot be counted."""


@dataclass(frozen=True, kw_only=True)
class PromptnessView(PageView):
    """The page on promptness."""

    rule: str | None
    """The term and where it comes from; None where there is none."""
    rows: tuple[QuarterRow, ...]
    """Latest first."""
    late: tuple[DeliveryRow, ...]
    """What went out after its term, latest publication first."""
    undated: tuple[DeliveryRow, ...]
    """What is out and cannot be counted: a day is missing, or no rule named a term when it came."""
    early: str | None
    """What may look odd in the figures: how many were out before they came."""
    template: str = "promptness.html"


def promptness_link(portal: Portal) -> Link | None:
    """A link to the page, where there is anything to see."""
    return Link("Đăng kịp thời văn bản của cơ quan khác", targets.PROMPTNESS) if quarters(portal.deliveries) else None


def promptness_view(portal: Portal) -> PromptnessView:
    """The view of the page."""
    return PromptnessView(
        title="Đăng kịp thời văn bản của cơ quan khác",
        description=f"{portal.settings.unit.name} đăng văn bản của cơ quan khác sau mấy ngày làm việc, từng quý",
        crumbs=(home_link(), Link("Văn bản", targets.LIBRARY)),
        rule=_rule(portal),
        rows=tuple(_row(figures) for figures in quarters(portal.deliveries)),
        late=_listed(portal, Outcome.LATE),
        undated=_listed(portal, Outcome.UNKNOWN),
        early=_early(portal),
    )


def _rule(portal: Portal) -> str | None:
    rule = term_on(portal.today, portal.settings.duties)
    return f"{number_text(rule.days)} ngày làm việc kể từ ngày nhận ({rule.source})" if rule else None


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
    """The public ones of one outcome, latest publication first; a preview knows drafts too, which are not told."""
    own = [each for each in portal.deliveries if each.outcome is outcome and each.is_public]
    latest = sorted(own, key=lambda each: (-(each.published or date.min).toordinal(), each.path))
    return tuple(_delivery(each, portal) for each in latest)


def _delivery(each: Delivery, portal: Portal) -> DeliveryRow:
    head = portal.document_at[each.path].head
    return DeliveryRow(
        Link(row_name(head), each.path),
        head.title,
        day_link(each.received) if each.received else None,
        day_link(each.published) if each.published else None,
        f"{number_text(each.days)} ngày làm việc, thời hạn {number_text(each.term)}"
        if each.days is not None and each.term is not None
        else "",
    )


def _early(portal: Portal) -> str | None:
    early = sum(each.was_early for each in portal.deliveries)
    return f"{number_text(early)} văn bản đăng trước khi nhận bản chính thức, tính là 0 ngày" if early else None
