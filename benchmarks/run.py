"""Builds one generated portal with trangtin and with others, side by side: `python -m benchmarks.run`.

Each program gets the same Markdown and PDF files, is started anew for every build, and builds the portal four times:
from nothing, with nothing changed, after an edit of one document, after a new name for one campaign; then its preview
server is started and one document edited some times. Linux only: reads `/proc`. Times are only worth
comparing within one run: machines and their other work differ, processor time less than wall time.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks import portals
from benchmarks.builders import BUILDERS, Builder
from benchmarks.preview import environment, free_host, measure_edits
from benchmarks.process_tree import peak_of

EDITS = 5
STEPS = ("cold", "nothing changed", "one document", "one campaign")
PREVIEW = "edit in the preview"


@dataclass(frozen=True)
class Measure:
    """What one build took."""

    program: str
    step: str
    wall: float
    cpu: float
    """Seconds of all processes together."""
    memory: float
    """Peak of all processes together, MiB; what they share is counted once."""
    pages: int


def measure(builder: Builder, step: str, folder: Path) -> Measure:
    command = builder.command()
    started = time.perf_counter()
    with (folder / "build.log").open("w+", encoding="utf-8") as log:
        child = subprocess.Popen(command, cwd=folder, env=environment(), stdout=log, stderr=log)
        # wait4 gives this child's own use; getrusage(RUSAGE_CHILDREN) would give the largest of all so far.
        with peak_of(child.pid) as peak:
            _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            log.seek(0)
            sys.exit(f"{builder.name}: build failed\n{log.read()[-4000:]}")
    pages = sum(1 for _ in (folder / builder.site).rglob("*.html"))
    return Measure(builder.name, step, wall, usage.ru_utime + usage.ru_stime, peak.mib, pages)


def change(file: Path, step: str) -> None:
    """An edit as an editor makes it: a paragraph more, or another title."""
    text = file.read_text("utf-8")
    if step == "one campaign":
        text = re.sub(r"(?m)^title: .*$", "title: Phong trào thi đua tên mới", text, count=1)
    else:
        text += "\nMột đoạn mới của người biên tập.\n"
    file.write_text(text, "utf-8")


def measure_preview(builder: Builder, folder: Path, path: str, pages: int) -> Measure:
    """The medians of some edits of one document, and the memory after the last."""
    host = free_host()
    page = f"http://{host}/{builder.address(path)}"
    found = measure_edits(builder.preview(host), folder, builder.file(folder, path), page, EDITS)
    return Measure(builder.name, PREVIEW, median(found.wall), median(found.cpu), found.memory[-1], pages)


def measures(
    builder: Builder, portal: Path, folder: Path, steps: Sequence[str], *, with_preview: bool
) -> list[Measure]:
    builder.prepare(portal, folder)
    campaign = min(portal.glob("plans/*/*/index.md"))
    document = min(campaign.parent.glob("*-tct.md"))
    found = []
    for step in steps:
        if step.startswith("one"):
            changed = document if step == "one document" else campaign
            change(builder.file(folder, changed.relative_to(portal).as_posix()), step)
        found.append(measure(builder, step, folder))
    if with_preview:
        path = document.relative_to(portal).as_posix()
        found.append(measure_preview(builder, folder, path, found[-1].pages))
    return found


def table(rows: list[Measure]) -> str:
    """Markdown; ratios of processor time to the first program's at the same step."""
    first = {row.step: row for row in rows if row.program == rows[0].program}
    lines = [
        "| Program | Build | CPU s | ratio | wall s | ratio | peak MiB | pages |",
        "|---|---|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        cpu, wall = row.cpu / first[row.step].cpu, row.wall / first[row.step].wall
        figures = f"{row.cpu:.1f} | {cpu:.2f} | {row.wall:.1f} | {wall:.2f} | {row.memory:.0f} | {row.pages}"
        lines.append(f"| {row.program} | {row.step} | {figures} |")
    return "\n".join(lines)


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--documents", type=int, default=1000, help="100, 1000, 10000, 30000 …")
    words.add_argument(
        "--programs",
        nargs="+",
        choices=BUILDERS,
        default=list(BUILDERS),
        help="material-nav takes a minute for 1,000 documents and an hour for 10,000",
    )
    words.add_argument(
        "--steps", nargs="+", choices=STEPS, default=list(STEPS), help="builds to measure, in this order"
    )
    words.add_argument("--keep", type=Path, help="a new folder for the portal and all sites, to look at")
    words.add_argument("--no-preview", action="store_true", help="only builds")
    options = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="trangtin-bench-") as temporary:
        folder = options.keep or Path(temporary)
        portals.write(folder / "portal", options.documents)
        rows: list[Measure] = []
        for name in options.programs:
            with_preview = not options.no_preview
            seen = measures(BUILDERS[name], folder / "portal", folder / name, options.steps, with_preview=with_preview)
            rows += seen
            print(*seen, sep="\n", file=sys.stderr, flush=True)  # a run of hours must not lose all by its last line
        print(f"{options.documents} documents\n\n{table(rows)}")


if __name__ == "__main__":
    main()
