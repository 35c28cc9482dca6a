"""A value taken from a paper, and what is doubtful about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What was read for one field."""

    value: T
    doubts: tuple[str, ...] = ()
    """Why a person must look, in Vietnamese; empty where the paper says it plainly."""
