"""Links in the text: each leads to a page or file of the repository, and none to what is not published."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.links import links_in
from trangtin.content.nearest import nearest_path
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.sections import SECTION_PAGES
from trangtin.content.text import normalise
from trangtin.portal.attachments import Attachments
from trangtin.portal.catalogue import Catalogue


def check_links(catalogue: Catalogue, attachments: Attachments) -> Iterator[Problem]:
    """Dead links, and links from public text to what is not public."""
    for entry in catalogue.inspected:
        for link, row in links_in(entry.body, is_printed=isinstance(entry.head, Document)):
            line = entry.body_line + row
            path = resolve_link(catalogue, entry.path, link)
            if path is None:
                continue
            if path in catalogue.entries or path in attachments.held_back:
                is_read = catalogue.is_public(entry.path) and not entry.head.is_withdrawn
                if is_read and not catalogue.is_public(path):
                    yield Problem(
                        entry.path,
                        line,
                        Code.RELATION_TO_UNPUBLISHED,
                        f"liên kết '{link}' trỏ tới nội dung chưa đăng",
                        "liên kết được hiện như chữ thường đến khi nội dung kia được đăng",
                        severity=Severity.NOTICE,
                    )
            elif path not in catalogue.reading.attachments and path not in catalogue.reading.broken:
                yield _dead(catalogue, entry, link, path, line)


def resolve_link(catalogue: Catalogue, path: str, link: str) -> str | None:
    """The repository path a link means; None for a page that the portal makes itself."""
    found = catalogue.reading.layout.resolve(path, normalise(unquote(link)))
    if found is None:
        return "../" + link
    docs = f"{catalogue.reading.layout.docs}/"
    is_made = found.startswith(docs) and found.removeprefix(docs) in SECTION_PAGES
    return None if is_made and found not in catalogue.entries else found


def _dead(catalogue: Catalogue, entry: Entry[PageHead], link: str, path: str, line: int) -> Problem:
    near = nearest_path(path, (*catalogue.entries, *catalogue.reading.attachments))
    return Problem(
        entry.path,
        line,
        Code.DEAD_LINK,
        f"liên kết '{link}' không dẫn tới trang hay tệp nào",
        f"có phải ý bạn là '{posixpath.relpath(near, entry.folder)}'?"
        if near
        else "sửa đường dẫn, tính từ thư mục của tệp này",
    )
