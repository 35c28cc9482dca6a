"""What each part of a Word, Excel or PowerPoint file is: as the package says, whatever the parts are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum, auto

from trangtin.signing.inside.parts import Listener


class Part(Enum):
    """The kinds of parts that are looked into."""

    STORY = auto()
    """Text of a Word file that readers see."""
    STYLES = auto()
    COMMENTS = auto()
    BOOK = auto()
    """Which sheets a table has."""
    SHEET = auto()
    STRINGS = auto()
    SLIDE = auto()
    NOTES = auto()
    PROPERTIES = auto()
    RELATIONS = auto()


# Word Online writes word/document2.xml. The names are those of packages that say nothing of a part.
_KINDS = {
    Part.STORY: (
        r"(?:wordprocessingml|ms-word)\.(?:(?:document|template)\..*main|header|footer|footnotes|endnotes)\+xml",
        r"word/(?:document|header|footer|footnotes|endnotes)\d*\.xml",
    ),
    Part.STYLES: (r"wordprocessingml\.styles\+xml", r"word/styles\d*\.xml"),
    Part.COMMENTS: (r"comments\+xml|threadedcomments\+xml", r".*comment.*\.xml"),
    Part.BOOK: (r"(?:spreadsheetml|ms-excel)\..*main\+xml", r"xl/workbook\d*\.xml"),
    Part.SHEET: (r"spreadsheetml\.worksheet\+xml", r"xl/worksheets/.*\.xml"),
    Part.STRINGS: (r"spreadsheetml\.sharedstrings\+xml", r"xl/sharedstrings\d*\.xml"),
    Part.SLIDE: (r"presentationml\.slide\+xml", r"ppt/slides/slide.*\.xml"),
    Part.NOTES: (r"presentationml\.notesslide\+xml", r"ppt/notesslides/.*\.xml"),
    Part.PROPERTIES: (r"package\.core-properties\+xml", r"docprops/core\.xml"),
    Part.RELATIONS: (r"package\.relationships\+xml", r".*\.rels"),
}
_BY_TYPE = {kind: re.compile(rf"application/vnd\.(?:.*[.-])?(?:{said})") for kind, (said, _) in _KINDS.items()}
_BY_NAME = {kind: re.compile(name) for kind, (_, name) in _KINDS.items()}


class Contents(Listener):
    """Hears the list of parts with their types (ISO/IEC 29500-2)."""

    def __init__(self) -> None:
        """Nothing so far."""
        self._types: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """One part; what is said of all names with one ending says nothing of a part."""
        if name == "Override":
            part = attributes.get("PartName", "").lstrip("/").lower()
            self._types[part] = attributes.get("ContentType", "").lower()

    def kind_of(self, name: str) -> Part | None:
        """What the part of this name is; None for what nobody looks into."""
        low = name.lower()
        if low.startswith("word/glossary/"):  # pieces of text that Word keeps to be put in
            return None
        said = self._types.get(low, "")
        found = next((kind for kind, pattern in _BY_TYPE.items() if pattern.fullmatch(said)), None)
        return found or next((kind for kind, pattern in _BY_NAME.items() if pattern.fullmatch(low)), None)
