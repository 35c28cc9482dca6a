"""Pictures: whether they tell where and by whom they were taken, and the same picture without that.

Pixels are not touched: only the parts of the file that describe them are left out.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "AVIF")
"""What is opened, by Pillow's names (MPO comes with JPEG). It knows sixty more, which no page shows."""
PICTURE_FAULTS = (
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    EOFError,
    RuntimeError,
    OverflowError,
    LookupError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)
"""What Pillow raises for files that are not what they should be."""
_GPS = 0x8825
_ORIENTATION = 0x0112
_ARTIST = 0x013B
_PNG = b"\x89PNG\r\n\x1a\n"
# Every tag of a TIFF counts as Exif: these are a camera's notes (maker, model, its own table, the place).
_NOTES_IN_TIFF = frozenset({0x010F, 0x0110, 0x8769, _GPS})
_PLACE_IN_XMP = b"GPSL"
_CREATOR_IN_XMP = re.compile(rb"<dc:creator>.*?<rdf:li[^>]*>([^<]+)", re.DOTALL)
_GIF_EXTENSIONS = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"})
"""What a program may have put into a GIF that bears on how it is shown: how often it moves, its colours."""
_TALKING_CHUNKS = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """What a picture tells besides what it shows."""

    width: int = 0
    height: int = 0
    has_exif: bool = False
    """True if the camera's notes are in it."""
    has_place: bool = False
    """True if it tells where it was taken."""
    keeps_notes: bool = False
    """True if they cannot be taken out: in TIFF they lie between the pixels, in AVIF other parts point past them."""
    cleaned: bytes | None = None
    """The picture without what it says besides; None where it says nothing or cannot lose it."""
    artist: str | None = None
    is_damaged: bool = False


