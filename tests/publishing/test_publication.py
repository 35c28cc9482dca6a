"""What readers get after each publishing, each refusal and each way back."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import resource
import stat
from pathlib import Path

import brotli
import pytest

from tests.publishing.small_site import LOOSE, NOON, PAPER, make_site, on_show, put, withdrawn_data
from trangtin.compressed import Packing
from trangtin.publishing.archive import write_archive
from trangtin.publishing.losses import LossRules
from trangtin.publishing.publication import Rules, publish, roll_back
from trangtin.publishing.refusal import Refusal
from trangtin.publishing.release_folder import ReleaseFolder
from trangtin.signing.manifest import NAME, FormerFile, check_site, hash_site, manifest_of


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "srv" / "trang"


def codes(refusal: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [str(each.code) for each in refusal.value.objections]


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
    for file in (root / "current/").rglob("*"):
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
    history = [FormerFile(first.files[PAPER], "Kế hoạch", "van-ban/2021/12-kh/", PAPER, "Đã thay")]
    (later.folder / NAME).write_bytes(manifest_of(history, hash_site(later.folder)))
    assert put(later, root).replaced == {}
    silent = make_site(tmp_path / "c", files={PAPER: "khác nữa"})
    assert put(silent, root).replaced == {PAPER: later.files[PAPER]}


def test_the_same_site_is_not_published_twice(tmp_path: Path, root: Path) -> None:
    first = put(make_site(tmp_path / "a"), root)
    assert put(make_site(tmp_path / "b"), root).is_same
    assert names(root) == [first.release.name]


def test_the_same_site_is_published_again_for_copies_it_lacks(tmp_path: Path, root: Path) -> None:
    packed = Rules(wait=0, packings=tuple(Packing))
    put(make_site(tmp_path / "a"), root)
    assert not (root / "current/404.html.br").exists()
    assert not put(make_site(tmp_path / "b"), root, packed).is_same
    assert (root / "current/404.html.br").is_file()
    for rules in (packed, Rules(wait=0)):
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
        publish(make_site(tmp_path / word, word), root, rules, lambda: NOON)
    kept = ReleaseFolder(root).releases()
    assert len(kept) == 2
    assert kept[0] == ReleaseFolder(root).current()
    roll_back(root, None, 0)
    with ReleaseFolder(root).locked(0):
        ReleaseFolder(root).prune(1)
    assert "ba" in on_show(root)


@pytest.mark.parametrize(
    "path",
    [
        *(PAPER, "tin-tuc/2026/a/index.html", "cong-khai/2021/index.html", "bao-cao/2024/index.html"),
        *("so/tay/index.html", "tim-kiem/huong-dan/index.html", "assets/quy-che.pdf", "du-lieu/bieu-mau.docx"),
        *("van-ban/2021/12-kh/trang/2/phu-luc.pdf", "trang/1/bai/index.html"),
    ],
)
def test_a_lost_address_is_refused_and_may_be_allowed(path: str, tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a", files={path: "x"}), root)
    less = make_site(tmp_path / "b", "hai", less=path)
    with pytest.raises(Refusal) as refusal:
        put(less, root, Rules(wait=0, losses=LossRules(100)))
    assert codes(refusal) == ["TT701"]
    assert f"/{path.removesuffix('index.html')}" in str(refusal.value)
    assert "--allow-lost" in str(refusal.value)
    assert "một" in on_show(root)
    put(less, root, LOOSE)
    assert "hai" in on_show(root)


@pytest.mark.parametrize(
    ("gone", "instead"),
    [
        (PAPER, {f"{PAPER}/index.html": "chuyển"}),
        (PAPER, {"van-ban.json": withdrawn_data("https://mau.example/van-ban/2021/12-kh/")}),
        ("van-ban/hieu-luc/het-hieu-luc/index.html", {}),
        ("khen-thuong/don-vi/khoa/index.html", {}),
        ("khen-thuong/doi-tuong/ca-nhan/index.html", {}),
        ("khen-thuong/doi-tuong/tap-the/trang/2/index.html", {}),
        ("khen-thuong/hinh-thuc/giay-khen/index.html", {}),
        ("khen-thuong/phong-trao/20-11/index.html", {}),
        ("khen-thuong/nhiem-ky/nam-hoc-2026-2027/index.html", {}),
        ("khen-thuong/2026/index.html", {}),
        ("tin-tuc/trang/2/index.html", {}),
        ("van-ban/2021/index.html", {}),
        ("so/12-kh-2021/index.html", {}),
        ("admin/index.html", {}),
        ("assets/cu.css", {}),
    ],
    ids=[
        "sent on",
        "withdrawn",
        "list of a state",
        "list of a unit",
        "commended people",
        "page of commended groups",
        "form of commendation",
        "commendations of a campaign",
        "commendations of a term",
        "commendations of a year",
        "page of a list",
        "list of a year",
        "number",
        "form",
        "style",
    ],
)
def test_what_still_answers_or_was_never_cited_is_no_loss(
    gone: str, instead: dict[str, str], tmp_path: Path, root: Path
) -> None:
    put(make_site(tmp_path / "a", files={gone: "x"}), root)
    put(make_site(tmp_path / "b", "hai", instead, less=gone), root)
    assert "hai" in on_show(root)


@pytest.mark.parametrize(
    "data",
    [
        withdrawn_data("https://mau.example/van-ban/2021/2-kh/"),
        '{"documents": [{"url": "https://mau.example/van-ban/2021/12-kh/", "withdrawn": null}]}',
        '{"documents": [1], "total": 2}',
        "[]",
        "{",
    ],
    ids=["another page", "a page that stands", "other data", "a list", "no data"],
)
def test_a_withdrawal_excuses_files_of_its_own_page_only(data: str, tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a"), root)
    with pytest.raises(Refusal, match="TT701"):
        put(make_site(tmp_path / "b", files={"van-ban.json": data}, less=PAPER), root)


def test_a_site_that_shrank_is_refused_and_may_be_allowed(tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a", files={f"hinh/{n}.webp": "ảnh" for n in range(10)}), root)
    less = make_site(tmp_path / "b")
    with pytest.raises(Refusal) as refusal:
        put(less, root)
    assert codes(refusal) == ["TT702"]
    assert "nhỏ hơn trang đang đăng 62 % về số tệp (16 → 6)" in str(refusal.value)
    put(less, root, Rules(wait=0, losses=LossRules(63)))
    assert not (root / "current/hinh").exists()


def test_emptied_texts_are_noticed_too(tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a"), root)
    with pytest.raises(Refusal, match="dung lượng"):
        put(make_site(tmp_path / "b", files={"index.html": "", PAPER: ""}), root)


@pytest.mark.parametrize("fault", ["changed", "missing", "extra", "no list"])
def test_a_site_that_is_not_as_built_is_refused(fault: str, tmp_path: Path, root: Path) -> None:
    site = make_site(tmp_path / "a")
    match fault:
        case "changed":
            (site.folder / "index.html").write_text("bị sửa", encoding="utf-8")
        case "missing":
            (site.folder / PAPER).unlink()
        case "extra":
            (site.folder / "la.html").write_text("lạ", encoding="utf-8")
        case _:
            (site.folder / "manifest.json").unlink()
    with pytest.raises(Refusal) as refusal:
        put(site, root)
    assert codes(refusal) == ["TT703"]
    assert ("không phải là trang do trangtin dựng" in str(refusal.value)) is (fault == "no list")
    assert not root.exists()


def test_a_manifest_may_not_name_files_outside(tmp_path: Path, root: Path) -> None:
    site = make_site(tmp_path / "a")
    (tmp_path / "bi-mat.html").write_text("bí mật", encoding="utf-8")
    text = (site.folder / "manifest.json").read_text(encoding="utf-8")
    (site.folder / "manifest.json").write_text(text.replace("404.html", "../bi-mat.html"), encoding="utf-8")
    with pytest.raises(Refusal, match="TT703"):
        put(site, root)


@pytest.mark.parametrize("what", ["a file", "other things", "a plain current"])
def test_a_place_that_holds_other_things_is_left_alone(what: str, tmp_path: Path, root: Path) -> None:
    match what:
        case "a file":
            root.parent.mkdir()
            root.write_text("x", encoding="utf-8")
        case "other things":
            root.mkdir(parents=True)
            (root / "index.html").write_text("trang cũ", encoding="utf-8")
        case _:
            (root / "releases").mkdir(parents=True)
            (root / "current").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Refusal) as refusal:
        put(make_site(tmp_path.parent / f"{tmp_path.name}-site"), root)
    assert codes(refusal) == ["TT704"]
    assert sorted(tmp_path.rglob("*")) == before


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


@pytest.mark.parametrize("inside", [".", "dang", "dang/ban"])
def test_releases_do_not_lie_where_the_next_build_empties(inside: str, tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    with pytest.raises(Refusal) as refusal:
        put(site, tmp_path / "site" / inside)
    assert codes(refusal) == ["TT704"]
    assert not (tmp_path / "site" / inside / "releases").exists()


def test_a_second_publisher_is_told_to_wait(tmp_path: Path, root: Path) -> None:
    site = make_site(tmp_path / "a")
    with ReleaseFolder(root).locked(0), pytest.raises(Refusal) as refusal:
        put(site, root)
    assert codes(refusal) == ["TT705"]
    put(site, root)
    assert "một" in on_show(root)


def test_a_full_disk_changes_nothing(tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a"), root)
    before = sorted(root.rglob("*"))
    large = make_site(tmp_path / "b", "hai", {"lon.pdf": "x" * 300_000})
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, usual[1]))  # the system itself refuses to write more
    try:
        with pytest.raises(Refusal) as refusal:
            put(large, root)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    assert codes(refusal) == ["TT706"]
    assert sorted(root.rglob("*")) == before
    assert "một" in on_show(root)


def test_a_place_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(tmp_path / "a")
    locked = tmp_path / "khoa"
    locked.mkdir(mode=0o555)
    if os.geteuid() == 0:  # root may write anywhere but here
        locked = Path("/proc/trang")
    with pytest.raises(Refusal) as refusal:
        put(site, locked / "trang")
    assert codes(refusal) == ["TT706"]


def test_going_back_and_forth(tmp_path: Path, root: Path) -> None:
    releases = [put(make_site(tmp_path / word, word), root).release for word in ("một", "hai", "ba")]
    assert roll_back(root, None, 0) == releases[1]
    assert roll_back(root, None, 0) == releases[0]
    assert "một" in on_show(root)
    with pytest.raises(Refusal, match="TT707"):
        roll_back(root, None, 0)
    assert roll_back(root, releases[2].name, 0) == releases[2]
    assert roll_back(root, releases[1].name[:15], 0) == releases[1]
    with pytest.raises(Refusal, match="TT707 '2026' hợp với 3 bản"):
        roll_back(root, "2026", 0)
    with pytest.raises(Refusal, match="TT707"):
        roll_back(root, "../../etc", 0)


def test_there_is_no_way_back_before_the_first_release(root: Path) -> None:
    with pytest.raises(Refusal, match="chưa có bản nào") as refusal:
        roll_back(root, None, 0)
    assert codes(refusal) == ["TT707"]
    assert not root.exists()


def test_there_is_no_way_back_to_a_release_that_was_tampered_with(tmp_path: Path, root: Path) -> None:
    first = put(make_site(tmp_path / "a"), root).release
    put(make_site(tmp_path / "b", "hai"), root)
    (root / "releases" / first.name / "index.html").write_text("bị sửa", encoding="utf-8")
    with pytest.raises(Refusal, match="TT703"):
        roll_back(root, None, 0)
    assert "hai" in on_show(root)


def test_nothing_is_published_while_held(tmp_path: Path, root: Path) -> None:
    for word in ("một", "hai"):
        put(make_site(tmp_path / word, word), root)
    roll_back(root, None, 0, "Lộ số điện thoại")
    with pytest.raises(Refusal, match=r"TT708.*: Lộ số điện thoại"):
        put(make_site(tmp_path / "ba", "ba"), root)
    ReleaseFolder(root).resume()
    put(make_site(tmp_path / "ba", "ba"), root)
    assert "ba" in on_show(root)


def test_losses_are_seen_though_somebody_took_the_list_away(tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a"), root)
    (root / "current/manifest.json").unlink()
    less = make_site(tmp_path / "b", "hai", less=PAPER)
    with pytest.raises(Refusal) as refusal:
        put(less, root)
    assert codes(refusal) == ["TT701"]
    done = put(make_site(tmp_path / "c"), root)
    assert [each.partition(":")[0] for each in done.altered] == ["manifest.json"]
    assert (root / "current/manifest.json").is_file()


@pytest.mark.parametrize("way", ["--to", "--zip"])
def test_a_preview_is_not_published(way: str, tmp_path: Path, root: Path) -> None:
    site = make_site(tmp_path / "a")
    (site.folder / NAME).write_bytes(manifest_of((), hash_site(site.folder), is_preview=True))
    with pytest.raises(Refusal) as refusal:
        if way == "--to":
            put(site, root)
        else:
            write_archive(site, root)
    assert codes(refusal) == ["TT725"]
    assert not root.exists()


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
    rules = Rules(wait=0, packings=tuple(Packing))
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
