"""A build after a build: whatever is taken from the last one, the site is what a build from nothing makes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort, PluginError

from benchmarks import portals
from tests.host.conftest import REPOSITORY, Builder
from trangtin.content.options.build_variables import PREVIEW
from trangtin.host.edition import Edition
from trangtin.host.folder.output import Output
from trangtin.host.pages import drawn_pages
from trangtin.host.texts.rendering import Renderer

pytestmark = pytest.mark.slow

DEPARTMENT = REPOSITORY / "tests/sites/so-xay-dung"


def tree(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def times(site: Path) -> dict[str, int]:
    return {file.relative_to(site).as_posix(): file.stat().st_mtime_ns for file in site.rglob("*") if file.is_file()}


def from_nothing(build: Builder, root: Path) -> dict[str, bytes]:
    """The site as a copy of the portal without any cache gives it."""
    copy = root.with_name(f"{root.name}-copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns(".cache", "site", "xem-thu"))
    return tree(build(copy))


@pytest.fixture(autouse=True)
def same_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "portal"
    shutil.copytree(DEPARTMENT, root, ignore=shutil.ignore_patterns(".cache", "site", "xem-thu"))
    return root


def test_nothing_changed(root: Path, session_builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    site = session_builder(root, site_dir=root / "site")
    before, written = tree(site), times(site)

    def never(*_: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(Renderer, "render", never)
    monkeypatch.setattr(drawn_pages.DrawnPages, "_draw", never)
    session_builder(root, site_dir=site)
    assert tree(site) == before
    again = {name for name, moment in times(site).items() if moment != written[name]}
    kept = {name for name in before if name.endswith((".html", ".pdf", ".ics")) or name.startswith("tim-kiem/chi-muc")}
    assert again & kept <= {"404.html", "index.html"}
    assert len(kept) > 40


PLAN = "plans/2021/thi-dua-bau-cu/26-kh-sxd.md"
NEWS = "site_src/tin-tuc/2021/kiem-tra-diem-bo-phieu.md"
NEW = ("site_src/trang-moi.md", "", "---\ntitle: Trang mới\n---\nChữ.\n")
CHANGES: dict[str, tuple[str, str, str]] = {
    "a text": (PLAN, "Sở Xây dựng phát động", "Sở Xây dựng TỪ MỚI phát động"),
    "a title that others show": (PLAN, "\ntitle: ", "\ntitle: Đổi tên "),
    "a campaign's name": ("plans/2021/thi-dua-bau-cu/index.md", "\ntitle: ", "\ntitle: Đổi tên "),
    "a draft": (NEWS, "\ntitle: ", "\ndraft: true\ntitle: "),
    "a page that comes": NEW,
    "a name in the frame of all pages": ("mkdocs.yml", "Nguyễn Văn U", "Lê Văn C"),
}
"""What stands where, and what is to stand there; nothing for a file that comes."""


def change(root: Path, path: str, old: str, new: str) -> None:
    text = (root / path).read_text(encoding="utf-8") if old else ""
    assert old in text
    (root / path).write_text(text.replace(old, new, 1) if old else new, encoding="utf-8")


@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES)
def test_after_a_change(root: Path, session_builder: Builder, changed: tuple[str, str, str]) -> None:
    site = session_builder(root, site_dir=root / "site")
    before = tree(site)
    change(root, *changed)
    session_builder(root, site_dir=site)
    after = tree(site)
    assert after != before
    assert after == from_nothing(session_builder, root)


ANNOUNCED = """
      announcements:
        - {title: Trang tạm dừng, text: Từ 22 giờ., since: 22/11/2026, until: 25/11/2026}
