"""The picture of a shared link: its size, its weight, and every letter as a letter."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tools.system_parts import FONTS
from trangtin.drawing import fonts
from trangtin.drawing.card import draw_card
from trangtin.drawing.fonts import LETTERS, Family, drawable, find_family, width
from trangtin.views.machine_readable.share import ShareCard

CARD = ShareCard(
    "Tỉnh ủy Mẫu", "Trường Chính trị tỉnh Mẫu", "Kế hoạch số 12/KH-TCT", "Tết trồng cây", "Ngày 01/02/2026"
)


@pytest.fixture(scope="module")
def family() -> Family:
    FONTS.require()
    found = find_family()
    assert found is not None
    return found


def picture(card: ShareCard, family: Family) -> Image.Image:
    return Image.open(io.BytesIO(draw_card(card, family))).convert("L")


def rows_with_ink(image: Image.Image, top: int, bottom: int) -> list[int]:
    part = image.crop((0, top, image.width, bottom))
    white = bytes([255]) * part.width
    return [y for y in range(part.height) if part.crop((0, y, part.width, y + 1)).tobytes() != white]


def test_it_is_as_large_as_networks_ask_and_light(family: Family) -> None:
    data = draw_card(CARD, family)
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))
    assert len(data) < 40_000
    assert draw_card(CARD, family) == data


@pytest.mark.parametrize(
    ("card", "bar", "accent"),
    [
        (CARD, (138, 21, 25), (151, 24, 28)),
        (replace(CARD, bar="#0b5d4f", accent="#0b5d4f"), (11, 93, 79), (11, 93, 79)),
    ],
)
def test_it_wears_the_units_colour(family: Family, card: ShareCard, bar: object, accent: object) -> None:
    image = Image.open(io.BytesIO(draw_card(card, family))).convert("RGB")
    assert (image.getpixel((4, 4)), image.getpixel((80, 546))) == (bar, accent)


def test_cards_of_two_units_share_nothing(family: Family) -> None:
    """The bar with the unit's name is drawn once for all cards of a portal."""
    other = replace(CARD, unit="Sở Xây dựng tỉnh Mẫu", parent="")
    alone = draw_card(other, family)
    assert draw_card(CARD, family) != alone
    assert draw_card(other, family) == alone


@pytest.mark.parametrize(
    "title",
    [
        "Tết",
        "ĐƯỢC Ẳ Ẵ Ộ Ử Ỹ " * 3,
        "Phát động đợt thi đua cao điểm chào mừng cuộc bầu cử đại biểu Quốc hội " * 5,
        "Viếtliềnkhôngcáchnàocảthìcũngphảicắt" * 5,
        "",
    ],
    ids=["one word", "high marks", "long", "one long word", "none"],
)
def test_a_title_of_any_length_stays_inside_its_field(title: str, family: Family) -> None:
    image = picture(replace(CARD, title=title), family)
    assert image.crop((1140, 140, 1200, 630)).getextrema() == (255, 255)  # nothing in the right margin
    assert rows_with_ink(image, 531, 543) == []  # nor between title and foot
    assert bool(rows_with_ink(image, 238, 530)) is bool(title)


def test_marks_are_drawn(family: Family) -> None:
    letters = "aàáảãạăằắẳẵặâầấẩẫậdđeêềếểễệoôơớợuưừứửữựyỳỹ"
    assert len({draw_card(replace(CARD, title=letter), family) for letter in letters}) == len(letters)


def test_a_sign_that_the_font_lacks_is_left_out_not_drawn_as_a_box(family: Family) -> None:
    assert drawable("Hội thi \U0001f389 2026", family.bold) == "Hội thi  2026"
    boxed = replace(CARD, title="Hội thi \U0001f389")
    assert draw_card(boxed, family) == draw_card(replace(CARD, title="Hội thi"), family)


def test_words_are_as_wide_as_they_are_drawn(family: Family) -> None:
    text = "Phát động đợt thi đua cao điểm"
    for size in (26, 44, 66):
        assert width(text, family.bold, size) == pytest.approx(fonts.font(family.bold, size).getlength(text), rel=0.03)


def test_a_machine_without_fonts_has_no_family(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "FOLDERS", (str(tmp_path),))
    assert find_family() is None
    (tmp_path / "LiberationSans-Regular.ttf").write_bytes(b"no font")
    (tmp_path / "LiberationSans-Bold.ttf").write_bytes(b"no font")
    monkeypatch.setattr(fonts, "FOLDERS", (str(tmp_path), str(tmp_path)))
    assert find_family() is None


def test_in_place_of_a_damaged_font_none_of_its_name_is_taken(
    tmp_path: Path, family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, damaged = tmp_path / "fonts" / "Own.ttf", tmp_path / "own" / "Own.ttf"
    for file, content in ((whole, family.regular.read_bytes()), (damaged, b"no font")):
        file.parent.mkdir()
        file.write_bytes(content)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with pytest.raises(OSError, match="unknown file format"):
        fonts.font(damaged, 24)


def test_letters_are_all_vowels_with_all_tones() -> None:
    for vowel in "aăâeêioôơuưy":
        for tone in "\u0300\u0301\u0303\u0309\u0323":
            assert unicodedata.normalize("NFC", vowel + tone) in LETTERS
