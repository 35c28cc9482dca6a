"""Reminders of duties, and the working days they count in."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.portal.drawing import draw, portal_on, told
from trangtin.content.entry import Layout
from trangtin.content.options.configuration import linked_files
from trangtin.content.options.outreach import Announcement, Spokesperson
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import DutyRules, Settings
from trangtin.content.values.vocabulary import DutyProfile
from trangtin.portal.duties.laws import deadline, duty_ids, profiles
from trangtin.portal.duties.working_days import WorkCalendar, work_calendar
from trangtin.repository import open_portal

NOW = DutyProfile.DECREE_224_2026
DUTIES = ("TT651", "TT652", "TT653", "TT654")
DAYS = st.dates(date(2018, 1, 1), date(2032, 12, 31))
CALENDARS = st.builds(WorkCalendar, st.frozensets(DAYS, max_size=40), st.frozensets(DAYS, max_size=40))
VIETNAM = work_calendar(DutyRules())


def rules(*off: str, profile: DutyProfile | None = NOW, holidays: tuple[date, ...] = ()) -> Settings:
    return Settings(unit=PortalUnit(name="Trường"), duties=DutyRules(profile=profile, skip=off, holidays=holidays))


# --- working days --------------------------------------------------------------------------------------------------


@given(DAYS, DAYS, CALENDARS)
def test_counting_agrees_with_counting_one_by_one(start: date, end: date, calendar: WorkCalendar) -> None:
    one_by_one = sum(
        calendar.is_working_day(start + timedelta(days=n)) for n in range(1, max(0, (end - start).days) + 1)
    )
    assert calendar.days_after(start, end) == one_by_one


@given(DAYS, st.integers(1, 60), CALENDARS)
def test_the_last_day_of_a_term_is_its_last(start: date, days: int, calendar: WorkCalendar) -> None:
    end = calendar.last_day(start, days)
    assert calendar.is_working_day(end)
    assert calendar.days_after(start, end) == days
    assert calendar.days_after(start, end - timedelta(days=1)) == days - 1


@given(DAYS, DAYS, DAYS, CALENDARS)
def test_terms_add_up(first: date, second: date, third: date, calendar: WorkCalendar) -> None:
    a, b, c = sorted((first, second, third))
    assert calendar.days_after(a, b) + calendar.days_after(b, c) == calendar.days_after(a, c)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-11-20", "2026-11-23", 1),  # Friday to Monday
        ("2026-02-13", "2026-02-23", 1),  # over Tết
        ("2021-04-20", "2021-04-22", 1),  # over Giỗ Tổ
        ("2026-08-21", "2026-08-24", 2),  # the Saturday between was worked for 31 August
        ("2026-08-28", "2026-09-03", 1),  # over the National Day and the day moved beside it
        ("2026-11-20", "2026-11-20", 0),
        ("2026-11-23", "2026-11-20", 0),
    ],
)
def test_working_days(start: str, end: str, days: int) -> None:
    assert VIETNAM.days_after(date.fromisoformat(start), date.fromisoformat(end)) == days


def test_every_year_from_2018_on_is_listed() -> None:
    assert VIETNAM.years == set(range(2018, 2028))


def test_only_saturdays_are_worked_and_no_day_is_both() -> None:
    assert {day.weekday() for day in VIETNAM.worked} == {5}
    assert not VIETNAM.worked & VIETNAM.off


def test_the_unit_knows_its_own_days_better() -> None:
    own = work_calendar(DutyRules(holidays=(date(2026, 8, 22),), worked=(date(2026, 8, 31),)))
    assert not own.is_working_day(date(2026, 8, 22)) and own.is_working_day(date(2026, 8, 31))
    assert own.is_working_day(date(2026, 1, 10)) and not own.is_working_day(date(2026, 9, 1))


# --- reminders -----------------------------------------------------------------------------------------------------

LATE_PLAN = "== plans/2026/a.md\ndate: 2/3/2026\npublished: 10/3/2026\n"
LATE_UPSTREAM = "== plans/2026/b.md\ntype: TB\nlevel: tinh\ndate: 2/3/2026\nreceived: 5/3/2026\npublished: 20/3/2026\n"


def late(tmp_path: Path, drawing: str, *off: str, day: str = "21/11/2026") -> list[str]:
    portal = portal_on(tmp_path, day, drawing, rules("ra-soat", *off))
    return [line for line in told(portal, "TT653", "TT654") if line]


def test_a_plan_published_late(tmp_path: Path) -> None:
    assert late(tmp_path, LATE_PLAN) == [
        "plans/2026/a.md:3: TT654 đăng sau 6 ngày làm việc kể từ ngày ban hành (02/03/2026), hạn là 5 ngày"
        " (Luật Tiếp cận thông tin 104/2016/QH13, Điều 18 khoản 4)"
        " → kiểm tra ngày đã ghi; nếu đúng thì rút kinh nghiệm cho lần sau, không sửa ngày"
    ]
    assert late(tmp_path, LATE_PLAN.replace("10/3", "9/3")) == []
    assert late(tmp_path, LATE_PLAN, "ke-hoach") == []


def test_a_document_of_a_higher_level_published_late(tmp_path: Path) -> None:
    (line,) = late(tmp_path, LATE_UPSTREAM)
    assert "b.md:6: TT653 đăng sau 11 ngày làm việc kể từ ngày nhận (05/03/2026), hạn là 10 ngày" in line
    assert late(tmp_path, LATE_UPSTREAM.replace("20/3", "19/3")) == []


def test_a_plan_that_still_waits(tmp_path: Path) -> None:
    drawing = "== plans/2026/a.md\ndate: 2/11/2026\nreview: Rà lại\n"
    assert late(tmp_path, drawing, day="9/11/2026") == []
    (line,) = late(tmp_path, drawing, day="10/11/2026")
    assert "TT654 chưa đăng, đã quá hạn 09/11/2026" in line


@pytest.mark.parametrize(
    "drawing",
    [
        "== plans/2026/a.md\ndate: 2/3/2026\n",  # out, and nobody wrote down since when
        "== plans/2026/a.md\ntype: TB\ndate: 2/3/2026\npublished: 10/6/2026\n",
        "== plans/2026/a.md\nnumber: 3/KH-TCT\npublished: 10/6/2026\n",  # since when, nobody knows
        "== plans/2010/a.md\ndate: 2/3/2010\npublished: 10/6/2026\n",  # from before the law
        "== plans/2025/a.md\ndate: 2/3/2025\npublished: 10/6/2025\n",  # more than a year ago
        LATE_PLAN.replace("date", "withdrawn: {date: 1/4/2026, reason: Nhầm}\ndate"),
    ],
)
def test_no_duty_no_reminder(tmp_path: Path, drawing: str) -> None:
    assert late(tmp_path, drawing) == []


def test_days_off_of_the_unit_s_own(tmp_path: Path) -> None:
    settings = rules(profile=NOW, holidays=(date(2026, 3, 4),))
    assert told(portal_on(tmp_path, "21/11/2026", LATE_PLAN, settings), "TT654") == []


def test_without_a_profile_nobody_is_reminded(tmp_path: Path) -> None:
    assert told(portal_on(tmp_path, "21/11/2026", LATE_PLAN + LATE_UPSTREAM, rules(profile=None)), *DUTIES) == []


def test_sections(tmp_path: Path) -> None:
    empty = told(portal_on(tmp_path, "21/11/2026", "", rules()), "TT651")
    assert len(empty) == len(profiles()[NOW].sections)
    assert (
        "mkdocs.yml:1: TT651 trang chưa có mục 'Cơ cấu, sơ đồ tổ chức' (Nghị định 224/2026/NĐ-CP, Điều 9.1)"
        " → thêm trang hoặc đề mục ấy; không thuộc nghĩa vụ của đơn vị thì tắt bằng duties.skip"
        " (ví dụ: skip: [co-cau-to-chuc])"
    ) in empty
    drawing = (
        "== site_src/gioi-thieu.md\n---\n# Giới thiệu\n\n## SƠ ĐỒ TỔ CHỨC\n\n[Dịch vụ công](https://dvc.mau.example/)\n"
        "== site_src/lich-su.md\ntitle: Lịch sử\ndraft: true\n"
    )
    left = "\n".join(told(portal_on(tmp_path, "21/11/2026", drawing, rules("lien-he")), "TT651"))
    for there in ("co-cau-to-chuc", "thu-tuc-hanh-chinh", "lien-he"):
        assert f"[{there}]" not in left
    assert "[lich-su]" in left  # a draft offers nothing
    assert left.count("viết nốt bản nháp") == left.count("viết nốt bản nháp site_src/lich-su.md") == 1


@pytest.mark.parametrize(
    ("title", "is_there"),
    [("Truyền thống nhà trường", True), ("TRUYỀN THỐNG", True), ("Truyền thông", False), ("Lịch sửa chữa", False)],
)
def test_words_of_a_section_are_whole_and_have_accents(tmp_path: Path, title: str, is_there: bool) -> None:
    drawing = f"== site_src/gioi-thieu.md\ntitle: {title}\n"
    found = told(portal_on(tmp_path, "21/11/2026", drawing, rules()), "TT651")
    assert any("[lich-su]" in line for line in found) is not is_there


def test_a_page_without_a_title_is_known_by_its_file(tmp_path: Path) -> None:
    found = told(portal_on(tmp_path, "21/11/2026", "== site_src/lich-su.md\n---\nBài\n", rules()), "TT651")
    assert not any("[lich-su]" in line for line in found)


def test_what_the_menu_says_counts(tmp_path: Path) -> None:
    drawing = "== site_src/ck.md\ntitle: CK 2026\n== site_src/nhap.md\ntitle: Bài\ndraft: true\n== site_src/a.md\n"
    draw(tmp_path, drawing)
    nav = [
        {"Thủ tục hành chính": "https://tthc.mau.example/"},
        {"Công khai ngân sách": [{"Năm 2026": "ck.md"}]},
        {"Lịch sử hình thành": "nhap.md"},
        "a.md",
    ]
    linked = linked_files({"nav": nav}, Layout())
    found = open_portal(tmp_path, Layout(), rules(), date(2026, 11, 21), linked=linked).portal
    left = "\n".join(told(found, "TT651"))
    assert "[thu-tuc-hanh-chinh]" not in left
    assert "[cong-khai-tai-chinh]" not in left
    assert "[lich-su]" in left  # only a draft stands behind it


def test_a_page_not_looked_at_for_a_year(tmp_path: Path) -> None:
    drawing = "== site_src/a.md\nupdated: 20/11/2025\n== site_src/b.md\nupdated: 21/11/2025\n== site_src/c.md\n"
    (line,) = told(portal_on(tmp_path, "21/11/2026", drawing, rules()), "TT652")
    assert line.startswith("site_src/a.md:2: TT652 cập nhật lần cuối 20/11/2025, quá 365 ngày")
    assert told(portal_on(tmp_path, "21/11/2026", drawing, rules("ra-soat")), "TT652") == []


def test_a_profile_that_is_not_in_force(tmp_path: Path) -> None:
    settings = rules(profile=DutyProfile.DECREE_42_2022)
    assert told(portal_on(tmp_path, "21/11/2026", LATE_PLAN, settings), *DUTIES, "TT214") == [
        "mkdocs.yml:1: TT214 bộ quy định 'nd42-2022' không có hiệu lực vào ngày 21/11/2026 → dùng 'nd224-2026'"
    ]


@pytest.mark.parametrize(
    ("day", "profile", "instead"),
    [
        ("30/6/2026", DutyProfile.DECREE_42_2022, None),
        ("30/6/2026", NOW, "dùng 'nd42-2022'"),
        ("1/7/2026", DutyProfile.DECREE_42_2022, "dùng 'nd224-2026'"),
        ("1/7/2026", NOW, None),
        ("15/8/2022", DutyProfile.DECREE_42_2022, None),
        ("1/1/2010", NOW, "bỏ khóa 'profile'"),
    ],
)
def test_a_profile_is_in_force_until_another_takes_its_place(
    tmp_path: Path, day: str, profile: DutyProfile, instead: str | None
) -> None:
    found = told(portal_on(tmp_path, day, "", rules(profile=profile)), "TT214")
    assert [line.partition(" → ")[2] for line in found] == ([instead] if instead else [])


def test_an_unknown_duty_to_switch_off(tmp_path: Path) -> None:
    (line,) = told(portal_on(tmp_path, "21/11/2026", "", rules("lienhe", profile=None)))
    assert line.startswith("mkdocs.yml:1: TT207 'duties.skip' có mục 'lienhe'")
    assert "'lien-he'" in line


def test_the_rules_are_whole() -> None:
    assert set(profiles()) == set(DutyProfile)
    assert {"lien-he", "ke-hoach", "van-ban-cap-tren", "ra-soat"} <= duty_ids()
    for day in (date(2020, 1, 1), date(2022, 8, 15), date(2026, 11, 21)):
        assert deadline("ke-hoach", day)
        assert deadline("van-ban-cap-tren", day)


# --- planned stops -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("since", "day", "off", "says"),
    [
        ("25/11/2026", "21/11/2026", (), None),  # Wednesday: 7 working days to Friday 4 December
        ("26/11/2026", "21/11/2026", (), "có 6 ngày làm việc, phải ít nhất 7 ngày"),
        ("26/11/2026", "21/11/2026", ("dung-trang",), None),
        ("26/11/2026", "4/12/2026", (), "có 6 ngày làm việc"),
        ("26/11/2026", "5/12/2026", (), None),  # over: nobody can mend it
    ],
)
def test_a_stop_is_announced_in_time(
    tmp_path: Path, since: str, day: str, off: tuple[str, ...], says: str | None
) -> None:
    stop = {"start": "4/12/2026", "back": "5/12/2026"}
    announcement = Announcement.model_validate({"title": "Dừng", "since": since, "until": "5/12/2026", "stop": stop})
    settings = rules("ra-soat", *off).model_copy(update={"announcements": (announcement,)})
    found = told(portal_on(tmp_path, day, "", settings), "TT655")
    assert [says in line for line in found] == [True] if says else found == []


@pytest.mark.parametrize("key", ["address", "phone", "email"])
def test_how_to_reach_the_unit_is_told_by_any_option(tmp_path: Path, key: str) -> None:
    unit = PortalUnit(name="Trường").model_copy(update={key: "x"})
    found = told(portal_on(tmp_path, "21/11/2026", "", rules().model_copy(update={"unit": unit})), "TT651")
    assert not any("[lien-he]" in line for line in found)


def test_a_spokesperson_in_the_options_is_on_the_contact_page(tmp_path: Path) -> None:
    settings = rules("ra-soat")
    assert any("Người phát ngôn" in line for line in told(portal_on(tmp_path, "21/11/2026", "", settings), "TT651"))
    who = Spokesperson(name="Nguyễn Văn A", position="Phó Hiệu trưởng")
    named = settings.model_copy(update={"spokesperson": who})
    assert not any("Người phát ngôn" in line for line in told(portal_on(tmp_path, "21/11/2026", "", named), "TT651"))
