"""The files of an index: postings of all pages by folded term, what answers show, what they are narrowed down by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from trangtin.batches import batches
from trangtin.copies import can_copy, shared_out
from trangtin.disk.shelf import key_of
from trangtin.portal.model import Portal
from trangtin.processors import processes_for
from trangtin.search.abbreviations import Abbreviations
from trangtin.search.cache import key_of as key_of_terms
from trangtin.search.excerpts import TOGETHER as GROUP
from trangtin.search.excerpts import keep_excerpts, kept_excerpts
from trangtin.search.folding import FOLDING, folded
from trangtin.search.index_file import File, file_of, inside, version_of
from trangtin.search.kept_index import kept_inverted
from trangtin.search.known_terms import ENOUGH, keep_terms, keep_terms_in_new_processes
from trangtin.search.narrowing import Narrowed, narrowing_of
from trangtin.search.read_pages import ReadPages
from trangtin.search.record import Findable
from trangtin.search.records import findable_in
from trangtin.search.shards import Shard, beginnings, place_of
from trangtin.search.terms import LEAST
from trangtin.views.targets import AddressOf

FORMAT = 2
"""Rises with every change of docs/search-format.md that a reader has to know of."""
START = "chi-muc.json"
"""The file a reader asks for first."""
FOLDER = "chi-muc/"
WORDS, PAIRS, EXCERPTS, NARROWING = "tu", "cap", "trich", "loc"

TOGETHER = 4
"""Files of postings that share a version: the first file names every version, and is to stay short."""
RUN = 10 * GROUP
"""Pages that are read together: whole groups of excerpts."""


def search_index(portal: Portal, address: AddressOf, cache: Path) -> Index:
    """The index of a portal, none of it made yet; its files are named relative to the search page.

    `address` gives the address of a page's path relative to the site's root. What was read is kept in `cache`.
    """
    own = ((pair.short, pair.full) for pair in portal.settings.search.abbreviations)
    abbreviations = Abbreviations.known_and(own)
    return Index(findable_in(portal), abbreviations, address, portal.settings.unit.name, cache)


class Index:
    """The files of an index in parts: runs of pages are read beside each other, the rest is made of what they gave."""

    def __init__(
        self,
        pages: Sequence[Findable],
        abbreviations: Abbreviations,
        address: AddressOf,
        name: str,
        folder: Path,
    ) -> None:
        """`pages` are in the order of their numbers; `address` gives the address of a page relative to the site's root.

        `name` is what the portal is called beside others; `folder` is where caches are kept.
        """
        self._pages = pages
        self._abbreviations = abbreviations
        self._address = address
        self._name = name
        self._folder = folder

    def files(self) -> Iterator[File]:
        """All files: name, relative to the search page, and bytes. The one a reader begins with comes last."""
        read = list[ReadPages]()
        for each in shared_out(self.read, self.runs(), processes=processes_for(len(self._pages), ENOUGH)):
            yield from each.files
            read.append(replace(each, files=()))
        yield from self.rest(read)

    def runs(self) -> Sequence[slice]:
        """The runs of pages to read. Where this process cannot be copied, new ones put all terms in the cache first."""
        if not can_copy():
            keep_terms_in_new_processes(self._pages, self._abbreviations, self._folder)
        return batches(len(self._pages), RUN)

    def texts(self, run: slice) -> str:
        """A hash that changes with the text of each of some pages."""
        return key_of(*(page.written for page in self._pages[run])).hex()

    def read(self, run: slice) -> ReadPages:
        """Read some pages, in any process."""
        records = [page.make() for page in self._pages[run]]
        keys = [key_of_terms(record, self._abbreviations) for record in records]
        keep_terms(records, keys, self._abbreviations, self._folder)
        groups = kept_excerpts(records, keys, run.start, self._address, self._folder)
        return ReadPages(
            keys,
            [Narrowed(record.day, record.facets) for record in records],
            [(group.key, group.version) for group in groups],
            [(f"{FOLDER}{EXCERPTS}/{path}.json", data) for group in groups for path, data in group.files],
        )

    def rest(self, read: Sequence[ReadPages]) -> Iterator[File]:
        """All files but excerpts, when every run was read; what no page has any more leaves the caches."""
        keys = [key for each in read for key in each.keys]
        pages = kept_inverted(self._pages, keys, self._abbreviations, self._folder)
        versions = {WORDS: "", PAIRS: "", EXCERPTS: "".join(version for each in read for _, version in each.groups)}
        for kind, shards in ((WORDS, pages.words), (PAIRS, pages.pairs)):
            for some in batches(len(shards), TOGETHER):
                texts = [f'"terms":{{{shard.rows}}}' for shard in shards[some]]
                version = version_of(texts)
                versions[kind] += version
                for number, text in enumerate(texts, start=some.start):
                    yield f"{FOLDER}{kind}/{number}.json", file_of(version, text)
        narrowing = inside(narrowing_of([page for each in read for page in each.narrowed]))
        versions[NARROWING] = version_of([narrowing])
        yield f"{FOLDER}{NARROWING}.json", file_of(versions[NARROWING], narrowing)
        start_file = inside(
            {
                "format": FORMAT,
                "folding": FOLDING,
                "name": self._name,
                "pages": len(self._pages),
                "least": LEAST,
                "forms": _forms(self._abbreviations, pages.words),
                WORDS: _front_coded(beginnings(pages.words)),
                PAIRS: _front_coded(beginnings(pages.pairs)),
                "versions": versions,
            }
        )
        yield START, file_of(version_of([start_file]), start_file)
        keep_excerpts({key for each in read for key, _ in each.groups}, self._folder)


def _forms(abbreviations: Abbreviations, words: Sequence[Shard]) -> list[tuple[str, str]]:
    """Pairs of folded short and full forms that occur in the portal's texts, for marking them in excerpts."""
    firsts = [shard.first for shard in words]

    def is_known(word: str) -> bool:
        return bool(words) and f'"{word}":"' in words[place_of(folded(word), firsts)].rows

    return sorted(
        (" ".join(map(folded, short)), " ".join(map(folded, full)))
        for short, full in abbreviations.forms()
        if all(map(is_known, (*short, *full)))
    )


def _front_coded(terms: Sequence[str]) -> str:
    """Terms in order, each as what it shares with the last one (`0` for nothing, `1` for one letter …) and the rest."""
    shared = (_shared(before, term) for before, term in pairwise(["", *terms]))
    return "|".join(chr(48 + length) + term[length:] for length, term in zip(shared, terms, strict=True))


def _shared(one: str, other: str) -> int:
    """How many letters two terms begin with alike."""
    alike = (place for place, (left, right) in enumerate(zip(one, other, strict=False)) if left != right)
    return next(alike, min(len(one), len(other)))
