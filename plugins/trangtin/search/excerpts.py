"""What answers show of pages, and the texts that excerpts are cut from: kept in groups that share a version."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from trangtin.batches import batches
from trangtin.disk.shelf import Row, Shelf, key_of, program_version
from trangtin.search.cache import TermsCache
from trangtin.search.index_file import File, file_of, inside, version_of
from trangtin.search.record import SearchRecord
from trangtin.search.terms import paragraphs_of
from trangtin.views.targets import AddressOf

NAME = "excerpts.sqlite"
TOGETHER = 32
"""Pages that share a version."""
FIRST = 2_200
"""Characters of the text that is shown first of a page."""
FURTHER = 8_800
"""Length of each further part; mostly the first is enough."""


@dataclass(frozen=True, slots=True)
class Excerpts:
    """Files of neighbouring pages, named without their folder."""

    key: bytes
    """The key under which they are kept."""
    version: str
    files: tuple[File, ...]


def kept_excerpts(
    records: Sequence[SearchRecord], keys: Sequence[bytes], first: int, address: AddressOf, folder: Path
) -> list[Excerpts]:
    """The files of a run of pages, the first of which has the number `first`: it begins a group.

    `keys` are those of their terms, `folder` is where caches are kept.
    """
    groups = {
        key_of(program_version(), f"{first + of.start}", *keys[of], *map(repr, _shown(records[of], address))): of
        for of in batches(len(records), TOGETHER)
    }
    shelf = _shelf(folder)
    known = {key: _unpacked(key, row) for key, row in shelf.find(groups)}
    fresh = {
        key: _made(key, records[some], keys[some], first + some.start, address, folder)
        for key, some in groups.items()
        if key not in known
    }
    shelf.add({key: _packed(group) for key, group in fresh.items()})
    made = known | fresh
    return [made[key] for key in groups]


def keep_excerpts(used: Set[bytes], folder: Path) -> None:
    """Drop groups that the portal no longer has."""
    _shelf(folder).keep(used)


def _shelf(folder: Path) -> Shelf:
    return Shelf(folder / NAME, ("version", "names", "data"))


def _shown(records: Sequence[SearchRecord], address: AddressOf) -> Iterator[tuple[str, str, str]]:
    for record in records:
        yield record.title, record.line, address(record.target)


def _made(
    key: bytes, records: Sequence[SearchRecord], keys: Sequence[bytes], first: int, address: AddressOf, folder: Path
) -> Excerpts:
    known = TermsCache(folder).paragraphs(keys)
    texts = list[tuple[str, str]]()
    for page, (record, own) in enumerate(zip(records, keys, strict=True), start=first):
        texts += _files(page, record, known.get(own) or paragraphs_of(record), address(record.target))
    version = version_of(text for _, text in texts)
    return Excerpts(key, version, tuple((name, file_of(version, text)) for name, text in texts))


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


def _unpacked(key: bytes, row: Row) -> Excerpts:
    version, names, data = row
    assert isinstance(data, bytes)
    whole, start, files = zlib.decompress(data), 0, list[File]()
    for name, length in json.loads(str(names)):
        files.append((name, whole[start : start + length]))
        start += length
    return Excerpts(key, str(version), tuple(files))
