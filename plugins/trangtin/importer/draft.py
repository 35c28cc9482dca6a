"""What is proposed for the portal: a head, a text, and the list of what a person must look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from trangtin.content.printed.annex import ATTACHED
from trangtin.content.printed.recipients import RECIPIENTS
from trangtin.content.text import slug, small
from trangtin.content.values.vocabulary import PersonalData
from trangtin.importer.body import as_markdown, count_unlined, units_of
from trangtin.importer.facts import fields, proposals
from trangtin.importer.facts.awards import propose_awards
from trangtin.importer.facts.foot import Foot, read_foot
from trangtin.importer.facts.head import Head, read_head
from trangtin.importer.facts.task_rows import listed_tasks
from trangtin.importer.facts.tasks import propose_tasks
from trangtin.importer.letters import without_notes
from trangtin.importer.markdown_file import strings_in
from trangtin.importer.paper import Block, Paper, Table
from trangtin.importer.printed_contents import without_contents
from trangtin.importer.refusal import Refusal
from trangtin.importer.secrecy import refuse_secret
from trangtin.importer.sheet import Sheet, quoted
from trangtin.importer.surroundings import Surroundings
from trangtin.importer.zones import Zones, divide
from trangtin.proofreading.numbering import numbering
from trangtin.proofreading.personal import personal_data
from trangtin.proofreading.writing import Writing

_MOST_JUMPS = 6
"""Numbers out of order that are told one by one."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A document before it is written."""

    head: Mapping[str, object]
    """Keys of the front matter, without `files` and `review`."""
    body: str
    review: tuple[str, ...]
    """What a person must look at; each line starts with the key it is about, where it is about one."""
    news: tuple[str, ...]
    """Other things to report to the person."""
    stem: str
    """Name of the file without its ending, by the convention for addresses."""
    is_annex: bool = False
    """True where the whole file is an annex of another document."""
    private: tuple[PersonalData, ...] = ()
    """Kinds of personal data found in a document: the file it was made from holds them as well."""
    is_news: bool = False
    """True for a news item, beside which the file it was made from does not stand."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """What a news item shows, by the names that its head gives them."""

    @property
    def year(self) -> int | None:
        """The year of its date."""
        day = self.head.get("date")
        return int(str(day)[:4]) if day else None


def make_draft(paper: Paper, source: str, around: Surroundings) -> Draft:
    """Work out all keys of a paper; `source` is the name of its file. Raises Refusal for what must not go on."""
    refuse_secret(paper)
    paper = without_contents(paper)
    zones = divide(paper)
    head = read_head(zones.upper.head)
    units = tuple(map(without_notes, units_of(zones.body)))
    if not units and not zones.upper.title and not zones.body and not zones.annexes:
        raise Refusal("không tìm thấy chữ nào của văn bản", "kiểm tra tệp; bản quét thì thêm --ocr")
    foot = read_foot(zones.foot)
    sheet = Sheet()
    fields.fill(sheet, zones, head, foot, units, source, around)
    blocks = (*zones.body, *zones.annexes)
    listed = () if sheet.values["type"] == "BC" else listed_tasks(blocks)  # what a report lists is done
    proposals.fill_tasks(sheet, (*propose_tasks(units, around.units.values()), *listed), around)
    if sheet.values["type"] == "QĐ":  # elsewhere people are but proposed for commendation
        proposals.fill_awards(sheet, propose_awards(blocks, units))
    if around.campaign:
        sheet.put("campaign", around.campaign)
    body = _body(paper, zones)
    for text in _doubts(paper, zones, head, foot, units, body):
        sheet.ask(text)
    private: list[PersonalData] = []
    for kind, text in personal_doubts(body, sheet.values):
        private.append(kind)
        sheet.ask(text)
    number = head.number.value
    if paper.is_guessed:
        if number:  # written by hand on most scans: of seven that were read, five were wrong
            del sheet.values["number"]
            sheet.doubt(
                "number", f"máy đọc là “{number.text}”; số viết tay hay đọc sai nên để trống, nhìn bản in mà điền"
            )
        number = None
        sheet.confirm_all()
    return Draft(
        sheet.values,
        body,
        tuple(dict.fromkeys(sheet.review)),
        tuple(_news(paper, foot)),
        (number.slug if number else slug(PurePosixPath(source).stem)) or "van-ban",
        zones.is_annex,
        tuple(dict.fromkeys(private)),
    )


def _doubts(paper: Paper, zones: Zones, head: Head, foot: Foot, units: Sequence[str], body: str) -> Iterator[str]:
    yield from (f"Nội dung: {remark.text}" for remark in paper.remarks if remark.to_review)
    yield from (f"Đầu văn bản: {note}" for note in head.notes)
    scraps = [text for text in foot.unread if paper.is_guessed and not re.search(r"[^\W\d_]{3}", text)]
    if scraps:
        yield f"Cuối văn bản: {len(scraps)} mẩu chữ vụn quanh chữ ký, con dấu đã bỏ ({', '.join(scraps[:6])})"
    unread = (text for text in foot.unread if text not in scraps)
    yield from (f"Cuối văn bản: dòng “{text}” chưa hiểu là gì nên chưa đưa vào đâu" for text in unread)
    if odd := list(dict.fromkeys(oddity.message for oddity in numbering(Writing(body)))):
        rest = f" và {len(odd) - _MOST_JUMPS} chỗ nữa" if len(odd) > _MOST_JUMPS else ""
        yield f"Nội dung: {'; '.join(odd[:_MOST_JUMPS])}{rest}: đối chiếu với bản in, đúng thì ghi vào 'notes'"
    if _has_merged_cells((*zones.body, *zones.annexes)):
        yield "Nội dung: bảng có ô gộp, chữ ghi ở ô đầu, các ô còn lại để trống"
    if count := count_unlined((*zones.body, *zones.annexes)):
        yield f"Nội dung: bảng không kẻ khung ở {count} chỗ đã tách thành từng đoạn; là bảng thì kẻ lại"
    if zones.is_annex:
        yield "Tệp này là phụ lục: thêm nó vào 'files' của văn bản chính với role: phu-luc, rồi bỏ tệp .md này"
    elif head.number.value is None and (brought := next(filter(ATTACHED.match, units[:2]), "")):
        yield (
            f"Đầu văn bản: tệp ghi {quoted(brought, 80)} nên là phần kèm theo của văn bản ấy: thêm nó vào 'files' của "
            "văn bản ấy với role: phu-luc, rồi bỏ tệp .md này; muốn đăng riêng thì điền các mục còn thiếu"
        )
    if zones.annexes and not zones.is_annex:
        first = next((text for text in units_of(zones.annexes) if text), "bảng")
        yield f"Nội dung: phần sau chữ ký ({quoted(first, 60)}) đã để cuối bài; xem lại tên và chỗ bắt đầu"
    if zones.repeated:
        yield f"Nội dung: bỏ phần đầu in lại trên phần kèm theo ({quoted(zones.repeated, 90)})"
    for text in units:
        if RECIPIENTS.match(text):
            yield "Nội dung: phần Nơi nhận còn nằm trong bài, cần tách tay"


def personal_doubts(body: str, head: Mapping[str, object]) -> Iterator[tuple[PersonalData, str]]:
    """What `check` would stop for: the same search over the same text, and over the values of the head."""
    for where, text in (("Nội dung", body), ("Phần đầu", "\n".join(strings_in(head)))):
        found: dict[PersonalData, dict[str, None]] = {}
        for place in sorted(personal_data(text)):
            found.setdefault(place.kind, {})[f"'{place.masked}'"] = None
        for kind, shown in found.items():
            yield (
                kind,
                f"{where}: có {small(kind.label)} ({', '.join(shown)}): thông tin cá nhân không được đăng thì bỏ đi, "
                "được công bố thì khai ở 'allow' kèm lý do",
            )


def _has_merged_cells(blocks: Sequence[Block]) -> bool:
    return any(isinstance(block, Table) and block.is_merged for block in blocks)


def _news(paper: Paper, foot: Foot) -> Iterator[str]:
    yield from (remark.text for remark in paper.remarks if not remark.to_review)
    for each in foot.websites:
        yield f"nơi nhận có “{each}”: đề nghị đăng tải"


def _body(paper: Paper, zones: Zones) -> str:
    parts = (as_markdown(zones.body), as_markdown(paper.footnotes), as_markdown(zones.annexes))
    return "\n\n".join(part for part in parts if part)
