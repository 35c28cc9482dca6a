"""What stands inside a paragraph of a .docx: runs, fields, notes, boxes; hidden and deleted words stay out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from trangtin.importer.docx.grounds import Ground
from trangtin.importer.docx.kept_pictures import ids_in
from trangtin.importer.docx.links import Links
from trangtin.importer.docx.old_runs import OldRuns
from trangtin.importer.docx.styles import Styles
from trangtin.importer.docx.wordml import PASSED, W, child, chosen, is_placeholder, local
from trangtin.importer.legacy_fonts import decode, encoding_of
from trangtin.importer.letters import superscript, symbol, tidy
from trangtin.importer.paper import Block, Span
from trangtin.importer.refusal import Refusal

DEEPEST = 40
"""Levels of elements inside each other; Word makes ten."""
# Fields whose result is part of the page, not of the text.
_PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_LIVE_DATES = re.compile(r"\s*(?:DATE|TIME|SAVEDATE|PRINTDATE)\b", re.IGNORECASE)
"""Fields that Word fills in anew at every opening, saving or printing: the printed day may be another."""
_PICTURES = frozenset({"blip", "imagedata", "chart", "relIds", "OLEObject"})
"""Pictures, charts, SmartArt, and what other programs drew."""
_LINES = frozenset({"cxnSp", "line"})
"""Lines drawn by themselves, as below the motto: they say nothing."""
_STRAIGHT = re.compile(r"line|straightConnector1|#_x0000_t(?:20|32)")
_ACROSS = "{urn:schemas-microsoft-com:office:office}hr"
_HEX = re.compile("[0-9A-Fa-f]{1,5}")


@dataclass(slots=True)
class _Field:
    """A complex field being read: its instruction is no text, its result is."""

    instruction: str = ""
    in_result: bool = False


@dataclass(slots=True)
class Inline:
    """Reads runs; counts in `told` what it leaves out."""

    styles: Styles
    told: Counter[str]
    read_box: Callable[[etree._Element, int], Iterator[Block]]
    """Reads the paragraphs of a text box."""
    links: Links
    notes: dict[str, etree._Element] = field(default_factory=dict)
    """Footnotes and endnotes by their keys."""
    cited: list[str] = field(default_factory=list)
    """Keys of the notes met so far, in order."""
    boxes: list[Block] = field(default_factory=list)
    """Text boxes of the paragraph being read."""
    shown: list[tuple[str, ...]] = field(default_factory=list)
    """For each picture met so far the ids under which the file keeps it; none for a drawing."""
    breaks_page: bool = False
    """Set where a new page starts inside a paragraph."""
    style: str | None = None
    """Style of the paragraph being read."""
    ground: Ground = Ground.CLEAR
    """What lies below the letters of that paragraph."""
    _fields: list[_Field] = field(default_factory=list)
    _old: OldRuns = field(init=False)

    def __post_init__(self) -> None:
        """Runs in old fonts are judged by the same styles."""
        self._old = OldRuns(self.styles)

    def spans(self, node: etree._Element, depth: int, inserted: bool = False) -> Iterator[Span]:
        """The text inside an element, piece by piece."""
        if depth > DEEPEST:
            raise Refusal("tệp .docx lồng nhau quá sâu", "kiểm tra lại nơi gửi; lưu lại bằng Word rồi nhập")
        for each in node:
            match local(each):
                case "r":
                    yield from self._run(each, depth)
                case "ins" | "moveTo":
                    self.told["inserted"] += not inserted
                    yield from self.spans(each, depth + 1, inserted=True)
                case "del" | "moveFrom":
                    self.told["deleted"] += 1
                case "hyperlink":
                    with self.links.inside(each):
                        yield from self.spans(each, depth + 1, inserted)
                case "fldSimple":
                    instruction = str(each.get(f"{W}instr", ""))
                    self._tell_date(instruction)
                    if not _is_page_field(instruction):
                        yield from self.spans(each, depth + 1, inserted)
                case "AlternateContent":
                    yield from self.spans(chosen(each), depth + 1)
                case "oMath" | "oMathPara":
                    self.told["formulas"] += 1
                    yield Span(tidy("".join(part.text or "" for part in each.iter() if local(part) == "t")))
                case name if name in PASSED:
                    self.told["placeholders"] += is_placeholder(each)
                    yield from self.spans(each, depth + 1, inserted)

    def _run(self, node: etree._Element, depth: int) -> Iterator[Span]:
        look = self.styles.look(child(node, "rPr"), self.style)
        if look.is_hidden(self.ground):
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
            if self._old.hold_codes(node, text):
                self.told[encoding.value.split()[0]] += 1
                text = decode(text, encoding)
            else:
                self.told["unicode"] += 1
        text = tidy(text)
        if look.struck and text.strip():
            self.told["struck"] += 1
        if look.raised:
            text = superscript(text)
        fields = (each.instruction for each in self._fields if each.in_result)
        link = self.links.of(text, fields) if text.strip() else ""
        yield Span(text.upper() if look.capitals else text, look.bold, look.italic, link)

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
                    self.breaks_page = True
                else:
                    yield "\n"
            case "noBreakHyphen":
                yield "-"
            case "sym":
                code = str(node.get(f"{W}char", ""))
                yield symbol(int(code, 16)) if _HEX.fullmatch(code) else ""
            case "footnoteReference" | "endnoteReference":
                yield self._cite(f"{name[0]}{node.get(f'{W}id')}")
            case "AlternateContent":
                for part in chosen(node):
                    yield from self._piece(part, local(part), depth)
            case "drawing" | "pict" | "object":
                self._picture(node, depth)

    def _picture(self, node: etree._Element, depth: int) -> None:
        boxes = [part for part in node.iter(f"{W}txbxContent") if not _is_inside_box(part, node)]
        for box in boxes:
            style, ground, fields, outer = self.style, self.ground, self._fields, self.boxes
            self._fields, self.boxes = [], []
            found = list(self.read_box(box, depth + 1))
            self.style, self.ground, self._fields, self.boxes = style, ground, fields, [*outer, *found]
        names = {local(part) for part in node.iter()}
        if names & _PICTURES or not (boxes or names & _LINES or _is_rule(node)):
            self.told["pictures"] += 1
            self.shown.append(ids_in(node))

    def _field(self, node: etree._Element) -> None:
        match node.get(f"{W}fldCharType"):
            case "begin":
                self._fields.append(_Field())
            case "separate" if self._fields:
                self._fields[-1].in_result = True
                self._tell_date(self._fields[-1].instruction)
            case "end" if self._fields:
                self._fields.pop()

    def _tell_date(self, instruction: str) -> None:
        self.told["dates"] += _LIVE_DATES.match(instruction) is not None

    def _is_mute(self) -> bool:
        return any(not each.in_result or _is_page_field(each.instruction) for each in self._fields)

    def _cite(self, key: str) -> str:
        if key not in self.notes:
            return ""
        if key not in self.cited:
            self.cited.append(key)
        return superscript(str(self.cited.index(key) + 1))


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


def _is_rule(node: etree._Element) -> bool:
    """True for a line that is stored as a shape, or as one of Word's lines across the page."""
    if any(part.get(_ACROSS) for part in node.iter()):
        return True
    shapes = [part for part in node.iter() if local(part) in {"prstGeom", "shape"}]
    return bool(shapes) and all(_STRAIGHT.fullmatch(str(part.get("prst") or part.get("type"))) for part in shapes)


def _is_page_field(instruction: str) -> bool:
    return instruction.strip().upper().startswith(_PAGE_FIELDS)
