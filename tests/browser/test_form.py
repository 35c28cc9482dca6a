"""What the form writes, created and edited as an editor does it, passes `trangtin check` and changes nothing else."""

from __future__ import annotations

import difflib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser
from reportlab.pdfgen.canvas import Canvas

from tests.browser.form import CHOOSE, Form
from tests.browser.reader import PATIENCE
from tests.browser.server import Handler, serve
from tools import system_parts
from trangtin.content.editing_form import EditingForm
from trangtin.content.vocabulary import FormBackend
from trangtin.serving import headers
from trangtin.serving.facts import ServerFacts

ROOT = Path(__file__).resolve().parents[2]
LOCAL = EditingForm(backend=FormBackend.LOCAL)
# Fields are drawn when they come into sight: a window this tall shows a whole form.
VIEWPORT = {"width": 1280, "height": 7000}
ODD = """---
# Chú thích của người soạn
type: Kế hoạch
number: 77/KH-TCT
date: ngày 5 tháng 4 năm 2026
title: "Thử: giữ nguyên"
implements: 95/KH-UBND
effective: 6/4/2026
recipients: [Như trên;, "Lưu: VT."]
tasks:
  - {unit: khoa-llcs, do: Viết kế hoạch, due: 5/5/2026, evidence: site_src/tin-tuc/2021/tu-van-phap-luat-bau-cu.md}
draft: true
---

# Thử

II. Một

| a | b |
|---|:-:|
| 1 | *[UBND] |
"""
"""Written as people write: one value where a list may stand, days in words, a comment."""


