"""How it is put that a citation leads to several documents."""

from __future__ import annotations


def to_several(text: str) -> tuple[str, str]:
    """Message and remedy for a citation that several documents answer to."""
    return f"'{text}' ứng với nhiều văn bản", "ghi thêm ngày ban hành hoặc dùng đường dẫn tệp"
