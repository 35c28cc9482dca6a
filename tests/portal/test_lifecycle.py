"""The state of a campaign on each side of every boundary day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, campaign, document, portal_on, told
from trangtin.content.problem import Code
from trangtin.portal.reminders import reminders_of
from trangtin.views.campaign import campaign_view
from trangtin.views.campaign_state import where_it_stands
from trangtin.views.machine_readable.calendar import calendars

CAMPAIGN = """
== plans/2021/bau-cu/index.md
start: 20/4/2021
end: 31/5/2021
report_due: 15/6/2021
"""


@pytest.mark.parametrize(
    ("day", "label"),
    [
        ("1/1/2021", "Sắp diễn ra"),
        ("19/4/2021", "Sắp diễn ra"),
        ("20/4/2021", "Đang diễn ra"),
        ("31/5/2021", "Đang diễn ra"),
        ("1/6/2021", "Chờ tổng kết"),
        ("15/6/2021", "Chờ tổng kết"),
        ("16/6/2021", "Quá hạn tổng kết"),
        ("1/1/2030", "Quá hạn tổng kết"),
    ],
)
def test_without_a_report(tmp_path: Path, day: str, label: str) -> None:
    assert campaign(portal_on(tmp_path, day, CAMPAIGN)).state.label == label


def test_without_a_due_day_no_report_is_late(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2030", CAMPAIGN.replace("report_due: 15/6/2021\n", ""))
    assert campaign(portal).state.label == "Chờ tổng kết"


def test_a_campaign_of_one_day(tmp_path: Path) -> None:
    drawing = CAMPAIGN.replace("20/4/2021", "31/5/2021")
    assert campaign(portal_on(tmp_path, "31/5/2021", drawing)).state.label == "Đang diễn ra"


@pytest.mark.parametrize(
    ("report", "label"),
    [
        ("date: 10/6/2021\ntitle: Tổng kết đợt thi đua", "Đã tổng kết"),
        ("date: 30/5/2021\ntitle: Tổng kết đợt thi đua", "Đã tổng kết"),
        ("date: 10/6/2021\ntitle: Kết quả đợt thi đua", "Đã tổng kết"),
        ("date: 31/5/2021\ntitle: Kết quả đợt thi đua", "Đã tổng kết"),
        ("title: Kết quả đợt thi đua", "Quá hạn tổng kết"),
        ("date: 30/5/2021\ntitle: Tình hình tuần thứ năm", "Quá hạn tổng kết"),
        ("date: 10/6/2021\ntitle: Sơ kết đợt thi đua", "Quá hạn tổng kết"),
        ("date: 10/6/2021\ntitle: SƠ KẾT đợt thi đua để chuẩn bị tổng kết", "Quá hạn tổng kết"),
        ("date: 10/6/2021\ntitle: Tổng kết đợt rà soát hồ sơ kết nạp đảng viên", "Đã tổng kết"),
        ("date: 10/6/2021\ntitle: Kết quả rà soát hồ sơ kết nạp đảng viên", "Đã tổng kết"),
        ("date: 30/5/2021\ntitle: Tình hình nhiệm vụ tông kết nghĩa", "Quá hạn tổng kết"),
        ("date: 10/6/2021\ntitle: Tổng kết của Khoa\nlevel: phong", "Quá hạn tổng kết"),
        ("date: 10/6/2021\ntitle: Tổng kết toàn tỉnh\nlevel: tinh\nissuer: UBND tỉnh Mẫu", "Quá hạn tổng kết"),
        ("date: 10/6/2021\ntitle: Tổng kết\nlevel: tinh\nissuer: Trường Chính trị tỉnh Mẫu", "Đã tổng kết"),
        ("date: 10/6/2021\ntitle: Tổng kết\nissuer: Sở Nội vụ tỉnh Mẫu", "Quá hạn tổng kết"),
        ("date: 10/6/2021\ntitle: Tổng kết\nissuer: TRƯỜNG CHÍNH TRỊ TỈNH MẪU", "Đã tổng kết"),
        ("date: 10/6/2021\ntitle: Tổng kết\ndraft: true", "Quá hạn tổng kết"),
        ("date: 10/6/2021\ntitle: Tổng kết\nreview: [Soát bảng điểm]", "Quá hạn tổng kết"),
        ("date: 10/6/2021\ntitle: Tổng kết\npublished: 1/7/2021", "Quá hạn tổng kết"),
        ("date: 21/6/2021\ntitle: Tổng kết", "Quá hạn tổng kết"),
        ("date: 10/6/2021\ntitle: Tổng kết\nwithdrawn: {date: 12/6/2021, reason: Sai số liệu}", "Quá hạn tổng kết"),
    ],
)
def test_with_a_report_five_days_late(tmp_path: Path, report: str, label: str) -> None:
    drawing = f"{CAMPAIGN}== plans/2021/bau-cu/18-bc.md\nnumber: 18/BC-TCT\ntype: BC\n{report}\n"
    portal = portal_on(tmp_path, "20/6/2021", drawing)

    assert campaign(portal).state.label == label
    assert bool(told(portal, "TT405")) is (label == "Quá hạn tổng kết")


def test_a_plan_for_the_final_review_is_no_report_of_it(tmp_path: Path) -> None:
    drawing = f"{CAMPAIGN}== plans/2021/bau-cu/18-kh.md\ntype: KH\ndate: 10/6/2021\ntitle: Tổ chức hội nghị tổng kết\n"
    assert campaign(portal_on(tmp_path, "20/6/2021", drawing)).state.label == "Quá hạn tổng kết"


def test_a_report_before_the_last_day_ends_nothing_early(tmp_path: Path) -> None:
    drawing = f"{CAMPAIGN}== plans/2021/bau-cu/18-bc.md\ntype: BC\ndate: 25/5/2021\ntitle: Tổng kết\n"
    assert campaign(portal_on(tmp_path, "31/5/2021", drawing)).state.label == "Đang diễn ra"
    assert campaign(portal_on(tmp_path, "1/6/2021")).state.label == "Đã tổng kết"


def test_a_report_from_another_folder_that_names_the_campaign(tmp_path: Path) -> None:
    drawing = f"{CAMPAIGN}== plans/2021/18-bc.md\ntype: BC\ndate: 10/6/2021\ntitle: Tổng kết\ncampaign: bau-cu\n"
    assert campaign(portal_on(tmp_path, "20/6/2021", drawing)).state.label == "Đã tổng kết"


def test_a_report_under_a_former_name_of_the_unit_closes_the_campaign(tmp_path: Path) -> None:
    report = "type: BC\nnumber: 18/BC-TCT\ndate: 10/6/2021\ntitle: Tổng kết\nissuer: TRƯỜNG CHÍNH TRỊ MẪU CŨ\n"
    drawing = f"{CAMPAIGN}== plans/2021/bau-cu/18-bc.md\n{report}"
    unit = SETTINGS.unit.model_copy(update={"former": ("Trường Chính trị Mẫu Cũ",)})
    renamed = portal_on(tmp_path, "20/6/2021", drawing, SETTINGS.model_copy(update={"unit": unit}))
    assert campaign(renamed).state.label == "Đã tổng kết"
    assert document(renamed, "18-bc").issuer == "TRƯỜNG CHÍNH TRỊ MẪU CŨ"
    assert renamed.deliveries == ()
    assert campaign(portal_on(tmp_path, "20/6/2021", drawing)).state.label == "Quá hạn tổng kết"


def test_a_campaign_that_was_taken_back_owes_no_report(tmp_path: Path) -> None:
    drawing = f"{CAMPAIGN}withdrawn: {{date: 1/6/2021, reason: Thôi tổ chức}}\n"
    assert told(portal_on(tmp_path, "16/6/2021", drawing)) == []


LAUNCHED = f"""
{CAMPAIGN}milestones: [{{date: 25/5/2021, title: Sơ kết}}]
== plans/2021/bau-cu/12.md
number: 12/KH-TCT
date: 20/4/2021
tasks: [{{unit: phong-tchc, do: Tuyên truyền, due: 20/5/2021}}]
== plans/2021/bau-cu/03.md
number: 03/KH-TCHC
issuer: Phòng Tổ chức
date: 22/4/2021
implements: 12/KH-TCT
== plans/2021/bau-cu/95.md
number: 95/KH-UBND
issuer: Ủy ban nhân dân tỉnh Mẫu
level: tinh
date: 14/4/2021
== site_src/don-vi/phong-tchc.md
unit: {{name: Phòng Tổ chức}}
"""
RECALL = "== plans/2021/60.md\ntype: QĐ\nnumber: 60/QĐ-TCT\ndate: 10/5/2021\nrecalls: 12/KH-TCT\n"


@pytest.mark.parametrize(
    ("more", "day", "label"),
    [
        ("", "11/5/2021", "Đang diễn ra"),
        (RECALL, "9/5/2021", "Đang diễn ra"),  # the recall is not yet out
        (RECALL, "11/5/2021", "Đã dừng"),
        (RECALL, "20/6/2021", "Đã dừng"),
        (RECALL.replace("recalls", "replaces"), "11/5/2021", "Đang diễn ra"),
        (f"{RECALL}== plans/2021/bau-cu/13.md\nnumber: 13/KH-TCT\ndate: 11/5/2021\n", "12/5/2021", "Đang diễn ra"),
        (
            f"{RECALL}== plans/2021/bau-cu/18.md\ntype: BC\nnumber: 18/BC-TCT\ndate: 1/6/2021\n",
            "20/6/2021",
            "Đã tổng kết",
        ),
    ],
)
def test_with_the_plan_that_launched_it_recalled_it_has_stopped(
    tmp_path: Path, more: str, day: str, label: str
) -> None:
    assert campaign(portal_on(tmp_path, day, LAUNCHED + more)).state.label == label


def test_nothing_is_waited_for_in_a_campaign_that_has_stopped(tmp_path: Path) -> None:
    stopped = portal_on(tmp_path, "20/5/2021", LAUNCHED + RECALL)
    said = "Đã dừng từ ngày 10/05/2021: văn bản phát động của đơn vị đã bị thu hồi."
    assert where_it_stands(campaign(stopped), stopped.today) == said
    assert campaign(stopped).next_event(stopped.today) is None
    assert "Hạn báo cáo tổng kết" not in {fact.label for fact in campaign_view(campaign(stopped), stopped).facts}
    assert reminders_of(stopped, 30) == ()
    assert not any("Hạn báo cáo" in event.title for each in calendars(stopped) for event in each.events)
    assert told(portal_on(tmp_path, "16/6/2021"), "TT405") == []


@pytest.mark.parametrize("day", ["20/5/2021", "20/6/2021"])
def test_the_timeline_of_a_campaign_that_has_stopped_ends_there(tmp_path: Path, day: str) -> None:
    drawing = LAUNCHED.replace("title: Sơ kết}", "title: Sơ kết}, {date: 1/5/2021, title: Ký giao ước}")
    told_of = [event.title for event in campaign(portal_on(tmp_path, day, drawing + RECALL)).timeline]
    assert {"Bắt đầu phong trào", "Ký giao ước"} <= set(told_of)
    assert not {"Kết thúc phong trào", "Hạn báo cáo tổng kết", "Sơ kết"} & set(told_of)


def test_of_several_recalls_the_last_one_stops_the_campaign(tmp_path: Path) -> None:
    more = "== plans/2021/bau-cu/13.md\nnumber: 13/KH-TCT\ndate: 11/5/2021\n"
    again = RECALL.replace("60", "61").replace("10/5", "15/5").replace("12/KH", "13/KH")
    assert campaign(portal_on(tmp_path, "20/5/2021", LAUNCHED + RECALL + more + again)).stopped_on == date(2021, 5, 15)


def test_an_overdue_report_is_a_notice_for_the_editor(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "16/6/2021", CAMPAIGN)

    (problem,) = portal.problems
    assert not problem.stops_build
    assert str(problem) == (
        "plans/2021/bau-cu/index.md:4: TT405 đã quá hạn báo cáo tổng kết (15/06/2021) mà chưa có báo cáo"
        " → đăng báo cáo tổng kết của đơn vị (type: BC, không ghi issuer, level) trong thư mục của phong trào"
        " (ví dụ: type: BC)"
    )


@pytest.mark.parametrize(
    ("first", "second", "closing"),
    [
        ("Tổng kết đợt thi đua\ndate: 10/6/2021", "Quyết toán kinh phí", "18"),
        ("Thống kê kết quả\ndate: 10/6/2021", "Tổng kết đợt thi đua", "25"),
        ("Tổng kết đợt thi đua\ndate: 10/6/2021", "Tổng kết và trao thưởng", "18"),
        ("Tổng kết đợt thi đua", "Tổng kết và trao thưởng", "25"),
        ("Kết quả đợt thi đua\ndate: 10/6/2021", "Quyết toán kinh phí", "18"),
    ],
)
def test_of_several_reports_one_closes_the_campaign(tmp_path: Path, first: str, second: str, closing: str) -> None:
    report = "== plans/2021/bau-cu/{0}.md\ntype: BC\nnumber: {0}/BC-TCT\ntitle: {1}\n"
    drawing = CAMPAIGN + report.format(18, first) + report.format(25, f"{second}\ndate: 1/8/2021")
    found = campaign(portal_on(tmp_path, "20/12/2021", drawing)).final_report
    assert found is not None
    assert found.entry.stem == closing


REPORT = "== plans/2021/bau-cu/18.md\ntype: BC\nnumber: 18/BC-TCT\ntitle: Tổng kết\ndate: 10/6/2021\n"


@pytest.mark.parametrize(
    ("later", "label", "closing"),
    [
        ("type: QĐ\nrecalls: 18/BC-TCT", "Quá hạn tổng kết", None),
        ("type: BC\nnumber: 25/BC-TCT\ntitle: Tổng kết, thay thế\nreplaces: 18/BC-TCT", "Đã tổng kết", "25"),
        ("type: QĐ\nrecalls: 18/BC-TCT\ndraft: true", "Đã tổng kết", "18"),
    ],
)
def test_a_report_that_was_taken_back_closes_nothing(
    tmp_path: Path, later: str, label: str, closing: str | None
) -> None:
    drawing = f"{CAMPAIGN}{REPORT}== plans/2021/bau-cu/25.md\ndate: 20/6/2021\n{later}\n"
    portal = portal_on(tmp_path, "1/7/2021", drawing)
    found = campaign(portal)
    assert found.state.label == label
    assert (found.final_report.entry.stem if found.final_report else None) == closing
    assert bool(told(portal, "TT405")) is (closing is None)


YEAR = CAMPAIGN.replace("end: 31/5/2021", "end: 31/12/2021")


def test_a_report_may_be_due_before_the_last_day(tmp_path: Path) -> None:
    late = portal_on(tmp_path / "a", "1/7/2021", YEAR)
    assert campaign(late).state.label == "Đang diễn ra"
    assert told(late, "TT405")
    assert [(each.kind.label, each.days_left) for each in reminders_of(late, 7)] == [("Báo cáo tổng kết", -16)]
    done = portal_on(tmp_path / "b", "1/7/2021", YEAR + REPORT)
    assert not told(done, "TT405")
    assert reminders_of(done, 7) == ()


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ("level: xa", "không ghi 'issuer' nên trang ghi cơ quan ban hành là chính đơn vị, mà 'level' ghi 'Cấp xã'"),
        ("level: tinh\nissuer: Trường Chính trị tỉnh Mẫu", "'issuer' là chính đơn vị, mà 'level' ghi 'Cấp tỉnh'"),
    ],
)
def test_the_units_own_paper_with_a_level_above_is_its_own_and_told(tmp_path: Path, keys: str, message: str) -> None:
    portal = portal_on(tmp_path, "1/7/2021", f"{CAMPAIGN}{REPORT}{keys}\n")
    assert campaign(portal).state.label == "Đã tổng kết"
    assert portal.documents[0].level.value == "don-vi"
    (problem,) = [each for each in portal.problems if each.code is Code.CONTRADICTION]
    assert message in str(problem)
    assert not problem.stops_build


@pytest.mark.parametrize("keys", ["", "level: don-vi", "level: phong", "level: tinh\nissuer: UBND tỉnh Mẫu"])
def test_a_level_that_goes_with_its_issuer_is_not_told(tmp_path: Path, keys: str) -> None:
    assert not told(portal_on(tmp_path, "1/7/2021", f"{CAMPAIGN}{REPORT}{keys}\n"), "TT214")


@pytest.mark.parametrize(
    ("title", "day", "is_told"),
    [
        ("Kết quả thu gom rác thải nhựa", "20/6/2021", True),
        ("Kết quả thu gom rác thải nhựa", "20/6/2022", False),  # nobody has to look at it any more
        ("Kết quả đợt ra quân", "20/6/2021", False),
        ("Kết quả thực hiện Kế hoạch số 12/KH-TCT", "20/6/2021", False),
        ("Kết quả xây dựng NÔNG THÔN MỚI", "20/6/2021", False),  # what the campaign is called
        ("Tổng kết", "20/6/2021", False),
        ("Sơ kết", "20/6/2021", False),  # closes nothing
    ],
)
def test_a_report_that_may_be_of_less_than_the_campaign_is_told(
    tmp_path: Path, title: str, day: str, is_told: bool
) -> None:
    report = f"== plans/2021/bau-cu/18.md\ntype: BC\ndate: 10/6/2021\ntitle: {title}\n"
    drawing = CAMPAIGN.replace("start:", "title: Nông thôn mới\nstart:")
    found = told(portal_on(tmp_path, day, f"{drawing}{report}"), "TT423")
    assert len(found) == is_told
    assert all(line.startswith("plans/2021/bau-cu/18.md:4: TT423 ") for line in found)
    final = "== plans/2021/bau-cu/19.md\ntype: BC\ndate: 12/6/2021\ntitle: Tổng kết\n"
    assert told(portal_on(tmp_path, day, final), "TT423") == []
