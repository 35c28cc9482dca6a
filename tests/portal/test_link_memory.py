"""What a preview remembers of linking is used only where nothing it follows from has changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, draw
from trangtin.content.entry import Layout
from trangtin.content.options.settings import Settings
from trangtin.portal.model import Portal
from trangtin.repository import Memory, open_portal

DRAWN = """
== plans/2021/bau-cu/index.md
start: 1/4/2021
end: 31/5/2021
works: [{unit: khoa, title: Tủ sách, id: tu-sach}]
== plans/2021/bau-cu/12.md
number: 12/KH-TCT
date: 5/4/2021
tasks: [{unit: khoa, do: Báo cáo, due: 29/4/2021}, {unit: khoa, do: Họp, evidence: [site_src/tin-tuc/2021/hop.md]}]
== site_src/tin-tuc/2021/hop.md
date: 10/4/2021
== site_src/don-vi/khoa.md
unit: {name: Khoa Lý luận}
== site_src/don-vi/phong.md
unit: {name: Phòng Đào tạo}
"""
SAID = "== site_src/tin-tuc/2021/xong.md\ndate: 28/4/2021\nevidence_for: 12/KH-TCT#1\n"
RECALL = "== plans/2021/bau-cu/13.md\ntype: QĐ\nnumber: 13/QĐ-TCT\ndate: 20/4/2021\nrecalls: 12/KH-TCT\n"
MERGED = "== site_src/don-vi/khoa.md\nunit: {name: Khoa Lý luận, until: 1/4/2021, merged_into: phong}\n"
LATER = "== site_src/tin-tuc/2021/hop.md\ndate: 12/4/2021\n"
DRAFT = "== site_src/tin-tuc/2021/hop.md\ndate: 10/4/2021\ndraft: true\n"
MILESTONE = (
    "== plans/2021/bau-cu/14.md\nnumber: 14/KH-TCT\ndate: 6/4/2021\nmilestones: [{date: 9/4/2021, title: Hội nghị}]\n"
)
WORK_DONE = "== site_src/tin-tuc/2021/sach.md\ndate: 20/4/2021\nevidence_for: bau-cu#tu-sach\n"


def opened(root: Path, memory: Memory | None, settings: Settings = SETTINGS, day: date = date(2021, 4, 30)) -> Portal:
    return open_portal(root, Layout(), settings, day, memory=memory).portal


@pytest.mark.parametrize("edit", [SAID, RECALL, MERGED, LATER, DRAFT, MILESTONE, WORK_DONE])
def test_an_edit_elsewhere_is_seen(tmp_path: Path, edit: str) -> None:
    memory = Memory()
    draw(tmp_path, DRAWN)
    before = opened(tmp_path, memory)
    draw(tmp_path, edit)
    after = opened(tmp_path, memory)
    assert after == opened(tmp_path, None)
    assert after.campaigns != before.campaigns


def test_so_is_another_day_or_another_setting(tmp_path: Path) -> None:
    memory = Memory()
    draw(tmp_path, DRAWN)
    opened(tmp_path, memory)
    for settings, day in (
        (SETTINGS, date(2021, 4, 29)),
        (SETTINGS.model_copy(update={"due_soon_days": 1}), date(2021, 4, 25)),
    ):
        assert opened(tmp_path, memory, settings, day) == opened(tmp_path, None, settings, day)


def test_what_is_as_it_was_is_not_linked_again(tmp_path: Path) -> None:
    memory = Memory()
    draw(tmp_path, DRAWN)
    (before,) = opened(tmp_path, memory).campaigns
    (after,) = opened(tmp_path, memory).campaigns
    assert after.timeline is before.timeline
