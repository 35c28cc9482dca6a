"""What the form is told: every declared key, in Vietnamese, and nothing that is held back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from tests.portal.drawing import portal_on
from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Layout
from trangtin.content.news import News
from trangtin.content.options.editing_form import EditingForm
from trangtin.content.page import Page
from trangtin.content.reading.messages import build
from trangtin.content.record import record_in
from trangtin.content.unit import Unit
from trangtin.content.values.vocabulary import FormBackend
from trangtin.editing.configuration import EditedPortal, configuration, configuration_text, edited_portal

PORTAL = EditedPortal("Trường Mẫu", Layout(), (("bau-cu-2021", "Thi đua bầu cử"),), "https://truong.example/")
LOCAL = EditingForm(backend=FormBackend.LOCAL)
_TITLE_HINT = "Không ghi lại loại văn bản ở đầu. Ví dụ: Phát động đợt thi đua chào mừng bầu cử"
KINDS: dict[str, type[BaseModel]] = {
    "van-ban": Document,
    "phong-trao": Campaign,
    "tin-tuc": News,
    "don-vi": Unit,
    "trang": Page,
}


def collection(name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in configuration(LOCAL, PORTAL)["collections"] if each["name"] == name)
    return found


def widget(kind: str, *keys: str) -> dict[str, Any]:
    found = collection(kind)
    for key in keys:
        found = next(each for each in found["fields"] if each["name"] == key)
    return found


def undeclared(fields: list[dict[str, Any]], record: type[BaseModel]) -> Iterator[str]:
    declared = record.model_fields
    yield from {each["name"] for each in fields} ^ declared.keys()
    for each in fields:
        field = declared[each["name"]]
        if each["label"] != field.title or each["required"] != field.is_required():
            yield each["name"]
        inner = record_in(field.annotation)
        if inner is not None:
            yield from undeclared(each["fields"], inner)


@pytest.mark.parametrize("kind", KINDS)
def test_the_form_has_every_declared_key_and_no_other(kind: str) -> None:
    fields = [each for each in collection(kind)["fields"] if each["name"] != "body"]
    assert list(undeclared(fields, KINDS[kind])) == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("van-ban", "title"), {"widget": "string", "hint": _TITLE_HINT}),
        (("van-ban", "date"), {"widget": "datetime", "type": "date"}),
        (("van-ban", "files", "path"), {"widget": "file", "choose_url": False}),
        (("van-ban", "files", "signers"), {"widget": "number", "min": 0}),
        (("van-ban", "tasks", "unit"), {"widget": "relation", "collection": "don-vi", "value_field": "{{slug}}"}),
        (("van-ban", "body"), {"modes": ["raw"]}),
        (("phong-trao", "units"), {"widget": "relation", "multiple": True}),
        (("tin-tuc", "campaign"), {"options": [{"label": "Thi đua bầu cử", "value": "bau-cu-2021"}]}),
        (("tin-tuc", "image", "src"), {"widget": "image"}),
        (("tin-tuc", "image", "src"), {"hint": None}),
        (("tin-tuc", "pinned"), {"widget": "boolean", "hint": "Hiện đầu trang chủ đến khi hết ghim."}),
        (("tin-tuc", "body"), {"modes": ["raw", "rich_text"]}),
        (("don-vi", "unit", "kind"), {"widget": "select"}),
    ],
)
def test_each_kind_of_value_has_its_widget(keys: tuple[str, ...], expected: dict[str, Any]) -> None:
    found = widget(*keys)
    assert {key: found.get(key) for key in expected} == expected


def test_its_limits_and_no_stock_pictures() -> None:
    told = json.loads(configuration_text(LOCAL, PORTAL))
    assert told["output"] == {"omit_empty_optional_fields": True}
    assert told["media_libraries"] == {
        "default": {"config": {"max_file_size": 20 * 1024 * 1024, "slugify_filename": True}},
        "stock_assets": False,
    }


@pytest.mark.parametrize(
    ("form", "backend"),
    [
        (
            {"backend": "gitlab", "repo": "tct/trang-tin", "base_url": "https://git.mau.example/", "app_id": "0a1b"},
            {
                "name": "gitlab",
                "repo": "tct/trang-tin",
                "branch": "main",
                "base_url": "https://git.mau.example",
                "api_root": "https://git.mau.example/api/v4",
                "graphql_api_root": "https://git.mau.example/api/graphql",
                "auth_type": "pkce",
                "app_id": "0a1b",
            },
        ),
        (
            {"backend": "github", "repo": "tct/trang-tin", "branch": "soan"},
            {"name": "github", "repo": "tct/trang-tin", "branch": "soan", "auth_methods": ["token"]},
        ),
        (
            {"backend": "gitea", "repo": "tct/trang-tin", "base_url": "https://git.mau.example"},
            {
                "name": "gitea",
                "repo": "tct/trang-tin",
                "branch": "main",
                "base_url": "https://git.mau.example",
                "api_root": "https://git.mau.example/api/v1",
                "auth_methods": ["token"],
            },
        ),
    ],
)
def test_back_ends(form: dict[str, str], backend: dict[str, Any]) -> None:
    read = build(EditingForm, form, "mkdocs.yml", {})
    assert isinstance(read, EditingForm)
    assert configuration(read, PORTAL)["backend"] == backend


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"backend": "gitlab"}, "chưa ghi kho"),
        ({"backend": "gitlab", "repo": "trang-tin"}, "thiếu tên nhóm"),
        ({"backend": "gitea", "repo": "tct/trang-tin"}, "base_url"),
        ({"backend": "github", "repo": "tct/trang-tin", "app_id": "1"}, "GitHub không dùng"),
    ],
)
def test_what_cannot_work_is_told(form: dict[str, str], told: str) -> None:
    problems = build(EditingForm, form, "mkdocs.yml", {})
    assert isinstance(problems, list)
    assert told in problems[0].message


def test_a_campaign_that_was_taken_back_is_marked_and_kept_for_what_names_it(tmp_path: Path) -> None:
    drawing = "== plans/2021/a/index.md\ntitle: A\nwithdrawn: {date: 1/2/2021, reason: Nhầm}\n"
    assert edited_portal(portal_on(tmp_path, "1/3/2021", drawing), "").campaigns == (("a", "A (đã gỡ)"),)
