"""One page of the old site on its way into the portal, before its text is converted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from pathlib import PurePosixPath

from trangtin.content.page import PageHead
from trangtin.content.text import slug
from trangtin.content.values.dates import VIETNAM
from trangtin.importer.nukeviet.dump import Row


@dataclass(frozen=True, slots=True)
class Arrival:
    """What one row of the old site becomes."""

    told: str
    """What it was, for messages: `tin 123 “Lễ phát động”`."""
    kind: type[PageHead]
    path: PurePosixPath
    """Where its Markdown file is to stand in the repository."""
    head: Mapping[str, object]
    html: str
    """The original text."""
    old: tuple[str, ...]
    """The addresses at which it was found, also those that only texts link to."""
    picture: tuple[str, str] | None = None
    """Path below `uploads/`, or address, of its picture, and what the picture shows."""
    files: tuple[str, ...] = ()
    """Paths below `uploads/`, or addresses, of the files of a document."""
    doubts: tuple[str, ...] = ()


def by_id(rows: Iterable[Row], key: str = "id") -> dict[str, Row]:
    """Rows by their own number."""
    return {row[key]: row for row in rows if row.get(key)}


def day_of(seconds: str) -> date | None:
    """The day in Vietnam of a Unix time as NukeViet keeps it; 0 means there is none."""
    if not seconds.isdecimal() or int(seconds) == 0:
        return None
    try:
        return datetime.fromtimestamp(int(seconds), VIETNAM).date()
    except (OverflowError, ValueError, OSError):  # beyond the year 9999
        return None


def listed(text: str) -> tuple[str, ...]:
    """The items of a list as NukeViet keeps it, parted by commas."""
    return tuple(item.strip() for item in text.split(",") if item.strip())


def is_for_all(groups: str) -> bool:
    """Whether everybody could see a page: group 6 is everybody, an empty list sets no limit."""
    return not groups.strip() or "6" in listed(groups)


def uploaded(folder: str, name: str) -> str:
    """The address of a file that a module names relative to its own folder."""
    return name if name.startswith(("http://", "https://")) else f"/uploads/{folder}/{name.lstrip('/')}"


def file_links(addresses: Iterable[str]) -> str:
    """Files that stood under a text, as part of the text."""
    items = "".join(
        f'<li><a href="{escape(address)}">{escape(PurePosixPath(address).name)}</a></li>' for address in addresses
    )
    return f"<p>Tệp đính kèm:</p><ul>{items}</ul>" if items else ""


class Names:
    """Names of files in the repository, each given once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, folder: str, wanted: str, number: str) -> PurePosixPath:
        """`<folder>/<wanted>.md`, or with the old site's number where another page has that name."""
        stem = slug(wanted) or f"bai-{number}"
        for name in self._tries(stem, number):
            path = f"{folder}/{name}.md"
            if path not in self._taken:
                self._taken.add(path)
                return PurePosixPath(path)
        raise AssertionError("endless")

    @staticmethod
    def _tries(stem: str, number: str) -> Iterator[str]:
        yield stem
        yield f"{stem}-{number}"
        again = 2
        while True:
            yield f"{stem}-{number}-{again}"
            again += 1
