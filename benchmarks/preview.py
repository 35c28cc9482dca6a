"""How soon an edit shows in the preview: `python -m benchmarks.preview`. Linux only: reads `/proc`."""

from __future__ import annotations

import argparse
import math
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import portals
from benchmarks.process_tree import memory_mib, processor_seconds

PATIENCE = 900


@dataclass
class Edits:
    """What each edit took, from writing the file to the page that has it."""

    first: float = 0.0
    """Seconds until the server gave its first page."""
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    """MiB of the server and its processes after each edit."""


def environment() -> dict[str, str]:
    """Installed packages come with compiled modules; a program must not compile them each time."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "TRANGTIN_TODAY": "2026-11-21", "NO_MKDOCS_2_WARNING": "1"}


def free_host() -> str:
    """An address of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


def slug_of(document: Path) -> str:
    """The name of a generated document in its address on our sites: by its number, not by its file."""
    return f"{int(document.stem[:3]):02}{document.stem[3:]}"


def measure_edits(command: Sequence[str], folder: Path, document: Path, page: str, count: int) -> Edits:
    """Start a server in `folder` and add a paragraph to `document` again and again; `page` is its full address."""
    found = Edits()
    started = time.perf_counter()
    with _running(command, folder) as pid:
        _wait_for(page, "</html>")
        found.first = time.perf_counter() - started
        for number in range(count):
            before, started = processor_seconds(pid), time.perf_counter()
            with document.open("a", encoding="utf-8") as text:
                text.write(f"\nLần sửa {number}x.\n")
            _wait_for(page, f"Lần sửa {number}x.")
            found.wall.append(time.perf_counter() - started)
            found.cpu.append(processor_seconds(pid) - before)
            found.memory.append(memory_mib(pid))
    return found


@contextmanager
def _running(command: Sequence[str], folder: Path) -> Iterator[int]:
    with (folder / "serve.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(command, cwd=folder, env=environment(), stdout=log, stderr=log)
        try:
            yield server.pid
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)


def _wait_for(address: str, words: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                if words in answer.read().decode():
                    return
        except OSError:
            pass  # not yet started
        time.sleep(0.02)
    sys.exit(f"{address} never said '{words}'")


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--documents", type=int, default=1000)
    words.add_argument("--edits", type=int, default=5, help="500 tells whether memory grows")
    options = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="trangtin-bench-") as temporary:
        root = Path(temporary) / "portal"
        portals.write(root, options.documents)
        document, host = min(root.glob("plans/*/*/*-tct.md")), free_host()
        page = f"http://{host}/van-ban/{document.parts[-3]}/{slug_of(document)}/"
        command = [sys.executable, "-m", "trangtin", "serve", "-a", host]
        found = measure_edits(command, root, document, page, options.edits)
    within = sorted(found.wall)[math.ceil(0.95 * options.edits) - 1]
    print(
        f"{options.documents} documents: first page after {found.first:.1f} s\n"
        f"{options.edits} edits: from edit to answer {statistics.median(found.wall):.2f} s (95 %: {within:.2f}), "
        f"processor {statistics.median(found.cpu):.2f} s\n"
        f"memory: {found.memory[0]:.0f} MiB after the first edit, {found.memory[options.edits // 2]:.0f} half way, "
        f"{found.memory[-1]:.0f} after the last"
    )


if __name__ == "__main__":
    main()
