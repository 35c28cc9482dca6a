"""Everything known of one attached file. Values only: `reading.py` makes them, slowly."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from trangtin.content.values.dates import VIETNAM
from trangtin.signing.kinds import ActiveContent, Encryption, FileFormat, FileKind, TextLayer
from trangtin.signing.validation.verdict import FileState, Signature

_PICTURE_WIDTH = 320
"""Pixels: twice what a card shows, for sharp screens."""
GROWS = "bên trong lớn bất thường, mở ra thì đầy bộ nhớ"
"""Why nothing opens a PDF whose streams unpack to far more than any paper."""


@dataclass(frozen=True, slots=True)
class CleanPicture:
    """The picture that is published in place of one whose metadata tell more than it shows."""

    size: int
    """Bytes."""
    sha256: str
    """64 hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What the bytes of a file are, nothing about what they mean."""

    size: int
    """Bytes."""
    sha256: str
    """64 hexadecimal digits over all bytes."""
    kind: FileKind = FileKind.OTHER
    """By its first bytes, whatever its name."""
    is_pdf: bool = False
    """True if the bytes start as a PDF has to (ISO 32000-1, 7.5.2)."""
    format: FileFormat | None = None
    """The exact format; None where nobody determined it."""
    pages: int | None = None
    """Pages of a readable PDF, else None."""
    page_size: tuple[float, float] | None = None
    """Width and height of its first page in points (1/72 inch); None where there is none to draw."""
    picture_ending: str = ""
    """Ending of the picture of its first page, `.png` or `.webp`; empty where none was drawn."""
    state: FileState = FileState.UNREADABLE
    """The state of its worst signature."""
    reason: str = ""
    """Why it cannot be read, in Vietnamese."""
    signatures: tuple[Signature, ...] = ()
    """In the order in which they were made."""
    timestamps: tuple[Signature, ...] = ()
    """Document timestamps, which prove a time and nobody's will."""
    empty_fields: int = 0
    """Fields prepared for a signature that nobody has signed yet."""
    version: str | None = None
    """Version of the PDF standard."""
    pdfa: str | None = None
    """`2b` where the file claims to be PDF/A-2b."""
    language: str | None = None
    """The language the PDF says it is in."""
    text_layer: TextLayer | None = None
    """None for files without pages, or with blank pages only."""
    text: tuple[str, ...] = ()
    """Text of each page (of an office file as one page), cut where it gets long: for comparing, not for publishing."""
    metadata: tuple[tuple[str, str], ...] = ()
    """What the file says of itself: title, subject, key words, author …"""
    is_garbled: bool = False
    """True if that text is not to be relied on."""
    encryption: Encryption = Encryption.NONE
    active: tuple[ActiveContent, ...] = ()
    """What acts when opened or clicked."""
    hidden: tuple[str, ...] = ()
    """Hidden content of an office file, in Vietnamese."""
    unseen: tuple[str, ...] = ()
    """Content of an office file that is not shown though it may be meant to be, in Vietnamese."""
    leaks: tuple[str, ...] = ()
    """Traces of people and machines, in Vietnamese."""
    has_exif: bool = False
    """True for a picture with a camera's notes."""
    has_place: bool = False
    """True for a picture that tells where it was taken."""
    keeps_notes: bool = False
    """True for a picture whose notes cannot be taken out when it is published."""
    cleaned: CleanPicture | None = None
    """Set for a picture that goes out without its notes; None for files that go out byte for byte."""
    is_truncated: bool = False
    """True for a PDF whose end is missing."""
    has_tail: bool = False
    """True for a PDF with bytes behind its end that are no comment."""
    is_damaged: bool = False
    """True for what can be opened only by guessing, or not at all."""

    def on(self, today: date) -> FileReport:
        """The report as it reads on a day: reports are kept for years, and a time that has not come proves nothing."""
        # A day more: clocks differ, and a portal is looked at as of yesterday.
        latest = datetime.combine(today + timedelta(days=2), time(), VIETNAM)
        if not any(mark.time and mark.time >= latest for mark in (*self.signatures, *self.timestamps)):
            return self
        return replace(
            self,
            signatures=tuple(mark.seen_before(latest) for mark in self.signatures),
            timestamps=tuple(mark.seen_before(latest) for mark in self.timestamps),
        )

    @property
    def published_size(self) -> int:
        """Bytes of what readers download."""
        return self.cleaned.size if self.cleaned else self.size

    @property
    def published_sha256(self) -> str:
        """The hash of what readers download."""
        return self.cleaned.sha256 if self.cleaned else self.sha256

    @property
    def cannot_go_out(self) -> bool:
        """True for a picture that would tell of its place or author, or may hold more than can be told."""
        return self.kind is FileKind.IMAGE and (
            self.is_damaged or (self.keeps_notes and (self.has_place or bool(self.leaks)))
        )

    @property
    def picture_size(self) -> tuple[int, int] | None:
        """Pixels of the picture of its first page; None where there is none to draw."""
        return picture_size(self.page_size) if self.page_size else None

    @property
    def state_text(self) -> str:
        """The state in Vietnamese; an unsigned file with a prepared field says so."""
        if self.state is FileState.UNSIGNED and self.empty_fields:
            return f"{self.state.label} (có ô ký trống)"
        if self.state is FileState.UNREADABLE and self.reason:
            return f"{self.state.label} ({self.reason})"
        if self.state is FileState.INTACT and not self.signatures:
            return "nguyên vẹn từ khi đóng dấu thời gian; không có chữ ký số"
        return self.state.label


@dataclass(frozen=True, slots=True)
class FileReading:
    """Everything that opening a file once yields."""

    report: FileReport
    picture: bytes | None = None
    """The first page of a PDF as PNG or WebP; None where it cannot be drawn (then its `page_size` is None)."""


def picture_size(page_size: tuple[float, float]) -> tuple[int, int]:
    """Pixels of the picture of a page of this size; a very long page is cut, so that no picture gets too high."""
    width, height = page_size
    return _PICTURE_WIDTH, max(1, min(round(_PICTURE_WIDTH * height / width), 4 * _PICTURE_WIDTH))
