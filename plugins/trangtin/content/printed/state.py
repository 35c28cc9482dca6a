"""Quốc hiệu and tiêu ngữ, which every paper prints on the right of its head, opposite the bodies that issue it."""

from __future__ import annotations

import re

from trangtin.content.text import fold

STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
"""Name and motto of the state (Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.1)."""
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
"""On papers of the Party, which have no motto (Hướng dẫn 36-HD/VPTW)."""
TYPED = (
    r"(?i:(?<!nước )cộng\s+h(?:òa|oà)\s+xã\s+hội(?:\s+chủ\s+nghĩa(?:\s+việt\s+nam)?)?"
    r"|độc\s+lập\s*[-–—~]+\s*tự\s+do(?:\s*[-–—~]+\s*hạnh\s+phúc)?)"
)
"""A pattern for both of the state in a text that has its marks, where a narrow column or a scan broke them off too.

Behind `nước` it is spoken of.
"""
_PARTY = fold(PARTY[0])
_MOTTO = re.compile(r"doc lap[\W_]*tu do[\W_]*hanh phuc.*")
_WORDS = tuple(re.findall(r"\w+", fold(each)) for each in STATE)
_STANDS = re.compile(rf"(?<!nuoc )cong hoa xa hoi chu nghia|{_PARTY}\W*$|doc lap\s*[-–]")
_BEGINS = re.compile(rf"\b(?:(?<!nuoc )cong hoa xa hoi|{_PARTY}|doan tncs ho chi minh|doc lap\W)")
_OF_YOUTH = re.compile(
    r"(?:doan (?:tncs|thanh nien cong san)|doi (?:tntp|thieu nien tien phong)) ho chi minh|"
    r"(?:hoi (?:lhtn|lien hiep thanh nien)|hoi sinh vien) viet nam"
)


def is_motto(text: str) -> bool:
    """True for a line that begins with the motto, whatever stands between its words."""
    return _MOTTO.fullmatch(fold(text)) is not None


def is_state_line(text: str) -> bool:
    """True for a line that is the name of the state or the Party, or the motto, or the end or beginning of one."""
    folded = re.sub(r"^[\W_]+|[\W_]+$", "", fold(text))
    words = re.findall(r"\w+", folded)
    # A narrow column breaks both; a word alone may be anything.
    is_part = len(words) > 1 and any(words in (each[: len(words)], each[-len(words) :]) for each in _WORDS)
    return is_part or folded == _PARTY or _MOTTO.fullmatch(folded) is not None


def ends_state(above: str, text: str) -> bool:
    """True for the end of a name or a motto that a narrow column broke off the line above, be it a single word."""
    words = re.findall(r"\w+", fold(f"{above} {text}"))
    return bool(above) and any(words == each[-len(words) :] for each in _WORDS)


def is_of_party(text: str) -> bool:
    """True for a line that begins as papers of the Party do."""
    return fold(text).startswith(_PARTY)


def is_of_youth(text: str) -> bool:
    """True for what the Youth Union and its bodies print where others have the state; elsewhere it names a body."""
    return _OF_YOUTH.fullmatch(fold(text)) is not None


def stands_in(text: str) -> bool:
    """True for a line in which the state, the Party or the motto stands, whatever is beside it."""
    return _STANDS.search(fold(text)) is not None


def without_state(line: str) -> str:
    """A line of a text layer, which may run both columns into one, without what the right column holds."""
    found = _BEGINS.search(f"{fold(line)} ")
    if found is None:
        return line
    before = found.string[: found.start()]
    inside_a_word = bool(before) and not before.endswith(" ")
    return " ".join(line.split()[: len(before.split()) - inside_a_word])
