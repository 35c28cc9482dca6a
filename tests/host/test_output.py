"""The folder of a site while a build fills it: the last site stands until the new one is whole."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trangtin.compressed import unpacked_sha256
from trangtin.host.files.site_file import SiteFile
from trangtin.host.folder.output import Output
from trangtin.signing.manifest import NAME
from trangtin.signing.manifest import sha256_of as sha256_of_file

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere all is written anew")

Site = Mapping[str, str]
FIRST: Site = {
    "index.html": "Trang chủ",
    "a/index.html": "A",
    "a/tep.pdf": "%PDF",
    "b/c/index.html": "C",
    ".well-known/security.txt": "a",
}
SECOND: Site = {"index.html": "Trang chủ", "a/index.html": "A mới", "a/tep.pdf": "%PDF", "d/index.html": "D"}


def opened(folder: Path) -> tuple[Output, Path]:
    output = Output(folder, folder.parent / ".cache/site.json")
    return output, output.open()


def fill(output: Output, site: Site) -> None:
    for address, text in site.items():
        output.put(address, text.encode())
    output.settle()
    output.add(NAME, "\n".join(sorted(site.values())).encode())


def build(folder: Path, site: Site) -> None:
    output, _ = opened(folder)
    fill(output, site)
    output.finish()


def standing(folder: Path) -> dict[str, str]:
    files = (file for file in folder.rglob("*") if file.is_file() and file.name != NAME)
    return {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in files}


def beside(folder: Path) -> list[str]:
    return sorted({entry.name for entry in folder.parent.iterdir()} - {folder.name, ".cache"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    build(folder, FIRST)
    assert standing(folder) == FIRST
    return folder


def test_the_last_site_stands_until_the_end(folder: Path) -> None:
    output, made_in = opened(folder)
    fill(output, SECOND)
    assert made_in.parent == folder.parent
    assert standing(folder) == FIRST
    output.finish()
    assert standing(folder) == SECOND
    assert not (folder / "b").exists()
    assert beside(folder) == []


def test_what_is_the_same_is_not_touched(folder: Path) -> None:
    before = {address: (folder / address).stat() for address in FIRST}
    build(folder, SECOND)
    after = {address: (folder / address).stat() for address in SECOND}
    same = {each for each in before.keys() & after.keys() if before[each].st_ctime_ns == after[each].st_ctime_ns}
    assert same == {"index.html", "a/tep.pdf"}


def test_to_ask_where_a_page_is_written_changes_nothing(folder: Path) -> None:
    build(folder, FIRST)
    output, place = opened(folder)
    for name, html, address in (("a", "A", os.devnull), ("d", "D", f"{place}/d/index.html")):
        page = SiteFile(f"{name}.md", "", str(place), use_directory_urls=True)
        page.output = output
        page.drawn(html)
        assert [page.abs_dest_path, page.abs_dest_path] == [address, address]
    fill(output, SECOND)
    output.finish()


def test_pages_come_after_what_they_lead_to_and_nothing_goes_before(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []

    def noting(name: str) -> None:
        works = getattr(os, name)

        def step(*paths: Any) -> None:
            order.append(os.fspath(paths[-1]))
            works(*paths)

        monkeypatch.setattr(os, name, step)

    noting("replace")
    noting("unlink")
    build(folder, {**SECOND, "z.json": "z"})
    moved = [path.removeprefix(f"{folder}/") for path in order if path.startswith(f"{folder}/")]
    assert moved[:3] == ["z.json", "a/index.html", "d/index.html"]
    assert sorted(moved[3:5]) == [".well-known/security.txt", "b/c/index.html"]
    assert moved[5:] == [NAME]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": "tệp"}, {"a/index.html": "trang"}),
        ({"a/b/index.html": "trang", "a/c": "tệp"}, {"a": "tệp"}),
        ({"a/b": "1"}, {"a/b/c/d": "2"}),
        ({"A/index.html": "1"}, {"a/index.html": "2"}),
    ],
)
def test_files_where_folders_were_and_the_reverse(tmp_path: Path, before: Site, after: Site) -> None:
    home = {"index.html": "Trang chủ"}
    build(tmp_path / "site", home | dict(before))
    build(tmp_path / "site", home | dict(after))
    assert standing(tmp_path / "site") == home | dict(after)


def test_what_nobody_asked_for_goes_and_what_is_the_folders_own_stays(folder: Path) -> None:
    for name in ("la.html", "a/.an", ".git/HEAD", ".well-known/pki/a.txt", "x/y/z"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("lạ", encoding="utf-8")
    (folder / "rong/khong").mkdir(parents=True)
    (folder / "lien-ket").symlink_to(folder.parent, target_is_directory=True)
    build(folder, SECOND)
    assert standing(folder) == {**SECOND, ".git/HEAD": "lạ", ".well-known/pki/a.txt": "lạ"}
    assert {entry.name for entry in folder.iterdir()} == {"index.html", "a", "d", ".git", ".well-known", NAME}


def test_what_is_new_has_the_group_of_the_folder(folder: Path) -> None:
    """As of a server that reads what its group may read."""
    try:
        os.chown(folder, -1, 4321)
    except PermissionError:
        pytest.skip("only root may give files to any group")
    folder.chmod(0o2750)
    build(folder, SECOND)
    assert {(folder / address).stat().st_gid for address in ("a/index.html", "d", "d/index.html")} == {4321}


def test_copies_stay_with_what_they_were_packed_from(folder: Path) -> None:
    def built(words: str) -> dict[str, int]:
        output, _ = opened(folder)
        for address, text in {"index.html": "chữ " * 600, "b.html": words * 600, "c.html": "ngắn"}.items():
            output.put(address, text.encode())
        output.add_copies(output.settle())
        output.add(NAME, words.encode())
        output.finish()
        return {path.name: path.stat().st_ino for path in folder.iterdir()}

    first, second = built("một "), built("hai ")
    assert {name for name in second if first[name] == second[name]} == {
        *("index.html", "index.html.gz", "index.html.br", "c.html"),
    }
    for text in ("index.html", "b.html"):
        for ending in (".gz", ".br"):
            assert unpacked_sha256(folder / f"{text}{ending}") == sha256_of_file(folder / text)


ADDRESSES = st.sampled_from(["index.html", "a/index.html", "a/b.json", "a/c/index.html", "d.pdf", "e/f/g/index.html"])


@settings(deadline=None)
@given(st.lists(st.dictionaries(ADDRESSES, st.sampled_from(["1", "2"])), min_size=2, max_size=4))
def test_after_any_builds_the_folder_holds_the_last(
    tmp_path_factory: pytest.TempPathFactory, sites: list[Site]
) -> None:
    folder = tmp_path_factory.mktemp("portal") / "site"
    for site in sites:
        build(folder, site)
        assert standing(folder) == site
        assert all(any(each.iterdir()) for each in folder.rglob("*") if each.is_dir())
