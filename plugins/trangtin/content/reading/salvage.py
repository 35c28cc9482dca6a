"""What can be read of a head with faults, so that a file still counts as there while it is being mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from copy import deepcopy
from itertools import pairwise
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from trangtin.content.entry import KeyPath
from trangtin.content.reading.front_matter import parse_yaml
from trangtin.content.reading.messages import key_meant
from trangtin.content.record import LENIENT, Record, example_of, record_at, record_in, value_at

M = TypeVar("M", bound=BaseModel)

_MOST_ROUNDS = 10
"""Each round takes faults out, below which there may be others; after so many nothing is worth reading."""
_KEY = re.compile(r"(?m)^[a-z_]+:(?=\s)")
_SIMPLE = re.compile(r"([a-z_]+):[ \t]+([^\s\[{|>\"'].*?)[ \t]*$", re.MULTILINE)
"""A key with plain text; where quotation marks go wrong nobody can tell what is meant."""


class Understood(NamedTuple, Generic[M]):
    """What a head means, as far as it can be read."""

    head: M
    lines: Mapping[KeyPath, int]
    """The line of each of its values."""
    unread: frozenset[KeyPath] = frozenset()
    """What cannot be read of it."""


def salvage(model: type[M], data: Mapping[str, Any], lines: Mapping[KeyPath, int]) -> Understood[M] | None:
    """The record of `data` with every faulty value left out; None where nothing is left of it.

    A required key that cannot be read takes the value of its example: what is salvaged is never shown, and problems at
    a key that cannot be read are dropped.
    """
    left, places = deepcopy(dict(data)), dict(lines)
    unread: set[KeyPath] = set()
    for _ in range(_MOST_ROUNDS):
        try:
            head = model.model_validate(left, context=LENIENT)
            return Understood(head, places, frozenset(unread | _doubtful(head, unread)))
        except ValidationError as error:
            for detail in reversed(error.errors(include_url=False)):  # backwards: places in lists stay right
                taken = _mend(model, left, tuple(detail["loc"]))
                if detail["type"] == "extra_forbidden":
                    unread |= keys_meant(model, left, [taken])
                elif taken and isinstance(taken[-1], int) and record_at(model, taken) is None:
                    places = _moved_up(places, taken)
                    unread.add((*taken[:-1], len(value_at(left, taken[:-1]))))  # past its end: the others can be read
                else:
                    unread.add(taken)
    return None


def _doubtful(head: BaseModel, unread: Set[KeyPath]) -> set[KeyPath]:
    """The keys of values that do not go together, where what was typed says so and no example."""
    found = head.contradictions() if isinstance(head, Record) else ()
    return {
        (key,) for each in found if not any(path[:1] and path[0] in each.among for path in unread) for key in each.among
    }


def keys_meant(model: type[BaseModel], data: Mapping[str, Any], unknown: Iterable[KeyPath]) -> set[KeyPath]:
    """The keys that unknown ones must stand for, where those are not there themselves."""
    meant = {key_meant(model, key) for key in unknown}
    return {key for key in meant if key and value_at(data, key) is None}


def readable_keys(head: str, path: str, first_line: int) -> tuple[dict[str, Any], dict[KeyPath, int]]:
    """What the keys of a head that is no YAML say, each read by itself, with the line of each value.

    Of a key that is no YAML even so, a text on its own line counts as typed: mostly it only has a colon too many.
    """
    data: dict[str, Any] = {}
    lines: dict[KeyPath, int] = {}
    line, last = first_line, 0
    for start, end in pairwise([*(match.start() for match in _KEY.finditer(head)), len(head)]):
        line, last = line + head.count("\n", last, start), start
        said, found, _ = parse_yaml(head[start:end], path, line)
        if said is not None and not _has_swallowed(said, head[start:end]):
            data |= said
            lines |= found
        elif simple := _SIMPLE.match(head, start):
            data[simple[1]] = simple[2]
            lines[(simple[1],)] = line
    return data, lines


def _has_swallowed(said: Mapping[str, Any], typed: str) -> bool:
    """Whether the value of a key goes on in lines at the margin, which may be keys without their colons."""
    return any(isinstance(value, str) for value in said.values()) and re.search(r"\n[^\s#]", typed) is not None


def _mend(model: type[BaseModel], data: dict[str, Any], key: KeyPath) -> KeyPath:
    """Take the faulty value out, or put an example where one must be; returns its key."""
    while key:
        *around, last = key
        parent = value_at(data, around)
        if isinstance(parent, dict) and isinstance(last, str):
            parent.pop(last, None)
            parent |= _needed(record_at(model, tuple(around)), last)
            return key
        if isinstance(parent, list) and isinstance(last, int) and last < len(parent):
            is_record = record_at(model, key) is not None
            parent[last : last + 1] = [{}] if is_record else []
            return key
        key = tuple(around)  # one word in place of a list: there is nothing smaller to take out
    return key


def _moved_up(lines: Mapping[KeyPath, int], gone: KeyPath) -> dict[KeyPath, int]:
    """The lines of all values once an item of a list is gone: those behind it take its place."""
    *around, place = gone
    depth = len(around)
    moved: dict[KeyPath, int] = {}
    for key, line in lines.items():
        index = key[depth] if len(key) > depth and list(key[:depth]) == around else None
        if not isinstance(index, int) or not isinstance(place, int) or index < place:
            moved[key] = line
        elif index > place:
            moved[*around, index - 1, *key[depth + 1 :]] = line
    return moved


def _needed(record: type[BaseModel] | None, key: str) -> dict[str, Any]:
    """A stand-in for a key that must be there."""
    field = record.model_fields.get(key) if record is not None else None
    if record is None or field is None or not field.is_required():
        return {}
    return {key: {} if record_in(field.annotation) else example_of(record, key)}
