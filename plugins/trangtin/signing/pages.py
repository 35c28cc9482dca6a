"""The pages of a PDF as PDFium sees them: their number, their text, a picture of the first."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
from PIL import Image

from trangtin.content.text import normalise
from trangtin.signing.kinds import TextLayer
from trangtin.signing.report import picture_size

# PDFium is not thread-safe: one document at a time in a process.
_PDFIUM = threading.Lock()
_ENOUGH = 20
"""Characters from which a page counts as having text: a scan with a signature's caption alone stays a scan."""
_LONGEST_PAGE = 6000
_LONGEST_FILE = 120_000
_MOST_PAGES = 300
"""Pages looked at for text; beyond, the rest is taken to be alike."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What PDFium can say of a file."""

    pages: int | None = None
    """None where the file cannot be opened."""
    page_size: tuple[float, float] | None = None
    """Width and height of the first page in points."""
    text_layer: TextLayer | None = None
    """None where the file cannot be opened."""
    text: tuple[str, ...] = ()
    """Text of the pages, NFC, cut where it gets long: for comparing, not for publishing."""
    is_garbled: bool = False
    """True if much of the text is no letters at all, as with fonts without a table of characters."""


def read_pages(data: bytes) -> PageFacts:
    """Count the pages and read their text. Never raises for what the file holds."""
    try:
        with _opened(data) as document:
            return _facts(document)
    except (pypdfium2.PdfiumError, ValueError, OverflowError):
        return PageFacts()


def _facts(document: pypdfium2.PdfDocument) -> PageFacts:
    count = len(document)
    if not count:
        return PageFacts()
    texts: list[str] = []
    with_text = seen = kept = 0
    for index in range(min(count, _MOST_PAGES)):
        text = _text(document, index)
        seen += 1
        with_text += len(text.strip()) > _ENOUGH
        texts.append(text[: min(_LONGEST_PAGE, max(0, _LONGEST_FILE - kept))])
        kept += len(texts[-1])
    layer = TextLayer.FULL if with_text == seen else TextLayer.PARTIAL if with_text else TextLayer.NONE
    return PageFacts(count, _page_size(document), layer, tuple(texts), _garbled("".join(texts)))


def _page_size(document: pypdfium2.PdfDocument) -> tuple[float, float] | None:
    try:
        width, height = document.get_page_size(0)
    except pypdfium2.PdfiumError:
        return None
    return (width, height) if width > 0 and height > 0 else None


def _text(document: pypdfium2.PdfDocument, index: int) -> str:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return ""
    try:
        part = page.get_textpage()
        try:
            return normalise(part.get_text_range().replace("\r\n", "\n").replace("\0", ""))
        finally:
            part.close()
    except (pypdfium2.PdfiumError, UnicodeDecodeError):
        return ""
    finally:
        page.close()


def _garbled(text: str) -> bool:
    odd = sum(1 for letter in text if letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter < "\t")
    return odd * 10 > len(text)


def first_page_webp(data: bytes) -> bytes | None:
    """A picture of page 1 as a reader's program shows it, stamps of signatures included.

    None for what has no first page (`FileReport.page_size` is None then too). A page that is there but cannot be drawn
    gives an empty sheet.
    """
    try:
        with _opened(data) as document:
            size = _page_size(document)
            if size is None:
                return None
            picture = _draw(document, picture_size(size))
    except (pypdfium2.PdfiumError, ValueError, OverflowError):
        return None
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=70, method=2)
    return out.getvalue()


def _draw(document: pypdfium2.PdfDocument, size: tuple[int, int]) -> Image.Image:
    sheet = Image.new("RGB", size, "white")
    try:
        # Before any page is loaded, else stamps, which are form fields, stay undrawn.
        document.init_forms()
        page = document[0]
        try:
            scale = size[0] / page.get_width()
            spare = max(0.0, page.get_height() - size[1] / scale)  # below, on a page like a strip
            sheet.paste(page.render(scale=scale, may_draw_forms=True, crop=(0, spare, 0, 0)).to_pil())
        finally:
            page.close()
    except (pypdfium2.PdfiumError, MemoryError, ValueError, ZeroDivisionError):
        pass
    return sheet


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()
