"""How soon an edit shows in the preview: `python -m benchmarks.preview`. Linux only: reads `/proc`."""

from __future__ import annotations

import argparse
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from benchmarks import portals

PATIENCE = 600
TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds(pid: int) -> float:
    """Of the process and of those it started and waited for."""
    times = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[11:15]
    return sum(map(int, times)) / TICKS


def resident_mib(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text("utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def wait_for(address: str, words: str) -> None:
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
    with tempfile.TemporaryDirectory(prefix="trangtin-bench-") as temporary, socket.socket() as probe:
        root = Path(temporary) / "portal"
        portals.write(root, options.documents)
        probe.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{probe.getsockname()[1]}"
        probe.close()
        env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        env |= {"TRANGTIN_TODAY": "2026-11-21", "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-m", "trangtin", "serve", "-a", host]
        log = (root / "serve.log").open("w", encoding="utf-8")
        server = subprocess.Popen(command, cwd=root, env=env, stdout=log, stderr=log)
        try:
            news = min(root.glob("site_src/tin-tuc/*/tin-*.md"))
            page = f"http://{host}/tin-tuc/{news.parent.name}/{news.stem}/"
            wait_for(page, "</html>")
            wall, cpu, memory = [], [], []
            for number in range(options.edits):
                before, started = processor_seconds(server.pid), time.perf_counter()
                with news.open("a", encoding="utf-8") as text:
                    text.write(f"\nLần sửa {number}x.\n")
                wait_for(page, f"Lần sửa {number}x.")
                wall.append(time.perf_counter() - started)
                cpu.append(processor_seconds(server.pid) - before)
                memory.append(resident_mib(server.pid))
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)
            log.close()
        medians = f"{statistics.median(wall):.2f} s, processor {statistics.median(cpu):.2f} s (medians)"
        growth = f"memory {memory[0]:.0f} MiB after the first, {memory[-1]:.0f} after the last"
        print(f"{options.documents} documents, {options.edits} edits: from edit to answer {medians}; {growth}")


if __name__ == "__main__":
    main()
