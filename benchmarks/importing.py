"""Times the importer on the generated papers of the tests: `python -m benchmarks.importing [--pdf FILE]`.

Each file is read in a process that has loaded the parts it needs: "after start". With LibreOffice on the machine the
same papers are read as PDF too; else name a PDF.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import statistics
import sys
import time
from pathlib import Path

from tests.importer.layouts import LAYOUTS
from tests.importer.score import pdf_of
from trangtin.importer.draft import make_draft
from trangtin.importer.original import examine
from trangtin.importer.reading import read_paper
from trangtin.importer.surroundings import Surroundings
from trangtin.signing.validation.trust import read_trust


def seconds(name: str, data: bytes) -> float:
    started = time.perf_counter()
    make_draft(read_paper(data, name), name, Surroundings())
    examine(data, name, read_trust(None))
    return time.perf_counter() - started


def told(title: str, files: dict[str, bytes], repeats: int) -> None:
    for name, data in files.items():  # load everything once
        seconds(name, data)
        break
    best = {name: min(seconds(name, data) for _ in range(repeats)) for name, data in files.items()}
    slowest = max(best, key=lambda name: best[name])
    print(
        f"{title}: {len(files)} files, median {statistics.median(best.values()):.3f} s, "
        f"slowest {best[slowest]:.3f} s ({slowest})"
    )


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--pdf", type=Path)
    options.add_argument("--repeats", type=int, default=3)
    chosen = options.parse_args()
    words = {f"{name}.docx": make(1).word.data() for name, make in LAYOUTS.items()}
    told("docx", words, chosen.repeats)
    if chosen.pdf:
        told("pdf", {chosen.pdf.name: chosen.pdf.read_bytes()}, chosen.repeats)
    elif shutil.which("soffice"):
        long = LAYOUTS["plan"](2)
        long.sections()  # twice the text: about five pages
        long.sections()
        papers = {name: make(1).word.data() for name, make in LAYOUTS.items()} | {"long": long.word.data()}
        printed = {f"{name}.pdf": data for name, data in pdf_of(papers).items()}
        told("pdf", printed, chosen.repeats)
        told("pdf, the long one", {"long.pdf": printed["long.pdf"]}, chosen.repeats)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
