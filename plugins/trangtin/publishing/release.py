"""One published site among those that are kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from trangtin.content.problem import Code
from trangtin.content.values.dates import VIETNAM
from trangtin.publishing.refusal import SEE_RELEASES, refused

_FORM = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"(?P<stamp>\d{8}-\d{6})-(?P<digest>[0-9a-f]{12})")


@dataclass(frozen=True, slots=True, order=True)
class Release:
    """A published site, by moment and content; sorts by the moment, which is that when its publisher began."""

    stamp: str
    """The moment in Vietnam, to the second: `20261121-101500`."""
    digest: str
    """The first 12 hexadecimal digits of the SHA-256 of its manifest."""

    @property
    def name(self) -> str:
        """The name of its folder."""
        return f"{self.stamp}-{self.digest}"

    @property
    def moment(self) -> datetime:
        """When its publisher began."""
        return datetime.strptime(self.stamp, _FORM).replace(tzinfo=VIETNAM)

    @property
    def moment_text(self) -> str:
        """That moment as people write it: `10:15:00 ngày 21/11/2026`."""
        return f"{self.moment:%H:%M:%S ngày %d/%m/%Y}"


def read_release(name: str) -> Release | None:
    """The release whose folder has this name; None for any other name."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    release = Release(match["stamp"], match["digest"])
    try:
        release.moment  # noqa: B018 - a month 13 is no moment
    except ValueError:
        return None
    return release


def new_release(digest: str, now: datetime, last: Release | None) -> Release:
    """The next release: always later than the last one, whatever the clock says.

    A server tells browsers by a file's time and size whether theirs is still good: no two releases may share a second.
    """
    moment = now.astimezone(VIETNAM).replace(microsecond=0)
    if last is not None and moment <= last.moment:
        moment = last.moment + timedelta(seconds=1)
    return Release(moment.strftime(_FORM), digest[:12])


def wanted_release(kept: Sequence[Release], current: Release | None, name: str | None) -> Release:
    """The kept release with this name; without a name, the newest one before `current`. `kept` are newest first.

    Raises Refusal if no release matches, or more than one.
    """
    if name is None:
        older = [each for each in kept if current is None or each < current]
        if not older:
            message = f"không còn bản nào cũ hơn bản đang đăng ({current.name if current else 'không có'})"
            raise refused(Code.PUBLISH_NO_RELEASE, message, SEE_RELEASES)
        return older[0]
    exact = read_release(name)
    # The start of a name is enough where it fits one release only: nobody types 28 signs at night.
    found = [each for each in kept if each == exact] or [each for each in kept if each.name.startswith(name)]
    if len(found) != 1:
        message = f"không có bản '{name}'" if not found else f"'{name}' hợp với {len(found)} bản"
        raise refused(Code.PUBLISH_NO_RELEASE, message, SEE_RELEASES)
    return found[0]
