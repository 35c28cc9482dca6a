"""The closed lists of what an attached file can be and carry. Light to import: views and checks need no PDF library."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from trangtin.content.values.vocabulary import Choice


class FileKind(Choice):
    """What the bytes say the file is, whatever its name."""

    PDF = "pdf", "PDF"
    DETACHED = "p7s", "chữ ký số rời (.p7s)"
    OFFICE = "office", "tệp Office"
    IMAGE = "image", "ảnh"
    DRAWING = "svg", "hình vẽ SVG"
    OTHER = "other", "loại tệp khác"


class TextLayer(Choice):
    """Whether the words of a PDF can be searched, copied and read aloud."""

    FULL = "full", "có lớp chữ"
    PARTIAL = "partial", "một số trang chỉ là ảnh"
    NONE = "none", "chỉ là ảnh, không có lớp chữ"


class Encryption(Choice):
    """Whether a password stands between the reader and the file."""

    NONE = "none", "không mã hóa"
    OWNER = "owner", "mở được, có hạn chế in hoặc sao chép"
    USER = "user", "có mật khẩu, người đọc không mở được"


class ActiveContent(Choice):
    """Content of a PDF or drawing that acts instead of being read, by its names in the standard (ISO 32000-1)."""

    JAVASCRIPT = "JavaScript", "mã JavaScript"
    LAUNCH = "Launch", "lệnh mở chương trình"
    SUBMIT_FORM = "SubmitForm", "lệnh gửi dữ liệu đi"
    IMPORT_DATA = "ImportData", "lệnh nạp dữ liệu"
    RICH_MEDIA = "RichMedia", "nội dung đa phương tiện"
    EMBEDDED_FILE = "EmbeddedFile", "tệp nhúng bên trong"
    ADDITIONAL_ACTION = "AA", "lệnh tự chạy theo sự kiện"
    XFA = "XFA", "biểu mẫu XFA"
    EXTERNAL = "External", "tham chiếu tới nơi khác"
    """In drawings, not in PDFs."""


class FileFormat(Choice):
    """The exact format by the first bytes, in words that follow "bên trong là"."""

    PDF = "pdf", "tệp PDF"
    CMS = "cms", "chữ ký số rời"
    WORD = "word", "tệp Word"
    SHEET = "sheet", "bảng tính Excel"
    SLIDES = "slides", "trình chiếu PowerPoint"
    PACKAGE = "package", "tệp Office"
    OLD_OFFICE = "old-office", "tệp Office đời cũ hoặc có mật khẩu"
    OPEN_DOCUMENT = "open-document", "tệp OpenDocument"
    RTF = "rtf", "tệp RTF"
    JPEG = "jpeg", "ảnh JPEG"
    PNG = "png", "ảnh PNG"
    GIF = "gif", "ảnh GIF"
    WEBP = "webp", "ảnh WebP"
    TIFF = "tiff", "ảnh TIFF"
    HEIF = "heif", "ảnh AVIF hoặc HEIC"
    SVG = "svg", "hình vẽ SVG"
    ZIP = "zip", "tệp nén ZIP"
    RAR = "rar", "tệp nén RAR"
    SEVEN_ZIP = "7z", "tệp nén 7z"
    PROGRAM = "program", "chương trình chạy được"
    OTHER = "other", "loại tệp khác"


_PACKAGES = frozenset({FileFormat.WORD, FileFormat.SHEET, FileFormat.SLIDES, FileFormat.PACKAGE})
_PICTURES = frozenset(
    {FileFormat.JPEG, FileFormat.PNG, FileFormat.GIF, FileFormat.WEBP, FileFormat.TIFF, FileFormat.HEIF}
)
_KINDS = {
    FileFormat.PDF: FileKind.PDF,
    FileFormat.CMS: FileKind.DETACHED,
    FileFormat.SVG: FileKind.DRAWING,
    **dict.fromkeys(_PACKAGES, FileKind.OFFICE),
    **dict.fromkeys((FileFormat.OLD_OFFICE, FileFormat.OPEN_DOCUMENT, FileFormat.RTF), FileKind.OFFICE),
    **dict.fromkeys(_PICTURES, FileKind.IMAGE),
}
_BEGINS = {
    b"\xff\xd8\xff": FileFormat.JPEG,
    b"\x89PNG\r\n\x1a\n": FileFormat.PNG,
    b"GIF8": FileFormat.GIF,
    b"II*\0": FileFormat.TIFF,
    b"MM\0*": FileFormat.TIFF,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": FileFormat.OLD_OFFICE,
    b"{\\rtf": FileFormat.RTF,
    b"PK\5\6": FileFormat.ZIP,
    b"PK\7\x08": FileFormat.ZIP,
    b"Rar!\x1a\7": FileFormat.RAR,
    b"7z\xbc\xaf\x27\x1c": FileFormat.SEVEN_ZIP,
    b"\x7fELF": FileFormat.PROGRAM,
}
# Letters that a list may begin with: what tells a program is where its second head lies, and what is in it.
_PROGRAM = re.compile(rb"\AMZ.{58}(....)", re.DOTALL)
# SEQUENCE, its length, then the object identifier of CMS signed data (RFC 5652).
_CMS = re.compile(rb"\A\x30(?:\x80|[\x81-\x84].{1,4}?|.)\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02", re.DOTALL)
_CMS_PEM = (b"-----BEGIN PKCS7", b"-----BEGIN CMS")
_DRAWING = re.compile(rb"(?s)\A(?:\xef\xbb\xbf)?\s*(?:<[?!].*)?<(?:\w+:)?svg[\s/>]")
# ISO/IEC 23008-12: how AVIF and the HEIC of telephones begin, behind the length of their first part.
_HEIF = re.compile(rb"\A....ftyp(?:avi[fs]|hei[cfmsx]|hev[cmsx]|mif[12]|msf1)", re.DOTALL)
# The head of a file in the list of contents at the end of a zip, up to its name.
_IN_PACKAGE = re.compile(rb"PK\x01\x02.{42}(word|xl|ppt)/", re.DOTALL)
_OPEN_DOCUMENT = re.compile(rb"\APK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.", re.DOTALL)
_LIST_OF_CONTENTS = 200_000
_PARTS = {b"word": FileFormat.WORD, b"xl": FileFormat.SHEET, b"ppt": FileFormat.SLIDES}

DETACHED_ENDINGS = (".p7s", ".p7m")
_OLD_ENDINGS = {
    ".doc": {FileFormat.WORD, FileFormat.RTF},
    ".xls": {FileFormat.SHEET},
    ".ppt": {FileFormat.SLIDES},
}
_FORMATS: Mapping[str, frozenset[FileFormat]] = {
    ".pdf": frozenset({FileFormat.PDF}),
    **dict.fromkeys(DETACHED_ENDINGS, frozenset({FileFormat.CMS})),
    **dict.fromkeys((".docx", ".docm"), frozenset({FileFormat.WORD, FileFormat.PACKAGE, FileFormat.OLD_OFFICE})),
    **dict.fromkeys((".xlsx", ".xlsm"), frozenset({FileFormat.SHEET, FileFormat.PACKAGE, FileFormat.OLD_OFFICE})),
    **dict.fromkeys((".pptx", ".pptm"), frozenset({FileFormat.SLIDES, FileFormat.PACKAGE, FileFormat.OLD_OFFICE})),
    # Programs look at the bytes of these and open newer formats too.
    **{ending: frozenset({FileFormat.OLD_OFFICE, FileFormat.PACKAGE, *more}) for ending, more in _OLD_ENDINGS.items()},
    **dict.fromkeys((".odt", ".ods", ".odp"), frozenset({FileFormat.OPEN_DOCUMENT})),
    ".rtf": frozenset({FileFormat.RTF}),
    **dict.fromkeys((".svg", ".svgz"), frozenset({FileFormat.SVG})),
    **dict.fromkeys((".jpg", ".jpeg"), frozenset({FileFormat.JPEG})),
    ".png": frozenset({FileFormat.PNG}),
    ".gif": frozenset({FileFormat.GIF}),
    ".webp": frozenset({FileFormat.WEBP}),
    **dict.fromkeys((".tif", ".tiff"), frozenset({FileFormat.TIFF})),
    **dict.fromkeys((".avif", ".heic", ".heif"), frozenset({FileFormat.HEIF})),
    ".zip": frozenset({FileFormat.ZIP, FileFormat.OPEN_DOCUMENT, *_PACKAGES}),
    ".rar": frozenset({FileFormat.RAR}),
    ".7z": frozenset({FileFormat.SEVEN_ZIP}),
    **dict.fromkeys((".csv", ".txt"), frozenset({FileFormat.OTHER})),
}


def format_of(data: bytes) -> FileFormat:
    """The format of a file by its first bytes."""
    # First: a signature may carry the PDF that it signs, and a PDF may begin somewhat later.
    if _CMS.match(data[:24]) or data[:64].lstrip().startswith(_CMS_PEM):
        return FileFormat.CMS
    if b"%PDF-" in data[:1024]:
        return FileFormat.PDF
    for begin, found in _BEGINS.items():
        if data.startswith(begin):
            return found
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return FileFormat.WEBP
    if _HEIF.match(data[:12]):
        return FileFormat.HEIF
    if data.startswith(b"PK\3\4"):
        return _format_of_package(data)
    if _DRAWING.match(data[:4096]):
        return FileFormat.SVG
    head = _PROGRAM.match(data)
    if head is not None and data[(at := int.from_bytes(head.group(1), "little")) : at + 2] in {b"PE", b"NE", b"LE"}:
        return FileFormat.PROGRAM
    return FileFormat.OTHER


def _format_of_package(data: bytes) -> FileFormat:
    if _OPEN_DOCUMENT.match(data):
        return FileFormat.OPEN_DOCUMENT
    contents = data[-_LIST_OF_CONTENTS:]
    if b"[Content_Types].xml" not in data[:4096] and b"[Content_Types].xml" not in contents:
        return FileFormat.ZIP
    part = _IN_PACKAGE.search(contents)
    return _PARTS[part.group(1)] if part else FileFormat.PACKAGE


def kind_of_format(found: FileFormat) -> FileKind:
    """The kind that a format belongs to."""
    return _KINDS.get(found, FileKind.OTHER)


def kind_of(data: bytes) -> FileKind:
    """The kind of a file by its first bytes, for those who need no exact format."""
    return kind_of_format(format_of(data))


def formats_of_name(name: str) -> frozenset[FileFormat]:
    """Formats that a file of this name may have; empty where the name promises nothing that can be checked."""
    return _FORMATS.get(posixpath.splitext(name)[1].lower(), frozenset())


def kind_of_name(name: str) -> FileKind | None:
    """What the name promises; None where it promises nothing that can be checked."""
    kinds = {kind_of_format(each) for each in formats_of_name(name)}
    return FileKind.OTHER if FileKind.OTHER in kinds else next(iter(kinds), None)


def is_picture(name: str) -> bool:
    """True for what pages show, by its name."""
    return kind_of_name(name) in {FileKind.IMAGE, FileKind.DRAWING}


def signed_names(path: str) -> tuple[str, ...]:
    """Paths of files that a `.p7s` at `path` may sign, the likeliest first; empty if it is no `.p7s`.

    The same name without its ending, else with `.pdf`; `12.docx.p7s` signs `12.docx` and nothing else.
    """
    if kind_of_name(path) is not FileKind.DETACHED:
        return ()
    bare = posixpath.splitext(path)[0]
    if kind_of_name(bare) is not None:
        return (bare,)
    return tuple(dict.fromkeys((bare, f"{bare}.pdf", f"{posixpath.splitext(bare)[0]}.pdf")))
