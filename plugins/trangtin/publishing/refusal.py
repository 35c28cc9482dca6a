"""Why a site is not published, said so that whoever is on duty knows what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from trangtin.content.problem import Code

SEE_RELEASES = "xem các bản đang giữ: --list, rồi nêu đúng tên một bản: --rollback TÊN-BẢN"


@dataclass(frozen=True, slots=True)
class Objection:
    """One reason."""

    code: Code
    message: str
    """What is wrong, in Vietnamese."""
    remedy: str
    """What to do, and the option that publishes all the same where there is one."""

    def __str__(self) -> str:
        return f"{self.code} {self.message} → {self.remedy}"


class Refusal(Exception):
    """Nothing was changed; the objections say why."""

    def __init__(self, *objections: Objection) -> None:
        """At least one objection."""
        super().__init__("\n".join(map(str, objections)))
        self.objections = objections


def refused(code: Code, message: str, remedy: str) -> Refusal:
    """A refusal for one reason."""
    return Refusal(Objection(code, message, remedy))


@contextmanager
def in_words() -> Iterator[None]:
    """Tell as a Refusal what the system refuses within it; what was begun is taken back by the caller."""
    try:
        yield
    except OSError as error:
        where = f" '{error.filename}'" if error.filename else ""
        full = _BY_NUMBER.get(error.errno or 0)
        reason = full or _REASONS.get(type(error).__name__) or error.strerror or str(error)
        raise refused(
            Code.PUBLISH_WRITE,
            f"không {'ghi' if full else 'đọc hoặc ghi'} được{where}: {reason}",
            "giải phóng chỗ trống hoặc cấp quyền đọc, ghi cho tài khoản chạy lệnh rồi chạy lại; "
            "trang đang đăng vẫn nguyên",
        ) from None


_REASONS = {
    "PermissionError": "không có quyền",
    "FileNotFoundError": "không còn ở đó",
    "NotADirectoryError": "nơi đó là tệp, không phải thư mục",
    "IsADirectoryError": "nơi đó là thư mục, không phải tệp",
}
_BY_NUMBER = {
    28: "đĩa đã đầy",
    122: "đã hết hạn mức đĩa",
    30: "đĩa chỉ cho đọc",
    27: "tệp vượt cỡ được phép",
}


def listing(addresses: Iterable[str], most: int = 10) -> str:
    """The first addresses and how many more there are."""
    found = list(addresses)
    more = f" và {len(found) - most} địa chỉ khác" if len(found) > most else ""
    return ", ".join(found[:most]) + more
