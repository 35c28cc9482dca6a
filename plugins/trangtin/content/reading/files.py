"""The files of a portal's two folders, and which of them are passed over."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from trangtin.content.entry import Layout
from trangtin.content.markdown import is_markdown
from trangtin.content.problem import Code, Problem
from trangtin.content.text import normalise, visible
from trangtin.disk.reasons import reason_of

_HIDDEN = re.compile(
    r"\..*|readme(?:\.[a-z]+)?\.md|.*~|#.*#|.*\.(?:bak|orig|tmp|swp)|~\$.*|(?:eh)?thumbs\.db|desktop\.ini",
    re.IGNORECASE,
)
"""Names of files that no editor means to publish: hidden ones, what Windows and Word leave, backups, notes for
programmers."""


def is_passed_over(name: str) -> bool:
    """Whether a file of this name is never read, wherever it lies."""
    return _HIDDEN.fullmatch(name) is not None


def files_in(root: Path, layout: Layout, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """Every file of the two folders by its normalised path, sorted. Links may not lead out of the repository.

    What may not be followed or looked into joins `problems`.
    """
    inside = root.resolve()
    for top in dict.fromkeys((layout.plans, layout.docs)):
        if (root / top).is_dir():
            yield from _files_in(root / top, PurePosixPath(top).as_posix(), inside, problems)


def _files_in(folder: Path, place: str, inside: Path, problems: list[Problem]) -> Iterator[tuple[str, Path]]:
    """The files of a folder, whose path in the repository is `place`, then those of its folders."""
    try:
        with os.scandir(folder) as found:  # which tells what each file is without a question for each
            lying = sorted((each for each in found if not each.name.startswith(".")), key=lambda each: each.name)
    except FileNotFoundError:  # gone while a preview looks
        return
    except OSError as error:
        problems.append(unreadable(place, "thư mục", error))
        return
    below: list[str] = []
    for each in lying:
        typed, is_folder, is_link = f"{place}/{each.name}", _is_folder(each), each.is_symlink()
        path = normalise(typed)
        if visible(typed) != typed:
            problems.append(_ill_named(visible(typed)))
        elif is_folder and not is_link:
            below.append(each.name)
        elif is_passed_over(each.name):
            continue
        elif is_link and (is_folder or not _stays_inside(folder / each.name, inside)):
            what = "liên kết tới một thư mục" if is_folder else "liên kết trỏ ra ngoài kho"
            problems.append(Problem(path, 1, Code.FILE_NAME, what, "chép tệp thật vào kho"))
        elif each.is_file():
            yield path, folder / each.name
    for name in below:
        yield from _files_in(folder / name, f"{place}/{name}", inside, problems)


def unreadable(path: str, what: str, error: OSError) -> Problem:
    """The problem of a file or folder (`what`) that exists and cannot be opened."""
    if isinstance(error, PermissionError):
        message, remedy = f"không có quyền đọc {what} này", "cấp quyền đọc cho tài khoản chạy phần mềm"
    else:
        message, remedy = f"không đọc được {what} này từ đĩa ({reason_of(error)})", f"kiểm tra ổ đĩa, chép lại {what}"
    return Problem(path, 1, Code.FILE_UNREADABLE, message, remedy)


def _ill_named(path: str) -> Problem:
    """The problem of a name that is no UTF-8 (unpacked from an old archive), or has invisible characters."""
    message = "tên tệp, thư mục có ký tự không phải là chữ (ghi ở dạng <U+…>)"
    remedy = "đổi tên, chỉ dùng chữ, chữ số, dấu gạch nối; tên hỏng dấu do giải nén thì giải nén lại ở mã UTF-8"
    return Problem(path, 1, Code.FILE_NAME, message, remedy)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _stays_inside(file: Path, inside: Path) -> bool:
    try:
        return file.resolve(strict=True).is_relative_to(inside)
    except (OSError, RuntimeError):  # a link to nothing, or to itself
        return False


def content_files(root: Path, layout: Layout) -> Iterator[tuple[str, Path]]:
    """Every Markdown file of the two folders, as (repository path, where it lies)."""
    for path, file in files_in(root, layout, []):
        if is_markdown(path):
            yield path, file
