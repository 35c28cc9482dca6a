"""Edits under a running preview: every page and file it then gives is what a build of the same files makes."""

from __future__ import annotations

import gc
import logging
import os
import re
import shutil
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from tests.host.test_serve import SITE, Preview
from tests.portal.drawing import draw
from tests.settled import settle
from trangtin.host.plugin import TrangtinPlugin
from trangtin.host.preview.on_edit import Edits
from trangtin.host.site import Site

pytestmark = pytest.mark.slow

NOT_SHOWN = {"manifest.json", "sitemap.xml", "sitemap.xml.gz"}
"""What a preview that draws on demand has no use for."""
_SCRIPT = re.compile(rb"<script>\s*var livereload.*?</script>", re.DOTALL)

PLAN = "plans/2021/thi-dua-bau-cu/26-kh-sxd.md"
NEWS = "site_src/tin-tuc/2021/kiem-tra-diem-bo-phieu.md"
CAMPAIGN = "plans/2021/thi-dua-bau-cu/index.md"
UNIT = "site_src/don-vi/thanh-tra.md"
ABOUT = "site_src/gioi-thieu.md"


def replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def written(path: str, text: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        (root / path).write_text(text, encoding="utf-8")

    return edit


EDITS: dict[str, tuple[Callable[[Path], None], ...]] = {
    "texts, names, a page that comes, one that goes": (
        replaced(PLAN, "Sở Xây dựng phát động", "Sở Xây dựng TỪ MỚI phát động"),
        replaced(CAMPAIGN, "\ntitle: ", "\ntitle: Đổi tên "),
        replaced(UNIT, "name: ", "name: Phòng "),
        written(
            "site_src/trang-moi.md", "---\ntitle: Trang mới\nredirect_from: [/cu/]\n---\nXem [nhau](gioi-thieu.md).\n"
        ),
        lambda root: (root / NEWS).unlink(),
    ),
    "a broken file, a page of the menu that becomes a draft, a file that goes": (
        replaced(PLAN, "date: 2021-02-22", "date: 22/13/2021"),
        replaced(ABOUT, "\ntitle: ", "\ndraft: true\ntitle: "),
        lambda root: (root / "plans/2021/thi-dua-bau-cu/26-kh-sxd.pdf").unlink(),
    ),
    "both mended, another picture": (
        replaced(PLAN, "date: 22/13/2021", "date: 2021-02-22"),
        replaced(ABOUT, "\ndraft: true\n", "\n"),
        replaced("site_src/assets/huy-hieu.svg", "<svg", "<svg data-new='1'"),
    ),
    "the configuration": (replaced("mkdocs.yml", "Nguyễn Văn U", "Lê Văn C"),),
}


def built(root: Path, url: str, folder: Path) -> dict[str, bytes]:
    """The preview as MkDocs builds it whole, page after page."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder))
    config.plugins.on_startup(command="serve", dirty=False)
    plugin = config.plugins["trangtin"]
    assert hasattr(plugin, "_preview")
    plugin._preview = None
    config.site_url = url
    try:
        build(config, serve_url=url)
    finally:
        logging.getLogger("mkdocs").handlers.clear()
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def preview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Preview]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    monkeypatch.setenv("TRANGTIN_TODAY", "2021-03-01")
    root = tmp_path / "portal"
    shutil.copytree(SITE, root)
    settle()  # as a working copy that was written long ago
    server = Preview(root)
    try:
        server.wait("", lambda status, _: status == 200)
        yield server
    finally:
        server.process.terminate()
        server.process.wait(timeout=120)


def test_whatever_is_edited_every_page_is_that_of_a_whole_build(preview: Preview, tmp_path: Path) -> None:
    former: set[str] = set()
    for number, (name, edits) in enumerate(EDITS.items(), start=1):
        for edit in edits:
            edit(preview.root)
        preview.wait_for_reload(number)
        site = built(preview.root, preview.url, tmp_path / f"site-{number}")
        told = {address: preview.read(address) for address in sorted({*site, *former} - NOT_SHOWN)}
        wrong = [address for address, data in told.items() if _SCRIPT.sub(b"", data or b"") != site.get(address, b"")]
        assert wrong == [], name
        assert len(site) > 150
        assert [preview.read(name) for name in NOT_SHOWN] == [None, None, None]
        former |= site.keys()
        quick = preview.log.read_text(encoding="utf-8").count("Đã đọc lại nội dung")
    assert quick >= 1


PORTAL = """
    == mkdocs.yml
    site_name: Trường Mẫu
    docs_dir: site_src
    theme: {name: trangtin}
    plugins: [{trangtin: {unit: {name: Trường Mẫu}}}]
    == site_src/gioi-thieu.md
    title: Giới thiệu
    ---
    Chào.
"""


def test_a_template_put_back_with_its_old_size_and_time_is_another(tmp_path: Path) -> None:
    template = tmp_path / "main.html"
    (tmp_path / "mkdocs.yml").write_text("site_name: Trường\n", encoding="utf-8")
    template.write_text("một", encoding="utf-8")
    settle()
    config = SimpleNamespace(config_file_path=str(tmp_path / "mkdocs.yml"), watch=[str(tmp_path)])
    edits, seen = Edits(cast(MkDocsConfig, config), None, ()), template.stat()
    assert edits.are_of_content()
    template.write_text("mốt", encoding="utf-8")
    os.utime(template, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    settle()
    assert not edits.are_of_content()


def test_a_state_that_is_no_longer_shown_goes_at_once(tmp_path: Path) -> None:
    """Else memory would hold one portal more after every edit, until Python looks for what points at itself."""
    draw(tmp_path, PORTAL)
    settle()
    config = load_config(str(tmp_path / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    plugin = config.plugins["trangtin"]
    assert isinstance(plugin, TrangtinPlugin)
    assert plugin._preview is not None
    try:
        build(config, serve_url="http://127.0.0.1:8000/")
        gc.disable()
        shown: list[weakref.ref[Site]] = []
        for number in range(3):
            written("site_src/gioi-thieu.md", f"---\ntitle: Giới thiệu\n---\nLần {number}.\n")(tmp_path)
            assert plugin._refresh()
            assert plugin._site is not None
            assert plugin._preview._shown is not None
            assert f"Lần {number}" in str(plugin._preview._shown.answer("gioi-thieu/"))
            plugin._preview._shown.answer("van-ban/")
            shown.append(weakref.ref(plugin._site))
        assert [state() is None for state in shown] == [True, True, False]
    finally:
        gc.enable()
        logging.getLogger("mkdocs").handlers.clear()
