"""What a report covers: a whole campaign, or some days of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.text import fold
from trangtin.portal.assignments import Assignment
from trangtin.portal.awards import GrantedAward
from trangtin.portal.figures import CampaignFigures, figures_of
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.portal.timeline import Event, EventKind
from trangtin.views.parts.rows import unit_name

_STEPS = {EventKind.MILESTONE, EventKind.PHASE, EventKind.ANCHOR, EventKind.REPORT_DUE}


def _names_report(event: Event) -> bool:
    return "bao cao" in fold(event.title)


@dataclass(frozen=True)
class Scope:
    """A campaign and the days reported on, both ends included; states are those of the portal's today."""

    portal: Portal
    campaign: LinkedCampaign
    first: date | None = None
    """None: from the beginning."""
    last: date | None = None
    """None: until today."""

    @property
    def is_final(self) -> bool:
        """Whether it closes the campaign (tổng kết): nothing was left out, and the campaign is over."""
        return self.first is None and self.last is None and self.portal.today > self.campaign.head.end

    def covers(self, day: date | None) -> bool:
        """Whether what happened on `day` belongs in; what has no date belongs in, for a person to judge."""
        if day is None:
            return True
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @cached_property
    def documents(self) -> tuple[LinkedDocument, ...]:
        """The documents issued in these days, oldest first."""
        shown = (each for each in self.campaign.documents if not each.head.is_withdrawn)
        return tuple(sorted((each for each in shown if self.covers(each.head.date)), key=lambda each: each.issued))

    @cached_property
    def news(self) -> tuple[Entry[News], ...]:
        """News of these days, oldest first."""
        shown = (each for each in self.campaign.news if not each.head.is_withdrawn)
        return tuple(reversed([each for each in shown if self.covers(each.head.date)]))

    @cached_property
    def awards(self) -> tuple[GrantedAward, ...]:
        """The awards as the decisions grant them, including those revoked."""
        return tuple(award for document in self.documents for award in document.awards)

    @cached_property
    def figures(self) -> CampaignFigures:
        """The figures of the campaign, counted as everywhere on the portal."""
        part = replace(
            self.campaign,
            documents=self.documents,
            news=self.news,
            assignments=self.assignments,
            awards=self.awards,
        )
        return figures_of(part, self.portal.today)

    @cached_property
    def milestones(self) -> tuple[Event, ...]:
        """The dated steps, phases, anchor and day of the final report, including those still to come.

        Steps of a plan that was recalled or replaced are left out. An anchor, or the day of the report, that a plan
        also names as a step is listed once.
        """
        events = [event for event in self.campaign.timeline if event.kind in _STEPS]
        reported = {event.day for event in events if event.kind is EventKind.MILESTONE and _names_report(event)}
        return tuple(event for event in events if event.kind is not EventKind.REPORT_DUE or event.day not in reported)

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """Tasks and works, but for those given after the last day and those settled before the first."""
        return tuple(each for each in self.campaign.assignments if self._was_given(each) and not self._was_over(each))

    def _was_given(self, assignment: Assignment) -> bool:
        return self.last is None or assignment.given is None or assignment.given <= self.last

    def _was_over(self, assignment: Assignment) -> bool:
        """Whether it was done or given up before the first day; where that day is not known, the due day counts."""
        day = assignment.done or assignment.due
        return self.first is not None and not assignment.state.is_open and day is not None and day < self.first

    def units(self) -> tuple[str, ...]:
        """Ids of the sub-units with something to do, those named by the campaign first and in its order."""
        busy = dict.fromkeys(each.unit for each in self.assignments)
        named = [unit for unit in self.campaign.head.units if unit in busy]
        return tuple(dict.fromkeys((*named, *busy)))

    def unit_name(self, unit: str) -> str:
        """The name of a sub-unit as on the campaign's page: today's name until the campaign is over."""
        return unit_name(self.portal, unit, self.campaign.over_on)

    def of_unit(self, unit: str, *, works: bool) -> tuple[Assignment, ...]:
        """The works, or else the tasks, of a sub-unit."""
        return tuple(each for each in self.assignments if each.unit == unit and each.is_work is works)
