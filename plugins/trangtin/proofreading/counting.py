"""Follows the numbers of a paper from the first to the last: which one may come next, at each level.

Papers are not counted by one rule. Some count the items of all sections on, some anew; some have `đ)` behind `d)`, some
`e)`; a list may have another sign behind its numbers in its middle. What any of them does is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from trangtin.content.values.markers import ALPHABET
from trangtin.proofreading.roman import roman, to_roman
from trangtin.proofreading.typed_number import PARTS, Kind, TypedNumber, read_numeral

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_POINTS = ALPHABET, _LATIN
"""The alphabets by which a paper may count points: `d) đ) e) g)`, and `d) e) f) g)`."""
_CAPITALS = PARTS, PARTS.replace("Đ", "")
"""The same for parts."""


class Jump(NamedTuple):
    """A number that does not follow from the one before it."""

    what: str
    """`mục`, `điểm`, `Điều` …"""
    before: str
    after: str


class Series(NamedTuple):
    """What is counted together: numbers of one kind behind which one sign stands, decimals under one number."""

    kind: Kind
    sign: str = ""
    under: tuple[int, ...] = ()
    """The `1.2` of `1.2.1`, `1.2.2`."""


class _Open(NamedTuple):
    """A series that may go on at this place."""

    series: Series
    last: int


@dataclass(slots=True)
class Counts:
    """What was counted last."""

    article: int | None = None
    """Counted through a whole paper, whatever its chapters."""
    titles: dict[tuple[str, str], int] = field(default_factory=dict)
    """The last chapter, part or annex by its word and by how it is counted."""
    parts: list[str] = field(default_factory=list)
    """The capitals since the first that came in order: one alone may be the first letter of a name."""
    open: list[_Open] = field(default_factory=list)
    """From the outermost series to the innermost."""
    closed: dict[Series, int] = field(default_factory=dict)
    """Where the arabic numbers of the section before ended: some papers go on counting."""

    def take(self, number: TypedNumber, *, is_apart: bool) -> Jump | None:
        """Count the next number; what is odd about it. `is_apart` where an empty line stands above it."""
        match number.kind:
            case Kind.ANNEX | Kind.CHAPTER:
                return self._title(number, is_apart=is_apart)
            case Kind.PART:
                return self._part(number.text)
            case Kind.ARTICLE:
                return self._article(number.text)
            case Kind.ROMAN:
                return self._section(Series(number.kind, number.sign), roman(number.text), number.text)
            case Kind.ARABIC:
                return self._item(Series(number.kind, number.sign), int(number.text))
            case Kind.DECIMAL:
                return self._decimal([int(part) for part in number.text.split(".")])
            case Kind.LETTER:
                return self._point(Series(number.kind, number.sign), number.text)

    def _title(self, number: TypedNumber, *, is_apart: bool) -> Jump | None:
        """A chapter, a part or an annex. In the middle of a paragraph it is only spoken of, unless it comes next."""
        self._begin()
        self.parts = []
        if number.kind is Kind.ANNEX:
            self.article = None
        *words, typed = number.text.split()
        numeral = read_numeral(typed)
        if numeral is None:
            return None
        counted = words[0].upper(), numeral.system
        before, now = self.titles.get(counted), numeral.value
        if is_apart or now == (before or 0) + 1:
            self.titles[counted] = now
        if not is_apart or before is None or now <= before + 1:  # only one that is left out is missed
            return None
        last = str(numeral._replace(value=before))
        if _is_next(typed, last, _CAPITALS):
            return None
        called = words[:2] if number.kind is Kind.ANNEX else words  # `Phụ lục số`
        return Jump(" ".join(called).capitalize(), last, typed)

    def _part(self, now: str) -> Jump | None:
        """`B.`: the first that is no next letter is odd only where others came in order."""
        self._begin()
        before = self.parts[-1] if self.parts else None
        if now == "A":
            self.parts = [now]
            return None
        if before is None or _is_next(now, before, _CAPITALS):
            self.parts.append(now)
            return None
        were_in_order = len(self.parts) > 1
        self.parts = [now]
        return Jump("phần", before, now) if were_in_order else None

    def _article(self, typed: str) -> Jump | None:
        """`Điều 2.`: a statute behind its decision begins anew."""
        self._begin()
        before, self.article = self.article, int(typed)
        return None if before is None or self.article in {before + 1, 1} else Jump("Điều", str(before), typed)

    def _section(self, series: Series, now: int, typed: str) -> Jump | None:
        """`II.`: lies in no point, whatever its number, and may begin anew behind any but the first."""
        is_right = self._goes_on_from_another(series, now)
        before = self._leave(series)
        self.open.append(_Open(series, now))
        if is_right or before is None or now == before + 1 or (now == 1 and before != 1):
            return None
        return Jump("mục", to_roman(before), typed)

    def _item(self, series: Series, now: int) -> Jump | None:
        """`2.`: a list of its own may begin anew, but not with the number that has only just begun one."""
        went_on = self.closed.get(series)
        is_right = self._goes_on_from_another(series, now)
        before = self._leave_if_open(series)
        self.open.append(_Open(series, now))
        if before is None:
            before, is_right = went_on, is_right or now == 1
        else:
            is_right = is_right or (now == 1 and before > 1)
        return None if is_right or before is None or now == before + 1 else Jump("mục", str(before), str(now))

    def _decimal(self, numbers: Sequence[int]) -> Jump | None:
        """`1.2.`: begins anew under each number (`2.1.`)."""
        *above, now = numbers
        series = Series(Kind.DECIMAL, under=tuple(above))
        before = self._leave_if_open(series)
        beside = self._beside(series) if before is None else None
        if beside is not None:
            self._leave(beside.series)
        self.open.append(_Open(series, now))
        if before is not None:
            is_right, last = now in {before + 1, 1}, (*above, before)
        elif beside is not None:
            is_right, last = now == 1, (*beside.series.under, beside.last)
        else:
            return None
        return None if is_right else Jump("mục", ".".join(map(str, last)), ".".join(map(str, numbers)))

    def _point(self, series: Series, now: str) -> Jump | None:
        """`b)`: may begin anew anywhere."""
        before = self._leave_if_open(series)
        self.open.append(_Open(series, ord(now)))
        if before is None or now == "a" or _is_next(now, chr(before), _POINTS):
            return None
        return Jump("điểm", f"{chr(before)}{series.sign}", f"{now}{series.sign}")

    def _begin(self) -> None:
        """A section that holds all that follows: everything is counted anew."""
        self.open, self.closed = [], {}

    def _is_open(self, series: Series) -> bool:
        return any(each.series == series for each in self.open)

    def _leave_if_open(self, series: Series) -> int | None:
        return self._leave(series) if self._is_open(series) else None

    def _leave(self, series: Series) -> int | None:
        """End a series and all that lies inside it, or all where it is not open; its last number, to be replaced."""
        at = next((at for at, each in enumerate(self.open) if each.series == series), -1)
        closed = {each.series: each.last for each in self.open[at + 1 :] if each.series.kind is Kind.ARABIC}
        if closed or series.kind is Kind.ROMAN:
            self.closed = closed
        last = self.open[at].last if at >= 0 else None
        del self.open[max(at, 0) :]
        return last

    def _beside(self, series: Series) -> _Open | None:
        """The decimals of the same depth that are counted under another number: `1.1`, `1.2` for `2.1`."""
        return next(
            (
                each
                for each in self.open
                if each.series.kind is Kind.DECIMAL and len(each.series.under) == len(series.under)
            ),
            None,
        )

    def _goes_on_from_another(self, series: Series, now: int) -> bool:
        """Whether it goes on where numbers with another sign stopped: `1.`, `2)`, `3.`."""
        return any(
            each.series.kind is series.kind and each.series != series and each.last == now - 1 for each in self.open
        )


def _is_next(letter: str, before: str, alphabets: Sequence[str]) -> bool:
    """Whether a letter stands right behind another in one of the alphabets."""
    return any(f"{before}{letter}" in alphabet for alphabet in alphabets)
