"""QR codes that the last build drew."""

from __future__ import annotations

from pathlib import Path

import pytest

from trangtin.drawing import kept_codes
from trangtin.drawing.kept_codes import qr_codes
from trangtin.drawing.qr import draw_qr

ONE, OTHER = "https://a.example/phong-trao/mot/", "https://a.example/phong-trao/hai/"


def test_a_code_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def draw(address: str) -> bytes:
        drawn.append(address)
        return draw_qr(address)

    monkeypatch.setattr(kept_codes, "draw_qr", draw)
    assert qr_codes([ONE], tmp_path) == {ONE: draw_qr(ONE)}
    assert qr_codes([ONE, OTHER], tmp_path) == {ONE: draw_qr(ONE), OTHER: draw_qr(OTHER)}
    assert drawn == [ONE, OTHER]


def test_where_nothing_can_be_kept_all_are_drawn(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert qr_codes([ONE], tmp_path / "file") == {ONE: draw_qr(ONE)}
