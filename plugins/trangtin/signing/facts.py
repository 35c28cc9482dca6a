"""Facts about an attached file that any reader may check: size, hash, pages."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

# PDFium is not thread-safe: one document at a time in a process.
_PDFIUM = threading.Lock()


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the bytes of a file are, nothing about what they mean."""

    size: int
    """Bytes."""
    sha256: str
    """64 hexadecimal digits over all bytes."""
    pages: int | None
    """Pages of a readable PDF, else None."""
    is_pdf: bool
    """True if the bytes start as a PDF has to (ISO 32000-1, 7.5.2)."""


def read_facts(file: Path) -> FileFacts:
    """Read a file once and say what it is. Never raises for what it holds, only if it cannot be read at all."""
    data = file.read_bytes()
    is_pdf = data.startswith(b"%PDF-")
    return FileFacts(len(data), hashlib.sha256(data).hexdigest(), _pages(data) if is_pdf else None, is_pdf)


def _pages(data: bytes) -> int | None:
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return None  # encrypted or damaged: the page count is unknown, the bytes are still offered as they are
        try:
            return len(document) or None
        finally:
            document.close()
