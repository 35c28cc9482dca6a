"""How a person is named in an administrative text."""

from __future__ import annotations

import re

from trangtin.content.person_names import UNMISTAKABLE

CAPITAL = "[A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ]"
_PLACES = {"Hà": "(?! Nội| Nam| Giang| Tĩnh)", "Cao": "(?! Bằng)"}
_FAMILY = "|".join(f"{name}{_PLACES.get(name, '')}" for name in map(str.capitalize, UNMISTAKABLE))
# Streets and the city are named after people too.
PERSON = re.compile(
    rf"(?<!\w)(?:(?i:ông|bà|anh|chị|cô|thầy|đồng\s+chí|đ/c)\s+{CAPITAL}"
    rf"|(?<!phố )(?<!đường )(?<!TP )(?<!TP\.)(?:{_FAMILY}|{_FAMILY.upper()})(?:\s+{CAPITAL}[^\W\d_]*){{1,4}})"
)
"""Somebody addressed, or a family name with a given name."""
