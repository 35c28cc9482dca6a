"""What an office file (docx, xlsx, pptx, odt, rtf and the like) carries besides what a reader sees on paper."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trangtin.signing.inside.contents import Contents, Part
from trangtin.signing.inside.open_document import OpenText
from trangtin.signing.inside.parts import BROKEN_PACKAGE, Listener, Parts, TooLargeError, Words
from trangtin.signing.inside.rich_text import read_rich_text
from trangtin.signing.inside.sheets import Notes, Rows, Sheets, Slide
from trangtin.signing.inside.word import Story, Styles

_LONGEST_TEXT = 200_000
_TRACKED, _HIDDEN_TEXT, _COMMENTS = "thay đổi được theo dõi", "đoạn chữ ẩn", "bình luận"
_HIDDEN_SHEETS = "trang tính hoặc trang chiếu ẩn"
_HIDDEN_ROWS, _NOTES = "dòng, cột ẩn có số liệu", "trang chiếu có ghi chú của người trình bày"
_KEYS = {
    "creator": "Author",
    "initial-creator": "Author",
    "lastModifiedBy": "LastModifiedBy",
    "title": "Title",
    "description": "Description",
}
_PROPERTIES = frozenset(_KEYS) | {"subject", "keywords", "keyword"}
_EMBEDDINGS = "đối tượng nhúng"
_EMBEDDED = re.compile(r"(?i)/(?:embeddings|activex)/[^/]+$")
_OPEN_MACRO = re.compile(r"Basic/[^/]+/(?!script-l[bc]\.xml$)[^/]+\.xml$")


@dataclass(frozen=True, slots=True)
class OfficeFacts:
    """What was found."""

    hidden: tuple[str, ...] = ()
    """Tracked changes, hidden text, comments, macros, embeddings, in Vietnamese with their number."""
    unseen: tuple[str, ...] = ()
    """What is not shown and may be meant to be there: hidden rows, a speaker's notes."""
    metadata: tuple[tuple[str, str], ...] = ()
    """Author and the like."""
    text: str = ""
    """The words of its main parts, a paragraph a line; cut where it gets long."""
    is_signed: bool = False
    """True if an office program put a signature in; it is not checked."""
    is_damaged: bool = False
    """True if the package cannot be opened."""
    is_encrypted: bool = False
    """True if it asks for a password."""


