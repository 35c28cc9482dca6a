"""Attachments that a browser would run as a part of the site: no paper is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from trangtin.content.problem import Code, Problem
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.named_files import runs_in_browser

SERVER_RULES = "chuyen-huong/"
"""Where the site lays maps of old addresses that web servers read as a part of their configuration."""


def check_programs(catalogue: Catalogue) -> Iterator[Problem]:
    """Pages, scripts, programs and rules for the web server that a text or head names."""
    rules = f"{catalogue.reading.layout.docs}/{SERVER_RULES}"
    for entry in catalogue.inspected:
        for named in catalogue.named_by(entry):
            name, line, path = named.name, named.line, named.path
            if path is None or path not in catalogue.reading.attachments:
                continue
            if path.startswith(rules):
                message = f"'{SERVER_RULES}' là thư mục trang tự ghi cho máy chủ web, không đăng tệp nào đặt ở đó"
                yield Problem(entry.path, line, Code.RUNS_IN_BROWSER, message, "chuyển tệp sang thư mục khác")
            elif runs_in_browser(name):
                yield Problem(
                    entry.path,
                    line,
                    Code.RUNS_IN_BROWSER,
                    f"tệp '{name}' là loại tệp chạy được trong máy người đọc",
                    "xuất nội dung ra PDF, hoặc viết thành một trang",
                    f"{PurePosixPath(name).stem}.pdf",
                )
