"""How it is put that a citation leads to several documents, or to none."""

from __future__ import annotations


def to_several(text: str) -> tuple[str, str]:
    """Message and remedy for a citation that several documents answer to."""
    return f"'{text}' ứng với nhiều văn bản", "ghi thêm ngày ban hành hoặc dùng đường dẫn tệp"


def unless_meant(near: str | None, remedy: str) -> str:
    """The remedy for a citation of nothing, after the question whether `near` was meant."""
    return f"có phải ý bạn là '{near}'? Không thì {remedy}" if near else remedy
