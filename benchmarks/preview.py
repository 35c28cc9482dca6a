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
from benchmarks.process_tree import memory_mib, processor_seconds

PATIENCE = 600


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
            started = time.perf_counter()
            document = min(root.glob("plans/*/*/*-tct.md"))
            slug = f"{int(document.stem[:3]):02}{document.stem[3:]}"
            wait_for(f"http://{host}/", "</html>")
            first = time.perf_counter() - started
            page = f"http://{host}/van-ban/{document.parts[-3]}/{slug}/"
            wall, cpu, memory = [], [], []
            for number in range(options.edits):
                before, started = processor_seconds(server.pid), time.perf_counter()
                with document.open("a", encoding="utf-8") as text:
                    text.write(f"\nLần sửa {number}x.\n")
                wait_for(page, f"Lần sửa {number}x.")
                wall.append(time.perf_counter() - started)
                cpu.append(processor_seconds(server.pid) - before)
                memory.append(memory_mib(server.pid))
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE)
            log.close()
        slowest = sorted(wall)[int(0.95 * (len(wall) - 1))]
        print(
            f"{options.documents} documents: first page after {first:.1f} s; {options.edits} edits: from edit to answer "
            f"{statistics.median(wall):.2f} s (95 %: {slowest:.2f}), processor {statistics.median(cpu):.2f} s; "
            f"memory {memory[0]:.0f} MiB after the first, {memory[len(memory) // 2]:.0f} half way, {memory[-1]:.0f} at last"
        )


if __name__ == "__main__":
    main()
