"""Attached files: they are there, they are what their names say, and none is forgotten."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from trangtin.content.document import AttachedFile, Document
from trangtin.content.entry import Entry
from trangtin.content.links import as_destination
from trangtin.content.markdown import ENDINGS
from trangtin.content.nearest import did_you_mean, nearest_from
from trangtin.content.problem import Code, Problem, Severity
from trangtin.portal.attachments import Attachments
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.named_files import Place
from trangtin.signing.kinds import is_picture

_NOTEPAD = tuple(f"{ending}.txt" for ending in ENDINGS)
_JPEG_OF_WINDOWS = ".jfif"
_UNREADY = frozenset({".bmp", ".dib", ".emf", ".wmf", ".psd", _JPEG_OF_WINDOWS})
_REPORT = re.compile(r"du-thao-bao-cao-(?:so|tong)-ket.*\.docx")
"""What `trangtin report` writes to be sent round: nobody is to be told to publish it."""
_NAMING = ("files", "tasks", "works", "image", "album")
"""Keys under which files are named."""


def check_files(catalogue: Catalogue, attachments: Attachments) -> Iterator[Problem]:
    """Missing, altered and unreferenced files."""
    for entry in catalogue.reading.documents:
        for index, (declared, path) in enumerate(catalogue.declared_by(entry)):
            if path is None or path not in catalogue.reading.attachments:
                yield _missing(catalogue, entry, index, declared, path)
                continue
            yield from _check_facts(catalogue, entry, index, declared, path)
    yield from _unready_pictures(catalogue)
    are_known = _are_uses_known(catalogue)
    for path in attachments.unused:
        if path.lower().endswith(_NOTEPAD):
            yield _misnamed(path)
        elif are_known and not _REPORT.fullmatch(PurePosixPath(path).name):
            yield _unused(path)


def _unready_pictures(catalogue: Catalogue) -> Iterator[Problem]:
    """Pictures on pages of which no smaller ones are made: phones load the whole file, or show nothing."""
    for entry in catalogue.inspected:
        for named in catalogue.named_by(entry):
            stem, ending = posixpath.splitext(posixpath.basename(named.name))
            if ending.lower() not in _UNREADY or named.place is Place.DECLARED:
                continue
            if named.path not in catalogue.reading.attachments:
                continue  # reported as missing
            is_jpeg = ending.lower() == _JPEG_OF_WINDOWS
            yield Problem(
                entry.path,
                named.line,
                Code.FILE_NOT_WHAT_IT_SAYS,
                f"ảnh '{named.name}' không thu nhỏ được cho điện thoại",
                "ảnh này là JPEG: đổi đuôi thành .jpg" if is_jpeg else "xuất ảnh sang JPEG hoặc PNG rồi thay tệp này",
                f"{stem}.{'jpg' if is_jpeg else 'png'}",
                Severity.WARNING,
            )


def _are_uses_known(catalogue: Catalogue) -> bool:
    """While a file cannot be read, nobody knows what it uses: say nothing that might have files deleted."""
    return not catalogue.broken and all(entry.reads(*_NAMING) for entry in catalogue.entries.values())


def _misnamed(path: str) -> Problem:
    name = PurePosixPath(path).name
    message = f"tệp '{name}' mang đuôi .txt nên không được đọc như một bài"
    remedy = "đổi tên tệp, bỏ đuôi .txt (Notepad tự thêm đuôi ấy; Windows có thể đang giấu đuôi tệp)"
    return Problem(path, 1, Code.FILE_NOT_REFERENCED, message, remedy, name[: -len(".txt")], Severity.WARNING)


def _unused(path: str) -> Problem:
    what, name = "không bài nào dùng tệp này nên nó không được đăng", PurePosixPath(path).name
    if is_picture(name):
        remedy = "muốn đăng thì đặt ảnh vào bài, hoặc ghi ở 'image', 'album' của tin"
        example = f"![Toàn cảnh lễ phát động]({as_destination(name)})"
    else:
        remedy = "muốn đăng thì thêm vào 'files' của văn bản hoặc đặt liên kết trong bài"
        example = f"files: [{{path: {name}}}]"
    return Problem(path, 1, Code.FILE_NOT_REFERENCED, what, remedy, example, Severity.NOTICE)


def _missing(
    catalogue: Catalogue, entry: Entry[Document], index: int, declared: AttachedFile, path: str | None
) -> Problem:
    near = nearest_from(entry.folder, path or declared.path, catalogue.reading.attachments)
    return Problem(
        entry.path,
        entry.line("files", index, "path"),
        Code.FILE_MISSING,
        f"không có tệp '{declared.path}'",
        did_you_mean(near, "chép tệp vào cạnh văn bản, hoặc sửa đường dẫn"),
        f"path: {near}" if near else "",
    )


def _check_facts(
    catalogue: Catalogue, entry: Entry[Document], index: int, declared: AttachedFile, path: str
) -> Iterator[Problem]:
    facts = catalogue.facts.get(path)
    if facts is None:
        return
    # An editor may have the hash from the page too.
    if declared.sha256 is not None and declared.sha256 not in {facts.sha256, facts.published_sha256}:
        yield Problem(
            entry.path,
            entry.line("files", index, "sha256"),
            Code.FILE_CHANGED,
            f"tệp '{declared.path}' đã khác bản được ghi mã SHA-256",
            "lấy lại đúng tệp gốc; nếu đã thay tệp có chủ ý thì ghi mã mới và chuyển mã cũ xuống 'former'",
            f"sha256: {facts.sha256}, former: [{{sha256: {declared.sha256}}}]",
        )
