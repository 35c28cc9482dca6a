"""A file without anything of an administrative paper, as a news item: headline, sapo, text, pictures with captions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from trangtin.content.open_points import GUIDANCE, open_point
from trangtin.content.text import fold, one_line, slug
from trangtin.importer import grammar
from trangtin.importer.body import as_markdown, units_of
from trangtin.importer.draft import Draft, personal_doubts
from trangtin.importer.foot import read_foot
from trangtin.importer.head import read_head
from trangtin.importer.paper import Align, Block, Paper, Paragraph
from trangtin.importer.refusal import Refusal
from trangtin.importer.secrecy import refuse_secret
from trangtin.importer.zones import divide

_LONGEST_HEADLINE = 250
_LONGEST_CAPTION = 150
_SHORTEST_STORY = 60
"""Letters of a paragraph that tells something."""
_LONGEST_NAME = 60
_BYLINE = re.compile(
    r"(?i)(?P<what>(?:tin|bài|ảnh|hình|tác giả|người viết)(?:\s*[,;/&-]?\s*(?:và\s+)?(?:tin|bài|ảnh|hình))*)\s*:\s*"
    r"(?P<who>\S.{1,80})"
)
_SOURCE = re.compile(r"(?i)(?:nguồn(?:\s+tin)?|theo)\s*:\s*(?P<who>\S.{1,80})")
_NUMBERED = re.compile(r"(?i)(?:ảnh|hình)\s*\d*\s*[:.-]\s*")


def is_news(paper: Paper) -> bool:
    """Whether nothing tells an administrative paper: no motto, number, day, type, bases, recipients, signer."""
    zones = divide(paper)
    head, foot = read_head(zones.head), read_foot(zones.foot)
    units = units_of(paper.blocks)
    if paper.is_guessed or zones.type or zones.is_annex or zones.annexes or head.subject:
        return False
    if any((head.number.value, head.number.doubts, head.date.value, head.date.doubts, foot.recipients)):
        return False
    if any(each.position for each in foot.signers) or any(map(_is_of_a_paper, units)):
        return False
    if any(grammar.is_office(text) or grammar.is_authority(text) for text in units[1:]):  # one may head a headline
        return False
    return any(len(text) > _SHORTEST_STORY and not grammar.is_capitals(text) for text in units[1:])


def _is_of_a_paper(text: str) -> bool:
    roman = grammar.ROMAN.match(text)
    return bool(
        grammar.MOTTO.fullmatch(fold(text))
        or grammar.ADDRESSED.match(text)
        or grammar.ARTICLE.match(text)
        or grammar.CHAPTER.fullmatch(text)
        or text.startswith("Căn cứ ")
        or (roman and roman["sign"] in ".)" and grammar.is_capitals(roman["rest"]))
    )


def make_news(paper: Paper, source: str, today: date, campaign: str | None = None) -> Draft:
    """A draft of a news item, dated today; `source` is the name of the file. Raises Refusal for what must not go on."""
    refuse_secret(paper)
    story = _Story(list(paper.blocks), paper)
    if not units_of(story.blocks) and not paper.pictures:
        raise Refusal("không tìm thấy chữ nào của tin", "kiểm tra tệp")
    story.read()
    title = story.title or PurePosixPath(source).stem
    stem = slug(title, 60) or "tin"
    head: dict[str, object] = {"title": title, "date": today}
    head |= {key: text for key, text in (("summary", story.summary), ("author", story.author)) if text}
    head |= {"source": story.source} if story.source else {}
    head |= {"campaign": campaign} if campaign else {}
    rows = story.rows(stem)
    head |= {"image": rows[0]} if rows else {}
    head |= {"album": rows[1:]} if rows[1:] else {}
    body = "\n\n".join(part for part in (as_markdown(story.left), as_markdown(paper.footnotes)) if part)
    found = tuple(personal_doubts(body, head))
    review = (*_doubts(story, paper, head), *(text for _, text in found))
    return Draft(
        head,
        "\n\n".join((_guidance(review), body)),
        review,
        (),
        stem,
        private=tuple(dict.fromkeys(kind for kind, _ in found)),
        is_news=True,
        pictures={str(row["src"]): data for row, data in zip(rows, story.shown, strict=True)},
    )


def _doubts(story: _Story, paper: Paper, head: dict[str, object]) -> Iterator[str]:
    if not story.title:
        yield "title (Tiêu đề): không thấy tiêu đề, tạm ghi tên tệp"
    elif grammar.is_capitals(story.title):
        yield "title (Tiêu đề): trong tệp viết hoa cả, gõ lại bằng chữ thường"
    yield "date (Ngày đăng): tạm ghi ngày nhập; sửa thành ngày đăng tin"
    if "summary" not in head:
        yield "summary (Tóm tắt): chưa có, viết một, hai câu"
    if story.shown:
        yield f"image, album (Ảnh): viết 'alt' của {len(story.shown)} ảnh (ảnh chụp gì), xem lại chú thích từng ảnh"
    if lost := sum(not each.suffix for each in paper.pictures):
        yield f"Nội dung: có {lost} sơ đồ, biểu đồ, hình vẽ không lấy được; cần thì lưu thành ảnh rồi thêm vào 'album'"
    yield from (f"Nội dung: {each.text}" for each in paper.remarks if each.to_review and not each.is_of_pictures)


def _guidance(review: Sequence[str]) -> str:
    lines = [f"- {GUIDANCE} {text}" for text in review]
    return "\n".join([f'{GUIDANCE} Làm xong các việc dưới đây thì xóa cả đoạn này và dòng "draft: true":', "", *lines])


@dataclass(slots=True)
class _Story:
    """A news item as its parts are found one after the other."""

    blocks: list[Block]
    paper: Paper
    title: str = ""
    summary: str = ""
    author: str = ""
    source: str = ""
    credit: str = ""
    """Who made the pictures."""
    shown: list[bytes] = field(default_factory=list)
    """Each picture once."""
    captions: list[str] = field(default_factory=list)
    """Of the pictures, in their order; empty where there is none."""
    below: dict[int, str] = field(default_factory=dict)
    """The captions by the places of their blocks."""
    taken: set[int] = field(default_factory=set)
    """Places of the blocks that became something else than text."""

    @property
    def left(self) -> list[Block]:
        """The blocks that stay text."""
        return [block for place, block in enumerate(self.blocks) if place not in self.taken]

    def read(self) -> None:
        """Find all parts."""
        place = self._headline()
        self._read_captions()
        if place < len(self.blocks) and place not in self.taken:
            self._sapo(place)
        self._bylines()

    def rows(self, stem: str) -> list[dict[str, object]]:
        """The pictures as the head names them."""
        suffixes = {each.data: each.suffix for each in self.paper.pictures}
        return [
            {
                "src": f"{stem}-{number}{suffixes[data]}",
                "alt": open_point("ảnh chụp gì"),
                **({"caption": caption} if caption else {}),
                **({"credit": f"Ảnh: {self.credit}"} if self.credit else {}),
            }
            for number, (data, caption) in enumerate(zip(self.shown, self.captions, strict=True), 1)
        ]

    def _headline(self) -> int:
        """Take the first lines that stand out; the place behind them."""
        words: list[str] = []
        for place, block in enumerate(self.blocks[:3]):
            if not isinstance(block, Paragraph) or len(block.text) > _LONGEST_HEADLINE:
                break
            first = self.blocks[0]
            stands_out = block.align is Align.CENTER or block.level or grammar.is_capitals(block.text)
            if place and not (stands_out and isinstance(first, Paragraph) and first.align is block.align):
                break
            if not (stands_out or block.is_bold) and block.text.rstrip().endswith("."):
                break
            words.append(block.text)
            self.taken.add(place)
        self.title = one_line(" ".join(words)).strip(" *").removesuffix(".")
        return len(words)

    def _sapo(self, place: int) -> None:
        """Take the first paragraph of the text where it is set apart from the rest."""
        block = self.blocks[place]
        if not isinstance(block, Paragraph) or len(block.text) < _SHORTEST_STORY:
            return
        rest = [each for each in self.blocks[place + 1 :] if isinstance(each, Paragraph)]
        slanted = all(span.italic for span in block.spans if span.text.strip())
        if (block.is_bold or slanted) and not all(each.is_bold for each in rest):
            self.summary = one_line(block.text)
            self.taken.add(place)

    def _read_captions(self) -> None:
        for picture in self.paper.pictures:
            if not picture.suffix or picture.data in self.shown:
                continue
            self.shown.append(picture.data)
            self.captions.append(self._caption(picture.block))

    def _caption(self, place: int) -> str:
        if place in self.below:  # of two pictures side by side
            return self.below[place]
        block = self.blocks[place] if place < len(self.blocks) else None
        if not isinstance(block, Paragraph) or place in self.taken:
            return ""
        text = one_line(block.text)
        set_apart = block.align is Align.CENTER or all(span.italic for span in block.spans if span.text.strip())
        is_label = _NUMBERED.match(text) is not None or (len(text) < 100 and not text.endswith((".", ":", ";", "!")))
        if len(text) > _LONGEST_CAPTION or not (set_apart or is_label) or _byline(text):
            return ""
        self.taken.add(place)
        self.below[place] = _NUMBERED.sub("", text, count=1).rstrip(".")
        return self.below[place]

    def _bylines(self) -> None:
        """Take the last lines that say who wrote, who took the pictures, where it came from."""
        for place in range(len(self.blocks) - 1, 0, -1):
            block = self.blocks[place]
            if place in self.taken:
                continue
            if not isinstance(block, Paragraph):
                return
            text = one_line(block.text).strip(" .()")
            if match := _byline(text):
                self._who(match)
            elif match := _SOURCE.fullmatch(text):
                self.source = match["who"]
            elif (
                block.align is Align.RIGHT and not self.author and len(text) < _LONGEST_NAME and grammar.is_person(text)
            ):
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


def _byline(text: str) -> re.Match[str] | None:
    """Who made it, as the last line of a news item says; a caption may begin with the same word and goes on longer."""
    match = _BYLINE.fullmatch(text.strip(" .()"))
    return match if match and (fold(match["what"]) not in {"anh", "hinh"} or grammar.is_person(match["who"])) else None
