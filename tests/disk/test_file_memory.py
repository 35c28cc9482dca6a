"""What a preview remembers of files: used only while neither they nor what is around them may have changed."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from trangtin.disk.file_memory import SETTLED, FileMemory


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    found = tmp_path / "a.md", tmp_path / "b.md"
    for file in found:
        file.write_text("một", encoding="utf-8")
    return found


@pytest.fixture
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files were written long enough ago to be told from any written later."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + SETTLED + 10**9)


def remembered(files: tuple[Path, ...], around: object = "ngày") -> FileMemory[str]:
    """A memory after one round, in which a value was worked out from these files."""
    memory: FileMemory[str] = FileMemory()
    assert memory.is_empty
    assert memory.get("trang", files, around) is None
    memory.put("trang", "giá trị")
    memory.turn()
    return memory


@pytest.mark.usefixtures("_later")
def test_what_nobody_touched_is_known_in_every_round(files: tuple[Path, Path]) -> None:
    memory = remembered(files)
    for _ in range(3):
        assert not memory.is_empty
        assert memory.get("trang", files, "ngày") == "giá trị"
        memory.turn()


@pytest.mark.usefixtures("_later")
def test_another_text_other_files_or_another_day_is_not_known(files: tuple[Path, Path]) -> None:
    memory = remembered(files)
    assert memory.get("trang", files, "hôm sau") is None
    assert memory.get("trang", files[:1], "ngày") is None
    files[1].write_text("hai", encoding="utf-8")
    assert memory.get("trang", files, "ngày") is None


@pytest.mark.usefixtures("_later")
def test_what_was_not_asked_for_is_forgotten(files: tuple[Path, Path]) -> None:
    memory = remembered(files)
    memory.turn()
    assert memory.is_empty
    assert memory.get("trang", files, "ngày") is None


@pytest.mark.parametrize(("nanoseconds", "is_known"), [(SETTLED, False), (SETTLED + 1, True)])
def test_a_file_written_just_now_may_be_written_again_unseen(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, nanoseconds: int, is_known: bool
) -> None:
    last = files[1].stat().st_mtime_ns
    os.utime(files[0], ns=(last - SETTLED, last - SETTLED))  # of two files the later one counts
    monkeypatch.setattr(time, "time_ns", lambda: last + nanoseconds)
    assert (remembered(files).get("trang", files, "ngày") is not None) is is_known
