"""What a build may write over: a slip in `site_dir` costs a message, not the portal."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from tests.host.conftest import Builder
from tests.host.test_attachments import HEAD, lay, put


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = lay(tmp_path / "portal")
    put(root, "plans/2026/1.md", f"---\n{HEAD}---\nMột")
    put(root, "trust/roots/a.txt", "gốc")
    put(root, ".git/HEAD", "ref: refs/heads/main\n")
    return root


def files_of(root: Path) -> set[str]:
    return {file.relative_to(root).as_posix() for file in root.rglob("*") if ".cache" not in file.parts}


@pytest.mark.parametrize("place", ["plans", "plans/2026", "plans/moi", "trust", ".git", "trust/../plans"])
def test_the_portal_itself_is_never_written_over(
    place: str, root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    before = files_of(root)
    with pytest.raises(Abort):
        session_builder(root, site_dir=root / place)
    assert "dựng vào đó sẽ xóa mất nội dung gốc" in caplog.text
    assert files_of(root) == before


def test_files_of_somebody_else_stay(root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture) -> None:
    put(root, "tai-lieu/bao-cao.docx", "của người khác")
    with pytest.raises(Abort):
        session_builder(root, site_dir=root / "tai-lieu")
    assert "đang có tệp khác ('bao-cao.docx')" in caplog.text
    assert (root / "tai-lieu/bao-cao.docx").is_file()


def test_a_site_is_built_again_in_its_place_whatever_became_of_it(root: Path, session_builder: Builder) -> None:
    site = session_builder(root, site_dir=root / "site")
    for name in ("manifest.json", "sitemap.xml", "kiem-tra-tep/index.html"):
        (site / name).unlink()
    put(site, "la.txt", "lạ")
    session_builder(root, site_dir=site)
    assert (site / "manifest.json").is_file()
    assert not (site / "la.txt").exists()
