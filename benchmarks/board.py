"""What the tasks of one campaign cost a build, and how large its pages are: `python -m benchmarks.board --tasks 500`.

The same campaign is built with its tasks and without them; the difference is theirs. Best of several runs, since other
work on the machine can only add.
"""

from __future__ import annotations

import argparse
import gzip
import logging
import os
import tempfile
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks.portals import SETTINGS, UNITS

PLAN = "---\ntype: KH\nnumber: {n}/KH-TCT\ndate: 2026-01-{day:02}\ntitle: Kế hoạch {n}\ntasks:{tasks}---\nNội dung.\n"
PLANS, NEWS = 10, 20


def write(root: Path, tasks: int) -> None:
    """One campaign with `tasks` tasks in ten plans and twenty news items that say which of them are done."""
    folder, news, units = root / "plans/2026/thi-dua", root / "site_src/tin-tuc/2026", root / "site_src/don-vi"
    for made in (folder, news, units):
        made.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (root / "site_src/index.md").write_text("# Trang chủ\n", encoding="utf-8")
    (folder / "index.md").write_text(
        "---\ntitle: Thi đua\nstart: 2026-01-01\nend: 2026-12-31\nreport_due: 2027-01-15\n---\n", encoding="utf-8"
    )
    for unit, name in UNITS.items():
        (units / f"{unit}.md").write_text(f"---\nunit: {{name: {name}}}\n---\n", encoding="utf-8")
    names = list(UNITS)
    each = tasks // PLANS
    for n in range(1, PLANS + 1):
        rows = "".join(
            f"\n  - {{unit: {names[(n * each + i) % len(names)]}, do: 'Việc số {n}.{i}: chuẩn bị, thực hiện, báo cáo',"
            f" due: 2026-{(n + i) % 12 + 1:02}-{i % 28 + 1:02}}}"
            for i in range(each)
        )
        text = PLAN.format(n=n, day=n, tasks=f"{rows}\n" if rows else " []\n")
        (folder / f"{n}-kh.md").write_text(text, encoding="utf-8")
    for n in range(NEWS):
        done = ", ".join(f"{n % PLANS + 1}/KH-TCT#{i}" for i in range(n // PLANS + 1, each, 4))
        head = f"title: Tin {n}\ndate: 2026-06-{n + 1:02}\ncampaign: thi-dua\nevidence_for: [{done}]"
        (news / f"tin-{n}.md").write_text(f"---\n{head}\n---\nĐã xong.\n", encoding="utf-8")


def seconds(root: Path) -> float:
    """Seconds of processor that one build takes."""
    started = time.process_time()
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / "site")))
    return time.process_time() - started


def main() -> None:
    """Build both portals in turns and print the difference."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--tasks", type=int, default=500)
    words.add_argument("--runs", type=int, default=3)
    options = words.parse_args()
    logging.disable(logging.ERROR)
    os.environ["TRANGTIN_TODAY"] = "2026-07-15"
    with tempfile.TemporaryDirectory(prefix="trangtin-bench-") as folder:
        roots = Path(folder) / "khong", Path(folder) / "co"
        write(roots[0], 0)
        write(roots[1], options.tasks)
        found: dict[Path, list[float]] = {root: [] for root in roots}
        for _ in range(options.runs + 1):  # the first of each fills the caches
            for root in roots:
                found[root].append(seconds(root))
        without, with_tasks = (min(found[root][1:]) for root in roots)
        print(f"{options.tasks} tasks: {with_tasks - without:.2f} s of processor ({without:.2f} s without them)")
        pages = sorted((roots[1] / "site/phong-trao").rglob("index.html"))
        print(f"{len(pages)} pages of the campaign")
        for page in (roots[1] / "site/phong-trao/thi-dua/index.html", max(pages, key=lambda p: p.stat().st_size)):
            data = page.read_bytes()
            name = page.relative_to(roots[1] / "site").as_posix()
            print(f"{name}: {len(data) / 1000:.0f} KB, {len(gzip.compress(data, mtime=0)) / 1000:.1f} KB gzip")


if __name__ == "__main__":
    main()
