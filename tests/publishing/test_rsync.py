"""Releases on another machine, through the real rsync (the other machine is a folder here)."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.publishing.small_site import LOOSE, PAPER, make_site, on_show, put_to
from tools.system_parts import RSYNC
from trangtin.publishing.copying import copy_site
from trangtin.publishing.losses import LossRules
from trangtin.publishing.place import Rules, Start
from trangtin.publishing.refusal import Refusal
from trangtin.publishing.release import Release
from trangtin.publishing.remote_folder import RemoteFolder
from trangtin.signing.manifest import check_site
from trangtin.signing.site_roles import SiteRoles

pytestmark = pytest.mark.server
NOW = datetime(2026, 11, 21, tzinfo=UTC)
KEEP = Rules(3, LOOSE.losses)
STRICT = Rules(3, LossRules(100))


def test_releases_are_sent_kept_and_gone_back_to(tmp_path: Path) -> None:
    RSYNC.require()
    root = tmp_path / "may-khac/trang"
    there = RemoteFolder(str(root))
    assert there.releases() == ()
    sent = [put_to(there, make_site(tmp_path / w, w), KEEP, NOW).release for w in ("một", "hai", "ba", "bốn")]
    assert there.releases() == tuple(reversed(sent[1:]))
    assert there.current() == sent[3]
    assert "bốn" in on_show(root)
    assert [each for each in check_site(root / "current") if each.finding] == []
    assert there.roll_back(None) == sent[2]
    assert "ba" in on_show(root)
    with pytest.raises(Refusal, match="TT701"):
        put_to(there, make_site(tmp_path / "x", "x", less=PAPER), STRICT, NOW)
    assert "ba" in on_show(root)


@pytest.mark.parametrize("fault", ["", "altered", "altered-copy", "stray", "missing"])
def test_the_same_site_is_not_sent_twice(fault: str, tmp_path: Path) -> None:
    RSYNC.require()
    root = tmp_path / "trang"
    there = RemoteFolder(str(root))
    for digits in ("abcdef12", "bbcdef12"):
        site = make_site(tmp_path / digits, digits, {f"assets/a.{digits}.css": digits})
        first = put_to(there, site, KEEP, NOW)
    if fault:
        file = root / "current" / {"stray": "la.html", "altered-copy": "index.html.gz"}.get(fault, "index.html")
        file.unlink(missing_ok=True)
        if fault != "missing":
            file.write_text("kẻ xấu", encoding="utf-8")
    again = put_to(there, site, KEEP, NOW + timedelta(days=1))
    assert again.is_same is (not fault)
    assert (again.release == first.release) is (not fault)
    assert len(there.releases()) == (3 if fault else 2)
    assert [each for each in check_site(root / "current") if each.finding] == []


def test_what_was_not_sent_to_its_end_does_not_fill_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    RSYNC.require()
    root = tmp_path / "trang"
    there = RemoteFolder(str(root))
    first = put_to(there, make_site(tmp_path / "một", "một"), KEEP, NOW).release
    program = tmp_path / "bin/rsync"
    program.parent.mkdir()
    program.write_text(
        "#!/bin/sh\n"
        f"case \"$*\" in *--mkpath*/manifest.json\\ *) echo 'rsync: No space left on device (28)' >&2; exit 11;; esac\n"
        f'exec {shutil.which("rsync")} "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    with monkeypatch.context() as full, pytest.raises(Refusal, match=r"TT709.*No space left"):
        full.setenv("PATH", str(program.parent), prepend=":")
        put_to(there, make_site(tmp_path / "hai", "hai"), KEEP, NOW + timedelta(days=1))
    assert [each.name for each in (root / "releases").iterdir()] == [first.name]
    old, fresh = "20261119-235959-abcdefabcdef", "20261121-065959-abcdefabcdef"  # of publishers that were killed
    for name in (old, fresh):
        (root / "releases" / name / "van-ban").mkdir(parents=True)
    assert there.releases() == (first,)
    put_to(there, make_site(tmp_path / "ba", "ba"), KEEP, NOW + timedelta(minutes=1))
    left = {each.name for each in (root / "releases").iterdir()}
    assert old not in left
    assert fresh in left


def test_keeping_fewer_makes_room_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    RSYNC.require()
    root = tmp_path / "trang"
    there = RemoteFolder(str(root))
    for word in ("một", "hai", "ba", "bốn"):
        put_to(there, make_site(tmp_path / word, word), Rules(4, LOOSE.losses), NOW)

    def full(*_: Any) -> int:
        assert len(there.releases()) == 2
        raise OSError(errno.ENOSPC, "No space left")

    monkeypatch.setattr("trangtin.publishing.remote_folder.copy_site", full)
    with pytest.raises(Refusal, match="TT706"):
        put_to(there, make_site(tmp_path / "năm", "năm"), Rules(2, LOOSE.losses), NOW)
    assert "bốn" in on_show(root)


def test_a_full_disk_here_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    RSYNC.require()

    def full(*_: Any) -> int:
        raise OSError(errno.ENOSPC, "No space left", "nguon.html", None, "dich.html")

    monkeypatch.setattr("trangtin.publishing.remote_folder.copy_site", full)
    with pytest.raises(Refusal, match=r"TT706 không ghi được 'dich.html': đĩa đã đầy"):
        put_to(RemoteFolder(str(tmp_path / "trang")), make_site(tmp_path / "a"), KEEP, NOW)


def test_unchanged_files_take_no_room_there(tmp_path: Path) -> None:
    RSYNC.require()
    there = RemoteFolder(str(tmp_path / "trang"))
    put_to(there, make_site(tmp_path / "a"), KEEP, NOW)
    before = (tmp_path / "trang/current/404.html").stat()
    roles = SiteRoles(papers=frozenset({PAPER}))
    other = make_site(tmp_path / "b", files={"index.html": "khác", PAPER: "khác"}, roles=roles)
    assert put_to(there, other, KEEP, NOW).replaced == {PAPER: make_site(tmp_path / "c").files[PAPER]}
    after = (tmp_path / "trang/current/404.html").stat()
    assert before.st_ino == after.st_ino


@pytest.mark.parametrize("made", ["", "trang", "trang/releases"])
def test_a_web_server_may_read_it_whatever_the_umask(made: str, tmp_path: Path) -> None:
    RSYNC.require()
    root = tmp_path / "may/trang"
    if made:
        (tmp_path / "may" / made).mkdir(parents=True)
        root.chmod(0o750)
    old = os.umask(0o077)
    try:
        put_to(RemoteFolder(str(root)), make_site(tmp_path / "a"), KEEP, NOW)
    finally:
        os.umask(old)
    assert stat.S_IMODE(root.stat().st_mode) == (0o750 if made else 0o755)  # what somebody chose is left
    for file in (root / "current", *(root / "current/").rglob("*")):
        mode = stat.S_IMODE(file.stat().st_mode)
        assert mode == (0o755 if file.is_dir() else 0o644), file
    if made != "trang/releases":
        assert stat.S_IMODE((root / "releases").stat().st_mode) == 0o755


def test_what_open_pages_still_ask_for_goes_along(tmp_path: Path) -> None:
    RSYNC.require()
    root = tmp_path / "trang"
    there = RemoteFolder(str(root))
    for digits in ("abcdef12", "bbcdef12", "cbcdef12"):
        put_to(there, make_site(tmp_path / digits, digits, {f"assets/a.{digits}.css": digits}), KEEP, NOW)
    assert {file.name for file in (root / "current/assets").iterdir()} == {"a.bbcdef12.css", "a.cbcdef12.css"}
    assert [each for each in check_site(root / "current") if each.finding] == []
    (root / "current/assets/a.cbcdef12.css").write_text("kẻ xấu", encoding="utf-8")
    put_to(there, make_site(tmp_path / "d", "d"), KEEP, NOW)
    assert not (root / "current/assets/a.cbcdef12.css").exists()


def test_what_is_held_there_stays_until_resumed(tmp_path: Path) -> None:
    RSYNC.require()
    root = tmp_path / "trang"
    there = RemoteFolder(str(root))
    assert there.held() is None
    for task in (there.resume, partial(there.hold, "Lộ số"), partial(there.roll_back, None)):
        with pytest.raises(Refusal, match="TT707"):
            task()
    assert not root.exists()
    for word in ("một", "hai"):
        put_to(there, make_site(tmp_path / word, word), KEEP, NOW)
    there.hold("Lộ số điện thoại")
    there.roll_back(None)
    assert str(there.held()).endswith("Lộ số điện thoại")
    with pytest.raises(Refusal, match=r"TT708.*Lộ số điện thoại"):
        put_to(there, make_site(tmp_path / "ba", "ba"), KEEP, NOW)
    assert "một" in on_show(root)
    assert there.resume()
    assert not there.resume()
    put_to(there, make_site(tmp_path / "ba", "ba"), KEEP, NOW)
    assert "ba" in on_show(root)


def test_a_release_that_is_on_its_way_is_not_shown_over_a_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    RSYNC.require()
    root = tmp_path / "trang"
    there = RemoteFolder(str(root))
    for word in ("một", "hai"):
        put_to(there, make_site(tmp_path / word, word), KEEP, NOW)

    def meanwhile(*words: Any) -> int:
        there.hold("Tin sai")
        there.roll_back(None)
        return copy_site(*words)

    monkeypatch.setattr("trangtin.publishing.remote_folder.copy_site", meanwhile)
    with pytest.raises(Refusal, match="TT708"):
        put_to(there, make_site(tmp_path / "ba", "ba"), KEEP, NOW)
    assert "một" in on_show(root)


def test_a_release_is_not_shown_over_one_that_was_begun_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    RSYNC.require()
    root = tmp_path / "trang"
    there = RemoteFolder(str(root))
    put_to(there, make_site(tmp_path / "một", "một"), KEEP, NOW)
    slow, quick = make_site(tmp_path / "hai", "hai"), make_site(tmp_path / "ba", "ba")

    def meanwhile(*words: Any) -> int:
        monkeypatch.setattr("trangtin.publishing.remote_folder.copy_site", copy_site)
        put_to(there, quick, KEEP, NOW + timedelta(seconds=9))
        return copy_site(*words)

    monkeypatch.setattr("trangtin.publishing.remote_folder.copy_site", meanwhile)
    with pytest.raises(Refusal, match="TT705"):
        put_to(there, slow, KEEP, NOW + timedelta(seconds=5))
    assert "ba" in on_show(root)


def test_a_release_shown_over_a_later_one_gives_it_its_place_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The later one is shown after the slow publisher's last look and before its link arrives."""
    RSYNC.require()
    root = tmp_path / "trang"
    there = RemoteFolder(str(root))
    put_to(there, make_site(tmp_path / "một", "một"), KEEP, NOW)
    slow, quick = make_site(tmp_path / "hai", "hai"), make_site(tmp_path / "ba", "ba")
    show = RemoteFolder.show

    def overtaken(folder: RemoteFolder, release: Release) -> None:
        monkeypatch.setattr(RemoteFolder, "show", show)
        put_to(there, quick, KEEP, NOW + timedelta(seconds=9))
        assert "ba" in on_show(root)
        show(folder, release)

    monkeypatch.setattr(RemoteFolder, "show", overtaken)
    with pytest.raises(Refusal, match="TT705"):
        put_to(there, slow, KEEP, NOW + timedelta(seconds=5))
    assert "ba" in on_show(root)
    assert there.current() == there.releases()[0]


