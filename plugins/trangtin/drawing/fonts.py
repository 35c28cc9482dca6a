"""The machine's own fonts: two cuts of one family that have every Vietnamese letter."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from trangtin.drawing.font_files import FAMILIES, FOLDERS, font_files

_MARKED = "ăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵàảãáạ"
LETTERS = f"{_MARKED}{_MARKED.upper()}0123456789/-–…·"
"""Letters that a family must have to be used."""
_NOWHERE = "\U0010fffe"
"""No font has it: what is drawn instead is the font's sign for a missing letter."""


@dataclass(frozen=True, slots=True)
class Family:
    """Two files of one family."""

    regular: Path
    bold: Path

    @property
    def fingerprint(self) -> str:
        """Changes when the machine gets another version of them. Raises OSError."""
        return hashlib.sha256(self.regular.read_bytes() + self.bold.read_bytes()).hexdigest()


def find_family() -> Family | None:
    """The first family with all letters; None on a machine that has none."""
    return _family_in(FOLDERS)


@cache
def _family_in(folders: tuple[str, ...]) -> Family | None:
    found = font_files(folders)
    for regular, bold in FAMILIES:
        # Of two packages of one family the older may lack our letters.
        for file in sorted(found.get(regular, ())):
            family = Family(file, file.with_name(bold))
            if family.bold in found.get(bold, ()) and _has_all_letters(family):
                return family
    return None


def _has_all_letters(family: Family) -> bool:
    try:
        return all(drawable(LETTERS, file) == LETTERS for file in (family.regular, family.bold))
    except OSError:  # damaged
        return False


def drawable(text: str, file: Path) -> str:
    """The text without the signs that the font lacks: none is drawn as an empty box. Raises OSError."""
    return "".join(letter for letter in text if _has(letter, file))


@cache
def font(file: Path, size: int) -> ImageFont.FreeTypeFont:
    """The font at a size in pixels. Raises OSError for a file that is none.

    Letters are placed one after the other: Vietnamese text in NFC needs no more, and the result then depends on no
    other library of the machine.
    """
    # Not `truetype`: in place of a damaged file that takes any other of its name, wherever the machine has one.
    return ImageFont.FreeTypeFont(file, size, layout_engine=ImageFont.Layout.BASIC)


def width(text: str, file: Path, size: int) -> float:
    """About how many pixels wide the text is. Words are measured once for all sizes: they come again and again."""
    words = text.split(" ")
    return (sum(_word_width(word, file) for word in words) + _word_width(" ", file) * (len(words) - 1)) * size / _SIZE


@lru_cache(maxsize=2000)  # some 20 MB; Vietnamese has a few thousand syllables
def word(text: str, file: Path, size: int) -> tuple[Image.Image, tuple[int, int]]:
    """The word as a mask, and where its corner lies from the start of its baseline, to the right and down."""
    face = font(file, size)
    left, top, right, bottom = map(int, face.getbbox(text, anchor="ls"))
    mask = Image.new("L", (max(right - left, 1), max(bottom - top, 1)))
    ImageDraw.Draw(mask).text((-left, -top), text, fill=255, font=face, anchor="ls")
    return mask, (left, top)


_SIZE = 64
"""Pixels: the size at which words are measured."""


@cache
def _word_width(word: str, file: Path) -> float:
    return font(file, _SIZE).getlength(word)


@cache
def _has(letter: str, file: Path) -> bool:
    return letter == " " or _shape(letter, file) != _shape(_NOWHERE, file)


def _shape(letter: str, file: Path) -> tuple[tuple[int, int], bytes]:
    mask = font(file, 24).getmask(letter)
    return mask.size, bytes(mask)
