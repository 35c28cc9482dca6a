"""Pictures are drawn once, and kept by what they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.drawing.test_card import CARD
from trangtin.drawing import store
from trangtin.drawing.fonts import Family, find_family
from trangtin.drawing.store import keep_pictures, pictures_of
from trangtin.views.machine_readable.share import ShareCard


@pytest.fixture
def family() -> Family:
    found = find_family()
    assert found is not None
    return found


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    titles: list[str] = []

    def draw(card: ShareCard, _: Family) -> bytes:
        titles.append(card.title)
        return card.title.encode()

    monkeypatch.setattr(store, "draw_card", draw)
    return titles


def test_only_what_says_something_new_is_drawn(tmp_path: Path, family: Family, drawn: list[str]) -> None:
    cards = {"a": replace(CARD, title="A"), "b": replace(CARD, title="B")}
    pictures_of(cards, family, tmp_path)
    kept = pictures_of({**cards, "b": replace(CARD, title="C"), "d": cards["a"]}, family, tmp_path)
    assert drawn == ["A", "B", "C"]
    assert {name: picture.read() for name, picture in kept.items()} == {"a": b"A", "b": b"C", "d": b"A"}
    assert drawn == ["A", "B", "C"]


def test_other_fonts_make_other_pictures(tmp_path: Path, family: Family, drawn: list[str]) -> None:
    pictures_of({"a": CARD}, family, tmp_path)
    pictures_of({"a": CARD}, replace(family, bold=family.regular), tmp_path)
    assert len(drawn) == 2


def test_what_another_build_has_dropped_is_drawn_again(tmp_path: Path, family: Family, drawn: list[str]) -> None:
    cards = {title: replace(CARD, title=title) for title in "ABC"}
    kept = pictures_of(cards, family, tmp_path)
    keep_pictures({"A": cards["A"]}, family, tmp_path)
    assert [picture.read() for picture in kept.values()] == [b"A", b"B", b"C"]
    assert drawn == ["A", "B", "C", "B", "C"]


def test_a_folder_that_cannot_be_written_to_costs_nothing_but_time(
    tmp_path: Path, family: Family, drawn: list[str]
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert pictures_of({"a": CARD}, family, tmp_path / "file")["a"].read() == CARD.title.encode()
