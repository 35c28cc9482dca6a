"""Keys under which any words may stand: what YAML would take for more than words has to be quoted there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.news import News
from trangtin.content.page import Page
from trangtin.content.record import record_in
from trangtin.content.unit import Unit
from trangtin.content.values.field import Line, Prose


@dataclass(frozen=True, slots=True)
class TextKeys:
    """Names of keys, wherever in a head they stand."""

    single: frozenset[str]
    """`title: Phát động: đợt hai`"""
    lists: frozenset[str]
    """`recipients:` and below it `- Lưu: VT`"""


@cache
def text_keys() -> TextKeys:
    """Those of every kind of head and of all that it may hold, by how their fields are declared."""
    found = [pair for kind in (Document, Campaign, News, Unit, Page) for pair in _declared(kind)]
    return TextKeys(
        frozenset(name for name, declared in found if _is_text(declared)),
        frozenset(name for name, declared in found if any(map(_is_text, _items(declared)))),
    )


def _declared(kind: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    yield from get_type_hints(kind, include_extras=True).items()
    for field in kind.model_fields.values():
        if (inner := record_in(field.annotation)) is not None:
            yield from _declared(inner)


def _is_text(declared: Any) -> bool:
    """`Line`, `Line | None`."""
    parts = get_args(declared)
    return any(each in (Line, Prose) for each in (parts if type(None) in parts else (declared,)))


def _items(declared: Any) -> tuple[Any, ...]:
    """What a list holds, and what may be a list of one."""
    plain = get_args(declared)[0] if get_origin(declared) is Annotated else declared
    return get_args(plain) if get_origin(plain) is tuple else ()
