"""A file with a fault in its head is still there: nobody is told that what he cites does not exist."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import draw
from trangtin.content.entry import Layout
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import Settings
from trangtin.content.problem import Problem
from trangtin.content.reading.reader import read_repository
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.portal import build_portal, check_catalogue

_TODAY = date(2026, 11, 21)
_PLAN = "plans/2026/thi-dua/128-kh-tct.md"
_CAMPAIGN = "plans/2026/thi-dua/index.md"
_REPORT = "plans/2026/thi-dua/130-bc-tct.md"
_FILES = {
    _CAMPAIGN: """
title: Thi đua
start: 1/9/2026
end: 30/11/2026
anchor: {name: Ngày mốc, date: 20/11/2026}
milestones: [{title: Phát động, offset: -30}]
works: [{unit: khoa-a, title: Tủ sách}]
""",
    _PLAN: """
type: KH
number: 128/KH-TCT
date: 1/9/2026
title: Kế hoạch thi đua
tasks: [{unit: khoa-a, do: Tổng kết, due: 25/9/2026}]
""",
    "plans/2026/thi-dua/12-kh-tct.md": "type: KH\nnumber: 12/KH-TCT\ndate: 2/9/2026\ntitle: Kế hoạch khác\n",
    _REPORT: """
type: BC
number: 130/BC-TCT
date: 1/10/2026
title: Báo cáo
implements: [128/KH-TCT ngày 1/9/2026, 128-kh-tct.md]
evidence_for:
  - "128/KH-TCT#1"
  - "thi-dua#1"
  - "index.md#1"
