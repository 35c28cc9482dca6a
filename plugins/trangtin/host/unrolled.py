"""Things that are made one after the other, and only as far as somebody asks for one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Unrolled(Generic[T]):
    """Things by name, out of a supply that takes time."""

    def __init__(self, supply: Callable[[], Iterable[tuple[str, T]]]) -> None:
        """Nothing is made before something is asked for."""
        self._supply = supply
        self._rest: Iterator[tuple[str, T]] | None = None
        self._made: dict[str, T] = {}

    def get(self, name: str) -> T | None:
        """The thing of that name; None once all are made and none has it."""
        if self._rest is None:
            self._rest = iter(self._supply())
        while name not in self._made:
            following = next(self._rest, None)
            if following is None:
                return None
            self._made.setdefault(*following)
        return self._made[name]
