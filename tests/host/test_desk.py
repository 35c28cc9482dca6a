"""The editors' desk stands in a preview and in no build."""

from __future__ import annotations

from pathlib import Path

from tests.host.test_serve import Preview, preview  # noqa: F401
from trangtin.host.addresses import list_address
from trangtin.views.desk import DeskOrder


def test_no_build_holds_the_desk(sample: Path) -> None:
    desk = list_address(DeskOrder.STATE.target).strip("/")
    held = [path for path in sample.rglob("*") if desk in path.as_posix() or path.name == "desk.css"]
    assert held == []
    texts = [path for path in sample.rglob("*") if path.suffix in {".html", ".json", ".xml", ".css", ".js", ".txt"}]
    assert texts
    told = ((path, path.read_text(encoding="utf-8")) for path in texts)
    assert [path for path, text in told if desk in text or "Bảng biên tập" in text] == []


def test_a_preview_has_it_in_every_order(preview: Preview) -> None:  # noqa: F811
    draft = preview.root / "plans/2021/nhap.md"
    draft.write_text("---\ntype: KH\ntitle: Bản nháp mới\ndraft: true\n---\n\nNội dung.\n", encoding="utf-8")
    for order in DeskOrder:
        body = preview.wait(list_address(order.target), lambda _, body: "Bản nháp mới" in body)
        assert "plans/2021/nhap.md:1" in body
    assert preview.get("assets/desk.css")[0] == 200
    assert 'bang-bien-tap/">Bảng biên tập</a>' in preview.get("")[1]
    assert "Bảng biên tập: http://127.0.0.1:" in preview.log.read_text(encoding="utf-8")
    # What it tells of, it does not publish, not even in the preview.
    assert "Bản nháp mới" not in preview.get("van-ban/")[1]
