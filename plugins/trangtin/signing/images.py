"""Pictures: whether they tell where and by whom they were taken, and the same picture without that.

Pixels are not touched: only the parts of the file that describe them are left out.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

_GPS = 0x8825
_ORIENTATION = 0x0112
_ARTIST = 0x013B
_PNG = b"\x89PNG\r\n\x1a\n"
# Every tag of a TIFF counts as Exif: these are a camera's notes (maker, model, its own table, the place).
_NOTES_IN_TIFF = frozenset({0x010F, 0x0110, 0x8769, _GPS})
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
    """True if they cannot be taken out: in TIFF they lie between the pixels."""
    artist: str | None = None
    is_damaged: bool = False


def read_image(data: bytes) -> ImageFacts:
    """Read the notes, not the pixels. Never raises for what the file holds."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            exif = picture.getexif()
            artist = exif.get(_ARTIST)
            notes = _NOTES_IN_TIFF & set(exif) if picture.format == "TIFF" else set(exif)
            keeps = without_exif(data) is data  # raises for what could not be published clean
            place = bool(exif.get_ifd(_GPS))
            return ImageFacts(*picture.size, bool(notes), place, keeps, str(artist)[:200] if artist else None)
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        TypeError,
        struct.error,
        Image.DecompressionBombError,
    ):
        return ImageFacts(is_damaged=True)


def without_exif(data: bytes) -> bytes:
    """The same picture without the camera's notes; how it has to be turned is kept. Other formats come back as given.

    Raises ValueError for a JPEG, PNG or WebP whose structure is broken: what is in it cannot be told.
    """
    if data.startswith(b"\xff\xd8"):
        return b"".join(_jpeg(data))
    if data.startswith(_PNG):
        return b"".join(_png(data))
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    return data


def _turn(data: bytes) -> int:
    try:
        with Image.open(io.BytesIO(data)) as picture:
            turn = picture.getexif().get(_ORIENTATION, 1)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
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
