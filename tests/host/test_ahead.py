"""What a copy of the process does ahead harms nothing, whatever lies there."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

import pytest

from trangtin.content.entry import Layout
from trangtin.copies import meanwhile
from trangtin.host import ahead
from trangtin.host.ahead import look_ahead
from trangtin.standing.left_site import LeftSite

LAYOUT = Layout("pages", "plans")
TEXTS = {"a.md", "b.MD", "c.markdown"}


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    for name in ("plans/2021/a.md", "plans/b.MD", "pages/c.markdown", "plans/2021/d.pdf", "pages/.hidden/e.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "pages/gone.md").symlink_to("nowhere.md")
    (tmp_path / "pages/folder.md").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pages/pipe.md")  # who opens it waits for ever
    (tmp_path / "site").mkdir()
    (tmp_path / "site/left.html").touch()
    return tmp_path


def opened_by(portal: Path) -> tuple[LeftSite | None, set[str]]:
    """What is found ahead, and the names of the files that are opened for it, in whatever process."""
    names = list[str]()
    # A hook stays for good: this one writes into a list that nobody looks at after the test.
    sys.addaudithook(lambda event, given: names.append(Path(str(given[0])).name) if event == "open" else None)
    left = look_ahead(portal / "site", portal / "record.json", portal, LAYOUT)
    return left, set(names)


@pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux alone")
@pytest.mark.parametrize("processes", [1, 2])
def test_a_copy_opens_every_text_and_the_first_process_none(
    portal: Path, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRANGTIN_PROCESSES", str(processes))
    with meanwhile(partial(opened_by, portal)) as result:
        left, opened = result()
    assert left is not None
    assert list(left.strays) == ["left.html"]
    assert {name for name in opened if name.endswith((".md", ".MD", ".markdown", ".pdf"))} == (
        TEXTS if processes == 2 else set()
    )


def test_a_site_that_cannot_be_read_is_left_to_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "is_copy", lambda: True)
    (tmp_path / "site").touch()
    assert look_ahead(tmp_path / "site", tmp_path / "record.json", tmp_path, LAYOUT) is None
