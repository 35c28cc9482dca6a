"""The foot of a paper: who gets it, and who signs with which authority."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trangtin.content.printed.recipients import ITEM, RECIPIENTS, is_archive
from trangtin.content.printed.signature import (
    ASIDE,
    authority,
    is_authority,
    is_collective,
    is_office,
    is_person,
    is_title,
)
from trangtin.content.text import fold, is_capitals, one_line
from trangtin.content.values.vocabulary import Authority
from trangtin.importer import grammar
from trangtin.importer.lines import Column, Line

_ASIDE = re.compile(rf"{ASIDE.pattern}|(?i:ký bởi.*|người ký.*)")
_WEBSITE = re.compile(
    r"website|web site|trang thong tin dien tu|cong thong tin dien tu|trang tin dien tu|"
    r"(?:cong|trang) (?:tin )?t{2,3}[ -]?dt|cong thong tin|trang thong tin|\bweb\b"
)
# Between items on one line: before a dash, and before anything as long as the archive, which is the last, is to come.
_BETWEEN = re.compile(r"(?<=[;,.])\s+(?=[-–]\s+\S)|(?<=;)\s+(?=(?:.*;\s*)?[Ll]ưu\b)")
_DEPUTY = re.compile(r"^p(?:\. ?| )")
"""`P. HIỆU TRƯỞNG`"""


@dataclass(frozen=True, slots=True)
class SignedBy:
    """One signature."""

    name: str
    """Empty where none is printed."""
    position: str
    """Titles as printed, from the one signed for to the signer's own, with ` / ` between; empty where there is none."""
    authority: Authority | None


@dataclass(frozen=True, slots=True)
class Foot:
    """What the foot says."""

    recipients: tuple[str, ...]
    signers: tuple[SignedBy, ...]
    unread: tuple[str, ...] = ()
    """Lines that are neither."""

    @property
    def websites(self) -> tuple[str, ...]:
        """Recipients that are a website: they ask for publication."""
        return tuple(each for each in self.recipients if _WEBSITE.search(fold(each)))


def read_foot(lines: Sequence[Line]) -> Foot:
    """Read the lines below the body."""
    listed, rest = _recipient_lines(lines)
    signers, unread = _signers(rest)
    return Foot(tuple(_items(listed)), tuple(signers), tuple(unread))


def _recipient_lines(lines: Sequence[Line]) -> tuple[list[str], list[Line]]:
    listed: list[str] = []
    rest: list[Line] = []
    place: tuple[Column, int] | None = None
    archived = False
    """True below the item of the archive, which is the last."""
    titled = False
    """True below a title in the column of the recipients: only what has a dash can still be one of them."""
    for line in lines:
        match = RECIPIENTS.match(line.text)
        if match and place is None:
            place = (line.column, line.lane)
            item = line.text[match.end() :].strip()
        elif place is not None and _belongs(line, place, archived) and (not titled or ITEM.match(line.text)):
            item = line.text
        else:
            rest.append(line)
            titled = titled or ((line.column, line.lane) == place and is_title(line.text))
            continue
        listed += [item] if item else []
        archived = archived or any(map(is_archive, item.split(";")))
    return listed, rest


def _belongs(line: Line, place: tuple[Column, int], archived: bool) -> bool:
    if is_title(line.text):
        return False
    if (line.column, line.lane) != place:
        # Where the foot is set with runs of spaces, items whose line has nothing on the right stand in no column.
        loose = place[0] is Column.LEFT and line.column is Column.FULL and bool(ITEM.match(line.text))
        return loose
    if archived and (is_person(line.text) or is_collective(line.text)):
        return False
    return not (archived and line.column is Column.FULL and not ITEM.match(line.text) and len(line.text) > 60)


def _items(listed: Sequence[str]) -> Iterable[str]:
    pieces = [part for text in listed for part in _BETWEEN.split(text)]
    dashed = any(ITEM.match(piece) for piece in pieces)
    items: list[str] = []
    for piece in pieces:
        match = ITEM.match(piece)
        starts = bool(match) if dashed else not (items and piece[:1].islower())
        if dashed and not match and (not items or items[-1].rstrip().endswith(";")):
            starts = True
        text = piece[match.end() :] if match else piece
        if (starts and not text.startswith("(")) or not items:
            items.append(text)
        else:
            before = items[-1].rstrip(" ;,") if text.startswith("(") else items[-1]
            items[-1] = f"{before}{grammar.joint(before, text)}{text}"
    for item in items:
        clean = one_line(item).rstrip(" ;,./")
        if re.search(r"[^\W\d_]{2}", clean):
            yield clean


def _signers(lines: Sequence[Line]) -> tuple[list[SignedBy], list[str]]:
    """The signatures, and the lines that belong to none."""
    lanes: dict[tuple[Column, int], list[Line]] = {}
    for line in lines:
        lanes.setdefault((line.column, line.lane), []).append(line)
    # Titles and name may stand in neighbouring paragraphs of different columns only where nothing is in columns.
    if len(lanes) > 1 and not any(_complete(each) for each in lanes.values()):
        lanes = {(Column.FULL, 0): list(lines)}
    beside = min((each[0].block for lane, each in lanes.items() if lane[0] is not Column.FULL), default=0)

    def place(lane: tuple[Column, int]) -> tuple[bool, bool, int]:
        """Who signs below those that sign side by side comes after them."""
        is_below = lane[0] is Column.FULL and lanes[lane][0].block >= beside
        return is_below, lane[0] is Column.RIGHT, lane[1]

    signers: list[SignedBy] = []
    unread: list[str] = []
    for lane in sorted(lanes, key=place):
        signed, left = _in_column(lanes[lane])
        signers += signed
        unread += left
    return signers, unread


def _complete(lines: Sequence[Line]) -> bool:
    return any(is_title(line.text) for line in lines) and any(is_person(line.text) for line in lines)


def _in_column(lines: Sequence[Line]) -> tuple[list[SignedBy], list[str]]:
    titles: list[str] = []
    signers: list[SignedBy] = []
    unread: list[str] = []
    for line in lines:
        text = one_line(line.text).strip(" .,;*")
        if not text or _ASIDE.fullmatch(text) or grammar.RULE.fullmatch(text):
            continue
        says_as_what = is_authority(line.text) or is_office(text) or is_collective(text)
        if says_as_what or (is_capitals(text) and not is_person(text)):
            if titles and _wraps(titles[-1], text, says_as_what):
                titles[-1] = f"{titles[-1]} {text}"
            else:
                titles.append(text)
        elif is_person(text) and titles:
            signers.append(_signer(titles, text))
            titles = []
        elif is_person(text) and not titles:
            signers.append(SignedBy(text, "", None))
        else:
            unread.append(text)
    if any(map(is_title, titles)):
        signers.append(_signer(titles, ""))
        titles = []
    return signers, [*unread, *titles]


def _wraps(before: str, text: str, is_title: bool) -> bool:
    return before.endswith(("-", ",", " VÀ")) or not is_title


def _signer(titles: Sequence[str], name: str) -> SignedBy:
    first = authority(titles[0])
    if first is None:
        return SignedBy(name, " / ".join(titles), None)
    code, office = first
    offices = [office, *titles[1:]]
    for_head = code.is_for_head and len(offices) == 2
    if for_head and _DEPUTY.sub("pho ", fold(offices[1])) == f"pho {fold(offices[0])}":
        offices = offices[1:]  # what is printed above it follows from it
    return SignedBy(name, " / ".join(offices), code)
