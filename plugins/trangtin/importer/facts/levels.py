"""The level of government of a body that issued a paper, where its name shows it."""

from __future__ import annotations

import re
from datetime import date

from trangtin.content.text import fold
from trangtin.content.values.vocabulary import Level
from trangtin.importer.facts.found import Found

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
_OTHER = re.compile(r"bo (?!mon\b|phan\b)")
_COUNTED = "chọn ở level; để trống thì tính là văn bản của đơn vị"


def level_of(name: str, day: date | None) -> Found[Level | None]:
    """The level that a body's name shows; `day` is that of the paper, for names that changed their meaning.

    Districts existed until 30/6/2025 and have no level of their own on the portal: they are a doubt.
    """
    folded = fold(name)
    if _CENTRAL.match(folded):
        return Found(Level.CENTRAL)
    if _PROVINCE.match(folded) or (_HUE.match(folded) and day is not None and day >= _HUE_SINCE):
        return Found(Level.PROVINCE)
    if _COMMUNE.match(folded):
        return Found(Level.COMMUNE)
    if _DISTRICT.match(folded):
        return Found(None, (f"“{name}”: cấp huyện (có đến hết tháng 6/2025) không có trong danh mục, {_COUNTED}",))
    if _OTHER.match(folded):
        return Found(None, (untold(name),))
    return Found(None)


def untold(name: str) -> str:
    """The doubt about the level of another body whose name does not show it."""
    return f"tên “{name}” không cho biết cấp, {_COUNTED}"
