"""The command `schema`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.portal_folder import trangtin
from trangtin.content.writing.json_schema import schemas


def test_all_at_once_or_a_file_each(tmp_path: Path) -> None:
    assert json.loads(trangtin("schema").output) == schemas()
    done = trangtin("schema", "--out", tmp_path / "moi")
    assert done.exit_code == 0
    written = {file.name: json.loads(file.read_text("utf-8")) for file in (tmp_path / "moi").iterdir()}
    assert written == {f"{name}.schema.json": schema for name, schema in schemas().items()}
    assert trangtin("schema", "--out", tmp_path / "moi").exit_code == 0  # written anew, they are nobody's own
