"""Tên cơ quan, tổ chức ban hành: lines in capitals, the superior body first (Nghị định 30/2020/NĐ-CP, mục II.2)."""

from __future__ import annotations

from trangtin.content.body_names import begins_as_body
from trangtin.content.text import fold, is_capitals


def names_body(text: str) -> bool:
    """True for a line in capitals that begins as the name of a body does; `SỐ LIỆU` is no `SỞ`."""
    return is_capitals(text) and not text.startswith("SỐ") and begins_as_body(text)


def goes_on(name: str, text: str) -> bool:
    """Whether a line in capitals goes on with the name above it: that is not at its end, or no name begins so."""
    return fold(name).endswith((" va", ",", "-")) or not begins_as_body(text)
