"""One new file in a portal: where it goes and what it says, from the answers of its editor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Layout
from trangtin.content.news import News
from trangtin.content.open_points import GUIDANCE
from trangtin.content.page import PageHead
from trangtin.content.placement import place_for
from trangtin.content.reading.messages import build
from trangtin.content.record import Record
from trangtin.content.text import slug
from trangtin.content.unit import Unit
from trangtin.content.values.dates import day_text
from trangtin.content.values.doctype import DocumentType
from trangtin.content.writing.tidy import key_order
from trangtin.content.writing.written import file_text

P = TypeVar("P", bound=PageHead)

Answers = Mapping[str, object]
"""Values as typed, by key; what nobody answered is left out."""

SAMPLES = frozenset({"phong-trao-mau", "don-vi-mau"})
"""The campaign and the sub-unit that `init` writes to be looked at: nothing new belongs to them."""
_LONGEST = 60
_ABOUT_CAMPAIGN = (
    "Giới thiệu phong trào: mục đích, đối tượng, nội dung thi đua, khen thưởng. Viết xong thì xóa đoạn này và dòng "
    '"draft: true" ở đầu tệp.'
)
_ABOUT_DOCUMENT = (
    "Dán nội dung văn bản vào đây, từ căn cứ hoặc mục I. Không sửa chữ nào của văn bản đã ban hành. "
    "Xong thì xóa đoạn này."
)
_ABOUT_NEWS = (
    "Viết tin: việc gì, ở đâu, khi nào, ai dự, kết quả. "
    'Ở đầu tệp thêm "summary" (một, hai câu), "image" (ảnh, lời mô tả). '
    'Viết xong thì xóa đoạn này và dòng "draft: true".'
)
_LEFT = (
    "Chép tệp PDF đã ký vào cạnh tệp này và khai ở files (path, role)",
    "Điền signer (người ký), recipients (nơi nhận), basis (căn cứ) như trên văn bản",
    "Dán nội dung văn bản, giữ nguyên số, ký hiệu từng mục",
    "Đưa lên trang ngày nào thì ghi published (ngày đăng) ngày ấy",
)
_NO_NUMBER = "Ghi number khi văn bản đã được cấp số"


class Unfit(Exception):
    """Answers that are right one by one and make no file together; says in Vietnamese why, and what to do."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """A file to be written."""

    path: str
    """Its path from the root of the portal."""
    text: str


def new_campaign(layout: Layout, answers: Answers, name: str | None, taken: Mapping[str, str]) -> NewEntry:
    """A campaign as a draft. Its name is unique over all years, so one that is taken gets the year.

    `taken` has, by name, the campaign that bears it, or what else does.
    """
    head = _head(Campaign, {**answers, "draft": True})
    folder = name or _name(head.title)
    if name is None and folder in taken:
        folder = f"{folder}-{head.start.year}"
    path = place_for(Campaign, layout, head.start.year, folder)
    if taken.get(folder, path) != path:
        raise Unfit(f"tên '{folder}' đã dùng cho {taken[folder]} → đặt tên khác bằng --slug")
    return _entry(head, path, _ABOUT_CAMPAIGN)


def new_document(layout: Layout, answers: Answers, name: str | None, folder: str | None, today: date) -> NewEntry:
    """A document held back by the list of what is left to do; in `folder`, else in that of its year."""
    left = _LEFT if "number" in answers else (_NO_NUMBER, *_LEFT)
    head = _head(Document, {**answers, "review": left})
    stem = name or (head.number.slug if head.number else _name(f"{head.type.code or head.type.name} {head.title}"))
    path = f"{folder}/{stem}.md" if folder else place_for(Document, layout, (head.date or today).year, stem)
    return _entry(head, path, _ABOUT_DOCUMENT)


def new_news(layout: Layout, answers: Answers, name: str | None) -> NewEntry:
    """A news item as a draft."""
    head = _head(News, {**answers, "draft": True})
    return _entry(head, place_for(News, layout, head.date.year, name or _name(head.title)), _ABOUT_NEWS)


def new_unit(layout: Layout, facts: Answers, name: str | None) -> NewEntry:
    """A sub-unit; its facts are all it needs, so nothing holds it back."""
    head = _head(Unit, {"unit": facts})
    return _entry(head, place_for(Unit, layout, "", name or _name(head.unit.name)))


def _name(text: str) -> str:
    """A name for a file or folder out of a title."""
    found = slug(text, _LONGEST)
    if not found:
        raise Unfit(f"'{text}' không có chữ nào để đặt tên tệp → đặt tên bằng --slug")
    return found


def _head(kind: type[P], values: Answers) -> P:
    built = build(kind, values, "", {})
    if isinstance(built, list):
        raise Unfit(f"{built[0].message} → {built[0].remedy}")
    return built


def _entry(head: PageHead, path: str, about: str = "") -> NewEntry:
    """The file of a head: the keys that were answered, in the house's order."""
    keys = [key for key in key_order(type(head)) if key in head.model_fields_set]
    values = {key: _typed(getattr(head, key)) for key in keys}
    return NewEntry(path, file_text(values, f"{GUIDANCE} {about}" if about else ""))


def _typed(value: object) -> object:
    """A value as an editor types it."""
    if isinstance(value, Record):
        return {key: _typed(getattr(value, key)) for key in type(value).model_fields if key in value.model_fields_set}
    if isinstance(value, tuple):
        return [_typed(item) for item in value]
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, DocumentType):
        return value.code or value.name
    return value if isinstance(value, bool) else str(value)
