"""Calendars of the portal, of each campaign and of each sub-unit. Only whole days: the portal knows no times."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from trangtin.portal.assignments import Assignment
from trangtin.portal.model import LinkedCampaign, LinkedUnit, Portal
from trangtin.views import targets
from trangtin.views.machine_readable.calendar_events import (
    CalendarEvent,
    campaign_events,
    campaign_steps,
    deadline_key,
    deadlines,
    loose_events,
)


@dataclass(frozen=True, slots=True)
class CalendarView:
    """One calendar."""

    target: str
    title: str
    page: str
    """Target of the page it belongs to."""
    events: tuple[CalendarEvent, ...]
    """By day."""


_Events = Mapping[str, Sequence[CalendarEvent]]


def calendars(portal: Portal) -> Iterator[CalendarView]:
    """The calendar of the portal, of each campaign and of each sub-unit; what was withdrawn is in none."""
    unit = portal.settings.unit.name
    keys = {(item.source, item.number): deadline_key(item) for item in portal.assignments}  # tens of thousands

    def key(item: Assignment) -> str:
        return keys[item.source, item.number]

    by_campaign = {
        campaign.slug: _by_day(_distinct(campaign_events(campaign, portal, key)))
        for campaign in portal.standing_campaigns
    }
    everything = _by_day((*chain.from_iterable(by_campaign.values()), *_distinct(loose_events(portal, key))))
    yield _calendar(targets.HOME, f"Lịch công tác thi đua, {unit}", everything)
    for campaign in portal.campaigns:
        if campaign.slug in by_campaign:
            yield _calendar(campaign.path, campaign.head.title, by_campaign[campaign.slug])
    shared, given = _shared_and_given(everything, keys.values())
    for each in portal.units:
        if not each.entry.head.is_withdrawn:
            own = dict.fromkeys(map(key, (*each.assignments, *each.handed_over)))
            pages = (page for campaign in each.campaigns for page in _pages(campaign))
            events = chain(_found(shared, pages), _found(given, own))
            yield _calendar(each.entry.path, f"{each.name}, {unit}", _by_day(events))


def portal_has_days(portal: Portal) -> bool:
    """Whether its calendar holds anything: one of nothing is a file that programs refuse.

    Asked of every page that may offer one, so no more is made than the first event.
    """
    of_campaigns = (campaign_events(campaign, portal) for campaign in portal.standing_campaigns)
    return any(chain(chain.from_iterable(of_campaigns), loose_events(portal)))


def campaign_has_days(campaign: LinkedCampaign, portal: Portal) -> bool:
    """The same of the calendar of a campaign."""
    return not campaign.head.is_withdrawn and any(campaign_events(campaign, portal))


def unit_has_days(unit: LinkedUnit, portal: Portal) -> bool:
    """The same of the calendar of a sub-unit."""
    standing = {campaign.slug for campaign in portal.standing_campaigns}
    steps = (campaign_steps(campaign, portal) for campaign in unit.campaigns if campaign.slug in standing)
    given = (*unit.assignments, *unit.handed_over)
    due = (item for item in given if item.campaign in standing or item.campaign not in portal.campaign_named)
    return not unit.entry.head.is_withdrawn and any(chain(chain.from_iterable(steps), deadlines(due, portal)))


def _shared_and_given(events: Iterable[CalendarEvent], keys: Iterable[str]) -> tuple[_Events, _Events]:
    """The days of all by their page, those of tasks and works by the key of these: a sub-unit has only its own."""
    shared: dict[str, list[CalendarEvent]] = defaultdict(list)
    given: dict[str, list[CalendarEvent]] = {key: [] for key in keys}
    for event in events:
        (shared[event.target] if event.assignment is None else given[event.assignment]).append(event)
    return shared, given


def _pages(campaign: LinkedCampaign) -> Iterator[str]:
    yield campaign.path
    yield from (document.path for document in campaign.documents)


def _found(events: _Events, names: Iterable[str]) -> Iterator[CalendarEvent]:
    return (event for name in names for event in events.get(name, ()))


def _distinct(events: Iterable[CalendarEvent]) -> Iterator[CalendarEvent]:
    """The events, with a number in the key of those that are written alike."""
    seen: Counter[str] = Counter()
    for event in events:
        seen[event.key] += 1
        yield event if seen[event.key] == 1 else replace(event, key=f"{event.key}~{seen[event.key]}")


def _by_day(events: Iterable[CalendarEvent]) -> tuple[CalendarEvent, ...]:
    return tuple(sorted(events, key=lambda event: (event.first, event.last, event.key)))


def _calendar(page: str, title: str, events: tuple[CalendarEvent, ...]) -> CalendarView:
    return CalendarView(targets.calendar(page), title, page, events)
