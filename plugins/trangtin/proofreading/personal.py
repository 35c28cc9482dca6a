"""Personal data that an office must not publish: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Nghị định 356/2025/NĐ-CP.

Looked for by their shape and the words around them. What is found is never repeated in full: messages end in logs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trangtin.content.vocabulary import PersonalData

_DIGITS = re.compile(r"\d[\d .()-]{7,}\d(?![\d/])(?![.,]\d)")  # begins with a digit, for speed
_MOBILE = re.compile(r"(?:\+?84|0)[35789]\d{8}")
_CITIZEN = re.compile(r"0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}")
_IDENTITY_BEFORE = re.compile(
    r"(?:cccd|cmnd|cmtnd|căn\s+cước|chứng\s+minh|định\s+danh|hộ\s+chiếu)[^.;\n]{0,40}\Z", re.IGNORECASE
)
_OTHER_NUMBER = re.compile(
    r"(?:mã\s+số|mst|isbn|issn|mã|hóa\s+đơn|hoá\s+đơn|số\s+máy|sê-ri|serial|tài\s+khoản|stk)[^.;\n|]{0,25}\Z",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"\s*(?:đồng|đ\b|vnđ|vnd|usd|%|m2|m3|ha\b|tấn|km|kg|triệu|tỷ)", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"(?:số\s+tài\s+khoản|tài\s+khoản(?:\s+(?:số|ngân\s+hàng))?|stk)(?:[^\d\n.;]{0,30})(?P<data>\d[\d .-]{5,18}\d)",
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
_OFFICIAL_LINE = re.compile(
    r"đường\s+dây\s+nóng|hotline|tổng\s+đài|trực\s+ban|thường\s+trực|văn\s+thư|văn\s+phòng|tiếp\s+nhận|liên\s+hệ|nơi\s+nhận|fax|zalo\s+oa",
    re.IGNORECASE,
)
_BIRTH_COLUMN = re.compile(r"\|[^|\n]*(?:ngày\s+sinh|ngày,?\s*tháng,?\s*năm\s+sinh|năm\s+sinh)[^|\n]*\|", re.IGNORECASE)
_FULL_DATE = re.compile(rf"\|\s*(?P<data>{_DATE})\s*\|")


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
    for match in _ACCOUNT.finditer(text) if _may_have_account(text) else ():
        taken.append(match.span("data"))
        yield PersonalPlace(match.start("data"), PersonalData.ACCOUNT, match["data"])
    for match in _DIGITS.finditer(text):
        if text[match.start() - 1 : match.start()] in {".", ",", "/", "-"} or any(
            start <= match.start() < end for start, end in taken
        ):
            continue
        kind = _kind_of(text, match, official, is_contact_page)
        if kind is not None:
            yield PersonalPlace(match.start(), kind, match[0])
    lower = text.lower()
    if "sinh" in lower or "ns" in lower or "sn" in lower:
        yield from _births(text)
    if any(hint in lower for hint in _HOME_HINTS):
        for match in _HOME.finditer(text):
            yield PersonalPlace(match.start("data"), PersonalData.ADDRESS, " ".join(match["data"].split()))


def _may_have_account(text: str) -> bool:
    return "hoản" in text or "HOẢN" in text or "STK" in text or "stk" in text


def _kind_of(text: str, match: re.Match[str], official: frozenset[str], is_contact_page: bool) -> PersonalData | None:
    digits = re.sub(r"\D", "", match[0])
    before = text[max(0, match.start() - 60) : match.start()]
    if digits in official or _AMOUNT.match(text, match.end()):
        return None
    if _MOBILE.fullmatch(digits):
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        is_official = is_contact_page or _OFFICIAL_LINE.search(line)
        return None if is_official else PersonalData.PHONE
    if _IDENTITY_BEFORE.search(before) and len(digits) in {9, 12}:
        return PersonalData.IDENTITY
    if _OTHER_NUMBER.search(before) or digits.startswith("02"):
        return None
    is_one_run = match[0].isdigit()
    if len(digits) == 12 and _CITIZEN.fullmatch(digits):
        return PersonalData.IDENTITY
    return PersonalData.IDENTITY if len(digits) == 9 and is_one_run and digits[:1] in "0123" else None


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
