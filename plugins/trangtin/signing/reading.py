"""From bytes to a report. Slow (tens of milliseconds) and heavy to import: behind the cache."""

from __future__ import annotations

import hashlib
import logging
import re
from dataclasses import replace

from trangtin.signing.inside.drawing import read_drawing
from trangtin.signing.inside.first_page import ending_of
from trangtin.signing.inside.images import read_image
from trangtin.signing.inside.leaks import find_leaks
from trangtin.signing.inside.office import read_office
from trangtin.signing.inside.pages import PageFacts, read_pages
from trangtin.signing.inside.pdf import PdfFacts, leaves_trace, read_pdf
from trangtin.signing.inside.plain_text import read_plain_text
from trangtin.signing.inside.streams import TO_SHOW, grows_too_large
from trangtin.signing.kinds import Encryption, FileKind, format_of, kind_of_format
from trangtin.signing.report import GROWS, CleanPicture, FileReading, FileReport
from trangtin.signing.validation.trust import TrustStore
from trangtin.signing.validation.verdict import FileState, worst

# pyHanko and its parts log every doubt with a trace; ours are in the report.
for _name in ("pyhanko", "pyhanko_certvalidator", "pypdf", "pikepdf"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False

_END = 4096
"""A PDF must have its end mark within so many bytes of its end."""
_FILLING = b"\0 \t\r\n\f"
_REMARKS = re.compile(rb"(?:[\0\s]|%[^\r\n]*)*", re.ASCII)
"""White space and PDF comments, which no program reads."""


def read_file(
    data: bytes,
    trust: TrustStore,
    *,
    signed_content: bytes | None = None,
    with_picture: bool = True,
    sha256: str | None = None,
) -> FileReading:
    """Report what a file is, and draw its first page. Never raises because of its content, never uses a network.

    `signed_content` is the file beside a `.p7s`, `sha256` the hash of `data` where it is already known.
    """
    digest = sha256 or hashlib.sha256(data).hexdigest()
    found = format_of(data)
    report = FileReport(len(data), digest, kind_of_format(found), data.startswith(b"%PDF-"), found)
    if report.kind is FileKind.PDF:
        return _pdf(report, data, trust, with_picture=with_picture)
    return FileReading(_other(report, data, trust, signed_content))


def read_file_report(data: bytes, trust: TrustStore, *, signed_content: bytes | None = None) -> FileReport:
    """The report that `read_file` makes, without a picture."""
    return read_file(data, trust, signed_content=signed_content, with_picture=False).report


def _other(report: FileReport, data: bytes, trust: TrustStore, signed_content: bytes | None) -> FileReport:
    match report.kind:
        case FileKind.DETACHED:
            from trangtin.signing.validation.detached import read_detached  # pyHanko: a second to import

            found = read_detached(data, signed_content, trust)
            reason = next((each.reason for each in found if each.reason), "")
            return replace(report, state=worst(found), signatures=found, reason=reason)
        case FileKind.OFFICE:
            return _office(report, data)
        case FileKind.IMAGE:
            return _image(report, data)
        case FileKind.DRAWING:
            drawing = read_drawing(data)
            state = FileState.UNREADABLE if drawing.is_damaged else FileState.UNSIGNED
            reason = "hình SVG hỏng hoặc có khai báo không được phép" if drawing.is_damaged else ""
            return replace(report, state=state, reason=reason, active=drawing.active, is_damaged=drawing.is_damaged)
    text = read_plain_text(data)
    reason = "tệp rỗng" if not data else "không phải loại tệp kiểm tra được"
    return replace(report, reason=reason, text=(text,) if text else ())


def _pdf(report: FileReport, data: bytes, trust: TrustStore, *, with_picture: bool) -> FileReading:
    if grows_too_large(data, TO_SHOW):
        return FileReading(replace(report, reason=GROWS, is_damaged=True))
    structure = read_pdf(data)
    locked = structure.encryption is Encryption.USER
    pages = PageFacts() if locked else read_pages(data, with_picture=with_picture)
    return FileReading(_pdf_report(report, data, trust, structure, pages), pages.picture)


def _pdf_report(
    report: FileReport, data: bytes, trust: TrustStore, structure: PdfFacts, pages: PageFacts
) -> FileReport:
    locked = structure.encryption is Encryption.USER
    # Some programs fill up a file to a whole block.
    truncated = b"%%EOF" not in data[-_END:] and b"%%EOF" not in data.rstrip(_FILLING)[-_END:]
    trace = structure.has_signature or leaves_trace(data)
    tail = _has_tail(data)
    if not (trace or truncated or structure.has_form) and report.is_pdf and _is_plain(structure):
        return _with_facts(report, structure, pages, state=FileState.UNSIGNED, has_tail=tail)
    # pyHanko: a second to import, for signed files only.
    from trangtin.signing.validation.signatures import read_signatures

    found = read_signatures(data, trust)
    reason = "tệp thiếu phần cuối" if found.unreadable and truncated else found.unreadable
    if found.unreadable and not (trace or truncated or locked or structure.is_damaged):
        reason = ""  # pyHanko alone stumbled; qpdf read every object of it and found no signature
    elif not found.signatures and trace:
        reason = reason or "tệp có dấu vết chữ ký nhưng không đọc được ô chữ ký"
    elif not found.signatures and (truncated or structure.is_damaged):
        reason = "tệp thiếu phần cuối" if truncated else reason or "cấu trúc tệp hỏng"
    if not report.is_pdf and not found.signatures:
        reason = reason or "có dữ liệu lạ trước đầu tệp PDF"
    state = FileState.UNREADABLE if reason else worst(found.signatures)
    facts = _with_facts(report, structure, pages, state=state, has_tail=tail)
    return replace(
        facts,
        reason=reason,
        signatures=tuple(each for each in found.signatures if not each.is_timestamp),
        timestamps=tuple(each for each in found.signatures if each.is_timestamp),
        empty_fields=found.empty_fields,
        is_truncated=truncated,
    )


def _has_tail(data: bytes) -> bool:
    """True if bytes follow the end of the PDF that another program may take for a file of its own."""
    end = data.rfind(b"%%EOF")
    return end >= 0 and _REMARKS.fullmatch(data, end) is None


def _is_plain(structure: PdfFacts) -> bool:
    """True if qpdf opened the file without a password and without repairing anything: then it saw every object."""
    return structure.version is not None and not structure.is_damaged and structure.encryption is Encryption.NONE


def _with_facts(
    report: FileReport, structure: PdfFacts, pages: PageFacts, *, state: FileState, has_tail: bool
) -> FileReport:
    return replace(
        report,
        state=state,
        pages=pages.pages,
        page_size=pages.page_size,
        picture_ending=ending_of(pages.picture),
        version=structure.version,
        pdfa=structure.pdfa,
        language=structure.language,
        text_layer=pages.text_layer,
        text=pages.text,
        metadata=structure.metadata,
        is_garbled=pages.is_garbled,
        encryption=structure.encryption,
        active=structure.active,
        leaks=find_leaks(structure.metadata, structure.links, "\n".join(pages.text)),
        is_damaged=structure.is_damaged,
        has_tail=has_tail,
    )


def _office(report: FileReport, data: bytes) -> FileReport:
    facts = read_office(data)
    reason = ""
    if facts.is_damaged:
        reason = "cấu trúc tệp hỏng"
    elif facts.is_encrypted:
        reason = "tệp có mật khẩu"
    elif facts.is_signed:
        reason = "có chữ ký trong Word, không kiểm tra"
    return replace(
        report,
        state=FileState.UNREADABLE if reason else FileState.UNSIGNED,
        reason=reason,
        encryption=Encryption.USER if facts.is_encrypted else Encryption.NONE,
        hidden=facts.hidden,
        unseen=facts.unseen,
        text=(facts.text,) if facts.text else (),
        metadata=facts.metadata,
        leaks=find_leaks(facts.metadata, ()),
        is_damaged=facts.is_damaged,
    )


def _image(report: FileReport, data: bytes) -> FileReport:
    facts = read_image(data)
    return replace(
        report,
        state=FileState.UNREADABLE if facts.is_damaged else FileState.UNSIGNED,
        reason="ảnh hỏng" if facts.is_damaged else "",
        leaks=find_leaks((("Artist", facts.artist),) if facts.artist else (), ()),
        has_exif=facts.has_exif,
        has_place=facts.has_place,
        keeps_notes=facts.keeps_notes,
        cleaned=CleanPicture(len(facts.cleaned), hashlib.sha256(facts.cleaned).hexdigest()) if facts.cleaned else None,
        is_damaged=facts.is_damaged,
    )
