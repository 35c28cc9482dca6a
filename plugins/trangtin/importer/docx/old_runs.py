"""Runs in fonts of before Unicode: whether they hold the old codes, or Unicode under the old font's name."""

from __future__ import annotations

from lxml import etree

from trangtin.importer.docx.styles import Styles
from trangtin.importer.docx.wordml import W, child, value
from trangtin.importer.legacy_fonts import encoding_of, weight_of_codes


class OldRuns:
    """Judges the runs of one file; a word too short to tell is read as its paragraph is, or else its whole part."""

    def __init__(self, styles: Styles) -> None:
        """Take the styles, which name the fonts."""
        self._styles = styles
        self._weights: dict[etree._Element, int] = {}
        """Of the paragraphs and parts looked at so far."""

    def hold_codes(self, run: etree._Element, text: str) -> bool:
        """False where the text of a run in an old font is Unicode already."""
        if own := weight_of_codes(text):
            return own > 0
        paragraph = next(run.iterancestors(f"{W}p"), run)
        return (self._weight(paragraph) or self._weight(run.getroottree().getroot())) >= 0

    def _weight(self, node: etree._Element) -> int:
        """The weight of all its runs in old fonts together."""
        if node not in self._weights:
            self._weights[node] = sum(
                weight_of_codes("".join(part.text or "" for part in run.iterfind(f"{W}t")))
                for paragraph in node.iter(f"{W}p")
                for style in (value(paragraph, "pPr", "pStyle"),)
                for run in paragraph.iter(f"{W}r")
                if encoding_of(self._styles.look(child(run, "rPr"), style).font)
            )
        return self._weights[node]
