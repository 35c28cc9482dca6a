"""The closed lists of what an attached file can be and carry. Light to import: views and checks need no PDF library."""

from __future__ import annotations

import posixpath
import re

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
    """Content of a PDF or a drawing that acts instead of being read, by the names of the standard (ISO 32000-1)."""

    JAVASCRIPT = "JavaScript", "mã JavaScript"
    LAUNCH = "Launch", "lệnh mở chương trình"
    SUBMIT_FORM = "SubmitForm", "lệnh gửi dữ liệu đi"
    IMPORT_DATA = "ImportData", "lệnh nạp dữ liệu"
    RICH_MEDIA = "RichMedia", "nội dung đa phương tiện"
    EMBEDDED_FILE = "EmbeddedFile", "tệp nhúng bên trong"
    ADDITIONAL_ACTION = "AA", "lệnh tự chạy theo sự kiện"
    XFA = "XFA", "biểu mẫu XFA"
    EXTERNAL = "External", "tham chiếu tới nơi khác"
    """Of a drawing, not of a PDF."""


_IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\0", b"MM\0*")
# SEQUENCE, its length, then the object identifier of CMS signed data (RFC 5652).
_CMS = re.compile(rb"\A\x30(?:\x80|[\x81-\x84].{1,4}?|.)\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02", re.DOTALL)
_CMS_PEM = (b"-----BEGIN PKCS7", b"-----BEGIN CMS")
_DRAWING = re.compile(rb"(?s)\A(?:\xef\xbb\xbf)?\s*(?:<[?!].*)?<(?:\w+:)?svg[\s/>]")
# ISO/IEC 23008-12: how AVIF and the HEIC of telephones begin, behind the length of their first part.
_HEIF = re.compile(rb"\A....ftyp(?:avi[fs]|hei[cfmsx]|hev[cmsx]|mif[12]|msf1)", re.DOTALL)
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".avif", ".heic", ".heif")
DETACHED_ENDINGS = (".p7s", ".p7m")
_BY_SUFFIX = {
    ".pdf": FileKind.PDF,
    **dict.fromkeys(DETACHED_ENDINGS, FileKind.DETACHED),
    **dict.fromkeys((".docx", ".doc", ".docm", ".xlsx", ".xls", ".xlsm", ".pptx", ".ppt", ".pptm"), FileKind.OFFICE),
    **dict.fromkeys((".svg", ".svgz"), FileKind.DRAWING),
    **dict.fromkeys(_PICTURES, FileKind.IMAGE),
}


def kind_of(data: bytes) -> FileKind:
    """What the first bytes say."""
    if b"%PDF-" in data[:1024]:
        return FileKind.PDF
    if data.startswith(_IMAGES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP") or _HEIF.match(data[:12]):
        return FileKind.IMAGE
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") or (data.startswith(b"PK\3\4") and _is_office(data)):
        return FileKind.OFFICE
    if _CMS.match(data[:24]) or data.lstrip().startswith(_CMS_PEM):
        return FileKind.DETACHED
    if _DRAWING.match(data[:4096]):
        return FileKind.DRAWING
    return FileKind.OTHER


def _is_office(data: bytes) -> bool:
    return b"[Content_Types].xml" in data[:4096] or b"[Content_Types].xml" in data[-200_000:]


def kind_of_name(name: str) -> FileKind | None:
    """What the name promises; None where it promises nothing that can be checked."""
    return _BY_SUFFIX.get(posixpath.splitext(name)[1].lower())


def signed_names(path: str) -> tuple[str, ...]:
    """Paths of what a `.p7s` at `path` may sign, the likeliest first; none for what is no signature.

    The same name without its ending, else with `.pdf`; `12.docx.p7s` signs `12.docx` and nothing else.
    """
    if kind_of_name(path) is not FileKind.DETACHED:
        return ()
    bare = posixpath.splitext(path)[0]
    if kind_of_name(bare) is not None:
        return (bare,)
    return tuple(dict.fromkeys((bare, f"{bare}.pdf", f"{posixpath.splitext(bare)[0]}.pdf")))
