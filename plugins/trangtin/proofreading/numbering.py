"""The numbers typed before sections and items: what skips, repeats or stands under another's number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from trangtin.content.problem import Code
from trangtin.content.values.markers import ALPHABET, ANNEX, DECIMAL, LETTER, PART, ROMAN
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.roman import roman, to_roman
from trangtin.proofreading.writing import Writing

_LINE = re.compile(
    r"[ \t]{0,3}(?P<marks>#{1,6}[ \t]+)?\x00*(?:"
    rf"(?P<roman>{ROMAN})\.\x00*[ \t]+"
    rf"|(?P<part>{PART})\.\x00*[ \t]+"
    rf"|(?P<decimal>{DECIMAL})\.?\x00*[ \t]+"
    r"|(?P<arabic>\d{1,2})\.\x00*[ \t]+"
    rf"|(?P<letter>{LETTER})\)[ \t]*"
    r"|[Đđ]iều[ \t]+(?P<article>\d{1,3})[.:]\x00*[ \t]"
    rf"|(?P<annex>{ANNEX})(?=[ \t]*(?:[:.–\x00-]|$))[ \t]*"
    rf"|(?P<chapter>(?:CHƯƠNG|Chương|PHẦN|Phần)[ \t]+(?:{ROMAN}|{PART}|\d{{1,3}}))(?!\w)"
    r")(?=\S|\x00|$)"
)
_STARTS = frozenset(" \t#\x00IVXLCABDEFGHĐđPp0123456789abcdeghiklmnopqrstuvxyfjwz")
_QUOTES = {"“": "”", '"': '"', "«": "»"}
_LONGEST_QUOTATION = 20_000
"""Characters of an amended text; a mark that closes farther on belongs to another one."""
_PLAIN = "abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class _Level:
    """The last number of each kind since its parent began."""

    article: int | None = None
    roman: int | None = None
    arabic: int | None = None
    last_arabic: int | None = None
    """The last one in the section before: some papers go on counting."""
    decimals: dict[tuple[int, ...], int] = field(default_factory=dict)
    letter: str | None = None


def numbering(writing: Writing) -> Iterator[Oddity]:
    """Each number that does not follow from the one before it at its level."""
    level = _Level()
    at = quoted = 0
    for line in writing.text.split("\n"):
        if line[:1] in _QUOTES:
            quoted = max(quoted, _end_of_quotation(writing.text, at, line))
        elif at < quoted:
            pass
        elif line[:1] in _STARTS and (match := _LINE.match(line)) and (found := _next(level, match)):
            what, before, after = found
            told = f"{what} {after} lặp lại" if before == after else f"{what} {after} đứng sau {what} {before}"
            yield Oddity(at, Code.NUMBERING, after, told, words=(f"{what} {after}", after))
        at += len(line) + 1


def _end_of_quotation(text: str, at: int, line: str) -> int:
    """Where an amended text ends that begins with its number in a line: `“2. …`, `“c) …`; 0 where none begins."""
    if not _LINE.match(line[1:]):
        return 0
    depth, close = 1, _QUOTES[line[0]]
    for mark in re.finditer(f"[{line[0]}{close}]", text[at + 1 : at + _LONGEST_QUOTATION]):
        depth += -1 if mark[0] == close else 1
        if not depth:
            return at + 1 + mark.end()
    return 0


def _next(level: _Level, match: re.Match[str]) -> tuple[str, str, str] | None:
    """Take one number in; what is odd about it as (kind, the one before, this one)."""
    if match["annex"] or match["chapter"] or match["part"]:
        article = None if match["annex"] else level.article
        _reset(level, _Level(article=article))
    elif match["article"]:
        before, level.article = level.article, int(match["article"])
        _reset(level, _Level(article=level.article))
        if before is not None and level.article not in {before + 1, 1}:
            return "Điều", str(before), match["article"]
    elif match["roman"]:
        now, before = roman(match["roman"]), level.roman
        _reset(level, _Level(article=level.article, roman=now, last_arabic=level.arabic))
        if before is not None and (now not in {before + 1, 1} or now == before):
            return "mục", to_roman(before), match["roman"]
    elif match["arabic"]:
        return _arabic(level, int(match["arabic"]), is_heading=bool(match["marks"]))
    elif match["decimal"]:
        *prefix, last = (int(part) for part in match["decimal"].split("."))
        before = level.decimals.get(tuple(prefix))
        level.decimals[tuple(prefix)] = last
        level.letter = None
        if before is not None and last not in {before + 1, 1}:
            return "mục", ".".join(map(str, (*prefix, before))), match["decimal"].rstrip(".")
    elif match["letter"]:
        previous, level.letter = level.letter, match["letter"]
        if previous is not None and match["letter"] not in {*_followers(previous), "a"}:
            return "điểm", f"{previous})", f"{match['letter']})"
    return None


def _reset(level: _Level, to: _Level) -> None:
    for name in ("article", "roman", "arabic", "last_arabic", "decimals", "letter"):
        setattr(level, name, getattr(to, name))


def _arabic(level: _Level, now: int, *, is_heading: bool) -> tuple[str, str, str] | None:
    before, level.arabic, level.letter = level.arabic, now, None
    went_on, level.last_arabic = level.last_arabic, None
    level.decimals = {prefix: last for prefix, last in level.decimals.items() if prefix[:1] != (now,)}
    if before is None:
        is_right = now == 1 or went_on is None or now == went_on + 1
        return None if is_right else ("mục", str(went_on), str(now))
    # A list of its own may begin anew, but not with the number that has only just begun one.
    if now == before + 1 or (now == 1 and before > 1):
        return None
    return "mục", str(before), str(now)


def _followers(letter: str) -> Iterator[str]:
    for alphabet in (ALPHABET, _PLAIN):
        at = alphabet.find(letter)
        if 0 <= at < len(alphabet) - 1:
            yield alphabet[at + 1]
