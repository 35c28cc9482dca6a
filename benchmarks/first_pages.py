"""What reading PDF files and drawing their first pages costs: `python -m benchmarks.first_pages [FOLDER]`.

The files of the sample portal, or those of any folder: real scans and real typed papers are what counts. One process,
the best of some rounds: on a busy machine each of them takes longer, none less.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from trangtin.signing.reading import read_file, read_file_report
from trangtin.signing.validation.trust import TrustStore

_NOBODY = TrustStore()


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("folder", type=Path, nargs="?", default=Path("plans"))
    words.add_argument("--rounds", type=int, default=5)
    options = words.parse_args()
    files = [file.read_bytes() for file in sorted(options.folder.rglob("*.pdf"))]
    if not files:
        words.error(f"no PDF files in {options.folder}")
    alone = together = 0.0
    size = 0
    for data in files:
        size += len(read_file(data, _NOBODY).picture or b"")  # the first round loads libraries, and is not counted
        alone += min(_seconds(data, draws=False) for _ in range(options.rounds))
        together += min(_seconds(data, draws=True) for _ in range(options.rounds))
    count = len(files)
    print(f"{count} files: report {alone / count * 1000:.1f} ms of processor")
    print(f"report and picture: {together / count * 1000:.1f} ms")
    print(f"pictures: {size / count / 1000:.1f} kB each")


def _seconds(data: bytes, *, draws: bool) -> float:
    started = time.process_time()
    if draws:
        read_file(data, _NOBODY)
    else:
        read_file_report(data, _NOBODY)
    return time.process_time() - started


if __name__ == "__main__":
    main()
