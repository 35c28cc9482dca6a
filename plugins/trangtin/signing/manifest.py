"""The list of everything a site publishes, `manifest.json`, and a published copy held against it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from trangtin.compressed import original_of, unpacked_sha256
from trangtin.content.media_type import media_type
from trangtin.content.problem import Code
from trangtin.signing.findings import Finding, unreadable
from trangtin.signing.hashed_name import tells_its_content

NAME = "manifest.json"
CARRIED = ".carried.json"
"""Lists the files a release took over from the one before, for pages opened back then; no part of the site."""
_VERSION = 1
_quoted = json.JSONEncoder(ensure_ascii=False).encode
_PREVIEW = "preview"
_OBEYED = frozenset({".htaccess", ".user.ini"})
_OF_SYSTEMS = frozenset({"thumbs.db", "desktop.ini"})
"""What Windows leaves in folders that somebody looked at."""
WELL_KNOWN = ".well-known"
"""The one hidden folder of a site that is published: RFC 8615."""


@dataclass(frozen=True, slots=True)
class FormerFile:
    """A file that is no longer published; whoever kept a copy can look it up."""

    sha256: str
    title: str
    page: str
    """Address of the page that offered it, under the site's root."""
    replaced_by: str | None
    """Address of the file that replaced it; None where nothing did."""
    note: str
    """Since when and why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of the copy, or one that should be there."""

    path: str
    """Under the site's root, with `/`."""
    sha256: str | None
    """Hash of the file that is there; None if it is missing."""
    finding: Finding | None
    """What is wrong; None for a file that is as it was published."""


def _read(file: Path) -> Any:
    """The content of a JSON list, which somebody may have tampered with on the server. Raises OSError, ValueError."""
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except RecursionError:
        raise ValueError("lists in lists without end") from None


def read_manifest(folder: Path) -> Any:
    """The whole list in `folder`. Raises OSError, ValueError."""
    return _read(folder / NAME)


def published_hashes(folder: Path) -> Mapping[str, str]:
    """Hashes by path as the list in `folder` has them; none where there is no list that can be read."""
    try:
        return _listed(_read(folder / NAME))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def former_hashes(folder: Path) -> frozenset[str]:
    """Hashes of files that the list in `folder` names as no longer published."""
    try:
        history = _read(folder / NAME).get("history", ())
        return frozenset(str(each["sha256"]).lower() for each in history)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return frozenset()


@dataclass(frozen=True, slots=True)
class Origin:
    """The state of the repository that a site was built from."""

    commit: str
    is_dirty: bool
    """True where files in the work tree differed from that commit."""


def published_sizes(folder: Path) -> Mapping[str, int]:
    """Size in bytes by path, from the list in `folder`; measured on disk where no readable list is there."""
    try:
        files = _read(folder / NAME)["files"]
        return {str(each["path"]): int(each["size"]) for each in files}
    except (OSError, ValueError, KeyError, TypeError, OverflowError):  # a size without end
        found = {path: entry.stat().st_size for path, entry in published_entries(folder) if entry.is_file()}
        return without_copies(found)


def without_copies(sizes: Mapping[str, int]) -> Mapping[str, int]:
    """The same sizes without the compressed copies of listed files."""
    return {path: size for path, size in sizes.items() if original_of(path) not in sizes.keys() - {path}}


def is_preview(folder: Path) -> bool:
    """True if the site in `folder` was built to be looked at by those who write it, with drafts in it."""
    try:
        return bool(_read(folder / NAME).get(_PREVIEW))
    except (OSError, ValueError, AttributeError):
        return False


class HashedFile(NamedTuple):
    """A file of a site on disk, with its size and hash."""

    sha256: str
    size: int
    """Bytes."""


def hash_site(folder: Path) -> dict[str, HashedFile]:
    """Every file in `folder` by its path, in order. Raises OSError."""
    entries = ((path, entry) for path, entry in published_entries(folder) if entry.is_file())
    return {path: HashedFile(sha256_of(Path(entry)), entry.stat().st_size) for path, entry in entries}


def manifest_of(
    former: Iterable[FormerFile],
    published: Mapping[str, HashedFile],
    origin: Origin | None = None,
    *,
    is_preview: bool = False,
    more: Mapping[str, Any] | None = None,
) -> bytes:
    """The bytes of the list of all `published` files, by path; `origin` is left out where nobody knows it.

    A preview says that it is one, so that nobody publishes it. `more` is appended as it is.
    """
    built_from = {"commit": origin.commit, "dirty": origin.is_dirty} if origin else {}
    mark = {_PREVIEW: True} if is_preview else {}
    whole = {"version": _VERSION, **mark, **built_from, "files": [], "history": [_history(each) for each in former]}
    whole |= more or {}
    # Laid out as json.dumps would with an indent, which takes six times as long because it indents in Python.
    before, _, after = json.dumps(whole, ensure_ascii=False, indent=1).partition('"files": []')
    rows = ",\n".join(_row(path, file) for path, file in sorted(published.items()))
    return f'{before}"files": [\n{rows}\n ]{after}\n'.encode()


