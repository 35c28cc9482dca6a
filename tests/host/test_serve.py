"""A real preview server: edits show, broken files show their problems, and the server heals."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

import trangtin_theme
from tests.host.conftest import REPOSITORY
from tests.portal.drawing import draw
from tests.ports import free_port
from trangtin.host.addresses import list_address
from trangtin.views.for_editors.desk import DeskOrder

pytestmark = pytest.mark.server

SITE = REPOSITORY / "tests/sites/so-xay-dung"
PATIENCE = 180  # seconds for a slow machine; how fast it really is stands in benchmarks/


class Preview:
    def __init__(self, root: Path, command: str = "serve", **variables: str) -> None:
        self._port = free_port()
        self.url = f"http://127.0.0.1:{self._port}/"
        self.root = root
        self.log = root / "serve.log"
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "trangtin", command, "-a", f"127.0.0.1:{self._port}"],
                cwd=root,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, "TRANGTIN_TODAY": "2021-03-01", **variables},
            )

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self._port}/{path}", timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def read(self, path: str) -> bytes | None:
        """What is there, byte for byte; None where there is nothing."""
        try:
            with urllib.request.urlopen(self.url + quote(path), timeout=PATIENCE) as answer:
                data: bytes = answer.read()
                return data
        except urllib.error.HTTPError as error:
            error.close()
            return None

    def wait_for_reload(self, count: int) -> None:
        """Wait until browsers were told for the `count`-th time to load their page again, and nothing more comes."""
        deadline, quiet = time.monotonic() + 4 * PATIENCE, 0
        while time.monotonic() < deadline:
            log = self.log.read_text(encoding="utf-8")
            quiet = quiet + 1 if log.count("Tải lại trang trong trình duyệt") >= count else 0
            if quiet > 15 and log.count("Có tệp vừa đổi") == log.count("Tải lại trang trong trình duyệt"):
                return
            time.sleep(0.1)
        pytest.fail(f"no reload; log:\n{self.log.read_text(encoding='utf-8')[-3000:]}")

    def wait(self, path: str, until: Callable[[int, str], bool]) -> str:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            status, body = self.get(path)
            if until(status, body):
                return body
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        pytest.fail(f"{path} never became as expected; log:\n{self.log.read_text(encoding='utf-8')[-3000:]}")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    root = tmp_path / "portal"
    shutil.copytree(SITE, root)
    server = Preview(root)
    try:
        server.wait("", lambda status, _: status == 200)
        yield server
    finally:
        server.process.terminate()
        server.process.wait(timeout=PATIENCE)


def test_edits_new_files_deleted_files_and_broken_files(preview: Preview) -> None:
    plan = next(preview.root.glob("plans/2021/*/26-kh-sxd.md"))
    news = preview.root / "site_src/tin-tuc/2021/tin-moi.md"
    original = plan.read_text(encoding="utf-8")

    # an edit outside docs_dir
    plan.write_text(original.replace("Sở Xây dựng phát động", "Sở Xây dựng TỪ MỚI phát động"), encoding="utf-8")
    preview.wait("van-ban/2021/26-kh-sxd/", lambda _, body: "TỪ MỚI" in body)

    # a new file, then its removal
    news.write_text("---\ntitle: Tin vừa thêm\ndate: 1/3/2021\n---\n\nNội dung.\n", encoding="utf-8")
    preview.wait("tin-tuc/", lambda _, body: "Tin vừa thêm" in body)
    news.unlink()
    preview.wait("tin-tuc/2021/tin-moi/", lambda status, _: status == 404)

    # a broken file: its page says what is wrong, so does the terminal, all other pages stand
    plan.write_text(original.replace("date: 2021-02-22", "date: 22/13/2021"), encoding="utf-8")
    body = preview.wait("van-ban/2021/26-kh-sxd/", lambda _, body: "TT204" in body)
    assert "không có tháng 13" in body
    assert "TT204" in preview.log.read_text(encoding="utf-8")
    status, home = preview.get("")
    assert status == 200
    assert "lỗi" in home

    # not even UTF-8
    plan.write_bytes(original.encode("utf-16"))
    preview.wait("van-ban/2021/26-kh-sxd/", lambda _, body: "TT101" in body)

    # it heals
    plan.write_text(original, encoding="utf-8")
    body = preview.wait("van-ban/2021/26-kh-sxd/", lambda _, body: "Số: 26/KH-SXD" in body)
    assert "TT101" not in body
    assert preview.process.poll() is None


def test_a_broken_configuration_keeps_the_last_one(preview: Preview) -> None:
    config = preview.root / "mkdocs.yml"
    original = config.read_text(encoding="utf-8")
    config.write_text(original.replace(" name: Sở Xây dựng", " nam: Sở Xây dựng"), encoding="utf-8")
    preview.wait("", lambda status, body: status == 200 and "lỗi" in body)
    assert "có phải ý bạn là 'name'" in preview.log.read_text(encoding="utf-8")
    config.write_text(original, encoding="utf-8")
    preview.wait("", lambda status, body: status == 200 and "lỗi" not in body)

    # not even YAML: pages stand, and content that is edited shows
    config.write_text(f"{original}nav: [\n", encoding="utf-8")
    preview.wait("loi-noi-dung/", lambda _, body: "TT106" in body and "mkdocs.yml" in body)
    (preview.root / "site_src/moi.md").write_text("---\ntitle: Trang mới\n---\n", encoding="utf-8")
    preview.wait("moi/", lambda status, _: status == 200)
    config.write_text(original, encoding="utf-8")
    preview.wait("moi/", lambda status, body: status == 200 and "lỗi" not in body)

    # what only MkDocs finds
    count = preview.log.read_text(encoding="utf-8").count("Tải lại trang trong trình duyệt")
    config.write_text(f"{original}markdown_extensions: [khong_co]\n", encoding="utf-8")
    preview.wait_for_reload(count + 1)
    assert preview.get("moi/")[0] == 200
    config.write_text(original, encoding="utf-8")
    preview.wait("", lambda status, body: status == 200 and "lỗi" not in body)
    assert "Traceback" not in preview.log.read_text(encoding="utf-8")


PORTAL = """
    == mkdocs.yml
    site_name: Trường Mẫu
    docs_dir: site_src
    theme: {name: trangtin, custom_dir: giao-dien}
    plugins: [{trangtin: {unit: {name: Trường Mẫu}}}]
    == site_src/gioi-thieu.md
    title: Giới thiệu
    ---
    Chào.
    == giao-dien/khong-gi.txt
    trống
