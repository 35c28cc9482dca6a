"""What tests need of a machine is looked for, so that what lacks is installed and not found out in the middle."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tools.system_parts import find_fonts

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere fonts come with the system")


@pytest.mark.parametrize(
    ("families", "is_enough"),
    [
        (["DejaVu Sans,DejaVu Sans Condensed", "DejaVu Serif"], False),
        (["Liberation Serif"], False),
        (["DejaVu Sans", "Liberation Serif"], True),
        ([], False),
    ],
)
def test_papers_and_pages_have_their_fonts(
    families: list[str], *, is_enough: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = tmp_path / "fc-list"
    listing.write_text("#!/bin/sh\ncat <<'E'\n" + "\n".join(families) + "\nE\n", encoding="utf-8")
    listing.chmod(0o755)
    missing = None if "Liberation Serif" in families else "Không tìm thấy phông chữ cỡ Times"
    monkeypatch.setattr("tools.paper_fonts.use_fonts", lambda _: missing)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert (find_fonts() is not None) is is_enough
