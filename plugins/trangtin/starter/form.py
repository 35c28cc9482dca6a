"""A blank of each kind of file: every key with its label and an example, made of the declarations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.news import News
from trangtin.content.page import Page, PageHead
from trangtin.content.record import is_list, record_in
from trangtin.content.unit import Unit
from trangtin.content.writing.tidy import key_order
from trangtin.content.writing.written import scalar

BLANKS: Mapping[str, tuple[type[PageHead], str]] = {
    "van-ban": (Document, "văn bản: chép vào plans/<năm>/ hoặc thư mục của phong trào"),
    "phong-trao": (Campaign, "phong trào thi đua: chép thành plans/<năm>/<tên-phong-trào>/index.md"),
    "tin-tuc": (News, "tin tức: chép vào site_src/tin-tuc/<năm>/"),
    "don-vi": (Unit, "đơn vị trực thuộc: chép vào site_src/don-vi/, tên tệp là mã của đơn vị"),
    "trang": (Page, "trang khác: chép vào site_src/"),
}
"""The kind of each blank, and where a copy of it goes."""

_BARE = re.compile(r"-?\d+|true|false")


def blanks() -> dict[str, str]:
    """The text of every blank by the name of its kind."""
    return {name: blank(kind, where) for name, (kind, where) in BLANKS.items()}


def blank(kind: type[PageHead], where: str) -> str:
    """A file whose required keys are filled with examples; the others wait behind a `#`."""
    told = [f"# Mẫu {where}.", "# Sửa các dòng không có dấu # ở đầu; cần khóa nào nữa thì bỏ dấu # của khóa ấy."]
    keys = key_order(kind) or tuple(kind.model_fields)
    lines = [line for key in keys for line in _entry(key, kind.model_fields[key])]
    return "\n".join(["---", *told, *lines, "---", "", "Nội dung bài viết ở đây.", ""])


def _entry(key: str, field: FieldInfo) -> Iterator[str]:
    inner = record_in(field.annotation)
    if field.is_required() and inner is not None and not is_list(field.annotation):
        yield f"{key}:  # {field.title}"
        for name, part in inner.model_fields.items():
            for line in _lines(name, part):
                yield f"{'' if part.is_required() else '# '}  {line}"
        return
    for line in _lines(key, field):
        yield f"{'' if field.is_required() else '# '}{line}"


def _lines(key: str, field: FieldInfo) -> Iterator[str]:
    label = f"  # {field.title}"
    inner = record_in(field.annotation)
    listed = is_list(field.annotation)
    if inner is None:
        value = _typed(field.examples[0]) if field.examples else "…"
        yield f"{key}:{label}" if listed else f"{key}: {value}{label}"
        if listed:
            yield f"  - {value}"
        return
    yield f"{key}:{label}"
    parts = list(_record(inner))
    for row, line in enumerate(parts):
        yield f"  {'- ' if listed and not row else '  ' if listed else ''}{line}"


def _typed(example: str) -> str:
    """The example as an editor types it: our reader takes numbers, yes and no as text, so they need no quotes."""
    return example if _BARE.fullmatch(example) else scalar(example)


def _record(record: type[BaseModel]) -> Iterator[str]:
    for key, field in record.model_fields.items():
        yield from _lines(key, field)
