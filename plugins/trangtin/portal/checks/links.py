"""Links in the text: each leads to a page or file of the repository, and none to what is not published."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from trangtin.content.entry import Entry
from trangtin.content.nearest import nearest_path
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.sections import SECTION_PAGES
from trangtin.portal.attachments import Attachments
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.named_files import Place


def check_links(catalogue: Catalogue, attachments: Attachments) -> Iterator[Problem]:
    """Dead links, and links from public text to what is not public."""
    for entry in catalogue.inspected:
        for named in catalogue.named_by(entry):
            link, line, path = named.name, named.line, named.path or f"../{named.name}"
            if named.place is not Place.TEXT or _is_made(catalogue, path):
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


def _is_made(catalogue: Catalogue, path: str) -> bool:
    """Whether a link leads to a page that the portal makes itself."""
    docs = f"{catalogue.reading.layout.docs}/"
    return path.startswith(docs) and path.removeprefix(docs) in SECTION_PAGES and path not in catalogue.entries


def _dead(catalogue: Catalogue, entry: Entry[PageHead], link: str, path: str, line: int) -> Problem:
    if (whole := _cut_at_space(catalogue, entry, path, line)) is not None:
        return Problem(
            entry.path,
            line,
            Code.DEAD_LINK,
            f"liên kết bị cắt ở dấu cách, chỉ còn '{link}'",
            "đặt đường dẫn có dấu cách trong < >, hoặc đổi tên tệp cho hết dấu cách",
            f"<{posixpath.relpath(whole, entry.folder)}>",
        )
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


def _cut_at_space(catalogue: Catalogue, entry: Entry[PageHead], path: str, line: int) -> str | None:
    """The file whose name stands on the line, and of which a link has only what comes before a space."""
    row = entry.body.split("\n")[line - entry.body_line]
    longer = (each for each in (*catalogue.reading.attachments, *catalogue.entries) if each.startswith(f"{path} "))
    return next((each for each in longer if posixpath.basename(each) in row), None)
