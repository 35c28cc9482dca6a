"""The base of every value read from a front matter: frozen, closed, each field declared once with label and example."""

from __future__ import annotations

import types
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from inspect import get_annotations
from typing import Any, Self, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

LENIENT = {"lenient": True}
"""Context of a validation that does not ask for `contradictions`."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Values that are right one by one and wrong together."""

    key: str
    """The key to mend, where the problem is shown; empty for the record as a whole."""
    message: str
    remedy: str
    example: str = ""
    among: tuple[str, ...] = ()
    """The keys of which one must be wrong, and nobody can tell which; none where the one to mend says it."""


class Record(BaseModel):
    """A frozen value; a key that is not declared is a problem."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        validate_default=False,
    )

    def contradictions(self) -> Iterator[Contradiction]:
        """What in this record does not go together; asked once every value alone is right."""
        yield from ()

    @model_validator(mode="after")
    def _agrees(self, info: ValidationInfo) -> Self:
        if info.context is not LENIENT and (found := tuple(self.contradictions())):
            raise PydanticCustomError("CONTRADICTION", "contradiction", {"found": found})
        return self


def labelled(
    label: str, example: str | None = None, note: str | None = None, /, default: Any = ..., **rest: Any
) -> Any:
    """Declare a field: its Vietnamese label, a value that would be right, what editors should know beside both.

    A key without a default is required.
    """
    examples = [example] if example is not None else None
    return Field(default=default, title=label, examples=examples, description=note, **rest)


def example_of(model: type[BaseModel], key: str) -> str:
    """The declared example of a field, or an empty string."""
    field = model.model_fields.get(key)
    return str(field.examples[0]) if field is not None and field.examples else ""


def own_first(model: type[BaseModel]) -> list[str]:
    """The keys of a record as people look for them: its own, then those it shares with more and more others."""
    ranks = {key: rank for rank, base in reversed(list(enumerate(model.__mro__))) for key in get_annotations(base)}
    return sorted(model.model_fields, key=lambda key: ranks[key])


def is_list(annotation: Any) -> bool:
    """Whether a field holds a list."""
    return get_origin(annotation) is tuple


def record_in(annotation: Any) -> type[BaseModel] | None:
    """The record that a field holds, alone or in a list; None where it holds plain values."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {Union, types.UnionType, tuple}:
        for argument in get_args(annotation):
            if (found := record_in(argument)) is not None:
                return found
    return None


def record_at(model: type[BaseModel], key: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The record that the value at `key` of `model` has to be (or a list of it), if any."""
    current: type[BaseModel] | None = model
    for part in key:
        if isinstance(part, int):
            continue
        field = current.model_fields.get(part) if current is not None else None
        current = record_in(field.annotation) if field is not None else None
    return current


def value_at(data: Any, key: Sequence[str | int]) -> Any:
    """What stands at `key` of a head's plain values; None where there is nothing."""
    for part in key:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data
