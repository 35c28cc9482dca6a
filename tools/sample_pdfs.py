"""Draw the PDF of every sample document from its front matter and text, laid out after NĐ 30/2020/NĐ-CP, Phụ lục I.

    python -m tools.sample_pdfs --root . [--fonts DIR]

A document is drawn if its `files` name a PDF; an annex (`role: phu-luc`) is drawn from `annexes/<name of the PDF>.md`
beside this script. Existing PDFs are overwritten, so signing them is a later step. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, Literal

from reportlab import rl_config
from reportlab.lib.colors import Color, black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from tools.paper_fonts import FONT, use_fonts
from trangtin.content.document import Document
from trangtin.content.options.configuration import read_config
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.reading.reader import read_repository
from trangtin.content.values.dates import day_in_words
from trangtin.content.values.vocabulary import FileRole, Level
from trangtin.views.document import signature_block

SAMPLE_LINE = "Tài liệu mẫu của phần mềm trangtin, không có giá trị pháp lý"
TOP, BOTTOM, LEFT, RIGHT = 20 * mm, 20 * mm, 30 * mm, 15 * mm
WIDTH = A4[0] - LEFT - RIGHT
HEADER = (0.43 * WIDTH, 0.57 * WIDTH)
SIGNING_SPACE = 30 * mm
"""Between the office and the name of the signer."""

LETTER = "Công văn"
BASIS = ("Căn cứ ", "Thực hiện ", "Theo đề nghị ", "Xét đề nghị ")


@dataclass(frozen=True)
class Paper:
    """One printed document: what its Markdown file says."""

    path: Path
    head: Document
    body: str
    number: str
    day: date
    unit: PortalUnit
    """The portal's own, from `mkdocs.yml`."""

    @property
    def issuer(self) -> str:
        return self.head.issuer or self.unit.name

    @property
    def above(self) -> str:
        """The body that the issuer is part of, as printed over its name."""
        return self.unit.name if self.head.level is Level.DIVISION else self.unit.parent or ""

    @property
    def citation(self) -> str:
        return f"{self.head.type.name} số {self.number} {day_in_words(self.day)} của {self.issuer}"


Align = Literal[0, 1, 2, 4]
"""reportlab's left, centre, right, justify."""


def style(size: float = 13, align: Align = TA_JUSTIFY, after: float = 6, indent: float = 0) -> ParagraphStyle:
    return ParagraphStyle(
        "s", fontName=FONT, bulletFontName=FONT, fontSize=size, leading=size * 1.25, alignment=align, spaceAfter=after,
        firstLineIndent=indent, splitLongWords=0, allowWidows=0, allowOrphans=0, textColor=black,
    )  # fmt: skip


BODY = style(indent=10 * mm)
DOTTED = style(align=TA_LEFT, indent=10 * mm)
CENTRED = style(align=TA_CENTER)
LEADING = style(indent=10 * mm)
LEADING.keepWithNext = 1


def inline(text: str) -> str:
    """Markdown emphasis as reportlab's markup; a link is only its text on paper."""
    text = escape(" ".join(text.split()), quote=False)
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    return re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)


def rule(width: float) -> Any:
    """A line under a title. A table, because reportlab centres nothing else inside another table."""
    return Table(
        [[""]],
        colWidths=[width],
        rowHeights=[4],
        style=[("FONTNAME", (0, 0), (0, 0), FONT), ("LINEBELOW", (0, 0), (-1, -1), 0.6, black)],
    )


