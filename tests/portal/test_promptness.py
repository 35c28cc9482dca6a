"""From receipt to publication of other bodies' documents, in working days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.portal.drawing import draw, portal_on, told
from trangtin.content.entry import Layout
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import DutyRules, PromptRule, Settings
from trangtin.content.reading.reader import read_repository
from trangtin.content.values.dates import parse_date
from trangtin.content.values.vocabulary import DutyProfile
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.lifecycle import CampaignState
from trangtin.portal.promptness import Delivery, Outcome, deliveries, quarters

FIVE = PromptRule(days=5, since=date(2026, 4, 1), source="Quy chế")


def settings(**rules: object) -> Settings:
    return Settings(unit=PortalUnit(name="Trường", short_name="TCT"), duties=DutyRules.model_validate(rules))


def found_on(tmp_path: Path, day: str, drawing: str, rules: Settings | None = None) -> list[Delivery]:
    draw(tmp_path, drawing)
    return list(deliveries(Catalogue(read_repository(tmp_path, Layout()), rules or settings(), parse_date(day))))


def one(tmp_path: Path, head: str, day: str = "21/11/2026", rules: Settings | None = None) -> Delivery:
    drawing = f"== plans/2026/a.md\nlevel: tinh\nissuer: Sở Nội vụ\n{head}"
    (only,) = found_on(tmp_path, day, drawing, rules)
    return only


@pytest.mark.parametrize(
    ("received", "published", "days", "outcome"),
    [
        ("12/2/2026", "24/2/2026", 3, Outcome.ON_TIME),  # over Tết
        ("12/8/2026", "3/9/2026", 14, Outcome.LATE),  # a Saturday worked, three days off
        ("21/8/2026", "22/8/2026", 1, Outcome.ON_TIME),  # that very Saturday
        ("20/11/2026", "21/11/2026", 0, Outcome.ON_TIME),  # a Saturday like any other
        ("2/3/2026", "16/3/2026", 10, Outcome.ON_TIME),
        ("2/3/2026", "17/3/2026", 11, Outcome.LATE),
        ("2/3/2026", "2/3/2026", 0, Outcome.ON_TIME),
        ("5/3/2026", "2/3/2026", 0, Outcome.ON_TIME),  # out before it came
    ],
)
def test_what_is_out(tmp_path: Path, received: str, published: str, days: int, outcome: Outcome) -> None:
    each = one(tmp_path, f"received: {received}\npublished: {published}\n")
    assert (each.days, each.outcome, each.is_public) == (days, outcome, True)
    assert each.was_early is (received == "5/3/2026")


@pytest.mark.parametrize(
    "head",
    ["received: 2/3/2026\n", "published: 2/3/2026\n", "date: 2/3/2026\n", "received: 2/3/2009\ndate: 2/3/2009\n"],
)
def test_what_cannot_be_told(tmp_path: Path, head: str) -> None:
    each = one(tmp_path, head)
    assert (each.outcome, each.is_public) == (Outcome.UNKNOWN, True)


@pytest.mark.parametrize(
    ("day", "outcome", "days"), [("16/3/2026", Outcome.WAITING, 10), ("17/3/2026", Outcome.OVERDUE, 11)]
)
@pytest.mark.parametrize("held", ["draft: true\n", "review: Rà lại\n", "published: 1/1/2027\n"])
def test_what_waits(tmp_path: Path, day: str, outcome: Outcome, days: int, held: str) -> None:
    each = one(tmp_path, f"received: 2/3/2026\n{held}", day)
    assert (each.outcome, each.days, each.due, each.is_public) == (outcome, days, date(2026, 3, 16), False)


def test_the_unit_s_own_term_holds_from_its_day_on(tmp_path: Path) -> None:
    own = settings(prompt=FIVE)
    before = one(tmp_path / "a", "received: 31/3/2026\npublished: 9/4/2026\n", rules=own)
    after = one(tmp_path / "b", "received: 1/4/2026\npublished: 9/4/2026\n", rules=own)
    assert (before.days, before.rule and before.rule.days, before.outcome) == (7, 10, Outcome.ON_TIME)
    assert after.rule is not None
    assert (after.days, after.rule.days, after.rule.source, after.outcome) == (6, 5, "Quy chế", Outcome.LATE)


@pytest.mark.parametrize(
    ("head", "is_asked_about"),
    [
        ("issuer: Sở Nội vụ", True),  # no level given, but not our name
        ("level: xa", True),
        ("issuer: Sở Nội vụ\nlevel: don-vi", True),
        ("issuer: tct", False),
        ("issuer: Khoa A", False),
        ("issuer: Phòng B\nlevel: phong", False),
        ("level: don-vi", False),
        ("issuer: Sở Nội vụ\nwithdrawn: {date: 2/4/2026, reason: Nhầm}", False),
    ],
)
def test_whose_documents_are_asked_about(tmp_path: Path, head: str, is_asked_about: bool) -> None:
    drawing = f"== site_src/don-vi/khoa-a.md\nunit: {{name: Khoa A}}\n== plans/2026/a.md\nreceived: 2/3/2026\n{head}\n"
    assert bool(found_on(tmp_path, "21/11/2026", drawing)) is is_asked_about


def test_a_unit_without_the_duty_is_not_measured(tmp_path: Path) -> None:
    drawing = "== plans/2026/a.md\nlevel: tinh\nreceived: 2/3/2026\n"
    assert found_on(tmp_path, "21/11/2026", drawing, settings(skip=["van-ban-cap-tren"])) == []


# --- figures -------------------------------------------------------------------------------------------------------


def out(day: date, days: int, term: int = 10) -> Delivery:
    outcome = Outcome.ON_TIME if days <= term else Outcome.LATE
    received = day - timedelta(days=days)
    return Delivery("plans/a.md", received, day, None, received, days, outcome, True)


def test_figures_of_a_quarter() -> None:
    many = [out(date(2026, 1, 1), 1), out(date(2026, 3, 31), 12), out(date(2026, 2, 1), 4), out(date(2026, 4, 1), 2)]
    second, first = quarters(many)
    assert (second.year, second.quarter, second.total, second.median) == (2026, 2, 1, 2.0)
    assert (first.quarter, first.on_time, first.late, first.median, first.longest) == (1, 2, 1, 4.0, 12)
    assert quarters(many[:1] + many[2:3])[0].median == 2.5


@given(st.lists(st.tuples(st.dates(date(2020, 1, 1), date(2026, 12, 31)), st.integers(0, 40)), max_size=30))
def test_every_document_counts_once_and_the_median_lies_among_them(seen: Iterable[tuple[date, int]]) -> None:
    made = [out(day, days) for day, days in seen]
    figures = quarters(made)
    assert sum(each.total for each in figures) == len(made)
    assert [(each.year, each.quarter) for each in figures] == sorted(
        {(each.year, each.quarter) for each in figures}, reverse=True
    )
    for each in figures:
        assert 0 <= each.median <= each.longest


def test_the_portal_holds_only_what_is_public(tmp_path: Path) -> None:
    drawing = (
        "== plans/2026/a.md\nlevel: tinh\nreceived: 2/3/2026\npublished: 3/3/2026\n"
        "== plans/2026/b.md\nlevel: tinh\nreceived: 2/3/2026\ndraft: true\n"
    )
    assert [each.path for each in portal_on(tmp_path, "21/11/2026", drawing, settings()).deliveries] == [
        "plans/2026/a.md"
    ]


# --- notices -------------------------------------------------------------------------------------------------------

WATCHED = settings(profile=DutyProfile.DECREE_224_2026.value)


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (
            "date: 2/3/2026\npublished: 3/3/2026\n",
            "plans/2026/a.md:2: TT413 văn bản của cơ quan khác chưa ghi ngày nhận, nên không tính được đăng có kịp thời"
            " không → thêm 'received' theo sổ công văn đến (ví dụ: received: 16/4/2021)",
        ),
        (
            "date: 2/3/2026\nreceived: 3/3/2026\n",
            "plans/2026/a.md:2: TT413 văn bản của cơ quan khác chưa ghi ngày đăng",
        ),
        (
            "received: 5/3/2026\npublished: 2/3/2026\n",
            "plans/2026/a.md:4: TT414 'published' (02/03/2026) trước 'received' (05/03/2026)",
        ),
        ("received: 5/3/2025\npublished: 2/3/2025\n", None),  # more than a year ago
        ("date: 5/3/2025\n", None),
        ("number: 5/CV-SNV\n", "plans/2026/a.md:2: TT413 văn bản của cơ quan khác chưa ghi ngày nhận"),
        ("received: 5/3/2026\npublished: 6/3/2026\n", None),
        ("received: 5/3/2026\ndraft: true\n", "plans/2026/a.md:4: TT653 chưa đăng, đã quá hạn 19/03/2026"),
    ],
)
def test_notices(tmp_path: Path, head: str, line: str | None) -> None:
    drawing = f"== plans/2026/a.md\nlevel: tinh\nissuer: Sở Nội vụ\n{head}"
    codes = ("TT412", "TT413", "TT414", "TT653")
    found = told(portal_on(tmp_path / "a", "21/11/2026", drawing, WATCHED), *codes)
    assert len(found) == (line is not None)
    assert all(each.startswith(line or "") for each in found)
    assert told(portal_on(tmp_path / "b", "21/11/2026", drawing, settings()), *codes) == []


def test_it_is_asked_first_whether_an_issuer_in_short_is_the_unit_itself(tmp_path: Path) -> None:
    def school(**names: object) -> Settings:
        unit = PortalUnit.model_validate({"name": "Trường Trung học cơ sở Mẫu Đơn", **names})
        return Settings(unit=unit, duties=DutyRules(profile=DutyProfile.DECREE_224_2026))

    drawing = (
        "== plans/2026/thi-dua/index.md\nstart: 1/3/2026\nend: 30/5/2026\n"
        "== plans/2026/thi-dua/bc.md\ntype: BC\nissuer: Trường THCS Mẫu Đơn\ndate: 1/6/2026\ntitle: Tổng kết\n"
        "published: 2/6/2026\n"
    )
    asked = portal_on(tmp_path / "a", "21/11/2026", drawing, school())
    (line,) = told(asked, "TT413")
    assert (
        "→ 'Trường THCS Mẫu Đơn' có phải chính đơn vị không? Phải thì ghi tên ấy vào 'short_name' hoặc 'former' của"
        " 'unit' trong mkdocs.yml; không phải thì thêm 'received' theo sổ công văn đến"
        " (ví dụ: short_name: Trường THCS Mẫu Đơn)"
    ) in line
    assert asked.campaigns[0].state is CampaignState.AWAITING_REPORT
    for names in ({"short_name": "Trường THCS Mẫu Đơn"}, {"former": ["Trường THCS Mẫu Đơn"]}):
        answered = portal_on(tmp_path / "a", "21/11/2026", "", school(**names))
        assert told(answered, "TT413") == []
        assert answered.campaigns[0].state is CampaignState.REPORTED
    levelled = drawing.replace("type: BC", "type: BC\nlevel: xa")
    (line,) = told(portal_on(tmp_path / "b", "21/11/2026", levelled, school()), "TT413")
    assert "trong mkdocs.yml và bỏ 'level' ở văn bản này; không phải" in line


def test_a_term_of_its_own_is_watched_without_a_profile(tmp_path: Path) -> None:
    drawing = "== plans/2026/a.md\nlevel: tinh\nreceived: 1/4/2026\npublished: 9/4/2026\n"
    (line,) = told(portal_on(tmp_path, "21/11/2026", drawing, settings(prompt=FIVE)), "TT653")
    assert "đăng sau 6 ngày làm việc kể từ ngày nhận (01/04/2026), hạn là 5 ngày (Quy chế)" in line


@pytest.mark.parametrize(
    ("day", "holidays", "told_so"),
    [("1/3/2027", [], False), ("1/3/2028", [], True), ("1/3/2028", ["2028-01-26"], False)],
)
def test_a_year_whose_days_off_are_not_known(tmp_path: Path, day: str, holidays: list[str], told_so: bool) -> None:
    rules = settings(prompt=FIVE, holidays=holidays)
    assert bool(told(portal_on(tmp_path, day, "", rules), "TT412")) is told_so
