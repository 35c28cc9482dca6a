"""What a paper gives units to do, proposed to an editor: lines of `Tổ chức thực hiện` that begin with a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from trangtin.content.dates import parse_date
from trangtin.content.text import fold, one_line
from trangtin.importer import grammar

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
_GIVES = re.compile(
    rf"(?:Giao(?:\s+cho)?|Đề nghị|Yêu cầu)?\s*(?P<unit>{_UNIT}[^:;.]*?)"
    rf"\s*(?::\s*|\s(?={_DOES}\b)|,\s(?={_DOES}\b))(?P<do>.*)",
    re.DOTALL,
)
_NAMED = re.compile(rf"(?P<unit>{_UNIT}[^:;.]{{0,90}}?)\s*(?:có trách nhiệm|chịu trách nhiệm)?\s*:?\s*", re.DOTALL)
_DUE = re.compile(
    r"(?i)(?:trước|chậm nhất(?:\s+(?:là|vào|đến))*|xong(?:\s+trước)?|hạn(?:\s+cuối)?|đến hết|hoàn thành)\s*"
    r"(?:trước\s*)?(?:vào\s*)?(?:ngày\s*)?(?P<day>\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|"
    r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})"
)


@dataclass(frozen=True, slots=True)
class TaskProposal:
    """A task as the paper words it."""

    unit: str
    """The unit as named in the paper."""
    do: str
    due: date | None


def propose_tasks(paragraphs: Sequence[str]) -> tuple[TaskProposal, ...]:
    """The tasks of the section on carrying out; empty where there is no such section."""
    return tuple(_proposals(_section(paragraphs)))


def _section(paragraphs: Sequence[str]) -> list[str]:
    out: list[str] = []
    inside = False
    for text in paragraphs:
        line = one_line(text)
        heading = grammar.ROMAN.match(line) or (grammar.CAPITAL.match(line) and grammar.is_capitals(line))
        if heading and len(line) < 160:
            inside = bool(_SECTION.search(fold(line)))
            continue
        if line.startswith("Trên đây là"):
            break
        if inside:
            out.append(line)
    return out


def _proposals(lines: Sequence[str]) -> Iterator[TaskProposal]:
    unit: str | None = None
    kind = ""
    for line in lines:
        marker, rest = _marked(line)
        if marker != kind or unit is None or marker == "number":
            named = _NAMED.fullmatch(rest) if marker != "bullet" or unit is None else None
            if named and len(rest) < 110:
                unit, kind = _clean(named["unit"]), marker
                continue
        gives = _GIVES.fullmatch(rest)
        if gives and len(gives["unit"]) < 110 and (marker == kind or unit is None or marker == "number"):
            unit, kind = None, ""
            if gives["do"].strip():
                yield _task(_clean(gives["unit"]), gives["do"])
            else:
                unit, kind = _clean(gives["unit"]), marker
        elif unit is not None and (marker != kind or not marker):
            yield _task(unit, rest)
        elif marker == kind:
            unit, kind = None, ""


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
    return TaskProposal(unit, text[:1].upper() + text[1:], due)
