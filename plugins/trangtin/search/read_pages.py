"""What a run of pages gives to the index, as the build that read them knows it and as the next one finds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from trangtin.search.index_file import File
from trangtin.search.narrowing import Narrowed
from trangtin.search.record import FacetValue


@dataclass(frozen=True, slots=True)
class ReadPages:
    """What a run of pages gives to the index, save their terms: these lie in the cache."""

    keys: Sequence[bytes]
    """Keys of their terms."""
    narrowed: Sequence[Narrowed]
    groups: Sequence[tuple[bytes, str]]
    """Keys and versions of their excerpts."""
    files: Sequence[File]
    """Excerpts, which need nothing else."""

    def as_json(self) -> list[Any]:
        """All but its files, in values that JSON knows; `read_pages_of` reads them again."""
        return [
            [key.hex() for key in self.keys],
            [page.day.isoformat() if page.day else None for page in self.narrowed],
            [[value and [value.value, value.label] for value in page.facets] for page in self.narrowed],
            [[key.hex(), version] for key, version in self.groups],
        ]


def read_pages_of(values: Sequence[Any]) -> ReadPages:
    """What `as_json` gave, without files."""
    keys, days, facets, groups = values
    return ReadPages(
        [bytes.fromhex(key) for key in keys],
        [_narrowed(*page) for page in zip(days, facets, strict=True)],
        [(bytes.fromhex(key), version) for key, version in groups],
        (),
    )


def _narrowed(day: str | None, facets: Sequence[Sequence[str] | None]) -> Narrowed:
    values = tuple(FacetValue(*value) if value else None for value in facets)
    return Narrowed(date.fromisoformat(day) if day else None, values)
