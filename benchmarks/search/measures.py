"""Asks an engine in a real browser: what it finds, what it fetches, how long it takes."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from benchmarks.search.engines import Built, Engine
from benchmarks.search.queries import Query
from tests.browser.server import serve

TYPED = "kế hoạch hiến máu tình nguyện"
NOT_COUNTED = (".html", ".css", ".svg", ".ico", ".png", "/")
"""What belongs to any page."""


@dataclass(frozen=True)
class Found:
    """How one query went."""

    query: Query
    rank: int | None
    """Place of the first relevant paper, from 1, among the first ten different papers."""
    milliseconds: float


@dataclass
class Measured:
    """All figures of one engine at one size."""

    engine: str
    built: Built
    found: list[Found] = field(default_factory=list)
    first_bytes: list[int] = field(default_factory=list)
    """Of each sample query: bytes to the first answer, in a fresh browser."""
    first_requests: list[int] = field(default_factory=list)
    second_bytes: list[int] = field(default_factory=list)
    """Of one more query."""
    typing_bytes: int = 0
    """Of one query, letter by letter."""
    renderer: float = 0.0
    """MiB of the browser's page process after all queries."""

    def kind(self, kind: str) -> list[Found]:
        return [each for each in self.found if each.query.kind == kind]

    @cached_property
    def times(self) -> list[float]:
        return sorted(each.milliseconds for each in self.found)

    def quantile(self, share: float) -> float:
        return self.times[min(len(self.times) - 1, int(share * len(self.times)))]

    @property
    def median_bytes(self) -> float:
        return statistics.median(self.first_bytes)


def success(found: list[Found], most: int = 5) -> float:
    """Share of queries with a relevant paper among the first `most`."""
    return sum(each.rank is not None and each.rank <= most for each in found) / len(found)


def mean_reciprocal_rank(found: list[Found]) -> float:
    """1 where the first answer always is a right one."""
    return sum(1 / each.rank if each.rank else 0.0 for each in found) / len(found)


@contextmanager
def fresh(browser: Browser) -> Iterator[Page]:
    """A page with nothing cached."""
    context: BrowserContext = browser.new_context(locale="vi-VN", viewport={"width": 1280, "height": 900})
    context.set_default_timeout(120_000)
    try:
        yield context.new_page()
    finally:
        context.close()


def rank_of(query: Query, urls: list[str], built: Built) -> int | None:
    """Place of the first relevant paper; several results of one page count as one."""
    places = (unquote(urlsplit(url).path).strip("/").removesuffix("index.html").strip("/") for url in urls)
    papers = list(dict.fromkeys(built.paper_at[place] for place in places if place in built.paper_at))
    return next((n for n, paper in enumerate(papers[:10], start=1) if paper in query.relevant), None)


def quality(engine: Engine, built: Built, queries: list[Query], browser: Browser) -> list[Found]:
    """Every query once, on one open page."""
    with serve(built.site, engine.handler) as home, fresh(browser) as page:
        engine.open(page, home)
        engine.ask(page, home, "kế hoạch")  # what is done only once is no answer's cost
        found = []
        for query in queries:
            answer = engine.ask(page, home, query.text)
            found.append(Found(query, rank_of(query, answer.urls, built), answer.milliseconds))
        return found


def measure(engine: Engine, built: Built, queries: list[Query], browser: Browser) -> Measured:
    """Everything about one engine."""
    done = Measured(engine.name, built, quality(engine, built, queries, browser))
    sent: list[tuple[str, int]] = []

    class Counting(engine.handler):  # type: ignore[name-defined, misc]
        def note(self, size: int) -> None:
            sent.append((urlsplit(self.path).path, size))

    def fetched() -> list[int]:
        counted = [size for path, size in sent if not path.endswith(NOT_COUNTED)]
        sent.clear()
        return counted

    kinds = list(dict.fromkeys(query.kind for query in queries))
    samples = [next(query for query in queries if query.kind == kind) for kind in kinds]
    with serve(built.site, Counting) as home:
        for query, following in zip(samples, [*samples[1:], samples[0]], strict=True):
            with fresh(browser) as page:
                engine.first(page, home, query.text)
                page.wait_for_load_state("networkidle")
                first = fetched()
                done.first_bytes.append(sum(first))
                done.first_requests.append(len(first))
                engine.ask(page, home, following.text)
                page.wait_for_load_state("networkidle")
                done.second_bytes.append(sum(fetched()))
        with fresh(browser) as page:
            engine.open(page, home)
            fetched()
            for end in range(2, len(TYPED) + 1):
                engine.ask(page, home, TYPED[:end])
            done.typing_bytes = sum(fetched())
            for query in queries[::4]:
                engine.ask(page, home, query.text)
            done.renderer = _largest_renderer(browser)
    return done


def _largest_renderer(browser: Browser) -> float:
    """MiB of the largest page process; 0 where the system does not tell."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    largest = 0.0
    for process in processes:
        status = Path(f"/proc/{process['id']}/status")
        if process["type"] == "renderer" and status.is_file():
            peak = next((line for line in status.read_text().splitlines() if line.startswith("VmHWM")), "VmHWM: 0")
            largest = max(largest, int(peak.split()[1]) / 1024)
    return largest
