"""The words with which names of bodies begin, as heads of papers print them and certificates bear them."""

from __future__ import annotations

import re

from trangtin.content.text import compared, fold

_FIRST_WORDS = (
    "sở|trường|phòng|ban|trung tâm|văn phòng|chi cục|cục|tổng cục|viện|bệnh viện|đảng ủy|đảng bộ|chi bộ|công đoàn|"
    "liên đoàn|hội|ủy ban|hội đồng|bộ|tỉnh ủy|huyện ủy|thành ủy|quận ủy|khoa|ubnd|hđnd|tổng công ty|công ty|quốc hội|"
    "chính phủ|thủ tướng|tòa án|tổ công tác|thanh tra|bảo hiểm|kho bạc|học viện|đại học|liên hiệp|tập đoàn|ngân hàng|"
    "đài|báo(?! cáo)|thành đoàn|tỉnh đoàn|mặt trận|công an|xí nghiệp|trung ương"
)
_OF_YOUTH = (
    "đoàn (?:thanh niên|tncs|trường|xã|phường|khối|cơ sở|khoa|đại biểu|công tác|kiểm tra|thể|giám sát|luật sư|viên)"
)
"""`Đoàn` by itself is a surname as well."""
_OF_SMALL_BODIES = (
    "văn thư|tổ|đội|trạm|vụ|xã đoàn|huyện đoàn|thị đoàn|phường đoàn|tổng liên đoàn|hiệp hội|câu lạc bộ|hợp tác xã|"
    "chi đoàn|chi nhánh|nhà|quỹ|vườn|thư viện|bảo tàng|nông trường|ủy viên|thường trực|mttq|bhxh|hạt|đồn|quân"
)
_BEGINS = re.compile(rf"(?:{fold(_FIRST_WORDS)}|doan)\b")
_HOLDERS = f"{_FIRST_WORDS}|{_OF_YOUTH}|{_OF_SMALL_BODIES}"
_IS_HOLDER = re.compile(rf"(?:{compared(_HOLDERS)})\b")
_IS_HOLDER_BARE = re.compile(rf"(?:{fold(_HOLDERS)})\b")
# Phòng, khoa …, and who decides in the name of a body: they may write under its head and seal instead of their own.
SPEAKING = (
    r"(?:Sở|Trường|Ủy ban|Uỷ ban|UBND|HĐND|Phòng|Ban|Trung tâm|Văn phòng|Chi cục|Cục|Viện|Bệnh viện|Đảng ủy|Đảng bộ|"
    r"Chi bộ|Công đoàn|Liên đoàn|Hội|Hội đồng|Bộ|Tỉnh ủy|Khoa|Đoàn|Học viện|Thanh tra|Đài)"
)
"""A pattern for the first words of bodies that a paper makes say or do something, as typed within a sentence."""
_DEPENDENT = re.compile(
    r"(?:phong|khoa|to|ban|bo mon|bo phan|doi|van phong|trung tam|thuong truc|hoi dong|tieu ban|chi bo|dang uy|dang bo|"
    r"cong doan|doan|chi doan|chi hoi|lien doi|chu tich|giam doc|hieu truong)\b"
)


def begins_as_body(text: str) -> bool:
    """True for a line that begins as a body's name does, even where the text layer lost marks."""
    return _BEGINS.match(fold(text)) is not None


def may_be_body(name: str) -> bool:
    """True for a whole name that begins so; marks count where there are any (`Trường` is no `Trương`)."""
    return (_IS_HOLDER_BARE.match(fold(name)) if name.isascii() else _IS_HOLDER.match(compared(name))) is not None


def is_dependent(name: str) -> bool:
    """True for a part of a body, or whoever decides in its name."""
    return _DEPENDENT.match(fold(name)) is not None
