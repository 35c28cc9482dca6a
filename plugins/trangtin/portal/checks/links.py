"""Links in the text: each leads to a page or file of the repository, and none to what is not published."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from urllib.parse import unquote

from trangtin.content.entry import Entry
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import normalise
from trangtin.portal.catalogue import Catalogue

_CODE = re.compile(r"(?ms)^(?P<fence>```+|~~~+).*?^(?P=fence)[ \t]*$|`[^`\n]*`")
_INLINE = re.compile(r"\]\(\s*<?([^)\s>]+)>?[^)\n]*\)")
_REFERENCE = re.compile(r"(?m)^ {0,3}\[[^\]\n^]+\]:\s*<?(\S+?)>?(?:\s|$)")
_ELSEWHERE = re.compile(r"(?i)[a-z][a-z0-9+.-]*:|//|/|#|\?")


def check_links(catalogue: Catalogue) -> Iterator[Problem]:
    """Dead links, and links from public text to what is not public."""
    for entry in catalogue.entries.values():
        for link in links_in(entry.body):
            path = resolve_link(catalogue, entry.path, link)
            if path is None:
                continue
            if path in catalogue.entries:
                if catalogue.is_public(entry.path) and not catalogue.is_public(path):
                    yield Problem(
                        entry.path,
                        entry.find_line(link),
                        Code.RELATION_TO_UNPUBLISHED,
                        f"liên kết '{link}' trỏ tới nội dung chưa đăng",
                        "liên kết được hiện như chữ thường đến khi nội dung kia được đăng",
                        severity=Severity.NOTICE,
                    )
            elif path not in catalogue.reading.attachments and path not in catalogue.reading.broken:
                yield _dead(catalogue, entry, link, path)


def links_in(body: str) -> Iterator[str]:
    """Targets of links and images that mean a place in the repository, as typed, without their fragment."""
    text = _CODE.sub("", body)
    for pattern in (_INLINE, _REFERENCE):
        for match in pattern.finditer(text):
            link = match[1].partition("#")[0].partition("?")[0]
            if link and not _ELSEWHERE.match(match[1]):
                yield link


def resolve_link(catalogue: Catalogue, path: str, link: str) -> str | None:
    """The repository path a link means; None for the generated pages, which have no file, and for folders."""
    found = catalogue.reading.layout.resolve(path, normalise(unquote(link)))
    if found is None:
        return "../" + link
    is_made = found.removeprefix(f"{catalogue.reading.layout.docs}/") in MADE_PAGES
    return None if is_made and found not in catalogue.entries else found


MADE_PAGES = frozenset(
    {
        "index.md",
        "lien-he.md",
        "phong-trao/index.md",
        "van-ban/index.md",
        "tin-tuc/index.md",
        "don-vi/index.md",
        "so-do-trang.md",
    }
)
"""Pages under `docs_dir` that the portal makes itself when no editor wrote one."""


def _dead(catalogue: Catalogue, entry: Entry[PageHead], link: str, path: str) -> Problem:
    known = [*catalogue.entries, *catalogue.reading.attachments]
    near = difflib.get_close_matches(path, known, n=1, cutoff=0.75)
    return Problem(
        entry.path,
        entry.find_line(link),
        Code.DEAD_LINK,
        f"liên kết '{link}' không dẫn tới trang hay tệp nào",
        f"có phải ý bạn là tệp '{near[0]}'?" if near else "sửa đường dẫn, tính từ thư mục của tệp này",
    )
