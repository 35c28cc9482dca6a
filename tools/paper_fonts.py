"""Fonts for the sample PDFs: found on the machine, tested for Vietnamese letters, made small.

reportlab copies all hinting and the licence text of a font into every PDF, which is more than the letters take. Viewers
of today draw the bare outlines, so both are left out; letters and widths stay as they are.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontMaker

FONT = "Paper"
FAMILIES = (
    ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf",
     "LiberationSerif-BoldItalic.ttf"),
    ("Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf"),
    ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
    ("Times New Roman.ttf", "Times New Roman Bold.ttf", "Times New Roman Italic.ttf",
     "Times New Roman Bold Italic.ttf"),
)  # fmt: skip
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts", "/Library/Fonts",
                "/System/Library/Fonts/Supplemental", "C:/Windows/Fonts")  # fmt: skip

KEPT = ("OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "post")
POSTSCRIPT_NAME = 6
WORDS, MORE, INSTRUCTIONS = 0x0001, 0x0020, 0x0100
SCALES = {0x0008: 2, 0x0040: 4, 0x0080: 8}
"""Flags of a component, and the bytes its scale takes."""


def families(folders: Iterable[Path]) -> Iterator[list[Path]]:
    """The four cuts of every family found; of two packages of one family only the newer may have our letters."""
    for place in folders:
        for family in FAMILIES:
            for regular in sorted(place.rglob(family[0])):
                files = [regular.parent / name for name in family]
                if all(file.is_file() for file in files):
                    yield files


def use_fonts(folder: Path | None) -> str | None:
    """Register the first complete family that has Vietnamese letters; the message to show if there is none."""
    folders = [folder] if folder else [Path(name).expanduser() for name in FONT_FOLDERS]
    for files in families(folders):
        fonts = [
            TTFont(FONT + cut, BytesIO(without_hinting(file.read_bytes())))
            for cut, file in zip(("", "-B", "-I", "-BI"), files, strict=True)
        ]
        if all(ord(letter) in font.face.charToGlyph for font in fonts for letter in "ăđơưẲệỡự…"):
            for font in fonts:
                pdfmetrics.registerFont(font)
            pdfmetrics.registerFontFamily(FONT, *(font.fontName for font in fonts))
            return None
    looked = ", ".join(str(place) for place in folders)
    return (f"Không tìm thấy phông chữ cỡ Times có đủ chữ Việt trong: {looked}.\n"
            "Cài gói fonts-liberation2 (sudo apt-get install fonts-liberation2), hoặc chỉ thư mục có đủ bốn tệp "
            "LiberationSerif-Regular/Bold/Italic/BoldItalic.ttf bằng --fonts THƯ_MỤC.")  # fmt: skip


def without_hinting(font: bytes) -> bytes:
    """The font with the same letters and widths, without instructions and with no name but the PostScript one."""
    tables = _tables(font)
    long_offsets = struct.unpack_from(">h", tables["head"], 50)[0] == 1
    count = struct.unpack_from(">H", tables["maxp"], 4)[0] + 1
    offsets = struct.unpack(
        f">{count}{'L' if long_offsets else 'H'}", tables["loca"][: count * (4 if long_offsets else 2)]
    )
    if not long_offsets:
        offsets = tuple(2 * offset for offset in offsets)
    glyphs, starts = bytearray(), [0]
    for start, end in pairwise(offsets):
        glyphs += _bare(tables["glyf"][start:end])
        glyphs += bytes(-len(glyphs) % 4)
        starts.append(len(glyphs))
    maker: Any = TTFontMaker()
    for tag in KEPT:
        maker.add(tag, tables[tag])
    maker.tables["head"] = tables["head"][:50] + struct.pack(">h", 1) + tables["head"][52:]
    maker.add("glyf", bytes(glyphs))
    maker.add("loca", struct.pack(f">{count}L", *starts))
    maker.add("name", _only_name(tables["name"]))
    return bytes(maker.makeStream())


def _tables(font: bytes) -> dict[str, bytes]:
    found = {}
    for index in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, offset, length = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        found[tag.decode("ascii")] = font[offset : offset + length]
    return found


def _bare(glyph: bytes) -> bytes:
    """One glyph without its instructions."""
    if not glyph:
        return glyph
    contours = struct.unpack_from(">h", glyph)[0]
    if contours >= 0:
        at = 10 + 2 * contours
        length = struct.unpack_from(">H", glyph, at)[0]
        return glyph[:at] + b"\0\0" + glyph[at + 2 + length :]
    bare, at, flags = bytearray(glyph), 10, MORE
    while flags & MORE:
        flags = struct.unpack_from(">H", glyph, at)[0]
        struct.pack_into(">H", bare, at, flags & ~INSTRUCTIONS)
        at += 4 + (4 if flags & WORDS else 2) + sum(size for flag, size in SCALES.items() if flags & flag)
    return bytes(bare[:at])


def _only_name(table: bytes) -> bytes:
    """A `name` table with the PostScript name alone: licence texts are longer than the letters."""
    count, strings = struct.unpack_from(">HH", table, 2)
    for index in range(count):
        record = struct.unpack_from(">6H", table, 6 + 12 * index)
        if record[0] == 3 and record[3] == POSTSCRIPT_NAME:
            text = table[strings + record[5] : strings + record[5] + record[4]]
            return struct.pack(">3H6H", 0, 1, 18, *record[:4], len(text), 0) + text
    raise ValueError("the font has no PostScript name")
