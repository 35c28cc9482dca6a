"""How a file spells its letters: what reading puts right by itself, told once for each file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import normalise


def odd_form(text: str, path: str) -> Iterator[Problem]:
    """A notice at the first line that is not NFC, or has invisible characters or an Icelandic Ð for Đ.

    Nothing is wrong on the page, since every text is read in NFC; but searching the repository and comparing versions
    miss such words, and other programs do not mend them.
    """
    if unicodedata.is_normalized("NFC", text) and normalise(text) == text:
        return
    rows = [(row, line) for row, line in enumerate(text.split("\n"), start=1) if normalise(line) != line]
    if not rows:
        return
    row, line = rows[0]
    composed = unicodedata.normalize("NFC", line)
    what = "dấu tách rời (Unicode tổ hợp)" if composed != line else "ký tự ẩn hoặc chữ Ð giống Đ"
    more = f", tất cả {len(rows)} dòng" if len(rows) > 1 else ""
    yield Problem(
        path,
        row,
        Code.UNICODE_FORM,
        f"chữ lưu ở dạng {what}{more}; trang đã tự đọc về dạng dựng sẵn (NFC)",
        "chạy 'trangtin check --fix'; nội dung văn bản đã ban hành thì để nguyên",
        severity=Severity.NOTICE,
    )
