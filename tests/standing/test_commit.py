"""Which commit a site says it was built from, and that it says so when files were changed since."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.host.conftest import Builder
from tests.portal.drawing import draw
from trangtin.signing.manifest import Origin
from trangtin.standing.commit import commit_of

IN_ENVIRONMENT = {"CI_COMMIT_SHA": "0123456789abcdef0123456789abcdef01234567"}
IDENTITY = ("-c", "user.name=Nguyễn Văn A", "-c", "user.email=a@mau.example")


def git(root: Path, *words: str) -> str:
    return subprocess.run(
        ["git", "-C", str(root), *IDENTITY, *words], capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "a.md").write_text("a", encoding="utf-8")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "Đầu tiên")
    return tmp_path


def test_git_is_believed_before_the_environment(repository: Path) -> None:
    sha = git(repository, "rev-parse", "HEAD").strip()
    assert commit_of(repository, repository / "site", IN_ENVIRONMENT) == Origin(sha, False)


@pytest.mark.parametrize(
    ("path", "is_dirty"),
    [("a.md", True), ("b.md", True), ("site/index.html", False), (".site.new-ab1/a.html", False), (".cache/x", False)],
)
def test_changed_and_new_files_are_told_but_not_what_the_build_itself_writes(
    repository: Path, path: str, is_dirty: bool
) -> None:
    (repository / path).parent.mkdir(exist_ok=True)
    (repository / path).write_text("b", encoding="utf-8")
    found = commit_of(repository, repository / "site", {})
    assert found is not None and found.is_dirty is is_dirty


def test_without_a_repository_the_environment_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert commit_of(tmp_path, tmp_path / "site", IN_ENVIRONMENT) == Origin(IN_ENVIRONMENT["CI_COMMIT_SHA"], False)
    assert commit_of(tmp_path, tmp_path / "site", {"GITHUB_SHA": "<script>"}) is None
    monkeypatch.setenv("PATH", "")
    assert commit_of(tmp_path, tmp_path / "site", {}) is None


def test_the_manifest_names_it(repository: Path, session_builder: Builder) -> None:
    draw(repository, "== site_src/index.md\ntitle: Trang chủ\n")
    (repository / "mkdocs.yml").write_text(
        "site_name: a\ntheme: trangtin\ndocs_dir: site_src\nplugins: [{trangtin: {unit: {name: Trường}}}]\n",
        encoding="utf-8",
    )
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "Trang")
    manifest = json.loads((session_builder(repository) / "manifest.json").read_text("utf-8"))
    assert (manifest["commit"], manifest["dirty"]) == (git(repository, "rev-parse", "HEAD").strip(), False)
