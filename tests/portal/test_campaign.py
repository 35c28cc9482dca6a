"""What belongs to a campaign, in which order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import campaign, portal_on, told

BAU_CU = """
== plans/2021/bau-cu/index.md
title: Thi đua chào mừng bầu cử
start: 20/4/2021
end: 31/5/2021
report_due: 15/6/2021
anchor: {name: Ngày bầu cử, date: 23/5/2021}
milestones:
  - {title: Kết thúc, date: 31/5/2021}
  - {title: Niêm yết, offset: -10}
  - {title: Sau bầu cử, offset: +1}
  - {title: Trước cả ngày bắt đầu, offset: -80}
works:
  - {unit: khoa, title: Tủ sách, due: 20/5/2021}
  - {unit: khoa, title: Việc bỏ, due: 21/5/2021, status: huy}
== plans/2021/bau-cu/12.md
number: 12/KH-TCT
date: 20/4/2021
title: Phát động
tasks:
  - {unit: khoa, do: Kế hoạch của khoa, due: 25/4/2021, status: xong}
milestones:
  - {title: Giao ước, date: 29/4/2021}
  - {title: Ngày bầu cử đến gần, offset: -3}
== plans/2021/bau-cu/95.md
number: 95/KH-UBND
date: 14/4/2021
level: tinh
issuer: UBND tỉnh
title: Bầu cử
== plans/2021/bau-cu/45.md
number: 45-CT/TW
type: CT
date: 20/6/2020
level: trung-uong
issuer: Bộ Chính trị
title: Lãnh đạo bầu cử
== plans/2021/bau-cu/03.md
number: 03/KH-LLCS
date: 26/4/2021
level: phong
issuer: Khoa
title: Kế hoạch của Khoa
== plans/2021/bau-cu/18.md
number: 18/BC-TCT
type: BC
date: 10/6/2021
title: Tổng kết
== plans/2021/bau-cu/27.md
number: 27/QĐ-TCT
type: QĐ
date: 18/6/2021
title: Khen thưởng
awards:
  - {form: Giấy khen, to: Khoa, kind: tap-the}
== site_src/don-vi/khoa.md
== site_src/tin-tuc/2021/a.md
title: Lễ phát động
date: 20/4/2021
campaign: bau-cu
unit: khoa
"""


def test_the_timeline_in_order(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2022", BAU_CU)

    assert told(portal) == []
    assert [f"{event.day:%d/%m/%Y} {event.kind.label}: {event.title}" for event in campaign(portal).timeline] == [
        "20/06/2020 Văn bản: Chỉ thị 45-CT/TW: Lãnh đạo bầu cử",
        "04/03/2021 Mốc: Trước cả ngày bắt đầu",
        "14/04/2021 Văn bản: Kế hoạch 95/KH-UBND: Bầu cử",
        "20/04/2021 Bắt đầu: Bắt đầu phong trào",
        "20/04/2021 Văn bản: Kế hoạch 12/KH-TCT: Phát động",
        "20/04/2021 Tin: Lễ phát động",
        "25/04/2021 Hạn nhiệm vụ: Kế hoạch của khoa",
        "26/04/2021 Văn bản: Kế hoạch 03/KH-LLCS: Kế hoạch của Khoa",
        "29/04/2021 Mốc: Giao ước",
        "13/05/2021 Mốc: Niêm yết",
        "20/05/2021 Mốc: Ngày bầu cử đến gần",
        "20/05/2021 Hạn công trình, phần việc: Tủ sách",
        "23/05/2021 Ngày mốc: Ngày bầu cử",
        "24/05/2021 Mốc: Sau bầu cử",
        "31/05/2021 Mốc: Kết thúc",
        "31/05/2021 Kết thúc: Kết thúc phong trào",
        "10/06/2021 Báo cáo: Báo cáo 18/BC-TCT: Tổng kết",
        "15/06/2021 Hạn báo cáo: Hạn báo cáo tổng kết",
        "18/06/2021 Khen thưởng: Quyết định 27/QĐ-TCT: Khen thưởng",
    ]  # fmt: skip


DAY = """
== plans/2027/hoc-ky/index.md
start: 7/9/2026
end: 31/5/2027
anchor: {name: Kỷ niệm 70 năm, date: 15/5/2027}
milestones:
  - {date: 7/9/2026, until: 22/1/2027, title: Chặng 1}
  - {date: 22/1/2027, until: 31/5/2027, title: Chặng 2}
  - {date: 1/3/2027, until: 1/3/2027, title: Chặng một ngày}
"""
PLAN = """
== plans/2027/hoc-ky/1.md
number: 1/KH-TCT
date: 7/9/2026
title: Phát động
milestones:
  - {date: 15/5/2027, title: KỶ NIỆM 70 năm}
