"""Things that are made one after the other, only as far as somebody asks for one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Unrolled(Generic[T]):
    """Things by name, out of a slow iterator, which is advanced only as far as it must be."""

    def __init__(self, supply: Callable[[], Iterable[tuple[str, T]]]) -> None:
        """`supply` gives (name, thing) one after the other; it is called once something is asked for."""
        self._supply = supply
        self._rest: Iterator[tuple[str, T]] | None = None
        self._made: dict[str, T] = {}

    def get(self, name: str) -> T | None:
        """The thing with this name; None if the iterator ended without one."""
        if self._rest is None:
            self._rest = iter(self._supply())
        while name not in self._made:
            following = next(self._rest, None)
            if following is None:
                return None
            self._made.setdefault(*following)
        return self._made[name]
