"""What the system refuses is told in words that a clerk can act on."""

from __future__ import annotations

import errno
import os

import pytest

from trangtin.disk.reasons import reason_of


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "đĩa đã đầy"),
        (errno.EACCES, "không có quyền"),
        (errno.ENAMETOOLONG, "tên quá dài"),
        (errno.EFBIG, "tệp vượt cỡ được phép"),
        (errno.ENETDOWN, os.strerror(errno.ENETDOWN)),
    ],
)
def test_reasons(number: int, told: str) -> None:
    assert reason_of(OSError(number, os.strerror(number), "a.txt")) == told


def test_an_error_without_a_number() -> None:
    assert reason_of(OSError("hỏng")) == "hỏng"
