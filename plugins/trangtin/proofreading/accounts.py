"""Accounts at banks. That of an office is meant to be known: gifts and fees are paid to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SPACE = r"[ \u00a0\u2009\u202f]"
_GAP = rf"{_SPACE}?[.()\u2010\u2011–-]?{_SPACE}?"
_SMALL_GAP = rf"(?:{_SPACE}|[.\u2010\u2011-])"
_ACCOUNT = re.compile(
    r"(?:số\s+tài\s+khoản|tài\s+khoản(?:\s+(?:số|ngân\s+hàng))?|stk)(?:[^\d\n.;]{0,40})"
    rf"(?P<data>\d(?:\d|{_SMALL_GAP}(?!0[35789]\d(?:{_GAP}\d){{7}}(?!\d)|0\d{{11}}(?!\d))\d){{6,18}})(?!\d)",
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


def accounts(text: str) -> Iterator[tuple[int, str, bool]]:
    """Every account, as (offset, its number, whether it is an office's), in their order."""
    for match in _ACCOUNT.finditer(text) if _may_have(text) else ():
        around = text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        holders = [holder["office"] for holder in _HOLDER.finditer(around)]
        is_office_s = (bool(holders) and all(holders)) or _TREASURY.match(text, match.end()) is not None
        yield match.start("data"), match["data"], is_office_s


def _may_have(text: str) -> bool:
    lower = text.lower()
    return "hoản" in lower or "stk" in lower
