"""Heads kept between runs: the same answers, never stale ones, and no harm from what lies there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trangtin.content import front_matter
from trangtin.content.front_matter import parse
from trangtin.content.head_store import HeadStore

TEXT = "\n---\ntitle: Tin\nfiles:\n  - path: a.pdf\ndate:\n---\nBài\n"


def test_a_kept_head_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a" / "heads.json"
    with HeadStore(file) as store:
        first = parse(TEXT, "a.md", store)
    monkeypatch.setattr(front_matter, "parse_yaml", None)  # would fail if it were asked
    with HeadStore(file) as store:
        assert parse(TEXT, "a.md", store) == first == parse(f"{TEXT}", "b.md", store)
        moved, _ = parse(f"\n{TEXT}", "a.md", store)
    assert first[0] is not None
    assert moved is not None
    assert moved.lines == {key: line + 1 for key, line in first[0].lines.items()}


def test_heads_with_faults_are_read_anew(tmp_path: Path) -> None:
    file = tmp_path / "heads.json"
    for _ in range(2):
        with HeadStore(file) as store:
            assert len(parse("---\na: 1\na: 2\n---\n", "x.md", store)[1]) == 1


def test_what_is_no_longer_used_goes(tmp_path: Path) -> None:
    file = tmp_path / "heads.json"
    for text in ("---\na: 1\n---\n", "---\nb: 1\n---\n"):
        with HeadStore(file) as store:
            parse(text, "x.md", store)
    assert [data for data, _ in json.loads(file.read_bytes())["heads"].values()] == [{"b": "1"}]


@pytest.mark.parametrize("kept", [b"", b"[]", b"\xff", b'{"code": "x", "heads": {"a": 1}}', b"null"])
def test_a_damaged_store_is_an_empty_one(tmp_path: Path, kept: bytes) -> None:
    file = tmp_path / "heads.json"
    file.write_bytes(kept)
    with HeadStore(file) as store:
        front, problems = parse(TEXT, "a.md", store)
    assert front is not None
    assert problems == []


def test_a_folder_that_cannot_be_written_to_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with HeadStore(tmp_path / "file" / "heads.json") as store:
        assert parse(TEXT, "a.md", store)[0] is not None
