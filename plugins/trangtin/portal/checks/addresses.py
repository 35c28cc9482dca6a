"""Addresses on the site: no two pages at one, no old address claimed twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from trangtin.content.entry import Entry
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import slug
from trangtin.portal.catalogue import Catalogue


def check_addresses(catalogue: Catalogue) -> Iterator[Problem]:
    """News whose names fold alike, news in the folder of another year, old addresses claimed by two pages."""
    by_address: dict[object, list[Entry[PageHead]]] = defaultdict(list)
    for news in catalogue.reading.news:
        folder = PurePosixPath(news.path).parent.name
        by_address[folder, slug(news.stem)].append(news)
        if folder != str(news.head.date.year):
            yield Problem(
                news.path,
                news.line("date"),
                Code.CONTRADICTION,
                f"tin đề năm {news.head.date.year} nhưng nằm trong thư mục {folder}, địa chỉ trang theo thư mục",
                "sửa ngày, hoặc chuyển tệp sang thư mục đúng năm",
                severity=Severity.NOTICE,
            )
    for same in by_address.values():
        for entry in same[1:]:
            yield Problem(
                entry.path,
                1,
                Code.ADDRESS_CLASH,
                f"địa chỉ trang trùng với {same[0].path}",
                "đổi tên tệp",
                f"{slug(entry.stem)}-2.md",
            )
    yield from _claimed_twice(catalogue)


def _claimed_twice(catalogue: Catalogue) -> Iterator[Problem]:
    """Old addresses that servers take for one; within one file that does no harm."""
    claimed: dict[str, Entry[PageHead]] = {}
    for entry in catalogue.entries.values():
        for index, old in enumerate(entry.head.redirect_from):
            place = f"/{unquote(old).strip('/')}".removesuffix("/index.html").casefold()
            if place not in claimed:
                claimed[place] = entry
                continue
            first = claimed[place]
            line = entry.line("redirect_from", index)
            if first is entry:
                message, remedy = f"địa chỉ cũ '{old}' đã ghi ở trên", "giữ một dòng: '/cu', '/cu/' và '/Cu/' là một"
                yield Problem(entry.path, line, Code.ADDRESS_CLASH, message, remedy, severity=Severity.NOTICE)
            else:
                message, remedy = f"địa chỉ cũ '{old}' đã được {first.path} nhận", "giữ địa chỉ ấy ở một tệp"
                yield Problem(entry.path, line, Code.ADDRESS_CLASH, message, remedy)
