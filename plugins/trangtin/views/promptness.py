"""How promptly documents of other bodies are published: figures per quarter, never names.

Why so: docs/decisions/promptness.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from trangtin.portal.model import Portal
from trangtin.portal.promptness import Outcome, QuarterFigures, quarters, term_on
from trangtin.views import targets
from trangtin.views.formats import number_text
from trangtin.views.link import Link
from trangtin.views.page import PageView, home_link

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


@dataclass(frozen=True, kw_only=True)
class PromptnessView(PageView):
    """The page on promptness."""

    rule: str | None
    """The term and where it comes from; None where there is none."""
    rows: tuple[QuarterRow, ...]
    """Latest first."""
    left_out: tuple[str, ...]
    """What the figures do not count, and what may look odd in them."""
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
        left_out=tuple(_left_out(portal)),
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


def _left_out(portal: Portal) -> list[str]:
    unknown = sum(each.outcome is Outcome.UNKNOWN for each in portal.deliveries)
    early = sum(each.was_early for each in portal.deliveries)
    told = [f"{number_text(unknown)} văn bản không ghi đủ ngày nhận, ngày đăng, nên không tính được"] if unknown else []
    if early:
        told.append(f"{number_text(early)} văn bản đăng trước khi nhận bản chính thức, tính là 0 ngày")
    return told
