"""What a copy of the process does ahead harms nothing, whatever lies there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from trangtin.host import ahead
from trangtin.host.ahead import look_ahead


@pytest.fixture
def opened() -> list[str]:
    """The names of the files opened since."""
    names = list[str]()
    # A hook stays for good: this one writes into a list that nobody looks at after the test.
    sys.addaudithook(lambda event, given: names.append(Path(str(given[0])).name) if event == "open" else None)
    return names


@pytest.mark.parametrize("is_copy", [True, False], ids=["in a copy", "in the first process"])
def test_a_copy_opens_every_text(
    tmp_path: Path, opened: list[str], is_copy: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("plans/2021/a.md", "plans/2021/b.pdf", "pages/c.markdown"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "pages/gone.md").symlink_to("nowhere.md")
    (tmp_path / "pages/folder.md").mkdir()
    monkeypatch.setattr(ahead, "is_copy", lambda: is_copy)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/left.html").touch()
    texts = (tmp_path / "plans", tmp_path / "pages", tmp_path / "missing")
    opened.clear()
    left = look_ahead(tmp_path / "site", tmp_path / "record.json", texts)
    assert {"a.md", "b.pdf", "c.markdown"} & set(opened) == ({"a.md", "c.markdown"} if is_copy else set())
    assert left is not None
    assert list(left.strays) == ["left.html"]


def test_a_site_that_cannot_be_read_is_left_to_the_build(tmp_path: Path) -> None:
    (tmp_path / "site").touch()
    assert look_ahead(tmp_path / "site", tmp_path / "record.json", ()) is None
