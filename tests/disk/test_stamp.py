"""A file is what it was while its stamp is: every write changes it, once the last one is long enough ago."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from trangtin.disk.stamp import COARSE, TICK, Stamp, stamp_of, was_settled

SECOND = 10**9
FINE, WHOLE = 5 * SECOND + 1, 5 * SECOND


@pytest.mark.parametrize("is_moved", [False, True])
def test_a_file_of_the_same_size_and_time_is_another(tmp_path: Path, is_moved: bool) -> None:
    file, other = tmp_path / "a", tmp_path / "b"
    file.write_text("một")
    seen = file.stat()
    (other if is_moved else file).write_text("hai")
    if is_moved:
        other.replace(file)
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert stamp_of(file.stat()) != stamp_of(seen)
    assert stamp_of(file.stat()) == stamp_of(file.stat())


@pytest.mark.parametrize(
    ("system", "modified", "changed", "moment", "is_settled"),
    [
        ("posix", 0, FINE, FINE + TICK, False),
        ("posix", 0, FINE, FINE + TICK + 1, True),
        ("posix", 9 * SECOND, FINE, FINE + TICK + 1, True),  # a time of write that somebody set says nothing
        ("posix", 0, WHOLE, WHOLE + COARSE, False),
        ("posix", 0, WHOLE, WHOLE + COARSE + 1, True),
        ("nt", FINE, 0, FINE + TICK, False),  # there `changed` is when the file was made
        ("nt", FINE, 9 * SECOND, FINE + TICK + 1, True),
        ("nt", WHOLE, 0, WHOLE + TICK + 1, False),
    ],
)
def test_a_file_written_just_now_may_be_written_again_unseen(
    monkeypatch: pytest.MonkeyPatch, system: str, modified: int, changed: int, moment: int, is_settled: bool
) -> None:
    stamp: Stamp = (3, modified, changed, 1)
    monkeypatch.setattr("trangtin.disk.stamp.os.name", system)
    settled = was_settled(stamp, moment)
    monkeypatch.undo()
    assert settled is is_settled
