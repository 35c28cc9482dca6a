"""How a person is named in an administrative text."""

from __future__ import annotations

import re

CAPITAL = "[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]"
_FAMILY = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Trịnh|Mai|Đào|Lương|Tạ|Tô|Trương"
    "|Hà(?! Nội| Nam| Giang| Tĩnh)|Cao(?! Bằng)"
)
# Streets and the city are named after people too.
PERSON = re.compile(
    rf"(?<!\w)(?:(?i:ông|bà|anh|chị|cô|thầy|đồng\s+chí|đ/c)\s+{CAPITAL}"
    rf"|(?<!phố )(?<!đường )(?<!TP )(?<!TP\.)(?:{_FAMILY}|{_FAMILY.upper()})(?:\s+{CAPITAL}[^\W\d_]*){{1,4}})"
)
"""Somebody addressed, or a family name with a given name."""
