"""How large the streams of a PDF grow when they are unpacked; counted before any library unpacks them."""

from __future__ import annotations

import base64
import re
import zlib
from dataclasses import dataclass

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_HEAD = 800
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
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _HEAD) : match.start()].rpartition(b"obj")[2]
        deflated = head.count(b"/FlateDecode") + head.count(b"/Fl ")
        is_picture = _TELLS.search(head) is not None
        most = room.picture if is_picture else room.stream
        size = _unpacked(data, match.end(), b"/ASCII85Decode" in head or b"/A85" in head, most)
        if deflated > 1 and size < most:  # packed again: what comes out is to be unpacked too
            size = max(size, _inflated(_once(data, match.end(), most), 0, most))
        if b"/LZWDecode" in head:
            size = max(size, (data.find(b"endstream", match.end()) - match.end()) * 20)
        left -= 0 if is_picture else size
        if size >= most or left <= 0:
            return True
    return False


def _unpacked(data: bytes, start: int, is_ascii: bool, most: int) -> int:
    """Bytes that come out, up to `most`; 0 for what is not deflated."""
    if is_ascii:
        end = data.find(b"endstream", start)
        try:
            packed = base64.a85decode(data[start:end].strip().removesuffix(b"~>"))
        except ValueError:
            return 0
        return _inflated(packed, 0, most)
    return _inflated(data, start, most)


def _inflated(data: bytes, start: int, most: int) -> int:
    if start >= len(data) or data[start] & 0x0F != 8:  # the method of every zlib stream
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
