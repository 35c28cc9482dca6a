"""A .docx, walked as Word prints it: what is hidden, deleted or said in a comment stays out and is told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from trangtin.importer import package
from trangtin.importer.legacy_fonts import decode, encoding_of
from trangtin.importer.letters import superscript, symbol, tidy
from trangtin.importer.numbering import Numbering
from trangtin.importer.paper import Block, Cell, Paper, Paragraph, Remark, Span, Table
from trangtin.importer.refusal import Refusal
from trangtin.importer.styles import Shape, Styles
from trangtin.importer.wordml import W, child, local, number, switch, value

_DEEPEST = 40
_MOST_PARAGRAPHS = 60_000
_WIDEST = 60
# Fields whose result is part of the page, not of the text.
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_PASSED = {"ins", "moveTo", "smartTag", "sdt", "sdtContent", "hyperlink", "customXml", "fldSimple", "dir", "bdo"}


def read_docx(data: bytes) -> Paper:
    """Read the bytes of a .docx. Raises Refusal where they cannot be read safely or hold no text."""
    with package.opened(data) as parts:
        document = parts.part("word/document.xml")
        if document is None or (body := child(document, "body")) is None:
            raise Refusal("tệp không có nội dung của Word", "mở bằng Word, lưu dưới dạng .docx rồi nhập lại")
        theme = parts.part("word/theme/theme1.xml")
        walk = _Walk(Styles(parts.part("word/styles.xml"), theme), Numbering(parts.part("word/numbering.xml")))
        walk.notes = _notes(parts.part("word/footnotes.xml")) | _notes(parts.part("word/endnotes.xml"), "e")
        blocks = tuple(walk.blocks(body, 0))
        footnotes = tuple(walk.footnotes())
        comments = parts.part("word/comments.xml")
        walk.told["comments"] = 0 if comments is None else sum(1 for _ in comments.iterfind(f"{W}comment"))
    return Paper(blocks, footnotes, tuple(_remarks(walk.told)))


def _notes(part: etree._Element | None, mark: str = "f") -> dict[str, etree._Element]:
    if part is None:
        return {}
    kinds = {"separator", "continuationSeparator", "continuationNotice"}
    return {
        f"{mark}{node.get(f'{W}id')}": node
        for node in part
        if local(node) in {"footnote", "endnote"} and node.get(f"{W}type") not in kinds
    }


@dataclass(slots=True)
class _Field:
    """A complex field being read: its instruction is no text, its result is."""

    instruction: str = ""
    in_result: bool = False


@dataclass(slots=True)
class _Walk:
    """One walk over the body."""

    styles: Styles
    numbering: Numbering
    notes: dict[str, etree._Element] = field(default_factory=dict)
    told: Counter[str] = field(default_factory=Counter)
    _cited: list[str] = field(default_factory=list)
    _fields: list[_Field] = field(default_factory=list)
    _boxes: list[Block] = field(default_factory=list)
    _merged_into_next: tuple[Span, ...] = ()
    _starts_page: bool = False
    _paragraphs: int = 0
    _style: str | None = None

    # --- blocks ----------------------------------------------------------------------------------------------

    def blocks(self, node: etree._Element, depth: int) -> Iterator[Block]:
        """The paragraphs and tables inside an element."""
        if depth > _DEEPEST:
            raise Refusal("tệp .docx lồng nhau quá sâu", "kiểm tra lại nơi gửi; lưu lại bằng Word rồi nhập")
        for each in node:
            match local(each):
                case "p":
                    yield from self._paragraph(each, depth)
                case "tbl":
                    yield from self._table(each, depth)
                case "AlternateContent":
                    yield from self.blocks(_chosen(each), depth + 1)
                case "del" | "moveFrom":
                    self.told["deleted"] += 1
                case "altChunk":
                    self.told["foreign"] += 1
                case name if name in _PASSED:
                    yield from self.blocks(each, depth + 1)

    def _paragraph(self, node: etree._Element, depth: int) -> Iterator[Block]:
        self._paragraphs += 1
        if self._paragraphs > _MOST_PARAGRAPHS:
            raise Refusal(f"tệp có hơn {_MOST_PARAGRAPHS} đoạn", "tách thành nhiều văn bản rồi nhập từng tệp")
        properties = child(node, "pPr")
        self._style = value(properties, "pStyle")
        shape = self._listed(self.styles.shape(properties))
        outer, self._boxes = self._boxes, []
        spans = tuple(self._spans(node, depth))
        boxes, self._boxes = self._boxes, outer
        if boxes:
            self.told["boxes"] += 1
            yield from boxes
        mark = child(properties, "rPr")
        hidden_mark = self.styles.look(mark, self._style).hidden
        spans, self._merged_into_next = (*self._merged_into_next, *spans), ()
        if child(mark, "del") is not None:  # its end was deleted: the next paragraph goes on with it
            self._merged_into_next = spans
            return
        has_text = any(span.text.strip() for span in spans)
        if shape.list_id is not None and (has_text or not hidden_mark) and switch(properties, "vanish") is None:
            printed = self.numbering.next(shape.list_id, shape.list_level) if has_text else ""
            spans = (Span(printed, bold=bool(spans) and spans[0].bold), *spans) if printed else spans
        if has_text:
            starts, self._starts_page = self._starts_page or shape.starts_page, False
            yield Paragraph(joined(spans), shape.align, starts, shape.level)
        if child(properties, "sectPr") is not None and value(properties, "sectPr", "type") != "continuous":
            self._starts_page = True

    def _listed(self, shape: Shape) -> Shape:
        """With the list that its style is tied to, where it names none itself."""
        tied = self.numbering.by_style.get(self._style or "")
        if shape.list_id is None and tied is not None:
            return replace(shape, list_id=tied[0], list_level=tied[1])
        return shape

    def _table(self, node: etree._Element, depth: int) -> Iterator[Block]:
        rows: list[list[Cell]] = []
        ruled = _is_ruled(node, self.styles)
        for row in _rows(node):
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
                inside = tuple(self.blocks(each, depth + 1))
                cells.append(Cell(() if covered else inside, covered))
                across = min(number(own, "gridSpan") or 1, _WIDEST)
                cells += [Cell(covered=True)] * (across - 1)
                ruled = ruled or _has_borders(child(own, "tcBorders"))
            if cells:
                rows.append(cells[:_WIDEST])
        if not rows:
            return
        width = max(map(len, rows))
        padded = tuple((*row, *[Cell()] * (width - len(row))) for row in rows)
        if any(cell.blocks for row in padded for cell in row):
            yield Table(padded, ruled)

    # --- inside a paragraph ----------------------------------------------------------------------------------

    def _spans(self, node: etree._Element, depth: int, inserted: bool = False) -> Iterator[Span]:
        if depth > _DEEPEST:
            raise Refusal("tệp .docx lồng nhau quá sâu", "kiểm tra lại nơi gửi; lưu lại bằng Word rồi nhập")
        for each in node:
            match local(each):
                case "r":
                    yield from self._run(each, depth)
                case "ins" | "moveTo":
                    self.told["inserted"] += not inserted
                    yield from self._spans(each, depth + 1, inserted=True)
                case "del" | "moveFrom":
                    self.told["deleted"] += 1
                case "fldSimple" if _is_page_field(str(each.get(f"{W}instr", ""))):
                    pass
                case "AlternateContent":
                    yield from self._spans(_chosen(each), depth + 1)
                case "oMath" | "oMathPara":
                    self.told["formulas"] += 1
                    yield Span(tidy("".join(part.text or "" for part in each.iter() if local(part) == "t")))
                case name if name in _PASSED:
                    yield from self._spans(each, depth + 1, inserted)

    def _run(self, node: etree._Element, depth: int) -> Iterator[Span]:
        look = self.styles.look(child(node, "rPr"), self._style)
        if look.hidden:
            if any(part.text and part.text.strip() for part in node.iterfind(f"{W}t")):
                self.told["hidden"] += 1
            for each in node:
                if local(each) == "fldChar":
                    self._field(each)
            return
        text = "".join(self._pieces(node, depth))
        if not text:
            return
        if encoding := encoding_of(look.font):
            self.told[encoding.value.split()[0]] += 1
            text = decode(text, encoding)
        text = tidy(text)
        if look.struck and text.strip():
            self.told["struck"] += 1
        if look.raised:
            text = superscript(text)
        yield Span(text.upper() if look.capitals else text, look.bold, look.italic)

    def _pieces(self, node: etree._Element, depth: int) -> Iterator[str]:
        for each in node:
            name = local(each)
            if name == "fldChar":
                self._field(each)
            elif name == "instrText" and self._fields:
                self._fields[-1].instruction += each.text or ""
            elif self._is_mute():
                continue
            else:
                yield from self._piece(each, name, depth)

    def _piece(self, node: etree._Element, name: str, depth: int) -> Iterator[str]:
        match name:
            case "t":
                yield node.text or ""
            case "tab" | "ptab":
                yield "\t"
            case "br" | "cr":
                if node.get(f"{W}type") == "page":
                    self._starts_page = True
                else:
                    yield "\n"
            case "noBreakHyphen":
                yield "-"
            case "sym":
                code = str(node.get(f"{W}char", ""))
                yield symbol(int(code, 16)) if code and len(code) < 6 and code.isalnum() else ""
            case "footnoteReference" | "endnoteReference":
                yield self._cite(f"{name[0]}{node.get(f'{W}id')}")
            case "AlternateContent":
                for part in _chosen(node):
                    yield from self._piece(part, local(part), depth)
            case "drawing" | "pict" | "object":
                self._picture(node, depth)

    def _picture(self, node: etree._Element, depth: int) -> None:
        boxes = [part for part in node.iter(f"{W}txbxContent") if not _is_inside_box(part, node)]
        for box in boxes:
            style, fields, merged = self._style, self._fields, self._merged_into_next
            self._fields, self._merged_into_next = [], ()
            self._boxes += self.blocks(box, depth + 1)
            self._style, self._fields, self._merged_into_next = style, fields, merged
        if any(local(part) in {"blip", "imagedata"} for part in node.iter()):
            self.told["pictures"] += 1

    # --- fields and notes ------------------------------------------------------------------------------------

    def _field(self, node: etree._Element) -> None:
        match node.get(f"{W}fldCharType"):
            case "begin":
                self._fields.append(_Field())
            case "separate" if self._fields:
                self._fields[-1].in_result = True
            case "end" if self._fields:
                self._fields.pop()

    def _is_mute(self) -> bool:
        return any(not each.in_result or _is_page_field(each.instruction) for each in self._fields)

    def _cite(self, key: str) -> str:
        if key not in self.notes:
            return ""
        if key not in self._cited:
            self._cited.append(key)
        return superscript(str(self._cited.index(key) + 1))

    def footnotes(self) -> Iterator[Paragraph]:
        """The notes that the text cites, in order, each with its sign."""
        for place, key in enumerate(self._cited, start=1):
            inside = [part for part in self.blocks(self.notes[key], 1) if isinstance(part, Paragraph)]
            text = " ".join(part.text.strip() for part in inside)
            yield Paragraph((Span(f"{superscript(str(place))} {text}"),))


def joined(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Neighbours in one look as one span; NFC over the seams, for marks that stand in a run of their own."""
    out: list[Span] = []
    for span in spans:
        if out and (out[-1].bold, out[-1].italic) == (span.bold, span.italic):
            out[-1] = replace(out[-1], text=tidy(out[-1].text + span.text))
        elif span.text:
            out.append(span)
    return tuple(out)