"""


def test_one_day_tells_nothing_twice_and_ends_before_it_begins(tmp_path: Path) -> None:
    events = campaign(portal_on(tmp_path, "1/1/2027", DAY + PLAN)).timeline

    assert [f"{event.day:%d/%m} {event.kind.label}: {event.title}" for event in events if event.day.year == 2027] == [
        "22/01 Hết giai đoạn: Chặng 1",
        "22/01 Giai đoạn: Chặng 2",
        "01/03 Mốc: Chặng một ngày",
        "15/05 Ngày mốc: Kỷ niệm 70 năm",
        "31/05 Kết thúc: Kết thúc phong trào; hết giai đoạn: Chặng 2",
    ]
    (anchor,) = (event for event in events if event.day.month == 5 and event.day.day == 15)
    assert anchor.target == "plans/2027/hoc-ky/1.md"  # the plan that names the step


def test_the_chain_goes_from_the_top_down_without_reports_and_awards(tmp_path: Path) -> None:
    chain = campaign(portal_on(tmp_path, "1/1/2022", BAU_CU)).chain()

    assert [(level.label, [str(item.head.number) for item in items]) for level, items in chain] == [
        ("Trung ương", ["45-CT/TW"]),
        ("Cấp tỉnh", ["95/KH-UBND"]),
        ("Đơn vị", ["12/KH-TCT"]),
        ("Phòng, khoa, bộ phận", ["03/KH-LLCS"]),
    ]


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("1/3/2021", "Trước cả ngày bắt đầu"),
        ("20/4/2021", "Bắt đầu phong trào"),
        ("21/4/2021", "Kế hoạch của khoa"),
        ("1/6/2021", "Hạn báo cáo tổng kết"),
        ("16/6/2021", None),
    ],
)
def test_the_next_event(tmp_path: Path, day: str, title: str | None) -> None:
    portal = portal_on(tmp_path, day, BAU_CU)
    event = campaign(portal).next_event(portal.today)
    assert (event.title if event else None) == title


@pytest.mark.parametrize(
    ("key", "coming"), [("recalls", None), ("replaces", "Kết thúc phong trào"), ("amends", "Họp cử tri")]
)
def test_steps_of_a_plan_that_was_taken_back_do_not_come(tmp_path: Path, key: str, coming: str | None) -> None:
    portal = portal_on(
        tmp_path,
        "20/5/2021",
        f"""
        == plans/2021/bau-cu/index.md
        start: 20/4/2021
        end: 31/5/2021
        == plans/2021/bau-cu/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        milestones:
          - {{title: Họp cử tri, date: 22/5/2021}}
          - {{title: Đợt cao điểm, date: 23/5/2021, until: 25/5/2021}}
        == plans/2021/bau-cu/13.md
        number: 13/QĐ-TCT
        type: QĐ
        date: 1/5/2021
        {key}: 12/KH-TCT
        """,
    )
    event = campaign(portal).next_event(portal.today)
    assert (event.title if event else None) == coming
    told_of = {event.target for event in campaign(portal).timeline}
    assert "plans/2021/bau-cu/12.md" in told_of  # that it was issued stays


def test_the_news_of_today_are_not_what_comes_next(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "5/5/2021",
        """
        == plans/2021/bau-cu/index.md
        start: 20/4/2021
        end: 31/5/2021
        == site_src/tin-tuc/2021/a.md
        date: 5/5/2021
        campaign: bau-cu
        """,
    )
    event = campaign(portal).next_event(portal.today)
    assert event is not None
    assert event.title == "Kết thúc phong trào"


def test_evidence_leads_to_public_pages_and_to_the_web(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "30/4/2021",
        """
        == plans/2021/bau-cu/index.md
        works:
          - unit: khoa
            title: Tủ sách
            evidence: [site_src/tin-tuc/2021/a.md, ../../../site_src/tin-tuc/2021/a.md, https://bao.example/a]
        == site_src/tin-tuc/2021/a.md
        == site_src/don-vi/khoa.md
        """,
    )
    (work,) = campaign(portal).assignments
    assert work.evidence == ("site_src/tin-tuc/2021/a.md", "https://bao.example/a")


def test_campaigns_may_overlap_and_share_end_days(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "30/5/2020",
        """
        == plans/2020/dot-1/index.md
        start: 1/1/2020
        end: 30/5/2020
        == plans/2020/dot-2/index.md
        start: 1/5/2020
        end: 30/10/2020
        == plans/2020/dot-3/index.md
        start: 30/10/2020
        end: 31/12/2020
        """,
    )
    assert [(item.slug, item.state.label) for item in portal.campaigns] == [
        ("dot-3", "Sắp diễn ra"),
        ("dot-2", "Đang diễn ra"),
        ("dot-1", "Đang diễn ra"),
    ]


def test_a_document_belongs_to_the_nearest_folder_unless_it_names_another_campaign(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2022",
        """
        == plans/2021/bau-cu/index.md
        == plans/2021/khac/index.md
        == plans/2021/bau-cu/phu-luc/1.md
        == plans/2021/bau-cu/2.md
        campaign: khac
        == plans/2021/3.md
        """,
    )
    assert {item.entry.stem: item.campaign for item in portal.documents} == {"1": "bau-cu", "2": "khac", "3": None}


def test_a_unit_sees_its_own(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2022", BAU_CU + "== site_src/don-vi/doan.md\nunit: {name: Đoàn}\n")

    assert [unit.name for unit in portal.units] == ["Đoàn", "Khoa"]
    khoa = portal.unit_named["khoa"]
    assert [item.what for item in khoa.assignments] == ["Kế hoạch của khoa", "Tủ sách", "Việc bỏ"]
    assert [item.entry.stem for item in khoa.documents] == ["03"]
    assert [item.stem for item in khoa.news] == ["a"]
    assert portal.unit_named["doan"].assignments == ()


def test_awards_and_the_final_report(tmp_path: Path) -> None:
    found = campaign(portal_on(tmp_path, "1/1/2022", BAU_CU))

    assert [(item.award.to, item.document, item.day) for item in found.awards] == [
        ("Khoa", "plans/2021/bau-cu/27.md", date(2021, 6, 18))
    ]
    assert found.final_report is not None
    assert str(found.final_report.head.number) == "18/BC-TCT"


TWICE = """
== plans/2026/so/index.md
title: Chuyển đổi số
start: 1/11/2026
end: 31/12/2026
anchor: {name: Ngày hội, date: 24/11/2026}
milestones:
  - {title: Phát động, date: 2/11/2026}
  - {title: Họp sơ kết, date: 23/11/2026}
  - {title: Tập huấn, date: 20/11/2026, until: 30/11/2026}
== plans/2026/so/1.md
number: 1/KH-TCT
date: 1/11/2026
milestones:
  - {title: Nộp bài, date: 25/11/2026}
  - {title: họp sơ kết, offset: -1}
  - {title: Ngày hội, date: 24/11/2026}
  - {title: Tập huấn, date: 20/11/2026, until: 30/11/2026}
  - {title: Họp sơ kết, date: 26/11/2026}
"""


def test_a_step_that_plan_and_campaign_state_alike_is_one_and_leads_to_the_plan(tmp_path: Path) -> None:
    steps = {"Mốc", "Giai đoạn", "Hết giai đoạn", "Ngày mốc"}
    events = campaign(portal_on(tmp_path, "21/11/2026", TWICE)).timeline
    paper = "plans/2026/so/1.md"
    assert [(f"{event.day:%d/%m}", event.title, event.target) for event in events if event.kind.label in steps] == [
        ("02/11", "Phát động", None),
        ("20/11", "Tập huấn", paper),
        ("23/11", "Họp sơ kết", paper),
        ("24/11", "Ngày hội", paper),
        ("25/11", "Nộp bài", paper),
        ("26/11", "Họp sơ kết", paper),
        ("30/11", "Tập huấn", paper),
    ]


def test_a_paper_about_an_outcome_directs_nothing_but_one_about_a_plan_does(tmp_path: Path) -> None:
    drawing = """
    == plans/2021/a/index.md
    == plans/2021/a/1.md
    number: 1/KH-TCT
    date: 1/2/2021
    == plans/2021/a/2.md
    number: 2/QĐ-TCT
    type: QĐ
    date: 2/2/2021
    awards: [{form: Giấy khen, to: Khoa, kind: tap-the}]
    == plans/2021/a/3.md
    number: 3/QĐ-TCT
    type: QĐ
    date: 3/2/2021
    corrects: [2/QĐ-TCT]
    == plans/2021/a/4.md
    number: 4/QĐ-TCT
    type: QĐ
    date: 4/2/2021
    recalls: [3/QĐ-TCT]
    == plans/2021/a/5.md
    number: 5/KH-TCT
    date: 5/2/2021
    amends: [1/KH-TCT]
    == plans/2021/a/6.md
    number: 6/QĐ-TCT
    type: QĐ
    date: 6/2/2021
    corrects: [1/KH-TCT, 2/QĐ-TCT]
    == plans/2021/a/7.md
    number: 7/QĐ-TCT
    type: QĐ
    date: 7/2/2021
    amends: [99/QĐ-UBND]
    """
    ((_, directing),) = campaign(portal_on(tmp_path, "1/6/2021", drawing)).chain()
    assert [str(document.head.number) for document in directing] == ["1/KH-TCT", "5/KH-TCT", "6/QĐ-TCT", "7/QĐ-TCT"]
