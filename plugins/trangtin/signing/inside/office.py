"""What an office file (docx, xlsx, pptx) carries besides what a reader sees on paper."""

from __future__ import annotations

import html
import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from trangtin.content.text import normalise

_LARGEST_PART = 60_000_000
"""Bytes of one part that are looked at: a bomb says it is larger, an office file never is."""
_INSERTED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\b")
# Not webHidden: Word writes it on the page numbers of a table of contents, and they print.
_HIDDEN = re.compile(rb"<w:(?:vanish|specVanish)(?:\s*/>|>|\s+w:val=\"(?!0\"|false\"|off\")[^\"]*\"\s*/?>)")
_COMMENT = re.compile(rb"<(?:w:comment|p:cm|p188:cm|comment|threadedComment)\b")
_EXTERNAL = re.compile(rb"<Relationship\b[^>]*TargetMode=\"External\"[^>]*>")
_HIDDEN_SHEET = re.compile(rb"<sheet\b[^>]*state=\"(?:hidden|veryHidden)\"")
_HIDDEN_SLIDE = re.compile(rb"<p:sld\b[^>]*\bshow=\"0\"")
_PROPERTY = re.compile(rb"<(?:dc|cp):(creator|lastModifiedBy|title|description|subject|keywords)\b[^>]*>([^<]{1,500})<")


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What was found."""

    hidden: tuple[str, ...] = ()
    """Tracked changes, hidden text, comments, macros, embeddings, in Vietnamese with their number."""
    metadata: tuple[tuple[str, str], ...] = ()
    """Author and the like."""
    text: str = ""
    """The words of its main parts, a paragraph a line; cut where it gets long."""
    is_signed: bool = False
    """True if Word put a signature in; it is not checked."""
    is_damaged: bool = False
    """True if the package cannot be opened."""
    is_encrypted: bool = False
    """True if it asks for a password."""


BROKEN_PACKAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    KeyError,
)
"""What reading a damaged package raises."""


def read_office(data: bytes) -> OfficeFacts:
    """Look into the package. Never raises for what it holds."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        # Old binary formats, and new ones behind a password, are OLE files: nothing in them can be ruled out.
        if "EncryptedPackage".encode("utf-16-le") in data:
            return OfficeFacts(is_encrypted=True)
        return OfficeFacts(hidden=("định dạng Office cũ, không xem được có gì ẩn bên trong",))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _facts(package)
    except BROKEN_PACKAGE:
        return OfficeFacts(is_damaged=True)


def _facts(package: zipfile.ZipFile) -> OfficeFacts:
    names = package.namelist()
    if "[Content_Types].xml" not in names:
        return OfficeFacts(is_damaged=True)
    signed = any(name.startswith("_xmlsignatures/") for name in names)
    properties = _PROPERTY.findall(_part(package, "docProps/core.xml") if "docProps/core.xml" in names else b"")
    metadata = tuple((_KEYS.get(key, key.decode()), value.decode("utf-8", "replace")) for key, value in properties)
    return OfficeFacts(tuple(_hidden(package, names)), metadata, _text(package, names), signed)


_KEYS = {b"creator": "Author", b"lastModifiedBy": "LastModifiedBy", b"title": "Title", b"description": "Description"}


_TEXT_PART = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes)\.xml|xl/sharedStrings\.xml|ppt/slides/slide\d+\.xml"
)
_PARAGRAPH_END = re.compile(rb"</w:p>|</a:p>|</si>|<w:br\b[^>]*>|</w:tc>")
_TAG = re.compile(rb"<[^>]*>")
_LONGEST_TEXT = 200_000


def _text(package: zipfile.ZipFile, names: list[str]) -> str:
    lines: list[str] = []
    for name in sorted(name for name in names if _TEXT_PART.fullmatch(name)):
        body = _part(package, name)
        for paragraph in _PARAGRAPH_END.split(body):
            words = html.unescape(_TAG.sub(b"", paragraph.replace(b"<w:tab/>", b"\t")).decode("utf-8", "replace"))
            lines += [normalise(words).strip()] if words.strip() else []
    return "\n".join(lines)[:_LONGEST_TEXT]


def _hidden(package: zipfile.ZipFile, names: list[str]) -> Iterator[str]:
    counts = {"thay đổi được theo dõi": 0, "đoạn chữ ẩn": 0, "bình luận": 0, "trang tính hoặc trang chiếu ẩn": 0}
    external = 0
    for name in names:
        low = name.lower()
        if not low.endswith((".xml", ".rels")):
            continue
        text = _part(package, name)
        if low.endswith(".rels"):
            # Links are meant to be seen; templates, pictures and objects from elsewhere are fetched unseen.
            external += sum(1 for each in _EXTERNAL.findall(text) if b"/hyperlink" not in each)
            continue
        counts["bình luận"] += len(_COMMENT.findall(text)) if "comment" in low else 0
        counts["thay đổi được theo dõi"] += len(_INSERTED.findall(text)) if low.startswith("word/") else 0
        counts["đoạn chữ ẩn"] += len(_HIDDEN.findall(text)) if low == "word/document.xml" else 0
        counts["trang tính hoặc trang chiếu ẩn"] += len(_HIDDEN_SHEET.findall(text)) + len(_HIDDEN_SLIDE.findall(text))
    yield from (f"{number} {what}" for what, number in counts.items() if number)
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        yield "macro"
    if number := sum(1 for name in names if re.search(r"(?i)/(?:embeddings|activex)/[^/]+$", name)):
        yield f"{number} đối tượng nhúng"
    if external:
        yield f"{external} liên kết tự tải từ nơi khác"


def _part(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as part:
        return part.read(_LARGEST_PART)
