"""Small PDF files drawn for tests."""

from __future__ import annotations

import io
from functools import cache

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tools.paper_fonts import FONT, use_fonts

WORDS = "Kế hoạch phát động phong trào thi đua trong toàn thể cán bộ, công chức, viên chức"


@cache
def paper_font() -> str:
    """The name of the font, which takes longer to read than a page to draw."""
    missing = use_fonts(None)
    assert missing is None, f"{missing} (make parts)"
    return FONT


def canvas() -> tuple[Canvas, io.BytesIO]:
    out = io.BytesIO()
    drawn = Canvas(out, pagesize=A4)
    drawn.setFont(paper_font(), 13)
    return drawn, out


def finished(drawn: Canvas, out: io.BytesIO) -> bytes:
    drawn.showPage()
    drawn.save()
    return out.getvalue()


def page_of(contents: bytes, dictionary: bytes) -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n4 0 obj<<"
        + dictionary + b"/Length " + str(len(contents)).encode() + b">>stream\n" + contents
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )  # fmt: skip