def test_many_publishers_at_once_end_with_one_whole_site(tmp_path: Path) -> None:
    RSYNC.require()
    root = tmp_path / "trang"
    there = RemoteFolder(str(root))
    sites = [make_site(tmp_path / str(number), f"số {number}") for number in range(4)]

    def publish(number: int) -> None:
        with suppress(Refusal):  # overtaken: the other's site is on show, whole
            there.publish(sites[number], Rules(9, LOOSE.losses), Start(NOW + timedelta(seconds=number), None))

    with ThreadPoolExecutor(len(sites)) as pool:
        list(pool.map(publish, range(len(sites))))
    assert there.current() == there.releases()[0]
    for release in there.releases():
        assert [each for each in check_site(root / "releases" / release.name) if each.finding] == []


def test_losses_are_seen_there_without_a_list_too(tmp_path: Path) -> None:
    RSYNC.require()
    root = tmp_path / "trang"
    there = RemoteFolder(str(root))
    put_to(there, make_site(tmp_path / "a", files={"tin-tuc/tên có dấu cách.pdf": "x"}), KEEP, NOW)
    (root / "current/manifest.json").unlink()
    less = make_site(tmp_path / "b", "hai")
    with pytest.raises(Refusal, match=r"TT701 1 địa chỉ đang đăng sẽ không còn: /tin-tuc/tên có dấu cách.pdf →"):
        put_to(there, less, STRICT, NOW)
    assert put_to(there, less, KEEP, NOW).release == there.current()


def test_a_machine_that_does_not_answer_is_told(tmp_path: Path) -> None:
    RSYNC.require()
    with pytest.raises(Refusal, match="TT709"):
        put_to(RemoteFolder("rsync://127.0.0.1:1/x"), make_site(tmp_path / "a"), KEEP, NOW)


def test_a_hold_that_nobody_may_read_is_a_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "bin/rsync"
    program.parent.mkdir()
    program.write_text(
        "#!/bin/sh\n"
        "echo 'rsync: [sender] send_files failed to open \"/srv/trang/.hold\": Permission denied (13)' >&2\n"
        "echo 'rsync error: some files/attrs were not transferred (code 23) at main.c(1338) [sender=3.2.7]' >&2\n"
        "exit 23\n",
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    with pytest.raises(Refusal, match=r"TT709.*Permission denied"):
        RemoteFolder("web@may-chu:/srv/trang").held()
