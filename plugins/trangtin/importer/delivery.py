"""Puts a draft and its files into a folder: whole or not at all, and never over something that is there."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trangtin.content.values.quantity import number_text
from trangtin.disk.whole_file import write_together
from trangtin.importer.refusal import Refusal

_MOST_LINES = 30


@dataclass(frozen=True, slots=True)
class PlacedFile:
    """A file that goes with a draft, byte for byte."""

    path: Path
    """Where it is to stand."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is to be written."""

    document: Path
    text: str
    files: tuple[PlacedFile, ...] = ()
    """The original, pictures, attached files."""

    @property
    def is_done(self) -> bool:
        """Whether all files are there already, as after an earlier call."""
        wanted = (*self.files, PlacedFile(self.document, self.text.encode()))
        return all(file.path.is_file() and file.path.read_bytes() == file.data for file in wanted)

    def check(self) -> None:
        """Raises Refusal where a file is in the way, and shows how it differs."""
        if self.document.exists():
            old = self.document.read_text(encoding="utf-8", errors="replace")
            shown = "\n".join(_difference(old, self.text))
            raise Refusal(
                f"đã có {self.document} với nội dung khác, không ghi đè",
                f"xem chỗ khác dưới đây; muốn nhập lại thì đổi tên hoặc xóa tệp cũ\n{shown}",
            )
        for file in self.files:
            if file.path.exists() and file.path.read_bytes() != file.data:
                raise Refusal(
                    f"đã có {file.path} khác tệp đang nhập, không ghi đè",
                    "xem lại tệp nào là bản đúng; đổi tên hoặc xóa tệp cũ rồi nhập lại",
                )

    def write(self) -> None:
        """Writes the files, then the document; where one fails, nothing is left of any. Raises OSError."""
        new = {file.path: file.data for file in self.files if not file.path.exists()}
        write_together({**new, self.document: self.text.encode()})


def _difference(old: str, new: str) -> Iterator[str]:
    lines = list(difflib.unified_diff(old.splitlines(), new.splitlines(), "đang có", "sắp ghi", lineterm="", n=0))
    yield from lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        yield f"… còn {number_text(len(lines) - _MOST_LINES)} dòng khác nữa"
