"""What a paper gives units to do, proposed to an editor: lines of `Tổ chức thực hiện` that begin with a unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from trangtin.content.text import fold, is_capitals, large, one_line
from trangtin.content.values.dates import parse_date
from trangtin.importer import grammar
from trangtin.importer.facts.citation import A_DAY

_SECTION = re.compile(r"to chuc thuc hien|phan cong (?:nhiem vu|thuc hien|to chuc)|trach nhiem (?:thi hanh|thuc hien)")
_UNIT = (
    r"(?:Các\s+)?(?:[Pp]hòng|[Kk]hoa|[Vv]ăn phòng|[Bb]an|[Tt]rung tâm|[Tt]ổ|[Cc]ông đoàn|[Đđ]oàn [Tt]hanh niên|"
    r"[Đđ]oàn trường|[Tt]hanh tra|[Cc]hi cục|[Bb]ộ môn|[Tt]hư viện|[Đđ]ơn vị|[Cc]ơ quan|[Ss]ở|[Hh]ội|[Tt]rường|UBND|"
    r"Ủy ban nhân dân|"
    r"[Tt]rưởng (?:các )?(?:phòng|khoa|ban|đơn vị)|[Cc]hánh Văn phòng)\b"
)
_DOES = (
    r"có trách nhiệm|chịu trách nhiệm|chủ trì|phối hợp|tham mưu|xây dựng|tổ chức|triển khai|căn cứ|hướng dẫn|theo dõi|"
    r"tổng hợp|lập|đăng|tuyên truyền|vận động|bố trí|chuẩn bị|rà soát|báo cáo|phổ biến|thực hiện|đăng ký|đôn đốc|"
    r"kiểm tra|gửi|cử|bảo đảm|đảm bảo|nghiêm túc|phát động|biên soạn|cập nhật|nhận|trình"
)
_SOMEONE = re.compile(r"(?P<unit>[^\W\d_][^:;.]{1,78}?)\s*:\s*(?P<do>.*)", re.DOTALL)
"""Anybody before a colon: no unit that is known, but a person must see who it is."""
_NOBODY = re.compile(
    r"(?:thoi (?:gian|han|diem)|dia diem|kinh phi|noi dung|hinh thuc|luu y|ghi chu|yeu cau|che do|tien do|giai doan|"
    r"buoc|dot|phan cong|cong tac(?! vien)|nhiem vu|muc (?:dich|tieu)|doi tuong|thanh phan|dien thoai|email|gom|cu the|"
    r"trong do|vi du|(?:tu|den) (?:ngay|het|\d\w*)|sau (?:do|khi)|thu (?:hai|ba|tu|nam|sau|bay)|sang|chieu|toi|ngay|"
    r"tuan|thang|quy [iv\d]+|nam \d+)\b.*"
)
"""What stands before a colon and is asked to do nothing, folded."""
_DUE = re.compile(
    r"(?i)(?:trước|chậm nhất(?:\s+(?:là|vào|đến))*|xong(?:\s+trước)?|hạn(?:\s+cuối)?|đến hết|hoàn thành)\s*"
    rf"(?:trước\s*)?(?:vào\s*)?(?:ngày\s*)?(?P<day>{A_DAY})"
)


@dataclass(frozen=True, slots=True)
class TaskProposal:
    """A task as the paper words it."""

    unit: str
    """The unit as named in the paper."""
    do: str
    due: date | None
    when: str = ""
    """What the paper says of the time, where that is no day, or several."""
    is_carried: bool = False
    """True where the row names no unit and the one above it does."""


@dataclass(frozen=True, slots=True)
class _Forms:
    """How a line gives something to do to a unit."""

    gives: re.Pattern[str]
    """`Phòng A: làm gì`, `Giao Phòng A chủ trì …`."""
    named: re.Pattern[str]
    """A line that only names the unit: what it is to do stands below."""


def _forms(names: Iterable[str]) -> _Forms:
    """For the units whose kind is a usual one, and those that the portal names."""
    own = [r"\s+".join(map(re.escape, name.split())) for name in sorted(names, key=len, reverse=True) if name.split()]
    unit = rf"(?:{_UNIT}|(?i:{'|'.join(own)})(?!\w))" if own else _UNIT
    return _Forms(
        re.compile(
            rf"(?:Giao(?:\s+cho)?|Đề nghị|Yêu cầu)?\s*(?P<unit>{unit}[^:;.]*?)"
            rf"\s*(?::\s*|\s(?={_DOES}\b)|,\s(?={_DOES}\b))(?P<do>.*)",
            re.DOTALL,
        ),
        re.compile(
            rf"(?P<unit>{unit}[^:;.]{{0,90}}?)\s*(?:có trách nhiệm|chịu trách nhiệm)?\s*:?\s*",
            re.DOTALL,
        ),
    )


def propose_tasks(paragraphs: Sequence[str], names: Iterable[str]) -> tuple[TaskProposal, ...]:
    """The tasks of the section on carrying out; empty where there is no such section. `names`: the portal's units."""
    return tuple(_proposals(_section(paragraphs), _forms(names)))


