"""What a rule of proofreading found, before anybody decides what it means where the text stands."""

from __future__ import annotations

from dataclasses import dataclass

from trangtin.content.problem import Code


@dataclass(frozen=True, order=True, slots=True)
class Oddity:
    """One odd place."""

    at: int
    """Offset in the text, in characters."""
    code: Code
    seen: str
    """The words as typed, for the message."""
    message: str
    """What is odd about them, in Vietnamese, with `seen` in it."""
    instead: str = ""
    """What must be meant; empty where only a person can tell."""
    words: tuple[str, ...] = ()
    """An editor's note that holds one of these speaks of this place; `seen` counts as well."""
