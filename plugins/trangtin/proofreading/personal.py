"""Personal data that an office must not publish: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Nghị định 356/2025/NĐ-CP.

Looked for by their shape and the words around them. What is found is never repeated in full: messages end in logs.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from trangtin.content.values.vocabulary import PersonalData
from trangtin.proofreading.accounts import accounts
from trangtin.proofreading.births import births
from trangtin.proofreading.columns import Columns
from trangtin.proofreading.figures import GAP, SMALL_GAP, SPACE
from trangtin.proofreading.home_lines import home_lines
from trangtin.proofreading.homes import homes
from trangtin.proofreading.names import PERSON

# Shapes, not runs of figures: numbers stand beside each other ("0912345678 - 0987654321"), in the columns of a PDF's
# text parted by one space. At least three figures come first, or "03 04 05 06 07" in a table were a telephone; five
# pairs are one where nothing goes before or on. "0312345678-001" is the tax code of a branch. Each shape begins with a
# figure, for speed.
_MOBILE = (
    rf"(?:(?<=0)[35789]\d(?:{GAP}\d){{7}}"
    rf"|(?<=8)4\)?{GAP}(?:\(0\){SPACE}?)?[35789](?:{GAP}\d){{8}}"
    rf"|(?<=0)(?<!\d[ .-]0)[35789](?P<gap>[ .-])\d\d(?:(?P=gap)\d\d){{3}}(?![ .-]\d)"
    r")(?!-\d{3}(?!\d|[ .-]\d))"
)
_NUMBER = re.compile(
    rf"\d(?<!\d\d)(?:(?P<mobile>{_MOBILE})|(?P<citizen>(?<=0)\d\d(?:{SMALL_GAP}?\d){{9}})"
    rf"|(?P<other>\d{{11}}|\d{{8}}|\d\d(?:{SMALL_GAP}\d{{3}}){{2,3}}))(?!\d|[a-f]+\d)"
)
_FRACTION = re.compile(r"(?<!\d)(?:0|[89]|1\d|2[0-4]|10\d)[.,]\Z")
"""Before ten figures of a coordinate in Vietnam or of a share; "1.0912345678" is the first of a list."""
_PART_OF_ANOTHER = re.compile(r"\d[.,/-]\Z")
_GOES_ON = re.compile(r"[.,/]\d")
_LONGEST_LINE = 1000
"""Characters before a telephone number that may say whose it is."""
_NEAR = 140
"""Characters before it that hold what must stand just before it."""
_GROUPED_IN_THREES = re.compile(r"\d{2,3}(?:\D\d{3}){3}")
# Province of birth, century and sex, year of birth, 1920 to 2029 (Nghị định 137/2015/NĐ-CP, Điều 13).
_CITIZEN = re.compile(
    r"0(?:0[12468]|1[0124579]|2[024567]|3[0134-8]|4[024-689]|5[12468]|6[024678]|7[024579]|8[0234679]|9[1-6])"
    r"(?:[01][2-9]\d|[23][0-2]\d)\d{6}"
)
_IDENTITY = r"cccd|cmnd|cmtnd|căn\s+cước|chứng\s+minh|định\s+danh|hộ\s+chiếu|giấy\s+tờ|passport"
_IDENTITY_CUE = re.compile(_IDENTITY, re.IGNORECASE)
_IDENTITY_BEFORE = re.compile(rf"(?:{_IDENTITY})[^.;\n]{{0,40}}\Z", re.IGNORECASE)
_PASSPORT = re.compile(r"(?<![\w/.-])[A-Z] ?\d{7,8}(?![\w/-])")
_PASSPORT_CUE = re.compile(r"hộ\s+chiếu|passport", re.IGNORECASE)
_OTHER_NUMBER = re.compile(
    r"(?:mã\s+số|mssv|msv|mshs|sbd|số\s+báo\s+danh|mst|isbn|issn|mã|hóa\s+đơn|hoá\s+đơn|số\s+máy|sê-ri|serial|tài\s+khoản|stk)[^.;\n|]{0,25}\Z",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\s*(?:đồng|đ\b|vnđ|vnd|usd|%|m2|m3|ha\b|tấn|km|kg|triệu|tỷ)", re.IGNORECASE)
_OF_BUSINESS = re.compile(
    r"(?:mã\s+số\s+(?:thuế|doanh\s+nghiệp)|mst|msdn|đ?kkd|đkdn|đkhđ"
    r"|đăng\s+ký\s+(?:thuế|(?:hộ\s+)?kinh\s+doanh|doanh\s+nghiệp|hoạt\s+động|thành\s+lập)"
    r"|giấy\s+phép(?:\s+(?:kinh\s+doanh|hoạt\s+động|thành\s+lập|đăng\s+ký))?)(?:\s+số)?\D{0,12}\Z",
    re.IGNORECASE,
)
"""Before the number of a business: that of its registration is its tax code, often ten figures like a mobile's."""
_PRIVATE = re.compile(r"nhà\s+riêng|số\s+riêng|cá\s+nhân|di\s+động\s+riêng", re.IGNORECASE)
# Lines that are open to the public whoever answers, and offices, where a person named has a number of his own.
_HOTLINE = re.compile(
    r"đường\s+dây\s+nóng|hotline|tổng\s+đài|số\s+máy\s+trực|fax|zalo\s+oa|(?:điện\s+thoại|đt|sđt)\s+(?:của\s+)?(?:cơ\s+quan|đơn\s+vị)",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:trực\s+ban|trực\s+cấp\s+cứu|số\s+trực|văn\s+thư|văn\s+phòng|bộ\s+phận\s+(?:tiếp\s+nhận|một\s+cửa|thường\s+trực)"
    r"|tiếp\s+nhận\s+(?:hồ\s+sơ|phản\s+ánh|thông\s+tin)|thường\s+trực(?=\s*:))(?P<between>(?:[^.;\n]|\.(?=\S)){0,80})\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, order=True, slots=True)
class PersonalPlace:
    """One piece of personal data in a text."""

    at: int
    """Offset in the text, in characters."""
    kind: PersonalData
    data: str
    """As it stands."""

    @property
    def masked(self) -> str:
        """Enough to find it by, too little to use: the first two characters and the last, of a home its first words."""
        if self.kind is PersonalData.ADDRESS:
            return f"{self.data[: min(8, len(self.data) // 2)].rstrip()}…"
        return f"{self.data[:2]}…{self.data[-1:]}"


def personal_data(
    text: str, *, official: frozenset[str] = frozenset(), is_contact_page: bool = False
) -> Iterator[PersonalPlace]:
    """Every piece that a text holds.

    `official` are published office numbers, digits only. On a contact page and in a line that gives an office's number
    ("Đường dây nóng: …") telephones are meant for the public.
    """
    reading = _Reading(text, official, is_contact_page)
    taken: list[int] = []
    for at, data, is_office_s in accounts(text):
        taken.append(at)
        taken.append(at + len(data))
        if not is_office_s:
            yield PersonalPlace(at, PersonalData.ACCOUNT, data)
    at = 0
    while number := _NUMBER.search(text, at):
        is_account = bisect_right(taken, number.start()) % 2
        kind = None if is_account else reading.kind_of(number)
        if kind is not None:
            yield PersonalPlace(number.start(), kind, number[0])
        # What is nobody's may hold the start of what is: "P.101 091 234 5678".
        at = number.end() if kind is not None or number["mobile"] else number.start() + 1
    for at, data in () if is_contact_page else home_lines(text, reading.columns):
        if re.sub(r"\D", "", data) not in official:
            yield PersonalPlace(at, PersonalData.PHONE, data)
    yield from (PersonalPlace(at, PersonalData.IDENTITY, data) for at, data in reading.passports())
    yield from (PersonalPlace(at, PersonalData.BIRTH, data) for at, data in births(text, reading.columns))
    yield from (PersonalPlace(at, PersonalData.ADDRESS, data) for at, data in homes(text, reading.columns))


@dataclass(frozen=True)
class _Reading:
    """A text with what is asked of it about one number after another."""

    text: str
    official: frozenset[str]
    is_contact_page: bool

    @cached_property
    def columns(self) -> Columns:
        return Columns(self.text)

    @cached_property
    def speaks_of_identity(self) -> bool:
        return _IDENTITY_CUE.search(self.text) is not None

    def kind_of(self, match: re.Match[str]) -> PersonalData | None:
        digits = re.sub(r"\(0\)|\D", "", match[0])
        before = self.text[max(0, match.start() - 60) : match.start()]
        if digits in self.official or _AMOUNT.match(self.text, match.end()):
            return None
        if match[0].isdigit() and _FRACTION.search(before):
            return None
        if match["mobile"]:
            return None if self._is_public(match) else PersonalData.PHONE
        if match["other"] and (_PART_OF_ANOTHER.search(before) or _GOES_ON.match(self.text, match.end())):
            return None
        column = self.columns.head_above(match.start())
        if _IDENTITY_BEFORE.search(before) or _IDENTITY_CUE.search(column):
            return PersonalData.IDENTITY
        if _OTHER_NUMBER.search(before) or _OTHER_NUMBER.search(column):
            return None
        if len(digits) == 12:
            return PersonalData.IDENTITY if _CITIZEN.fullmatch(digits) and not _is_land_line(match[0]) else None
        is_listed = match[0].isdigit() and not digits.startswith("02") and self._is_in_a_list(match.start())
        return PersonalData.IDENTITY if is_listed else None

    def _is_public(self, match: re.Match[str]) -> bool:
        """True for a telephone, or what looks like one, that is not a person's."""
        line = self._line_before(match.start())
        is_grouped = _GROUPED_IN_THREES.fullmatch(match[0]) or " " in match[0]  # "84.912.345.678", "84.3 79.5 83.7 85"
        is_amount = match[0].startswith("84.") and is_grouped and not line.endswith("+")
        return bool(self.is_contact_page or is_amount or _OF_BUSINESS.search(line[-_NEAR:]) or _is_office_s(line))

    def _is_in_a_list(self, at: int) -> bool:
        """True for a number after a person's name, in a table or in a text that speaks of papers of identity."""
        line = self._line_before(at)
        return PERSON.search(line) is not None and ("|" in line or self.speaks_of_identity)

    def _line_before(self, at: int) -> str:
        far = max(0, at - _LONGEST_LINE)
        return self.text[max(far, self.text.rfind("\n", far, at) + 1) : at]

    def passports(self) -> Iterator[tuple[int, str]]:
        lower = self.text.lower()
        for match in _PASSPORT.finditer(self.text) if "chiếu" in lower or "passport" in lower else ():
            before = re.split(r"[.;\n]", self.text[max(0, match.start() - 60) : match.start()])[-1]
            if _PASSPORT_CUE.search(before) or _PASSPORT_CUE.search(self.columns.head_above(match.start())):
                yield match.start(), match[0]


def _is_land_line(number: str) -> bool:
    """True for 12 figures in the groups of an area code, a number and an extension: "0203 2825 123 5"."""
    return number.startswith("02") and not (number.isdigit() or _GROUPED_IN_THREES.fullmatch(number))


def _is_office_s(line: str) -> bool:
    """True where what stands before a mobile number on its line says that an office answers it."""
    if _PRIVATE.search(line):
        return False
    office = _OFFICE.search(line[-_NEAR:])
    return _HOTLINE.search(line) is not None or (office is not None and not PERSON.search(office["between"]))
