"""What is proposed for the portal: a head, a text, and the list of what a person must look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from trangtin.content.text import slug
from trangtin.importer import fields, grammar
from trangtin.importer.body import as_markdown, units_of
from trangtin.importer.foot import Foot, read_foot
from trangtin.importer.head import Head, read_head
from trangtin.importer.paper import Block, Paper, Table
from trangtin.importer.refusal import Refusal
from trangtin.importer.sections import jumps
from trangtin.importer.sheet import Sheet
from trangtin.importer.surroundings import Surroundings
from trangtin.importer.tasks import TaskProposal, propose_tasks
from trangtin.importer.zones import Zones, divide

_PRIVATE = (
    (re.compile(r"(?<!\d)0\d{9}(?!\d)|(?<!\d)0\d{2,3}[ .]\d{3}[ .]\d{3,4}(?!\d)"), "số điện thoại"),
    (re.compile(r"(?<![\d./-])\d{12}(?![\d./-])|(?i:cccd|cmnd|căn cước)\D{0,20}\d{9}"), "số căn cước"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A document before it is written."""

    head: Mapping[str, object]
    """Keys of the front matter, without `files` and `review`."""
    body: str
    review: tuple[str, ...]
    """What a person must look at; each line starts with the key it is about, where it is about one."""
    news: tuple[str, ...]
    """What else is worth telling."""
    stem: str
    """Name of the file without its ending, by the convention for addresses."""
    tasks: tuple[TaskProposal, ...] = ()
    is_annex: bool = False
    """True where the whole file is an annex of another document."""

    @property
    def year(self) -> int | None:
        """Of its date."""
        day = self.head.get("date")
        return int(str(day)[:4]) if day else None


def make_draft(paper: Paper, source: str, around: Surroundings) -> Draft:
    """Work out all keys of a paper; `source` is the name of its file. Raises Refusal for what must not go on."""
    zones = divide(paper)
    head = read_head(zones.head)
    if head.marks:
        raise Refusal(
            f"văn bản có dấu “{head.marks[0]}”, không được đưa lên trang",
            "không chép tệp vào kho; báo người phụ trách",
        )
    units = units_of(zones.body)
    if not units and not zones.title and not zones.annexes:
        raise Refusal("không tìm thấy chữ nào của văn bản", "kiểm tra tệp; bản quét thì thêm --ocr")
    foot = read_foot(zones.foot)
    sheet = Sheet()
    fields.fill(sheet, zones, head, foot, units, source, around)
    tasks = propose_tasks(units)
    fields.fill_tasks(sheet, tasks, around)
    if around.campaign:
        sheet.put("campaign", around.campaign)
    for text in _doubts(paper, zones, head, units):
        sheet.ask(text)
    if paper.is_guessed:
        sheet.confirm_all()
    number = head.number.value
    return Draft(
        sheet.values,
        _body(paper, zones),
        tuple(dict.fromkeys(sheet.review)),
        tuple(_news(paper, foot)),
        (number.slug if number else slug(PurePosixPath(source).stem)) or "van-ban",
        tasks,
        zones.is_annex,
    )


def _doubts(paper: Paper, zones: Zones, head: Head, units: Sequence[str]) -> Iterator[str]:
    yield from (f"Nội dung: {remark.text}" for remark in paper.remarks if remark.to_review)
    yield from (f"Đầu văn bản: {note}" for note in head.notes)
    yield from (f"Nội dung: {text}" for text in jumps(units))
    if _has_merged_cells((*zones.body, *zones.annexes)):
        yield "Nội dung: bảng có ô gộp, chữ ghi ở ô đầu, các ô còn lại để trống"
    whole = "\n".join((*units, *units_of(zones.annexes)))
    for pattern, what in _PRIVATE:
        if pattern.search(whole):
            yield f"Nội dung: có {what}, xem có phải thông tin cá nhân không được đăng"
    if zones.is_annex:
        yield "Tệp này là phụ lục: thêm nó vào 'files' của văn bản chính với role: phu-luc, rồi bỏ tệp .md này"
    elif zones.annexes:
        first = next((text for text in units_of(zones.annexes) if text), "bảng")
        yield f"Nội dung: phần sau chữ ký (“{first[:60]}”) đã để cuối bài; xem lại tên và chỗ bắt đầu"
    for text in units:
        if grammar.RECIPIENTS.match(text):
            yield "Nội dung: phần Nơi nhận còn nằm trong bài, cần tách tay"


def _has_merged_cells(blocks: Sequence[Block]) -> bool:
    return any(isinstance(block, Table) and block.is_merged for block in blocks)


def _news(paper: Paper, foot: Foot) -> Iterator[str]:
    yield from (remark.text for remark in paper.remarks if not remark.to_review)
    for each in foot.websites:
        yield f"nơi nhận có “{each}”: đề nghị đăng tải"


def _body(paper: Paper, zones: Zones) -> str:
    parts = (as_markdown(zones.body), as_markdown(paper.footnotes), as_markdown(zones.annexes))
    return "\n\n".join(part for part in parts if part)
