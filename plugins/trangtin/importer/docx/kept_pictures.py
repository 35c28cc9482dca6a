"""The pictures that a .docx keeps beside its text, as files that a portal can show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from trangtin.importer.docx.relations import Relations
from trangtin.importer.docx.wordml import local
from trangtin.importer.paper import Picture

_SUFFIXES = {b"\xff\xd8\xff": ".jpg", b"\x89PNG\r\n\x1a\n": ".png"}
"""By first bytes; what else Word keeps (EMF, WMF, TIFF) no browser shows."""


def ids_in(node: etree._Element) -> tuple[str, ...]:
    """The ids of the pictures inside a drawing, by which the file's list of relations names them."""
    keys = {"blip": "embed", "imagedata": "id"}
    return tuple(
        str(value)
        for each in node.iter()
        if (wanted := keys.get(local(each)))
        for name, value in each.attrib.items()
        if str(name).endswith("}" + wanted)
    )


def pictures_of(relations: Relations, shown: Sequence[tuple[str, ...]], places: Sequence[int]) -> Iterator[Picture]:
    """Each picture of the text; its ids stand in `shown`, the number of blocks before it in `places`."""
    for ids, place in zip(shown, places, strict=True):
        found = [(data, suffix) for id_ in ids if (suffix := _suffix(data := relations.media(id_)))]
        for data, suffix in found or [(b"", "")]:
            yield Picture(data, suffix, place)


def _suffix(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return next((suffix for begin, suffix in _SUFFIXES.items() if data.startswith(begin)), "")