def read_image(data: bytes) -> ImageFacts:
    """Read the notes, not the pixels. Never raises for what the file holds."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            exif = picture.getexif()
            notes = _NOTES_IN_TIFF & set(exif) if picture.format == "TIFF" else set(exif)
            clean = without_exif(data)  # raises for what could not be published clean
            keeps = clean is data
            xmp = bytes(picture.info.get("xmp", b"")) if keeps else b""
            place = bool(exif.get_ifd(_GPS)) or _PLACE_IN_XMP in xmp
            creator = _CREATOR_IN_XMP.search(xmp)
            artist = exif.get(_ARTIST) or (creator[1].decode(errors="replace") if creator else None)
            return ImageFacts(
                *picture.size,
                has_exif=bool(notes),
                has_place=place,
                keeps_notes=keeps,
                cleaned=clean if clean != data else None,
                artist=str(artist)[:200] if artist else None,
            )
    except PICTURE_FAULTS:
        return ImageFacts(is_damaged=True)


def without_exif(data: bytes) -> bytes:
    """The same picture without the camera's notes; how it has to be turned is kept. Other formats come back as given.

    Raises ValueError for a JPEG, PNG, WebP or GIF whose structure is broken: what is in it cannot be told.
    """
    if data.startswith(b"\xff\xd8"):
        return b"".join(_jpeg(data))
    if data.startswith(_PNG):
        return b"".join(_png(data))
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    if data.startswith(b"GIF8"):
        return b"".join(_gif(data))
    return data


def _turn(data: bytes) -> int:
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            turn = picture.getexif().get(_ORIENTATION, 1)
    except PICTURE_FAULTS:
        return 1
    return turn if turn in range(1, 9) else 1


def _exif_with_turn(turn: int) -> bytes:
    return b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<HHHIHHI", 1, _ORIENTATION, 3, 1, turn, 0, 0)


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    if (turn := _turn(data)) != 1:
        note = _exif_with_turn(turn)
        yield b"\xff\xe1" + struct.pack(">H", len(note) + 2) + note
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise ValueError("broken JPEG")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == 0xDA:  # the pixels, up to the end of the picture; phones append films behind it
            end = data.rfind(b"\xff\xd9")
            if end < at:
                raise ValueError("JPEG without its end")
            yield data[at : _end_of_scan(data, at)]
            return
        length = struct.unpack(">H", data[at + 2 : at + 4])[0]
        part = data[at : at + 2 + length]
        is_profile = marker == 0xE2 and part[4:16] == b"ICC_PROFILE\0"
        # APP0 (JFIF) and APP14 (Adobe) say how colours are stored; other APPn and comments only talk.
        if not (0xE1 <= marker <= 0xEF or marker == 0xFE) or marker == 0xEE or is_profile:
            yield part
        at += 2 + length
    raise ValueError("JPEG without pixels")


def _end_of_scan(data: bytes, at: int) -> int:
    """Behind the first end-of-image marker that is no part of the pixels."""
    while (at := data.find(b"\xff", at + 1)) >= 0 and at + 1 < len(data):
        if data[at + 1] == 0xD9:
            return at + 2
    return len(data)


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    turn = _turn(data)
    while at + 12 <= len(data):
        length = struct.unpack(">I", data[at : at + 4])[0]
        kind = data[at + 4 : at + 8]
        if at + 12 + length > len(data):
            raise ValueError("broken PNG")
        if kind not in _TALKING_CHUNKS:
            yield data[at : at + 12 + length]
        if kind == b"IHDR" and turn != 1:
            body = b"eXIf" + _exif_with_turn(turn)[6:]
            yield struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
        if kind == b"IEND":
            return
        at += 12 + length
    raise ValueError("PNG without its end")


def _webp(data: bytes) -> bytes:
    parts: list[bytes] = []
    turn = _turn(data)
    at, end = 12, min(len(data), 8 + struct.unpack("<I", data[4:8])[0])
    while at + 8 <= end:
        kind, length = data[at : at + 4], struct.unpack("<I", data[at + 4 : at + 8])[0]
        part = data[at : at + 8 + length + (length & 1)]
        if kind == b"VP8X":
            # Two flags announce the notes that are left out: Exif (bit 3) and XMP (bit 2).
            part = part[:8] + bytes([part[8] & ~(0x0C if turn == 1 else 0x04)]) + part[9:]
        if kind not in {b"EXIF", b"XMP "}:
            parts.append(part)
        at += 8 + length + (length & 1)
    if not parts:
        raise ValueError("broken WebP")
    if turn != 1:
        note = _exif_with_turn(turn)[6:]
        parts.append(b"EXIF" + struct.pack("<I", len(note)) + note + b"\0" * (len(note) & 1))
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _gif(data: bytes) -> Iterator[bytes]:
    """GIF89a, 18-27: pictures, what bears on showing them, and no comments or packets of programs."""
    at = 13 + _gif_colours(data, 10)
    yield data[:at]
    while data[at : at + 1] not in {b";", b""}:
        begin, mark, label = at, data[at : at + 1], data[at + 1 : at + 2]
        if mark == b"\0":  # some programs leave one between the parts
            at += 1
            continue
        if mark not in {b"!", b","}:
            raise ValueError("broken GIF")
        at = _end_of_blocks(data, at + 2 if mark == b"!" else at + 11 + _gif_colours(data, at + 9))
        if (
            mark == b","
            or label in {b"\xf9", b"\1"}
            or (label == b"\xff" and data[begin + 3 : begin + 14] in _GIF_EXTENSIONS)
        ):
            yield data[begin:at]
    yield b";"


def _gif_colours(data: bytes, at: int) -> int:
    """Bytes of the table of colours that the flags at this place announce."""
    if at >= len(data):
        raise ValueError("GIF without its end")
    return 3 << (data[at] & 7) + 1 if data[at] & 0x80 else 0


def _end_of_blocks(data: bytes, at: int) -> int:
    """Behind the empty block that ends a row of blocks, each with its length before it."""
    while at < len(data):
        length = data[at]
        at += 1 + length
        if not length:
            return at
    raise ValueError("GIF without its end")
