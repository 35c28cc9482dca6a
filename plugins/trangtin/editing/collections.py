"""Which files the form offers, and where a new one goes: the places by which `content/placement.py` tells kinds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Layout
from trangtin.content.news import News
from trangtin.content.page import Page, PageHead
from trangtin.content.placement import NEWS_FOLDER, UNITS_FOLDER
from trangtin.content.record import own_first
from trangtin.content.unit import Unit
from trangtin.content.values.field import IDENTIFIER
from trangtin.content.writing.tidy import key_order
from trangtin.editing.widgets import UNITS, Campaigns, Widget, widgets

_NAME = [f"^{IDENTIFIER.pattern}$", "chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ khoa-llcs"]


def collections(layout: Layout, campaigns: Campaigns) -> Iterator[dict[str, Any]]:
    """Every collection, in the order of the form's menu; `campaigns` are those that there are, slug and title."""
    yield {
        **_collection("van-ban", "Văn bản", "văn bản", Document, "{{number}}", campaigns),
        "folder": layout.plans,
        "filter": {"field": "type", "pattern": r"\S"},  # campaigns lie in the same folders
        "nested": {"depth": 3, "subfolders": False, "summary": "{{number}} {{title}}"},
        "meta": {"path": {"widget": "string", "label": "Thư mục"}},
        "summary": "{{number}} {{title}}",
        "icon": "description",
    }
    yield {
        **_collection("phong-trao", "Phong trào", "phong trào", Campaign, "{{title}}", campaigns),
        "folder": layout.plans,
        "path": "{{start | date('YYYY')}}/{{slug}}/index",
        "icon": "flag",
    }
    yield {
        **_collection("tin-tuc", "Tin tức", "tin", News, "{{title}}", campaigns),
        "folder": f"{layout.docs}/{NEWS_FOLDER}",
        "filter": {"field": "date", "pattern": r"\S"},  # translations lie beside their originals
        "path": "{{date | date('YYYY')}}/{{slug}}",
        "icon": "newspaper",
    }
    yield {
        **_collection(UNITS, "Đơn vị", "đơn vị", Unit, "{{unit.name}}", campaigns),
        "folder": f"{layout.docs}/{UNITS_FOLDER}",
        "identifier_field": "unit.name",
        "filter": {"field": "unit.name", "pattern": r"\S"},
        "icon": "groups",
    }
    yield {
        **_collection("trang", "Trang khác", "trang", Page, "{{title}}", campaigns),
        "folder": layout.docs,
        "icon": "web",
    }


def _collection(
    name: str, label: str, singular: str, kind: type[PageHead], slug: str, campaigns: Campaigns
) -> dict[str, Any]:
    return {
        "name": name,
        "label": label,
        "label_singular": singular,
        "format": f"trangtin-{name}",  # our own way to read and write: files/file-format.js
        "slug": {"template": slug, "editable": ["create"], "pattern": _NAME},
        "media_folder": "",
        "public_folder": "",
        "fields": [*widgets(kind, key_order(kind) or own_first(kind), campaigns), _body(kind)],
        "editor": {"preview": False},
    }


def _body(kind: type[PageHead]) -> Widget:
    """Raw text first: the other mode writes a text anew, so an issued paper has the first one alone."""
    modes = ["raw"] if kind is Document else ["raw", "rich_text"]
    return {"name": "body", "label": "Nội dung", "widget": "richtext", "required": False, "modes": modes}
