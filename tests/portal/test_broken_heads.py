"""A file with a fault in its head is still there: nobody is told that what he cites does not exist."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

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


def test_a_number_that_no_file_bears_is_still_told(tmp_path: Path) -> None:
    problems = _problems(tmp_path, _PLAN, "number: 128/KH-TCT", "number: 129/KH-TCT\nso_trang: 3")
    assert _REPORT in {problem.path for problem in problems}
