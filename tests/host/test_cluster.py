"""Texts rendered by an executor that `mkdocs.yml` names: the site is the same, byte for byte."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks import portals
from tests.host.test_rebuild import tree
from trangtin.cluster import NoClusterError, executor_named
from trangtin.disk.shelf import program_version
from trangtin.host.texts import sent_texts
from trangtin.host.texts.rendering import Profile, Renderer, Text
from trangtin.host.texts.sent_texts import SentText, render_batch, rendered_elsewhere

pytestmark = pytest.mark.slow

PATIENCE = 120
_CLUSTER = """
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=2, processes=True, dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        input()
"""
_THREADS = """
from concurrent.futures import ThreadPoolExecutor
class Executor(ThreadPoolExecutor):
    def submit(self, work, *values):
        assert work.__module__ == "trangtin.host.texts.sent_texts", work
        print("sent", flush=True)
        return super().submit(work, *values)
"""


def built(folder: Path, executor: str | None) -> tuple[dict[str, bytes], str]:
    """The site of a generated portal, and what the build said."""
    portals.write(folder, 60)
    if executor is not None:
        config = folder / "mkdocs.yml"
        text = config.read_text(encoding="utf-8").replace(
            "  - trangtin:\n", f"  - trangtin:\n      executor: {executor}\n"
        )
        config.write_text(text, encoding="utf-8")
    environment = {"TRANGTIN_TODAY": "2026-11-21", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder.parent)}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True, timeout=PATIENCE
    )
    return (tree(folder / "site") if done.returncode == 0 else {}), done.stdout + done.stderr


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """The address of a Dask scheduler with two workers, processes of their own in another folder."""
    command = [sys.executable, "-c", _CLUSTER]
    environment = {**os.environ, "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}  # gives up with the first
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.communicate("\n", timeout=PATIENCE)


@pytest.mark.skipif(find_spec("distributed") is None, reason="needs the extra 'dask': pip install 'trangtin[dask]'")
def test_a_dask_cluster_and_this_machine_make_the_same_site(tmp_path: Path) -> None:
    alone, _ = built(tmp_path / "alone" / "portal", None)
    (tmp_path / "threads").mkdir()
    (tmp_path / "threads" / "ours.py").write_text(_THREADS, encoding="utf-8")
    with cluster(tmp_path) as address:
        together, told = built(tmp_path / "cluster" / "portal", address)
    assert together, told
    named, told = built(tmp_path / "threads" / "portal", "ours:Executor")
    assert "sent" in told
    assert len(alone) > 200
    assert alone == together == named


@pytest.mark.skipif(find_spec("distributed") is None, reason="needs the extra 'dask': pip install 'trangtin[dask]'")
def test_machines_that_die_are_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = pytest.raises(NoClusterError, match="dừng khi đang dựng chữ")
    with cluster(tmp_path) as address, told, executor_named(address) as executor:
        executor.submit(os._exit, 1).result(PATIENCE)
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize("error", [BrokenExecutor, CancelledError])
def test_an_executor_that_breaks_is_told(error: type[Exception]) -> None:
    name = "concurrent.futures:ThreadPoolExecutor"
    with pytest.raises(NoClusterError, match=f"'{name}' đã dừng"), executor_named(name):
        raise error


def text(markdown: str) -> Text:
    return Text(markdown, Profile.PROSE, 2, None, lambda link: f"../{link}/" if link.endswith("md") else None)


def test_a_link_that_was_not_foreseen_is_left_to_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    renderer = Renderer(["toc"], {})
    texts = [
        text("Xem [a](a.md), [b][1] và <a href='c.md'>c</a>.\n\n[1]: b.md\n"),
        text("Không có gì."),
        text("[x](<x y.md>)"),
    ]
    with ThreadPoolExecutor(2) as executor:
        made = list(rendered_elsewhere(executor, renderer.recipe or "", texts))
        assert [each and each[0] for each in made] == [renderer.render(each) for each in texts]
        assert [sorted(each[1]) for each in made if each] == [["a.md", "b.md"], [], ["x y.md"]]
        monkeypatch.setattr(sent_texts, "_sent", lambda each: SentText(each.markdown, "prose", 2, None, {}))
        made = list(rendered_elsewhere(executor, renderer.recipe or "", texts))
    assert [each is None for each in made] == [True, False, True]


def test_another_program_is_refused() -> None:
    with pytest.raises(NoClusterError, match="cài cùng một bản"):
        render_batch(f"{program_version()} other", "[[], {}]", [])


@pytest.mark.parametrize(
    "name", ["no.such.package:make", "trangtin.cluster:no_such_name", "os:getcwd", "os:name", "os:listxattr"]
)
def test_what_is_not_there_is_told(name: str) -> None:
    with pytest.raises(NoClusterError, match="sửa 'executor' trong"), executor_named(name):
        pass


def test_something_that_makes_an_executor() -> None:
    with executor_named("concurrent.futures:ThreadPoolExecutor") as executor:
        assert isinstance(executor, Executor)
        assert executor.submit(len, "abc").result() == 3
