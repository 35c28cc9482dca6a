"""What is not put on show: a site that lost addresses or shrank, is not as built, a preview, or while it is held."""

from __future__ import annotations

import errno
import json
import os
import resource
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.publishing.small_site import LOOSE, NOON, PAPER, make_site, on_show, put
from trangtin.publishing.archive import write_archive
from trangtin.publishing.copying import copy_site
from trangtin.publishing.local_folder import LocalFolder
from trangtin.publishing.losses import LossRules
from trangtin.publishing.place import Rules
from trangtin.publishing.refusal import Refusal
from trangtin.publishing.release_folder import ReleaseFolder
from trangtin.signing.manifest import NAME, hash_site, manifest_of
from trangtin.signing.site_roles import ROLES, SiteRoles


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "srv" / "trang"


def codes(refusal: pytest.ExceptionInfo[Refusal]) -> list[str]:
    return [str(each.code) for each in refusal.value.objections]


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
        put(less, root, Rules(losses=LossRules(100)))
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
        ("admin/index.html", {}),
        ("assets/cu.css", {}),
    ],
    ids=["sent on", "form", "style"],
)
def test_what_still_answers_or_was_never_cited_is_no_loss(
    gone: str, instead: dict[str, str], tmp_path: Path, root: Path
) -> None:
    put(make_site(tmp_path / "a", files={gone: "x"}), root)
    put(make_site(tmp_path / "b", "hai", instead, less=gone), root)
    assert "hai" in on_show(root)


def test_what_the_site_on_show_calls_a_list_may_go(tmp_path: Path, root: Path) -> None:
    gone = "phong-trao/tet/viec/tinh-trang/qua-han/index.html"
    put(make_site(tmp_path / "a", files={gone: "x"}, roles=SiteRoles(lists=frozenset({gone}))), root)
    put(make_site(tmp_path / "b", "hai"), root)
    assert "hai" in on_show(root)


DOCUMENT, NEWS, PLAIN = "van-ban/2021/12-kh/index.html", "tin-tuc/2026/a/index.html", "ngan-sach/index.html"


@pytest.mark.parametrize(
    ("gone", "offered", "withdrawn", "may_go"),
    [
        (PAPER, {}, [DOCUMENT], True),
        (PAPER, {}, [], False),
        (PAPER, {}, ["van-ban/2021/2-kh/index.html"], False),
        ("tin-tuc/2026/lich.pdf", {"tin-tuc/2026/lich.pdf": (NEWS,)}, [NEWS], True),
        ("tin-tuc/2026/lich.pdf", {"tin-tuc/2026/lich.pdf": (DOCUMENT,)}, [NEWS], False),
        ("ngan-sach.pdf", {"ngan-sach.pdf": (DOCUMENT, PLAIN)}, [PLAIN], True),
        ("ngan-sach.pdf", {}, [PLAIN], False),
        (DOCUMENT, {}, [DOCUMENT], False),
    ],
    ids=["document", "no page", "other page", "news", "other news", "plain page", "older version", "page itself"],
)
def test_a_paper_may_go_with_the_page_that_offered_it(
    gone: str, offered: dict[str, tuple[str, ...]], withdrawn: list[str], may_go: bool, tmp_path: Path, root: Path
) -> None:
    put(make_site(tmp_path / "a", files={gone: "x"}, roles=SiteRoles(offered=offered)), root)
    new = make_site(tmp_path / "b", "hai", less=gone, roles=SiteRoles(withdrawn=frozenset(withdrawn)))
    with nullcontext() if may_go else pytest.raises(Refusal, match="TT701"):
        put(new, root)
    assert ("hai" if may_go else "một") in on_show(root)


@pytest.mark.parametrize(
    "told", ["7", "[]", '{"lists": 7}', '{"lists": [], "withdrawn": [], "papers": [], "offered": []}']
)
def test_roles_that_somebody_spoilt_excuse_nothing(told: str, tmp_path: Path, root: Path) -> None:
    gone = "van-ban/2021/index.html"
    site = make_site(tmp_path / "a", files={gone: "x"})
    (site.folder / NAME).write_bytes(manifest_of((), hash_site(site.folder), more={ROLES: json.loads(told)}))
    put(site, root)
    with pytest.raises(Refusal, match="TT701"):
        put(make_site(tmp_path / "b", "hai"), root)


