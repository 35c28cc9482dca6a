"""Builds one generated portal with trangtin and with stock Material, one after the other: `python -m benchmarks.run`.

Stock Material gets the same Markdown and PDF files in one docs folder, its automatic navigation, and no plugin, not
even search. Times are only worth comparing within one run: machines and their other work differ.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks import portals

TODAY = "2026-11-21"
STOCK_SETTINGS = """\
site_name: Trường Chính trị tỉnh Mẫu
site_url: https://do.mau.example/
theme:
  name: material
  language: vi
  font: false
plugins: []
"""


@dataclass(frozen=True)
class Measure:
    name: str
    wall: float
    cpu: float
    memory: float
    """Peak resident memory, MiB."""
    pages: int
    size: float
    """HTML written, MiB."""

    @property
    def figures(self) -> tuple[float, ...]:
        return (self.wall, self.cpu, self.memory, self.pages, self.size)


def measure(name: str, folder: Path, strict: bool) -> Measure:
    target = folder / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", *(["--strict"] if strict else [])]
    env = {**os.environ, "TRANGTIN_TODAY": TODAY, "NO_MKDOCS_2_WARNING": "1"}
    started = time.perf_counter()
    with (folder / "build.log").open("w+", encoding="utf-8") as log:
        child = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)
        # wait4 gives this child's own use; getrusage(RUSAGE_CHILDREN) would give the largest of all so far.
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            log.seek(0)
            sys.exit(f"{name}: build failed\n{log.read()[-4000:]}")
    pages = list(target.rglob("*.html"))
    unit = 1024 if sys.platform != "darwin" else 1024**2  # ru_maxrss: KiB, on macOS bytes
    size = sum(page.stat().st_size for page in pages) / 1024**2
    return Measure(name, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, len(pages), size)


def stock_copy(source: Path, target: Path) -> None:
    for name in ("plans", "site_src"):
        shutil.copytree(source / name, target / "docs" / name)
    (target / "docs" / "index.md").write_text("# Trang chủ\n", "utf-8")
    (target / "mkdocs.yml").write_text(STOCK_SETTINGS, "utf-8")


def table(rows: list[Measure]) -> str:
    head = ("", "wall s", "cpu s", "peak MiB", "pages", "HTML MiB")
    lines = [head, *((row.name, *(f"{figure:.1f}" for figure in row.figures)) for row in rows)]
    if len(rows) == 2:
        ratios = (ours / theirs for ours, theirs in zip(rows[0].figures, rows[1].figures, strict=True))
        lines.append(("ratio", *(f"{ratio:.2f}" for ratio in ratios)))
    return "\n".join(f"{line[0]:<18}" + "".join(f"{cell:>10}" for cell in line[1:]) for line in lines)


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--documents", type=int, default=1000)
    words.add_argument("--only-trangtin", action="store_true", help="leave out stock Material, which takes minutes")
    words.add_argument("--keep", type=Path, help="a new folder for the portal and both sites, to look at")
    options = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="trangtin-bench-") as temporary:
        folder = options.keep or Path(temporary)
        ours, stock = folder / "trangtin", folder / "material"
        portals.write(ours, options.documents)
        rows = [measure("trangtin", ours, strict=True)]
        if not options.only_trangtin:
            stock_copy(ours, stock)
            rows.append(measure("stock Material", stock, strict=False))
        print(f"{options.documents} documents\n{table(rows)}")


if __name__ == "__main__":
    main()
