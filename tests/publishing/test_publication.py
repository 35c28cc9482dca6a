"""What readers get after each publishing, each refusal and each way back."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import stat
from pathlib import Path

import brotli
import pytest

from tests.publishing.small_site import LOOSE, PAPER, make_site, on_show, put
from trangtin.compressed import Packing
from trangtin.publishing.local_folder import LocalFolder
from trangtin.publishing.losses import LossRules
from trangtin.publishing.place import Rules
from trangtin.publishing.refusal import Refusal
from trangtin.publishing.release_folder import ReleaseFolder
from trangtin.signing.manifest import NAME, FormerFile, check_site, hash_site, manifest_of
from trangtin.signing.site_roles import SiteRoles


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "srv" / "trang"


def names(root: Path) -> list[str]:
    return sorted(entry.name for entry in (root / "releases").iterdir())


def test_what_was_built_is_shown_and_readable_by_a_web_server(tmp_path: Path, root: Path) -> None:
    old = os.umask(0o077)
    try:
        done = put(make_site(tmp_path / "a"), root)
    finally:
        os.umask(old)
    assert on_show(root) == (tmp_path / "a/index.html").read_text(encoding="utf-8")
    assert (root / "current").readlink() == Path("releases", done.release.name)
    assert done.release.name.startswith("20261121-120000-")
    for file in (root.parent, root, root / "releases", root / "current", *(root / "current/").rglob("*")):
        mode = stat.S_IMODE(file.stat().st_mode)
        assert mode == (0o755 if file.is_dir() else 0o644), file


def test_strays_and_hidden_files_of_the_build_folder_do_not_go_out(tmp_path: Path, root: Path) -> None:
    site = make_site(tmp_path / "a")
    (site.folder / ".git").mkdir()
    (site.folder / ".git/config").write_text("bí mật", encoding="utf-8")
    put(site, root)
    assert not (root / "current/.git").exists()


def test_a_replaced_paper_that_the_site_tells_of_is_no_news(tmp_path: Path, root: Path) -> None:
    first = make_site(tmp_path / "a")
    put(first, root)
    later = make_site(tmp_path / "b", files={PAPER: "khác"})
    roles = SiteRoles(papers=frozenset({PAPER})).as_json()
    history = [FormerFile(first.files[PAPER], "Kế hoạch", "van-ban/2021/12-kh/", PAPER, "Đã thay")]
    (later.folder / NAME).write_bytes(manifest_of(history, hash_site(later.folder), more=roles))
    assert put(later, root).replaced == {}
    silent = make_site(tmp_path / "c", files={PAPER: "khác nữa"}, roles=SiteRoles(papers=frozenset({PAPER})))
    assert put(silent, root).replaced == {PAPER: later.files[PAPER]}


def test_the_same_site_is_not_published_twice(tmp_path: Path, root: Path) -> None:
    first = put(make_site(tmp_path / "a"), root)
    assert put(make_site(tmp_path / "b"), root).is_same
    assert names(root) == [first.release.name]


def test_the_same_site_is_published_again_for_copies_it_lacks(tmp_path: Path, root: Path) -> None:
    packed = Rules(packings=tuple(Packing))
    put(make_site(tmp_path / "a"), root)
    assert not (root / "current/404.html.br").exists()
    assert not put(make_site(tmp_path / "b"), root, packed).is_same
    assert (root / "current/404.html.br").is_file()
    for rules in (packed, Rules()):
        assert put(make_site(tmp_path / "c"), root, rules).is_same


def test_unchanged_files_keep_their_time_and_take_no_room(tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a"), root)
    before = (root / "current/404.html").stat()
    done = put(make_site(tmp_path / "b", files={"index.html": "khác"}), root)
    after = (root / "current/404.html").stat()
    assert done.new_files == 1
    assert (before.st_ino, before.st_mtime) == (after.st_ino, after.st_mtime)
    assert (root / "current/index.html").stat().st_mtime > before.st_mtime  # a second later, whatever the clock says


def test_texts_have_a_compressed_copy_that_says_the_same(tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a"), root)
    assert (root / "current/index.html.gz").is_file()
    assert not any(each.finding for each in check_site(root / "current"))
    for other in (gzip.compress("kẻ xấu".encode()), b"\x1f\x8bhong", gzip.compress(b"0" * 10_000_000)):
        (root / "current/index.html.gz").write_bytes(other)
        assert [each.path for each in check_site(root / "current") if each.finding] == ["index.html.gz"]


def test_only_so_many_releases_are_kept_and_the_one_on_show_always(tmp_path: Path, root: Path) -> None:
    rules = Rules(keep=2, losses=LossRules(100, may_lose=True))
    for word in ("một", "hai", "ba", "bốn"):
        put(make_site(tmp_path / word, word), root, rules)
    kept = ReleaseFolder(root).releases()
    assert len(kept) == 2
    assert kept[0] == ReleaseFolder(root).current()
    LocalFolder(root).roll_back(None)
    with ReleaseFolder(root).locked(0):
        ReleaseFolder(root).prune(1)
    assert "ba" in on_show(root)


def test_going_back_and_forth(tmp_path: Path, root: Path) -> None:
    releases = [put(make_site(tmp_path / word, word), root).release for word in ("một", "hai", "ba")]
    assert LocalFolder(root).roll_back(None) == releases[1]
    assert LocalFolder(root).roll_back(None) == releases[0]
    assert "một" in on_show(root)
    with pytest.raises(Refusal, match="TT707"):
        LocalFolder(root).roll_back(None)
    assert LocalFolder(root).roll_back(releases[2].name) == releases[2]
    assert LocalFolder(root).roll_back(releases[1].name[:15]) == releases[1]
    with pytest.raises(Refusal, match="TT707 '2026' hợp với 3 bản"):
        LocalFolder(root).roll_back("2026")
    with pytest.raises(Refusal, match="TT707"):
        LocalFolder(root).roll_back("../../etc")


def test_tampering_is_told_and_undone_even_if_nothing_else_changed(tmp_path: Path, root: Path) -> None:
    site = make_site(tmp_path / "a")
    put(site, root)
    (root / "current/index.html").write_text("kẻ xấu", encoding="utf-8")
    done = put(site, root)
    assert [each.partition(":")[0] for each in done.altered] == ["index.html"]
    assert "một" in on_show(root)


def test_what_a_stopped_publisher_left_is_cleared(tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a"), root)
    (root / "releases/.new-20261121-120001-0123456789ab").mkdir()
    (root / ".current").symlink_to("releases/nowhere")
    put(make_site(tmp_path / "b", "hai"), root)
    assert len(names(root)) == 2
    assert sorted(entry.name for entry in root.iterdir()) == [".lock", "current", "releases"]


def test_what_open_pages_still_ask_for_goes_along_for_one_release(tmp_path: Path, root: Path) -> None:
    style, picture, original = "assets/a.{}.css", "hinh/le.360.{}.webp", "hinh/le.jpg"
    hashes = ("abcdef12", "bbcdef12", "cbcdef12")
    for number, digits in enumerate(hashes):
        files = {style.format(digits): digits, picture.format(digits): digits}
        # An original has one name for good: it comes and goes with its page.
        put(make_site(tmp_path / digits, digits, {**files, **({original: "ảnh"} if number == 0 else {})}), root, LOOSE)
    current = root / "current"
    there = {path.relative_to(current).as_posix() for path in current.rglob("*") if path.is_file()}
    assert {style.format(hashes[1]), picture.format(hashes[1]), style.format(hashes[2])} <= there
    assert not {style.format(hashes[0]), original} & there
    assert (current / style.format(hashes[1])).read_text("utf-8") == hashes[1]
    assert [each.path for each in check_site(current) if each.finding] == []
    (current / style.format(hashes[1])).write_text("kẻ xấu", encoding="utf-8")
    assert [each.path for each in check_site(current) if each.finding] == [style.format(hashes[1])]


def test_what_was_altered_on_the_server_is_not_carried(tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a", files={"assets/a.abcdef12.css": "a"}), root)
    (root / "current/assets/a.abcdef12.css").write_text("kẻ xấu", encoding="utf-8")
    put(make_site(tmp_path / "b", "hai"), root, LOOSE)
    assert not (root / "current/assets/a.abcdef12.css").exists()


def test_a_list_of_carried_files_vouches_for_no_others(tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a"), root)
    page = root / "current/xau/index.html"
    page.parent.mkdir()
    page.write_text("kẻ xấu", encoding="utf-8")
    digest = hashlib.sha256(page.read_bytes()).hexdigest()
    (root / "current/.carried.json").write_text(json.dumps({"xau/index.html": digest}), encoding="utf-8")
    assert [each.path for each in check_site(root / "current") if each.finding] == ["xau/index.html"]


def test_copies_are_packed_twice_on_request_and_shared_with_the_release_before(tmp_path: Path, root: Path) -> None:
    rules = Rules(packings=tuple(Packing))
    put(make_site(tmp_path / "a"), root, rules)
    before = (root / "current/404.html.br").stat()
    put(make_site(tmp_path / "b", files={"index.html": "khác " * 400}), root, rules)
    assert (root / "current/404.html.br").stat().st_ino == before.st_ino
    assert brotli.decompress((root / "current/index.html.br").read_bytes()).decode() == "khác " * 400
    assert [each.path for each in check_site(root / "current") if each.finding] == []
    (root / "current/index.html.br").write_bytes(brotli.compress("kẻ xấu".encode()))
    assert [each.path for each in check_site(root / "current") if each.finding] == ["index.html.br"]
    put(make_site(tmp_path / "c", "ba"), root, LOOSE)
    assert not (root / "current/index.html.br").exists()


@pytest.mark.parametrize(
    "found",
    [
        "[" * 100_000,
        '{"files": [{"path": "a", "sha256": "b", "size": 1e999}]}',
        '{"files": [{"path": "../a"}]}',
        "{}",
        "7",
    ],
)
def test_a_list_that_somebody_spoilt_on_the_server_is_put_right(found: str, tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a"), root)
    (root / "current/manifest.json").write_text(found, encoding="utf-8")
    told = put(make_site(tmp_path / "b"), root)
    assert told.altered
    assert ReleaseFolder(root).site_of(told.release).faults() == {}
