"""Links in the text: each leads to a page or file of the repository, and none to what is not published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from trangtin.content.entry import Entry
from trangtin.content.links import ON_A_MACHINE, as_destination
from trangtin.content.nearest import did_you_mean, nearest_from
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.sections import SECTION_PAGES
from trangtin.portal.attachments import Attachments
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.named_files import Place

_SITE = re.compile(r"(?i)www\.|(?:[a-z0-9-]+\.)+(?:vn|com|net|org)(?:/|$)")
"""Finds the name of a site typed without `https://`; no file that anybody attaches ends so."""
_IN_BRACKETS = r"(?:\((?:[^()]|\([^()]*\))*\)|[^)])"
"""A character of what stands in ( ), or brackets in it and all that is in them: `Dự toán (1).pdf`."""


def check_links(catalogue: Catalogue, attachments: Attachments) -> Iterator[Problem]:
    """Dead links, and links from public text to what is not public."""
    for entry in catalogue.inspected:
        for named in catalogue.named_by(entry):
            link, line, path = named.name, named.line, named.path or f"../{named.name}"
            if named.place is not Place.TEXT or _is_made(catalogue, path):
                continue
            if path in catalogue.entries or path in attachments.held_back:
                if catalogue.counts(entry.path) and not catalogue.is_public(path):
                    yield Problem(
                        entry.path,
                        line,
                        Code.RELATION_TO_UNPUBLISHED,
                        f"liên kết '{link}' trỏ tới nội dung chưa đăng",
                        "liên kết được hiện như chữ thường đến khi nội dung kia được đăng",
                        severity=Severity.NOTICE,
                    )
            elif path not in catalogue.reading.attachments and path not in catalogue.broken:
                yield _dead(catalogue, entry, link, path, line)


def _is_made(catalogue: Catalogue, path: str) -> bool:
    """Whether a link leads to a page that the portal makes itself."""
    docs = f"{catalogue.reading.layout.docs}/"
    return path.startswith(docs) and path.removeprefix(docs) in SECTION_PAGES and path not in catalogue.entries


class _Fault(NamedTuple):
    message: str
    remedy: str
    example: str = ""


def _dead(catalogue: Catalogue, entry: Entry[PageHead], link: str, path: str, line: int) -> Problem:
    typed = _as_typed(entry, link, line)
    fault = (
        _slip(typed) or _cut_at_space(catalogue, entry, link, path, typed) or _gone(catalogue, entry, link, path, typed)
    )
    return Problem(entry.path, line, Code.DEAD_LINK, *fault)


class _Typed(NamedTuple):
    whole: str
    defines: bool
    """Whether it stands in a definition, `[1]: a.pdf`, where a space ends a path in < > too."""

    def as_example(self, path: str) -> str:
        """A path as it should be typed there."""
        return path.replace(" ", "%20") if self.defines else as_destination(path)


def _as_typed(entry: Entry[PageHead], link: str, line: int) -> _Typed:
    """The link as typed, with what follows its first space: Markdown ignores that, or takes it for a title."""
    row = entry.body.split("\n")[line - entry.body_line]
    rest = rf"(?:(?=\()|[ \t]+(?![\s\"')])){_IN_BRACKETS}+?"
    whole = rf"({re.escape(link)}{rest})(?:[ \t]+[\"']{_IN_BRACKETS}*)?"
    found = re.search(rf"\]\(\s*{whole}\)|\]:[ \t]*{whole}$", row)
    return _Typed(found[1] or found[2], found[1] is None) if found else _Typed(link, defines=False)


def _slip(link: _Typed) -> _Fault | None:
    """What is wrong with a link by its words alone."""
    typed = link.whole
    if ON_A_MACHINE.match(typed):
        name = re.split(r"[\\/]", typed)[-1]
        message = f"'{typed}' là chỗ trên máy của người viết, người đọc không mở được"
        return _Fault(message, "chép tệp vào thư mục của bài này, rồi chỉ viết tên tệp", link.as_example(name))
    if _SITE.match(typed):
        return _Fault(f"liên kết '{typed}' thiếu 'https://'", "viết đủ địa chỉ", f"https://{typed}")
    if "\\" in typed:
        mended = link.as_example(typed.replace("\\", "/"))
        return _Fault(f"liên kết '{typed}' dùng dấu gạch chéo ngược", "dùng dấu '/'", mended)
    return None


def _cut_at_space(catalogue: Catalogue, entry: Entry[PageHead], link: str, path: str, typed: _Typed) -> _Fault | None:
    """A link that ends at its first space for Markdown, although the file's name goes on."""
    if typed.whole == link:
        return None
    meant = re.sub("[<>]", "", f"{path}{typed.whole.removeprefix(link)}")
    near = nearest_from(entry.folder, meant, (*catalogue.entries, *catalogue.reading.attachments))
    whole = near or typed.whole.strip("<>")
    way = "thay mỗi dấu cách bằng %20" if typed.defines else "đặt đường dẫn có dấu cách trong < >"
    return _Fault(
        f"liên kết '{typed.whole}' bị cắt ở dấu cách, chỉ còn '{link}'",
        f"{way}, hoặc đổi tên tệp cho hết dấu cách",
        typed.as_example(whole),
    )


def _gone(catalogue: Catalogue, entry: Entry[PageHead], link: str, path: str, typed: _Typed) -> _Fault:
    others = (each for each in (*catalogue.entries, *catalogue.reading.attachments) if each != entry.path)
    found = nearest_from(entry.folder, path, others)
    near = typed.as_example(found) if found else None
    return _Fault(
        f"liên kết '{link}' không dẫn tới trang hay tệp nào",
        did_you_mean(near, "sửa đường dẫn, tính từ thư mục của tệp này"),
    )
