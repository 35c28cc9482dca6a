"""What a preview remembers of files: used only while neither they nor what is around them may have changed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from trangtin.disk.file_memory import FileMemory, Forgetful
from trangtin.disk.stamp import COARSE


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
    monkeypatch.setattr(time, "time_ns", lambda: now() + COARSE + 10**9)


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


@pytest.mark.parametrize("place", [0, 1])
def test_a_file_written_just_now_may_be_written_again_unseen(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    last = files[place].stat().st_ctime_ns
    monkeypatch.setattr("trangtin.disk.file_memory.was_settled", lambda stamp, _: stamp[2] != last)
    assert remembered(files).get("trang", files, "ngày") is None
    assert remembered(files[1 - place :][:1]).get("trang", files[1 - place :][:1], "ngày") is not None


@pytest.mark.usefixtures("_later")
def test_who_asks_for_everything_once_remembers_nothing_and_looks_at_no_file() -> None:
    memory: FileMemory[str] = Forgetful()
    for _ in range(2):
        assert memory.get("trang", (Path("khong-co.md"),), "ngày") is None
        memory.put("trang", "giá trị")
        memory.turn()
        assert memory.is_empty
