"""Traces of people and machines in a file's metadata and links. In a signed file they cannot be taken out any more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from trangtin.content.text import fold, one_line

_WINDOWS_PATH = re.compile(r"(?i)\b[a-z]:\\[^\s\"<>|]+|\\\\[\w.-]+\\[^\s\"<>|]+")
_UNIX_PATH = re.compile(r"(?<![\w/:.])/(?:home|Users|root|mnt|media|var|tmp|opt|srv)/[^\s\"<>|]+")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_IDENTITY = re.compile(r"(?<!\d)(?<!\d\.)(?:0\d{11}|\d{9})(?!\d)")  # not behind a point: a version of TeX
_IDENTITY_CONTEXT = re.compile(
    r"(?i)\b(?:CCCD|CMND|căn\s*cước|chứng\s*minh\s*nhân\s*dân|số\s*định\s*danh)\D{0,40}(0\d{11}|\d{9})(?!\d)"
)
_PRIVATE_HOST = re.compile(
    r"(?i)(?:localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+"
    r"|[^.]+|.+\.(?:local|lan|internal|intranet|corp))"
)
# Words that programs or offices put in as authors: nobody's name.
_NOBODY = frozenset(
    {"", "admin", "administrator", "user", "unknown", "anonymous", "microsoft", "windows user", "may tinh"}
)


def find_leaks(metadata: Iterable[tuple[str, str]], links: Iterable[str], text: str = "") -> tuple[str, ...]:
    """Everything found, in Vietnamese; identity numbers are told of, never repeated."""
    return tuple(dict.fromkeys(_leaks(metadata, links, text)))


def _leaks(metadata: Iterable[tuple[str, str]], links: Iterable[str], text: str) -> Iterator[str]:
    for key, raw in metadata:
        value = one_line(raw)
        if key in {"Author", "LastModifiedBy", "Artist"} and fold(value) not in _NOBODY:
            yield f"tên người soạn '{_hidden(value)}'"
        for pattern, what in ((_WINDOWS_PATH, "đường dẫn máy"), (_UNIX_PATH, "đường dẫn máy"), (_MAIL, "địa chỉ thư")):
            if match := pattern.search(value):
                yield f"{what} '{_hidden(match.group())}' trong {key}"
        if key not in {"CreationDate", "ModDate"} and _IDENTITY.search(value):
            yield f"dãy số giống số CCCD/CMND trong {key}"
    for link in links:
        if is_private(link):
            yield f"liên kết nội bộ '{_hidden(link)}'"
    if _IDENTITY_CONTEXT.search(text):
        yield "số CCCD/CMND trong nội dung"


def is_private(address: str) -> bool:
    """True if only somebody inside could follow it."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    if parts.scheme.lower() == "file":
        return True
    return parts.scheme.lower() in {"http", "https", "ftp"} and bool(_PRIVATE_HOST.fullmatch(parts.hostname or "x.vn"))


def _hidden(value: str) -> str:
    return _IDENTITY.sub("…", value)[:120]