def test_a_site_that_shrank_is_refused_and_may_be_allowed(tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a", files={f"hinh/{n}.webp": "ảnh" for n in range(10)}), root)
    less = make_site(tmp_path / "b")
    with pytest.raises(Refusal) as refusal:
        put(less, root)
    assert codes(refusal) == ["TT702"]
    assert "nhỏ hơn trang đang đăng 62 % về số tệp (16 → 6)" in str(refusal.value)
    put(less, root, Rules(losses=LossRules(63)))
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


def test_keeping_fewer_makes_room_on_a_full_disk(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for word in ("một", "hai", "ba", "bốn"):
        put(make_site(tmp_path / word, word), root, LOOSE)

    def add(folder: ReleaseFolder, *_: object) -> None:
        assert len(folder.releases()) == 2
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(ReleaseFolder, "add", add)
    with pytest.raises(Refusal, match="TT706"):
        put(make_site(tmp_path / "năm", "năm"), root, Rules(2, LOOSE.losses))
    assert "bốn" in on_show(root)


def test_a_place_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(tmp_path / "a")
    locked = tmp_path / "khoa"
    locked.mkdir(mode=0o555)
    if os.geteuid() == 0:  # root may write anywhere but here
        locked = Path("/proc/trang")
    with pytest.raises(Refusal) as refusal:
        put(site, locked / "trang")
    assert codes(refusal) == ["TT706"]


@pytest.mark.parametrize("task", ["roll back", "hold", "resume"])
def test_where_nothing_is_there_is_no_way_back_and_nothing_to_hold(task: str, root: Path) -> None:
    place = LocalFolder(root)
    tasks = {"roll back": lambda: place.roll_back(None), "hold": lambda: place.hold("Lộ số"), "resume": place.resume}
    with pytest.raises(Refusal, match="chưa có bản nào") as refusal:
        tasks[task]()
    assert codes(refusal) == ["TT707"]
    assert not root.exists()


def test_there_is_no_way_back_to_a_release_that_was_tampered_with(tmp_path: Path, root: Path) -> None:
    first = put(make_site(tmp_path / "a"), root).release
    put(make_site(tmp_path / "b", "hai"), root)
    (root / "releases" / first.name / "index.html").write_text("bị sửa", encoding="utf-8")
    with pytest.raises(Refusal, match="TT703"):
        LocalFolder(root).roll_back(None)
    assert "hai" in on_show(root)


def test_nothing_is_published_while_held(tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "một"), root)
    LocalFolder(root).hold("Lộ số điện thoại")
    with pytest.raises(Refusal, match=r"TT708.*: Lộ số điện thoại"):
        put(make_site(tmp_path / "hai", "hai"), root)
    assert LocalFolder(root).resume()
    assert not LocalFolder(root).resume()
    put(make_site(tmp_path / "hai", "hai"), root)
    assert "hai" in on_show(root)


def test_a_hold_stops_what_is_being_copied(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(make_site(tmp_path / "một"), root)

    def meanwhile(*words: Any) -> int:
        LocalFolder(root).hold("Tin sai")
        return copy_site(*words)

    monkeypatch.setattr("trangtin.publishing.release_folder.copy_site", meanwhile)
    with pytest.raises(Refusal, match="TT708"):
        put(make_site(tmp_path / "hai", "hai"), root)
    assert "một" in on_show(root)


@pytest.mark.parametrize("later", [0.5, 1, 300], ids=str)
def test_who_began_later_is_not_published_over(later: float, tmp_path: Path, root: Path) -> None:
    """A slow build of what was then withdrawn ends after the quick one without it."""
    put(make_site(tmp_path / "một"), root)
    place = LocalFolder(root)
    slow = place.start(NOON + timedelta(minutes=1))
    put(make_site(tmp_path / "ba", "ba"), root, now=slow.moment + timedelta(seconds=later))
    with pytest.raises(Refusal, match=r"TT705.*bắt đầu sau"):
        place.publish(make_site(tmp_path / "hai", "hai"), Rules(), slow)
    assert "ba" in on_show(root)


@pytest.mark.parametrize("clock", [timedelta(days=-400), timedelta(0)], ids=["wrong", "same second"])
def test_a_release_that_was_there_before_never_stands_in_the_way(clock: timedelta, tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "một"), root)
    put(make_site(tmp_path / "hai", "hai"), root, now=NOON + clock)
    assert "hai" in on_show(root)


def test_tampering_is_told_though_the_site_is_refused(tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a"), root)
    (root / "current/tin-tuc/2026/a/index.html").write_text("kẻ xấu", encoding="utf-8")
    (root / "current/la.html").write_text("kẻ xấu", encoding="utf-8")
    with pytest.raises(Refusal) as refusal:
        put(make_site(tmp_path / "b", "hai", less=PAPER), root)
    assert codes(refusal) == ["TT701", "TT710"]
    assert "la.html" in str(refusal.value)
    assert "người đọc vẫn đang thấy chúng" in str(refusal.value)


def test_losses_are_seen_though_somebody_took_the_list_away(tmp_path: Path, root: Path) -> None:
    put(make_site(tmp_path / "a"), root)
    (root / "current/manifest.json").unlink()
    less = make_site(tmp_path / "b", "hai", less=PAPER)
    with pytest.raises(Refusal) as refusal:
        put(less, root)
    assert codes(refusal) == ["TT701", "TT710"]
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
