"""The parts of a news item in a file: headline, sapo, pictures with captions, who wrote it; the rest is its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from trangtin.content.open_points import open_point
from trangtin.content.printed.signature import is_person
from trangtin.content.text import fold, is_capitals, one_line
from trangtin.importer.paper import Align, Block, Paper, Paragraph, Picture, Table, paragraphs_of

_LONGEST_HEADLINE = 250
_LONGEST_CAPTION = 150
_LONGEST_LABEL = 100
"""Letters of a line without a full stop."""
SHORTEST = 60
"""Letters that a paragraph of a story has at least."""
_LONGEST_NAME = 60
_BYLINE = re.compile(
    r"(?i)(?P<what>(?:tin|bài|ảnh|hình|tác giả|người viết)(?:\s*[,;/&-]?\s*(?:và\s+)?(?:tin|bài|ảnh|hình))*)\s*:\s*"
    r"(?P<who>\S.{1,80})"
)
_SOURCE = re.compile(r"(?i)(?:nguồn(?:\s+tin)?|theo)\s*:\s*(?P<who>\S.{1,80})")
_NUMBERED = re.compile(r"(?i)(?:ảnh|hình)\s*\d*\s*[:.-]\s*")


@dataclass(slots=True)
class Story:
    """A news item as its parts are found one after the other."""

    paper: Paper
    title: str = ""
    headlines: int = 0
    """How many lines became the title."""
    summary: str = ""
    author: str = ""
    source: str = ""
    credit: str = ""
    """Who made the pictures."""
    shown: list[Picture] = field(default_factory=list)
    """Each picture once."""
    captions: list[str] = field(default_factory=list)
    """Captions of the pictures, in order; empty where a picture has none."""
    taken: set[int] = field(default_factory=set)
    """Places of the blocks that became something else than text."""

    @property
    def left(self) -> list[Block]:
        """The blocks that stay text."""
        return [block for place, block in enumerate(self.paper.blocks) if place not in self.taken]

    def read(self) -> None:
        """Find all parts."""
        place = self._headline()
        self._read_captions()
        if place < len(self.paper.blocks) and place not in self.taken:
            self._sapo(place)
        self._bylines()

    def rows(self, stem: str) -> list[dict[str, object]]:
        """The pictures as the head names them."""
        return [
            {
                "src": f"{stem}-{number}{picture.suffix}",
                "alt": open_point("ảnh chụp gì"),
                **({"caption": caption} if caption else {}),
                **({"credit": f"Ảnh: {self.credit}"} if self.credit else {}),
            }
            for number, (picture, caption) in enumerate(zip(self.shown, self.captions, strict=True), 1)
        ]

    def _headline(self) -> int:
        """Take the first lines that stand out; the place behind them."""
        words: list[str] = []
        for place, block in enumerate(self.paper.blocks[:3]):
            if not isinstance(block, Paragraph) or len(block.text) > _LONGEST_HEADLINE:
                break
            first = self.paper.blocks[0]
            stands_out = block.align is Align.CENTER or block.level or is_capitals(block.text)
            if place and not (stands_out and isinstance(first, Paragraph) and first.align is block.align):
                break
            if not (stands_out or block.is_bold) and block.text.rstrip().endswith("."):
                break
            words.append(block.text)
            self.taken.add(place)
        self.headlines = len(words)
        self.title = one_line(" ".join(words)).strip(" *").removesuffix(".")
        return self.headlines

    def _sapo(self, place: int) -> None:
        """Take the first paragraph of the text where it is set apart from the rest."""
        block = self.paper.blocks[place]
        if not isinstance(block, Paragraph) or len(block.text) < SHORTEST:
            return
        rest = [each for each in self.paper.blocks[place + 1 :] if isinstance(each, Paragraph)]
        if (block.is_bold or block.is_italic) and not all(each.is_bold for each in rest):
            self.summary = one_line(block.text)
            self.taken.add(place)

    def _read_captions(self) -> None:
        pictures: dict[bytes, Picture] = {}
        for picture in self.paper.pictures:
            if picture.suffix:
                pictures.setdefault(picture.data, picture)
        self.shown = list(pictures.values())
        places = [picture.block for picture in self.shown]
        below = {place: self._captions_at(place, places.count(place)) for place in dict.fromkeys(places)}
        for place in places:
            texts = below[place]
            self.captions.append(texts.pop(0) if len(texts) > 1 else "".join(texts))

    def _captions_at(self, place: int, most: int) -> list[str]:
        """Take the captions of the pictures above a block, at most so many; one may be said of all of them."""
        if place >= len(self.paper.blocks) or place in self.taken:
            return []
        block = self.paper.blocks[place]
        lines = list(paragraphs_of([block]))
        if len(lines) > most or not all(_is_caption(line, is_below=isinstance(block, Table)) for line in lines):
            return []
        self.taken.add(place)
        return [_NUMBERED.sub("", one_line(line.text), count=1).rstrip(".") for line in lines]

    def _bylines(self) -> None:
        """Take the last lines that say who wrote, who took the pictures, where it came from."""
        for place in range(len(self.paper.blocks) - 1, 0, -1):
            block = self.paper.blocks[place]
            if place in self.taken:
                continue
            if not isinstance(block, Paragraph):
                return
            text = one_line(block.text).strip(" .()")
            if match := _byline(text):
                self._who(match)
            elif match := _SOURCE.fullmatch(text):
                self.source = match["who"]
            elif block.align is Align.RIGHT and not self.author and len(text) < _LONGEST_NAME and is_person(text):
                self.author = text
            else:
                return
            self.taken.add(place)

    def _who(self, match: re.Match[str]) -> None:
        what = fold(match["what"])
        if "anh" in what or "hinh" in what:
            self.credit = match["who"]
        if re.search(r"tin|bai|tac gia|nguoi viet", what):
            self.author = match["who"]


def _is_caption(line: Paragraph, *, is_below: bool) -> bool:
    """Whether a line next to a picture, or in a cell below it, says what the picture shows."""
    text = one_line(line.text)
    if len(text) > _LONGEST_CAPTION or _byline(text):
        return False
    is_heading = line.is_bold or line.level > 0
    is_label = len(text) < _LONGEST_LABEL and not text.endswith((".", ":", ";", "!")) and not is_heading
    return is_below or line.is_italic or is_label or line.align is Align.CENTER or _NUMBERED.match(text) is not None


def _byline(text: str) -> re.Match[str] | None:
    """Who made it, as the last line of a news item says; a caption may begin with the same word and goes on longer."""
    match = _BYLINE.fullmatch(text.strip(" .()"))
    return match if match and (fold(match["what"]) not in {"anh", "hinh"} or is_person(match["who"])) else None
