"""Whoever types the number of a paper that is not here is told so; nobody else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.search.asking import Script
from tests.search.conftest import citations
from tests.search.pages import page, publish
from trangtin.portal.linked_document import typed_number
from trangtin.portal.model import Portal
from trangtin.search.folding import folded


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("16 KH TCT", "16 KH TCT"),
        ("16 kh", "16 kh"),
        ("16khtct", "16khtct"),
        ("99/KH-UBND", "99/KH-UBND"),
        ("99-KH/TU", "99-KH/TU"),
        ("128/KH-UBND", "128/KH-UBND"),
        ("30/2020/NĐ-CP", "30/2020/NĐ-CP"),
        ("Kế hoạch số 16/KH-TCT ngày 3/4/2026 của Trường", "16/KH-TCT"),
        ("ke hoach 16 kh tct bau cu", "16 kh tct"),
        ('"16/KH-TCT"', "16/KH-TCT"),
        ("146 tct tchc", "146 tct tchc"),
        ("86/2015/QH13", "86/2015/QH13"),
        ("so 99", "99"),
        ("văn bản số 99", "99"),
        ("kế hoạch số 99 của Trường", "99"),
    ],
)
def test_a_number_that_no_paper_bears_is_named(
    asked: Script, index: tuple[Path, list[str]], query: str, number: str
) -> None:
    assert asked.unknown_number(index[0], query) == number


def test_no_number_of_a_paper_that_is_here_is_called_unknown(
    asked: Script, index: tuple[Path, list[str]], sample: Portal
) -> None:
    borne = [each for each in sample.documents if each.head.number and each.head.date and not each.head.is_withdrawn]
    typed = {written for each in borne for written in citations(each.head, each.issuer)}
    typed |= {f"{typed_number(each.head)} {each.head.title}" for each in borne}
    bare = {" ".join(map(folded, written.lower().split())) for written in typed}
    assert [written for written in sorted(typed | bare) if asked.unknown_number(index[0], written)] == []


@pytest.mark.parametrize(
    "query",
    [
        "90 ngày số hóa",
        "ngày 20/11",
        "20/11/2026",
        "2025 - 2026",
        "năm học 2026-2027",
        "thi đua 2026 tct",
        "tháng 11 tct",
        "hồ sơ 2026",
        "ho so 5",
        "khóa 16",
        "lớp 10 năm 2026",
        "20/người",
        "2020-nay",
        "5 kg",
        "12 th",
        "số 5 đường Trường Học",
        "quý 3",
        "5.000.000 đồng/người",
        "zzz",
        "kế hoạch " * 8 + "99/KH-UBND",  # only so many words are looked for
        "",
    ],
)
def test_what_is_no_papers_number_is_not_called_one(asked: Script, index: tuple[Path, list[str]], query: str) -> None:
    assert asked.unknown_number(index[0], query) == ""


def test_one_paper_is_known_by_a_number_of_any_year(asked: Script, tmp_path: Path) -> None:
    paper = page("Nghị định số 30/2020/NĐ-CP: Về công tác văn thư", number="30/2020/NĐ-CP")
    folder = publish(tmp_path, [page("Tin khác"), paper])
    for query in ("30/2020/NĐ-CP", "30/NĐ-CP", "30 nd cp", "30 2020 nd cp", "nghị định số 30", "nghị định số 30/2020"):
        assert asked.unknown_number(folder, query) == "", query
    for query in ("30/2021/NĐ-CP", "31 nd cp"):
        assert asked.unknown_number(folder, query) == query
