"""Every file that an entry names, wherever in it: what goes out and what is judged are found by the same walk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Entry, KeyPath, Layout
from trangtin.content.links import links_in
from trangtin.content.news import News
from trangtin.content.page import PageHead
from trangtin.content.text import normalise

_RUN = frozenset(
    ".html .htm .xhtml .xht .shtml .mht .mhtml .hta .js .mjs .cjs .wasm .swf .jar .xml .xsl .xslt .rdf .svgz "
    ".php .phtml .asp .aspx .jsp .cgi .exe .msi .bat .cmd .com .scr .ps1 .vbs .lnk .reg .apk .dmg".split()
)


def runs_in_browser(name: str) -> bool:
    """True for pages, scripts and programs, by the ending of their name: no paper is one."""
    return PurePosixPath(name).suffix.lower() in _RUN


def resolved(layout: Layout, entry: Entry[PageHead], name: str) -> str | None:
    """The repository path that a name in an entry means."""
    return layout.resolve(entry.path, normalise(unquote(name)))


def named_files(entry: Entry[PageHead]) -> Iterator[tuple[str, int, bool]]:
    """Every file, page or address that an entry names, as (name, line, whether a document declares it)."""
    head = entry.head
    found: list[tuple[str, KeyPath]] = []
    if isinstance(head, Document):
        for index, file in enumerate(head.files):
            yield file.path, entry.line("files", index, "path"), True
        found = [(text, ("tasks", n, "evidence")) for n, task in enumerate(head.tasks) for text in task.evidence]
    elif isinstance(head, Campaign):
        found = [(text, ("works", n, "evidence")) for n, work in enumerate(head.works) for text in work.evidence]
    elif isinstance(head, News):
        found = [(head.image.src, ("image", "src"))] if head.image else []
        found += [(image.src, ("album", n, "src")) for n, image in enumerate(head.album)]
    for name, key in found:
        yield name, entry.line(*key), False
    for link, row in links_in(entry.body, is_printed=isinstance(head, Document)):
        yield link, entry.body_line + row, False
