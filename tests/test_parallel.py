"""Work in several processes gives what work in one gives, whatever program asks for it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import BrokenExecutor
from pathlib import Path

import pytest

from trangtin.content.text import fold
from trangtin.copies import begun_ahead, can_copy, in_copies, shared_out
from trangtin.parallel import begun, in_parallel
from trangtin.processors import processes_for

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux alone")
WORDS = [(f"Đợt {number}",) for number in range(40)]


def test_results_come_in_order() -> None:
    alone = list(in_parallel(fold, WORDS, processes=1))
    assert alone[:2] == ["dot 0", "dot 1"]
    assert list(in_parallel(fold, WORDS, processes=2, together=7)) == alone


@pytest.mark.parametrize("processes", [1, 2])
def test_begun_work_waits_for_whoever_wants_it(processes: int) -> None:
    with begun(fold, WORDS, processes=processes, together=7) as results:
        assert list(results) == list(in_parallel(fold, WORDS, processes=1))
    assert can_copy()  # no thread is left that looks after processes


def test_begun_work_that_nobody_wants_is_left(tmp_path: Path) -> None:
    tasks = [(tmp_path / f"{number}", f"{number}") for number in range(500)]
    with begun(_slowly_written, tasks, processes=2, together=1):
        pass
    assert len(list(tmp_path.iterdir())) < len(tasks)


def _slowly_written(file: Path, text: str) -> None:
    time.sleep(0.01)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_shared_out_results_come_in_order(processes: int) -> None:
    found = list(shared_out(lambda number: (number * 2, os.getpid()), range(50), processes=processes))
    assert [double for double, _ in found] == list(range(0, 100, 2))
    assert len({process for _, process in found}) <= processes
    renewed = list(shared_out(lambda number: (number * 2, os.getpid()), range(50), processes=processes, renewed=20))
    assert [double for double, _ in renewed] == list(range(0, 100, 2))
    assert len({process for _, process in renewed}) <= 1 + 3 * (processes - 1)


@on_linux
def test_copies_go_on_while_the_first_process_is_busy(tmp_path: Path) -> None:
    """With one long task among many the rest waits for nobody."""

    def work(number: int) -> int:
        until = time.monotonic() + 60
        while number == 0 and len(list(tmp_path.iterdir())) < 59 and time.monotonic() < until:
            time.sleep(0.01)  # busy until all others are done
        (tmp_path / f"{number}").touch()
        return os.getpid()

    found = list(shared_out(work, range(60), processes=2, renewed=5))
    assert found.count(os.getpid()) == 1


@on_linux
def test_work_begun_ahead_is_done_by_another_process() -> None:
    big = "đ" * 1_000_000  # more than a pipe holds
    found = begun_ahead(lambda: (os.getpid(), big), processes=2)()
    assert found[0] != os.getpid()
    assert found[1] == big


@pytest.mark.parametrize("processes", [1, 2])
def test_what_work_begun_ahead_raises_is_raised_where_its_result_is_wanted(processes: int) -> None:
    result = begun_ahead(lambda: 1 // 0, processes=processes)
    with pytest.raises(ZeroDivisionError):
        result()


@on_linux
def test_work_whose_copy_was_killed_is_done_all_the_same() -> None:
    first = os.getpid()

    def work() -> int:
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return first

    assert begun_ahead(work, processes=2)() == first


@on_linux
def test_nobody_waits_for_work_begun_ahead_that_nobody_wants() -> None:
    program = (
        "from trangtin.copies import begun_ahead\n"
        "result = begun_ahead(lambda: 'đ' * 1_000_000, processes=2)\n"
        "print('xong')\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert (ended.stdout, ended.stderr) == ("xong\n", "")


def test_a_copy_makes_no_copies() -> None:
    def processes_of(_: int) -> int:
        return len(set(in_copies(lambda _: os.getpid(), range(20), processes=2, together=1)))

    assert set(shared_out(processes_of, range(4), processes=2)) == {1}
    assert begun_ahead(lambda: processes_of(0), processes=2)() == 1


def test_an_error_in_any_of_the_processes_is_told() -> None:
    def work(number: int) -> int:
        if number == 30:
            raise ValueError(number)
        return number

    for processes in (1, 2, 3):
        with pytest.raises(ValueError, match="30"):
            list(shared_out(work, range(60), processes=processes))
    assert list(shared_out(work, range(20), processes=2)) == list(range(20))


class WantsMoreError(Exception):
    def __init__(self, path: str, line: int) -> None:
        super().__init__(f"{path}:{line}")


@pytest.mark.parametrize("error", [WantsMoreError("plans/a.md", 3), ValueError("plans/a.md:3", lambda: None)])
def test_an_error_that_cannot_be_sent_is_told_in_words(error: Exception) -> None:
    first = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != first:
            raise error
        time.sleep(0.05)
        return number

    with pytest.raises((RuntimeError, type(error)), match=r"plans/a\.md:3"):
        list(shared_out(work, range(20), processes=2))


@on_linux
def test_a_copy_that_is_killed_ends_the_work() -> None:
    first = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.01)
        return number

    with pytest.raises(BrokenExecutor):
        list(shared_out(work, range(60), processes=2))


@on_linux
def test_copies_end_with_the_process_they_are_of(tmp_path: Path) -> None:
    script, told = tmp_path / "dung.py", tmp_path / "copies"
    told.touch()
    script.write_text(
        "import os, signal, time\n"
        "from pathlib import Path\n"
        "from trangtin.copies import shared_out\n"
        "first = os.getpid()\n"
        "def work(number):\n"
        "    if os.getpid() == first:\n"
        "        os.kill(first, signal.SIGKILL)\n"
        "    time.sleep(0.2)\n"
        "    with Path('copies').open('a') as told:\n"
        "        told.write('x')\n"
        "list(shared_out(work, range(100), processes=2))\n",
        encoding="utf-8",
    )
    # Its output ends when no copy is left that could write there.
    done = subprocess.run([sys.executable, str(script)], cwd=tmp_path, stdout=subprocess.PIPE, timeout=300, check=False)
    assert done.returncode == -signal.SIGKILL
    assert len(told.read_text("utf-8")) <= 1


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


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process cannot be kept to some processors")
def test_a_process_kept_to_one_processor_starts_no_others() -> None:
    told = (
        "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))});"
        "from trangtin.processors import processes_for; print(processes_for(100, enough=1))"
    )
    free = {name: value for name, value in os.environ.items() if name != "TRANGTIN_PROCESSES"}
    done = subprocess.run([sys.executable, "-c", told], env=free, capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"


@on_linux
def test_copies_stop_without_a_word_where_somebody_stops_the_program(tmp_path: Path) -> None:
    script = tmp_path / "dung.py"
    script.write_text(
        "import signal, time\n"
        "from pathlib import Path\n"
        "from trangtin.copies import shared_out\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a shell's `&` has it ignored
        "def wait():\n"
        "    with Path('begun').open('a') as begun:\n"
        "        begun.write('x')\n"
        "    time.sleep(60)\n"
        "list(shared_out(lambda _: wait(), range(9), processes=2))\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "TRANGTIN_PROCESSES": "2"}
    command = [sys.executable, str(script)]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as program:
        begun, until = tmp_path / "begun", time.monotonic() + 60
        while not begun.exists() or len(begun.read_text()) < 2:
            assert time.monotonic() < until
            time.sleep(0.05)
        os.killpg(program.pid, signal.SIGINT)
        told = program.communicate(timeout=60)[1]
    assert told.count("Traceback") == 1  # its own, which the command tells in two words