campaign: thi-dua
""",
    "site_src/don-vi/khoa-a.md": "title: Khoa A\nunit: {name: Khoa A, kind: khoa}\n",
}


def _checked(root: Path) -> list[Problem]:
    settings = Settings(unit=PortalUnit(name="Trường Mẫu"))
    return list(check_catalogue(Catalogue(read_repository(root, Layout()), settings, _TODAY)))


def _problems(root: Path, path: str, old: str, new: str, body: str = "Nội dung.") -> list[Problem]:
    """What is told once `old` reads `new` in the file at `path`."""
    for name, head in _FILES.items():
        text = head.strip()
        if name == path:
            assert old in text
            text = text.replace(old, new)
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{text}\n---\n\n{body if name == path else 'Nội dung.'}\n", encoding="utf-8")
    settings = Settings(unit=PortalUnit(name="Trường Mẫu"))
    reading = read_repository(root, Layout())
    assert reading.broken == ((path,) if old != new else ())
    catalogue = Catalogue(reading, settings, _TODAY)
    assert path not in {document.path for document in build_portal(catalogue).documents} or old == new
    return [each for each in check_catalogue(catalogue) if each.stops_build]


def test_the_files_are_right_to_begin_with(tmp_path: Path) -> None:
    assert _problems(tmp_path, _PLAN, "KH", "KH") == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (_PLAN, "due: 25/9/2026", "due: 2026-02-30"),
        (_PLAN, "due: 25/9/2026", "status: xom"),
        (_PLAN, "do: Tổng kết", "lam: Tổng kết"),
        (_PLAN, "unit: khoa-a", "unit: Khoa A"),
        (_PLAN, "date: 1/9/2026", "date: 31/9/2026"),
        (_PLAN, "type: KH", "type: Kế hoặch gì"),
        (_PLAN, "title: Kế hoạch thi đua", "title: Kế hoạch: thi đua"),
        (_PLAN, "title: Kế hoạch thi đua", "tasks2: [a"),
        (_CAMPAIGN, "offset: -30", "offset: abc"),
        (_CAMPAIGN, "start: 1/9/2026", "start: 31/9/2026"),
        (_CAMPAIGN, "start: 1/9/2026", "start: 1/12/2026"),
        (_CAMPAIGN, "title: Thi đua", "title: Thi: đua"),
        (_REPORT, "title: Báo cáo", "title: Báo: cáo"),
        (_REPORT, "title: Báo cáo", 'title: "Báo "cáo""'),
        ("site_src/don-vi/khoa-a.md", "kind: khoa", "kind: khoaa"),
    ],
)
def test_one_fault_in_a_head_is_told_there_and_nowhere_else(tmp_path: Path, path: str, old: str, new: str) -> None:
    problems = _problems(tmp_path, path, old, new)
    assert problems
    assert {problem.path for problem in problems} == {path}
    assert len({problem.line for problem in problems}) == 1


def test_the_other_faults_of_the_file_are_told_in_the_same_run(tmp_path: Path) -> None:
    more = "due: 30/2/2026}]\nimplements: [99/KH-SAI]\ncampaign: khong-co\n# "
    problems = _problems(tmp_path, _PLAN, "due: 25/9/2026}]", more, "Xem [đây](khong-co.md).")
    assert {problem.code.value for problem in problems} == {"TT204", "TT302", "TT306", "TT310"}


@pytest.mark.parametrize("fault", ["so_trang: 3", "place: [a", "expires: 30/2/2026"])
def test_every_check_looks_at_what_can_be_read_of_a_head_with_a_fault(tmp_path: Path, fault: str) -> None:
    draw(
        tmp_path,
        f"""
        == plans/2026/thi-dua/12-kh-tct.md
        {fault}
        number: 12/KH-TCT
        date: 5/9/2026
        basis: [{{number: 95/KH-UBND, date: 14/10/2026}}]
        implements: 99/KH-SAI
        level: tinh
        files: [{{path: khong-co.pdf}}]
        tasks: [{{unit: khoa-sai, do: Tổng kết, due: 25/9/2062}}]
        evidence_for: 12/KH-TCT#7
        campaign: khong-co
        == plans/2026/thi-dua/nua.md
        number: 12/KH-TCT
        date: 6/9/2026
        """,
    )
    told = {(problem.path.rpartition("/")[2], problem.code.value) for problem in _checked(tmp_path)}
    codes = {"TT301", "TT302", "TT304", "TT305", "TT306", "TT307", "TT214", "TT322"}
    assert told >= {("12-kh-tct.md", code) for code in codes} | {("nua.md", "TT301")}


def test_a_campaign_whose_days_contradict_each_other_is_looked_at_too(tmp_path: Path) -> None:
    draw(
        tmp_path,
        """
        == plans/2026/thi-dua/index.md
        start: 1/12/2026
        end: 30/11/2026
        lead: phong-sai
        units: [khoa-sai]
        featured: [site_src/tin-tuc/2026/khong-co.md]
        works: [{unit: ban-sai, title: Tủ sách}]
        """,
    )
    told = sorted(problem.code.value for problem in _checked(tmp_path))
    assert told == ["TT214", "TT305", "TT305", "TT305", "TT312"]


def test_two_faults_of_one_line_are_both_told(tmp_path: Path) -> None:
    problems = _problems(tmp_path, _PLAN, "unit: khoa-a, do: Tổng kết, due: 25", "unit: khoa-b, do: Tổng kết, due: 35")
    assert {problem.code.value for problem in problems} == {"TT204", "TT305"}


def test_items_behind_a_faulty_one_keep_their_lines(tmp_path: Path) -> None:
    given = "title: Kế hoạch thi đua\nimplements:\n  - {so: 3}\n  - 99/KH-SAI"
    problems = _problems(tmp_path, _PLAN, "title: Kế hoạch thi đua", given)
    assert [problem.line for problem in problems] == [7, 8]


@pytest.mark.parametrize("fault", ["{key}: {{sai: [x]}}", "{key}x: {value}", '{key}: "x" y: z', "{key}x:"])
def test_a_fault_in_any_key_makes_nothing_else_wrong(tmp_path: Path, fault: str) -> None:
    for path, head in _FILES.items():
        for line in head.strip().split("\n"):
            key, colon, value = line.partition(": ")
            if colon and key.isidentifier():
                faulty = fault.format(key=key, value=value)
                problems = _problems(tmp_path, path, line, faulty)
                told = {(problem.path, problem.line) for problem in problems}
                at = head.strip().split("\n").index(line) + 2
                assert {problem.path for problem in problems} == {path}, faulty
                assert told <= {(path, 1), (path, at)}, (faulty, problems)


def test_a_number_that_no_file_bears_is_still_told(tmp_path: Path) -> None:
    problems = _problems(tmp_path, _PLAN, "number: 128/KH-TCT", "number: 129/KH-TCT\nso_trang: 3")
    assert _REPORT in {problem.path for problem in problems}


@pytest.mark.parametrize(
    ("name", "head", "cited", "is_told"),
    [
        ("55-kh-tct", "number: 55", "99/KH-SAI", True),
        ("099-kh-sai", "number: 99", "99/KH-SAI", False),
        ("99-kh-sai", "number: 99", "Kế hoạch thi đua", False),
        ("ke-hoach", "number: 99", "99/KH-SAI", False),
        ("2026-09-03-ke-hoach", "number: 99", "99/KH-SAI", False),
        ("ke-hoach", "type: QĐ\nnumber: 99", "99/KH-SAI", True),
        ("ke-hoach", "type: Kế hoặc\nnumber: 99", "99/KH-SAI", False),
        ("ke-hoach", "type: KH\nnumber: 99", "99/KH-SAI", False),
        ("ke-hoach", "type: KH\nnumber: 99", "99/TCT-VP", False),
        ("ke-hoach", "date: 3/9/2026\nnumber: 99", "99/KH-SAI ngày 5/9/2021", True),
        ("ke-hoach", "date: 3/9/2026\nnumber: 99", "99/KH-SAI năm 2026", False),
        ("ke-hoach", "date: 35/9/2026\nnumber: 99", "99/KH-SAI năm 2021", False),
        ("55-kh-tct", "title: [a", "99/KH-SAI", True),
    ],
)
def test_a_number_that_cannot_be_read_is_silent_for_what_it_may_be(
    tmp_path: Path, name: str, head: str, cited: str, *, is_told: bool
) -> None:
    """The faulty head stops the build; what else is wrong should not wait for the next run."""
    drawing = f"""
        == plans/2026/12-kh-tct.md
        number: 12/KH-TCT
        date: 2/11/2026
        implements: {cited}
        """
    draw(tmp_path, drawing)
    (tmp_path / f"plans/2026/{name}.md").write_text(f"---\ntitle: Kế hoạch\n{head}\n---\n", encoding="utf-8")
    told = {problem.code.value for problem in _checked(tmp_path)}
    assert ("TT302" in told) is is_told
