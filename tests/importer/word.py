"""Writes .docx files for tests, part by part, so that every oddity of Word can be put in on purpose."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMED = ("styles", "numbering", "comments", "footnotes", "header1")
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{name.rstrip("1")}+xml"/>' for name in _NAMED
    )
    + "</Types>"
)
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="d" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_PARTS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    + "".join(f'<Relationship Id="{name}" Type="{_OFFICE}/{name.rstrip("1")}" Target="{name}.xml"/>' for name in _NAMED)
    + "</Relationships>"
)
_STYLES = f"""<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/></w:style></w:styles>"""
_LEVELS = (("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("lowerLetter", "%4)"))
_HEADER = f"""<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>
<w:r><w:fldChar w:fldCharType="begin"/></w:r>
<w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>"""


def run(text: str, *, b: bool = False, i: bool = False, extra: str = "", size: int = 0, font: str = "") -> str:
    """A run; `\\n` breaks the line, `\\t` is a tab."""
    look = (f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else "") + ("<w:b/>" if b else "")
    look += ("<w:i/>" if i else "") + extra + (f'<w:sz w:val="{size * 2}"/>' if size else "")
    pieces: list[str] = []
    for row, line in enumerate(text.split("\n")):
        pieces += ["<w:br/>"] if row else []
        for place, part in enumerate(line.split("\t")):
            pieces += ["<w:tab/>"] if place else []
            pieces += [f'<w:t xml:space="preserve">{escape(part)}</w:t>'] if part else []
    return f"<w:r><w:rPr>{look}</w:rPr>{''.join(pieces)}</w:r>"


def para(
    *runs: str, align: str = "", first: int = 0, before: int = 0, props: str = "", mark: str = "", left: int = 0
) -> str:
    """A paragraph of runs; a bare text is a run."""
    inside = "".join(each if each.startswith("<w:") or each.startswith("<mc:") else run(each) for each in runs)
    indent = f'<w:ind w:left="{left}" w:firstLine="{first}"/>' if first or left else ""
    space = f'<w:spacing w:before="{before}"/>' if before else ""
    jc = f'<w:jc w:val="{align}"/>' if align else ""
    rpr = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{props}{space}{indent}{jc}{rpr}</w:pPr>{inside}</w:p>"


def numbered(level: int, list_id: int) -> str:
    """What puts a paragraph into a list; list 0 takes it out of all."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def listed(level: int, text: str, list_id: int = 1, *, b: bool = False, first: int = 0) -> str:
    """A paragraph with an automatic number."""
    return para(run(text, b=b), props=numbered(level, list_id), first=first)


def table(rows: Sequence[Sequence[str]], widths: Sequence[int], *, ruled: bool = False) -> str:
    """Cells hold paragraphs as XML; `>` before one spans two columns, `^` goes on with the one above."""
    kinds = ("top", "left", "bottom", "right", "insideH", "insideV")
    line = "single" if ruled else "nil"
    borders = "".join(f'<w:{kind} w:val="{line}" w:sz="4" w:color="000000"/>' for kind in kinds)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    out = [
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    ]
    for row in rows:
        cells: list[str] = []
        place = 0
        for cell in row:
            props = f'<w:tcW w:w="{widths[place]}" w:type="dxa"/>'
            if cell.startswith(">"):
                props += '<w:gridSpan w:val="2"/>'
                cell, place = cell[1:], place + 1
            if cell.startswith("^"):
                props += "<w:vMerge/>"
                cell = para("")
            elif cell.startswith("v"):
                props += '<w:vMerge w:val="restart"/>'
                cell = cell[1:]
            place += 1
            cells.append(f"<w:tc><w:tcPr>{props}</w:tcPr>{cell or para('')}</w:tc>")
        out.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return "".join([*out, "</w:tbl>"])


def text_box(*paragraphs: str, left: int = 0, top: int = 0, width: int = 2600000, height: int = 900000) -> str:
    """A run with a text box, stored twice as Word does."""
    inside = "".join(paragraphs)
    shape = (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{inside}</w:txbxContent>'
        "</wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    drawing = (
        '<w:drawing><wp:anchor behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" relativeHeight="2" '
        'simplePos="0" '
        'distT="0" distB="0" distL="0" distR="0"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="Box"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def inserted(*runs: str) -> str:
    return f'<w:ins w:id="90" w:author="A" w:date="2026-01-01T00:00:00Z">{"".join(runs)}</w:ins>'


def deleted(text: str) -> str:
    return (
        '<w:del w:id="91" w:author="A" w:date="2026-01-01T00:00:00Z">'
        f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'
    )


def hidden(text: str) -> str:
    return run(text, extra="<w:vanish/>")


def note_mark(number: int) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


@dataclass
class Word:
    """A .docx as it grows."""

    body: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    lists: int = 1
    levels: tuple[tuple[str, str], ...] = _LEVELS
    page_numbers: bool = True

    def add(self, *parts: str) -> None:
        self.body += parts

    def comment(self, text: str) -> str:
        """A comment's mark for inside a paragraph."""
        number = len(self.comments)
        self.comments.append(text)
        return f'<w:r><w:commentReference w:id="{number}"/></w:r>'

    def footnote(self, text: str) -> str:
        self.footnotes.append(text)
        return note_mark(len(self.footnotes))

    def parts(self) -> dict[str, str]:
        section = (
            '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567"/>'
            "<w:titlePg/></w:sectPr>"
        )
        notes = "".join(
            f'<w:footnote w:id="{number}">{para(run(text, size=10))}</w:footnote>'
            for number, text in enumerate(self.footnotes, start=1)
        )
        separators = (
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
            "</w:footnote>"
        )
        comments = "".join(
            f'<w:comment w:id="{number}" w:author="B" w:date="2026-01-01T00:00:00Z">{para(text)}</w:comment>'
            for number, text in enumerate(self.comments)
        )
        return {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _ROOT,
            "word/_rels/document.xml.rels": _PARTS,
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{''.join([*self.body, section])}</w:body>"
            "</w:document>",
            "word/styles.xml": _STYLES,
            "word/numbering.xml": self._numbering(),
            "word/comments.xml": f"<w:comments {NAMESPACES}>{comments}</w:comments>",
            "word/footnotes.xml": f"<w:footnotes {NAMESPACES}>{separators}{notes}</w:footnotes>",
            "word/header1.xml": _HEADER,
        }

    def _numbering(self) -> str:
        levels = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for depth, (form, text) in enumerate(self.levels)
        )
        bullet = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
        return (
            f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
            f'<w:abstractNum w:abstractNumId="1">{bullet}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
            "</w:numbering>"
        )

    def data(self) -> bytes:
        return packed(self.parts())


def center_head(*lines: str) -> list[str]:
    """Lines in the middle of the page, one below the other."""
    return [para(run(line, b=True), align="center") for line in lines]


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)  # no time in it
    return out.getvalue()
