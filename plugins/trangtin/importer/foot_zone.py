"""Where the foot of a paper begins and ends: recipients, signatures, and nothing of an annex behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trangtin.content.printed import state
from trangtin.content.printed.annex import is_annex_title
from trangtin.content.printed.recipients import RECIPIENTS, is_archive
from trangtin.content.printed.signature import ASIDE, is_collective, is_person, is_title
from trangtin.content.text import is_capitals
from trangtin.importer import grammar

_LONGEST = 80
"""Letters of a line in a signature."""
_LONGEST_ITEM = 130
_NEAR = 9
"""Bands from a title to its name: more titles, "(Đã ký)" and items of the recipients may stand between."""


@dataclass(frozen=True, slots=True)
class Band:
    """What stands side by side: a paragraph or a table of a file, a line across a printed page."""

    lines: tuple[str, ...]
    is_table: bool = False
    is_ruled: bool = False
    is_centred: bool = False
    """True for a printed line in the middle of its page, where titles stand and no signature does."""
    is_narrow: bool = False
    """True for a printed line that leaves so much room that any words may be part of a column."""
    starts_page: bool = False


def find_foot(bands: Sequence[Band], start: int = 0) -> tuple[int, int] | None:
    """(its first band, the first one behind it), looked for from `start` on; None where there is none."""
    anchor = next((place for place in range(start, len(bands)) if _has_recipients(bands[place])), None)
    if anchor is None:
        anchor = _signature(bands, start)
    if anchor is None:
        return None
    found = anchor
    while anchor > start:
        if _is_signature(bands[anchor - 1]) or _is_named_side_by_side(bands[anchor - 1]):
            anchor -= 1
        elif anchor - 1 > start and _is_named(bands[anchor - 1]) and _is_signature(bands[anchor - 2]):
            anchor -= 2
        else:
            break
    while anchor < found and all(map(ASIDE.fullmatch, bands[anchor].lines)):
        anchor += 1  # "(Từ ngày … đến ngày …)" below a title: no signature begins with what stands in brackets
    return anchor, _foot_end(bands, anchor)


def opens_annex(band: Band) -> bool:
    """True where an annex begins."""
    return not band.is_table and any(map(is_annex_title, band.lines))


def _has_recipients(band: Band) -> bool:
    return any(map(RECIPIENTS.match, band.lines))


def _signature(bands: Sequence[Band], start: int) -> int | None:
    """A signature without recipients: the last title in capitals with a name soon after it."""
    for place in range(len(bands) - 1, start - 1, -1):
        near = (line for band in bands[place : place + _NEAR] for line in band.lines)
        if not bands[place].is_centred and any(map(is_title, bands[place].lines)) and any(map(is_person, near)):
            return place
    return None


def _is_signature(band: Band) -> bool:
    """True for what can only stand at the end: titles in capitals, names."""
    if not band.is_table:
        return bool(band.lines) and all(map(_signs, band.lines))
    complete = any(map(is_title, band.lines)) and any(map(is_person, band.lines))
    return complete and all(len(line) < _LONGEST for line in band.lines)


def _is_named(band: Band) -> bool:
    """True for capitals that may name the bodies signed for, between two lines of a signature."""
    return not band.is_table and all(
        is_capitals(line) and len(line) < _LONGEST and not line.endswith(":") for line in band.lines
    )


def _is_named_side_by_side(band: Band) -> bool:
    """True for capitals beside capitals above a signature (`ĐẠI DIỆN BÊN GIAO`, `ĐẠI DIỆN BÊN NHẬN`)."""
    return len(band.lines) > 1 and _is_named(band) and not any(map(grammar.section, band.lines))


def _signs(line: str) -> bool:
    if line.endswith((":", "./.")) or grammar.ROMAN.match(line) or len(line) >= _LONGEST:
        return False
    said = is_title(line) or is_collective(line) or is_person(line)
    return said or bool(ASIDE.fullmatch(line))


def _foot_end(bands: Sequence[Band], anchor: int) -> int:
    """The first band behind the recipients and signatures."""
    signed = listing = archived = False
    for place in range(anchor, len(bands)):
        band = bands[place]
        if opens_annex(band) or (signed and any(map(_opens_another, band.lines))):
            return place
        short = not band.is_table and sum(map(len, band.lines)) < _LONGEST_ITEM
        in_list = listing and not archived and short and not band.starts_page
        if place > anchor and signed and not (in_list or _belongs(band) or _heads_signature(bands[place:])):
            return place
        listing = listing or _has_recipients(band)
        archived = archived or (listing and any(map(is_archive, band.lines)))
        signed = signed or any(map(is_person, band.lines))
        if not listing and not signed and not band.is_table and any(len(line) > 300 for line in band.lines):
            return place
    return len(bands)


def _opens_another(line: str) -> bool:
    """True for a line of the head of another paper, whatever stands beside it, or the first of its text."""
    return grammar.opens_text(line) or (is_capitals(line) and state.stands_in(line))


def _belongs(band: Band) -> bool:
    """Whether a band below a name is still of the foot."""
    if band.is_ruled:
        return False
    # The head of an annex on a page of its own may begin with a body in capitals, as a signature may.
    if band.starts_page and not any(is_title(line) or is_person(line) or _is_item(line) for line in band.lines):
        return False
    fits = [_signs(line) or _is_item(line) or len(line) < 4 for line in band.lines]
    return band.is_narrow or (any(fits) if band.is_table else all(fits))


def _heads_signature(bands: Sequence[Band]) -> bool:
    """Whether capitals below a name are those for whom the next one signs (`XÁC NHẬN CỦA UBND XÃ`, `CHỦ TỊCH`)."""
    if not _is_named(bands[0]) or bands[0].starts_page:
        return False
    titled = any(map(is_title, bands[1].lines)) if len(bands) > 1 else False
    return titled and any(map(is_person, (line for band in bands[2:_NEAR] for line in band.lines)))


def _is_item(line: str) -> bool:
    return bool(RECIPIENTS.match(line)) or line.startswith(("-", "–", "+")) or is_archive(line)
