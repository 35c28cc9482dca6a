"""Whether the last build still stands: nothing that it depends on has changed, and nobody has touched its site."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import trangtin
from tests.settled import settle
from trangtin.disk.kept_files import CACHE
from trangtin.standing import inputs
from trangtin.standing.configured import read_configured
from trangtin.standing.last_build import LastBuild
from trangtin.standing.left_site import LAST_PAGES, SITE_RECORD, lying_in, row_of, write_rows

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere no time of a file tells that it was replaced")

ENVIRONMENT = {"TRANGTIN_TODAY": "2026-11-21", "CI_COMMIT_SHA": "0123456789abcdef0123456789abcdef01234567"}
CONFIG = """\
site_name: Trường
docs_dir: site_src
theme: {name: trangtin, custom_dir: giao-dien}
plugins: [{trangtin: {unit: {name: Trường}}}]
"""
SAID = ["lưu ý: một điều", "lưu ý: điều khác"]


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def new_portal(root: Path) -> Path:
    for name in ("plans/2021/a/01.md", "site_src/index.md", "trust/roots/a.pem", "giao-dien/main.html", "ghi-chu.txt"):
        write(root / name, "a")
    write(root / "mkdocs.yml", CONFIG)
    settle()
    return root


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return new_portal(tmp_path / "portal")


def last(root: Path, environment: Mapping[str, str] = ENVIRONMENT, site: str | None = None) -> LastBuild:
    return LastBuild(root / "mkdocs.yml", Path(site) if site else None, environment)


def write_down(root: Path, site: Path) -> None:
    """What stands in the folder of the site, as a build does it."""
    files = (entry for _, entry in lying_in(site) if entry is not None)
    rows = {os.path.relpath(entry.path, site): row_of(entry.stat(), "0" * 64) for entry in files}
    write_rows(root / CACHE / SITE_RECORD, site, rows)


def build(root: Path, meanwhile: Callable[[], object] = lambda: None, site: str | None = None) -> None:
    """A build that writes two files."""
    one = last(root, site=site)
    with one.replaced() as keep:
        write(one.site / "index.html", "<!doctype html>")
        write(one.site / ".well-known/security.txt", "a")
        write_down(root, one.site)
        meanwhile()
        keep(SAID)


def test_what_was_told_is_told_again(root: Path) -> None:
    assert last(root).messages() is None
    build(root)
    assert last(root).messages() == tuple(SAID)
    assert last(root).site == root / "site"


def test_what_is_known_can_be_forgotten(root: Path) -> None:
    build(root)
    write(root / CACHE / LAST_PAGES, "{}")
    last(root).forget()
    assert last(root).messages() is None
    assert not (root / CACHE / LAST_PAGES).exists()


def append(name: str) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        with (root / name).open("a", encoding="utf-8") as file:
            file.write("a")

    return change


def same_bytes_and_time(name: str) -> Callable[[Path], object]:
    """As some programs copy: only the time of the change itself tells."""

    def change(root: Path) -> None:
        file, seen = root / name, (root / name).stat()
        file.write_bytes(file.read_bytes())
        os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))

    return change


def commit(root: Path) -> None:
    identity = ("-c", "user.name=Nguyễn Văn A", "-c", "user.email=a@mau.example")
    subprocess.run(["git", "init", "-q", root], check=True)
    subprocess.run(["git", "-C", root, *identity, "commit", "-q", "--allow-empty", "-m", "a"], check=True)


def replaced_by_a_link(root: Path) -> None:
    (root / "site/index.html").rename(root / "site/.that.html")
    (root / "site/index.html").symlink_to(".that.html")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a document": append("plans/2021/a/01.md"),
    "a page": append("site_src/index.md"),
    "a file that looks the same": same_bytes_and_time("plans/2021/a/01.md"),
    "a new file": lambda root: write(root / "site_src/.moi/a.md", "a"),
    "a file less": lambda root: (root / "plans/2021/a/01.md").unlink(),
    "another name": lambda root: (root / "plans/2021/a/01.md").rename(root / "plans/2021/a/02.md"),
    "a trusted certificate": append("trust/roots/a.pem"),
    "a template": append("giao-dien/main.html"),
    "the configuration": lambda root: write(root / "mkdocs.yml", f"{CONFIG}repo_url: https://git.example/a\n"),
    "the results of a check": lambda root: write(root / "kiem-tra-tro-nang.json", "{}"),
    "a link to a folder": lambda root: (root / "site_src/b").symlink_to(root / "plans"),
    "the form for editors": lambda root: write(root / ".cache/trangtin/form/a/a.js", "a"),
    "a commit": commit,
    "a page of the site": append("site/index.html"),
    "a page of the site that looks the same": same_bytes_and_time("site/index.html"),
    "a page of the site less": lambda root: (root / "site/index.html").unlink(),
    "a page of the site more": lambda root: write(root / "site/a/index.html", "a"),
    "a file of the site for programs": append("site/.well-known/security.txt"),
    "the site moved": lambda root: (root / "site").rename(root / "site2"),
    "what is known of the site": append(".cache/trangtin/site.json"),
    "nothing known of the site": lambda root: (root / ".cache/trangtin/site.json").unlink(),
    "a hidden file among the pages": lambda root: write(root / "site/a/.b", "a"),
    "a link in place of a page": replaced_by_a_link,
    "the record": lambda root: write(root / ".cache/trangtin/last-build.json", "[]"),
    "the record's end": lambda root: write(root / ".cache/trangtin/last-build.json", '{"inputs'),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_makes_the_next_build_a_whole_one(root: Path, change: Callable[[Path], object]) -> None:
    build(root)
    assert last(root).messages() is not None
    change(root)
    assert last(root).messages() is None


@pytest.mark.parametrize(
    "change",
    [
        lambda root: write(root / ".cache/khac", "a"),
        lambda root: write(root / "xem-thu/index.html", "a"),
        lambda root: write(root / "site/.git/HEAD", "a"),
        lambda root: write(root / "site/.well-known/acme-challenge/a", "a"),
        lambda root: (root / "site/rong").mkdir(),
        lambda root: write(root / ".venv/a.py", "a"),
        append("ghi-chu.txt"),
        lambda root: write(root / "nhat-ky/dung.log", "a"),
    ],
)
def test_what_no_build_reads_or_writes_is_no_change(root: Path, change: Callable[[Path], object]) -> None:
    build(root)
    change(root)
    assert last(root).messages() is not None


@pytest.mark.parametrize(
    "environment",
    [
        {"TRANGTIN_TODAY": "2026-11-22"},
        {"TRANGTIN_COMPRESS": "1"},
        {"SOURCE_DATE_EPOCH": "1795000000"},
        {"CI_COMMIT_SHA": "1123456789abcdef0123456789abcdef01234567"},
        {"TRANGTIN_TODAY": "hôm nay"},
    ],
)
def test_another_day_or_purpose(root: Path, environment: dict[str, str]) -> None:
    build(root)
    assert last(root, {**ENVIRONMENT, "TRANGTIN_PROCESSES": ""}).messages() is None
    assert last(root, {**ENVIRONMENT, "LANG": "vi_VN.UTF-8"}).messages() is not None
    assert last(root, {**ENVIRONMENT, **environment}).messages() is None


def test_another_program(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    build(root)
    (tmp_path / "markdown-99.dist-info").mkdir()
    with monkeypatch.context() as patch:
        patch.syspath_prepend(tmp_path)
        assert last(root).messages() is None
    assert last(root).messages() is not None
    monkeypatch.setattr(trangtin, "__path__", [str(root / "plans")])
    assert last(root).messages() is None


def test_another_font(root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    build(root)
    write(tmp_path / "arial.ttf", "a")
    monkeypatch.setattr(inputs, "font_files", lambda: {"arial.ttf": [tmp_path / "arial.ttf"]})
    assert last(root).messages() is None


@pytest.mark.parametrize(
    "line",
    [
        "hooks: [giao-dien/a.py]",
        "INHERIT: ../chung.yml",
        "site_author: !ENV AUTHOR",
        "markdown_extensions: [pymdownx.snippets]",
        "markdown_extensions: [{pymdownx.snippets: {base_path: ..}}]",
        "khac: 1",
        "site_dir: [a]",
        ": :",
    ],
)
def test_a_configuration_that_may_lead_beyond_the_portal(root: Path, line: str) -> None:
    write(root / "mkdocs.yml", f"{CONFIG}{line}\n")
    settle()
    build(root, site="ra")
    assert last(root, site="ra").messages() is None


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("plugins: [", "plugins: [search, "),
        ("custom_dir: giao-dien", "custom_dir: ../giao-dien"),
        ("name: trangtin,", "name: cua-rieng-ai,"),
        ("name: trangtin,", "name: [trangtin],"),
        ("docs_dir: site_src", "docs_dir: ../site_src"),
    ],
)
def test_a_place_or_program_of_others(root: Path, typed: str, other: str) -> None:
    write(root / "mkdocs.yml", CONFIG.replace(typed, other))
    settle()
    build(root)
    assert last(root).messages() is None


def test_a_configuration_that_is_a_link(root: Path) -> None:
    (root / "mkdocs.yml").rename(root / "that.yml")
    (root / "mkdocs.yml").symlink_to("that.yml")
    settle()
    build(root)
    assert last(root).messages() is None


def around(root: Path) -> inputs.Inputs | None:
    configured = read_configured(root / "mkdocs.yml")
    assert configured is not None
    return inputs.inputs_of(root / "mkdocs.yml", configured, root / "site", ENVIRONMENT, with_texts=False)


TEXTS = ("a document", "a page", "a file that looks the same", "a new file", "a file less", "another name", "a commit")
BESIDE = ("a trusted certificate", "a template", "the configuration", "the results of a check", "the form for editors")


@pytest.mark.parametrize("changed", TEXTS)
def test_texts_and_commits_are_none_of_what_is_around_them(root: Path, changed: str) -> None:
    before = around(root)
    assert before is not None
    assert before.is_settled
    CHANGES[changed](root)
    assert around(root) == before


@pytest.mark.parametrize("changed", BESIDE)
def test_all_else_is(root: Path, changed: str) -> None:
    before = around(root)
    CHANGES[changed](root)
    after = around(root)
    assert before is not None
    assert after is not None
    assert after.digests != before.digests


def test_a_link_that_is_called_like_a_text_is_no_text(root: Path) -> None:
    before = around(root)
    (root / "plans/2021/a/02.md").symlink_to("01.md")
    after = around(root)
    assert before is not None
    assert after is not None
    assert after.digests != before.digests