"""


@pytest.mark.parametrize("whose", ["ours", "the unit's own"])
def test_templates_and_styles_that_are_edited_show_at_once(tmp_path: Path, whose: str) -> None:
    theme, root = tmp_path / "lib/trangtin_theme", tmp_path / "portal"
    draw(root, PORTAL if whose != "ours" else PORTAL.replace(", custom_dir: giao-dien", ""))
    shutil.copytree(Path(trangtin_theme.__file__).parent, theme)
    place = theme if whose == "ours" else root / "giao-dien"
    preview = Preview(root, PYTHONPATH=str(theme.parent))
    page, template, style = "gioi-thieu/", "pages/page.html", "styles/base.css"
    try:
        preview.wait(page, lambda status, _: status == 200)
        (place / "pages").mkdir(exist_ok=True)
        text = (theme / template).read_text("utf-8")
        (place / template).write_text(text.replace("{% block content %}", "{% block content %}<p>SỬA MẪU</p>"), "utf-8")
        preview.wait(page, lambda _, body: "SỬA MẪU" in body)
        (place / "styles").mkdir(exist_ok=True)
        (place / style).write_text((theme / style).read_text("utf-8") + ".sua-kieu{color:red}", "utf-8")
        preview.wait(page, lambda _, body: "sua-kieu" in preview.get(shared_style(body))[1])
        (root / "site_src/gioi-thieu.md").write_text("---\ntitle: Giới thiệu\n---\nTỪ MỚI\n", "utf-8")
        body = preview.wait(page, lambda _, body: "TỪ MỚI" in body)
        assert "SỬA MẪU" in body
        assert "sua-kieu" in preview.get(shared_style(body))[1]
    finally:
        preview.process.terminate()
        preview.process.wait(timeout=PATIENCE)


def shared_style(page: str) -> str:
    """The address of the sheet that all pages share, as a page names it."""
    found: list[str] = re.findall(r'href="(?:\.\./)*(assets/trangtin\.[^"]+\.css)"', page)
    return found[0]


def test_the_desk_stands_in_every_order(preview: Preview) -> None:
    draft = preview.root / "plans/2021/nhap.md"
    draft.write_text("---\ntype: KH\ntitle: Bản nháp mới\ndraft: true\n---\n\nNội dung.\n", encoding="utf-8")
    for order in DeskOrder:
        body = preview.wait(list_address(order.target), lambda _, body: "Bản nháp mới" in body)
        assert "plans/2021/nhap.md:1" in body
    desk = preview.get(list_address(DeskOrder.STATE.target))[1]
    sheet = re.search(r'href="\.\./(assets/pages/desk\.[0-9a-f]{8}\.css)"', desk)
    assert sheet is not None
    assert preview.get(sheet[1])[0] == 200
    assert 'bang-bien-tap/">Bảng biên tập</a>' in preview.get("")[1]
    assert "Bảng biên tập: http://127.0.0.1:" in preview.log.read_text(encoding="utf-8")
    # What it tells of, it does not publish, not even in the preview.
    assert "Bản nháp mới" not in preview.get("van-ban/")[1]


def test_the_desk_opens_what_is_not_published(tmp_path: Path) -> None:
    root = tmp_path / "portal"
    draft = "== plans/2026/nhap.md\ntype: KH\ntitle: Bản nháp mới\ndraft: true\n---\nNội dung.\n"
    draw(root, PORTAL.replace(", custom_dir: giao-dien", "") + f"    {draft}".replace("\n", "\n    "))
    preview = Preview(root, "desk")
    try:
        body = preview.wait(list_address(DeskOrder.STATE.target), lambda status, _: status == 200)
        page = re.search(r'href="\.\./([^"]+)"[^>]*>[^<]*Bản nháp mới', body)
        assert page is not None, body
        assert "Bản xem thử: trang này chưa được đăng" in preview.get(page[1])[1]
    finally:
        preview.process.terminate()
        preview.process.wait(timeout=PATIENCE)


def test_a_translation_has_its_frame_in_its_language_and_pages_their_files(preview: Preview) -> None:
    english = preview.root / "site_src/lien-he.en.md"
    english.write_text("---\ntitle: Contact\n---\n\nOpen from 7.30.\n", encoding="utf-8")
    body = preview.wait("en/lien-he/", lambda _, body: "Open from 7.30." in body)
    assert ("Contact details" in body, "Thông tin chung" in body) == (True, False)
    english.write_text("---\ntitle: Contact\n---\n\nOpen from 8.15.\n", encoding="utf-8")
    preview.wait("en/lien-he/", lambda _, body: "Open from 8.15." in body)
    assert "Danh mục" in preview.get("")[1]  # a page after it speaks Vietnamese again

    code = re.search(r'src="(trang\.ma-qr\.svg)"', preview.get("phong-trao/thi-dua-bau-cu/")[1])
    assert code is not None
    assert preview.get(f"phong-trao/thi-dua-bau-cu/{code[1]}")[0] == 200