"""


def test_on_another_day(root: Path, session_builder: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day is in no file, and changes what all pages say."""
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    assert "\n      noindex: true\n" in config
    config = config.replace("\n      noindex: true\n", f"{ANNOUNCED}      noindex: true\n")
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    for day, is_announced in (("2026-11-21", False), ("2026-11-22", True), ("2026-11-26", False)):
        monkeypatch.setenv("TRANGTIN_TODAY", day)
        site = tree(session_builder(root, site_dir=root / "site"))
        assert site == from_nothing(session_builder, root)
        pages = {name: text.decode() for name, text in site.items() if b'id="noi-dung"' in text}
        assert len(pages) > 20
        assert [name for name, page in pages.items() if ("Trang tạm dừng" in page) is not is_announced] == []


def test_a_preview_shares_no_page_with_the_site(
    root: Path, session_builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(root, NEWS, "\ntitle: ", "\ndraft: true\ntitle: ")
    before = tree(session_builder(root, site_dir=root / "site"))
    for _ in range(2):
        monkeypatch.setenv(PREVIEW, "https://xem.example/")
        preview = tree(session_builder(root, site_dir=root / "xem-thu"))
        assert preview == from_nothing(session_builder, root)
        assert any("kiem-tra-diem-bo-phieu" in name for name in preview.keys() - before.keys())
        pages = [text for name, text in preview.items() if name.endswith("index.html") and b'id="noi-dung"' in text]
        assert all("Bản xem thử" in page.decode() for page in pages)
        monkeypatch.delenv(PREVIEW)
        assert tree(session_builder(root, site_dir=root / "site")) == before


def test_a_link_in_a_text_follows_what_it_leads_to(root: Path, session_builder: Builder) -> None:
    (root / "site_src/dich.md").write_text("---\ntitle: Đích\n---\nChữ.\n", encoding="utf-8")
    (root / "site_src/nguon.md").write_text("---\ntitle: Nguồn\n---\nXem [đích](dich.md).\n", encoding="utf-8")
    site = session_builder(root, site_dir=root / "site")
    assert 'href="../dich/"' in (site / "nguon/index.html").read_text(encoding="utf-8")
    (root / "site_src/sau").mkdir()
    (root / "site_src/dich.md").rename(root / "site_src/sau/dich.md")
    (root / "site_src/nguon.md").write_text("---\ntitle: Nguồn\n---\nXem [đích](sau/dich.md).\n", encoding="utf-8")
    session_builder(root, site_dir=site)
    assert not (site / "dich").exists()
    assert 'href="../sau/dich/"' in (site / "nguon/index.html").read_text(encoding="utf-8")


def test_what_somebody_changed_in_the_site_is_written_again(root: Path, session_builder: Builder) -> None:
    site = session_builder(root, site_dir=root / "site")
    before = tree(site)
    for name in ("lien-he/index.html", "van-ban/index.html", "van-ban.json"):
        seen = (site / name).stat()
        (site / name).write_bytes(b"x" * seen.st_size)
        os.utime(site / name, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    (site / "bi-mat.html").write_text("không thuộc trang", encoding="utf-8")
    session_builder(root, site_dir=site)
    assert tree(site) == before
    assert sorted(entry.name for entry in root.iterdir() if entry.name.startswith(".")) == [".cache"]


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        (Edition, "start"),
        (Edition, "finish_menu"),
        (Edition, "make"),
        (Edition, "shared"),
        (Output, "settle"),
        (Output, "add"),
    ],
)
def test_the_last_site_stands_where_a_build_fails(
    root: Path, session_builder: Builder, monkeypatch: pytest.MonkeyPatch, owner: type, name: str
) -> None:
    site = session_builder(root, site_dir=root / "site")
    before, works = tree(site), getattr(owner, name)

    def fails(*values: object, **options: object) -> None:
        works(*values, **options)
        raise PluginError("cụm máy đã dừng")

    change(root, *CHANGES["a campaign's name"])
    with monkeypatch.context() as patch, pytest.raises(Abort):
        patch.setattr(owner, name, fails)
        session_builder(root, site_dir=site)
    assert tree(site) == before
    assert sorted(entry.name for entry in root.iterdir() if entry.name.startswith(".")) == [".cache"]
    session_builder(root, site_dir=site)
    assert tree(site) == from_nothing(session_builder, root)


