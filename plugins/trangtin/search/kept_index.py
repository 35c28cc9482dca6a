"""The whole index of the last build, given again where nothing that can be found has changed."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from trangtin import content
from trangtin.search.abbreviations import Abbreviations
from trangtin.search.cache import key_of
from trangtin.search.index import index_files
from trangtin.search.reading import read_pages
from trangtin.search.record import SearchRecord
from trangtin.shelf import Shelf, code_version
from trangtin.shelf import key_of as key_of_texts
from trangtin.views import force

NAME = "index.sqlite"

_Files = list[tuple[str, bytes]]


def kept_index(
    records: Sequence[SearchRecord],
    abbreviations: Abbreviations,
    address: Callable[[str], str],
    name: str,
    folder: Path,
) -> Iterable[tuple[str, bytes]]:
    """The files of `index_files`, from the caches in `folder` as far as these know them."""
    shelf = Shelf(folder / NAME, ("names", "data"))
    key = _key(records, abbreviations, address, name)
    for _, (names, data) in shelf.find([key]):
        assert isinstance(data, bytes)
        return _unpacked(str(names), data)
    pages = read_pages(records, abbreviations, folder)
    files = list(index_files(records, pages, abbreviations, address, name))
    shelf.add({key: _packed(files)})
    shelf.keep({key})
    return files


def _key(
    records: Sequence[SearchRecord], abbreviations: Abbreviations, address: Callable[[str], str], name: str
) -> bytes:
    own = Path(__file__).parent
    version = code_version(own, Path(content.__path__[0]), Path(force.__file__))
    shown = (repr((each.title, each.line, each.day, each.facets, address(each.target))) for each in records)
    read = (key_of(record, abbreviations).hex() for record in records)
    return key_of_texts(version, abbreviations.fingerprint, name, *shown, *read)


def _packed(files: _Files) -> tuple[str, bytes]:
    names = json.dumps([(name, len(data)) for name, data in files])
    return names, zlib.compress(b"".join(data for _, data in files), 1)


def _unpacked(names: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    whole, start = zlib.decompress(data), 0
    for name, length in json.loads(names):
        yield name, whole[start : start + length]
        start += length