def read_office(data: bytes) -> OfficeFacts:
    """Look into the file. Never raises for what it holds."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        # Old binary formats, and new ones behind a password, are OLE files: nothing in them can be ruled out.
        if "EncryptedPackage".encode("utf-16-le") in data:
            return OfficeFacts(is_encrypted=True)
        return OfficeFacts(hidden=("định dạng Office cũ, không xem được có gì ẩn bên trong",))
    if data.startswith(b"{\\rtf"):
        return _of_rich_text(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = Parts(package)
            if "[Content_Types].xml" in parts.names:
                return _of_microsoft(parts)
            return _of_open_document(parts) if "content.xml" in parts.names else OfficeFacts(is_damaged=True)
    except TooLargeError:
        return OfficeFacts(hidden=("phần bên trong lớn bất thường, không xem hết được",))
    except BROKEN_PACKAGE:
        return OfficeFacts(is_damaged=True)


def _of_microsoft(parts: Parts) -> OfficeFacts:
    counts = dict.fromkeys((_TRACKED, _HIDDEN_TEXT, _COMMENTS, _HIDDEN_SHEETS, _HIDDEN_ROWS, _NOTES), 0)
    styles, properties, relations = Styles(), _Properties(), _Relations()
    lines: list[str] = []
    parts.hear("[Content_Types].xml", contents := Contents())
    kinds = {name: contents.kind_of(name) for name in parts.names}
    for name, kind in kinds.items():
        if kind is Part.STYLES and parts.mentions(name, "anish"):  # vanish, specVanish
            parts.hear(name, styles)
    for name, kind in kinds.items():
        match kind:
            case Part.STORY:
                parts.hear(name, story := Story(styles))
                counts[_TRACKED] += story.tracked
                counts[_HIDDEN_TEXT] += story.hidden
                lines += story.lines
            case Part.COMMENTS:
                parts.hear(name, comments := _Comments())
                counts[_COMMENTS] += comments.count
            case Part.BOOK:
                parts.hear(name, sheets := Sheets())
                counts[_HIDDEN_SHEETS] += sheets.hidden
            case Part.SHEET:
                if parts.mentions(name, "hidden"):
                    parts.hear(name, rows := Rows())
                    counts[_HIDDEN_ROWS] += rows.hidden
                if parts.mentions(name, "inlineStr"):  # as programs write that are not Excel
                    parts.hear(name, words := Words())
                    lines += words.lines
            case Part.STRINGS:
                parts.hear(name, words := Words())
                lines += words.lines
            case Part.SLIDE:
                parts.hear(name, slide := Slide())
                counts[_HIDDEN_SHEETS] += slide.hidden
                lines += slide.lines
            case Part.NOTES:
                parts.hear(name, notes := Notes())
                counts[_NOTES] += bool(notes.lines)
                lines += notes.lines
            case Part.PROPERTIES:
                parts.hear(name, properties)
            case Part.RELATIONS:
                parts.hear(name, relations)
    unseen = {what: counts.pop(what) for what in (_HIDDEN_ROWS, _NOTES)}
    hidden = (*_told(counts), *_programs(parts.names), *_told({"liên kết tự tải từ nơi khác": relations.fetched}))
    is_signed = any(name.startswith("_xmlsignatures/") for name in parts.names)
    return OfficeFacts(hidden, tuple(_told(unseen)), tuple(properties.found), _cut(lines), is_signed)


def _of_open_document(parts: Parts) -> OfficeFacts:
    if "META-INF/manifest.xml" in parts.names and parts.mentions("META-INF/manifest.xml", "encryption-data"):
        return OfficeFacts(is_encrypted=True)
    text, properties = OpenText(), _Properties()
    # Styles first, which the text refers to; with them come the heads and feet of pages.
    for name, listener in (("styles.xml", text), ("content.xml", text), ("meta.xml", properties)):
        if name in parts.names:
            parts.hear(name, listener)
    counts = {
        _TRACKED: text.tracked,
        _HIDDEN_TEXT: text.hidden,
        _COMMENTS: text.comments,
        _HIDDEN_SHEETS: text.hidden_sheets,
    }
    unseen = _told({_HIDDEN_ROWS: text.hidden_rows, _NOTES: text.notes})
    macros = ("macro",) if any(_OPEN_MACRO.match(name) for name in parts.names) else ()
    is_signed = "META-INF/documentsignatures.xml" in parts.names
    hidden = (*_told(counts), *macros)
    return OfficeFacts(hidden, tuple(unseen), tuple(properties.found), _cut(text.text_first), is_signed)


def _of_rich_text(data: bytes) -> OfficeFacts:
    text = read_rich_text(data)
    counts = {
        _TRACKED: text.tracked,
        _HIDDEN_TEXT: text.hidden,
        _COMMENTS: text.comments,
        _EMBEDDINGS: text.objects,
    }
    return OfficeFacts(tuple(_told(counts)), text=_cut(text.lines))


def _cut(lines: list[str]) -> str:
    return "\n".join(lines)[:_LONGEST_TEXT]


def _told(counts: Mapping[str, int]) -> Iterator[str]:
    yield from (f"{number} {what}" for what, number in counts.items() if number)


def _programs(names: tuple[str, ...]) -> Iterator[str]:
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        yield "macro"
    yield from _told({_EMBEDDINGS: sum(1 for name in names if _EMBEDDED.search(name))})


class _Comments(Listener):
    """Hears remarks of readers, in Word, tables and presentations."""

    def __init__(self) -> None:
        self.count = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.count += name in {"comment", "cm", "threadedComment"}


class _Relations(Listener):
    """Hears what a file is tied to."""

    def __init__(self) -> None:
        self.fetched = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        # Links are meant to be seen; templates, pictures and objects from elsewhere are fetched unseen.
        is_far = attributes.get("TargetMode") == "External" and "/hyperlink" not in attributes.get("Type", "")
        self.fetched += name == "Relationship" and is_far


class _Properties(Listener):
    """Hears what a file says of itself."""

    def __init__(self) -> None:
        self.found: list[tuple[str, str]] = []
        self._said: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._said.clear()

    def end(self, name: str) -> None:
        value = "".join(self._said).strip()
        if name in _PROPERTIES and value:
            self.found.append((_KEYS.get(name, name), value[:500]))
        self._said.clear()

    def data(self, text: str) -> None:
        self._said.append(text)
