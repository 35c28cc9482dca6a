"""Attachments that a browser would run as a part of the site: no paper is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from trangtin.content.problem import Code, Problem
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.named_files import named_files, resolved

_RUN = frozenset(
    ".html .htm .xhtml .xht .shtml .mht .mhtml .hta .js .mjs .cjs .wasm .swf .jar .xml .xsl .xslt .rdf .svgz "
    ".php .phtml .asp .aspx .jsp .cgi .exe .msi .bat .cmd .com .scr .ps1 .vbs .lnk .reg .apk .dmg".split()
)


def check_programs(catalogue: Catalogue) -> Iterator[Problem]:
    """Pages, scripts and programs that a text or head names. What the site itself needs lies in `assets/`, unnamed."""
    for entry in catalogue.inspected:
        for name, line, _ in named_files(entry):
            path = resolved(catalogue.reading.layout, entry, name)
            ending = PurePosixPath(name).suffix.lower()
            if ending in _RUN and path is not None and path in catalogue.reading.attachments:
                yield Problem(
                    entry.path,
                    line,
                    Code.RUNS_IN_BROWSER,
                    f"tệp '{name}' là loại tệp chạy được trong máy người đọc",
                    "xuất nội dung ra PDF, hoặc viết thành một trang",
                    f"{PurePosixPath(name).stem}.pdf",
                )
