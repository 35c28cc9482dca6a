"""The files of an index: what a reader may rely on, whoever and however many made them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.search.pages import ABBREVIATIONS, NOWHERE, index_of, page
from trangtin.search import cache, excerpts, index, kept_index, known_terms
from trangtin.search.read_pages import read_pages_of
from trangtin.search.record import FacetValue, Field, SearchRecord
from trangtin.search.terms import PageTerms, terms_of

PAGES = [
    replace(
        page(f"Kế hoạch số {number}", f"thi đua đợt {number} " * (number % 7), f"{number}/KH-TCT", name=f"{number}"),
        day=date(2021, 1, 1),
        facets=(FacetValue("ke-hoach", "Kế hoạch"), None, None, FacetValue("2021", "2021"), None, None),
    )
    for number in range(60)
]


def files(records: list[SearchRecord] = PAGES, folder: Path = NOWHERE) -> dict[str, bytes]:
    return dict(index_of(records, folder, lambda target: f"{target}/").files())


def test_the_first_file_names_the_version_of_every_other() -> None:
    found = files()
    versions = json.loads(found.pop("chi-muc.json"))["versions"]
    named = {kind: [each[at : at + 5] for at in range(0, len(each), 5)] for kind, each in versions.items()}
    for name, data in found.items():
        _, kind, number = Path(f"{name.removesuffix('.json')}/0").parts[:3]
        together = {"tu": 4, "cap": 4, "trich": 32}.get(kind, 1)
        assert json.loads(data)["build"] == named[kind][int(number.partition("-")[0]) // together], name


def test_a_version_tells_its_files_apart() -> None:
    before, after = files(), files([*PAGES[:7], replace(PAGES[7], body="chữ mới"), *PAGES[8:]])
    assert before["chi-muc.json"] != after["chi-muc.json"]
    seen = {(name, json.loads(data)["build"]): data for name, data in before.items()}
    assert all(seen.get((name, json.loads(data)["build"]), data) == data for name, data in after.items())


def test_an_edit_leaves_the_files_of_other_pages() -> None:
    before, after = files(), files([*PAGES[:7], replace(PAGES[7], body="chữ mới"), *PAGES[8:]])
    changed = {name for name in after if before.get(name) != after[name]}
    assert "chi-muc/trich/7.json" in changed
    assert not any(f"chi-muc/trich/{page}.json" in changed for page in range(32, 60))
    assert "chi-muc/loc.json" not in changed


def test_a_newer_page_leaves_the_others_their_numbers() -> None:
    before, after = files(), files([*PAGES, page("Tin mới", "chưa có")])
    assert {name for name in before if name.startswith("chi-muc/trich/") and before[name] != after[name]} == {
        f"chi-muc/trich/{number}.json" for number in range(32, 60)
    }


def test_the_first_file_tells_what_is_there() -> None:
    found = files()
    start = json.loads(found["chi-muc.json"])
    assert (start["format"], start["folding"], start["name"], start["pages"]) == (2, 1, "Trang mẫu", 60)
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
    monkeypatch.setattr(known_terms, "ENOUGH", 20)
    monkeypatch.setattr(known_terms, "_INVERTED", 7)
    monkeypatch.setattr(index, "RUN", excerpts.TOGETHER)
    monkeypatch.setenv("TRANGTIN_PROCESSES", "3")
    assert files() == alone


def test_where_no_copies_can_be_made_new_processes_read_the_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = files()
    monkeypatch.setattr(known_terms, "ENOUGH", 20)
    monkeypatch.setenv("TRANGTIN_PROCESSES", "3")
    monkeypatch.setattr(index, "can_copy", lambda: False)
    monkeypatch.setattr(known_terms, "terms_of", lambda *_: pytest.fail("this process reads a page"))
    tasks = list[object]()

    def sent(work: Callable[..., object], listed: Sequence[tuple[object, ...]], **_: object) -> Iterator[object]:
        tasks.extend(listed)
        with monkeypatch.context() as elsewhere:
            elsewhere.setattr(known_terms, "terms_of", terms_of)
            return iter([work(*task) for task in listed])

    monkeypatch.setattr(known_terms, "in_parallel", sent)
    assert files(folder=tmp_path) == alone
    assert len(tasks) == 1


def test_after_an_edit_only_that_page_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(folder=tmp_path)
    read: list[str] = []

    def counted(record: SearchRecord, *rest: object) -> PageTerms:
        read.append(record.target)
        return terms_of(record, ABBREVIATIONS)

    monkeypatch.setattr(known_terms, "terms_of", counted)
    assert files(folder=tmp_path) == before
    assert read == []
    edited = [*PAGES[:7], replace(PAGES[7], body="chữ mới"), *PAGES[8:]]
    after = files(edited, tmp_path)
    assert read == [PAGES[7].target]
    assert after == files(edited)


def test_a_long_table_in_a_file_leaves_room_for_the_page() -> None:
    table = " ".join(str(number) for number in range(70_000))
    record = replace(PAGES[0], fields=((Field.FILES, table),), body="lời mở đầu")
    found = terms_of(record, ABBREVIATIONS).words.split()
    assert {"lời", "mở", "đầu", "60000"} <= {*found}
    assert len(found) < 1 << 16


def test_pages_that_are_gone_leave_the_cache(tmp_path: Path) -> None:
    files(folder=tmp_path)
    size = len(cache.TermsCache(tmp_path).read([cache.key_of(record, ABBREVIATIONS) for record in PAGES]))
    files(PAGES[:5], tmp_path)
    left = cache.TermsCache(tmp_path).read([cache.key_of(record, ABBREVIATIONS) for record in PAGES])
    assert (size, len(left)) == (60, 5)


@pytest.mark.parametrize("name", [cache.NAME, kept_index.NAME, kept_index.SHARDS, excerpts.NAME])
@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"x" * 200, None])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, name: str, damage: bytes | None) -> None:
    before = files(folder=tmp_path)
    (tmp_path / name).unlink() if damage is None else (tmp_path / name).write_bytes(damage)
    edited = [*PAGES[:7], replace(PAGES[7], body="chữ mới"), *PAGES[8:]]
    assert files(edited, tmp_path) == files(edited)
    assert files(folder=tmp_path) == before


def test_a_folder_that_cannot_be_written_to_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert files(folder=tmp_path / "file") == files()


def test_what_pages_gave_can_be_written_down(tmp_path: Path) -> None:
    """A later build makes the same of it, without reading them."""
    whole = index_of(PAGES, tmp_path)
    read = [whole.read(run) for run in whole.runs()]
    told = [read_pages_of(json.loads(json.dumps(each.as_json()))) for each in read]
    assert told == [replace(each, files=()) for each in read]
    assert dict(whole.rest(told)) == dict(whole.rest(read))


def test_a_text_changes_what_stands_for_it() -> None:
    one, other = index_of([page(body="Một.")]), index_of([page(body="Hai.")])
    assert one.texts(slice(0, 1)) != other.texts(slice(0, 1))
    assert one.texts(slice(0, 1)) == index_of([page(body="Một.")]).texts(slice(0, 1))
