"""The level of government of a body, where its name shows it."""

from __future__ import annotations

import re
from datetime import date

from trangtin.content.text import fold
from trangtin.content.values.vocabulary import Level

# Ministries of now and, since old papers keep old names, those of before 2025 and of before 2007.
_MINISTRIES = (
    "quoc phong|cong an|ngoai giao|tu phap|tai chinh|cong thuong|nong nghiep|xay dung|van hoa|khoa hoc|giao duc|y te|"
    "noi vu|dan toc|ke hoach va dau tu|giao thong van tai|thong tin va truyen thong|lao dong|tai nguyen|buu chinh|"
    "thuy san|cong nghiep|thuong mai"
)
_CENTRAL = re.compile(
    rf"(?:chinh phu|thu tuong|quoc hoi|uy ban thuong vu quoc hoi|ban bi thu|bo chinh tri|bo (?:{_MINISTRIES}))\b"
)
_GOVERNS = r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan)"
_CITY = r"(?:thanh pho|tp\.?)\s*"
_GREAT = r"(?:ha noi|ho chi minh|hcm|hai phong|da nang|can tho)\b"
_PROVINCE = re.compile(rf"(?:{_GOVERNS} (?:tinh\b|{_CITY}{_GREAT})|tinh uy\b|thanh uy (?:{_CITY})?{_GREAT})")
_HUE = re.compile(rf"(?:{_GOVERNS} {_CITY}|thanh uy (?:{_CITY})?)hue\b")
_HUE_SINCE = date(2025, 1, 1)
"""Since this day Huế is under the central government (Nghị quyết 175/2024/QH15); before, it was a city of a province.
"""
_COMMUNE = re.compile(rf"(?:{_GOVERNS}|dang uy) (?:xa|phuong|dac khu|thi tran)\b")
_DISTRICT = re.compile(rf"{_GOVERNS} (?:huyen|quan|thi xa|{_CITY})\b|(?:huyen|quan|thi|thanh) uy\b")


def level_of(name: str, day: date | None) -> Level | None:
    """The level that a body's name shows; `day` is that of its paper, for names that changed their meaning."""
    folded = fold(name)
    if _CENTRAL.match(folded):
        return Level.CENTRAL
    if _PROVINCE.match(folded) or (_HUE.match(folded) and day is not None and day >= _HUE_SINCE):
        return Level.PROVINCE
    return Level.COMMUNE if _COMMUNE.match(folded) else None


def is_of_district(name: str) -> bool:
    """Whether a body without a level governed a district: there were some until 30/6/2025."""
    return _DISTRICT.match(fold(name)) is not None
