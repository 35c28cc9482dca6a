"""Raw HTML in texts: what would run, restyle the page or call another host does not go out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.html import TAGS, TYPED
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.spans import without_code, without_destinations

_ELEMENT = re.compile(r"(?i)<\s*(script|style|iframe|object|embed|form|link|meta|base|video|audio|h1|a|img)\b")
_ATTRIBUTE = re.compile(r"(?i)<[a-z][^<>]*\s(on[a-z]+|style)\s*=")
_ELSEWHERE = re.compile(r"(?i)!\[[^\]]*\]\(\s*<?((?:https?:)?//[^\s)>]+)")
_NO_ALT = re.compile(r"!\[\s*\]\(")
_SCRIPT_LINK = re.compile(
    r"(?i)(?:\]\(\s*<?|(?:href|src)\s*=\s*[\"']?|^ {0,3}\[[^\]\n]+\]:\s*)(javascript|vbscript|data):"
)


def unsafe_markup(entry: Entry[PageHead]) -> Iterator[Problem]:
    """HTML that a public page must not carry. In issued documents no HTML is read at all: it is shown as text."""
    yield from _pictures(entry)
    if not isinstance(entry.head, Document) and "<" in entry.body:
        yield from _dropped(entry)
    if "<" not in entry.body and not any(scheme in entry.body.lower() for scheme in ("script:", "data:")):
        return
    patterns = () if isinstance(entry.head, Document) else (_ELEMENT, _ATTRIBUTE)
    rows = zip(_typed(entry).split("\n"), _words(entry).split("\n"), strict=True)
    for row, (typed, line) in enumerate(rows):
        for match in (*(pattern.search(typed) for pattern in patterns), _SCRIPT_LINK.search(line)):
            if match:
                yield _refused(entry, entry.body_line + row, match[1].lower())


def _typed(entry: Entry[PageHead]) -> str:
    """The text in which what stands between < and > is HTML."""
    return without_destinations(entry.body, is_printed=isinstance(entry.head, Document))


def _words(entry: Entry[PageHead]) -> str:
    return without_code(entry.body, is_printed=isinstance(entry.head, Document))


def _pictures(entry: Entry[PageHead]) -> Iterator[Problem]:
    if "![" not in entry.body:
        return
    text = _words(entry)
    for match in _ELSEWHERE.finditer(text):
        yield Problem(
            entry.path,
            entry.body_line + text.count("\n", 0, match.start()),
            Code.IMAGE_ELSEWHERE,
            f"ảnh '{match[1]}' nằm ở trang khác nên không hiện trên trang này",
            "tải ảnh về, đặt cạnh bài (nhớ ghi nguồn), rồi dẫn tới tệp ấy",
            "![Toàn cảnh lễ phát động](le-phat-dong.jpg)",
        )
    for match in _NO_ALT.finditer(text):
        yield Problem(
            entry.path,
            entry.body_line + entry.body.count("\n", 0, match.start()),
            Code.MISSING_ALT,
            "ảnh không có lời mô tả cho người không nhìn thấy",
            "viết lời mô tả trong ngoặc vuông",
            "![Toàn cảnh lễ phát động](le-phat-dong.jpg)",
        )


def _dropped(entry: Entry[PageHead]) -> Iterator[Problem]:
    """Words between < and > that no reader would see: a place to fill, an element that is not allowed."""
    for row, line in enumerate(_typed(entry).split("\n")):
        for match in TYPED.finditer(line):
            if match["name"].lower() not in TAGS and not _ELEMENT.match(match[0]):
                yield Problem(
                    entry.path,
                    entry.body_line + row,
                    Code.HTML_DROPPED,
                    f"'{match[0]}' giống mã HTML không được dùng nên không hiện trên trang",
                    "muốn hiện chữ thì thêm dấu \\ trước dấu <; không thì bỏ đi",
                    f"\\{match[0]}",
                    Severity.WARNING,
                )


def _refused(entry: Entry[PageHead], line: int, what: str) -> Problem:
    return Problem(
        entry.path,
        line,
        Code.UNSAFE_HTML,
        f"mã HTML '{what}' không được dùng trong bài",
        "viết bằng Markdown; bản đồ, phim ở trang khác thì đặt liên kết tới trang ấy",
        "[Xem bản đồ](https://bando.example/)",
    )
