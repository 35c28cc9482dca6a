"""Whatever a file holds, the reader says what it is or what is wrong with it, and never falls over."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.news import News
from trangtin.content.page import Page, PageHead
from trangtin.content.reading.file_reader import read_file
from trangtin.content.unit import Unit

KINDS: st.SearchStrategy[type[PageHead]] = st.sampled_from([Campaign, Document, News, Unit, Page])
KEYS = sorted({key for kind in (Campaign, Document, News, Unit) for key in kind.model_fields} | {"path", "do", "name"})
SCALARS = st.one_of(
    st.sampled_from(
        ["12/KH-TCT", "20/4/2021", "KH", "yes", "no", "~", "null", "12:30", "-10", "a.pdf", '"', "'", "&a", "*a", "!!x"]
    ),
    st.text(max_size=12),
)
LINES = st.builds(
    lambda indent, dash, key, joint, value: f"{indent}{dash}{key}{joint}{value}",
    st.sampled_from(["", "  ", "    ", "\t"]),
    st.sampled_from(["", "", "- "]),
    st.sampled_from(["", *KEYS]),
    st.sampled_from([": ", ":", ": [", ": {", ": >", " "]),
    SCALARS,
)
YAMLISH = st.builds(
    lambda opening, rows, closing: f"{opening}{chr(10).join(rows)}\n{closing}",
    st.sampled_from(["---\n", "", "\ufeff---\n", "\n---\n"]),
    st.lists(LINES, max_size=8),
    st.sampled_from(["---\nNội dung\n", "---", ""]),
)


def check(data: bytes, kind: type[PageHead]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.md"
        file.write_bytes(data)
        entry, problems = read_file(file, "plans/2021/a.md", kind)
    assert (entry is None) == bool(problems)
    text = data.decode("utf-8", errors="replace")
    last = len(text.splitlines()) + 1
    for problem in problems:
        assert 1 <= problem.line <= last, problem
        assert problem.message and problem.remedy, problem
        assert "\n" not in str(problem)


@given(st.binary(max_size=200), KINDS)
def test_any_bytes(data: bytes, kind: type[PageHead]) -> None:
    check(data, kind)


@given(st.text(max_size=200), KINDS)
def test_any_text(text: str, kind: type[PageHead]) -> None:
    check(text.encode("utf-8", errors="replace"), kind)


@given(YAMLISH, KINDS)
@settings(max_examples=200)
def test_anything_like_a_head(text: str, kind: type[PageHead]) -> None:
    check(text.encode("utf-8", errors="replace"), kind)
