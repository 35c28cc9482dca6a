"""Where the parts of a Word file lie, and where its links lead: programs name parts as they like."""

from __future__ import annotations

import posixpath

from lxml import etree

from trangtin.importer.docx.package import Package
from trangtin.importer.docx.wordml import local

_USUAL = {"officeDocument": "word/document.xml", "theme": "word/theme/theme1.xml"}


class Relations:
    """What the main part of a file names."""

    def __init__(self, parts: Package) -> None:
        """Read the lists of the file and of its main part."""
        self._parts = parts
        self._folder = ""
        self._named = self._listed("_rels/.rels")
        self._main = self._place("officeDocument")
        self._folder = posixpath.dirname(self._main)
        self._named = self._listed(f"{self._folder}/_rels/{posixpath.basename(self._main)}.rels")

    def main(self) -> etree._Element | None:
        """The part with the text."""
        return self._parts.part(self._main)

    def part(self, kind: str) -> etree._Element | None:
        """The part of a kind (`styles`, `footnotes`); None where there is none."""
        return self._parts.part(self._place(kind))

    def media(self, id_: str) -> bytes:
        """The bytes of a picture by its id; empty where there are none."""
        _, target, is_outside = self._named.get(id_, ("", "", True))
        return b"" if is_outside else self._parts.media(self._path(target)) or b""

    def outside(self, id_: str) -> str:
        """What an id leads to outside the file; empty where it leads nowhere."""
        _, target, is_outside = self._named.get(id_, ("", "", False))
        return target if is_outside else ""

    def _listed(self, name: str) -> dict[str, tuple[str, str, bool]]:
        """Kind, target, and whether that is outside the file, by id."""
        listed = self._parts.part(name)
        return {
            str(each.get("Id")): (
                str(each.get("Type", "")).rpartition("/")[2],
                str(each.get("Target", "")),
                str(each.get("TargetMode")).lower() == "external",
            )
            for each in (listed if listed is not None else ())
            if local(each) == "Relationship"
        }

    def _place(self, kind: str) -> str:
        named = (target for each, target, is_outside in self._named.values() if each == kind and not is_outside)
        target = next(named, None)
        return _USUAL.get(kind, f"word/{kind}.xml") if target is None else self._path(target)

    def _path(self, target: str) -> str:
        return posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
