"""How large the streams of a PDF grow when they are unpacked; counted before any library unpacks them."""

from __future__ import annotations

import base64
import re
import zlib

from trangtin.importer.refusal import Refusal

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_LARGEST = 20_000_000
"""Bytes of one stream that draws a page; pages of papers have some thousands."""
_LARGEST_SUM = 120_000_000
_LARGEST_PICTURE = 400_000_000
"""Pictures and fonts are not unpacked to read text, only measured."""
_HEAD = 800
_TELLS = re.compile(rb"/(?:Image|Length1|FontFile\d?|XRef|Length3)\b")


def check_streams(data: bytes) -> None:
    """Raises Refusal where a stream unpacks to far more than any paper."""
    left = _LARGEST_SUM
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _HEAD) : match.start()].rpartition(b"obj")[2]
        deflated = head.count(b"/FlateDecode") + head.count(b"/Fl ")
        if deflated > 1:
            raise _refused()
        most = _LARGEST_PICTURE if _TELLS.search(head) else _LARGEST
        size = _unpacked(data, match.end(), b"/ASCII85Decode" in head or b"/A85" in head, most)
        if b"/LZWDecode" in head:
            size = max(size, (data.find(b"endstream", match.end()) - match.end()) * 20)
        left -= size if most == _LARGEST else 0
        if size >= most or left <= 0:
            raise _refused()


def _refused() -> Refusal:
    return Refusal("bên trong tệp PDF lớn bất thường", "kiểm tra lại nơi gửi; đừng mở tệp này nếu không chắc")


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
