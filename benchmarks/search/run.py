"""Measures our search, and others beside it, on the same papers and queries: `python -m benchmarks.search.run`.

Other engines are installed into `.cache/bench-search/` when they are asked for. The tables are Markdown, for
docs/search-figures.md. Times are only worth comparing within one run.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.search.corpus import invent
from benchmarks.search.engines import Engine, Material, Pagefind, Zensical
from benchmarks.search.measures import Measured, mean_reciprocal_rank, measure, success
from benchmarks.search.ours import Ours
from benchmarks.search.queries import MAKERS, PER_CLASS, ask
from benchmarks.search.yardsticks import Yardsticks
from tools.chromium import launched

CACHE = Path(".cache/bench-search")


def engines(yardsticks: Yardsticks) -> dict[str, Callable[[], Engine]]:
    """How each engine is made, by the name it has on the command line."""
    return {
        "ours": Ours,
        "pagefind15": lambda: Pagefind(yardsticks, "1.5", layered=False),
        "pagefind15-vi": lambda: Pagefind(yardsticks, "1.5", layered=True),
        "pagefind16": lambda: Pagefind(yardsticks, "1.6", layered=False),
        "pagefind16-vi": lambda: Pagefind(yardsticks, "1.6", layered=True),
        "material": Material,
        "zensical": lambda: Zensical(yardsticks),
    }


def quality_table(all_measured: list[Measured]) -> str:
    kinds = list(MAKERS)
    lines = [f"| | {' | '.join(kinds)} | all | MRR |", f"|---|{'---|' * (len(kinds) + 2)}"]
    for done in all_measured:
        shares = [success(done.kind(kind)) for kind in kinds]
        figures = [*shares, success(done.found), mean_reciprocal_rank(done.found)]
        lines.append(f"| {done.engine} | {' | '.join(f'{each:.3f}' for each in figures)} |")
    return "\n".join(lines)


def cost_table(all_measured: list[Measured]) -> str:
    lines = [
        "| | first answer kB: median, most | requests: median | next query kB: median | typing kB | "
        "answer ms: median, p95, most | page MiB | index s | index MiB, peak | index MB |",
        f"|---|{'---|' * 9}",
    ]
    for done in all_measured:
        cells = (
            f"{done.median_bytes / 1000:.0f}, {max(done.first_bytes) / 1000:.0f}",
            f"{statistics.median(done.first_requests):.0f}",
            f"{statistics.median(done.second_bytes) / 1000:.0f}",
            f"{done.typing_bytes / 1000:.0f}",
            f"{done.quantile(0.5):.0f}, {done.quantile(0.95):.0f}, {done.times[-1]:.0f}",
            f"{done.renderer:.0f}",
            f"{done.built.seconds:.1f}",
            f"{done.built.memory:.0f}",
            f"{done.built.index_bytes / 1e6:.1f}",
        )
        lines.append(f"| {done.engine} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    makers = engines(Yardsticks(CACHE.resolve()))
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--documents", type=int, default=1000)
    words.add_argument("--seed", type=int, default=1, help="another seed gives other papers and queries")
    words.add_argument("--per-class", type=int, default=PER_CLASS)
    words.add_argument("--engines", default="ours", help=f"some of {', '.join(makers)} with commas between, or all")
    words.add_argument("--misses", action="store_true", help="list the queries whose first answer was not right")
    options = words.parse_args()
    chosen = list(makers) if options.engines == "all" else options.engines.split(",")
    if unknown := [name for name in chosen if name not in makers]:
        words.error(f"no engine {', '.join(unknown)}")
    papers = invent(options.documents, options.seed)
    queries = ask(papers, options.seed, options.per_class)
    print(f"{len(papers)} papers, {len(queries)} queries in {len(MAKERS)} classes, seed {options.seed}\n", flush=True)
    all_measured = []
    with tempfile.TemporaryDirectory(prefix="trangtin-search-") as temporary:
        for name in chosen:
            engine = makers[name]()
            folder = Path(temporary) / name
            folder.mkdir()
            built = engine.build(papers, folder)
            with launched() as browser:
                all_measured.append(measure(engine, built, queries, browser))
            # One after the other takes long: what is done is told at once.
            last = all_measured[-1:]
            print(f"{quality_table(last)}\n{cost_table(last)}\n", file=sys.stderr, flush=True)
    print(f"{quality_table(all_measured)}\n\n{cost_table(all_measured)}")
    if options.misses:
        for done in all_measured:
            for each in done.found:
                if each.rank != 1:
                    wanted = ", ".join(each.query.relevant)
                    print(f"{done.engine}: {each.query.kind}: {each.query.text}: place {each.rank} of {wanted}")


if __name__ == "__main__":
    main()