def _chosen(node: etree._Element) -> etree._Element:
    """One of the ways in which the same thing is stored twice."""
    ways = {local(each): each for each in reversed(node)}
    return ways.get("Choice", ways.get("Fallback", node))


def _is_inside_box(node: etree._Element, top: etree._Element) -> bool:
    """True for what another box or another way of storing the same box already gives."""
    for above in node.iterancestors():
        if above is top:
            return False
        if local(above) == "txbxContent":
            return True
        if local(above) == "Fallback" and any(local(each) == "Choice" for each in above.getparent() or ()):
            return True
    return False


def _is_page_field(instruction: str) -> bool:
    return instruction.strip().upper().startswith(_PAGE_FIELDS)


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


def _has_borders(node: etree._Element | None) -> bool:
    return node is not None and any(each.get(f"{W}val") not in {None, "nil", "none"} for each in node)


def _is_ruled(node: etree._Element, styles: Styles) -> bool:
    own = child(node, "tblPr", "tblBorders")
    if own is not None:
        return _has_borders(own)
    return "grid" in (value(node, "tblPr", "tblStyle") or "").lower()


def _remarks(told: Counter[str]) -> Iterator[Remark]:
    """What was left out and what was taken in, said to a person."""
    sayings = (
        ("hidden", "bỏ {} đoạn chữ ẩn", True),
        ("deleted", "bỏ {} chỗ đã xóa còn lưu dấu (track changes)", True),
        ("inserted", "nhận {} chỗ mới chèn còn lưu dấu (track changes)", True),
        ("comments", "bỏ {} bình luận", True),
        ("struck", "có {} chỗ chữ gạch ngang, đã nhập như chữ thường", True),
        ("boxes", "chữ trong hộp văn bản (text box) ở {} chỗ đã đưa vào dòng chữ, xem lại thứ tự", True),
        ("TCVN3", "chữ phông cũ TCVN3 (.Vn…) ở {} chỗ đã đổi sang Unicode", True),
        ("VNI", "chữ phông cũ VNI ở {} chỗ đã đổi sang Unicode", True),
        ("formulas", "có {} công thức, nhập thành chữ", True),
        ("pictures", "có {} hình ảnh không nhập được", True),
        ("foreign", "có {} phần nhúng từ tệp khác không nhập được", True),
    )
    for key, saying, to_review in sayings:
        if told[key]:
            yield Remark(saying.format(told[key]), to_review)
