"""Heads kept between runs: the same answers, never stale ones, and no harm from what lies there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.problem import Code
from trangtin.content.reading import file_reader, front_matter
from trangtin.content.reading.file_reader import Read, read_file
from trangtin.content.reading.head_store import HeadStore

TEXT = "\n---\ntitle: Lễ phát động\ndate: 20/4/2021\nalbum:\n  - src: a.jpg\n    alt: Ảnh\nsummary:\n---\nBài viết\n"
PLACE = "site_src/tin-tuc/2021/le.md"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "heads.sqlite"


def read(text: str | bytes, kept: Path, path: str = PLACE) -> Read:
    file = kept.parent.parent / "file.md"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    with HeadStore(kept) as store:
        return read_file(file, path, News, store)


def alike(left: Read, right: Read) -> bool:
    """Whether both say the same, whatever their texts are kept as."""

    def said(read: Read) -> object:
        entry, problems = read
        assert isinstance(entry, Entry)
        parts = (entry.head, entry.body, entry.body_line, dict(entry.lines), entry.mended)
        return parts, entry.fingerprint, entry.head_fingerprint, problems

    return said(left) == said(right)


def refuse_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_matter, "parse_yaml", None)  # would fail if it were asked


def test_a_kept_file_says_the_same(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(TEXT, kept)
    refuse_yaml(monkeypatch)
    monkeypatch.setattr(file_reader, "decode", None)  # its text need not be looked at
    assert alike(read(TEXT, kept), first)


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("\n", "\r\n"),
        "\ufeff" + TEXT,
        TEXT + "Ba\u0300i vie\u0302\u0301t rời dấu",
        TEXT.replace("phát", "pha\u0301t"),
        TEXT + "dòng\u2028dưới",
        TEXT.removesuffix("Bài viết\n"),
    ],
    ids=["Windows", "mark", "text in NFD", "head in NFD", "odd line end", "no text"],
)
def test_however_a_file_is_typed_it_says_the_same_again(text: str, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(text, kept)
    refuse_yaml(monkeypatch)
    assert alike(read(text, kept), first)


def test_after_an_edit_of_its_text_a_file_has_a_known_head(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, _ = read(TEXT, kept)
    refuse_yaml(monkeypatch)
    after, problems = read(f"{TEXT}Thêm một đoạn\n", kept)
    assert before is not None
    assert after is not None
    assert problems == []
    assert after.body == "Bài viết\nThêm một đoạn\n"
    assert (after.head, after.head_fingerprint) == (before.head, before.head_fingerprint)
    assert after.fingerprint != before.fingerprint


def test_a_file_elsewhere_is_told_by_its_own_place(kept: Path) -> None:
    here, _ = read(TEXT, kept)
    there, _ = read(TEXT, kept, PLACE.replace("le.md", "khac.md"))
    assert here is not None
    assert there is not None
    assert here.head == there.head
    assert here.fingerprint != there.fingerprint
    assert here.head_fingerprint != there.head_fingerprint


def test_heads_with_faults_are_read_anew(kept: Path) -> None:
    for _ in range(2):
        _, problems = read(TEXT.replace("summary:", "title: Lần nữa"), kept)
        assert ["TT" in str(each) for each in problems] == [True]


def test_an_unknown_key_left_empty_is_told_each_time(kept: Path) -> None:
    for _ in range(2):
        _, problems = read(TEXT.replace("summary:", "tom_luoc:"), kept)
        assert [(each.line, each.code) for each in problems] == [(8, Code.UNKNOWN_KEY)]


def test_what_a_head_means_is_judged_each_time(kept: Path) -> None:
    for _ in range(2):
        _, problems = read(TEXT.replace("20/4/2021", "31/4/2021"), kept)
        assert [each.line for each in problems] == [4]


def test_what_is_no_longer_used_goes(kept: Path) -> None:
    for day in range(1, 10):
        read(TEXT.replace("20/4", f"{day}/4"), kept)
    with closing(sqlite3.connect(kept)) as base, base:
        assert base.execute("SELECT count(*) FROM kept").fetchone() <= (2,)


@pytest.mark.parametrize("found", [b"", b"[]", b"\xff", b"SQLite format 3\0" + b"x" * 200])
def test_a_damaged_store_is_an_empty_one(kept: Path, found: bytes) -> None:
    kept.parent.mkdir()
    kept.write_bytes(found)
    entry, problems = read(TEXT, kept)
    assert entry is not None
    assert problems == []


@pytest.mark.parametrize("said", [b"", b"{", b"[1]", b"[{}, [1]]", 7])
def test_a_damaged_row_is_none(kept: Path, said: bytes | int, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read(TEXT, kept)
    with closing(sqlite3.connect(kept)) as base, base:
        base.execute("UPDATE kept SET said = ?", (said,))
    assert alike(read(TEXT, kept), first)
    refuse_yaml(monkeypatch)  # it was written anew
    assert alike(read(TEXT, kept), first)


def test_a_folder_that_cannot_be_written_to_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("")
    assert read(TEXT, tmp_path / "cache" / "heads.sqlite")[0] is not None


def test_half_a_character_in_quotes_is_no_end_of_the_program(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_matter, "_LOADER", yaml.BaseLoader)  # libyaml refuses it
    for _ in range(2):
        entry, _ = read(TEXT.replace("Lễ phát động", '"Lễ \\ud800"'), kept)
        assert entry is not None
