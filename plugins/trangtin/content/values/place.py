"""The kinds of values that say where something is: a file of the repository, a page, a mailbox, an old address."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import quote, unquote

from pydantic import BeforeValidator

from trangtin.content.problem import Code
from trangtin.content.text import normalise
from trangtin.content.values.field import described
from trangtin.content.values.quantity import number_text
from trangtin.content.values.typed_text import as_line, as_text, fault

_WEB = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_UNFIT = re.compile(r'[\x00-\x1f\\:*?"<>|#]')
"""Signs that no address of a file may have: some system gives each of them a meaning."""
_QUERY = re.compile(r"[\w!&()*+,./:;=?@~%\[\]-]+")
"""Without signs that mean something in the rules of servers."""
_LONGEST_NAME, _LONGEST_ADDRESS = 240, 400
"""Bytes. Disks take names of 255, one ending of a packed copy counted; nginx looks up addresses of some 490, those with
a query as browsers encode them."""
_FILE_NAME = re.compile(r"[^/]*\w[^/]*\.[A-Za-z0-9]{1,8}")


def _path(value: object) -> str:
    text = normalise(as_text(value)).strip()
    if re.match(r"[A-Za-z]:|[/\\]|[\w+.-]+://", text):
        raise fault(
            Code.BAD_PATH,
            f"'{text}' không phải là đường dẫn trong kho",
            "viết đường dẫn tới tệp trong kho, không có ổ đĩa, https:// hay '/' ở đầu",
        )
    if "\\" in text:
        raise fault(
            Code.BAD_PATH, f"'{text}' dùng dấu gạch chéo ngược", "dùng dấu '/'", instead=text.replace("\\", "/")
        )
    if set(text.split("/")) <= {"", "."}:
        raise fault(Code.BAD_PATH, f"'{text}' không phải là tên tệp", "viết đường dẫn tính từ tệp này")
    return text


def _path_or_web(value: object) -> str:
    text = as_text(value).strip()
    return _lower_scheme(text) if _WEB.fullmatch(text) else _path(text)


def is_web(text: str) -> bool:
    """Whether a path-or-address value is an address on the web."""
    return text.startswith(("http://", "https://"))


def _lower_scheme(address: str) -> str:
    scheme, colon, rest = address.partition(":")
    return f"{scheme.lower()}{colon}{rest}"


def _web(value: object) -> str:
    text = as_text(value).strip()
    if not _WEB.fullmatch(text):
        raise fault(
            Code.BAD_ADDRESS, f"'{text}' không phải là địa chỉ trang", "viết đủ https://…", "https://ubnd.mau.example/"
        )
    return _lower_scheme(text)


def _email(value: object) -> str:
    text = as_line(value)
    if not _EMAIL.fullmatch(text):
        raise fault(
            Code.BAD_ADDRESS, f"'{text}' không phải là thư điện tử", "viết đủ tên@miền", "vanphong@truong.example"
        )
    return text


def _executor(value: object) -> str:
    text = as_line(value)
    if not _EXECUTOR.fullmatch(text):
        raise fault(
            Code.BAD_ADDRESS,
            f"'{text}' không phải là nơi dựng chữ",
            "viết địa chỉ cụm máy Dask, hoặc 'gói.mô_đun:tên' của một executor",
            "tcp://may-chu.example:8786",
        )
    return text


def _old_address(value: object) -> str:
    text = as_line(value)
    path, asked, query = text.partition("?")
    place = unquote(path).removeprefix("/")
    parts = place.split("/")
    remedy = ""
    if "#" in text:
        remedy = "viết phần trước dấu '#': máy chủ không được biết phần sau"
    elif " /" in text:
        remedy = "viết mỗi địa chỉ một dòng"
    elif asked and not _QUERY.fullmatch(query):
        remedy = "chép đúng phần sau dấu '?' như trong thanh địa chỉ, không có dấu cách, dấu nháy"
    # As it will be written to disk, not as typed: `%2f` and `%2e%2e` are signs of the web only.
    elif not (parts[0] or (asked and path in {"", "/"})) or _UNFIT.search(place) or {".", ".."} & set(parts):
        remedy = """chỉ viết phần sau tên miền, không có '..' và các dấu \\ : * ? " < > | #"""
    if remedy:
        raise fault(Code.BAD_ADDRESS, f"'{text}' không phải là địa chỉ cũ trên trang này", remedy, "/tin-tuc/123.html")
    if _is_too_long(place) or (asked and len(quote(f"{place}?{query}", "/?%&=")) > _LONGEST_ADDRESS):
        raise fault(
            Code.BAD_ADDRESS,
            f"'{text[:60]}…' quá dài ({number_text(len(text))} ký tự), không máy chủ nào giữ được",
            "bỏ dòng này, hoặc rút còn phần đầu mà người đọc còn dùng",
            "/tin-tuc/123.html",
        )
    return text


def _is_too_long(address: str) -> bool:
    names = address.encode().split(b"/")
    return len(address.encode()) > _LONGEST_ADDRESS or max(map(len, names)) > _LONGEST_NAME


def _file_name(value: object) -> str:
    text = as_line(value)
    if not _FILE_NAME.fullmatch(text) or _UNFIT.search(text):
        raise fault(Code.BAD_PATH, f"'{text}' không phải là tên tệp", "chỉ viết tên tệp có đuôi", "12-kh-tct.pdf")
    return text


_EXECUTOR = re.compile(r"(?:tcp|tls)://[^\s/:]+:\d+|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*:[A-Za-z_]\w*")
_ADDRESS = {"type": "string", "pattern": r"^\s*[Hh][Tt][Tt][Pp][Ss]?://[^\s/]+\S*\s*$"}

RepositoryPath = Annotated[str, BeforeValidator(_path), described("đường dẫn trong kho")]
"""A path relative to the file, or from the root where it starts with `plans/` or `site_src/`."""
PathOrWeb = Annotated[str, BeforeValidator(_path_or_web), described("đường dẫn hoặc địa chỉ trang")]
"""A path in the repository or a web address."""
WebAddress = Annotated[str, BeforeValidator(_web), described("địa chỉ trang", _ADDRESS)]
"""An http(s) address."""
Email = Annotated[
    str, BeforeValidator(_email), described("thư điện tử", {"type": "string", "pattern": r"[^\s@]@[^\s@]+\.[^\s@]"})
]
"""A mail address."""
OldAddress = Annotated[str, BeforeValidator(_old_address), described("địa chỉ cũ")]
"""A former address under the site's root; one with a query (`/index.php?id=5`) for web servers with our rules."""
ExecutorName = Annotated[str, BeforeValidator(_executor), described("địa chỉ cụm máy hoặc gói.mô_đun:tên")]
"""Something that takes work by the interface of `concurrent.futures`."""
FileName = Annotated[str, BeforeValidator(_file_name), described("tên tệp")]
"""The name of a file, without a folder."""
