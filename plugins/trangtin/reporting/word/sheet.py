"""The page and its styles: A4, margins, Times New Roman, numbers of pages (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

from datetime import datetime

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

FACE = "Times New Roman"
TEXT_SIZE = Pt(14)
NAME_SIZE = Pt(12)
"""For the names of the state and the bodies, in capitals: at 13 the state's would leave the issuer too little room."""
HEAD_SIZE = Pt(13)
"""For the other lines of the head."""
TEXT_WIDTH = 160
"""Millimetres between the margins: 210 - 30 - 20."""
FIRST_LINE = Mm(12.7)
HEADINGS = {1: "Heading 1", 2: "Heading 2", 3: "Heading 3"}


def new_sheet(title: str, author: str, day: datetime) -> Document:
    """An empty document with this page and these styles; `day` goes into its properties: two runs give one file."""
    sheet = docx.Document()
    _page(sheet.sections[0])
    _styles(sheet)
    about = sheet.core_properties
    about.title, about.author, about.last_modified_by = title, author, author
    about.comments, about.keywords, about.language = "", "", "vi-VN"
    about.created = about.modified = day
    return sheet


def _page(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(20)
    section.header_distance = section.footer_distance = Mm(10)
    section.different_first_page_header_footer = True  # the first page bears no number
    section.first_page_header.is_linked_to_previous = False
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(number, "PAGE")


def _field(paragraph: Paragraph, name: str) -> None:
    """A field that the word processor fills in; it has no other form than this in WordprocessingML."""
    for kind in ("begin", "separate", "end"):
        run = paragraph.add_run()
        run.font.size = TEXT_SIZE
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
        if kind == "begin":
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = f" {name} "
            paragraph.add_run()._r.append(instruction)


def _styles(sheet: Document) -> None:
    _defaults(sheet.styles.element)
    normal = _face(_style(sheet, "Normal"))
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    body = _face(_style(sheet, "Body Text"))
    for style in (body, *(_face(_style(sheet, name)) for name in HEADINGS.values())):
        form = style.paragraph_format
        form.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        form.first_line_indent = FIRST_LINE
        form.space_before, form.space_after = Pt(6), Pt(0)
        form.line_spacing = 1.1
    for depth, name in HEADINGS.items():
        style = _style(sheet, name)
        style.font.bold = depth < 3
        style.paragraph_format.keep_with_next = True


def _style(sheet: Document, name: str) -> ParagraphStyle:
    style = sheet.styles[name]
    assert isinstance(style, ParagraphStyle), name
    return style


def _face(style: ParagraphStyle) -> ParagraphStyle:
    """Our face for all scripts, in black: the template's own styles name the fonts and colours of a theme."""
    style.font.size = TEXT_SIZE
    style.font.italic = False
    style.font.name = FACE
    properties = style.element.get_or_add_rPr()
    _set_face(properties.find(qn("w:rFonts")))
    for colour in properties.findall(qn("w:color")):
        properties.remove(colour)
    return style


def _defaults(styles: BaseOxmlElement) -> None:
    """Set the defaults for all styles: the typeface and the language."""
    properties = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _set_face(properties.find(qn("w:rFonts")))
    language = properties.find(qn("w:lang"))
    for script in ("val", "eastAsia", "bidi"):
        language.set(qn(f"w:{script}"), "vi-VN")


def _set_face(fonts: BaseOxmlElement) -> None:
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FACE)
