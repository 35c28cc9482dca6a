"""What a list of commended people must not say of them beyond name, position and unit.

Looked for only where a person is commended: elsewhere the same words are ordinary ("công tác dân tộc", "sinh năm" of a
historical figure). Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 counts birth, origin, family, health as personal data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.content.values.vocabulary import PersonalData
from trangtin.proofreading.personal import PersonalPlace

_YEAR = r"(?:19[3-9]\d|20[0-2]\d)"
_RULES: tuple[tuple[PersonalData, re.Pattern[str]], ...] = (
    (PersonalData.BIRTH, re.compile(rf"(?i)(?:(?<!\w)(?:sinh(?:\s+năm)?|năm\s+sinh|SN|NS)\s*:?\s*{_YEAR}(?!\d))")),
    (PersonalData.BIRTH, re.compile(rf"\(\s*{_YEAR}\s*\)|(?<!\d)\d{{2}}\s+tuổi(?!\s+(?:Đảng|nghề|quân|đoàn))")),
    (
        PersonalData.ORIGIN,
        re.compile(r"(?i:quê\s+quán|nguyên\s+quán|(?<!\w)quê\s*:|tôn\s+giáo\s*:|theo\s+đạo(?!\s+đức))[^,;)\n]*"),
    ),
    (PersonalData.ORIGIN, re.compile(r"(?<!\w)(?:[Dd]ân\s+tộc\s*:?\s+(?=[A-ZĐÊ])|[Nn]gười\s+dân\s+tộc\s+)[^,;)\n]*")),
    (
        PersonalData.ADDRESS,
        re.compile(r"(?i)(?<!\w)(?:thường\s+trú|tạm\s+trú|trú\s+tại|cư\s+trú|ngụ\s+tại|hộ\s+khẩu)(?!\w)[^,;)\n]*"),
    ),
    (
        PersonalData.FAMILY,
        re.compile(
            r"(?<!\w)(?:[Cc]on|[Vv]ợ|[Cc]hồng|[Bb]ố|[Mm]ẹ|[Cc]háu)\s+(?:của\s+)?(?:ông|bà|anh|chị|đồng\s+chí|đ/c)\s[^,;)\n]*"
        ),
    ),
    (PersonalData.HEALTH, re.compile(r"(?i)(?<!\w)(?:mắc|bị)\s+bệnh[^,;)\n]*|(?<!\w)khuyết\s+tật(?!\w)")),
)


def beyond_office(text: str) -> Iterator[PersonalPlace]:
    """Every piece in what is written of one commended person that says more than name, position, unit and merit."""
    for kind, pattern in _RULES:
        for match in pattern.finditer(text):
            yield PersonalPlace(match.start(), kind, " ".join(match[0].split()))
