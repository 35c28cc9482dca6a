"""Addresses on the site: no two pages at one, no old address claimed twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

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
    claimed: dict[str, Entry[PageHead]] = {}
    for entry in catalogue.entries.values():
        for index, old in enumerate(entry.head.redirect_from):
            first = claimed.setdefault(old.strip("/").removesuffix("/index.html"), entry)
            if first is not entry:
                yield Problem(
                    entry.path,
                    entry.line("redirect_from", index),
                    Code.ADDRESS_CLASH,
                    f"địa chỉ cũ '{old}' đã được {first.path} nhận",
                    "giữ địa chỉ ấy ở một tệp",
                )
