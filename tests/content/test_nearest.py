"""What an editor probably meant."""

from __future__ import annotations

import difflib
from typing import Any

import pytest

from trangtin.content.nearest import nearest, nearest_number, nearest_path


@pytest.mark.parametrize(
    ("text", "known", "meant"),
    [
        ("khoa-lcls", ["khoa-llcs", "khoa-xdd"], "khoa-llcs"),
        ("KHOA-LLCS", ["khoa-llcs"], "khoa-llcs"),
        ("bau-cu", ["bau-cu-2021", "ngay-sach"], "bau-cu-2021"),
        ("van-phong", ["khoa-llcs"], None),
        ("", ["khoa-llcs"], None),
        ("khoa-llcs", [], None),
    ],
)
def test_names(text: str, known: list[str], meant: str | None) -> None:
    assert nearest(text, known) == meant


@pytest.mark.parametrize(
    ("path", "known", "meant"),
    [
        ("plans/2021/12-kh-tct.pdf", ["plans/2021/12-kh-tct..pdf"], "plans/2021/12-kh-tct..pdf"),
        ("plans/2021/12-kh-tct.pdf", ["plans/2022/12-kh-tct.pdf"], "plans/2022/12-kh-tct.pdf"),
        ("plans/2021/12.PDF", ["plans/2021/12.pdf"], "plans/2021/12.pdf"),
        ("plans/2021/12.pdf", ["plans/2022/13.pdf"], None),
        ("plans/2021/a/index.md", ["plans/2021/b/index.md"], None),
    ],
)
def test_paths(path: str, known: list[str], meant: str | None) -> None:
    assert nearest_path(path, known) == meant


def test_no_mistake_is_compared_with_all_that_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []

    def counting(text: str, known: list[str], **rest: Any) -> list[str]:
        compared.append(len(known))
        return found(text, known, **rest)

    found = difflib.get_close_matches
    monkeypatch.setattr(difflib, "get_close_matches", counting)
    known = [f"plans/2021/{n}-kh-tct.md" for n in range(1000)]
    assert nearest_path("plans/2021/50-kh-tcc.md", known) == "plans/2021/50-kh-tct.md"
    assert nearest_path("plans/2021/ke-hoach-thi-dua-chao-mung-bau-cu.md", known) is None
    assert compared == [300, 0]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12/KH-TC", "12/KH-TCT"),
        ("012/kh-tcct", "12/KH-TCT"),
        ("54/QĐ-TCT", "45/QĐ-TCT"),
        ("1204/QĐ-UBN", "1204/QĐ-UBND"),
        ("124/QĐ-UBND", "1204/QĐ-UBND"),
        ("12204/QĐ-UBND", "1204/QĐ-UBND"),
        ("13/KH-TCT", None),
        ("95/KH-TCT", None),
        ("1/KH-TCT", None),
        ("12/BC-STNMT", None),
        ("Luật Bầu cử", None),
    ],
)
def test_a_number_is_near_by_its_symbol_or_a_slip_of_the_hand(typed: str, meant: str | None) -> None:
    assert nearest_number(typed, ["12/KH-TCT", "45/QĐ-TCT", "1204/QĐ-UBND"]) == meant
