"""What can be read of a head with faults, so that a file still counts as there while it is being mended."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from itertools import pairwise
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from trangtin.content.entry import KeyPath
from trangtin.content.reading.front_matter import parse_yaml
from trangtin.content.record import LENIENT, example_of, record_at, record_in, value_at

M = TypeVar("M", bound=BaseModel)

_MOST_ROUNDS = 10
"""Each round takes faults out, below which there may be others; after so many nothing is worth reading."""
_KEY = re.compile(r"(?m)^[a-z_]+:(?=\s)")
_SIMPLE = re.compile(r"([a-z_]+):[ \t]+([^\s\[{|>].*?)[ \t]*$", re.MULTILINE)


def salvage(model: type[M], data: Mapping[str, Any]) -> M | None:
    """The record of `data` with every faulty value left out; None where nothing is left of it.

    Items of lists keep their places. A required key that cannot be read takes the value of its example: what is
    salvaged is never shown, it only answers whether it is what others mean.
    """
    left = deepcopy(dict(data))
    for _ in range(_MOST_ROUNDS):
        try:
            return model.model_validate(left, context=LENIENT)
        except ValidationError as error:
            for detail in reversed(error.errors(include_url=False)):  # backwards: places in lists stay right
                _mend(model, left, detail)
    return None


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
        if said is not None:
            data |= said
            lines |= found
        elif simple := _SIMPLE.match(head, start):
            data[simple[1]] = simple[2].strip("\"'")
            lines[(simple[1],)] = line
    return data, lines


def _mend(model: type[BaseModel], data: dict[str, Any], detail: ErrorDetails) -> None:
    """Take the faulty value out, or put an example where one must be."""
    key: KeyPath = tuple(detail["loc"])
    while key:
        *around, last = key
        parent = value_at(data, around)
        if isinstance(parent, dict) and isinstance(last, str):
            parent.pop(last, None)
            parent |= _needed(record_at(model, tuple(around)), last)
            return
        if isinstance(parent, list) and isinstance(last, int) and last < len(parent):
            is_record = record_at(model, key) is not None
            parent[last : last + 1] = [{}] if is_record else []
            return
        key = tuple(around)  # one word in place of a list: there is nothing smaller to take out


def _needed(record: type[BaseModel] | None, key: str) -> dict[str, Any]:
    """A stand-in for a key that must be there."""
    field = record.model_fields.get(key) if record is not None else None
    if record is None or field is None or not field.is_required():
        return {}
    return {key: {} if record_in(field.annotation) else example_of(record, key)}
