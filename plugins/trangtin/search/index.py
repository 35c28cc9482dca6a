"""The index: postings of all pages by folded term, cut into small files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from trangtin.search.abbreviations import Abbreviations
from trangtin.search.folding import FOLDING, folded
from trangtin.search.narrowing import narrowing_of
from trangtin.search.record import SearchRecord
from trangtin.search.segment import Inverted, Segment
from trangtin.search.terms import LEAST

FORMAT = 1
"""Rises with every change of docs/search-format.md that a reader has to know of."""
START = "chi-muc.json"
"""The file a reader asks for first."""
FOLDER = "chi-muc/"
WORDS, PAIRS, EXCERPTS, NARROWING = "tu", "cap", "trich", "loc"

SMALLEST = 2_000
"""Characters of a file of postings, at least."""
EXCERPT = 2_200
"""Characters of the text in one file; a long page has several, of which mostly the first is asked for."""


def index_files(
    records: Sequence[SearchRecord],
    pages: Segment,
    abbreviations: Abbreviations,
    address: Callable[[str], str],
    name: str,
) -> Iterator[tuple[str, bytes]]:
    """The files of an index: name, relative to the search page, and bytes.

    `pages` is what `records` were read into, newest first; `address` gives the address of a record's target relative to
    the site's root; `name` is what the portal is called beside others.
    """
    words, pairs = list(_chunks(pages.words)), list(_chunks(pages.pairs))
    start = {
        "format": FORMAT,
        "folding": FOLDING,
        "name": name,
        "pages": len(records),
        "least": LEAST,
        "forms": _forms(abbreviations, pages.words),
        WORDS: _front_coded([begin for begin, _ in words]),
        PAIRS: _front_coded([begin for begin, _ in pairs]),
    }
    shown = [(record.title, record.line, record.facets, address(record.target)) for record in records]
    build = _hash(_json(start), repr(shown), *(text for _, text in (*words, *pairs)), *pages.paragraphs)

    def file(text: str) -> bytes:
        return f'{{"build":"{build}",{text}}}\n'.encode()

    yield START, file(_json(start)[1:-1])
    yield f"{FOLDER}{NARROWING}.json", file(_json(narrowing_of(records))[1:-1])
    for kind, chunks in ((WORDS, words), (PAIRS, pairs)):
        for number, (_, text) in enumerate(chunks):
            yield f"{FOLDER}{kind}/{number}.json", file(text)
    for page, (record, paragraphs) in enumerate(zip(records, pages.paragraphs, strict=True)):
        for path, text in _excerpts(page, record, paragraphs, address(record.target)):
            yield f"{FOLDER}{EXCERPTS}/{path}.json", file(text)


def _forms(abbreviations: Abbreviations, known: Inverted) -> list[tuple[str, str]]:
    """Folded short and full forms, of those that the portal's texts hold: for marking them in excerpts."""
    return sorted(
        (" ".join(map(folded, short)), " ".join(map(folded, full)))
        for short, full in abbreviations.forms()
        if all(word in known for word in (*short, *full))
    )


def _excerpts(page: int, record: SearchRecord, paragraphs: str, address: str) -> Iterator[tuple[str, str]]:
    """What an answer shows, and the text for its excerpt, the first part together with the rest of what is shown."""
    parts = list(_parts(paragraphs.split("\n")))
    head = {"title": record.title, "line": record.line, "address": address, "parts": len(parts)}
    yield str(page), _json({**head, "text": parts[0]})[1:-1]
    for number, part in enumerate(parts[1:], start=1):
        yield f"{page}-{number}", _json({"text": part})[1:-1]


def _parts(paragraphs: Iterable[str]) -> Iterator[list[str]]:
    held, length = list[str](), 0
    for paragraph in paragraphs:
        if held and length + len(paragraph) > EXCERPT:
            yield held
            held, length = [], 0
        held.append(paragraph)
        length += len(paragraph)
    yield held


def _chunks(postings: Inverted) -> Iterator[tuple[str, str]]:
    """Files of one kind as (where they begin, text): terms in order, each file about as long as the others.

    A reader fetches the list of beginnings once and a file for each term: both together are shortest where files grow
    with the square root of the whole.
    """
    keys = {word: folded(word) for word in {word for term in postings for word in term.split(" ")}}
    ordered = sorted((" ".join(keys[word] for word in term.split(" ")), term) for term in postings)
    longest = max(SMALLEST, round(1.8 * sum(map(len, postings.values())) ** 0.5))
    begin, before, rows, length = "", "", list[str](), 0
    for term, group in groupby(ordered, itemgetter(0)):
        variants = ",".join(f'"{written}":"{postings[written]}"' for _, written in group)
        # Neither words nor postings hold a letter that JSON would escape.
        row = f'"{term}":{{{variants}}}'
        if rows and length + len(row) > longest:
            yield begin, f'"terms":{{{",".join(rows)}}}'
            rows, length = [], 0
        if not rows:
            begin = _least_between(before, term)
        rows.append(row)
        length += len(row)
        before = term
    if rows:
        yield begin, f'"terms":{{{",".join(rows)}}}'


def _least_between(before: str, term: str) -> str:
    """The shortest beginning of `term` that comes after `before`."""
    return next((term[:length] for length in range(1, len(term)) if term[:length] > before), term)


def _front_coded(terms: Sequence[str]) -> str:
    """Terms in order, each as what it shares with the last one (`0` for nothing, `1` for one letter …) and the rest."""
    shared = (_shared(before, term) for before, term in pairwise(["", *terms]))
    return "|".join(chr(48 + length) + term[length:] for length, term in zip(shared, terms, strict=True))


def _shared(one: str, other: str) -> int:
    """How many letters two terms begin with alike."""
    alike = (place for place, (left, right) in enumerate(zip(one, other, strict=False)) if left != right)
    return next(alike, min(len(one), len(other)))


def _hash(*texts: str) -> str:
    whole = hashlib.blake2b(digest_size=6)
    for text in texts:
        whole.update(text.encode())
    return whole.hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
