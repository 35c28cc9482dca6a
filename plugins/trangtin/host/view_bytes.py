"""Values of views as bytes, to compare them with those of the last build."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

from trangtin.disk.shelf import key_of
from trangtin.views.parts.assignment_rows import AssignmentRow
from trangtin.views.parts.listing import Facet
from trangtin.views.parts.rows import DocumentRow, NewsCard

_PLAIN = frozenset({str, int, float, bool, type(None)})
_SHARED = frozenset({AssignmentRow, DocumentRow, Facet, NewsCard})
"""Types of values that many pages hold as the same object: such a value is hashed once, and its hash stands for it."""
_MOST_SHARED = 100_000
"""Most hashes remembered at once; each keeps its value alive, so that no other gets its `id`."""


class ViewBytes:
    """Turns the values of one build into bytes that are compared and never read back.

    `marshal` writes long texts five times as quickly as `repr`. Its version 0 is used, because later ones write equal
    values in several ways.
    """

    def __init__(self) -> None:
        """Nothing is known at first."""
        self._shared: dict[int, tuple[object, bytes]] = {}

    def write(self, value: object) -> bytes:
        """Bytes that are equal for equal values only, except that a tuple and a list of the same are written alike.

        Raises TypeError for what is no dataclass, enum, collection or plain value.
        """
        return marshal.dumps(self._plain(value), 0)

    def _plain(self, value: Any) -> Any:
        kind: type = type(value)
        if kind in _PLAIN:
            return value
        if kind is tuple or kind is list:
            return self._all_plain(value)
        if isinstance(value, date):
            return _name(kind), value.isoformat()
        if kind in _SHARED:
            return self._hashed(kind, value)
        taken = _parts(kind)
        if taken is not None:
            return _name(kind), self._all_plain(taken(value))
        if isinstance(value, Enum):
            return _name(kind), value.name
        if isinstance(value, Mapping):
            return "", [(self._plain(key), self._plain(each)) for key, each in value.items()]
        if isinstance(value, str):
            return str(value)
        raise TypeError(kind)

    def _all_plain(self, values: Iterable[Any]) -> list[Any]:
        """Most values are texts, and a call for each takes longer than all the rest."""
        return [each if type(each) in _PLAIN else self._plain(each) for each in values]

    def _hashed(self, kind: type, value: object) -> bytes:
        known = self._shared.get(id(value))
        if known is None:
            if len(self._shared) >= _MOST_SHARED:
                self._shared.clear()
            taken = _parts(kind)
            assert taken is not None
            own = marshal.dumps(self._all_plain(taken(value)), 0)
            known = self._shared[id(value)] = value, key_of(_name(kind), own)
        return known[1]


def bytes_of(value: object) -> bytes:
    """One value as a fresh `ViewBytes` writes it."""
    return ViewBytes().write(value)


@cache
def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


@cache
def _parts(kind: type) -> Callable[[Any], tuple[Any, ...]] | None:
    """A function that gives all fields of a dataclass at once; None for other types."""
    if not is_dataclass(kind):
        return None
    names = [field.name for field in fields(kind)]
    if not names:
        return lambda _: ()
    taken = attrgetter(*names)
    return taken if len(names) > 1 else lambda value: (taken(value),)
