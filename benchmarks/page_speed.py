"""How soon a reader on a slow phone sees a page: `python -m benchmarks.page_speed SITE [--lighthouse]`.

SITE is a built portal (the sample one, by `trangtin build`). The phone of a reader in a village: 400 kbit/s, 400 ms to
the server and back, a processor four times slower than this one, 360 x 740, nothing kept from an earlier visit; the
server compresses. Each figure is the median of the runs. `--lighthouse` also asks Lighthouse, with its own mobile
settings; npm fetches it into `.cache/benchmarks/`. The sample portal keeps search engines away, which costs the mark
for SEO: for that one build without `noindex: true`. The figures stand in docs/page-figures.md.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import PAGE_TYPES
from tests.browser.server import serve
from tools import system_parts
from tools.chromium import launched
from trangtin.editing.npm import find_npm

LIGHTHOUSE = "lighthouse@13.5.0"
"""Not ours to depend on: a place of its own below `.cache/`."""
PLACE = Path(".cache", "benchmarks", "lighthouse")
PAGES = ("home", "campaign", "document", "news", "news-item", "library")
MARKS = ("performance", "accessibility", "best-practices", "seo")
BYTES_A_SECOND = 400_000 / 8
SETTLED = 1500
"""Milliseconds after the last answer, in which late scripts may still move the page."""
WATCH = """
window.speed = {shift: 0, blocked: 0, largest: null};
const watch = (type, each) =>
  new PerformanceObserver(list => list.getEntries().forEach(each)).observe({type, buffered: true});
watch('layout-shift', entry => { if (!entry.hadRecentInput) speed.shift += entry.value; });
watch('longtask', entry => { speed.blocked += Math.max(0, entry.duration - 50); });
watch('largest-contentful-paint', entry => {
  const {tagName, className} = entry.element || {tagName: '?', className: ''};
  speed.largest = {time: entry.startTime, element: `${tagName.toLowerCase()}.${className}`.split(' ')[0]};
});
"""


@dataclass(frozen=True)
class Visit:
    """One page, opened once."""

    largest: float
    """Milliseconds until the largest part of the first screen was painted (LCP)."""
    element: str
    """Which part that was."""
    shift: float
    """How much the page moved while it loaded (CLS)."""
    blocked: float
    """Milliseconds in which the page could not have answered a tap (TBT)."""
    worked: float
    """Milliseconds of processor that the page took, however busy the machine was with other things."""
    requests: int
    sent: int
    """Bytes of all answers, compressed, headers left out."""


def visit(browser: Browser, address: str, slowness: float) -> Visit:
    """Open a page as a new reader with the slow phone does."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True)
    try:
        page = context.new_page()
        line = context.new_cdp_session(page)
        line.send("Network.enable")
        line.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": 400,
                "downloadThroughput": BYTES_A_SECOND,
                "uploadThroughput": BYTES_A_SECOND,
            },
        )
        line.send("Performance.enable", {"timeDomain": "threadTicks"})
        line.send("Emulation.setCPUThrottlingRate", {"rate": slowness})
        answered: list[int] = []
        page.on("requestfinished", lambda request: answered.append(request.sizes()["responseBodySize"]))
        page.add_init_script(WATCH)
        page.goto(address, wait_until="networkidle")
        page.wait_for_timeout(SETTLED)
        seen = page.evaluate("speed")
        largest = seen["largest"]
        told = {each["name"]: each["value"] for each in line.send("Performance.getMetrics")["metrics"]}
        return Visit(
            largest["time"],
            largest["element"],
            seen["shift"],
            seen["blocked"],
            1000 * told["TaskDuration"],
            len(answered),
            sum(answered),
        )
    finally:
        context.close()


def lighthouse(address: str) -> dict[str, int]:
    """Lighthouse's scores out of 100, as for a phone."""
    program = PLACE / "node_modules" / ".bin" / "lighthouse"
    npm = find_npm()
    if npm is None:
        sys.exit("Lighthouse is on npm only, and there is no npm: make setup")
    if not program.exists():
        PLACE.mkdir(parents=True, exist_ok=True)
        if failed := npm.run(["install", "--ignore-scripts", "--no-save", LIGHTHOUSE], PLACE):
            sys.exit(failed)
    flags = " ".join(("--headless=new", *system_parts.CHROMIUM_FLAGS))
    told = subprocess.run(
        [program, address, "--quiet", "--output=json", f"--chrome-flags={flags}"],
        env={**os.environ, "CHROME_PATH": system_parts.CHROMIUM.require()},
        check=True,
        capture_output=True,
    ).stdout
    found = json.loads(told)["categories"]
    return {mark: round(100 * found[mark]["score"]) for mark in MARKS}


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("site", type=Path)
    words.add_argument("--runs", type=int, default=3)
    words.add_argument("--slowness", type=float, default=4, help="of the processor; less where the machine is busy")
    words.add_argument("--lighthouse", action="store_true")
    words.add_argument("--pages", nargs="*", default=PAGES, choices=[each.name for each in PAGE_TYPES])
    options = words.parse_args()
    site = BuiltSite(options.site, "http://localhost/")
    types = {each.name: each for each in PAGE_TYPES}
    print(f"{'page':14} LCP ms  CLS   TBT ms CPU ms  files  kB    largest part{'':16} load {os.getloadavg()[0]:.0f}")
    with serve(options.site) as home, launched() as browser:
        for name in options.pages:
            address = home + types[name].example(site)
            visits = [visit(browser, address, options.slowness) for _ in range(options.runs)]
            median = [
                statistics.median(getattr(each, part) for each in visits)
                for part in ("largest", "shift", "blocked", "worked")
            ]
            last = visits[-1]
            marks = "/".join(map(str, lighthouse(address).values())) if options.lighthouse else ""
            print(
                f"{name:14} {median[0]:6.0f}  {median[1]:.3f} {median[2]:6.0f} {median[3]:6.0f} {last.requests:6} "
                f"{last.sent / 1000:5.1f}    {last.element:28} {marks}"
            )


if __name__ == "__main__":
    main()
