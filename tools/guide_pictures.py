"""Pictures of README and editors' guide, from the running product: `python -m tools.guide_pictures docs/pictures`.

A copy of the sample portal is built for README; then it gets a draft and a document with three slips: `trangtin serve
--drafts` shows it, and the form of `trangtin cms` opens it. A picture is small (WebP, at most `MOST_BYTES`), or nothing
is written.
"""

from __future__ import annotations

import argparse
import io
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.form import CHOOSE, Form
from tests.browser.server import Handler, serve
from tools import sample_site
from tools.chromium import launched
from trangtin.content.options.editing_form import EditingForm
from trangtin.content.values.vocabulary import FormBackend
from trangtin.serving import headers
from trangtin.serving.facts import ServerFacts

ROOT = Path(__file__).resolve().parents[1]
MOST_BYTES = 60_000
_COLOURS = 64
WIDTH, HEIGHT = 1100, 640
ENVIRONMENT = {**sample_site.ENVIRONMENT, "PYTHONUNBUFFERED": "1"}
DRAFT = """---
title: Ra quân Tết trồng cây
date: 21/11/2026
summary: Hai trăm cây đầu tiên ở khu ký túc xá.
draft: true
---

Sáng 21/11, đoàn viên Trường trồng hai trăm cây xanh quanh khu ký túc xá.
"""
SLIPS = """---
type: KH
number: 45/KH-TCT
date: 20/11/2026
title: Phát động Tết trồng cây năm 2027
tasks:
  - unit: khoa-lcs
    do: Trồng mười cây
    due: 30/4/2027
files:
  - path: 45-kh-tct.pdf
    role: ban-ky-so
---

## I. MỤC ĐÍCH

1. Thêm bóng mát cho khu ký túc xá, như [kế hoạch năm trước](05-kh-tct.md).
"""
"""A unit that is misspelt, a file and a page that are not there."""


class FormHandler(Handler):
    """Serves the form with the policy that web servers send."""

    policy = headers.form_policy(
        ServerFacts("http://mau.example/", PurePosixPath("/srv"), editing_form=EditingForm(backend=FormBackend.LOCAL))
    )


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("out_dir", type=Path)
    out: Path = words.parse_args().out_dir
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="trangtin-") as place, launched() as browser:
        portal = copy_of_sample(Path(place, "trang"))
        pictures = {
            **site_pictures(browser, portal, Path(place, "site")),
            **form_pictures(browser, portal, Path(place, "form")),
            **preview_pictures(browser, portal),
        }
    for name, picture in pictures.items():
        (out / name).write_bytes(picture)
        print(f"{out / name}: {len(picture):,} byte")


def copy_of_sample(target: Path) -> Path:
    """The sample portal, with a draft and without what it announces on every page."""
    for name in ("plans", "site_src", "trust"):
        shutil.copytree(ROOT / name, target / name)
    for file in (target / "plans").rglob("*.md"):  # a word that tests look for where it must not be
        file.write_text(file.read_text("utf-8").replace("KHONGDUOCLO ", ""), encoding="utf-8")
    told = (ROOT / "mkdocs.yml").read_text("utf-8")
    (target / "mkdocs.yml").write_text(re.sub(r"(?m)^      announcements:\n(?: {8}.*\n)+", "", told), encoding="utf-8")
    (target / "site_src/tin-tuc/2026/ra-quan-trong-cay.md").write_text(DRAFT, encoding="utf-8")
    return target


def site_pictures(browser: Browser, portal: Path, site: Path) -> dict[str, bytes]:
    """The home page on a desk, and a document on a telephone."""
    command = [sys.executable, "-m", "trangtin", "build", "-d", str(site)]
    subprocess.run(command, cwd=portal, env=ENVIRONMENT, check=True)
    made = {}
    with serve(site) as home:
        for name, path, width, height in (
            ("home.webp", "/", 1280, 1000),
            ("document-phone.webp", "/van-ban/2021/12-kh-tct/", 390, 844),
        ):
            page = opened(browser, width, height)
            page.goto(home + path)
            made[name] = picture_of(page, height=height)
            page.close()
    return made


def form_pictures(browser: Browser, portal: Path, form: Path) -> dict[str, bytes]:
    """The list of documents in the form, and one of them open."""
    command = [sys.executable, "-m", "trangtin", "cms", "--backend", "local", "--out", str(form)]
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=True)
    files = {
        file.relative_to(portal).as_posix(): file.read_bytes()
        for top in (portal / "plans", portal / "site_src")
        for file in sorted(top.rglob("*"))
        if file.is_file()
    }
    page = opened(browser)
    page.add_init_script(CHOOSE)
    with serve(form, FormHandler) as home:
        editor = Form(page, files)
        editor.begin(f"{home}/")
        editor.open("tin-tuc/entries/2026/ra-quan-trong-cay")
        page.wait_for_timeout(3000)
        news = picture_of(page)
        editor.open("van-ban/entries/2021/bau-cu-2021/12-kh-tct")
        page.wait_for_timeout(3000)
        document = picture_of(page)
    page.close()
    return {"form.webp": document, "form-news.webp": news}


def preview_pictures(browser: Browser, portal: Path) -> dict[str, bytes]:
    """A draft with its banner; then, with three slips more, the list of what is wrong, and the desk."""
    page = opened(browser)
    with previewing(portal) as home:
        page.goto(f"{home}/tin-tuc/2026/ra-quan-trong-cay/")
        draft = picture_of(page)
    (portal / "plans/2026/45-kh-tct.md").write_text(SLIPS, encoding="utf-8")
    with previewing(portal) as home:
        page.goto(f"{home}/loi-noi-dung/")
        problems = picture_of(page, "main li:has-text('45-kh-tct.md')", height=320)
        page.goto(f"{home}/bang-bien-tap/")
        desk = picture_of(page, "h1")
    page.close()
    return {"draft.webp": draft, "problems.webp": problems, "desk.webp": desk}


@contextmanager
def previewing(portal: Path) -> Iterator[str]:
    """`trangtin serve --drafts`, at the address it gives."""
    command = [sys.executable, "-m", "trangtin", "serve", "--drafts"]
    with subprocess.Popen(
        command, cwd=portal, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            assert server.stdout is not None
            told = (re.search(r"Serving on (http://\S+)", line) for line in server.stdout)
            yield next(match[1] for match in told if match).rstrip("/")
        finally:
            server.terminate()


def opened(browser: Browser, width: int = WIDTH, height: int = HEIGHT) -> Page:
    """A new window; as editors have it, unless told how large."""
    page = browser.new_page(viewport={"width": width, "height": height}, locale="vi-VN", reduced_motion="reduce")
    page.set_default_timeout(60_000)
    return page


def picture_of(page: Page, first: str = "", height: int = HEIGHT) -> bytes:
    """What the window shows, from the element `first` on, `height` pixels of it, as WebP.

    Raises ValueError for one that is too large for a guide.
    """
    if first:
        page.locator(first).first.evaluate("element => scrollTo(0, element.getBoundingClientRect().top - 4)")
    made = io.BytesIO()
    shown = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    # Few colours kept exactly: letters stay sharp, in fewer bytes than with the losses of photographs.
    few = shown.crop((0, 0, shown.width, height)).quantize(_COLOURS).convert("RGB")
    few.save(made, "WEBP", lossless=True, method=6)
    if len(made.getvalue()) > MOST_BYTES:
        raise ValueError(f"{page.url}: {len(made.getvalue())} bytes, more than {MOST_BYTES}")
    return made.getvalue()


if __name__ == "__main__":
    main()
