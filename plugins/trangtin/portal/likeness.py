"""How like the name of a body is to the names on a paper or certificate: in short or in full, with a place or not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise

from trangtin.content.abbreviated import spelt_out
from trangtin.content.text import fold, one_line, one_tone_style

_PLACE = re.compile(r"\b(?:tinh|thanh pho|tp|huyen|quan|xa|phuong|thi tran|thi xa|dac khu)\b(?! (?:uy|doan)\b).*")
_BEFORE_PLACE = frozenset({"tynh", "pho", "huyen", "quan", "xa", "phuong", "tran", "khu"})
"""Words that say nothing here: the body above stands in the same province."""
_OF_PLACE = frozenset({"uy", "doan"})
"""`Tỉnh ủy Mẫu` is of the same place as `tỉnh Mẫu`."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_INITIALS = re.compile(r"(?=.{2,6}$)[^aeo\d]+")
_LONGEST_SYLLABLE = 7
ENOUGH = 0.34
"""Share of the words of a name that another must have to be of the same kind."""


class Likeness(Enum):
    """From like to unlike."""

    SAME = "same"
    """All of it is there, or nothing stands in place of what is not."""
    OTHER = "other"
    """A body of its kind with another name or of another place."""
    NONE = "none"
    """No name of that kind."""


@dataclass(frozen=True, slots=True)
class Likened:
    """The result of a comparison."""

    likeness: Likeness
    printed: str = ""
    """For `Likeness.OTHER` the printed name that stands in its place; else empty."""


def liken(name: str, printed: Sequence[str], text: str = "") -> Likened:
    """Hold a name against those that stand together in one head, or in one certificate.

    A letter or mark that differs may have been misread: it counts unless `text`, the rest of the paper, has it right.
    """
    found = _likened(name, tuple(printed))
    return _liken(name, printed, text) if text and found.likeness is Likeness.OTHER else found


@lru_cache(maxsize=4096)
def _likened(name: str, printed: tuple[str, ...]) -> Likened:
    """The same without the rest of the paper, remembered: all papers of a body have the same head."""
    return _liken(name, printed, "")


def _liken(name: str, printed: Sequence[str], text: str) -> Likened:
    words = _words(name)
    groups = [_words(each) for each in printed]
    if any(map(_has_lost_spaces, groups)):
        return Likened(Likeness.SAME if share_of(name, " ".join(printed)) >= ENOUGH else Likeness.NONE)
    groups = [_spelt_like(words, group) for group in groups]
    for group in groups:
        words = _spelt_like(group, words)
    core = _core(name)
    best = max(range(len(groups)), key=lambda at: (sum(word in groups[at] for word in core), at))
    at = next(_contradictions(words, groups, best, text), None)
    if share_of(name, " ".join(printed)) < ENOUGH:
        # `Đoàn Thanh niên xã Mẫu` and `ĐOÀN XÃ MẪU`: of its kind there is one in a place.
        there = {word for group in groups for word in group}
        is_short_for = at is None and _begins(words[0], groups) and 2 * _found(words, there) >= len(words)
        return Likened(Likeness.SAME if is_short_for else Likeness.NONE)
    if at is None:
        at = _other_marks(name, printed, text)
    return Likened(Likeness.SAME) if at is None else Likened(Likeness.OTHER, printed[at])


def is_printed(name: str, printed: Sequence[str]) -> bool:
    """True where some are there and none contradicts it."""
    return bool(printed) and liken(name, printed).likeness is Likeness.SAME


def share_of(name: str, text: str) -> float:
    """How much of a name without its place stands in a text, from 0 to 1; initials count as what they stand for."""
    there = _words(text)
    bare = "".join(there) if _has_lost_spaces(there) else ""
    core = _core(name)
    found = set(_spelt_like(core, there))
    core = _spelt_like(there, core)
    return sum(word in found or (len(word) > 1 and word in bare) for word in core) / len(core) if core else 1.0


