"""Each sub-unit with what concerns it, in every campaign and under every name it bore."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import takewhile

from trangtin.content.collation import collation_key
from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.portal.assignments import Assignment
from trangtin.portal.awards import GrantedAward
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import LinkedCampaign, LinkedUnit, assignments_of
from trangtin.portal.participants import participants
from trangtin.portal.succession import Turn, turns_of


def link_units(
    catalogue: Catalogue,
    documents: Iterable[LinkedDocument],
    news: Iterable[Entry[News]],
    campaigns: Iterable[LinkedCampaign],
    awards: Iterable[GrantedAward],
) -> tuple[LinkedUnit, ...]:
    """Every public sub-unit, in the order of the Vietnamese alphabet."""
    public = catalogue.public_units
    turns = {unit: _until_today(turns_of(public, unit), catalogue.today) for unit in public}
    counted, handed_over, of_merged = (defaultdict[str, list[Assignment]](list) for _ in range(3))
    for item in assignments_of(campaigns, documents):
        counted[item.unit].append(item)
        if item.received_from is not None:  # its page stays, and tells what became of all it was given
            handed_over[item.received_from].append(item)
        if item.unit in turns and (present := turns[item.unit][-1].unit) != item.unit:
            of_merged[present].append(item)
    taken_part: dict[str, list[LinkedCampaign]] = defaultdict(list)
    for campaign in campaigns:
        for unit in participants(campaign):
            taken_part[unit].append(campaign)
    issued: dict[str | None, list[LinkedDocument]] = defaultdict(list)
    for document in documents:
        issued[document.unit].append(document)
    about: dict[str | None, list[Entry[News]]] = defaultdict(list)
    for entry in news:
        about[entry.head.unit].append(entry)
    awarded: dict[str | None, list[GrantedAward]] = defaultdict(list)
    for granted in awards:
        awarded[granted.unit].append(granted)
    units = (
        LinkedUnit(
            entry=entry,
            name=entry.head.unit.name_on(catalogue.today),
            present=turns[unit][-1].unit,
            is_past=entry.head.unit.until is not None and entry.head.unit.until < catalogue.today,
            turns=turns[unit],
            assignments=tuple(counted[unit]),
            handed_over=tuple(handed_over[unit]),
            of_merged=tuple(of_merged[unit]),
            documents=tuple(issued[unit]),
            news=tuple(about[unit]),
            campaigns=tuple(taken_part[unit]),
            awards=tuple(awarded[unit]),
        )
        for unit, entry in public.items()
    )
    return tuple(sorted(units, key=lambda unit: collation_key(unit.name)))


def _until_today(turns: tuple[Turn, ...], today: date) -> tuple[Turn, ...]:
    """The turns without those that are still to come."""
    over = sum(1 for _ in takewhile(lambda turn: turn.last is not None and turn.last < today, turns))
    return turns[: over + 1]
