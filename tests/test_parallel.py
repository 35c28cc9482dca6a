"""Work in several processes gives what work in one gives, whatever program asks for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from trangtin.content.text import fold
from trangtin.parallel import in_parallel, processes_for

WORDS = [(f"Đợt {number}",) for number in range(40)]


def test_results_come_in_order() -> None:
    alone = list(in_parallel(fold, WORDS, processes=1))
    assert alone[:2] == ["dot 0", "dot 1"]
    assert list(in_parallel(fold, WORDS, processes=2, together=7)) == alone


def test_a_script_that_does_not_guard_itself(tmp_path: Path) -> None:
    script = tmp_path / "dung.py"
    script.write_text(
        "from trangtin.content.text import fold\n"
        "from trangtin.parallel import in_parallel\n"
        "print(len(list(in_parallel(fold, [('Đợt',)] * 40, processes=2))))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=300, check=False)
    assert (done.stdout.strip(), done.returncode) == ("40", 0), done.stderr


def test_few_tasks_stay_in_this_process() -> None:
    assert processes_for(3, enough=50) == 1
    assert processes_for(1_000_000, enough=1) <= 8
