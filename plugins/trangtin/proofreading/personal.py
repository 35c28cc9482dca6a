"""Personal data that an office must not publish: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Nghị định 356/2025/NĐ-CP.

Looked for by their shape and the words around them. What is found is never repeated in full: messages end in logs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from trangtin.content.vocabulary import PersonalData

_SPACE = r"[ \u00a0\u2009\u202f]"
_GAP = rf"{_SPACE}?[.()\u2010\u2011–-]?{_SPACE}?"
_SMALL_GAP = rf"(?:{_SPACE}|[.\u2010\u2011-])"
# Shapes, not runs of figures: numbers stand beside each other ("0912345678 - 0987654321"), in the columns of a PDF's
# text parted by one space. At least three figures come first, or "03 04 05 06 07" in a table were a telephone; five
# pairs are one where nothing goes before or on. "0312345678-001" is the tax code of a branch. Each shape begins with a
# figure, for speed.
_MOBILE = (
    rf"(?:(?<=0)[35789]\d(?:{_GAP}\d){{7}}"
    rf"|(?<=8)4\)?{_GAP}(?:\(0\){_SPACE}?)?[35789](?:{_GAP}\d){{8}}"
    rf"|(?<=0)(?<!\d[ .-]0)[35789](?P<gap>[ .-])\d\d(?:(?P=gap)\d\d){{3}}(?![ .-]\d)"
    r")(?!-\d{3}(?!\d|[ .-]\d))"
)
_NUMBER = re.compile(
    rf"\d(?<!\d\d)(?:(?P<mobile>{_MOBILE})|(?P<citizen>(?<=0)\d\d(?:{_SMALL_GAP}?\d){{9}})"
    rf"|(?P<other>\d{{11}}|\d{{8}}|\d\d(?:{_SMALL_GAP}\d{{3}}){{2,3}}))(?!\d|[a-f]+\d)"
)
_FRACTION = re.compile(r"(?<!\d)(?:0|[89]|1\d|2[0-4]|10\d)[.,]\Z")
"""Before ten figures of a coordinate in Vietnam or of a share; "1.0912345678" is the first of a list."""
_PART_OF_ANOTHER = re.compile(r"\d[.,/-]\Z")
_GOES_ON = re.compile(r"[.,/]\d")
_LONGEST_LINE = 1000
"""Characters before a telephone number that may say whose it is."""
_GROUPED_IN_THREES = re.compile(r"\d{2,3}(?:\D\d{3}){3}")
# Province of birth, century and sex, year of birth, 1920 to 2029 (Nghị định 137/2015/NĐ-CP, Điều 13).
_CITIZEN = re.compile(
    r"0(?:0[12468]|1[0124579]|2[024567]|3[0134-8]|4[024-689]|5[12468]|6[024678]|7[024579]|8[0234679]|9[1-6])"
    r"(?:[01][2-9]\d|[23][0-2]\d)\d{6}"
)
_IDENTITY = r"cccd|cmnd|cmtnd|căn\s+cước|chứng\s+minh|định\s+danh|hộ\s+chiếu|giấy\s+tờ|passport"
_IDENTITY_CUE = re.compile(_IDENTITY, re.IGNORECASE)
_IDENTITY_BEFORE = re.compile(rf"(?:{_IDENTITY})[^.;\n]{{0,40}}\Z", re.IGNORECASE)
_PASSPORT = re.compile(r"(?<![\w/.-])[A-Z]\d{7,8}(?![\w/-])")
_PASSPORT_CUE = re.compile(r"hộ\s+chiếu|passport", re.IGNORECASE)
_OTHER_NUMBER = re.compile(
    r"(?:mã\s+số|mst|isbn|issn|mã|hóa\s+đơn|hoá\s+đơn|số\s+máy|sê-ri|serial|tài\s+khoản|stk)[^.;\n|]{0,25}\Z",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\s*(?:đồng|đ\b|vnđ|vnd|usd|%|m2|m3|ha\b|tấn|km|kg|triệu|tỷ)", re.IGNORECASE)
_TAX_CODE = re.compile(r"(?:mã\s+số\s+(?:thuế|doanh\s+nghiệp)|mst)\D{0,12}\Z", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"(?:số\s+tài\s+khoản|tài\s+khoản(?:\s+(?:số|ngân\s+hàng))?|stk)(?:[^\d\n.;]{0,30})"
    rf"(?P<data>\d(?:\d|{_SMALL_GAP}(?!0[35789]\d(?:{_GAP}\d){{7}}(?!\d)|0\d{{11}}(?!\d))\d){{6,18}})(?!\d)",
    re.IGNORECASE,
)
_YEAR = r"(?:19[3-9]\d|20[0-2]\d)"
_DATE = rf"\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*{_YEAR}|ngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+{_YEAR}"
_BORN = re.compile(
    r"(?:(?:sinh\s+ngày|ngày,?\s*(?:tháng,?\s*năm\s+)?sinh|ngày\s+sinh|năm\s+sinh|\bNS|\bSN)\s*:?\s*|\bsinh\s*:?\s+)"
    rf"(?P<data>{_DATE})",
    re.IGNORECASE,
)
_FOUNDED = re.compile(
    r"(?:kỷ\s+niệm|ngày\s+sinh\s+(?:của\s+)?(?:chủ\s+tịch|bác)|chủ\s+tịch\s+hồ\s+chí\s+minh|lãnh\s+tụ|đồng\s+chí\s+nguyên)",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"(?:thường\s+trú|tạm\s+trú|chỗ\s+ở(?:\s+hiện\s+(?:nay|tại))?|nơi\s+ở(?:\s+hiện\s+(?:nay|tại))?|nhà\s+riêng|địa\s+chỉ\s+nhà"
    r"|nơi\s+cư\s+trú|hộ\s+khẩu(?:\s+thường\s+trú)?|ngụ)(?:\s+(?:tại|ở|số)\b|\s*:)\s*"
    r"(?P<data>(?=[^.;\n|]{0,70}?(?<!\w)(?:số\s+(?:nhà\s+)?\d|thôn|xóm|ấp|bản|buôn|làng|tổ\s+(?:dân\s+phố\s+)?(?:số\s+)?\d"
    r"|ngõ|ngách|hẻm|đường|phố|khu\s+phố|khối\s+\d|chung\s+cư)(?!\w))[^.;\n|]{5,120})",
    re.IGNORECASE,
)
_BORN_HINT = re.compile(r"sinh(?:\s+ngày)?\s*:?\s*\d|\bn[s]\s*:?\s*\d|\bsn\s*:?\s*\d|(?:ngày|năm)\s+sinh")
_HOME_HINTS = ("trú", "chỗ ở", "nơi ở", "nhà riêng", "địa chỉ nhà", "hộ khẩu", "ngụ")
_FAMILY = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Mai|Đào|Lương|Tạ|Tô|Trương"
    "|Hà(?! Nội| Nam| Giang| Tĩnh)|Cao(?! Bằng)"
)
_CAPITAL = "[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]"
# A person: addressed, or a family name with a given name; streets and the city are named after people too.
_PERSON = re.compile(
    rf"(?<!\w)(?:(?i:ông|bà|anh|chị|cô|thầy|đồng\s+chí|đ/c)\s+{_CAPITAL}"
    rf"|(?<!phố )(?<!đường )(?<!TP )(?<!TP\.)(?:{_FAMILY}|{_FAMILY.upper()})(?:\s+{_CAPITAL}[^\W\d_]*){{1,4}})"
)
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
_BIRTH_COLUMN = re.compile(r"\|[^|\n]*(?:ngày\s+sinh|ngày,?\s*tháng,?\s*năm\s+sinh|năm\s+sinh)[^|\n]*\|", re.IGNORECASE)
_FULL_DATE = re.compile(rf"\|\s*(?P<data>{_DATE})\s*\|")
# The text of a file has lost its cells: tabs, line breaks or single spaces part them. A row is a name with a date that
# stands alone; "ngày 12/3/2026" is of a document, "(19/5/1890 - 19/5/2026)" of an anniversary.
_BIRTH_HEADING = re.compile(
    r"(?<!\w)(?:ngày\s*[,/]?\s*(?:tháng\s*[,/]?\s*)?(?:năm\s+)?sinh|năm\s+sinh|sinh\s+(?:ngày|năm))"
    r"(?!\s+(?:hoạt|viên|nhật|thái|quán|học)|\w)",
    re.IGNORECASE,
)
_LONE_DATE = re.compile(rf"(?<!\S)(?P<data>\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?{_YEAR})(?!\S)")
_NAMED_ROW = re.compile(
    r"(?<!\w)(?!(?:Thứ|Chủ|Ngày|Tháng|Năm|Trường|Phòng|Ban|Hội|Hà Nội)\b)"
    rf"{_CAPITAL}[^\W\d_]*(?:[ \t\u00a0]{_CAPITAL}[^\W\d_]*)+"
    r"(?:(?!\d{4}|\d[/.]|ngày|[Tt]hứ\s|\.\s)[^;:|]){0,80}\Z"
)
_LONGEST_ROW = 250
"""Characters from a heading, or from a date of birth below it, to the next one."""


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
        """Enough to find it by, too little to use: the first two characters and the last."""
        if self.kind in {PersonalData.ADDRESS}:
            return f"{self.data[:8].rstrip()}…"
        return f"{self.data[:2]}…{self.data[-1:]}"


def personal_data(
    text: str, *, official: frozenset[str] = frozenset(), is_contact_page: bool = False
) -> Iterator[PersonalPlace]:
    """Every piece that a text holds.

    `official` are published office numbers, digits only. On a contact page and in a line that gives an office's number
    ("Đường dây nóng: …") telephones are meant for the public.
    """
    taken: list[tuple[int, int]] = []
    lower = text.lower()
    for match in _ACCOUNT.finditer(text) if "hoản" in lower or "stk" in lower else ():
        taken.append(match.span("data"))
        yield PersonalPlace(match.start("data"), PersonalData.ACCOUNT, match["data"])
    at = 0
    while number := _NUMBER.search(text, at):
        is_account = any(start <= number.start() < end for start, end in taken)
        kind = None if is_account else _kind_of(text, number, official, is_contact_page)
        if kind is not None:
            yield PersonalPlace(number.start(), kind, number[0])
        # What is nobody's may hold the start of what is: "P.101 091 234 5678".
        at = number.end() if kind is not None or number["mobile"] else number.start() + 1
    if "chiếu" in lower or "passport" in lower:
        yield from _passports(text)
    if "sinh" in lower or "ns" in lower or "sn" in lower:
        yield from _births(text)
        yield from _births_in_rows(text)
    if any(hint in lower for hint in _HOME_HINTS):
        for match in _HOME.finditer(text):
            yield PersonalPlace(match.start("data"), PersonalData.ADDRESS, " ".join(match["data"].split()))


def _kind_of(text: str, match: re.Match[str], official: frozenset[str], is_contact_page: bool) -> PersonalData | None:
    digits = re.sub(r"\(0\)|\D", "", match[0])
    before = text[max(0, match.start() - 60) : match.start()]
    if digits in official or _AMOUNT.match(text, match.end()) or (match[0].isdigit() and _FRACTION.search(before)):
        return None
    if match["mobile"]:
        return _kind_of_mobile(text, match, is_contact_page)
    if match["other"] and (_PART_OF_ANOTHER.search(before) or _GOES_ON.match(text, match.end())):
        return None
    column = _head_of_column(text, match.start())
    if _IDENTITY_BEFORE.search(before) or _IDENTITY_CUE.search(column):
        return PersonalData.IDENTITY
    if _OTHER_NUMBER.search(before) or _OTHER_NUMBER.search(column):
        return None
    if len(digits) == 12:
        return PersonalData.IDENTITY if _CITIZEN.fullmatch(digits) and not _is_land_line(match[0]) else None
    is_listed = match[0].isdigit() and not digits.startswith("02") and _is_in_a_list(text, match.start())
    return PersonalData.IDENTITY if is_listed else None


def _kind_of_mobile(text: str, match: re.Match[str], is_contact_page: bool) -> PersonalData | None:
    far = max(0, match.start() - _LONGEST_LINE)
    line = text[max(far, text.rfind("\n", far, match.start()) + 1) : match.start()]
    is_amount = match[0].startswith("84.") and _GROUPED_IN_THREES.fullmatch(match[0]) and not line.endswith("+")
    if is_contact_page or is_amount or _TAX_CODE.search(line) or _is_office_s(line):
        return None
    return PersonalData.PHONE


def _is_land_line(number: str) -> bool:
    """True for 12 figures in the groups of an area code, a number and an extension: "0203 2825 123 5"."""
    return number.startswith("02") and not (number.isdigit() or _GROUPED_IN_THREES.fullmatch(number))


def _is_office_s(line: str) -> bool:
    """True where what stands before a mobile number on its line says that an office answers it."""
    if _PRIVATE.search(line):
        return False
    office = _OFFICE.search(line)
    return _HOTLINE.search(line) is not None or (office is not None and not _PERSON.search(office["between"]))


def _head_of_column(text: str, at: int) -> str:
    """What the first row of a Markdown table says above a place in it; empty elsewhere."""
    *above, here = text[max(0, text.rfind("\n\n", 0, at)) : at].split("\n")
    rows = list(takewhile(lambda row: row.lstrip().startswith("|"), reversed(above)))
    head = rows[-1].split("|") if rows and here.lstrip().startswith("|") else []
    column = here.count("|")
    return head[column] if column < len(head) else ""


def _is_in_a_list(text: str, at: int) -> bool:
    """True for a number after a person's name, in a table or in a text that speaks of papers of identity."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return _PERSON.search(line) is not None and ("|" in line or _IDENTITY_CUE.search(text) is not None)


