"""The pictures that a .docx keeps beside its text, as files that a portal can show."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence

from lxml import etree

from trangtin.importer.docx.package import Package
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


def pictures_of(parts: Package, shown: Sequence[tuple[str, ...]], places: Sequence[int]) -> Iterator[Picture]:
    """Each picture of the text; its ids stand in `shown`, the number of blocks before it in `places`."""
    if not shown:
        return
    relations = parts.part("word/_rels/document.xml.rels")
    targets = {str(each.get("Id")): str(each.get("Target")) for each in relations} if relations is not None else {}
    for ids, place in zip(shown, places, strict=True):
        found = [(data, suffix) for id_ in ids if (suffix := _suffix(data := _bytes(parts, targets.get(id_))))]
        for data, suffix in found or [(b"", "")]:
            yield Picture(data, suffix, place)


def _bytes(parts: Package, target: str | None) -> bytes:
    if target is None:
        return b""
    return parts.media(posixpath.normpath(posixpath.join("word", target)).lstrip("/")) or b""


def _suffix(data: bytes) -> str:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return next((suffix for begin, suffix in _SUFFIXES.items() if data.startswith(begin)), "")
