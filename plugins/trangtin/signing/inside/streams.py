"""How large the streams of a PDF grow when they are unpacked; counted before any library unpacks them."""

from __future__ import annotations

import base64
import re
import string
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_STREAM = b"stream"
_HEAD = 800
_PEEK = 100
_TELLS = re.compile(rb"/(?:Image|Length1|FontFile\d?|XRef|Length3)\b")


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes that streams may take once they are unpacked."""

    stream: int
    """One that draws a page; pages of papers have some thousands."""
    whole: int
    """All of them, pictures and fonts aside."""
    picture: int
    """One picture or font: measured only."""


TO_SHOW = Room(64_000_000, 500_000_000, 600_000_000)
"""For what readers are offered, maps and drawings too."""


def grows_too_large(data: bytes, room: Room) -> bool:
    """Whether a stream unpacks to far more than there is room for."""
    left = room.whole
    for at, start in _streams(data):
        head = data[max(0, at - _HEAD) : at].rpartition(b"obj")[2]
        deflated = head.count(b"/FlateDecode") + head.count(b"/Fl ")
        is_picture = _TELLS.search(head) is not None
        most = room.picture if is_picture else room.stream
        packed, first = data, start
        if b"/ASCII85Decode" in head or b"/A85" in head:
            packed, first = _from_letters(data, start), 0
        size = _inflated(packed, first, most)
        if deflated > 1 and size < most:  # packed again: what comes out is to be unpacked too
            size = max(size, _inflated(_once(packed, first, most), 0, most))
        if b"/LZWDecode" in head:
            size = max(size, (data.find(b"endstream", start) - start) * 20)
        left -= 0 if is_picture else size
        if size >= most or left <= 0:
            return True
    return False


def _streams(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the word stands that begins each stream, and where its bytes begin."""
    at = data.find(_STREAM)  # a pattern takes ten times as long over a large scan
    while at >= 0:
        start = at + len(_STREAM)
        start += data.startswith(b"\r", start)
        if data.startswith(b"\n", start) and not data.endswith(b"end", 0, at):
            yield at, start + 1
        at = data.find(_STREAM, start)


def _from_letters(data: bytes, start: int) -> bytes:
    """What a stream written in letters packs; nothing where it is not deflated."""
    end = data.find(b"endstream", start)
    letters = data[start : start + _PEEK].translate(None, string.whitespace.encode()).partition(b"~>")[0]
    try:
        # Decoding is slow, and most of what is written in letters is a photograph: the first five tell.
        if not _is_deflated(base64.a85decode(letters[:5])):
            return b""
        return base64.a85decode(data[start:end].strip().removesuffix(b"~>"))
    except ValueError:
        return b""


def _is_deflated(data: bytes, start: int = 0) -> bool:
    return start < len(data) and data[start] & 0x0F == 8  # the method of every zlib stream


def _inflated(data: bytes, start: int, most: int) -> int:
    if not _is_deflated(data, start):
        return 0
    unpacker = zlib.decompressobj()
    total, at = 0, start
    try:
        while not unpacker.eof and at < len(data) and total < most:
            chunk = unpacker.unconsumed_tail
            if not chunk:
                chunk, at = data[at : at + 65_536], at + 65_536
            total += len(unpacker.decompress(chunk, 1_000_000))
    except zlib.error:
        return total
    return total


def _once(data: bytes, start: int, most: int) -> bytes:
    """What comes out at first of something deflated, up to `most` bytes."""
    try:
        return zlib.decompressobj().decompress(data[start:], most)
    except zlib.error:
        return b""
