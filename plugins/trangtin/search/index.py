"""The files of an index: postings of all pages by folded term, what answers show, what they are narrowed down by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from trangtin.search.abbreviations import Abbreviations
from trangtin.search.cache import key_of
from trangtin.search.excerpts import AddressOf, kept_excerpts
from trangtin.search.folding import FOLDING, folded
from trangtin.search.index_file import File, file_of, inside, version_of
from trangtin.search.kept_index import kept_inverted
from trangtin.search.narrowing import narrowing_of
from trangtin.search.record import SearchRecord
from trangtin.search.shards import Shard, beginnings, place_of
from trangtin.search.terms import LEAST

FORMAT = 2
"""Rises with every change of docs/search-format.md that a reader has to know of."""
START = "chi-muc.json"
"""The file a reader asks for first."""
FOLDER = "chi-muc/"
WORDS, PAIRS, EXCERPTS, NARROWING = "tu", "cap", "trich", "loc"

TOGETHER = 4
"""Files of postings that have one version: the first file names every version."""


def index_files(
    records: Sequence[SearchRecord],
    abbreviations: Abbreviations,
    address: AddressOf,
    name: str,
    folder: Path | None = None,
) -> Iterator[File]:
    """The files of an index: name, relative to the search page, and bytes. The one a reader begins with comes last.

    `records` are in the order of their numbers; `address` gives the address of a record's target relative to the site's
    root; `name` is what the portal is called beside others; `folder` is where caches are, if anything is to be kept.
    """
    keys = [key_of(record, abbreviations) for record in records]
    pages = kept_inverted(records, keys, abbreviations, folder)
    versions = {WORDS: "", PAIRS: "", EXCERPTS: ""}
    for kind, shards in ((WORDS, pages.words), (PAIRS, pages.pairs)):
        for start in range(0, len(shards), TOGETHER):
            texts = [f'"terms":{{{shard.rows}}}' for shard in shards[start : start + TOGETHER]]
            version = version_of(texts)
            versions[kind] += version
            for number, text in enumerate(texts, start=start):
                yield f"{FOLDER}{kind}/{number}.json", file_of(version, text)
    for group in kept_excerpts(records, keys, address, folder):
        versions[EXCERPTS] += group.version
        for path, data in group.files:
            yield f"{FOLDER}{EXCERPTS}/{path}.json", data
    narrowing = inside(narrowing_of(records))
    versions[NARROWING] = version_of([narrowing])
    yield f"{FOLDER}{NARROWING}.json", file_of(versions[NARROWING], narrowing)
    start_file = inside(
        {
            "format": FORMAT,
            "folding": FOLDING,
            "name": name,
            "pages": len(records),
            "least": LEAST,
            "forms": _forms(abbreviations, pages.words),
            WORDS: _front_coded(beginnings(pages.words)),
            PAIRS: _front_coded(beginnings(pages.pairs)),
            "versions": versions,
        }
    )
    yield START, file_of(version_of([start_file]), start_file)


def _forms(abbreviations: Abbreviations, words: Sequence[Shard]) -> list[tuple[str, str]]:
    """Folded short and full forms, of those that the portal's texts hold: for marking them in excerpts."""
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
