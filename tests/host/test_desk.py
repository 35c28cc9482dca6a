"""The editors' desk stands in no build; that a preview has it, test_serve.py proves."""

from __future__ import annotations

from pathlib import Path

from trangtin.host.addresses import list_address
from trangtin.views.for_editors.desk import DeskOrder


def test_no_build_holds_the_desk(sample: Path) -> None:
    desk = list_address(DeskOrder.STATE.target).strip("/")
    held = [path for path in sample.rglob("*") if desk in path.as_posix() or path.name == "desk.css"]
    assert held == []
    texts = [path for path in sample.rglob("*") if path.suffix in {".html", ".json", ".xml", ".css", ".js", ".txt"}]
    assert texts
    told = ((path, path.read_text(encoding="utf-8")) for path in texts)
    assert [path for path, text in told if desk in text or "Bảng biên tập" in text] == []
