"""A published copy held against its own list of files, `manifest.json`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from trangtin.content.problem import Code
from trangtin.signing.findings import Finding

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of the copy, or one that should be there."""

    path: str
    """Under the site's root, with `/`."""
    sha256: str | None
    """Of what is there; None where nothing is."""
    finding: Finding | None
    """What is wrong; None for a file that is as it was published."""


def check_site(folder: Path) -> tuple[PublishedFile, ...]:
    """Every file of the manifest and every file that it should name, in order of path.

    A manifest that lists no pages vouches for attachments only: then files of other kinds are not asked for.
    """
    try:
        listed = _listed(json.loads((folder / NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        what = Finding(Code.FILE_DAMAGED, f"manifest.json không đọc được ({type(error).__name__})", "đăng lại trang")
        return (PublishedFile(NAME, None, what),)
    return tuple(sorted((*_promised(folder, listed), *_extra(folder, listed)), key=lambda each: each.path))


def _listed(manifest: Any) -> dict[str, str]:
    files = {str(each["path"]): str(each["sha256"]).lower() for each in manifest["files"]}
    for path in files:
        parts = PurePosixPath(path).parts
        if not parts or path.startswith("/") or ".." in parts or "\\" in path:
            raise ValueError(path)
    return files


def _promised(folder: Path, listed: dict[str, str]) -> Iterator[PublishedFile]:
    for path, expected in listed.items():
        file = folder / path
        if not file.is_file():
            yield PublishedFile(
                path, None, Finding(Code.FILE_MISSING, "thiếu tệp có trong manifest.json", "đăng lại trang")
            )
            continue
        found = _sha256(file)
        changed = Finding(Code.FILE_CHANGED, f"tệp đã khác bản được công bố (mã công bố {expected})", "đăng lại trang")
        yield PublishedFile(path, found, None if found == expected else changed)


def _extra(folder: Path, listed: dict[str, str]) -> Iterator[PublishedFile]:
    vouched = {PurePosixPath(path).suffix.lower() for path in listed} or {".pdf"}
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if file.is_file() and path not in listed and path != NAME and file.suffix.lower() in vouched:
            what = Finding(
                Code.FILE_NOT_REFERENCED, "tệp lạ, không có trong manifest.json", "xóa tệp, rồi tìm ai đã đưa lên"
            )
            yield PublishedFile(path, _sha256(file), what)


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
