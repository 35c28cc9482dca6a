"""The form for editors goes out with a site that asks for it, once its program is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.host.conftest import Builder
from tests.portal.drawing import draw
from trangtin.editing.bundle import KEPT, _state

CMS = ", cms: {backend: gitlab, repo: tct/trang-tin, base_url: https://git.mau.example, app_id: abc}"


def build(root: Path, builder: Builder, options: str) -> Path:
    draw(root, "== site_src/gioi-thieu.md\ntitle: Giới thiệu\n")
    unit = f"plugins: [{{trangtin: {{unit: {{name: Trường Mẫu}}{options}}}}}]"
    (root / "mkdocs.yml").write_text(f"site_name: a\ntheme: trangtin\ndocs_dir: site_src\n{unit}\n", encoding="utf-8")
    return builder(root, site_url="https://truong.example/")


def fetched(root: Path) -> None:
    folder = root / KEPT / _state()
    folder.mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>Biên tập</title>", encoding="utf-8")


def test_a_site_that_asks_for_it_has_it(tmp_path: Path, session_builder: Builder) -> None:
    fetched(tmp_path)
    site = build(tmp_path, session_builder, CMS)
    assert (site / "admin/index.html").is_file()
    config = json.loads((site / "admin/config.json").read_text(encoding="utf-8"))
    assert config["backend"]["name"] == "gitlab"
    assert config["backend"]["repo"] == "tct/trang-tin"
    assert "admin/" not in (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "/admin/" not in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("options", ["", CMS], ids=["not asked for", "not fetched"])
def test_else_there_is_none(tmp_path: Path, session_builder: Builder, options: str) -> None:
    site = build(tmp_path, session_builder, options)
    assert not (site / "admin").exists()
