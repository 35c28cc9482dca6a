"""The engines that are compared: how each builds what it searches, and how a page of it is asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.search import plain
from benchmarks.search.corpus import Paper
from benchmarks.search.yardsticks import Yardsticks
from tests.browser.server import Handler

HERE = Path(__file__).parent
TODAY = "2026-11-21"


@dataclass(frozen=True)
class Built:
    """A site that can be searched."""

    site: Path
    seconds: float
    """What its index takes to build; for Material and Zensical the whole site, which cannot be told apart."""
    memory: float
    """MiB at most while it was built."""
    index_bytes: int
    """What the index weighs on disk, uncompressed unless it is stored compressed."""
    paper_at: dict[str, str]
    """Paths of papers by the address of their page, without slashes at the ends."""


@dataclass(frozen=True)
class Answer:
    """What one query brought."""

    urls: list[str]
    milliseconds: float


class Open(Handler):
    """Lets an engine run whatever it brings: most could do nothing under the portal's own policy."""

    policy = "default-src * 'unsafe-inline' 'unsafe-eval' data: blob:"


class Engine(ABC):
    """One engine."""

    name: str
    handler: type[Handler] = Open

    @abstractmethod
    def build(self, papers: list[Paper], folder: Path) -> Built:
        """Build its site and index in a new folder."""

    @abstractmethod
    def open(self, page: Page, home: str) -> None:
        """Go to where one searches and wait until one can."""

    def ask(self, page: Page, home: str, query: str) -> Answer:
        """Ask the open page."""
        found = page.evaluate("query => ask(query)", query)
        return Answer(found["urls"], found["ms"])

    def first(self, page: Page, home: str, query: str) -> Answer:
        """Ask as a reader who has just come."""
        self.open(page, home)
        return self.ask(page, home, query)


def run(command: list[str], folder: Path) -> tuple[float, float]:
    """Seconds and peak MiB of a program."""
    started = time.perf_counter()
    env = {**os.environ, "TRANGTIN_TODAY": TODAY, "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        child = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            log.seek(0)
            sys.exit(f"{' '.join(command)} failed\n{log.read()[-4000:]}")
    return time.perf_counter() - started, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)


def size_of(*places: Path) -> int:
    """Bytes of files and of all files in folders."""
    files = (file for place in places for file in (place.rglob("*") if place.is_dir() else [place]))
    return sum(file.stat().st_size for file in files if file.is_file())


def plain_addresses(papers: list[Paper]) -> dict[str, str]:
    return {plain.page_of(paper.path).strip("/"): paper.path for paper in papers}


class Material(Engine):
    """Material for MkDocs with its own search, nothing set but the language."""

    name = "Material"

    def build(self, papers: list[Paper], folder: Path) -> Built:
        settings = "site_name: Mẫu\nsite_url: https://do.mau.example/\nnav: [index.md]\n"
        settings += "theme: {name: material, language: vi, font: false}\n"
        plain.write_markdown(folder / "docs", papers)
        (folder / "mkdocs.yml").write_text(settings, "utf-8")
        seconds, memory = run([sys.executable, "-m", "mkdocs", "build", "--quiet"], folder)
        index = size_of(folder / "site/search")
        return Built(folder / "site", seconds, memory, index, plain_addresses(papers))

    def open(self, page: Page, home: str) -> None:
        page.goto(home + "/")
        page.focus("[data-md-component=search-query]")
        page.wait_for_selector(".md-search-result__meta:not(:has-text('khởi tạo'))", state="attached")
        page.add_script_tag(path=HERE / "typed.js")
        page.evaluate(
            "window.ask = askByTyping({field: '[data-md-component=search-query]', "
            "list: '[data-md-component=search-result]', links: '.md-search-result__item > a'})"
        )
        page.wait_for_load_state("networkidle")


class Zensical(Engine):
    """Zensical with its own search, built by its own program."""

    name = "Zensical"

    def __init__(self, yardsticks: Yardsticks) -> None:
        self._yardsticks = yardsticks

    def build(self, papers: list[Paper], folder: Path) -> Built:
        settings = "site_name: Mẫu\nsite_url: https://do.mau.example/\nnav: [index.md]\n"
        settings += "theme: {language: vi, font: false}\n"
        plain.write_markdown(folder / "docs", papers)
        (folder / "mkdocs.yml").write_text(settings, "utf-8")
        seconds, memory = run([str(self._yardsticks.zensical), "build"], folder)
        return Built(folder / "site", seconds, memory, size_of(folder / "site/search.json"), plain_addresses(papers))

    def open(self, page: Page, home: str) -> None:
        page.goto(home + "/")
        page.wait_for_load_state("networkidle")
        page.keyboard.press("Control+k")
        page.wait_for_timeout(500)
        page.add_script_tag(path=HERE / "typed.js")
        page.evaluate(
            "window.ask = askByTyping({field: 'input[role=combobox]', list: 'dialog', links: 'ol a', shadow: true})"
        )


class Pagefind(Engine):
    """Pagefind over bare pages, with or without a Vietnamese layer."""

    def __init__(self, yardsticks: Yardsticks, version: str, *, layered: bool) -> None:
        self.name = f"Pagefind {version}{' + lớp tiếng Việt' if layered else ''}"
        self._command = yardsticks.pagefind(version)
        self._layered = layered

    def build(self, papers: list[Paper], folder: Path) -> Built:
        site = folder / "site"
        started = time.perf_counter()
        plain.write_html(site, papers, layered=self._layered)
        staging = time.perf_counter() - started if self._layered else 0.0
        with_stroke = ["--include-characters", plain.STROKE] if self._layered else []
        seconds, memory = run([*self._command, "--site", str(site), *with_stroke], folder)
        shutil.copy(HERE / "pagefind.js", site)
        page = '<meta charset="utf-8"><title>Pagefind</title><script type="module" src="/pagefind.js"></script>'
        (site / "ask.html").write_text(
            f'<!doctype html><html lang="vi"><head>{page}</head><body></body></html>', "utf-8"
        )
        return Built(site, seconds + staging, memory, size_of(site / "pagefind"), plain_addresses(papers))

    def open(self, page: Page, home: str) -> None:
        page.goto(f"{home}/ask.html{'?layer' if self._layered else ''}")
        page.wait_for_function("window.ready")
