"""A text with a colon is quoted under every key: one that is forgotten leaves the whole head as it was."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.news import News
from trangtin.content.page import Page
from trangtin.content.record import record_in
from trangtin.content.unit import Unit
from trangtin.content.writing.tidy import tidy_head

TEXT = "Khối 4: các trường"
NAMES = frozenset("path file src number implements replaces amends corrects recalls featured evidence".split())
"""They lead to files, papers and pages, whose names hold no colon with a space behind it."""


def models(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A kind of head and all that it may hold."""
    yield kind
    for field in kind.model_fields.values():
        if inner := record_in(field.annotation):
            yield from models(inner)


def takes(field: FieldInfo, value: object) -> bool:
    try:
        kind: Any = Annotated[field.annotation, field, *field.metadata]
        read: object = TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return bool(read == value or read == (tuple(value) if isinstance(value, list) else value))


def keys_of_text() -> Iterator[tuple[str, bool]]:
    """Each key that takes any line, and whether it takes a list of them."""
    found = [each for kind in (Document, Campaign, News, Unit, Page) for each in models(kind)]
    for name, field in ((name, field) for kind in found for name, field in kind.model_fields.items()):
        if name not in NAMES and (takes(field, TEXT) or takes(field, [TEXT])):
            yield name, not takes(field, TEXT)


@pytest.mark.parametrize(("key", "is_list"), sorted(set(keys_of_text())))
def test_a_text_with_a_colon_is_quoted_under_every_key(key: str, is_list: bool) -> None:
    head = f"{key}:\n  - {TEXT}" if is_list else f"{key}: {TEXT}"
    tidied, done = tidy_head(head, Campaign)
    assert tidied == head.replace(TEXT, f'"{TEXT}"')
    assert done


def test_the_keys_are_found() -> None:
    assert {("title", False), ("block", False), ("head", False), ("areas", True)} <= set(keys_of_text())
