"""The pages of a PDF as PDFium sees them: their number, their text, a picture of the first."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH

from trangtin.content.text import normalise
from trangtin.signing.inside.captions import without_captions
from trangtin.signing.inside.first_page import picture_of
from trangtin.signing.kinds import TextLayer
from trangtin.signing.report import picture_size

# PDFium is not thread-safe: one document at a time in a process.
_PDFIUM = threading.Lock()
_ENOUGH = 20
"""Letters and digits from which a page has text, where no picture covers it; captions of signatures do not count."""
_RECOGNISED = 200
"""As many where a picture covers it: what was read out of a scan is more than a number stamped on it."""
_COVERED = 0.3
"""Share of a page that pictures cover on a scan; a page with a last name, a seal and a signature is none."""
_STROKES = 500
"""Lines from which a page without text counts as letters that were turned into drawings."""
_DEEPEST = 4
"""Forms within forms that are looked into for pictures."""
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
    """None where the file cannot be opened, and where its pages are blank."""
    text: tuple[str, ...] = ()
    """Text of the pages, NFC, cut where it gets long: for comparing, not for publishing."""
    is_garbled: bool = False
    """True if much of the text is no letters at all, as with fonts without a table of characters."""
    picture: bytes | None = None
    """Page 1 as PNG or WebP; None where not asked for, or where there is none to draw (then `page_size` is None)."""


def read_pages(data: bytes, *, with_picture: bool = False) -> PageFacts:
    """Count the pages, read their text, and draw the first if asked to. Never raises for what the file holds."""
    try:
        with _opened(data) as document:
            return _facts(document, with_picture=with_picture)
    except (pypdfium2.PdfiumError, ValueError, OverflowError):
        return PageFacts()


def _facts(document: pypdfium2.PdfDocument, *, with_picture: bool) -> PageFacts:
    if with_picture:
        with suppress(pypdfium2.PdfiumError):
            document.init_forms()  # before any page is there, else stamps stay undrawn
    count = len(document)
    if not count:
        return PageFacts()
    size = _page_size(document)
    picture: bytes | None = None
    texts: list[str] = []
    with_text = with_words = unread = kept = 0
    for index in range(min(count, _MOST_PAGES)):
        with _page(document, index) as page:
            text = _text(page) if page is not None else ""
            if index == 0 and with_picture and size is not None:
                picture = picture_of(page, picture_size(size))
            words = sum(map(str.isalnum, without_captions(text)))
            is_unread = page is None or _is_unread(page, words)
            unread += is_unread
            with_words += words > 0
            with_text += words > _ENOUGH and not is_unread
        texts.append(text[: min(_LONGEST_PAGE, max(0, _LONGEST_FILE - kept))])
        kept += len(texts[-1])
    layer = _layer(unread=unread, with_text=with_text, with_words=with_words)
    return PageFacts(count, size, layer, tuple(texts), _garbled("".join(texts)), picture)


def _layer(*, unread: int, with_text: int, with_words: int) -> TextLayer | None:
    if unread:
        return TextLayer.PARTIAL if with_text else TextLayer.NONE
    return TextLayer.FULL if with_words else None


def _page_size(document: pypdfium2.PdfDocument) -> tuple[float, float] | None:
    try:
        width, height = document.get_page_size(0)
    except pypdfium2.PdfiumError:
        return None
    return (width, height) if width > 0 and height > 0 else None


@contextmanager
def _page(document: pypdfium2.PdfDocument, index: int) -> Iterator[pypdfium2.PdfPage | None]:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        yield None
        return
    try:
        yield page
    finally:
        page.close()


def _text(page: pypdfium2.PdfPage) -> str:
    try:
        part = page.get_textpage()
        try:
            return normalise(part.get_text_range().replace("\r\n", "\n").replace("\0", ""))
        finally:
            part.close()
    except (pypdfium2.PdfiumError, UnicodeDecodeError):
        return ""


def _is_unread(page: pypdfium2.PdfPage, words: int) -> bool:
    """Whether a page shows what nobody can search: a blank page holds nothing back.

    Nearly all pages have more words than that, and are not looked through.
    """
    if words > _RECOGNISED:
        return False
    covered = strokes = 0.0
    try:
        width, height = page.get_size()
        for each in page.get_objects([FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_PATH], max_depth=_DEEPEST):
            if each.type == FPDF_PAGEOBJ_PATH:
                strokes += words <= _ENOUGH  # else a chart, with what is written in it
            else:
                left, bottom, right, top = _bounds(each)
                covered += (right - left) * (top - bottom)
            if strokes > _STROKES or covered > _COVERED * width * height:
                return True
    except pypdfium2.PdfiumError:
        return True
    return False


def _bounds(picture: pypdfium2.PdfObject) -> tuple[float, float, float, float]:
    """Where a picture stands on the page; PDFium tells it as within the innermost form."""
    bounds: tuple[float, float, float, float] = picture.get_bounds()
    form = picture.container
    while form is not None:
        bounds, form = form.get_matrix().on_rect(*bounds), form.container
    return bounds


def _garbled(text: str) -> bool:
    odd = sum(1 for letter in text if letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter < "\t")
    return odd * 10 > len(text)


@contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()
