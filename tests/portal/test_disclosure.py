"""Who is told that the register of public information has no days of publishing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on, told
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import DutyRules, Settings
from trangtin.content.values.vocabulary import DutyProfile

WATCHED = Settings(unit=PortalUnit(name="Trường"), duties=DutyRules(profile=DutyProfile.DECREE_224_2026))
TODAY = "21/11/2026"


def drawn(*names: str, head: str = "") -> str:
    return "".join(
        f"== plans/2026/{name}.md\nnumber: {at}/KH-TM\ndate: {at}/3/2026\n{head}" for at, name in enumerate(names, 1)
    )


def test_one_notice_counts_all_and_names_the_newest(tmp_path: Path) -> None:
    (line,) = told(portal_on(tmp_path, TODAY, drawn("a", "b", "c", "d", "e"), WATCHED), "TT413")
    assert line == (
        "plans/2026/e.md:2: TT413 5 văn bản đã đăng mà chưa ghi ngày đăng, danh mục ở /tiep-can-thong-tin/ hiện"
        " “Không ghi”: văn bản này, plans/2026/d.md, plans/2026/c.md và 2 văn bản nữa → thêm 'published' là ngày thật"
        " đã đưa lên trang; không còn biết thì để nguyên, đừng đoán (ví dụ: published: 16/4/2021)"
    )


@pytest.mark.parametrize(
    ("names", "ending"),
    [
        ("a", "hiện “Không ghi”"),
        ("ab", ": văn bản này, plans/2026/a.md"),
        ("abc", ", plans/2026/b.md, plans/2026/a.md"),
    ],
)
def test_few_are_all_named(tmp_path: Path, names: str, ending: str) -> None:
    (line,) = told(portal_on(tmp_path, TODAY, drawn(*names), WATCHED), "TT413")
    assert line.partition(" →")[0].endswith(ending)
    assert ("văn bản nữa" in line, line.split()[2].isdigit()) == (False, len(names) > 1)


@pytest.mark.parametrize(
    ("head", "is_asked"),
    [
        ("date: 21/11/2025\n", True),
        ("date: 20/11/2025\n", False),  # more than a year ago
        ("number: 1/KH-TM\n", True),  # no day at all
        ("date: 1/3/2026\npublished: 2/3/2026\n", False),
        ("date: 1/3/2026\ndraft: true\n", False),
        ("date: 1/3/2026\nreview: Rà lại\n", False),
        ("date: 1/3/2026\nwithdrawn: {date: 2/3/2026, reason: Nhầm}\n", False),
        ("date: 1/12/2026\n", False),  # waits for its day
        ("date: 1/3/2026\nissuer: Khoa A\n", True),
        ("date: 1/3/2026\nissuer: Sở Nội vụ\nlevel: tinh\nreceived: 2/3/2026\n", False),  # asked about by itself
    ],
)
def test_which_documents_are_asked_about(tmp_path: Path, head: str, is_asked: bool) -> None:
    drawing = f"== site_src/don-vi/khoa-a.md\nunit: {{name: Khoa A}}\n== plans/2026/a.md\n{head}"
    found = [line for line in told(portal_on(tmp_path, TODAY, drawing, WATCHED), "TT413") if "danh mục" in line]
    assert bool(found) is is_asked


def test_other_bodies_documents_count_where_nothing_else_asks_about_them(tmp_path: Path) -> None:
    rules = DutyRules(profile=DutyProfile.DECREE_224_2026, skip=("van-ban-cap-tren",))
    drawing = drawn("a", head="issuer: Sở Nội vụ\nlevel: tinh\n")
    settings = WATCHED.model_copy(update={"duties": rules})
    assert len(told(portal_on(tmp_path, TODAY, drawing, settings), "TT413")) == 1


def test_a_unit_that_watches_no_duties_is_not_told(tmp_path: Path) -> None:
    assert told(portal_on(tmp_path, TODAY, drawn("a"), Settings(unit=PortalUnit(name="Trường"))), "TT413") == []
