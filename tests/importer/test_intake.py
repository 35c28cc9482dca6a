"""Names of files as they are told."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from trangtin.importer.intake import sources_in


@pytest.mark.skipif("\\" in str(Path("a/b")), reason="no such names on Windows")
def test_a_line_end_in_a_name_stays_out_of_messages(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_text("KẾ HOẠCH", encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("d\r\ne.txt", "KẾ HOẠCH")
    found = sources_in([tmp_path, tmp_path / "a\nb.txt", tmp_path / "c.zip"])
    assert [source.file_name for source in found] == ["a b.txt", "a b.txt", "d e.txt"]
    assert [source.read().decode() for source in found] == ["KẾ HOẠCH"] * 3
    assert not any("\n" in source.name or "\r" in source.name for source in found)
