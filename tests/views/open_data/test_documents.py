"""`van-ban.json`: a record for each public document, and nothing of any other."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.docs.pages import read
from tests.portal.drawing import portal_on
from trangtin.portal.assignments import AssignmentState
from trangtin.portal.model import Portal
from trangtin.views.machine_readable.open_data.assignments import AssignmentRecord, open_assignments
from trangtin.views.machine_readable.open_data.awards import AwardRecord
from trangtin.views.machine_readable.open_data.campaigns import CampaignRecord, open_campaigns
from trangtin.views.machine_readable.open_data.dataset import Head
from trangtin.views.machine_readable.open_data.documents import DocumentRecord, open_documents
from trangtin.views.machine_readable.open_data.news import NewsRecord, open_news
from trangtin.views.parts.assignment_rows import assignment_rows


def records(portal: Portal) -> list[DocumentRecord]:
    return open_documents(portal, lambda target: f"https://mau.example/{target}")["documents"]


def test_a_record_has_the_names_of_decree_30_beside_our_own(sample: Portal) -> None:
    plan = next(record for record in records(sample) if record["number"] == "12/KH-TCT")

    assert (plan["CodeNumber"], plan["CodeNotation"], plan["IssuedDate"]) == ("12", "KH-TCT", "2021-04-20")
    assert (plan["TypeName"], plan["OrganName"]) == ("Kế hoạch", "Trường Chính trị tỉnh Mẫu")
    assert plan["Subject"].startswith("Phát động đợt thi đua cao điểm")
    assert plan["PageAmount"] == next(file["pages"] for file in plan["files"] if file["role"] != "phu-luc")
    assert plan["campaign"] is not None
    assert plan["campaign"]["id"] == "bau-cu-2021"
    assert plan["areas"] == ["Bầu cử", "Thi đua, khen thưởng"]
    assert plan["url"] == "https://mau.example/plans/2021/bau-cu-2021/12-kh-tct.md"
    first = plan["relations"][0]
    assert (first["kind"], first["is_declared_here"], first["text"]) == ("implements", True, "95/KH-UBND")


@pytest.mark.parametrize(
    ("number", "parts"),
    [
        ("05/KH-TCT", ("05", "KH-TCT")),
        ("12a/KH-TCT", ("12a", "KH-TCT")),
        ("224/2026/NĐ-CP", ("224/2026", "NĐ-CP")),
        ("49-KL/TW", ("49", "KL/TW")),
    ],
)
def test_numbers_come_apart_as_printed(tmp_path: Path, number: str, parts: tuple[str, str]) -> None:
    (record,) = records(portal_on(tmp_path, "1/1/2027", f"== plans/2026/a.md\ntype: QĐ\nnumber: {number}\n"))
    assert (record["CodeNumber"], record["CodeNotation"]) == parts


def test_what_is_unknown_is_null_under_the_same_names(tmp_path: Path) -> None:
    (record,) = records(portal_on(tmp_path, "1/1/2022", "== plans/2021/a.md\n"))

    assert set(record) == set(DocumentRecord.__annotations__)
    for name in ("CodeNumber", "IssuedDate", "FullName", "PageAmount", "campaign", "withdrawn", "validity_text"):
        assert record[name] is None, name
    assert record["validity"] == "khong-xet"


HELD = """
== plans/2021/a.md
number: 01/KH-TCT
title: BIMAT
draft: true
== plans/2021/b.md
number: 02/KH-TCT
title: BIMAT
review: [Soát lại]
== plans/2021/c.md
number: 03/KH-TCT
title: BIMAT
published: 1/1/2030
== plans/2021/d.md
number: 04/KH-TCT
title: Còn lại
date: 1/1/2021
replaces: 02/KH-TCT
summary: BIMAT
signer: {position: BIMAT, name: BIMAT}
areas: BIMAT
files: [{path: d.pdf, title: BIMAT}]
place: BIMAT
withdrawn: {date: 2/1/2021, reason: Đăng nhầm}
== plans/2021/d.pdf
%PDF-1.7
"""


def test_drafts_are_not_in_it_and_a_withdrawn_record_tells_no_content(tmp_path: Path) -> None:
    (record,) = records(portal_on(tmp_path, "1/1/2022", HELD))

    assert "BIMAT" not in json.dumps(record, ensure_ascii=False)
    assert (record["number"], record["Subject"]) == ("04/KH-TCT", "Còn lại")
    assert record["withdrawn"] == {"date": "2021-01-02", "reason": "Đăng nhầm"}
    assert (record["validity"], record["files"], record["relations"]) == ("da-go", [], [])


RECORDS = (DocumentRecord, CampaignRecord, NewsRecord, AssignmentRecord, AwardRecord, Head)


def test_the_page_on_the_format_names_every_field() -> None:
    records = re.sub(r"(?ms)^## The list of everything.*?(?=^## )", "", read("docs/open-data.md"))
    told = set(re.findall(r"^\| `(\w+)` \|", records, re.MULTILINE))
    lists = {"documents", "campaigns", "news", "assignments", "awards"}
    assert told == {name for record in RECORDS for name in record.__annotations__} | lists


def test_of_other_records_nothing_is_told_that_is_held_back(tmp_path: Path) -> None:
    drawing = """
    == plans/2021/a/index.md
    title: Đã gỡ
    slogan: BIMAT
    summary: BIMAT
    criteria: BIMAT
    withdrawn: {date: 2/1/2021, reason: Nhầm}
    works: [{unit: khoa-a, title: BIMAT}]
    == plans/2021/b/index.md
    title: BIMAT
    draft: true
    == site_src/tin-tuc/2021/a.md
    title: Đã gỡ
    summary: BIMAT
    author: BIMAT
    tags: BIMAT
    withdrawn: {date: 2/1/2021, reason: Nhầm}
    == site_src/tin-tuc/2021/b.md
    title: BIMAT
    draft: true
    """
    portal = portal_on(tmp_path, "1/1/2022", drawing)
    for data in (open_campaigns(portal, str), open_news(portal, str), open_assignments(portal, str)):
        assert "BIMAT" not in json.dumps(data, ensure_ascii=False)
    assert [record["title"] for record in open_campaigns(portal, str)["campaigns"]] == ["Đã gỡ"]
    assert open_news(portal, str)["news"][0]["withdrawn"] == {"date": "2021-01-02", "reason": "Nhầm"}


def test_a_task_is_told_with_its_unit_state_and_source(sample: Portal) -> None:
    tasks = open_assignments(sample, str)["assignments"]
    first = next(task for task in tasks if task["source"].endswith("12-kh-tct.md"))
    assert first["unit"] is not None
    assert first["state"] in {state.slug for state in AssignmentState if state.is_done}
    assert first["campaign"] is not None and first["campaign"]["id"] == "bau-cu-2021"
    assert {task["kind"] for task in tasks} == {"nhiem-vu", "cong-trinh"}


def test_who_took_a_task_over_is_named_as_on_the_page(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/6/2023",
        """
        == site_src/don-vi/a.md
        unit: {name: Phòng A mới, names: [{name: Phòng A cũ, until: 31/12/2021}]}
        == site_src/don-vi/b.md
        unit: {name: Phòng B, until: 31/12/2022, merged_into: a}
        == plans/2021/1.md
        number: 1/KH-TCT
        date: 1/1/2021
        tasks: [{unit: a, do: Một, due: 1/1/2024}, {unit: b, do: Hai, due: 1/1/2024}]
        """,
    )
    records = open_assignments(portal, str)["assignments"]
    rows = assignment_rows(portal.assignments, portal)
    named = {record["what"]: record["unit"]["title"] if record["unit"] else None for record in records}
    assert named == {"Một": "Phòng A mới", "Hai": "Phòng A mới"}
    assert sorted(row.unit.text for row in rows) == sorted(map(str, named.values()))
