"""The languages a page may be written in, with their Vietnamese names.

Tags are BCP 47: two letters where ISO 639-1 has them, else three of ISO 639-3. Thái of Việt Nam is three languages
there (`blt`, `twh`, `tyr`); `th` is that of Thailand, `tdd` one of Yunnan in China.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from trangtin.content.nearest import nearest
from trangtin.content.text import fold

VIETNAMESE = "vi"
_TAG = re.compile(r"(?P<base>[a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
"""Language, script (`zh-Hans`), country (`en-GB`); nothing further is of use here."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language."""

    tag: str
    name: str
    """What Vietnamese readers call it: `tiếng Anh`."""
    own: str | None = None
    """What its own readers call it, where that is certain and every machine can show it."""
    is_rtl: bool = False
    """Written from right to left."""


_LISTED = (
    # The page itself, and languages of visitors and neighbours.
    Language("vi", "tiếng Việt", "Tiếng Việt"),
    Language("en", "tiếng Anh", "English"),
    Language("fr", "tiếng Pháp", "Français"),
    Language("zh", "tiếng Trung", "中文"),
    Language("lo", "tiếng Lào", "ລາວ"),
    Language("km", "tiếng Khmer", "ខ្មែរ"),
    Language("ja", "tiếng Nhật", "日本語"),
    Language("ko", "tiếng Hàn", "한국어"),
    Language("ru", "tiếng Nga", "Русский"),
    Language("de", "tiếng Đức", "Deutsch"),
    Language("es", "tiếng Tây Ban Nha", "Español"),
    Language("th", "tiếng Thái (Thái Lan)", "ไทย"),
    Language("ar", "tiếng Ả Rập", "العربية", is_rtl=True),
    # Of the peoples of Việt Nam, by the name each people has in the state's list.
    Language("bdq", "tiếng Ba Na"),
    Language("bru", "tiếng Bru - Vân Kiều"),
    Language("cjm", "tiếng Chăm"),
    Language("cja", "tiếng Chăm (Nam Bộ)"),
    Language("cje", "tiếng Chu Ru"),
    Language("kpm", "tiếng Cơ Ho"),
    Language("ktv", "tiếng Cơ Tu"),
    Language("ium", "tiếng Dao"),
    Language("mji", "tiếng Dao (Kim Mun)"),
    Language("rad", "tiếng Ê Đê"),
    Language("jra", "tiếng Gia Rai"),
    Language("jeh", "tiếng Giẻ - Triêng"),
    Language("pcc", "tiếng Giáy"),
    Language("hni", "tiếng Hà Nhì"),
    Language("hre", "tiếng Hrê"),
    Language("kjg", "tiếng Khơ Mú"),
    Language("hmn", "tiếng Mông"),
    Language("hnj", "tiếng Mông (Mông Xanh)"),
    Language("mww", "tiếng Mông (Mông Trắng)"),
    Language("cmo", "tiếng Mnông"),
    Language("mtq", "tiếng Mường"),
    Language("nut", "tiếng Nùng"),
    Language("rog", "tiếng Raglai"),
    Language("mlc", "tiếng Sán Chay"),
    Language("tyz", "tiếng Tày", "Tày"),
    Language("blt", "tiếng Thái (Thái Đen)"),
    Language("twh", "tiếng Thái (Thái Trắng)"),
    Language("tyr", "tiếng Thái (Thái Đỏ)"),
    Language("tou", "tiếng Thổ"),
    Language("sed", "tiếng Xơ Đăng"),
    Language("sti", "tiếng Xtiêng"),
)
LANGUAGES: Mapping[str, Language] = {each.tag: each for each in _LISTED}
"""The languages by tag."""

# What people write out of habit: other systems' codes, names, countries.
_MEANT = {
    "eng": "en", "english": "en", "anh": "en", "uk": "en", "us": "en", "vn": "vi", "vie": "vi", "viet": "vi",
    "fra": "fr", "fre": "fr", "phap": "fr", "cn": "zh", "chi": "zh", "zho": "zh", "trung": "zh", "lao": "lo",
    "khm": "km", "kh": "km", "jp": "ja", "jpn": "ja", "kr": "ko", "kor": "ko", "rus": "ru", "nga": "ru",
    "tdd": "blt", "tai": "blt", "tay": "tyz", "nung": "nut", "muong": "mtq", "mong": "hmn", "hmong": "hmn",
    "cham": "cjm", "ede": "rad", "dao": "ium",
}  # fmt: skip


def language(tag: str) -> Language | None:
    """The language of a tag, whatever its script or country; None for a tag that is not well-formed or not listed."""
    match = _TAG.fullmatch(tag)
    return LANGUAGES.get(match["base"]) if match else None


def is_vietnamese(tag: str) -> bool:
    """Whether a text is in Vietnamese, to which the rules of spelling and spacing apply."""
    return tag.partition("-")[0] == VIETNAMESE


def nearest_tag(typed: str) -> str | None:
    """The tag that was probably meant: by another code or the name of the language, else by likeness."""
    name = fold(typed).removeprefix("tieng ").replace(" ", "")
    by_name = {fold(each.name).removeprefix("tieng ").replace(" ", ""): each.tag for each in _LISTED}
    return _MEANT.get(name) or by_name.get(name) or nearest(typed.partition("-")[0], LANGUAGES)
