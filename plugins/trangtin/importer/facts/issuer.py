"""Who issued the paper: the lines in capitals on the left of its head, or the one who speaks in its first sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from trangtin.content.body_names import SPEAKING
from trangtin.content.printed.bodies import goes_on
from trangtin.content.text import fold, is_capitals, one_line
from trangtin.importer.facts.found import Found
from trangtin.importer.lines import Line

_OPEN = re.compile(r"uy ban nhan dan|hoi dong nhan dan|uy ban mttq|uy ban mat tran to quoc viet nam|dang uy")
"""A line that cannot stand alone."""
_OF_A_PLACE = re.compile(r"(?:uy ban|hoi dong) nhan dan")
_CONTINUES = re.compile(
    r"(?:tinh|huyen|xa|phuong|thanh pho|tp\.?|quan|thi xa|thi tran|dac khu|viet nam|khu vuc|va|cac|-|cua|nuoc)\b|-"
)
_SPEAKS = re.compile(
    rf"(?:^|[.;,:”\"]\s*)(?P<body>{SPEAKING}\s[^.;:,“\"]{{2,90}}?)\s+"
    r"(?:phát động|ban hành|xây dựng|tổ chức|triển khai|đề nghị|thông báo|báo cáo|yêu cầu|kêu gọi)\b"
)
_PROVINCE = re.compile(r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|HĐND|Tỉnh ủy)\s+tỉnh\s+((?:[^\W\d_]+\s?){1,4})")


def read_issuer(lines: Sequence[Line]) -> tuple[Found[str | None], Found[str | None]]:
    """(issuer, parent) from the capital lines of the head; bold tells them apart where it can."""
    groups = _groups(lines)
    if not groups:
        return Found(None), Found(None)
    bold = [each for each, is_bold in groups if is_bold]
    plain = [each for each, is_bold in groups if not is_bold]
    if bold and plain:
        names = bold[0] if len(bold) == 1 else " ".join(bold)
        doubts = ("tên gồm nhiều dòng, xem đã nối đúng chưa",) if len(lines) > 3 else ()
        return Found(names, doubts), Found(" ".join(plain), doubts)
    names_only = [each for each, _ in groups]
    if len(names_only) == 1:
        return Found(names_only[0], ("tên gồm nhiều dòng, xem đã nối đúng chưa",) if len(lines) > 2 else ()), Found(
            None
        )
    doubt = ("chữ đậm không cho biết dòng nào là cơ quan chủ quản",)
    if len(names_only) > 2:
        doubt = ("tên gồm nhiều dòng, xem đã tách đúng cơ quan chủ quản chưa",)
    return Found(names_only[-1], doubt), Found(" ".join(names_only[:-1]), doubt)


def joint_issuers(lines: Sequence[Line]) -> str:
    """The bodies that issue a paper together, where the lines of its head name several in one weight; else nothing."""
    groups = _groups(lines)
    is_joint = len(groups) > 1 and all(is_bold for _, is_bold in groups)
    return " - ".join(name for name, _ in groups) if is_joint else ""


def continues_name(text: str) -> bool:
    """True for a line in capitals that only goes on with a name (`TỈNH MẪU`)."""
    return is_capitals(text) and bool(_CONTINUES.match(fold(text)))


def _groups(lines: Sequence[Line]) -> list[tuple[str, bool]]:
    """Lines joined to names."""
    out: list[tuple[str, bool]] = []
    for line in lines:
        text = re.sub(r"^[^\w(“\"–-]+|[\s*_.:;|~^]+$", "", one_line(line.text))
        if not text:
            continue
        if out and (_names_place(out[-1][0], text) or (out[-1][1] == line.bold and _is_wrapped(out[-1][0], text))):
            out[-1] = (f"{out[-1][0]} {text}", line.bold)
        else:
            out.append((text, line.bold))
    return out


def _names_place(before: str, text: str) -> bool:
    """Whether a line says whose the committee or the council above it is, in whatever weight."""
    return bool(_OF_A_PLACE.fullmatch(fold(before)) and _CONTINUES.match(fold(text)))


def _is_wrapped(before: str, text: str) -> bool:
    return _OPEN.fullmatch(fold(before)) is not None or goes_on(before, text)


def spoken_issuer(opening: Sequence[str]) -> Found[str | None]:
    """The body that speaks in the opening paragraphs; always doubtful, for no line of the head names it."""
    for text in opening:
        matches = list(_SPEAKS.finditer(text))
        if not matches:
            continue
        name = one_line(matches[-1]["body"])
        reason = f"phần đầu văn bản không ghi; suy từ câu mở đầu: “{name}”"
        if name.endswith(" tỉnh"):
            places = {one_line(found) for each in opening for found in _province_names(each)}
            if len(places) == 1:
                name = f"{name} {places.pop()}"
                reason += f", thêm tên tỉnh thành “{name}”"
        return Found(name, (reason,))
    return Found(None)


def _province_names(text: str) -> list[str]:
    out: list[str] = []
    for match in _PROVINCE.finditer(text):
        words: list[str] = []
        for word in match.group(1).split():
            if not word[0].isupper():
                break
            words.append(word)
        if words:
            out.append(" ".join(words))
    return out


def as_spelt(name: str, texts: Sequence[str]) -> str:
    """The name as some text spells it in small letters; the capitals of the head where none does."""
    pattern = re.compile(r"\s+".join(map(re.escape, name.split())), re.IGNORECASE)
    for text in texts:
        for match in pattern.finditer(text):
            spelt = one_line(match.group())
            if not is_capitals(spelt) and spelt[:1].isupper():
                return spelt
    return name
