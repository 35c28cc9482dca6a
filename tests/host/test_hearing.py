"""How a preview hears of edits: from the system where it tells of all of them, else by looking."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from watchdog.observers import Observer

from trangtin.host.preview import hearing

MOUNTS = """\
21 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
22 21 0:40 / /mnt/c rw,noatime - 9p drvfs rw
23 21 0:41 / {shared} rw - cifs //nas/van-phong rw
24 23 8:2 / {shared}/may\\040nay rw shared:1 - xfs /dev/sdb1 rw
"""
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere MkDocs looks at every file")


@on_linux
@pytest.mark.parametrize(
    ("folder", "is_told"),
    [("", True), ("chung/plans", False), ("chung/may nay/plans", True), ("chungtoi", True), ("lien-ket", False)],
)
def test_shared_disks_are_looked_at(tmp_path: Path, folder: str, is_told: bool) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS.format(shared=tmp_path / "chung"), "utf-8")
    (tmp_path / "chung/plans").mkdir(parents=True)
    (tmp_path / "lien-ket").symlink_to(tmp_path / "chung/plans")
    assert hearing.is_told_of(tmp_path / folder, mounts) is is_told
    assert not hearing.is_told_of(tmp_path / folder, tmp_path / "khong-co")


def edits(root: Path) -> dict[str, Callable[[], object]]:
    """What an editor may do to the files of a folder, one after the other."""
    text, folder, away = root / "docs/a.md", root / "docs/nam", root / "nam"
    return {
        "written": lambda: text.write_text("b", "utf-8"),
        "saved as programs do": lambda: ((root / "moi").write_text("c", "utf-8"), (root / "moi").replace(text)),
        "a folder that comes": lambda: away.rename(folder),
        "and goes": lambda: folder.rename(away),
        "and comes back": lambda: away.rename(folder),
        "deleted": text.unlink,
    }


@on_linux
@pytest.mark.parametrize("has_watches", [True, False], ids=["told", "looked at"])
def test_every_edit_is_heard_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_watches: bool) -> None:
    docs, built = tmp_path / "docs", threading.Event()
    for folder in (docs, tmp_path / "nam"):
        folder.mkdir()
        (folder / "a.md").write_text("a", "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Mẫu\n", "utf-8")
    monkeypatch.setattr(hearing, "is_told_of", lambda _: True)
    if not has_watches:
        monkeypatch.setattr(Observer, "schedule", no_more_watches)
    config = load_config(str(tmp_path / "mkdocs.yml"))
    server = LiveReloadServer(built.set, "127.0.0.1", 0, str(tmp_path), polling_interval=0.1)
    server.watch(config.docs_dir)
    hearing.hear_at_once(server, config, [docs])
    thread = threading.Thread(target=server.serve)
    thread.start()
    while not server.observer.is_alive():
        time.sleep(0.01)
    try:
        for name, edit in edits(tmp_path).items():
            built.clear()
            edit()
            assert built.wait(20), name
        built.clear()
        (docs / ".a.md.swp").write_text("x", "utf-8")
        (docs / "nam/a.md").read_text("utf-8")
        if has_watches:
            assert not built.wait(1.5), "what an editor's program does beside is no edit"
    finally:
        server.shutdown()
        thread.join()


def no_more_watches(*_: object, **__: object) -> None:
    raise OSError("inotify watch limit reached")
