"""Names of people, distinguished from names of bodies: in signatures, below a position, in lists."""

from __future__ import annotations

import re

from trangtin.content.body_names import may_be_body
from trangtin.content.text import fold, one_line, one_tone_style

UNMISTAKABLE = tuple(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh đoàn trịnh mai đào lương tạ tô trương "
    "hà cao".split()
)
"""Surnames of nearly all people, which few other names begin with."""
_COMMON = frozenset(UNMISTAKABLE) | frozenset(
    "lâm lưu thái chu quách vương quản tống mạc khổng lò lù lã kim khúc kiều giang hàn hứa nông bế mã triệu vi phùng "
    "phí ninh nghiêm mùa lục liễu lại khuất đàm đồng diệp cù cồ châu cầm cam bạch an âu bành thạch thân thi tiêu tôn "
    "từ ứng văn vàng việt y rơ ksor siu rmah sùng thào giàng cứ lầu háng chảng chéo tẩn phù sầm điểu quảng quế lăng "
    "ngân".split()
)
_RARE = frozenset(
    "tăng bàn hầu thiều doãn lường lữ lô tòng quàng phàn giáp khương đậu đường đổng lộc lỗ mạnh mông nhâm nhữ "
    "nguỵ sái tào trà trầm tưởng uông vưu biện cáp chử đái đèo khâu khiếu lều lư nghê tiết vòng chìu cháng thèn "
    "kpă rcom nay niê kha kông lèng lèo lềnh lưỡng múa mùi vừ đới hạng vắng viết".split()
)
"""Rare surnames, some of which are other words without their marks (`bàn`, `ban`)."""
_PLAIN = frozenset(map(fold, _COMMON))
_RANK = re.compile(
    r"(?:(?:PGS|GS|TSKH|TS|Ts|ThS|Ths|THS|CN|KS|BS|Bs|BSCKI{1,2}|CKI{1,2}|NGƯT|NGND|LS|Đại tá|Thượng tá|Trung tá|"
    r"Thiếu tá|Đại úy|Thiếu tướng|Trung tướng|Đồng chí|Ông|Bà)\b\.?\s*)+(?=\S)"
)
_ADDED = re.compile(r"\s*(?:[,(…\d]|\s[-–]\s).*", re.DOTALL)
"""What certificates hold behind a name: a position, an office, what was left of a number."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_MOST_WORDS = 5


def without_rank(text: str) -> str:
    """A name without the degrees and ranks before it (`ThS. Nguyễn Văn A`)."""
    return text[found.end() :] if (found := _RANK.match(text)) else text


def may_be_surname(word: str) -> bool:
    """True for a usual surname, even where its marks were lost."""
    return fold(word) in _PLAIN


def is_person(name: str) -> bool:
    """True for what can only be a person's name, with ranks before it or an office behind it.

    By the surname, for bodies are too many to list; and not for the words with which a body may begin as well, since
    `Đoàn`, `Văn` and `Tô` are surnames and `Đoàn trường`, `Văn phòng`, `Tổ` are none.
    """
    bare = _ADDED.sub("", without_rank(one_line(name)))
    return _looks_like_a_person(bare) and not may_be_body(bare)


def is_body(name: str) -> bool:
    """True for what can only be a body's."""
    bare = one_line(name)
    return may_be_body(bare) and not _looks_like_a_person(bare)


def _looks_like_a_person(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= _MOST_WORDS
        and all(_WORD.fullmatch(word) and word[0].isupper() for word in words)
        and all(word[1:] in (word[1:].lower(), word[1:].upper()) for word in words)
        and (may_be_surname(words[0]) if name.isascii() else _is_surname(words[0]))
    )


def _is_surname(word: str) -> bool:
    spelt = one_tone_style(word.casefold())
    return spelt in _COMMON or spelt in _RARE
