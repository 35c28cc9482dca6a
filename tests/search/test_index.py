"""The files of an index: what a reader may rely on, whoever and however many made them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.search.pages import ABBREVIATIONS, page
from trangtin.search import cache, reading, terms
from trangtin.search.index import index_files
from trangtin.search.reading import read_pages
from trangtin.search.record import FacetValue, SearchRecord
from trangtin.search.terms import PageTerms

PAGES = [
    replace(
        page(f"Kế hoạch số {number}", f"thi đua đợt {number} " * (number % 7), f"{number}/KH-TCT", name=f"{number}"),
        day=date(2021, 1, 1),
        facets=(FacetValue("ke-hoach", "Kế hoạch"), None, None, FacetValue("2021", "2021"), None, None),
    )
    for number in range(60)
]


def files(records: list[SearchRecord] = PAGES, folder: Path | None = None) -> dict[str, bytes]:
    pages = read_pages(records, ABBREVIATIONS, folder)
    return dict(index_files(records, pages, ABBREVIATIONS, lambda target: f"{target}/", "Trang mẫu"))


def test_every_file_is_of_one_build() -> None:
    found = files()
    builds = {json.loads(data)["build"] for data in found.values()}
    assert len(builds) == 1
    assert found == files()
    assert builds != {json.loads(data)["build"] for data in files(PAGES[1:]).values()}


def test_the_first_file_tells_what_is_there() -> None:
    found = files()
    start = json.loads(found["chi-muc.json"])
    assert (start["format"], start["folding"], start["name"], start["pages"]) == (1, 1, "Trang mẫu", 60)
    for kind in ("tu", "cap"):
        count = len(start[kind].split("|"))
        assert {name for name in found if name.startswith(f"chi-muc/{kind}/")} == {
            f"chi-muc/{kind}/{number}.json" for number in range(count)
        }


def test_terms_stand_in_order_over_all_files() -> None:
    found = files()
    count = sum(name.startswith("chi-muc/cap/") for name in found)
    terms = [term for number in range(count) for term in json.loads(found[f"chi-muc/cap/{number}.json"])["terms"]]
    assert terms == sorted(terms)
    assert "ke hoach" in terms


def test_what_an_answer_shows() -> None:
    shown = json.loads(files()["chi-muc/trich/3.json"])
    assert shown["title"] == "Kế hoạch số 3"
    assert shown["address"] == "plans/3.md/"
    assert shown["text"] == ["thi đua đợt 3 thi đua đợt 3 thi đua đợt 3"]


def test_a_long_text_comes_in_parts() -> None:
    found = files([page("Dài", "\n\n".join("câu văn dài " * 50 for _ in range(12)))])
    parts = [name for name in found if "trich/0" in name]
    assert len(parts) == json.loads(found["chi-muc/trich/0.json"])["parts"] > 1
    assert max(len(found[name]) for name in parts) < 8_000


@pytest.mark.parametrize("records", [[], [page()]], ids=["nothing", "an empty page"])
def test_next_to_nothing(records: list[SearchRecord]) -> None:
    assert json.loads(files(records)["chi-muc.json"])["pages"] == len(records)


def test_many_processes_make_what_one_makes(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = files()
    monkeypatch.setattr(reading, "ENOUGH", 20)
    monkeypatch.setattr("os.cpu_count", lambda: 3)
    assert files() == alone


def test_after_an_edit_only_that_page_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(folder=tmp_path)
    read: list[str] = []

    def counted(record: SearchRecord, *rest: object) -> PageTerms:
        read.append(record.target)
        return terms_of(record, ABBREVIATIONS)

    terms_of = terms.terms_of
    monkeypatch.setattr(reading, "terms_of", counted)
    assert files(folder=tmp_path) == before
    assert read == []
    edited = [*PAGES[:7], replace(PAGES[7], body="chữ mới"), *PAGES[8:]]
    assert files(edited, tmp_path) == files(edited)
    assert read == [PAGES[7].target, *(record.target for record in edited)]


def test_pages_that_are_gone_leave_the_cache(tmp_path: Path) -> None:
    files(folder=tmp_path)
    size = len(cache.TermsCache(tmp_path).read([cache.key_of(record, ABBREVIATIONS) for record in PAGES]))
    files(PAGES[:5], tmp_path)
    left = cache.TermsCache(tmp_path).read([cache.key_of(record, ABBREVIATIONS) for record in PAGES])
    assert (size, len(left)) == (60, 5)


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"x" * 200])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    before = files(folder=tmp_path)
    (tmp_path / cache.NAME).write_bytes(damage)
    assert files(folder=tmp_path) == before
    assert files(folder=tmp_path) == before


def test_a_folder_that_cannot_be_written_to_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert files(folder=tmp_path / "file") == files()
