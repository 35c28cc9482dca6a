"""A picture of sixteen colours as PNG.

Pillow tries five filters on every row of a picture, which takes longer than to draw it. Which one is best is known
beforehand: of text on bare ground with wide edges what differs from the row above, of small letters the row itself.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from enum import IntEnum

from PIL import Image, ImageChops

SIGNATURE = b"\x89PNG\r\n\x1a\n"
"""How every file starts."""
_BITS, _PALETTE = 4, 3


class Filter(IntEnum):
    """What of each row is written down (PNG, 9.2)."""

    NONE = 0
    """The row itself."""
    UP = 2
    """Each byte less the one above it."""


def png_of(picture: Image.Image, palette: Sequence[int], filtered: Filter) -> bytes:
    """The file of a picture (mode `P`, of even width, below 16) with this palette (red, green, blue …)."""
    header = struct.pack(">IIBBBBB", *picture.size, _BITS, _PALETTE, 0, 0, 0)
    # Runs of one colour are nearly all there is: looking for nothing else is quicker, and smaller.
    stream = zlib.compressobj(1, strategy=zlib.Z_RLE)
    data = stream.compress(_rows(picture, filtered)) + stream.flush()
    parts = (b"IHDR", header), (b"PLTE", bytes(palette)), (b"IDAT", data), (b"IEND", b"")
    return SIGNATURE + b"".join(_chunk(kind, content) for kind, content in parts)


def _rows(picture: Image.Image, filtered: Filter) -> bytes:
    """The rows as they are compressed: two pixels a byte, and first the name of the filter."""
    width, height = picture.width // 2, picture.height
    packed = Image.frombytes("L", (width, height), picture.tobytes("raw", "P;4"))
    rows = Image.new("L", (1 + width, height), filtered)
    if filtered is Filter.UP:
        above = Image.new("L", packed.size)
        above.paste(packed, (0, 1))
        packed = ImageChops.subtract_modulo(packed, above)
    rows.paste(packed, (1, 0))
    return rows.tobytes()


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
