"""What the last build made, for a build before which nothing but texts was edited.

No view sees a text: what one page says of another comes from that one's head. So where all else is as it was, only the
pages of edited texts and the search index are made; all other pages and files stay as they lie in the site's folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json, to_json

from trangtin.disk.shelf import key_of
from trangtin.disk.whole_file import write_whole
from trangtin.host.pages.sheet import Alternate
from trangtin.search.read_pages import ReadPages, read_pages_of
from trangtin.standing.left_site import LAST_PAGES

if TYPE_CHECKING:
    from trangtin.content.reading.reader import Reading
    from trangtin.host.folder.output import Output
    from trangtin.portal.model import Portal
    from trangtin.portal.shown_pictures import ShownPicture
    from trangtin.standing.inputs import Inputs


@dataclass(frozen=True, slots=True)
class MadePage:
    """What is remembered of a page that was made."""

    destination: str
    """Its file, relative to the site's folder."""
    sha256: str
    canonical_url: str | None
    update_date: str
    alternates: tuple[Alternate, ...] | None
    dead: tuple[str, ...] = ()
    """Targets it leads to that have no address."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a run of pages gave to the search index."""

    first: int
    """Number of its first page."""
    texts: str
    """A hash that changes with the text of each of these pages."""
    read: ReadPages
    files: Mapping[str, str]
    """SHA-256, by address, of the files with what answers show of these pages."""


@dataclass(frozen=True, slots=True)
class LastPages:
    """All pages and files that a build made, save the search index."""

    texts: Mapping[str, str]
    """The fingerprint of the file whose text the first page of a run shows, by run."""
    pages: Mapping[str, Sequence[MadePage]]
    """All pages, by run."""
    found: Mapping[int, Found]
    """What pages gave to the search index, by the number of the first page of each run that is read together."""
    files: Mapping[str, str]
    """SHA-256 of every other file, by address."""

    def still(self, texts: Mapping[str, str], found: Mapping[int, str], output: Output) -> LastPages:
        """What of it can be used again for these texts; nothing if a file of it is gone from the site's folder.

        `texts` and `found` are the hashes of now, to be compared. Of a run either all pages are kept or none.
        """
        if not all(output.has(*file) for file in self.files.items()):
            return NOTHING
        pages = {
            run: made
            for run, made in self.pages.items()
            if texts.get(run) == self.texts.get(run) and all(output.has(page.destination, page.sha256) for page in made)
        }
        same = {
            first: each
            for first, each in self.found.items()
            if found.get(first) == each.texts and all(output.has(*file) for file in each.files.items())
        }
        return LastPages(texts, pages, same, self.files)


NOTHING = LastPages({}, {}, {}, {})


def key_beside_texts(inputs: Inputs, reading: Reading, portal: Portal, shown: Iterable[ShownPicture]) -> str:
    """A hash of all that a site is made of, except the texts.

    That is all `inputs` but Markdown files; of these the heads, and what texts decide for other pages: which files and
    pictures go out, what pages without a title are called, which documents have no text, what is public.
    """
    attached = portal.attachments
    told = (
        sorted(inputs.digests.items()),
        sorted(entry.head_fingerprint.hex() for entries in reading.groups for entry in entries),
        reading.broken,
        sorted(portal.titles.items()),
        sorted(portal.textless),
        sorted(attached.offered.items()),
        sorted(attached.published.items()),
        [each.path for each in shown],
    )
    return key_of(*map(repr, told)).hex()


def read_last_pages(folder: Path, key: str) -> LastPages:
    """What the last build left in `folder`, if it was made of the same but for texts; else an empty record."""
    try:
        seal, _, told = (folder / LAST_PAGES).read_bytes().partition(b"\n")
    except OSError:
        return NOTHING
    if seal != _seal(key, told):
        return NOTHING
    texts, rows, read, files = from_json(told, cache_strings="keys")
    pages = {run: tuple(map(_page, of_run)) for run, of_run in rows.items()}
    found = {first: Found(first, known, read_pages_of(of_run), made) for first, known, of_run, made in read}
    return LastPages(texts, pages, found, files)


def write_last_pages(folder: Path, key: str, made: LastPages) -> None:
    """Write the record; where that fails, the next build makes all pages."""
    pages = {run: list(map(_row, pages)) for run, pages in made.pages.items()}
    found = [(each.first, each.texts, each.read.as_json(), each.files) for each in made.found.values()]
    told = to_json((made.texts, pages, found, made.files))
    with suppress(OSError):
        write_whole(folder / LAST_PAGES, b"%b\n%b" % (_seal(key, told), told))


def _seal(key: str, told: bytes) -> bytes:
    """The first line of a record: proof that the rest was written whole, for this key, by this very program."""
    return key_of(key, told).hex().encode()


def _row(page: MadePage) -> tuple[Any, ...]:
    alternates = page.alternates and [(each.lang, each.address) for each in page.alternates]
    return page.destination, page.sha256, page.canonical_url, page.update_date, alternates


def _page(row: Sequence[Any]) -> MadePage:
    destination, sha256, url, day, alternates = row
    return MadePage(destination, sha256, url, day, alternates and tuple(Alternate(*each) for each in alternates))
