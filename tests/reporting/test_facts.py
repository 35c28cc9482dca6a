"""A report tells every fact of the campaign once, and nothing that is not in the model."""

from __future__ import annotations

import io
import re
import tempfile
from datetime import datetime
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings

from tests.portal.drawing import campaign, portal_on
from tests.reporting.campaigns import UNITS, Facts, campaigns
from trangtin.portal.assignments import Assignment, AssignmentState
from trangtin.reporting.composition import compose
from trangtin.reporting.markdown import body_markdown
from trangtin.reporting.scope import Scope
from trangtin.reporting.word.paper import as_word

_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
_NUMBER = re.compile(r"\d+/[A-ZĐ]{2}-\w+")
_WORD = re.compile(r"Chữ\d+x")
_NEWS = re.compile(r"tin “Chữ\d+x” ngày \d\d/\d\d?/\d{4}")
_CITED = re.compile(r"(?<=Minh chứng: )(.*)\.$|\bTheo Quyết định số (.*)$", re.MULTILINE)
"""Where a report points to what it tells in full elsewhere: evidence, and the decisions that awards come from."""


def word_text(data: bytes) -> str:
    """All text of a .docx file, body and tables."""
    sheet = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in sheet.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in sheet.paragraphs), *cells])


def rows_of(markdown: str) -> dict[str, list[str]]:
    """Rows of all tables, by the first cell that is a text."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in markdown.split("\n") if line[:1] == "|"]
    return {next(cell for cell in row if cell and not cell.isdigit()): row for row in rows}


@pytest.mark.slow
@given(campaigns())
@settings(max_examples=25, deadline=None)
def test_every_fact_once_and_none_besides(facts: Facts) -> None:
    with tempfile.TemporaryDirectory() as folder:
        portal = portal_on(Path(folder), f"{facts.today}", facts.drawing)
    found = campaign(portal)
    paper = compose(Scope(portal, found))
    markdown = body_markdown(paper)
    for text in (markdown, word_text(as_word(paper, datetime(2026, 1, 1)))):
        in_full = _CITED.sub("", text)
        assert {fact: len(re.findall(rf"{re.escape(fact)}(?!\w)", in_full)) for fact in facts.told} == dict.fromkeys(
            facts.told, 1
        )
        for cited in _CITED.finditer(text):
            if shown := cited[1]:
                assert all(_NEWS.fullmatch(each) for each in shown.split("; ")), shown
            else:
                assert _NUMBER.match(cited[2]), cited
        assert not [fact for fact in facts.hidden if re.search(rf"{re.escape(fact)}(?!\w)", text)]
        assert set(_WORD.findall(text)) | set(_NUMBER.findall(text)) == set(facts.told)
        days = {f"{int(d)}/{int(m)}/{y}" for d, m, y in (day.split("/") for day in _DAY.findall(text))}
        assert days <= {f"{day.day}/{day.month}/{day.year}" for day in facts.days}
    rows = rows_of(markdown)
    expected = {
        "Nhiệm vụ được giao": facts.counts["tasks"],
        "Công trình, phần việc đăng ký": facts.counts["works"],
        "Tin, bài đã đăng": facts.counts["news"],
        "Khen thưởng tập thể": facts.counts["tap-the"],
        "Khen thưởng cá nhân": facts.counts["ca-nhan"],
    }
    assert {what: int(rows[what][-1]) for what in expected} == expected
    for title, levels in (
        ("Văn bản của cấp trên", ("trung-uong", "tinh")),
        ("Văn bản đã ban hành", ("don-vi", "phong")),
    ):
        named = next(row for what, row in rows.items() if what.startswith(title))
        assert int(named[-1]) == sum(facts.counts[f"documents {level}"] for level in levels)
    _check_units(rows, found.assignments)


def _check_units(rows: dict[str, list[str]], assignments: tuple[Assignment, ...]) -> None:
    if not assignments:
        assert "Đơn vị" not in rows
        return
    labels = {state.in_sums: state for state in AssignmentState}
    states = [labels[title] for title in rows["Đơn vị"][2:]]
    for unit, name in {**UNITS, "": "Cộng"}.items():
        own = [each for each in assignments if unit in ("", each.unit)]
        if not own:
            assert name not in rows
            continue
        counts = [len(own), *(sum(each.state is state for each in own) for state in states)]
        assert [int(cell) for cell in rows[name][1:]] == counts
        assert sum(counts[1:]) == counts[0]
