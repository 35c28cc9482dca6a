"""Where the text of an issued document ends and its annexes begin: on paper the signature stands between them.

(Nghị định 30/2020/NĐ-CP, phụ lục I: an annex follows the signed text on pages of its own.)
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator, Sequence

from markdown.treeprocessors import Treeprocessor

from trangtin.content.printed.annex import is_attached
from trangtin.content.printed.recipients import RECIPIENTS
from trangtin.content.printed.signature import begins_signature, is_office
from trangtin.content.values.markers import ANNEX
from trangtin.host.texts.tree import LEVELS, is_bold

CLASS = "tt-annexes"
BEGIN = f'<hr class="{CLASS}" />'
"""Marks in a rendered text where its first annex begins."""
_TITLE = re.compile(rf"{ANNEX}(?:\s*[.:]?\s*$|\s*[.:–-]\s)")
_END = "./."
"""Signs that close the last sentence of a paper (`./.`)."""
_MOST_TITLES = 4


class Annexes(Treeprocessor):
    """Marks where the first annex begins, and centres the titles of all."""

    def run(self, root: etree.Element) -> None:
        """Change the tree in place; a text that is an annex from its first line on stays as it is."""
        blocks = list(root)
        texts = ["".join(block.itertext()).strip() if _is_of_words(block) else "" for block in blocks]
        start = _first_annex(blocks, texts)
        if start is None:
            return
        end = start + 1
        while end < min(len(blocks), start + _MOST_TITLES) and _is_title(blocks[end], texts[end]):
            end += 1
        if end < len(blocks) and is_attached(texts[end]):
            end += 1
        for block in (*blocks[start:end], *_of_others(blocks[end:], texts[end:])):
            block.set("class", "tt-center")
        root.insert(start, etree.Element("hr", {"class": CLASS}))


def parted(html: str) -> tuple[str, str]:
    """A rendered text and its annexes, either of which may be empty."""
    text, _, annexes = html.partition(BEGIN)
    return text, annexes


def _first_annex(blocks: Sequence[etree.Element], texts: Sequence[str]) -> int | None:
    has_ended = False
    for place, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        if is_attached(text):
            start = _above(blocks, texts, place)
            if 0 < start < place:
                return start
        elif place and _is_title(block, text):
            follows = has_ended and (block.tag in LEVELS or _goes_on(blocks[place + 1 :]))
            if follows or _TITLE.match(text):
                return place
        has_ended = has_ended or text.endswith(_END)
    return None


def _of_others(blocks: Sequence[etree.Element], texts: Sequence[str]) -> Iterator[etree.Element]:
    """The titles of the annexes behind the first, by the line below them that says what they belong to."""
    for place in [place for place, text in enumerate(texts) if is_attached(text)]:
        start = _above(blocks, texts, place)
        if start < place:
            yield from blocks[start : place + 1]


def _above(blocks: Sequence[etree.Element], texts: Sequence[str], place: int) -> int:
    """Where the titles right above a block begin."""
    start = place
    while start and place - start < _MOST_TITLES and _is_title(blocks[start - 1], texts[start - 1]):
        start -= 1
    return start


def _is_of_words(block: etree.Element) -> bool:
    return block.tag == "p" or block.tag in LEVELS


def _is_title(block: etree.Element, text: str) -> bool:
    """Whether a block looks like a title (heading, bold or capitals) and does not belong to a typed signature."""
    if not text or text.endswith(_END) or _is_of_foot(text) or "tt-item" in block.get("class", ""):
        return False
    return block.tag in LEVELS or is_bold(block) or text.isupper() or _TITLE.fullmatch(text) is not None


def _is_of_foot(text: str) -> bool:
    return begins_signature(text) or is_office(text) or RECIPIENTS.match(text) is not None


def _goes_on(blocks: Sequence[etree.Element]) -> bool:
    """Whether more than short plain lines follow: such lines behind the end of a text are a typed signature."""
    return any(block.tag != "p" or block.get("class") for block in blocks)
