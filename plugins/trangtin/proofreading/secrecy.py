"""Marks of secrecy and circulation: on a line of their own they forbid publishing, inside a sentence they mean nothing.

Nghị định 30/2020/NĐ-CP, Phụ lục I, boxes 10a and 11; Luật Bảo vệ bí mật nhà nước. "bí mật", "mật độ" are common words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from trangtin.content.text import one_line

_MARK = re.compile(
    r"tuyệt mật|tối mật|mật|chỉ người có tên mới được bóc bì"
    r"|(?:(?:tài liệu|văn bản|hồ sơ) )?(?:(?:chỉ )?lưu hành nội bộ|xem xong trả lại)"
    r"|(?:độ|mức độ|dấu chỉ độ) mật: ?(?:tuyệt |tối )?mật"
)
_SPELLED = frozenset({"mật", "tốimật", "tuyệtmật", "lưuhànhnộibộ", "xemxongtrảlại"})
_PICTURE = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_MARKUP = re.compile(r"[#>*_|\[\]\"“”'‘’«»(){}.!\\`~=+–—-]+")
_LISTED = re.compile(r"\s*(?:[-+*•]|\w{1,2}[.)])\s+|.*;\s*\Z")
_HINTS = ("mật", "nội bộ", "trả lại", "bóc bì", " ậ ", " ộ ", " ả ")
_BREAKS = re.compile(r"\||<br\s*/?>", re.IGNORECASE)
_COLUMNS = re.compile(r"\t| {3,}")
_MOTTO = re.compile(
    r"cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|độc\s+lập\s*[-–—]\s*tự\s+do\s*[-–—]\s*hạnh\s+phúc",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"(?<!\w)(bí|bảo|cơ|cẩn)\s+(mật)(?!\w)", re.IGNORECASE)
_IN_A_TITLE = re.compile(r"(?<!\w)(?:TUYỆT MẬT|TỐI MẬT|LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI)(?!\w)")


def marked_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text that are a mark or have one in a cell or column of its own, as (row from 0, the line)."""
    if _may_be_marked(text):
        for row, line in enumerate(text.split("\n")):
            if _may_be_marked(line) and any(map(is_mark, _parts(line))):
                yield row, one_line(line)


def _may_be_marked(text: str) -> bool:
    lower = f" {text} ".lower()
    return any(hint in lower for hint in _HINTS)


def _parts(line: str) -> Iterator[str]:
    """The line, its cells, and its columns: beside the motto any, elsewhere those in capitals."""
    yield line
    cells = _BREAKS.split(line)
    if len(cells) > 1:
        yield from cells
    for cell in (_COMPOUND.sub(r"\1_\2", cell) for cell in cells):
        columns = _COLUMNS.split(beside := _MOTTO.sub("   ", cell))
        if len(columns) > 1:
            yield from (column for column in columns if beside != cell or column.isupper())


def is_mark(line: str) -> bool:
    """True for a line that holds a mark and nothing else, in any case, spelled out ("M Ậ T") or in markup.

    An item of a list is one only in capitals: a text about secrecy lists "- Tối mật;" among the levels.
    """
    text = html.unescape(_TAG.sub(" ", _PICTURE.sub(r" \1 ", line)))
    words = one_line(_MARKUP.sub(" ", text)).strip(" ,:;")
    if _LISTED.match(text) and not words.isupper():
        return False
    lower = words.lower()
    is_spelled = len(lower) > 1 and all(len(word) == 1 for word in lower.split(" "))
    return lower.replace(" ", "") in _SPELLED if is_spelled else _MARK.fullmatch(lower.replace(" :", ":")) is not None


def marked_pages(pages: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Marks on the pages of a file, each as (page from 1, the mark).

    Page 1 has two columns in one line of its text layer. Further on a mark counts in capitals only, and a lone "MẬT" is
    the head of a table's column.
    """
    for number, page in enumerate(pages, start=1):
        if not _may_be_marked(page):
            continue
        for line in page.split("\n"):
            for part in _parts(line) if number == 1 else (line,):
                if is_mark(part) and (number == 1 or (part.isupper() and one_line(part) != "MẬT")):
                    yield number, one_line(part)
                    break


def marked_properties(metadata: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Marks in what a file says of itself, each as (key, value)."""
    for key, value in metadata:
        if is_mark(value.upper()) or _IN_A_TITLE.search(value) or re.search(r"[(\[]MẬT[)\]]", value):
            yield key, one_line(value)
