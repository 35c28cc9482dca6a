"""One campaign through its year: on each day every page, list, feed, calendar and file of data tells the same story.

After a change that is meant: `python -m tests.host.test_campaign_year`, then read the difference.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.portal.drawing import portal_on
from tests.search.pages import records_of
from trangtin.host.addresses import addresses_of
from trangtin.host.machine_readable.data import data_parts
from trangtin.portal.model import Portal
from trangtin.views.campaign import campaign_view
from trangtin.views.campaigns import campaign_list_views
from trangtin.views.document import document_view
from trangtin.views.home import home_view
from trangtin.views.news import news_view
from trangtin.views.parts.assignment_rows import AssignmentRow
from trangtin.views.parts.board import Board
from trangtin.views.parts.link import Tag
from trangtin.views.unit import unit_list_view, unit_view

DRAWING = Path(__file__).with_name("campaign_year.txt")
GOLDEN = Path(__file__).with_name("campaign_year.yml")
ATOM = "{http://www.w3.org/2005/Atom}"
DAYS = {
    "20/12/2025": "chưa bắt đầu, chưa có kế hoạch",
    "5/1/2026": "ngày đầu, trước văn bản phát động",
    "15/1/2026": "một việc sắp đến hạn",
    "21/1/2026": "quá hạn, chưa ai báo xong",
    "22/1/2026": "tin nói đã xong từ ba ngày trước",
    "31/3/2026": "hai giai đoạn hết, một giai đoạn bắt đầu trong một ngày",
    "5/4/2026": "xong muộn",
    "10/4/2026": "một kế hoạch bị thu hồi",
    "1/5/2026": "một khoa đã sáp nhập",
    "30/6/2026": "ngày cuối",
    "1/7/2026": "chờ tổng kết",
    "16/7/2026": "quá hạn tổng kết",
    "20/7/2026": "đã tổng kết",
    "10/1/2027": "lưu trữ",
}


def told_on(root: Path, day: str) -> dict[str, Any]:
    """What a reader, a calendar, a feed reader and a program find on a day, in short."""
    portal = portal_on(root, day, DRAWING.read_text(encoding="utf-8"))
    assert [str(problem) for problem in portal.problems if problem.stops_build] == []
    parts = data_parts(portal, addresses_of(portal), "https://truong.example/", root / ".cache")
    files = dict(chain.from_iterable(make() for make in parts))
    (campaign,) = portal.campaigns
    view = campaign_view(campaign, portal)
    return {
        "trang chủ": [
            f"{card.title}: {card.state.text}; {_tags(card.progress)}" for card in home_view(portal).campaigns
        ],
        "danh sách": [group.label for group in dict(campaign_list_views(portal))["list:campaigns"].groups],
        "phong trào": {
            "hiện nay": f"{view.state.text}. {view.standing}",
            "tiếp theo": f"{view.next_event.title}, {view.next_distance}" if view.next_event else None,
            "báo cáo": view.report.name if view.report else None,
            "chỉ đạo": [row.name for level in view.chain for row in level.rows],
            "việc": list(_board(view.board)),
            "quá hạn": [link.text for link in view.board.overdue],
            "hình": [f"{lane.name.text}: {lane.text}" for lane in view.picture.lanes],
            "tiến trình đã qua": sum(row.is_past for row in view.timeline),
            "khen thưởng": [row.to for row in view.awards],
        },
        "đơn vị": [contact.unit.text for contact in unit_list_view(portal).units],
        "việc của đơn vị": {
            unit.name: [row for row in _board(unit_view(unit, portal).board) if ":" in row] for unit in portal.units
        },
        "việc khi sáp nhập": [
            f"{unit.name}, {part.heading}: {row}"
            for unit in portal.units
            for part in unit_view(unit, portal).left
            for row in _rows(part.rows)
        ],
        "văn bản 12": list(_rows(_tasks_of(portal, "plans/2026/tet/12.md"))),
        "minh chứng": list(_shown(portal)),
        "viec.json": [
            f"{item['source'].split('/')[-2]}#{item['id'] or item['number']} {item['unit']['title']}: {item['state']}"
            f" {item['done'] or '-'} {item['days_late']}"
            for item in json.loads(files["viec.json"])["assignments"]
        ],
        "phong-trao.json": [
            (item["state"], item["progress"], item["report"])
            for item in json.loads(files["phong-trao.json"])["campaigns"]
        ],
        "feed": _titles(files["phong-trao/tet/feed.xml"]),
        "lịch": list(_events(files["phong-trao/tet/lich.ics"])),
        "lịch nhắc": _text(files["phong-trao/tet/lich.ics"]).count("BEGIN:VALARM"),
        "tìm thấy": sorted(record.title for record in records_of(portal)),
    }


def _tags(tags: Iterable[Tag]) -> str:
    return ", ".join(tag.text for tag in tags)


def _board(board: Board) -> Iterator[str]:
    for line in (*board.lines, *((board.sum,) if board.sum else ())):
        counts = zip(board.states, line.counts, strict=True)
        yield f"{line.name.text} {line.total} = " + ", ".join(f"{c.text} {state.lower()}" for state, c in counts if c)
    for group in board.groups:
        yield from (f"{group.name.text} → {row}" for row in _rows(group.rows))


def _rows(rows: Iterable[AssignmentRow]) -> Iterator[str]:
    for row in rows:
        done = f", {row.done.text}" if row.done else ""
        late = f", {row.late}" if row.late else ""
        evidence = f" [{', '.join(link.text for link in row.evidence)}]" if row.evidence else ""
        yield f"{row.unit.text}: {row.what}, {row.state.text}{done}{late}{evidence}"


def _tasks_of(portal: Portal, path: str) -> tuple[AssignmentRow, ...]:
    document = portal.document_at.get(path)
    return document_view(document, portal).tasks if document else ()


def _shown(portal: Portal) -> Iterator[str]:
    views = [(entry.head.title, news_view(entry, portal).facts) for entry in portal.news]
    views += [(document.head.title, document_view(document, portal).facts) for document in portal.documents]
    for title, facts in views:
        for fact in facts:
            if fact.label == "Minh chứng cho việc":
                yield f"{title}: {', '.join(value.text for value in fact.values)}"


def _titles(feed: str | bytes) -> list[str | None]:
    return [entry.findtext(f"{ATOM}title") for entry in ElementTree.fromstring(feed).iter(f"{ATOM}entry")]


def _text(file: str | bytes) -> str:
    return file.decode() if isinstance(file, bytes) else file


def _events(calendar: str | bytes) -> Iterator[str]:
    text = _text(calendar).replace("\r\n ", "")
    for event in re.findall(r"BEGIN:VEVENT.*?END:VEVENT", text, re.DOTALL):
        found = dict(re.findall(r"(?m)^(DTSTART|DTEND|SUMMARY)[^:\r\n]*:([^\r\n]*)", event))
        yield f"{found['DTSTART']}-{found.get('DTEND', '')} {found['SUMMARY']}"


@pytest.fixture(scope="module")
def golden() -> Any:
    return yaml.safe_load(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize("day", DAYS)
def test_the_same_story_everywhere(tmp_path: Path, golden: Any, day: str) -> None:
    assert json.loads(json.dumps(told_on(tmp_path, day))) == golden[f"{day}: {DAYS[day]}"]


def _write() -> None:
    with tempfile.TemporaryDirectory() as folder:
        golden = {f"{day}: {why}": json.loads(json.dumps(told_on(Path(folder), day))) for day, why in DAYS.items()}
    GOLDEN.write_text(yaml.safe_dump(golden, allow_unicode=True, sort_keys=False, width=150), encoding="utf-8")


if __name__ == "__main__":
    _write()
