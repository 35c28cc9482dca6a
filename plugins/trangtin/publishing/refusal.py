"""Why a site is not published, said so that whoever is on duty knows what to do."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from trangtin.content.problem import Code
from trangtin.disk.reasons import reason_of

SEE_RELEASES = "xem các bản đang giữ: --list, rồi nêu đúng tên một bản: --rollback TÊN-BẢN"


@dataclass(frozen=True, slots=True)
class Objection:
    """One reason why a site is not published."""

    code: Code
    message: str
    """What is wrong, in Vietnamese."""
    remedy: str
    """What to do, and the option that publishes anyway where there is one."""

    def __str__(self) -> str:
        return f"{self.code} {self.message} → {self.remedy}"


class Refusal(Exception):
    """What readers have was not changed; the objections say why."""

    def __init__(self, *objections: Objection) -> None:
        """The text has a line for each objection; there is at least one."""
        super().__init__("\n".join(map(str, objections)))
        self.objections = objections


def refused(code: Code, message: str, remedy: str) -> Refusal:
    """A refusal for one reason."""
    return Refusal(Objection(code, message, remedy))


@contextmanager
def in_words() -> Iterator[None]:
    """Turn an OSError within it into a Refusal; the caller undoes what was begun."""
    try:
        yield
    except OSError as error:
        is_full = error.errno in _NO_ROOM
        name = (error.filename2 if is_full else None) or error.filename  # of a copy: where to
        where = f" '{name}'" if name else ""
        raise refused(
            Code.PUBLISH_WRITE,
            f"không {'ghi' if is_full else 'đọc hoặc ghi'} được{where}: {reason_of(error)}",
            "giải phóng chỗ trống hoặc cấp quyền đọc, ghi cho tài khoản chạy lệnh rồi chạy lại; "
            "trang đang đăng vẫn nguyên",
        ) from None


_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG})
"""What the system says of writing only."""
