"""What answers show of pages, and the texts their excerpts are cut from: kept, in groups that have one version."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from trangtin.search.cache import TermsCache
from trangtin.search.index_file import File, file_of, inside, version_of
from trangtin.search.record import SearchRecord
from trangtin.search.terms import paragraphs_of
from trangtin.shelf import Row, Shelf, key_of, program_version

NAME = "excerpts.sqlite"
TOGETHER = 32
"""Pages of one version."""
FIRST = 2_200
"""Characters of the text that is shown first of a page."""
FURTHER = 8_800
"""Of each further part; mostly the first is enough."""

AddressOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Excerpts:
    """Files of neighbouring pages, named without their folder."""

    version: str
    files: tuple[File, ...]


def kept_excerpts(
    records: Sequence[SearchRecord], keys: Sequence[bytes], address: AddressOf, folder: Path | None
) -> Iterator[Excerpts]:
    """The files of all pages, group by group; `keys` are those of their terms, `folder` is where caches are kept."""
    program = program_version()
    starts = range(0, len(records), TOGETHER)
    names = [
        key_of(program, f"{start}", *keys[start : start + TOGETHER], *map(repr, _shown(records, start, address)))
        for start in starts
    ]
    shelf = Shelf(folder / NAME, ("version", "names", "data")) if folder else None
    known = dict(shelf.find(names)) if shelf else {}
    fresh = dict[bytes, Row]()
    for name, start in zip(names, starts, strict=True):
        if name in known:
            yield _unpacked(known[name])
        else:
            group = _made(records, keys, start, address, folder)
            fresh[name] = _packed(group)
            yield group
    if shelf:
        shelf.add(fresh)
        shelf.keep(set(names))


def _shown(records: Sequence[SearchRecord], start: int, address: AddressOf) -> Iterator[tuple[str, str, str]]:
    for record in records[start : start + TOGETHER]:
        yield record.title, record.line, address(record.target)


def _made(
    records: Sequence[SearchRecord], keys: Sequence[bytes], start: int, address: AddressOf, folder: Path | None
) -> Excerpts:
    own = keys[start : start + TOGETHER]
    known = TermsCache(folder).paragraphs(own) if folder else {}
    texts = list[tuple[str, str]]()
    for page, key in enumerate(own, start=start):
        record = records[page]
        texts += _files(page, record, known.get(key) or paragraphs_of(record), address(record.target))
    version = version_of(text for _, text in texts)
    return Excerpts(version, tuple((name, file_of(version, text)) for name, text in texts))


def _files(page: int, record: SearchRecord, paragraphs: str, address: str) -> Iterator[tuple[str, str]]:
    """The first part of the text together with the rest of what is shown, then the others."""
    first, *further = _parts(paragraphs.split("\n"))
    head = {"title": record.title, "line": record.line, "address": address, "parts": 1 + len(further)}
    yield str(page), inside({**head, "text": first})
    for number, part in enumerate(further, start=1):
        yield f"{page}-{number}", inside({"text": part})


def _parts(paragraphs: Iterable[str]) -> Iterator[list[str]]:
    held, length, longest = list[str](), 0, FIRST
    for paragraph in paragraphs:
        if held and length + len(paragraph) > longest:
            yield held
            held, length, longest = [], 0, FURTHER
        held.append(paragraph)
        length += len(paragraph)
    yield held


def _packed(group: Excerpts) -> Row:
    names = json.dumps([(name, len(data)) for name, data in group.files])
    return group.version, names, zlib.compress(b"".join(data for _, data in group.files), 1)


def _unpacked(row: Row) -> Excerpts:
    version, names, data = row
    assert isinstance(data, bytes)
    whole, start, files = zlib.decompress(data), 0, list[File]()
    for name, length in json.loads(str(names)):
        files.append((name, whole[start : start + length]))
        start += length
    return Excerpts(str(version), tuple(files))
