"""Entries of PDF dictionaries, followed to what they point at: pyHanko's own `get` gives the pointer."""

from __future__ import annotations

from typing import Any

from pyhanko.pdf_utils import generic


def entry(owner: Any, key: str) -> Any:
    """The value under `key`, or None where there is none, where it is null, or where `owner` is no dictionary."""
    if not isinstance(owner, generic.DictionaryObject) or key not in owner:
        return None
    value = owner[key]
    return None if isinstance(value, generic.NullObject) else value