def _passports(text: str) -> Iterator[PersonalPlace]:
    for match in _PASSPORT.finditer(text):
        before = re.split(r"[.;\n]", text[max(0, match.start() - 60) : match.start()])[-1]
        if _PASSPORT_CUE.search(before) or _PASSPORT_CUE.search(_head_of_column(text, match.start())):
            yield PersonalPlace(match.start(), PersonalData.IDENTITY, match[0])


def _births(text: str) -> Iterator[PersonalPlace]:
    if not _BORN_HINT.search(text.lower()):
        return
    for match in _BORN.finditer(text):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.end()]
        if not _FOUNDED.search(line):
            yield PersonalPlace(match.start("data"), PersonalData.BIRTH, match["data"])
    for column in _BIRTH_COLUMN.finditer(text):
        end = text.find("\n\n", column.end())
        for row in _FULL_DATE.finditer(text, column.end(), end if end >= 0 else len(text)):
            yield PersonalPlace(row.start("data"), PersonalData.BIRTH, row["data"])


def _births_in_rows(text: str) -> Iterator[PersonalPlace]:
    """Dates of birth in the rows below a heading, as they stand in the text of a file."""
    end = 0
    for heading in _BIRTH_HEADING.finditer(text):
        if _FOUNDED.search(text, max(0, heading.start() - 40), heading.end() + 40):
            continue
        end = max(end, heading.end())
        while (row := _LONE_DATE.search(text, end, end + _LONGEST_ROW)) is not None:
            if _NAMED_ROW.search(text[end : row.start()]):
                yield PersonalPlace(row.start("data"), PersonalData.BIRTH, row["data"])
            end = row.end()
