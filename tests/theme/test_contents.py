"""Names that templates give in two places, or in another than the table of titles: both are the same."""

import re
from pathlib import Path

import pytest

import trangtin_theme
from trangtin.views import targets

_PAGES = Path(trangtin_theme.__file__).parent / "pages"
_LINE = re.compile(r"'(?P<id>muc-[\w-]+)': \('(?P<heading>[^']+)', ")
_HEADING = re.compile(r'<h2 id="(?P<id>muc-[\w-]+)">(?P<text>[^<]+)')
_LISTING = [path for path in sorted(_PAGES.glob("*.html")) if _LINE.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("path", _LISTING, ids=lambda path: path.stem)
def test_every_line_of_a_list_of_contents_begins_the_heading_it_leads_to(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    headings = {found["id"]: found["text"] for found in _HEADING.finditer(text)}
    for line in _LINE.finditer(text):
        is_the_same = f"heading(parts, '{line['id']}')" in text
        assert is_the_same or headings.get(line["id"], "").startswith(line["heading"]), line["id"]


def test_the_longest_pages_have_such_a_list() -> None:
    assert {"document", "campaign", "term", "disclosure"} <= {path.stem for path in _LISTING}


def test_the_page_for_missing_addresses_calls_sections_by_their_titles() -> None:
    text = (_PAGES.parent / "404.html").read_text(encoding="utf-8")
    named = re.findall(r"\{\{ '(list:[\w-]+)' \| href \}\}\">([^<]+)<", text)
    assert len(named) > 3
    assert [(target, targets.TITLES[target]) for target, _ in named] == named
