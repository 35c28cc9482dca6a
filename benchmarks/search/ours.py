"""The portal's own search, asked through what every portal promises: `/tim-kiem/?q=` and links in `#ket-qua`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page

from benchmarks.search import corpus
from benchmarks.search.corpus import Paper
from benchmarks.search.engines import HERE, TODAY, Answer, Built, Engine, run, size_of
from tests.browser.server import Handler
from trangtin.content.options.configuration import read_config
from trangtin.host.addresses import addresses_of
from trangtin.repository import Repository, open_portal

DONE = "#ket-qua[data-state=xong]"
BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]


def opened(portal: Path) -> Repository:
    """The portal in a folder, on the day of all measurements."""
    config = read_config((portal / "mkdocs.yml").read_text("utf-8"))
    assert config.settings is not None, config.problems
    return open_portal(portal, config.layout, config.settings, date.fromisoformat(TODAY))


def paper_at(portal: Path) -> dict[str, str]:
    """Paths of papers by the address of their page."""
    found = addresses_of(opened(portal).portal).by_target
    return {address.strip("/"): path for path, address in found.items() if path.endswith(".md")}


class Ours(Engine):
    """trangtin, under the strict policy that its pages are made for."""

    name = "trangtin"
    handler = Handler

    def build(self, papers: list[Paper], folder: Path) -> Built:
        portal = folder / "portal"
        corpus.write(portal, papers)
        run(BUILD, portal)
        # Once more alone and cold, for what it takes.
        run([sys.executable, "-m", "benchmarks.search.index_cost", str(portal), str(folder / "cost")], Path.cwd())
        seconds, memory = map(float, (folder / "cost").read_text("utf-8").split())
        site = portal / "site"
        index = size_of(site / "tim-kiem") - size_of(site / "tim-kiem/index.html")
        return Built(site, seconds, memory, index, paper_at(portal))

    def open(self, page: Page, home: str) -> None:
        page.goto(f"{home}/tim-kiem/")
        page.wait_for_load_state("networkidle")
        page.evaluate((HERE / "ours.js").read_text("utf-8"))

    def first(self, page: Page, home: str, query: str) -> Answer:
        found = contract(page, home, query)
        page.evaluate((HERE / "ours.js").read_text("utf-8"))
        return Answer(found, 0.0)


def contract(page: Page, home: str, query: str) -> list[str]:
    """Addresses of the results of a query, in rank order, by nothing but the contract."""
    page.goto(f"{home}/tim-kiem/?q={quote(query)}")
    page.wait_for_selector(DONE, state="attached")
    urls: list[str] = page.locator("#ket-qua a[href]").evaluate_all("links => links.map(link => link.href)")
    return urls
