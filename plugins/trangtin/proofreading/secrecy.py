"""Marks of secrecy and circulation: on a line of their own they forbid publishing, inside a sentence they mean nothing.

Nghị định 30/2020/NĐ-CP, Phụ lục I, boxes 10a and 11; Luật Bảo vệ bí mật nhà nước. "bí mật", "mật độ" are common words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from trangtin.content.printed.marks import URGENCY
from trangtin.content.printed.state import TYPED
from trangtin.content.text import one_line

_LIMIT = r"(?:(?:chỉ )?lưu hành nội bộ|xem xong trả lại)"
_MARKS = (
    rf"(?:{URGENCY} )?(?:(?:tuyệt |tối )?mật|(?:(?:tài liệu|văn bản|hồ sơ) )?{_LIMIT})(?: (?:{URGENCY}|{_LIMIT}))*"
    r"|chỉ người có tên mới được bóc bì|(?:độ|mức độ|dấu chỉ độ) mật: ?(?:tuyệt |tối )?mật"
)
# In capitals only: "Văn bản mật" is the head of a column, "Thu hồi" is what one does with land and money.
_IN_CAPITALS = rf"(?:tài liệu|văn bản|hồ sơ) (?:tuyệt |tối )?mật(?: {URGENCY})?|(?:(?:tài liệu|văn bản) )?thu hồi"
_MARK, _MARK_IN_CAPITALS = re.compile(_MARKS), re.compile(f"{_MARKS}|{_IN_CAPITALS}")
_SPELLED, _SPELLED_IN_CAPITALS = (re.compile(each.pattern.replace(" ", "")) for each in (_MARK, _MARK_IN_CAPITALS))
_LONGEST_PAIR = 60
"""Characters of two lines that may be one mark between them."""
_PICTURE = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_MARKUP = re.compile(r"[#>*_|\[\]\"“”'‘’«»(){}.!\\/`~=+–—-]+")
_LISTED = re.compile(r"\s*(?:[-+*•]|\w{1,2}[.)])\s+|.*;\s*\Z")
_HINTS = ("mật", "nội bộ", "trả lại", "thu hồi", "bóc bì", " ậ ", " ộ ", " ả ", " ồ ")
_BREAKS = re.compile(r"\||<br\s*/?>", re.IGNORECASE)
COLUMNS = re.compile(r"\t+| {3,}")
"""Separates the columns of a line."""
_STATE = re.compile(TYPED)
_COMPOUND = re.compile(r"(?<!\w)(bí|bảo|cơ|cẩn)\s+(mật)(?!\w)", re.IGNORECASE)
_IN_A_TITLE = re.compile(r"(?<!\w)(?:TUYỆT MẬT|TỐI MẬT|LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI|TÀI LIỆU THU HỒI)(?!\w)")


def marked_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text that are a mark, alone or with the line above, or have one in a cell or column of its own.

    Each as (row from 0, the line).
    """
    if not _may_be_marked(text):
        return
    for row, line, both in with_split_marks(text.split("\n")):
        if both or (_may_be_marked(line) and any(map(is_mark, _parts(line)))):
            yield row, one_line(both or line)


def with_split_marks(lines: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """Lines that say something, each as (row from 0, the line, the mark that it and the line above are together).

    The third is empty where they are none, or one of them is a mark by itself: "MẬT", "KHẨN" are heads of columns.
    """
    above = ""
    for row, line in enumerate(lines):
        if not line.strip():
            continue
        both = f"{above} {line}"
        is_split = len(both) <= _LONGEST_PAIR and _may_be_marked(line) and is_mark(both)
        yield row, line, both if is_split and not is_mark(above) and not is_mark(line) else ""
        above = line


def _may_be_marked(text: str) -> bool:
    lower = f" {text} ".lower()
    return any(hint in lower for hint in _HINTS)


def _parts(line: str) -> Iterator[str]:
    """The line, its cells, and its columns: beside the state or its motto any, elsewhere those in capitals."""
    yield line
    cells = _BREAKS.split(line)
    if len(cells) > 1:
        yield from cells
    for cell in (_COMPOUND.sub(r"\1_\2", cell) for cell in cells):
        columns = COLUMNS.split(beside := _STATE.sub("   ", cell))
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
    if len(lower) > 1 and all(len(word) == 1 for word in lower.split(" ")):
        spelled = _SPELLED_IN_CAPITALS if words.isupper() else _SPELLED
        return spelled.fullmatch(lower.replace(" ", "")) is not None
    mark = _MARK_IN_CAPITALS if words.isupper() else _MARK
    return mark.fullmatch(lower.replace(" :", ":")) is not None


def marked_pages(pages: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Marks on the pages of a file, each as (page from 1, the mark).

    Page 1 has two columns in one line of its text layer. Further on a mark counts in capitals only, and a lone "MẬT" or
    "THU HỒI" is the head of a table's column.
    """
    for number, page in enumerate(pages, start=1):
        if not _may_be_marked(page):
            continue
        for _, line, both in with_split_marks(page.split("\n")):
            for part in (*(_parts(line) if number == 1 else (line,)), both):
                if part and is_mark(part) and (number == 1 or _is_no_head_of_column(part)):
                    yield number, one_line(part)
                    break


def _is_no_head_of_column(mark: str) -> bool:
    return mark.isupper() and one_line(mark) not in {"MẬT", "THU HỒI"}


def marked_properties(metadata: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Marks in what a file says of itself, each as (key, value)."""
    for key, value in metadata:
        if is_mark(value.rstrip("; ")) or _IN_A_TITLE.search(value) or re.search(r"[(\[]MẬT[)\]]", value):
            yield key, one_line(value)
