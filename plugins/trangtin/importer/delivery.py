"""Puts a draft and its original into a folder: whole or not at all, and never over something that is there."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trangtin.content.whole_file import write_together
from trangtin.importer.refusal import Refusal

_MOST_LINES = 30


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is to be written."""

    document: Path
    text: str
    original: Path
    data: bytes

    def check(self) -> None:
        """Raises Refusal where a file is in the way, and shows how it differs."""
        if self.document.exists():
            old = self.document.read_text(encoding="utf-8", errors="replace")
            if old == self.text:
                raise Refusal(f"đã có {self.document}, giống hệt bản sắp ghi", "không phải làm gì thêm")
            shown = "\n".join(_difference(old, self.text))
            raise Refusal(
                f"đã có {self.document} với nội dung khác, không ghi đè",
                f"xem chỗ khác dưới đây; muốn nhập lại thì đổi tên hoặc xóa tệp cũ\n{shown}",
            )
        if self.original.exists() and self.original.read_bytes() != self.data:
            raise Refusal(
                f"đã có {self.original} khác tệp đang nhập, không ghi đè",
                "xem lại tệp nào là bản đúng; đổi tên hoặc xóa tệp cũ rồi nhập lại",
            )

    def write(self) -> None:
        """Writes the original and the document; where either fails, nothing is left of both. Raises OSError."""
        files = {self.original: self.data, self.document: self.text.encode()}
        write_together({file: data for file, data in files.items() if file == self.document or not file.exists()})


def _difference(old: str, new: str) -> Iterator[str]:
    lines = list(difflib.unified_diff(old.splitlines(), new.splitlines(), "đang có", "sắp ghi", lineterm="", n=0))
    yield from lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        yield f"… còn {len(lines) - _MOST_LINES} dòng khác nữa"
