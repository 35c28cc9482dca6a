"""Links: what one to a telephone dials, and what sections are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from trangtin import views
from trangtin.views import targets
from trangtin.views.parts.link import Link, phone_link


@pytest.mark.parametrize(
    ("typed", "dialled"),
    [
        ("0200 3000 000", "tel:02003000000"),
        ("(0200) 3000 000", "tel:02003000000"),
        ("0200.3000.000", "tel:02003000000"),
        ("0900-00-00-00-00", None),
        ("0900 00 00 00", "tel:0900000000"),
        ("+84 (200) 3000 000", "tel:+842003000000"),
        ("(+84) 200 3000 000", "tel:+842003000000"),
        ("1900 0000", "tel:19000000"),
        ("1022", "tel:1022"),
        ("0200 3000 000 - máy lẻ 105", None),
        ("0200 3000 000 (105)", None),
        ("0200 3000 000 - 0200 3000 001", None),
        ("0200 3000 000; 0200 3000 001", None),
        ("0200 3000 000/001", None),
        ("0200 300 000-1", None),
        ("1900 0000 - 105", None),
        ("văn thư, tầng 2", None),
    ],
)
def test_a_link_dials_the_one_number_that_stands_there(typed: str, dialled: str | None) -> None:
    assert phone_link(typed) == Link(typed, dialled)


def test_no_number_no_link() -> None:
    assert phone_link(None) is None
    assert phone_link("") is None


def test_no_view_types_the_title_of_a_section() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in Path(views.__file__).parent.rglob("*.py")}
    typed = [
        (path.name, title)
        for path, text in texts.items()
        for title in targets.TITLES.values()
        if f'Link("{title}", targets.' in text or f'title="{title}"' in text
    ]
    assert typed == []
