"""The catalogue of English words has what templates and views say, and nothing else."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract, extract_from_dir
from babel.messages.pofile import read_po

import trangtin
import trangtin_theme
from trangtin.views.words import catalogues, day_in, frame_of, words

PROGRAM, THEME = Path(trangtin.__file__).parent, Path(trangtin_theme.__file__).parent


def said() -> set[str]:
    """Whatever stands inside `_('…')` of a template or `word("…")` of a module."""
    templates = extract_from_dir(THEME, [("**.html", "jinja2.ext:babel_extract")], keywords={"_": None})
    written = (file.read_bytes() for file in PROGRAM.rglob("*.py"))
    modules = (
        found for text in written if b"word(" in text for found in extract("python", BytesIO(text), {"word": None})
    )
    return {str(message) for message in (*(found[2] for found in templates), *(found[1] for found in modules))}


@pytest.mark.parametrize("file", catalogues(), ids=lambda file: file.name)
def test_every_word_is_translated_and_none_is_left_over(file: Path) -> None:
    with file.open("rb") as opened:
        catalogue = read_po(opened)
    known = {str(message.id): str(message.string) for message in catalogue if message.id}
    assert known.keys() == said()
    assert [text for text, translated in known.items() if not translated.strip()] == []
    assert str(catalogue.locale) == file.stem
    assert [text for text, translated in known.items() if ("{name}" in text) != ("{name}" in translated)] == []


def test_a_language_without_a_catalogue_keeps_the_vietnamese_frame() -> None:
    assert [frame_of(tag) for tag in ("en", "en-GB", "tyz", "vi", "zh-Hans")] == ["en", "en", "vi", "vi", "vi"]
    assert words("vi")("Liên hệ") == "Liên hệ"
    assert words("en")("Liên hệ") == "Contact"
    assert words("en")("Không ai nói câu này") == "Không ai nói câu này"


def test_days_are_written_as_their_readers_do() -> None:
    day = date(2021, 4, 5)
    assert (day_in("vi", day).text, day_in("en", day).text) == ("05/04/2021", "5 April 2021")
    assert day_in("vi", day).iso == day_in("en", day).iso == "2021-04-05"
