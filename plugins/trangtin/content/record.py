"""The base of every value read from a front matter: frozen, closed, each field declared once with label and example."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Record(BaseModel):
    """A frozen value; a key that is not declared is a problem."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        arbitrary_types_allowed=True,
        validate_default=False,
    )


def labelled(label: str, example: str | None = None, /, default: Any = ..., **rest: Any) -> Any:
    """Declare a field: its Vietnamese label, a value that would be right, its default (none: the key is required)."""
    return Field(default=default, title=label, examples=[example] if example is not None else None, **rest)


def example_of(model: type[BaseModel], key: str) -> str:
    """The declared example of a field, or an empty string."""
    field = model.model_fields.get(key)
    return str(field.examples[0]) if field is not None and field.examples else ""
