"""Accounts at banks. That of an office is meant to be known: gifts and fees are paid to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.proofreading.figures import GAP, SMALL_GAP
from trangtin.proofreading.names import PERSON

_ACCOUNT = re.compile(
    r"(?:số\s+tài\s+khoản|tài\s+khoản(?:\s+(?:số|ngân\s+hàng))?|stk|(?<!\w)(?-i:TK)(?!\w))(?:[^\d\n.;]{0,40})"
    rf"(?P<data>\d(?:\d|{SMALL_GAP}(?!0[35789]\d(?:{GAP}\d){{7}}(?!\d)|0\d{{11}}(?!\d))\d){{6,18}})(?!\d)",
    re.IGNORECASE,
)
# Only bodies of the state have accounts there (Thông tư 18/2020/TT-BTC).
_TREASURY = re.compile(r"[^\n.;]{0,60}?(?:kho\s+bạc|KBNN)(?!\w)", re.IGNORECASE)
_HOLDER = re.compile(
    r"(?:(?:chủ|tên)\s+(?:tài\s+khoản|TK)|(?:đơn\s+vị|người|bên)\s+(?:thụ\s+)?hưởng)(?:\s+là)?[\s:*_|“\"-]{1,8}"
    r"(?P<office>(?:ủy\s+ban|uỷ\s+ban|UBND|UBMTTQ|MTTQ|mặt\s+trận|ban|công\s+ty|cty|trường|học\s+viện|hội|quỹ|trung\s+tâm|sở"
    r"|phòng|bệnh\s+viện|trạm|văn\s+phòng|chi\s+cục|cục|công\s+đoàn|liên\s+đoàn|đoàn\s+(?:thanh|TN|xã|phường|trường)|viện"
    r"|chi\s+nhánh|bảo\s+hiểm|tòa\s+án|toà\s+án|kho\s+bạc|bộ|báo|đài|thư\s+viện|bảo\s+tàng|hợp\s+tác|doanh\s+nghiệp|đảng)\s)?",
    re.IGNORECASE,
)
_AROUND = 160
"""Characters before and behind an account that may say whose it is."""
_OTHERS = re.compile(rf"\d{{6}}|{PERSON.pattern}")


def accounts(text: str) -> Iterator[tuple[int, str, bool]]:
    """Every account, as (offset, its number, whether it is an office's), in their order."""
    for match in _ACCOUNT.finditer(text) if _may_have(text) else ():
        before = text[max(0, match.start() - _AROUND) : match.start("data")]
        behind = text[match.end() : match.end() + _AROUND]
        is_office_s = _is_held_by_office(before, behind) or _TREASURY.match(behind) is not None
        yield match.start("data"), match["data"], is_office_s


def _is_held_by_office(before: str, behind: str) -> bool:
    """True where the last holder named before it, or the first behind, is an office and none else comes between."""
    if named := list(_HOLDER.finditer(before)):
        _, *between = re.split(r"[;|,\n]", before[named[-1].end() :], maxsplit=1)
        return bool(named[-1]["office"]) and not any(map(_OTHERS.search, between))
    holder = _HOLDER.search(behind)
    return holder is not None and bool(holder["office"]) and not _OTHERS.search(behind[: holder.start()])


def _may_have(text: str) -> bool:
    lower = text.lower()
    return "hoản" in lower or "stk" in lower or "TK" in text