def columns(left: list[Any], right: list[Any], widths: tuple[float, float]) -> Any:
    whole = ((0, 0), (-1, -1))
    look: list[Any] = [("FONTNAME", *whole, FONT), ("ALIGN", *whole, "CENTER"), ("VALIGN", *whole, "TOP")]
    look += [(f"{side}PADDING", *whole, 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return Table([[left, right]], colWidths=widths, style=look)


def masthead(paper: Paper) -> Iterator[Any]:
    """Boxes 1 to 5: issuer and national title, number and place, type and subject."""
    head, small = paper.head, style(12, TA_CENTER, 0)
    left = [Paragraph(escape(paper.above.upper()), small), Paragraph(f"<b>{escape(paper.issuer.upper())}</b>", small),
            rule(HEADER[0] / 3), Spacer(1, 6), Paragraph(f"Số: {paper.number}", style(13, TA_CENTER, 0))]  # fmt: skip
    if head.type.name == LETTER:
        left.append(Paragraph(f"V/v {lower_first(escape(head.title))}", small))
    right = [Paragraph("<b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>", small),
             Paragraph("<b>Độc lập - Tự do - Hạnh phúc</b>", style(13, TA_CENTER, 0)), rule(0.57 * HEADER[1]),
             Spacer(1, 6),
             Paragraph(f"<i>{head.place}, {day_in_words(paper.day)}</i>", style(13, TA_CENTER, 0))]  # fmt: skip
    yield columns(left, right, HEADER)
    yield Spacer(1, 14)
    if head.type.name != LETTER:
        yield Paragraph(f"<b>{head.type.name.upper()}</b>", style(14, TA_CENTER, 2))
        yield Paragraph(f"<b>{escape(head.title)}</b>", style(14, TA_CENTER, 2))
        yield rule(WIDTH / 4)
        yield Spacer(1, 12)


def lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def flow(body: str) -> Iterator[Any]:
    """The text, numbered as typed: a blank line parts paragraphs, and every `-` begins one."""
    before_sections = True
    for block in re.split(r"\n\s*\n|\n(?=- )", body.strip()):
        text = inline(block)
        if block.startswith("|"):
            yield table(block)
            yield Spacer(1, 8)
        elif heading := re.fullmatch(r"##+ (.+)", text):
            before_sections = False
            yield from section(heading.group(1))
        elif text.startswith("Kính gửi:") or (block.startswith("**") and block.isupper()):
            yield Paragraph(text, CENTRED)
        elif before_sections and text.startswith(BASIS) and text.endswith((";", ".")):
            yield Paragraph(f"<i>{text}</i>", BODY)
        elif text.endswith((":", "</b>")):
            yield Paragraph(text, LEADING)
        else:
            yield Paragraph(text, DOTTED if "…" in text else BODY)


def section(title: str) -> Iterator[Any]:
    if match := re.fullmatch(r"(Chương [IVXLC]+)\. (.+)", title):
        title, paragraph = f"{match[1]}<br/>{match[2]}", style(align=TA_CENTER)
    else:
        paragraph = style(align=TA_LEFT, indent=10 * mm)
    paragraph.keepWithNext = 1
    yield Paragraph(f"<b>{title}</b>", paragraph)


def table(block: str) -> Any:
    """A pipe table; columns as wide as their longest words and a share of their text need."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in block.splitlines()]
    header, marks, *lines = rows
    aligns: list[Align] = [TA_RIGHT if mark.endswith(":") and not mark.startswith(":") else TA_LEFT for mark in marks]
    cells = [[Paragraph(f"<b>{inline(cell)}</b>", style(11, TA_CENTER, 0)) for cell in header]]
    cells += [[Paragraph(inline(c), style(11, a, 0)) for c, a in zip(line, aligns, strict=True)] for line in lines]
    needs = [max(len(line[i]) for line in (header, *lines)) for i in range(len(header))]
    shares = [max(min(need, 45), 8) for need in needs]
    return Table(
        cells, colWidths=[WIDTH * share / sum(shares) for share in shares], repeatRows=1,
        style=[("FONTNAME", (0, 0), (-1, -1), FONT), ("GRID", (0, 0), (-1, -1), 0.5, black),
               ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
               ("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 4)],
    )  # fmt: skip


def text_and_closing(paper: Paper) -> Iterator[Any]:
    """Box 6, then 7 and 9b: recipients on the left, signer on the right, on one page with the last words."""
    *text, last = flow(paper.body)
    yield from text
    items = [item.rstrip(";") for item in paper.head.recipients]
    left = [Paragraph("<b><i>Nơi nhận:</i></b>", style(12, TA_LEFT, 2))] if items else []
    left += [Paragraph(escape(f"- {item}" + ("" if item.endswith(".") else ";")), style(11, TA_LEFT, 0))
             for item in items]  # fmt: skip
    right: list[Any] = []
    if paper.head.signer:
        block = signature_block(paper.head.signer)
        right = [Paragraph(f"<b>{line}</b>", style(13, TA_CENTER, 0)) for line in block.titles]
        right += [Spacer(1, SIGNING_SPACE), Paragraph(f"<b>{escape(block.name)}</b>", style(14, TA_CENTER, 0))]
    yield KeepTogether([last, Spacer(1, 10), columns(left, right, (0.38 * WIDTH, 0.62 * WIDTH))])


def annex(paper: Paper, text: str) -> Iterator[Any]:
    """An annex: its name, its title, what it belongs to, then its text."""
    name, title, body = re.fullmatch(r"# (.+)\n+## (.+)\n+([\s\S]+)", text).groups()  # type: ignore[union-attr]
    yield Paragraph(f"<b>{name}</b>", style(14, TA_CENTER, 2))
    yield Paragraph(f"<b>{title}</b>", style(14, TA_CENTER, 2))
    yield Paragraph(f"<i>(Kèm theo {escape(paper.citation)})</i>", style(13, TA_CENTER, 2))
    yield rule(WIDTH / 4)
    yield Spacer(1, 12)
    yield from flow(body)


def on_page(canvas: Any, _document: Any) -> None:
    """Page number from the second page on, and the line that says what this paper is."""
    canvas.saveState()
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if canvas.getPageNumber() > 1:
        canvas.setFont(FONT, 13)
        canvas.drawCentredString(A4[0] / 2, A4[1] - 13 * mm, str(canvas.getPageNumber()))
    canvas.setFillColor(Color(0.45, 0.45, 0.45))
    canvas.setFont(FONT, 8)
    canvas.drawCentredString(A4[0] / 2, 10 * mm, SAMPLE_LINE)
    canvas.restoreState()


def write(target: Path, title: str, story: Iterable[Any]) -> None:
    rl_config.useA85 = 0  # binary streams: a quarter smaller
    frame = Frame(LEFT, BOTTOM, WIDTH, A4[1] - TOP - BOTTOM, leftPadding=0, rightPadding=0, topPadding=0,
                  bottomPadding=0)  # fmt: skip
    document = BaseDocTemplate(
        str(target), pagesize=A4, title=title, author="", subject=SAMPLE_LINE, creator="trangtin", lang="vi-VN",
        initialFontName=FONT, invariant=1,
    )  # fmt: skip
    document.addPageTemplates(PageTemplate("page", [frame], onPage=on_page))
    document.build(list(story))


def papers(root: Path) -> Iterator[Paper]:
    """Every document that names a PDF, in the order of their paths. Raises ValueError where the unit is not named."""
    config = read_config((root / "mkdocs.yml").read_text(encoding="utf-8"))
    if config.settings is None:
        raise ValueError("\n".join(map(str, config.problems)))
    for entry in sorted(read_repository(root, config.layout).documents, key=lambda entry: entry.path):
        head = entry.head
        if head.files and head.number and head.date:
            yield Paper(root / entry.path, head, entry.body, head.number.text, head.date, config.settings.unit)


def main() -> int:
    parser = argparse.ArgumentParser(description="Vẽ tệp PDF của các văn bản mẫu.")
    parser.add_argument("--root", type=Path, default=Path(), help="thư mục có mkdocs.yml và plans/")
    parser.add_argument("--fonts", type=Path, help="thư mục có phông chữ TTF")
    options = parser.parse_args()
    if missing := use_fonts(options.fonts):
        print(missing, file=sys.stderr)
        return 2
    for paper in papers(options.root):
        for file in paper.head.files:
            target = paper.path.parent / file.path
            if file.role is FileRole.ANNEX:
                text = (Path(__file__).parent / "annexes" / f"{target.stem}.md").read_text(encoding="utf-8")
                write(target, f"{file.title} ({paper.citation})", annex(paper, text))
            else:
                title = f"{paper.head.type.name} số {paper.number}: {paper.head.title}"
                write(target, title, [*masthead(paper), *text_and_closing(paper)])
            print(target)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
