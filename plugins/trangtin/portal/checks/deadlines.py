"""Days by which something is due, or on which a step falls, that are hardly meant: mostly a mistyped year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.values.dates import day_text
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.statements import Holder, holders, item_line, undertakings

_A_YEAR = timedelta(days=366)
_FAR = 2 * _A_YEAR
"""Beyond the last day that the paper or its campaign names; a plan for years says so in its text."""


def check_deadlines(catalogue: Catalogue) -> Iterator[Problem]:
    """Tasks due before they were given or years later, and steps more than a year outside their campaign."""
    for holder in holders(catalogue):
        if holder.head.is_withdrawn or not holder.reads("withdrawn", "expires", "campaign", "title"):
            continue
        campaign = _campaign_of(catalogue, holder)
        if campaign is None or campaign.reads("start", "end", "report_due"):
            yield from _due(catalogue, holder, campaign)
            if campaign is not None:
                yield from _steps(holder, campaign)


def _due(catalogue: Catalogue, holder: Holder, campaign: Entry[Campaign] | None) -> Iterator[Problem]:
    given = catalogue.given_on(holder)
    if given is None:
        return
    what = "phong trào bắt đầu" if isinstance(holder.head, Campaign) else "được giao"
    last = max((given, *_ends(holder), *(_ends(campaign) if campaign is not None else ())))
    for number, item in enumerate(undertakings(holder), start=1):
        if item.due is None:
            continue
        if item.due < given:
            message = f"hạn {day_text(item.due)} trước ngày {what} ({day_text(given)})"
        elif item.due > last + _FAR and not _says_year(holder, item.due):
            message = f"hạn {day_text(item.due)} quá xa ngày {what} ({day_text(given)})"
        else:
            continue
        yield _warning(holder, item_line(holder, number, "due"), message, "kiểm tra năm, sửa một trong hai ngày")


def _steps(holder: Holder, campaign: Entry[Campaign]) -> Iterator[Problem]:
    head = campaign.head
    first, last = head.start - _A_YEAR, max(_ends(campaign)) + _A_YEAR
    for index, step in enumerate(holder.head.milestones):
        for key, day in (("date", step.date), ("until", step.until)):
            if day is not None and not first <= day <= last and not _says_year(holder, day):
                yield _warning(
                    holder,
                    holder.line("milestones", index, key),
                    f"mốc '{step.title}' ngày {day_text(day)} cách phong trào "
                    f"({day_text(head.start)} - {day_text(head.end)}) hơn một năm",
                    "kiểm tra năm",
                )


def _campaign_of(catalogue: Catalogue, holder: Holder) -> Entry[Campaign] | None:
    if isinstance(holder.head, Campaign):
        return holder
    return catalogue.campaign_entry(holder)


def _ends(holder: Holder) -> tuple[date, ...]:
    """The last days that it names itself."""
    head = holder.head
    days = (head.end, head.report_due) if isinstance(head, Campaign) else (head.expires,)
    return tuple(filter(None, days))


def _says_year(holder: Holder, day: date) -> bool:
    """Whether title or text name that year themselves (`giai đoạn 2026 - 2030`): then it is meant."""
    return str(day.year) in holder.head.title or holder.says(str(day.year))


def _warning(holder: Entry[Document] | Entry[Campaign], line: int, message: str, remedy: str) -> Problem:
    return Problem(holder.path, line, Code.CONTRADICTION, message, remedy, severity=Severity.WARNING)
