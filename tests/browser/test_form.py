"""What the form writes, created and edited as an editor does it, passes `trangtin check` and changes nothing else."""

from __future__ import annotations

import difflib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import jsonschema
import pytest
from playwright.sync_api import Browser
from reportlab.pdfgen.canvas import Canvas

from tests.browser.form import CHOOSE, Form
from tests.browser.reader import PATIENCE
from tests.serving.web_server import WebServer, running
from tools import system_parts
from trangtin.content.entry import Layout
from trangtin.content.options.editing_form import EditingForm
from trangtin.content.values.vocabulary import FormBackend
from trangtin.editing.bundle import schema_of
from trangtin.editing.configuration import EditedPortal, configuration
from trangtin.serving import headers
from trangtin.serving.configuration import Server

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
expires: null
awards: []
recipients: [Như trên;, "Lưu: VT."]
tasks:
  # Việc đầu
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


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebServer]:
    """The form as `trangtin cms --out` writes it for the sample portal, on a site that nginx shows."""
    system_parts.FORM.require()
    place = tmp_path_factory.mktemp("form")
    release = place / "srv/releases/a"
    release.mkdir(parents=True)
    (release / "index.html").write_text("<!doctype html><title>Trang</title>", encoding="utf-8")
    (place / "srv/current").symlink_to("releases/a")
    trangtin("cms", "--backend", "local", "--out", str(release / "admin"), cwd=ROOT)
    with running(Server.NGINX, place / "srv", place / "work", "http://mau.example/", form=LOCAL) as server:
        yield server


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    for name in ("plans", "site_src", "trust"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "plans/2026/77-kh-tct.md").write_text(ODD, encoding="utf-8")
    return tmp_path


@pytest.fixture
def form(served: WebServer, portal: Path, browser: Browser) -> Iterator[Form]:
    tops = (portal / "plans", portal / "site_src")
    files = {
        file.relative_to(portal).as_posix(): file.read_bytes()
        for top in tops
        for file in sorted(top.rglob("*"))
        if file.is_file()
    }
    context = browser.new_context(viewport=VIEWPORT, locale="vi-VN")  # type: ignore[arg-type]
    context.add_init_script(CHOOSE)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    faults: list[str] = []
    page.on("request", lambda r: faults.append(r.url) if _is_elsewhere(r.url, served.home) else None)
    page.on("console", lambda m: faults.append(m.text) if "Content Security Policy" in m.text else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    form = Form(page, files)
    form.begin(f"{served.home}/admin/")
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


def test_its_makers_schema_accepts_what_it_is_told() -> None:
    schema = json.loads(schema_of(Path(system_parts.FORM.require())).read_text("utf-8"))
    validator = jsonschema.Draft7Validator(schema)
    portal = EditedPortal("Trường Mẫu", Layout(), (("bau-cu-2021", "Thi đua bầu cử"),), "https://truong.example/")
    place = {"repo": "tct/trang-tin", "base_url": "https://git.mau.example", "app_id": "0a1b"}
    for backend in FormBackend:
        own = {"repo": "tct/trang-tin"} if backend is FormBackend.GITHUB else place
        told = configuration(EditingForm(backend=backend, **own), portal)
        assert [error.json_path for error in validator.iter_errors(told)] == [], backend
        told["collections"][0]["fields"][0]["widget"] = ["string"]
        assert not validator.is_valid(told)


def test_it_alone_may_do_what_it_needs(served: WebServer) -> None:
    form, page = served.get("/admin/").headers, served.get("/").headers
    assert "'unsafe-inline'" in form["Content-Security-Policy"]
    assert "unsafe" not in page["Content-Security-Policy"]
    openers = [each["Cross-Origin-Opener-Policy"] for each in (form, page)]
    assert openers == [headers.FORM_OPENER, headers.OPENER]


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
    "van-ban/entries/2026/77-kh-tct": ("tasks.0.do", "plans/2026/77-kh-tct.md"),
    "tin-tuc/entries/2021/tu-van-phap-luat-bau-cu": ("title", "site_src/tin-tuc/2021/tu-van-phap-luat-bau-cu.md"),
    "phong-trao/entries/2021/bau-cu-2021/index": ("title", "plans/2021/bau-cu-2021/index.md"),
    "don-vi/entries/khoa-llcs": ("unit.name", "site_src/don-vi/khoa-llcs.md"),
    "trang/entries/gioi-thieu": ("title", "site_src/gioi-thieu.md"),
}


def test_a_change_changes_its_line_alone(form: Form, portal: Path) -> None:
    for place, (key, _) in EDITED.items():
        form.open(place)
        if ".0." in key:
            form.unfold(key.partition(".")[0])
        form.append(key, " (sửa)")
        form.save()
    written = form.written()
    assert set(written) == {path for _, path in EDITED.values()}
    for path, data in written.items():
        before, after = form.before[path].decode().splitlines(), data.decode().splitlines()
        changed = [line for line in difflib.ndiff(before, after) if line[:1] in "+-"]
        assert after[after.index("---", 1) :] == before[before.index("---", 1) :], path
        assert len(changed) == 2, (path, changed)
        assert "(sửa)" in changed[1], (path, changed)
    put_back(written, portal)
    trangtin("check", cwd=portal)