def _section(paragraphs: Sequence[str]) -> list[str]:
    out: list[str] = []
    inside = False
    for text in paragraphs:
        line = one_line(text)
        heading = grammar.ROMAN.match(line) or (grammar.CAPITAL.match(line) and is_capitals(line))
        is_bare = is_capitals(line) and _SECTION.search(fold(line))
        if (heading or is_bare) and len(line) < 160:
            inside = bool(_SECTION.search(fold(line)))
            continue
        if line.startswith("Trên đây là"):
            break
        if inside:
            out.append(line)
    return out


def _proposals(lines: Sequence[str], forms: _Forms) -> Iterator[TaskProposal]:
    unit: str | None = None
    kind = ""
    is_unit = False
    """False where somebody who may be no unit stands for one: what names a unit goes before."""
    for line in lines:
        marker, rest = _marked(line)
        is_free = unit is None or not is_unit
        if marker != kind or is_free or marker == "number":
            named = forms.named.fullmatch(rest) if marker != "bullet" or is_free else None
            if named and len(rest) < 110:
                unit, kind, is_unit = _clean(named["unit"]), marker, True
                continue
        gives = forms.gives.fullmatch(rest)
        someone = _someone(rest)
        if gives and len(gives["unit"]) < 110 and (marker == kind or is_free or marker == "number"):
            unit, kind, is_unit = None, "", False
            if gives["do"].strip():
                yield _task(_clean(gives["unit"]), gives["do"])
            else:
                unit, kind, is_unit = _clean(gives["unit"]), marker, True
        elif unit is not None and (marker != kind or not (marker or someone)):
            yield _task(unit, rest)
        elif someone:
            unit, kind, is_unit = None, "", False
            if someone["do"].strip():
                yield _task(_clean(someone["unit"]), someone["do"])
            else:
                unit, kind = _clean(someone["unit"]), marker
        elif marker == kind:
            unit, kind = None, ""


def _someone(text: str) -> re.Match[str] | None:
    match = _SOMEONE.fullmatch(text)
    return match if match and text[0].isupper() and not _NOBODY.fullmatch(fold(match["unit"])) else None


def _marked(line: str) -> tuple[str, str]:
    for kind, form in (("decimal", grammar.DECIMAL), ("number", grammar.ARABIC), ("letter", grammar.LETTER),
                       ("bullet", grammar.BULLET)):  # fmt: skip
        if match := form.match(line):
            return kind, match["rest"]
    return "", line


def _clean(unit: str) -> str:
    return one_line(unit).strip(" :,.-")


def _task(unit: str, do: str) -> TaskProposal:
    text = one_line(do).strip(" .;:/")
    match = _DUE.search(text)
    due: date | None = None
    if match:
        try:
            due = parse_date(match["day"])
        except ValueError:
            due = None
    return TaskProposal(unit, large(text), due)
