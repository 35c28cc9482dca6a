"""Where somebody lives: "trú tại thôn Mẫu", "Chỗ ở hiện nay: số 5 đường Mẫu", columns "Nơi ở", "Địa chỉ" of people.

A home is told by a house, street or hamlet with its name or number. Whole communes, districts and cities are none: a
notice may ask for people "có hộ khẩu thường trú tại thành phố Hải Phòng".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from trangtin.proofreading.columns import Columns
from trangtin.proofreading.names import CAPITAL, PERSON

_NAMED = rf"(?-i:{CAPITAL}|\d)"
# "phường Phố Mới", "thành phố Buôn Ma Thuột" are communes and cities.
_NO_NAME = "".join(rf"(?<!{word}\s)" for word in ("xã", "phường", "huyện", "quận", "trấn", "phố", "TP", "tỉnh"))
_NO_PAPER = r"(?!\d+/(?:\d{4}/|[A-ZĐ]{2}))"
"""Before the number of a house: "Luật Cư trú số 68/2020/QH14" is none."""
_PLACE = (
    rf"(?<!\w)(?:số\s+(?:nhà\s+)?{_NO_PAPER}\d|{_NO_PAPER}\d{{1,4}}/\d"
    rf"|{_NO_NAME}(?:thôn|xóm|ấp|bản|buôn(?!\s+(?:Ma\s+Thuột|Hồ|Đôn))|làng|khóm|khối(?:\s+phố)?|tổ(?:\s+dân\s+phố)?|ngõ|ngách|hẻm"
    rf"|kiệt|đường|(?<!thành\s)phố|chung\s+cư|khu\s+(?:tập\s+thể|đô\s+thị))(?:\s+số)?\s+{_NAMED})"
)
_SOME_PLACE = re.compile(_PLACE, re.IGNORECASE)
# "lưu trú", "nội trú", "đồn trú" are of guests, pupils and soldiers.
_STAYS = "".join(rf"(?<!{word}\s)" for word in ("nội", "bán", "lưu", "đồn", "khu", "ngoại", "an", "dung", "ẩn")) + "trú"
_HOME = re.compile(
    rf"(?<!\w)(?:(?:thường\s+trú|tạm\s+trú|cư\s+trú|(?:chỗ|nơi)\s+ở|nhà\s+riêng|địa\s+chỉ\s+nhà|hộ\s+khẩu(?:\s+thường\s+trú)?"
    rf"|ngụ|đ?k?hktt|đktt|{_STAYS})(?:\s+hiện\s+(?:nay|tại))?(?:[*_]*\s*:|\s+(?:tại|ở)\b|(?=\s+số\b))[*_]*\s*"
    rf"(?P<data>(?=[^.;()\n|]{{0,70}}?{_PLACE})[^.;\n|]{{5,120}})"
    rf"|(?:ngụ|{_STAYS})\s+(?P<near>{_PLACE}[^.;\n|]{{0,100}}))",
    re.IGNORECASE,
)
_OF_PERSON = re.compile(
    rf"(?:{PERSON.pattern})[^\W\d_]*(?:\s{CAPITAL}[^\W\d_]*){{0,5}}\s*[,(–-]?\s*"
    rf"(?i:địa\s+chỉ(?:\s+tại|\s*:)?\s*(?P<data>{_PLACE}[^.;\n|]{{0,100}}))"
)
"""`Ông Nguyễn Văn A, địa chỉ: số 5 …`: an address is an office's unless a name stands right before it."""
_HINTS = ("trú", "chỗ ở", "nơi ở", "nhà riêng", "địa chỉ", "hộ khẩu", "ngụ", "hktt", "đktt")
_COLUMN = re.compile(
    r"thường\s+trú|tạm\s+trú|nơi\s+cư\s+trú|(?:nơi|chỗ)\s+ở|địa\s+chỉ\s+nhà|nhà\s+riêng|hktt|đktt|hộ\s+khẩu",
    re.IGNORECASE,
)
_ADDRESS_COLUMN = re.compile(r"\W*địa\s+chỉ\W*", re.IGNORECASE)
_NAME_COLUMN = re.compile(r"\W*họ\s*(?:và|,)?\s*tên\W*", re.IGNORECASE)
_OFFICE_COLUMN = re.compile(r"đơn\s+vị|cơ\s+sở|cơ\s+quan|doanh\s+nghiệp|công\s+ty|chức\s+vụ|trụ\s+sở", re.IGNORECASE)
_LONGEST_HEAD = 60
# Those of whom none is named: "các hộ dân", "công dân", "25 hộ nghèo"; offices, and the Party where its members live.
_NOBODY = re.compile(
    r"(?<!\w)(?:(?:các|những|mọi|\d+)\s+(?:hộ|người|gia\s+đình|em|cháu|học\s+sinh|đối\s+tượng|trường\s+hợp|bạn)"
    r"|(?:hộ|người|công|nhân|cư)\s+dân|hộ\s+(?:gia\s+đình|nghèo|cận\s+nghèo)|gia\s+đình\s+chính\s+sách|nhân\s+khẩu"
    r"|đồng\s+bào|bà\s+con|thí\s+sinh|cá\s+nhân|cử\s+tri|trẻ\s+em|người\s+(?:lao\s+động|khuyết\s+tật|cao\s+tuổi|có\s+công)"
    r"|cơ\s+quan|bộ\s+phận|văn\s+phòng|tổ\s+công\s+tác|ban\s+chỉ\s+đạo|trạm|phóng\s+viên|sinh\s+hoạt|chi\s+(?:bộ|ủy|uỷ))(?!\w)",
    re.IGNORECASE,
)
_FARTHEST = 90
"""Characters before the word that may say who lives there."""


def homes(text: str, columns: Columns) -> Iterator[tuple[int, str]]:
    """Every home, as (offset, text up to the end of its clause)."""
    lower = text.lower()
    if not any(hint in lower for hint in _HINTS):
        return
    for match in _HOME.finditer(text):
        group = "data" if match["data"] else "near"
        if not _is_of_nobody(text[max(0, match.start() - _FARTHEST) : match.start()]):
            yield match.start(group), " ".join(match[group].split())
    for match in _OF_PERSON.finditer(text) if "địa chỉ" in lower else ():
        yield match.start("data"), " ".join(match["data"].split())
    for table in columns.tables:
        is_of_people = any(map(_NAME_COLUMN.fullmatch, table.head)) and not any(map(_OFFICE_COLUMN.search, table.head))
        for column, head in enumerate(table.head):
            if is_of_people and _ADDRESS_COLUMN.fullmatch(head):
                yield from _places(table.below(column))
    yield from _places(columns.below(lambda head: len(head) <= _LONGEST_HEAD and _COLUMN.search(head)))


def _places(cells: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Those of the cells that name a house, street or hamlet."""
    return ((at, " ".join(cell.split())) for at, cell in cells if _SOME_PLACE.search(cell))


def _is_of_nobody(before: str) -> bool:
    """True where no person is named between the word for people and the word for the home."""
    clause = re.split(r"[.;:(|\n]", before)[-1]
    if PERSON.search(clause):
        return False
    return any(not re.search(rf"{CAPITAL}|\d", clause[group.end() :]) for group in _NOBODY.finditer(clause))
