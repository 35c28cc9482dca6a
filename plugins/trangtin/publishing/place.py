"""Places where sites are published: what can be asked of any such place, and the rules for publishing there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from trangtin.compressed import Packing
from trangtin.content.problem import Code
from trangtin.content.values.quantity import listing
from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.losses import LossRules
from trangtin.publishing.refusal import Objection, Refusal, refused
from trangtin.publishing.release import Release


@dataclass(frozen=True, slots=True)
class Rules:
    """What a publisher keeps, refuses and writes."""

    keep: int = 5
    """Releases to keep, the one on show counted."""
    losses: LossRules = field(default_factory=LossRules)
    packings: tuple[Packing, ...] = (Packing.GZIP,)
    """Kinds of compressed copies that are written beside texts."""


@dataclass(frozen=True, slots=True)
class Start:
    """When a publisher began, which is before the content is read, and what was on show then."""

    moment: datetime
    latest: Release | None
    """The latest release there."""

    def is_overtaken_by(self, latest: Release | None) -> bool:
        """Whether this release came meanwhile from somebody who began later: its content is at least as new as ours.

        For one that was there before, the time is not compared: its clock may have been wrong.
        """
        return latest is not None and latest != self.latest and latest.moment >= self.moment.replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class Published:
    """The outcome of publishing."""

    release: Release
    """The one on show now."""
    new_files: int | None = None
    """Files that differ from the release before; None where that is not known."""
    is_same: bool = False
    """True: the site was on show already with all its compressed copies, nothing was done."""
    altered: tuple[str, ...] = ()
    """Files of the release on show that somebody had changed on the server, in Vietnamese."""
    replaced: Mapping[str, str] = field(default_factory=dict)
    """Papers that replaced others of the same name without a note of it, with the SHA-256 of the former ones."""


class Place(Protocol):
    """A folder of releases, here or elsewhere. All of it raises Refusal."""

    def start(self, moment: datetime) -> Start:
        """Begin to publish and note what is on show. Raises Refusal during a hold."""

    def publish(self, site: BuiltSite, rules: Rules, start: Start) -> Published:
        """Show a site. Raises Refusal; then the former site stays on show."""

    def roll_back(self, name: str | None) -> Release:
        """Show the release whose name this is, or begins with; None: the one before that on show."""

    def hold(self, reason: str) -> None:
        """Stop all publishing until `resume`: else the next scheduled build would bring back what was taken down."""

    def held(self) -> str | None:
        """Since when and why publishing is on hold; None where it is not."""

    def resume(self) -> bool:
        """End a hold; False where there was none."""

    def releases(self) -> tuple[Release, ...]:
        """The whole releases that are kept, the newest first."""

    def current(self) -> Release | None:
        """The one on show."""


def overtaken(where: str, release: Release) -> Refusal:
    """Somebody who began later has shown this release."""
    return refused(
        Code.PUBLISH_BUSY,
        f"trong lúc dựng và gửi, một lệnh publish khác bắt đầu sau đã đăng bản {release.name} tới '{where}'; "
        "bản này cũ hơn nên không đăng",
        "xem trang đang đăng đã đúng chưa; chưa đúng thì chạy lại lệnh này",
    )


def tampering(altered: Sequence[str], *, is_undone: bool) -> Objection:
    """Somebody changed files on the server; `is_undone`: the right ones are in their place again."""
    now = "bản mới đã thay chúng bằng tệp đúng" if is_undone else "người đọc vẫn đang thấy chúng"
    return Objection(
        Code.PUBLISH_ALTERED,
        f"tệp trên máy chủ đã bị ai đó sửa ngoài lệnh publish: {listing(altered, 5, 'tệp')}",
        f"{now}; tìm ai đã vào được máy chủ",
    )


def nothing_there(where: str) -> Refusal:
    """No release is there, perhaps since the place was mistyped."""
    return refused(
        Code.PUBLISH_NO_RELEASE, f"'{where}' chưa có bản nào", "xem lại tên nơi đăng; đăng lần đầu thì bỏ tùy chọn này"
    )
