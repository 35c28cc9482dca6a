"""Text typed in fonts of the years before Unicode: the name of the font says how its codes are to be read.

TCVN3 (TCVN 5712:1993, fonts `.Vn…`; those ending in H draw capitals) and VNI for Windows (fonts `VNI-…`). The font is
the only sure sign: measured, guessing from the text alone leaves short strings wrong. Only letters that those fonts
never had say otherwise: where the font was not installed people typed Unicode on under its name.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum


class Encoding(Enum):
    """How the codes of a font are to be read."""

    TCVN3 = "TCVN3"
    TCVN3_CAPITALS = "TCVN3 (chữ hoa)"
    VNI = "VNI"


# Code point in the file, letter meant, in the order of the standard's table.
_TCVN3_PAIRS = (
    "µà ¶ả ·ã ¸á ¹ạ ¨ă »ằ ¼ẳ ½ẵ ¾ắ Æặ ©â Çầ Èẩ Éẫ Êấ Ëậ ®đ Ìè Îẻ Ïẽ Ðé Ñẹ ªê Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó "
    "äọ «ô åồ æổ çỗ èố éộ ¬ơ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ ¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ"
)
# U+00AD is a soft hyphen to everybody else; programs that make PDF files write two of the codes as mathematical signs.
_TCVN3 = {ord(pair[0]): pair[1] for pair in _TCVN3_PAIRS.split()} | {0xAD: "ư", 0x2212: "ư", 0x2219: "ã"}
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_CIRCUMFLEX = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_SINGLE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}

# What neither encoding can hold: letters and marks beyond Latin-1, but for those of Windows' Western code page.
_UNICODE = re.compile(r"(?![ŒœŠšŸŽžƒ])[\u0100-\u02c5\u0300-\u036f\u1e00-\u1eff]")
# What only they hold inside words: signs and letters of Latin-1 that no Vietnamese word has.
_CODE = re.compile(r"(?<=[A-Za-z])[¡-¾]|[¡-¾](?=[A-Za-z])|[ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]")


def _vni() -> dict[str, str]:
    """A vowel and the letter after it that carries its marks."""
    found = dict(_SINGLE)
    for base, plain in (("a", "a"), ("e", "e"), ("o", "o"), ("u", "u"), ("y", "y"), ("ô", "ơ"), ("ö", "ư")):
        found |= {base + sign: plain + tone for sign, tone in _TONES.items()}
    for base in "aeo":
        found |= {base + sign: f"{base}\u0302{tone}" for sign, tone in _CIRCUMFLEX.items()}
    found |= {f"a{sign}": f"a\u0306{tone}" for sign, tone in _BREVE.items()}
    composed = {typed: unicodedata.normalize("NFC", meant) for typed, meant in found.items()}
    capitals = {typed.upper(): meant.upper() for typed, meant in composed.items()}
    mixed = {typed[0].upper() + typed[1:]: meant.upper() for typed, meant in composed.items() if len(typed) == 2}
    return composed | capitals | mixed


_VNI = _vni()
_VNI_LETTER = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))


def encoding_of(font: str) -> Encoding | None:
    """How to read text in this font; None for Unicode. PDF files put `ABCDEF+` before the name."""
    name = font.rpartition("+")[2].strip().lower().replace(" ", "")
    if re.match(r"\.?vn[a-z3]", name) and not name.startswith(("vni", "vnu")):
        family = re.split(r"[-,]", name)[0]
        return Encoding.TCVN3_CAPITALS if family.endswith("h") else Encoding.TCVN3
    return Encoding.VNI if name.startswith("vni") else None


def decode(text: str, encoding: Encoding) -> str:
    """The text that was meant, NFC."""
    if encoding is Encoding.VNI:
        return _VNI_LETTER.sub(lambda found: _VNI[found.group()], text)
    meant = text.translate(_TCVN3)
    return meant.upper() if encoding is Encoding.TCVN3_CAPITALS else meant


def weight_of_codes(text: str) -> int:
    """Above 0 where a text holds codes of an old font, below 0 where it is Unicode; 0 where it cannot be determined."""
    return len(_CODE.findall(text)) - len(_UNICODE.findall(text))
