"""Index and query have one idea of words: the same cases, and any text, in Python and in the page's script."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.asking import Script
from trangtin.content.text import normalise
from trangtin.search.folding import folded, is_onset, words

CASES: list[tuple[str, list[str], list[str]]] = json.loads(
    Path(__file__).with_name("folding_cases.json").read_text(encoding="utf-8")
)
LETTERS = "aAăâeêoôơuưyqQdđĐðÐ \u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323hnt059_-/.\u200b\u00a0²Ⅳß"


@pytest.mark.parametrize(("text", "written", "keys"), CASES)
def test_cases(asked: Script, text: str, written: list[str], keys: list[str]) -> None:
    assert words(normalise(text)) == written
    assert list(map(folded, written)) == keys
    assert asked.words(text) == (written, keys)


@settings(max_examples=600)
@given(st.one_of(st.text(LETTERS), st.text(st.characters(max_codepoint=0x1FFF, categories=("L", "N", "P", "Z", "Mn")))))
def test_any_text(asked: Script, text: str) -> None:
    if any(ord(c) > 0x24F and not 0x1E00 <= ord(c) < 0x1F00 and not 0x300 <= ord(c) < 0x370 for c in text):
        return  # other scripts change with each version of Unicode, which the two need not share
    written = words(normalise(text))
    assert asked.words(text) == (written, list(map(folded, written)))


@pytest.mark.parametrize("prefix", ["t", "a", "th", "ngh", "qu", "gi", "9", "959"])
def test_what_is_too_short_to_list_all_words_for(prefix: str) -> None:
    assert is_onset(prefix)


@pytest.mark.parametrize("prefix", ["ta", "tho", "hdnd", "2021", "qua"])
def test_what_is_long_enough(prefix: str) -> None:
    assert not is_onset(prefix)


def test_zero_width_characters_of_a_text_are_no_part_of_its_words() -> None:
    """The page's script takes them out of queries; texts of some scripts are read with them."""
    assert words(normalise("ພາ\u200bສາ\u200cລາວ")) == words("ພາສາລາວ")
