"""docs/fields.md is what the declarations say."""

from __future__ import annotations

from tests.docs.pages import read
from tools.fields_table import page


def test_committed_page_is_the_generated_one() -> None:
    assert read("docs/fields.md") == page(), "chạy: python -m tools.fields_table"
