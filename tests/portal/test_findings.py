"""Whatever is remembered of texts and files, what is told is what a first reading tells."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, draw
from tests.settled import settle
from trangtin.content.entry import Layout
from trangtin.content.options.settings import Settings
from trangtin.content.problem import Problem
from trangtin.disk.kept_files import CACHE
from trangtin.repository import Memory, open_portal

PORTAL = """
    == site_src/don-vi/phong-tchc.md
    unit: {name: Phòng Tổ chức, phone: 0912 345 678}
    == site_src/gioi-thieu.md
    title: Giới thiệu
    ---
    Gọi 0912 345 678. Xem [kế hoạch](../plans/2021/12.md).
    == site_src/gioi-thieu.en.md
    title: About
    ---
    Một một lần nữa.
    == plans/2021/12.md
    number: 12/KH-TCT
    date: 2/1/2021
    tasks: [{do: Họp, unit: phong-tchc}]
    ---
    Căn cứ vào vào luật.
    == plans/2021/13.md
    number: 13/KH-TCT
    date: 3/1/2021
    implements: [12/KH-TCT]
    files: [{path: 13.pdf}]
    == plans/2021/13.pdf
    %PDF-1.7
"""
DAY = date(2021, 6, 1)
Edit = Callable[[Path], None]


def codes(problems: Iterable[Problem]) -> set[str]:
    return {f"{problem.path.rpartition('/')[2]} {problem.code}" for problem in problems}


def written(path: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), "utf-8")

    return edit


def gone(path: str) -> Edit:
    return lambda root: (root / path).unlink()


WITHDRAWN = "title: Giới thiệu\nwithdrawn: {date: 1/2/2021, reason: Đăng nhầm}\n"
EDITS: tuple[tuple[str, Edit, set[str], set[str]], ...] = (
    ("a fault is mended", written("plans/2021/12.md", "vào vào", "vào"), set(), {"12.md TT601"}),
    ("a fault comes", written("plans/2021/12.md", "luật.", "luật luật."), {"12.md TT601"}, set()),
    ("a page is taken back", written("site_src/gioi-thieu.md", "title: Giới thiệu\n", WITHDRAWN), set(), set()),
    (
        "what others lean on goes",
        gone("site_src/don-vi/phong-tchc.md"),
        {"12.md TT305", "gioi-thieu.md TT632"},
        {"phong-tchc.md TT419"},
    ),
    ("a number that another names changes", written("plans/2021/12.md", "12/KH", "14/KH"), {"13.md TT302"}, set()),
    ("a link dies", gone("plans/2021/12.md"), {"gioi-thieu.md TT310"}, {"12.md TT601", "12.md TT305"}),
    ("a file goes", gone("plans/2021/13.pdf"), {"13.md TT307"}, set()),
)
"""What each edit makes wrong, and what it mends, as `file code`."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    draw(tmp_path / "portal", PORTAL)
    return tmp_path / "portal"


def problems_in(root: Path, memory: Memory | None = None, settings: Settings = SETTINGS) -> tuple[Problem, ...]:
    settle()  # or a preview would read them again whatever it remembers
    return open_portal(root, Layout(), settings, DAY, memory=memory).portal.problems


def test_after_every_edit_a_preview_and_a_build_tell_what_a_first_reading_tells(root: Path) -> None:
    memory = Memory()
    before = codes(problems_in(root, memory))
    for name, edit, come, mended in EDITS:
        edit(root)
        told = problems_in(root, memory)
        kept = problems_in(root)
        shutil.rmtree(root / CACHE)
        first = problems_in(root)
        assert told == kept == first, name
        assert (codes(told) - before, before - codes(told)) == (come, mended), name
        before = codes(told)


def test_rules_of_the_portal_are_asked_again_when_they_change(root: Path) -> None:
    memory = Memory()
    rules = SETTINGS.proofreading.model_copy(update={"skip": ("TT601",)})
    for settings, is_told in ((SETTINGS, True), (SETTINGS.model_copy(update={"proofreading": rules}), False)) * 2:
        for remembered in (memory, None):
            told = codes(problems_in(root, remembered, settings))
            assert ("12.md TT601" in told) is is_told


def test_several_processes_find_the_same(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(250):
        head = f"type: KH\ntitle: Việc\nnumber: {number + 20}/KH-TCT\ndate: 2/1/2021"
        text = f"---\n{head}\n---\nLàm vào vào việc {number}.\n"
        (root / f"plans/2021/{number + 20}.md").write_text(text, "utf-8")
    found = []
    for processes in ("1", "2"):
        monkeypatch.setenv("TRANGTIN_PROCESSES", processes)
        shutil.rmtree(root / CACHE, ignore_errors=True)
        found.append(problems_in(root))
    assert found[0] == found[1]
    assert len(found[0]) > 250
