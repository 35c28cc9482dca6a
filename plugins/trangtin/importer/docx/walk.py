"""A .docx, read as Word prints it: hidden and deleted text and comments are left out and reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from trangtin.content.values.quantity import number_text
from trangtin.importer.docx import package
from trangtin.importer.docx.grounds import CellGrounds, Ground, on
from trangtin.importer.docx.inline import DEEPEST, Inline
from trangtin.importer.docx.kept_pictures import pictures_of
from trangtin.importer.docx.links import Links
from trangtin.importer.docx.numbering import Numbering
from trangtin.importer.docx.relations import Relations
from trangtin.importer.docx.styles import NO_LIST, Shape, Styles, has_borders
from trangtin.importer.docx.wordml import PASSED, W, child, chosen, is_placeholder, local, number, switch, value
from trangtin.importer.letters import superscript
from trangtin.importer.paper import Block, Cell, Paper, Paragraph, Remark, Span, Table, joined
from trangtin.importer.refusal import Refusal
from trangtin.importer.secrecy import refuse_marked

_MOST_PARAGRAPHS = 60_000
_WIDEST = 60
_MOST_CELLS = 200_000
"""The most cells of all tables as printed; a list of five thousand people in fifteen columns has 75,000."""


def read_docx(data: bytes) -> Paper:
    """Read the bytes of a .docx. Raises Refusal where they cannot be read safely, hold no text, or are secret."""
    with package.opened(data) as parts:
        relations = Relations(parts)
        document = relations.main()
        if document is None or (body := child(document, "body")) is None:
            raise Refusal("tệp không có nội dung của Word", "mở bằng Word, lưu dưới dạng .docx rồi nhập lại")
        for edge in parts.edges():  # no text of the paper, but a mark may stand there
            refuse_marked(_plain(each) for each in edge.iter(f"{W}p"))
        styles = Styles(relations.part("styles"), relations.part("theme"))
        walk = _Walk(styles, Numbering(relations.part("numbering")), relations.outside)
        walk.inline.notes = _notes(relations.part("footnotes")) | _notes(relations.part("endnotes"), "e")
        blocks, places = walk.whole(body)
        footnotes = tuple(walk.footnotes())
        comments = relations.part("comments")
        walk.told["comments"] = 0 if comments is None else sum(1 for _ in comments.iterfind(f"{W}comment"))
        pictures = tuple(pictures_of(relations, walk.inline.shown[: len(places)], places))  # not those of footnotes
    return Paper(blocks, footnotes, tuple(_remarks(walk.told)), pictures=pictures)


def _plain(node: etree._Element) -> str:
    """The words of a paragraph, without any look."""
    return "".join("\t" if local(each) == "tab" else each.text or "" for each in node.iter(f"{W}t", f"{W}tab"))


def _notes(part: etree._Element | None, mark: str = "f") -> dict[str, etree._Element]:
    if part is None:
        return {}
    kinds = {"separator", "continuationSeparator", "continuationNotice"}
    return {
        f"{mark}{node.get(f'{W}id')}": node
        for node in part
        if local(node) in {"footnote", "endnote"} and node.get(f"{W}type") not in kinds
    }


class _Walk:
    """One walk over the body."""

    def __init__(self, styles: Styles, numbering: Numbering, link: Callable[[str], str]) -> None:
        self.told = Counter[str]()
        self.inline = Inline(styles, self.told, self._box, Links(link, self.told))
        self._styles = styles
        self._numbering = numbering
        self._carried: tuple[Span, ...] = ()
        """Text of a paragraph whose end was deleted: the next one goes on with it."""
        self._starts_page = False
        self._ground = Ground.CLEAR
        """Of the cell being read."""
        self._paragraphs = 0
        self._cells = 0
        """Of the tables read so far, each row as long as the widest."""

    def whole(self, body: etree._Element) -> tuple[tuple[Block, ...], list[int]]:
        """All blocks, and for each picture how many of them stand before it."""
        blocks: list[Block] = []
        places: list[int] = []
        for block in self.blocks(body, 0):
            places += [len(blocks)] * (len(self.inline.shown) - len(places))
            blocks.append(block)
        places += [len(blocks)] * (len(self.inline.shown) - len(places))
        return tuple(blocks), places

    def blocks(self, node: etree._Element, depth: int) -> Iterator[Block]:
        """The paragraphs and tables inside an element."""
        if depth > DEEPEST:
            raise Refusal("tệp .docx lồng nhau quá sâu", "kiểm tra lại nơi gửi; lưu lại bằng Word rồi nhập")
        for each in node:
            match local(each):
                case "p":
                    yield from self._paragraph(each, depth)
                case "tbl":
                    yield from self._left_over()
                    yield from self._table(each, depth)
                case "AlternateContent":
                    yield from self.blocks(chosen(each), depth + 1)
                case "del" | "moveFrom":
                    self.told["deleted"] += 1
                case "altChunk":
                    self.told["foreign"] += 1
                case name if name in PASSED:
                    self.told["placeholders"] += is_placeholder(each)
                    yield from self.blocks(each, depth + 1)
        yield from self._left_over()

    def _paragraph(self, node: etree._Element, depth: int) -> Iterator[Block]:
        self._paragraphs += 1
        if self._paragraphs > _MOST_PARAGRAPHS:
            raise Refusal(f"tệp có hơn {_MOST_PARAGRAPHS} đoạn", "tách thành nhiều văn bản rồi nhập từng tệp")
        properties = child(node, "pPr")
        style = self.inline.style = value(properties, "pStyle")
        shape = self._listed(self._styles.shape(properties), style)
        self.inline.ground = on(self._ground, shape.ground)
        self.inline.boxes = []
        spans = tuple(self.inline.spans(node, depth))
        broken, self.inline.breaks_page = self.inline.breaks_page, False
        if boxes := self.inline.boxes:
            self.told["boxes"] += 1
            yield from boxes
        spans, self._carried = (*self._carried, *spans), ()
        if child(properties, "rPr", "del") is not None:
            self._carried = spans
            return
        has_text = any(span.text.strip() for span in spans)
        if has_text:
            printed = self._number(shape)
            spans = (Span(printed, bold=spans[0].bold), *spans) if printed else spans
            starts = self._starts_page or shape.starts_page
            self._starts_page = False
            yield Paragraph(joined(spans), shape.align, starts, shape.level)
        self._starts_page = self._starts_page or broken
        if child(properties, "sectPr") is not None and value(properties, "sectPr", "type") != "continuous":
            self._starts_page = True

    def _number(self, shape: Shape) -> str:
        """What is printed before a paragraph that says something."""
        if shape.list_id is None or shape.list_id == NO_LIST:
            return ""
        printed = self._numbering.next(shape.list_id, shape.list_level)
        self.told["unnumbered"] += printed is None
        return printed or ""

    def _box(self, node: etree._Element, depth: int) -> Iterator[Block]:
        """The inside of a text box: nothing of the paragraph around it flows in."""
        carried, ground = self._carried, self._ground
        self._carried, self._ground = (), Ground.CLEAR
        yield from self.blocks(node, depth)
        self._carried, self._ground = carried, ground

    def _left_over(self) -> Iterator[Block]:
        """Text that was to go on with a next paragraph where there is none."""
        if any(span.text.strip() for span in self._carried):
            yield Paragraph(joined(self._carried))
        self._carried = ()

    def _listed(self, shape: Shape, style: str | None) -> Shape:
        """The shape with the list of its style, where it names none itself."""
        tied = self._numbering.by_style.get(style or "")
        if shape.list_id is None and tied is not None:
            return replace(shape, list_id=tied[0], list_level=tied[1])
        return shape

    def _table(self, node: etree._Element, depth: int) -> Iterator[Block]:
        rows: list[list[Cell]] = []
        width = 0
        ruled, grounds = self._styles.is_ruled(node), CellGrounds(node, self._styles.grounds(node))
        for place, row in enumerate(_rows(node)):
            marks = child(row, "trPr")
            if child(marks, "del") is not None or switch(marks, "hidden"):
                self.told["deleted" if child(marks, "del") is not None else "hidden"] += 1
                continue
            cells: list[Cell] = [Cell(covered=True)] * min(number(marks, "gridBefore") or 0, _WIDEST)
            for each in _cells(row):
                own = child(each, "tcPr")
                down = child(own, "vMerge")
                covered = down is not None and down.get(f"{W}val", "continue") == "continue"
                if child(own, "cellDel") is not None:
                    self.told["deleted"] += 1
                    cells.append(Cell())
                    continue
                outer = self._ground
                self._ground = on(outer, grounds.of(own, place, len(cells)))
                inside = tuple(self.blocks(each, depth + 1))
                self._ground = outer
                cells.append(Cell(() if covered else inside, covered, covered))
                across = min(number(own, "gridSpan") or 1, _WIDEST)
                cells += [Cell(covered=True, goes_on=covered)] * (across - 1)
                ruled = ruled or has_borders(child(own, "tcBorders"))
            if cells:
                rows.append(cells[:_WIDEST])
                width = max(width, len(rows[-1]))
            if self._cells + width * len(rows) > _MOST_CELLS:
                raise Refusal(f"tệp có hơn {_MOST_CELLS} ô bảng", "tách thành nhiều văn bản rồi nhập từng tệp")
        self._cells += width * len(rows)
        padded = tuple((*row, *[Cell()] * (width - len(row))) for row in rows)
        if any(cell.blocks for row in padded for cell in row):
            yield Table(padded, ruled)

    def footnotes(self) -> Iterator[Paragraph]:
        """The notes that the text cites, in order, each with its sign."""
        self.inline.links.forget()  # their ids mean something else in each part
        for place, key in enumerate(self.inline.cited, start=1):
            inside = [part for part in self.blocks(self.inline.notes[key], 1) if isinstance(part, Paragraph)]
            text = " ".join(part.text.strip() for part in inside)
            yield Paragraph((Span(f"{superscript(str(place))} {text}"),))


def _rows(node: etree._Element) -> Iterator[etree._Element]:
    for each in node:
        if local(each) == "tr":
            yield each
        elif local(each) in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _rows(each)


def _cells(node: etree._Element) -> Iterator[etree._Element]:
    for each in node:
        if local(each) == "tc":
            yield each
        elif local(each) in {"sdt", "sdtContent", "customXml"}:
            yield from _cells(each)


def _remarks(told: Counter[str]) -> Iterator[Remark]:
    """What was left out and what was taken in, said to a person."""
    sayings = (
        ("hidden", "bỏ {} đoạn chữ ẩn", True),
        ("deleted", "bỏ {} chỗ đã xóa còn lưu dấu (track changes)", True),
        ("inserted", "nhận {} chỗ mới chèn còn lưu dấu (track changes)", True),
        ("comments", "bỏ {} bình luận", True),
        (
            "placeholders",
            "{} ô của mẫu chưa điền còn chữ nhắc (Click or tap here …): gõ nội dung, hoặc xóa chữ ấy",
            True,
        ),
        ("struck", "có {} chỗ chữ gạch ngang, đã nhập như chữ thường", True),
        ("boxes", "chữ trong hộp văn bản (text box) ở {} chỗ đã đưa vào dòng chữ, xem lại thứ tự", True),
        ("TCVN3", "chữ phông cũ TCVN3 (.Vn…) ở {} chỗ đã đổi sang Unicode", True),
        ("VNI", "chữ phông cũ VNI ở {} chỗ đã đổi sang Unicode", True),
        ("unicode", "chữ Unicode mang tên phông cũ (.Vn…, VNI-…) ở {} chỗ đã giữ nguyên", True),
        ("links", "có {} liên kết, đã giữ địa chỉ: mở thử, xem có nên đăng không", True),
        ("lost links", "bỏ địa chỉ của {} liên kết không dẫn tới trang web", True),
        ("formulas", "có {} công thức, nhập thành chữ", True),
        (
            "dates",
            "{} chỗ ngày do Word tự điền (trường DATE), mỗi lần mở tệp lại đổi: ghi ngày theo bản in, đăng bản PDF "
            "thay tệp Word",
            True,
        ),
        ("unnumbered", "{} đoạn thuộc danh sách đánh số tự động mà tệp không cho biết số: gõ số theo bản in", True),
        ("pictures", "có {} hình ảnh, sơ đồ, biểu đồ không nhập được", True),
        ("foreign", "có {} phần nhúng từ tệp khác không nhập được", True),
    )
    for key, saying, to_review in sayings:
        if told[key]:
            yield Remark(saying.format(number_text(told[key])), to_review, key == "pictures")