def _row(path: str, file: HashedFile) -> str:
    told = f'"sha256": "{file.sha256}",\n   "size": {file.size},\n   "type": "{media_type(path)}"'
    return f'  {{\n   "path": {_quoted(path)},\n   {told}\n  }}'


def _history(former: FormerFile) -> dict[str, str]:
    record = {
        "sha256": former.sha256,
        "title": former.title,
        "page": former.page,
        "replaced_by": former.replaced_by or "",
        "note": former.note,
    }
    return {key: value for key, value in record.items() if value}


def is_site(folder: Path) -> bool:
    """True for the folder of a built site, also where somebody took its list of files away."""
    return any((folder / name).is_file() for name in (NAME, "sitemap.xml", "kiem-tra-tep/index.html"))


def check_site(folder: Path) -> tuple[PublishedFile, ...]:
    """Every file of the manifest and every file that it should name, in order of path.

    A manifest that lists no pages vouches for attachments only: then files of other kinds are not asked for.
    """
    if not (folder / NAME).is_file():
        gone = Finding(Code.FILE_MISSING, "thiếu manifest.json nên không kiểm tra được tệp nào", "đăng lại trang")
        return (PublishedFile(NAME, None, gone),)
    try:
        listed = _listed(_read(folder / NAME))
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
        try:
            found = sha256_of(file)
        except OSError as error:
            yield PublishedFile(path, None, unreadable(error))
            continue
        changed = Finding(Code.FILE_CHANGED, f"tệp đã khác bản được công bố (mã công bố {expected})", "đăng lại trang")
        yield PublishedFile(path, found, None if found == expected else changed)


def _extra(folder: Path, listed: dict[str, str]) -> Iterator[PublishedFile]:
    # A list without pages is one of attachments: other kinds of files beside them are none of its concern.
    attached = {PurePosixPath(path).suffix.lower() for path in listed} or {".pdf"}
    is_whole = ".html" in attached
    carried = carried_hashes(folder)
    for path, entry in chain(published_entries(folder), _obeyed(folder)):
        file = Path(entry)
        original = original_of(path)
        try:
            if path in listed or (path in carried and not file.is_symlink() and sha256_of(file) == carried[path]):
                continue
            if original != path and original in listed:  # what most browsers are sent in its place
                is_wrong = unpacked_sha256(file) != listed[original]
            else:
                is_wrong = file.is_symlink() or is_whole or file.suffix.lower() in attached
                is_wrong = is_wrong and file.name.lower() not in _OF_SYSTEMS
            found = sha256_of(file) if is_wrong and file.is_file() else None
        except OSError as error:
            yield PublishedFile(path, None, unreadable(error))
            continue
        if is_wrong:
            what = Finding(
                Code.FILE_NOT_REFERENCED, "tệp lạ, không có trong manifest.json", "xóa tệp, rồi tìm ai đã đưa lên"
            )
            yield PublishedFile(path, found, what)


def _obeyed(folder: Path) -> Iterator[tuple[str, Path]]:
    """Hidden files that tell a server how to treat a folder (one at the top may be the server's own)."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") or name == WELL_KNOWN)
        for name in sorted(set(names) & _OBEYED):
            file = Path(place, name)
            if (path := file.relative_to(folder).as_posix()) != ".htaccess":
                yield path, file


def carried_hashes(folder: Path) -> Mapping[str, str]:
    """Hashes by path of the files that the release in `folder` took over; empty where nothing says so."""
    try:
        found = _read(folder / CARRIED)
        return {str(path): str(digest) for path, digest in found.items() if tells_its_content(str(path))}
    except (OSError, ValueError, AttributeError):
        return {}


def is_given_out(address: str) -> bool:
    """Whether a server gives out what lies at an address of a site: nothing hidden, save what the web reserves."""
    return not is_folders_own(address) and "/." not in address


def is_folders_own(address: str) -> bool:
    """Whether something is the folder's own, and not the site's: what is hidden at the top, such as `.git`."""
    return address.startswith(".") and not address.startswith(f"{WELL_KNOWN}/")


def published_entries(folder: Path | os.DirEntry[str], under: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Files that a server gives out, except the manifest itself.

    Directory entries, because making a `Path` of each takes longer than all that is asked of them.
    """
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        path = under + entry.name
        if entry.is_dir(follow_symlinks=False):
            if is_given_out(f"{path}/"):
                yield from published_entries(entry, f"{path}/")
        elif (entry.is_file() or entry.is_symlink()) and is_given_out(path) and path != NAME:
            yield path, entry


def sha256_of(file: Path) -> str:
    """64 hexadecimal digits. Raises OSError."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