def test_the_last_site_stands_where_a_strict_build_warns_of_something(root: Path, session_builder: Builder) -> None:
    site = session_builder(root, site_dir=root / "site")
    before = tree(site)
    change(root, *CHANGES["a campaign's name"])
    hook = "import logging\n\n\ndef on_env(env, **_):\n    logging.getLogger('mkdocs.a').warning('a')\n    return env\n"
    (root / "hook.py").write_text(hook, encoding="utf-8")
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"{config}\nhooks: [hook.py]\n", encoding="utf-8")
    with pytest.raises(Abort):
        session_builder(root, site_dir=site)
    assert tree(site) == before
    assert sorted(entry.name for entry in root.iterdir() if entry.name.startswith(".")) == [".cache"]


@pytest.mark.parametrize("folder", ["a file", "/proc/khong-co"])
def test_a_folder_that_cannot_be_made_is_told(
    folder: str, root: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    (root / "a file").touch()
    with pytest.raises(Abort):
        session_builder(root, site_dir=root / folder)
    assert f"không đọc hoặc ghi được '{root / folder}'" in caplog.text


def test_a_folder_that_was_emptied_is_filled_from_what_is_kept(
    root: Path, session_builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in CI, which keeps the cache and not the site."""
    site = session_builder(root, site_dir=root / "site")
    before = tree(site)
    shutil.rmtree(site)
    monkeypatch.setattr(drawn_pages.DrawnPages, "_draw", lambda *_: pytest.fail("drawn again"))
    session_builder(root, site_dir=site)
    assert tree(site) == before


def test_a_hook_may_name_another_folder(root: Path, session_builder: Builder) -> None:
    """What stands in the folder that was named before is not taken for what stands there."""
    before = tree(session_builder(root, site_dir=root / "site"))
    hook = f"def on_config(config):\n    config.site_dir = {str(root / 'khac')!r}\n    return config\n"
    (root / "hook.py").write_text(hook, encoding="utf-8")
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"{config}\nhooks: [hook.py]\n", encoding="utf-8")
    session_builder(root, site_dir=root / "site")
    assert tree(root / "khac").keys() == before.keys()
    assert tree(root / "site") == before


def test_hidden_folders_of_the_site_are_left_alone(root: Path, session_builder: Builder) -> None:
    site = session_builder(root, site_dir=root / "site")
    (site / ".git").mkdir()
    (site / ".git/HEAD").write_text("ref: refs/heads/pages\n")
    session_builder(root, site_dir=site)
    assert (site / ".git/HEAD").read_text() == "ref: refs/heads/pages\n"


def test_one_process_and_several_make_the_same_site(tmp_path: Path) -> None:
    sites = {}
    for processes in ("1", "3"):
        folder = tmp_path / processes / "portal"
        portals.write(folder, 130)
        environment = {"TRANGTIN_PROCESSES": processes, "TRANGTIN_TODAY": "2026-11-21", "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
        subprocess.run(command, cwd=folder, env={**os.environ, **environment}, check=True, timeout=300)
        sites[processes] = tree(folder / "site")
    assert len(sites["1"]) > 400
    assert sites["1"] == sites["3"]


def test_mkdocs_makes_the_same_pages_where_others_have_a_say(root: Path, session_builder: Builder) -> None:
    alone = tree(session_builder(root, site_dir=root / "site"))
    (root / "hook.py").write_text("def on_page_markdown(markdown, **_):\n    return markdown\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        (root / "mkdocs.yml").read_text(encoding="utf-8") + "\nhooks: [hook.py]\n", encoding="utf-8"
    )
    together = tree(session_builder(root, site_dir=root / "site"))
    assert together == alone
    assert together == from_nothing(session_builder, root)