class FormHandler(Handler):
    policy = headers.form_policy(ServerFacts("http://mau.example/", PurePosixPath("/srv"), editing_form=LOCAL))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The form as `trangtin cms --out` writes it for the sample portal."""
    system_parts.FORM.require()
    folder = tmp_path_factory.mktemp("form")
    trangtin("cms", "--backend", "local", "--out", str(folder), cwd=ROOT)
    return folder


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    for name in ("plans", "site_src", "trust"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "plans/2026/77-kh-tct.md").write_text(ODD, encoding="utf-8")
    return tmp_path


@pytest.fixture
def form(built: Path, portal: Path, browser: Browser) -> Iterator[Form]:
    tops = (portal / "plans", portal / "site_src")
    files = {
        file.relative_to(portal).as_posix(): file.read_bytes()
        for top in tops
        for file in sorted(top.rglob("*"))
        if file.is_file()
    }
    with serve(built, FormHandler) as home:
        context = browser.new_context(viewport=VIEWPORT, locale="vi-VN")  # type: ignore[arg-type]
        context.add_init_script(CHOOSE)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        faults: list[str] = []
        page.on("request", lambda r: faults.append(r.url) if _is_elsewhere(r.url, home) else None)
        page.on("console", lambda m: faults.append(m.text) if "Content Security Policy" in m.text else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        form = Form(page, files)
        form.begin(f"{home}/")
        yield form
        context.close()
        assert faults == [], "asked another host, broke the policy or failed"


def _is_elsewhere(url: str, home: str) -> bool:
    return urlsplit(url).scheme in {"http", "https"} and not url.startswith(home)


def trangtin(*words: str, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "trangtin", *words],
        cwd=cwd,
        env={**os.environ, "TRANGTIN_TODAY": "2026-11-21"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def put_back(written: dict[str, bytes], portal: Path) -> None:
    for path, data in written.items():
        (portal / path).parent.mkdir(parents=True, exist_ok=True)
        (portal / path).write_bytes(data)


def test_a_new_one_of_every_kind_passes_check(
    form: Form, portal: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    paper = tmp_path_factory.mktemp("paper") / "199-KH-TCT.pdf"
    drawing = Canvas(str(paper))
    drawing.drawString(72, 720, "199/KH-TCT")
    drawing.save()
    form.open("don-vi/new")
    form.type("unit.name", "Trung tâm Đào tạo Đặc biệt")
    form.choose("unit.kind", "Trung tâm")
    form.type("unit.email", "ttdt@truongchinhtri.mau.example")
    form.save()

    form.open("phong-trao/new")
    form.type("title", "Thi đua đọc sách")
    form.type("start", "2026-11-01")
    form.type("end", "2026-12-31")
    form.choose("form", "Theo chuyên đề")
    form.choose("lead", "Khoa Lý luận cơ sở")
    form.save()

    form.open("van-ban/new")
    form.choose("type", "Kế hoạch")
    form.type("number", "199/KH-TCT")
    form.type("date", "2026-11-20")
    form.type("title", "Thi đua: đọc sách, quý IV")
    form.add("signer")
    form.type("signer.name", "Nguyễn Văn A")
    form.type("signer.position", "HIỆU TRƯỞNG")
    form.add("recipients")
    form.type("recipients.0", "Lưu: VT, TCHC.")
    form.add("files")
    form.upload("files.0.path", paper)
    form.choose("files.0.role", "Toàn văn")
    form.type("body", "I. MỤC ĐÍCH\n\n1. Đọc sách.\n")
    form.save()

    form.open("tin-tuc/new")
    form.type("title", "Đoàn viên Đặng Văn Đ đọc sách")
    form.type("date", "2026-11-20")
    form.type("summary", "Buổi đọc sách đầu tiên.")
    form.choose("unit", "Khoa Lý luận cơ sở")
    form.add("tags")
    form.type("tags.0", "đọc sách")
    form.type("body", "Chiều 20/11, đoàn viên đọc sách.\n")
    form.save()

    form.open("trang/new")
    form.type("title", "Thư viện")
    form.type("body", "Thư viện mở cửa cả tuần.\n")
    form.save()

    written = form.written()
    assert set(written) == {
        "site_src/don-vi/trung-tam-dao-tao-dac-biet.md",
        "plans/2026/thi-dua-doc-sach/index.md",
        "plans/199-kh-tct.md",
        "plans/199-kh-tct.pdf",
        "site_src/tin-tuc/2026/doan-vien-dang-van-d-doc-sach.md",
        "site_src/thu-vien.md",
    }
    assert written["plans/199-kh-tct.pdf"] == paper.read_bytes()
    put_back(written, portal)
    trangtin("check", cwd=portal)


EDITED = {
    "van-ban/entries/2021/bau-cu-2021/12-kh-tct": ("title", "plans/2021/bau-cu-2021/12-kh-tct.md"),
    "van-ban/entries/2026/77-kh-tct": ("title", "plans/2026/77-kh-tct.md"),
    "tin-tuc/entries/2021/tu-van-phap-luat-bau-cu": ("title", "site_src/tin-tuc/2021/tu-van-phap-luat-bau-cu.md"),
    "phong-trao/entries/2021/bau-cu-2021/index": ("title", "plans/2021/bau-cu-2021/index.md"),
    "don-vi/entries/khoa-llcs": ("unit.name", "site_src/don-vi/khoa-llcs.md"),
    "trang/entries/gioi-thieu": ("title", "site_src/gioi-thieu.md"),
}


def test_a_change_changes_its_line_alone(form: Form, portal: Path) -> None:
    for place, (key, _) in EDITED.items():
        form.open(place)
        field = form.field(key).locator("input:visible").first
        field.press("End")
        field.press_sequentially(" (sửa)")
        form.save()
    written = form.written()
    assert set(written) == {path for _, path in EDITED.values()}
    for path, data in written.items():
        before, after = form.before[path].decode().splitlines(), data.decode().splitlines()
        changed = [line for line in difflib.ndiff(before, after) if line[:1] in "+-"]
        assert after[after.index("---", 1) :] == before[before.index("---", 1) :], path
        if path.endswith("/index.md"):
            continue  # its list of works is laid out anew: docs/decisions/editing-form.md
        assert len(changed) == 2, (path, changed)
        assert "(sửa)" in changed[1], (path, changed)
    put_back(written, portal)
    trangtin("check", cwd=portal)