def is_nearly(word: str, other: str) -> bool:
    """One letter more, less or other; a number is never nearly another."""
    if word.isdigit() or abs(len(word) - len(other)) > 1:
        return False
    start = next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), 0)
    return any(word[start + i :] == other[start + j :] for i, j in ((1, 1), (0, 1), (1, 0)))


def _core(name: str) -> list[str]:
    """The words of a name without its place: `Trường Chính trị tỉnh Mẫu` -> truong chynh try."""
    return _words(_PLACE.sub("", one_line(fold(spelt_out(name)))) or name)


def _words(name: str) -> list[str]:
    """Folded, without `và`; `i` as `y`, since both are written (`Lí`, `Lý`)."""
    found = _WORD.findall(fold(spelt_out(name)).replace("i", "y"))
    return [word for word in found if word != "va"]


def _has_lost_spaces(words: Sequence[str]) -> bool:
    return any(len(word) > _LONGEST_SYLLABLE for word in words)


def _spelt_like(full: Sequence[str], words: Sequence[str]) -> list[str]:
    """The words, with initials as the run of words in `full` that they stand for."""
    out: list[str] = []
    for word in words:
        run: Sequence[str] = [word]
        if word not in full and _INITIALS.fullmatch(word):
            size = len(word)
            runs = (full[at : at + size] for at in range(len(full) - size + 1))
            run = next((each for each in runs if "".join(part[0] for part in each) == word), run)
        out += run
    return out


def _begins(word: str, groups: Sequence[Sequence[str]]) -> bool:
    """Whether the word is no part of `Tỉnh ủy`, `Tỉnh đoàn`."""
    return any(
        each == word and (at == 0 or group[at - 1] not in _BEFORE_PLACE)
        for group in groups
        for at, each in enumerate(group)
    )


def _found(words: Sequence[str], there: Collection[str]) -> int:
    return sum(word in there for word in words)


def _contradictions(words: Sequence[str], groups: Sequence[Sequence[str]], best: int, text: str) -> Iterator[int]:
    """Places of the names in which another word stands where one of `words` is missing, in the `best` one above all."""
    there = {word for group in groups for word in group}
    for at, word in enumerate(words):
        if word in there:
            continue
        for index, other in _in_place_of(at, words, groups, best):
            has_lost_a_space = word in other or other in word
            is_misread = is_nearly(word, other) and word in _words(text)
            if other not in words and not has_lost_a_space and not is_misread:
                yield index


def _in_place_of(
    at: int, words: Sequence[str], groups: Sequence[Sequence[str]], best: int
) -> Iterator[tuple[int, str]]:
    """What stands behind the word before it; for the first of all what stands before the next that is there."""
    if at:
        of_place = words[at - 1] in _BEFORE_PLACE
        for index in range(len(groups)) if of_place else [best]:
            group = [word for word in groups[index] if not (of_place and word in _OF_PLACE)]
            yield from ((index, other) for before, other in pairwise(group) if before == words[at - 1])
        return
    after = next((word for word in words if word in groups[best]), "")
    yield from ((best, other) for other, word in pairwise(groups[best]) if word == after)


def _other_marks(name: str, printed: Sequence[str], text: str) -> int | None:
    """The printed name whose place is the same but for marks (`Mường Bằng` for `Mường Bang`); none may be lost ones."""
    parts = _spelt(name)
    start = next((at + 1 for at, (folded, _) in enumerate(parts) if folded in _BEFORE_PLACE), len(parts))
    for folded, spelt in parts[start:]:
        found = [(at, other) for at, each in enumerate(printed) for bare, other in _spelt(each) if bare == folded]
        is_other = found and not any(other == spelt or other.isascii() for _, other in found)
        if is_other and (folded, spelt) not in _spelt(text):
            return found[-1][0]
    return None


def _spelt(name: str) -> list[tuple[str, str]]:
    words = _WORD.findall(one_tone_style(spelt_out(one_line(name))).casefold())
    return [(fold(word).replace("i", "y"), word) for word in words]
