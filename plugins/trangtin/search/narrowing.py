"""What answers can be narrowed down by, and the order in time: a letter or two for each page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from trangtin.content.collation import collation_key
from trangtin.content.values.vocabulary import Level
from trangtin.search.postings import LETTERS, number
from trangtin.search.record import FACETS, FacetValue
from trangtin.views.parts.force import Force

_RANKS = {level.value: level.rank for level in Level}
_FORCES = [force.value for force in Force]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The values of one page that lists of answers are narrowed down by."""

    day: date | None
    facets: tuple[FacetValue | None, ...]
    """One for each of `FACETS`."""


def narrowing_of(pages: Sequence[Narrowed]) -> dict[str, object]:
    """Facets with their values, each page's value of each; days between one page and the next.

    Of two labels for one value the first in order of the alphabet counts. Undated pages stand first and have no day.
    """
    dated = [page.day.toordinal() for page in pages if page.day]
    steps = (day - before for before, day in zip(dated[:1] + dated, dated, strict=False))
    return {
        "facets": [
            facet
            for index, declared in enumerate(FACETS)
            if (facet := _facet(declared.name, declared.label, [page.facets[index] for page in pages]))
        ],
        "oldest": dated[0] if dated else 0,
        "days": "".join(map(number, steps)),
    }


def _facet(name: str, label: str, of_pages: Sequence[FacetValue | None]) -> dict[str, object] | None:
    labels: dict[str, str] = {}
    for value in of_pages:
        if value is not None:
            known = labels.setdefault(value.value, value.label)
            if value.label != known and collation_key(value.label) < collation_key(known):
                labels[value.value] = value.label
    if not labels:
        return None
    order = _in_order(name, labels.items())
    places = {value: place for place, (value, _) in enumerate(order, start=1)}
    width = 1 if len(order) < len(LETTERS) else 2
    pages = "".join(_letters(places[value.value] if value else 0, width) for value in of_pages)
    return {"name": name, "label": label, "values": order, "width": width, "pages": pages}


def _in_order(name: str, values: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    if name == "nam":
        return sorted(values, key=lambda pair: -int(pair[0]))
    if name == "cap":
        return sorted(values, key=lambda pair: _RANKS[pair[0]])
    if name == "hieu-luc":
        return sorted(values, key=lambda pair: _FORCES.index(pair[0]))
    return sorted(values, key=lambda pair: collation_key(pair[1]))


def _letters(place: int, width: int) -> str:
    low = LETTERS[place % len(LETTERS)]
    return low if width == 1 else LETTERS[min(place // len(LETTERS), len(LETTERS) - 1)] + low
