"""Capitals after Nghị định 30/2020/NĐ-CP, Phụ lục II: hints, and only where its own examples leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trangtin.content.problem import Code
from trangtin.content.text import large
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.writing import Writing


@dataclass(frozen=True, slots=True)
class _Rule:
    hint: str
    """Lower case; a text without it is not searched."""
    pattern: re.Pattern[str]
    """Each group is a name that needs a capital at its start, and no others but those of ministries."""
    source: str
    """Section of Phụ lục II."""


def _rule(hint: str, pattern: str, source: str) -> _Rule:
    return _Rule(hint, re.compile(pattern), source)


# A name in capitals throughout is a heading; that of industry and trade is printed in two ways.
_MINISTRIES = (
    r"((?!Công thương)(?i:công an|quốc phòng|ngoại giao|nội vụ|tư pháp|tài chính|công thương|xây dựng|y tế"
    r"|giáo dục và đào tạo|khoa học và công nghệ|nông nghiệp và môi trường|văn hóa, thể thao và du lịch"
    r"|dân tộc và tôn giáo))(?!\w)"
)
_CITED = "(?:Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị (?:định|quyết)|Thông tư|Quyết định|Chỉ thị|Quy chế|Quy định|Điều lệ)"
_RULES = (
    _rule("quận ", r"(?<!\w)(quận) (?:[1-9]|1[0-2])(?!\w)", "mục II.2"),
    _rule("phường ", r"(?<!\w)(phường) \d{1,2}(?!\w)", "mục II.2"),
    _rule("thủ đô hà nội", r"(?<!\w)(thủ đô) Hà Nội(?!\w)", "mục II.2"),
    _rule("thành phố hồ chí minh", r"(?<!\w)(thành phố) Hồ Chí Minh(?!\w)", "mục II.2"),
    _rule("quốc hội", r"(?<!\w)(quốc hội)(?!\w)", "mục III.1"),
    _rule(
        "chính phủ",
        r"(?<!phi )(?<!liên )(?<!\w)(chính phủ)(?! điện tử| số| các nước| nước| (?!Việt Nam)[A-ZĐÔẤÚ])(?!\w)",
        "mục III.1",
    ),
    _rule(
        "đảng cộng sản",
        r"(?<![Cc]ác )(?<!\w)(?:([Đđ]ảng) (cộng sản)|(đảng) Cộng sản)(?! và công nhân)(?!\w)",
        "mục III.1",
    ),
    _rule("bộ ", rf"(?<!\w)Bộ {_MINISTRIES}", "mục III.1"),
    _rule("sở ", rf"(?<!\w)Sở {_MINISTRIES}", "mục III.1"),
    _rule("ủy ban nhân dân", r"(?<!\w)(Ủy Ban Nhân Dân)(?!\w)", "mục III.1"),
    _rule("hội đồng nhân dân", r"(?<!\w)(Hội Đồng Nhân Dân)(?!\w)", "mục III.1"),
    _rule("chủ tịch hồ chí minh", r"(?<!\w)(chủ tịch) Hồ Chí Minh(?!\w)", "mục IV.1"),
    _rule(
        "điều ",
        rf"(?:(?:tại|theo) |khoản \d+,? )(điều) \d+|(?<!\w)(điều) \d{{1,3}}[a-zđ]?,? (?:của )?{_CITED}(?!\w)",
        "mục V.6",
    ),
    _rule(" thứ ", r"(?<!\w)(?:sáng|trưa|chiều|tối|đêm) thứ (hai|ba|tư|năm|sáu|bảy)(?!\w)", "mục V.7"),
    _rule("tết nguyên đán", r"(?<!\w)(?:([Tt]ết) (nguyên đán)|(tết) Nguyên đán)(?!\w)", "mục V.8"),
    _rule("quốc khánh", r"(?<!\w)(quốc khánh)(?!\w)", "mục V.8"),
    _rule(
        "nhà nước",
        r"(?<!\w)(?:Đảng(?:,| và)|(?:pháp luật|chính sách) của|(?:của|ơn) (đảng)(?:,| và)) (nhà nước)(?!\w)"
        r"|(?<!\w)(?:của|ơn) (đảng)(?:,| và) Nhà nước(?!\w)",
        "mục V.1",
    ),
    _rule("nhân dân", r"(?<!\w)(?<!chứng minh )(nhân dân)(?! tệ)(?!\w)", "mục V.1"),
)


# Bodies and titles that are written "… nhân dân" in the decree's own samples.
_BODIES = re.compile(
    r"(?:hội\s+đồng|[ủu][ỷy]?\s+ban|ủy\s+ban|tòa\s+án|toà\s+án|viện\s+kiểm\s+sát|công\s+an|quân\s+đội|vũ\s+trang|thẩm"
    r"|nhà\s+giáo|nghệ\s+sĩ|nghệ\s+nhân|thầy\s+thuốc|tuần\s+tra|hđ|của\s+dân,.*)\s+\Z"
)

_PART = re.compile(r"^.|(?<=, ).|(?<= và ).|(?<=công )t(?=hương)")
"""Letters that are capitals in the name of a ministry: "Văn hóa, Thể thao và Du lịch", "Công Thương"."""


def wrong_capitals(writing: Writing) -> Iterator[Oddity]:
    """The first place of each term that Phụ lục II writes with a capital and the text does not."""
    for rule in _RULES:
        if rule.hint not in writing.folded:
            continue
        for match in rule.pattern.finditer(writing.text):
            before = writing.folded[max(0, match.start() - 40) : match.start()]
            right = _with_capitals(match)
            if right == match[0] or (match[1] == "nhân dân" and _BODIES.search(before)):
                continue
            told = f"'{match[0]}' viết hoa theo Phụ lục II Nghị định 30/2020/NĐ-CP ({rule.source})"
            yield Oddity(match.start(), Code.CAPITALS, match[0], told, right)
            break


def _with_capitals(match: re.Match[str]) -> str:
    """The matched text with each group spelt as the decree writes it."""
    right = match[0]
    for group in range(match.re.groups, 0, -1):
        if name := match[group]:
            start, end = (place - match.start() for place in match.span(group))
            right = right[:start] + _PART.sub(lambda part: large(part[0]), name.lower()) + right[end:]
    return right
