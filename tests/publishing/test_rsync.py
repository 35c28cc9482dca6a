"""Releases on another machine, through the real rsync (the other machine is a folder here)."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.publishing.small_site import LOOSE, PAPER, make_site, on_show
from tools.system_parts import RSYNC
from trangtin.publishing.losses import LossRules
from trangtin.publishing.refusal import Refusal
from trangtin.publishing.rsync import RemoteFolder
from trangtin.signing.manifest import check_site

pytestmark = pytest.mark.server
NOW = datetime(2026, 11, 21, tzinfo=UTC)


def test_releases_are_sent_kept_and_gone_back_to(tmp_path: Path) -> None:
    RSYNC.require()
    root = tmp_path / "may-khac/trang"
    there = RemoteFolder(str(root))
    assert there.releases() == ()
    sent = [there.publish(make_site(tmp_path / w, w), 3, LOOSE.losses, NOW) for w in ("một", "hai", "ba", "bốn")]
    assert there.releases() == tuple(reversed(sent[1:]))
    assert there.current() == sent[3]
    assert "bốn" in on_show(root)
    assert [each for each in check_site(root / "current") if each.finding] == []
    assert there.roll_back(None) == sent[2]
    assert "ba" in on_show(root)
    with pytest.raises(Refusal, match="TT701"):
        there.publish(make_site(tmp_path / "x", "x", less=PAPER), 3, LossRules(100), NOW)
    assert "ba" in on_show(root)


def test_unchanged_files_take_no_room_there(tmp_path: Path) -> None:
    RSYNC.require()
    there = RemoteFolder(str(tmp_path / "trang"))
    there.publish(make_site(tmp_path / "a"), 3, LOOSE.losses, NOW)
    before = (tmp_path / "trang/current/404.html").stat()
    there.publish(make_site(tmp_path / "b", files={"index.html": "khác"}), 3, LOOSE.losses, NOW)
    after = (tmp_path / "trang/current/404.html").stat()
    assert before.st_ino == after.st_ino


def test_a_machine_that_does_not_answer_is_told(tmp_path: Path) -> None:
    RSYNC.require()
    with pytest.raises(Refusal, match="TT709"):
        RemoteFolder("rsync://127.0.0.1:1/x").publish(make_site(tmp_path / "a"), 3, LOOSE.losses, NOW)
