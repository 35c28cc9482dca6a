"""docs/decisions/0008: drafts and anything with `review` left leak nowhere, nor what is not yet to be published."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from tests.portal.drawing import campaign, document, portal_on, told
from trangtin.portal.model import Portal

HELD = ["draft: true", "review: [Soát lại bảng]", "published: 2/1/2022"]
AROUND = """
== plans/2021/bau-cu/index.md
units: [khoa]
featured: [plans/2021/bau-cu/50.md]
works:
  - unit: khoa
    title: Tủ sách
    evidence: plans/2021/bau-cu/50.md
== plans/2021/bau-cu/12.md
number: 12/KH-TCT
date: 20/4/2021
basis: [{number: 50/KH-TCT, date: 1/4/2021}]
implements: [50/KH-TCT]
tasks:
  - unit: khoa
    do: Báo cáo
    evidence: [50.md, plans/2021/bau-cu/50.md]
== plans/2021/bau-cu/50.md
number: 50/KH-TCT
date: 1/4/2021
title: BIMAT
replaces: [12/KH-TCT]
basis: [{number: 12/KH-TCT}]
tasks:
  - {unit: khoa, do: BIMAT, due: 5/5/2021}
milestones:
  - {date: 6/5/2021, title: BIMAT}
awards:
  - {form: BIMAT, to: BIMAT, kind: tap-the}
summary: BIMAT
KEY
---
BIMAT
== site_src/don-vi/khoa.md
unit: {name: Khoa}
== site_src/tin-tuc/2021/tin.md
campaign: bau-cu
---
[xem](../../../plans/2021/bau-cu/50.md)
"""


def walk(value: Any) -> Iterator[str]:
    """Every text in the linked portal, whatever holds it."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from walk(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from (*walk(key), *walk(item))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from walk(item)


def published(portal: Portal) -> list[str]:
    """All that the views can draw from: everything but the problems."""
    fields = (field.name for field in dataclasses.fields(portal) if field.name != "problems")
    return [text for name in fields for text in walk(getattr(portal, name))]


def test_the_walk_sees_what_is_public(tmp_path: Path) -> None:
    assert published(portal_on(tmp_path, "1/1/2022", AROUND.replace("KEY\n", ""))).count("BIMAT") > 5


@pytest.mark.parametrize("key", HELD)
def test_nothing_of_a_held_document_is_left(tmp_path: Path, key: str) -> None:
    portal = portal_on(tmp_path, "1/1/2022", AROUND.replace("KEY", key))

    assert [text for text in published(portal) if "BIMAT" in text] == []
    assert "plans/2021/bau-cu/50.md" not in portal.titles
    known = document(portal, "12")
    assert (known.bearings, known.cited_by, [basis.target for basis in known.bases]) == ((), (), [None])
    assert [task.evidence for task in known.tasks] == [()]
    assert [item.evidence for item in campaign(portal).assignments] == [(), ()]
    assert campaign(portal).awards == ()
    assert {event.day.isoformat() for event in campaign(portal).timeline} == {
        "2021-01-01", "2021-01-02", "2021-04-20", "2021-12-31",
    }  # fmt: skip
    assert known.validity.value == ""


@pytest.mark.parametrize("key", HELD)
def test_the_editor_is_told_what_is_hidden(tmp_path: Path, key: str) -> None:
    portal = portal_on(tmp_path, "1/1/2022", AROUND.replace("KEY", key))

    assert told(portal, "TT314") == [
        "plans/2021/bau-cu/12.md:5: TT314 '50/KH-TCT' là văn bản chưa đăng"
        " → quan hệ này được giấu đến khi văn bản kia được đăng",
        "site_src/tin-tuc/2021/tin.md:6: TT314 liên kết '../../../plans/2021/bau-cu/50.md' trỏ tới nội dung chưa đăng"
        " → liên kết được hiện như chữ thường đến khi nội dung kia được đăng",
    ]


def test_on_its_day_it_appears(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "2/1/2022", AROUND.replace("KEY", "published: 2/1/2022"))
    assert document(portal, "50").head.title == "BIMAT"


def test_news_wait_for_their_day(tmp_path: Path) -> None:
    drawing = "== site_src/tin-tuc/2021/tin.md\ndate: 5/5/2021\n"
    assert portal_on(tmp_path, "4/5/2021", drawing).news == ()
    assert len(portal_on(tmp_path, "5/5/2021").news) == 1


@pytest.mark.parametrize(
    "path",
    [
        "site_src/tin-tuc/2021/a.md",
        "site_src/don-vi/a.md",
        "site_src/a.md",
        "plans/2021/a/index.md",
        "plans/2021/a.md",
    ],
)
def test_a_draft_of_any_kind_is_not_there(tmp_path: Path, path: str) -> None:
    portal = portal_on(tmp_path, "1/1/2022", f"== {path}\ndraft: true\n")
    assert told(portal) == []
    assert (*portal.documents, *portal.campaigns, *portal.news, *portal.units, *portal.pages) == ()
    assert not portal.titles


def test_a_draft_campaign_holds_back_its_folder_only(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2022",
        """
        == plans/2021/bau-cu/index.md
        draft: true
        == plans/2021/bau-cu/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        == plans/2021/bau-cu/dot-1/13.md
        number: 13/KH-TCT
        date: 20/4/2021
        == plans/2021/bau-cu-2/index.md
        == plans/2021/bau-cu-2/14.md
        number: 14/KH-TCT
        date: 20/4/2021
        == plans/2021/15.md
        number: 15/KH-TCT
        date: 20/4/2021
        campaign: bau-cu
        == site_src/tin-tuc/2021/tin.md
        campaign: bau-cu
        """,
    )
    assert [str(item.head.number) for item in portal.documents] == ["15/KH-TCT", "14/KH-TCT"]
    assert document(portal, "15").campaign is None
    assert [item.slug for item in portal.campaigns] == ["bau-cu-2"]
    assert len(portal.news) == 1


def test_a_document_of_no_year_is_told_and_linked_by_nobody(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2022",
        """
        == plans/moi.md
        number: 13/KH-TCT
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        implements: 13/KH-TCT
        """,
    )
    assert [item.path for item in portal.documents] == ["plans/2021/12.md"]
    assert document(portal, "12").bearings == ()
    assert told(portal, "TT407") == [
        "plans/moi.md:2: TT407 không biết văn bản thuộc năm nào"
        " → thêm ngày ban hành, hoặc đặt tệp trong plans/<năm>/ (ví dụ: date: 20/4/2021)"
    ]
