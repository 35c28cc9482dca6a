"""A hold: a file beside the releases that says why nothing more is published until somebody takes it away."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from trangtin.content.problem import Code
from trangtin.content.values.dates import VIETNAM
from trangtin.disk.whole_file import write_whole
from trangtin.publishing.refusal import refused

HOLD = ".hold"


def write_hold(root: Path, reason: str) -> None:
    """Begin a hold: write down in the folder of releases since when and why. Raises OSError."""
    write_whole(root / HOLD, f"{datetime.now(VIETNAM):%d/%m/%Y %H:%M}: {reason}\n".encode())


def read_hold(root: Path) -> str | None:
    """Since when and why publishing is on hold; None where it is not. Raises OSError."""
    try:
        return (root / HOLD).read_text(encoding="utf-8", errors="replace").strip()
    except FileNotFoundError:
        return None


def refuse_if_held(reason: str | None) -> None:
    """Raise a Refusal with the reason of a hold; do nothing for None."""
    if reason is not None:
        raise refused(
            Code.PUBLISH_HELD,
            f"việc đăng đang được giữ lại từ {reason}",
            "sửa xong nội dung trong kho rồi cho đăng tiếp: --resume",
        )
