"""Each sub-unit with what concerns it, in every campaign and under every name it bore."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from trangtin.content.collation import collation_key
from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.portal.assignments import Assignment
from trangtin.portal.awards import GrantedAward
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.model import LinkedCampaign, LinkedDocument, LinkedUnit, assignments_of
from trangtin.portal.succession import successor_of


def link_units(
    catalogue: Catalogue,
    documents: Iterable[LinkedDocument],
    news: Iterable[Entry[News]],
    campaigns: Iterable[LinkedCampaign],
    awards: Iterable[GrantedAward],
) -> tuple[LinkedUnit, ...]:
    """Every public sub-unit, in the order of the Vietnamese alphabet."""
    public = catalogue.public_units
    present = {unit: successor_of(public, unit, catalogue.today) for unit in public}
    assignments: dict[str, list[Assignment]] = defaultdict(list)
    for item in assignments_of(campaigns, documents):
        given_to = item.received_from or item.unit  # its page stays, with all it was given
        for unit in {given_to, present.get(given_to, given_to)}:  # what was merged left its work to another
            assignments[unit].append(item)
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
            present=present[unit],
            is_past=entry.head.unit.until is not None and entry.head.unit.until < catalogue.today,
            assignments=tuple(assignments[unit]),
            documents=tuple(issued[unit]),
            news=tuple(about[unit]),
            campaigns=tuple(c for c in campaigns if unit == c.head.lead or unit in c.head.units),
            awards=tuple(awarded[unit]),
        )
        for unit, entry in public.items()
    )
    return tuple(sorted(units, key=lambda unit: collation_key(unit.name)))
