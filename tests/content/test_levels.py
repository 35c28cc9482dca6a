"""The level of government that the name of a body shows."""

from __future__ import annotations

from datetime import date

import pytest

from trangtin.content.levels import is_of_district, level_of
from trangtin.content.values.vocabulary import Level


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("Bộ Nội vụ", Level.CENTRAL),
        ("UBND tỉnh Mẫu", Level.PROVINCE),
        ("ĐẢNG ỦY XÃ MẪU", Level.COMMUNE),
        ("Ủy ban nhân dân huyện Mẫu", None),
        ("Sở Y tế", None),
    ],
)
def test_the_level_that_a_name_shows(name: str, level: Level | None) -> None:
    assert level_of(name, None) == level


@pytest.mark.parametrize(
    ("day", "level"), [(date(2024, 12, 31), None), (date(2025, 1, 1), Level.PROVINCE), (None, None)]
)
def test_hue_was_a_city_of_a_province_before(day: date | None, level: Level | None) -> None:
    assert level_of("Ủy ban nhân dân thành phố Huế", day) == level


@pytest.mark.parametrize(
    ("name", "is_one"), [("UBND quận Mẫu", True), ("Huyện ủy Mẫu", True), ("UBND tỉnh Mẫu", False)]
)
def test_districts_have_no_level(name: str, is_one: bool) -> None:
    assert is_of_district(name) == is_one
