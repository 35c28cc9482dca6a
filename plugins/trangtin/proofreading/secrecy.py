"""Marks of secrecy and circulation: on a line of their own they forbid publishing, inside a sentence they mean nothing.

Nghị định 30/2020/NĐ-CP, Phụ lục I, boxes 10a and 11; Luật Bảo vệ bí mật nhà nước. "bí mật", "mật độ" are common words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from trangtin.content.text import one_line

_MARKS = frozenset({"TUYỆT MẬT", "TỐI MẬT", "MẬT", "LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI"})
_LEVEL = re.compile(r"(?i)(?:độ|mức độ|dấu chỉ độ) mật\s*:\s*(?:tuyệt |tối )?mật\.?")
_MARKUP = re.compile(r"[#>*_|\[\]\"“”(){}.:;!-]+")
_HINTS = ("MẬT", "NỘI BỘ", "TRẢ LẠI", "mật:", "Mật:", "mật :", "Mật :")
_COLUMNS = re.compile(r"\t| {3,}")
_IN_A_TITLE = re.compile(r"(?<!\w)(?:TUYỆT MẬT|TỐI MẬT|LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI)(?!\w)")


def marked_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text that are a mark, each as (row from 0, the line)."""
    if _may_be_marked(text):
        for row, line in enumerate(text.split("\n")):
            if _may_be_marked(line) and is_mark(line):
                yield row, one_line(line)


def _may_be_marked(text: str) -> bool:
    return any(hint in text for hint in _HINTS)


def is_mark(line: str) -> bool:
    """True for a line that holds a mark and nothing else."""
    words = one_line(_MARKUP.sub(" ", line))
    return words in _MARKS or _LEVEL.fullmatch(one_line(line.replace("*", ""))) is not None


def marked_pages(pages: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Marks on the pages of a file, each as (page from 1, the mark).

    Page 1 has two columns in one line of its text layer. A lone "MẬT" further on is the head of a table's column.
    """
    for number, page in enumerate(pages, start=1):
        if not _may_be_marked(page):
            continue
        for line in page.split("\n"):
            for part in (line, *_COLUMNS.split(line)) if number == 1 else (line,):
                if is_mark(part) and (number == 1 or one_line(part) != "MẬT"):
                    yield number, one_line(part)
                    break


def marked_properties(metadata: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Marks in what a file says of itself, each as (key, value)."""
    for key, value in metadata:
        if is_mark(value.upper()) or _IN_A_TITLE.search(value) or re.search(r"[(\[]MẬT[)\]]", value):
            yield key, one_line(value)
