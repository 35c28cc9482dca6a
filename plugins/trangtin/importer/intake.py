"""The files that a person named: single ones, those in a folder, those in a zip."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from trangtin.content.text import normalise
from trangtin.content.values.quantity import number_text
from trangtin.importer.reading import PICTURES, SUFFIXES
from trangtin.importer.refusal import Refusal
from trangtin.signing.inside.parts import BROKEN_PACKAGE

_MOST_FILES = 1_000
_SAYS_UTF8 = 0x800
_LARGEST = 150_000_000
_LARGEST_SUM = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """A file to import."""

    name: str
    """The name shown to the person: a path, or the zip's name and the path in it."""
    read: Callable[[], bytes]
    """Reads its bytes; raises Refusal or OSError."""

    @property
    def file_name(self) -> str:
        """The name alone."""
        return PurePosixPath(self.name.replace("\\", "/")).name


@dataclass(frozen=True, slots=True)
class Intake:
    """What was found in the files and folders that a person named."""

    sources: tuple[Source, ...]
    """The files to import, in order."""
    passed_over: tuple[str, ...]
    """Names of the other files in folders and zips: workbooks, pictures, zips in folders."""


def intake_of(paths: Sequence[Path], *, pictures: bool = False) -> Intake:
    """All files, in order; `pictures` takes pictures in folders too. Raises Refusal for too many.

    A zip that cannot be opened is a source of its own, refused when it is read: the others go on.
    """
    wanted = SUFFIXES | PICTURES if pictures else SUFFIXES
    found: list[Source] = []
    passed: list[str] = []
    for path in paths:
        for source in _expand(path):
            is_named = source.name == _told(path)
            if is_named or PurePosixPath(source.file_name).suffix.lower() in wanted:
                found.append(source)
            else:
                passed.append(source.file_name)
    if len(found) > _MOST_FILES:
        raise Refusal(
            f"có {number_text(len(found))} tệp, nhiều hơn {number_text(_MOST_FILES)}", "nhập từng thư mục một"
        )
    return Intake(tuple(found), tuple(passed))


def _told(path: Path | str) -> str:
    """A path on one line: a line end in a name would make two messages of one."""
    return re.sub(r"[\x00-\x1f\x7f\x85\u2028\u2029]+", " ", str(path))


def _expand(path: Path) -> Iterator[Source]:
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.is_file() and not _is_hidden(file.relative_to(path).parts):
                yield Source(_told(file), file_reader(file))
    elif path.suffix.lower() == ".zip":
        yield from _zipped(path)
    else:
        yield Source(_told(path), file_reader(path))


def file_reader(path: Path) -> Callable[[], bytes]:
    """Reads a file that may be larger than anybody would send."""

    def read() -> bytes:
        if path.stat().st_size > _LARGEST:
            raise Refusal(
                f"tệp nặng {number_text(path.stat().st_size // 1_000_000)} MB, quá lớn",
                "tách tệp hoặc quét lại ở 200 dpi",
            )
        return path.read_bytes()

    return read


def _is_hidden(parts: Sequence[str]) -> bool:
    return any(part.startswith((".", "~$", "__MACOSX")) for part in parts)


def _zipped(path: Path) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = [each for each in archive.infolist() if not each.is_dir()]
    except BROKEN_PACKAGE:
        yield _refused(path, "tệp .zip hỏng hoặc bị cắt cụt", "nén lại rồi gửi lại")
        return
    if sum(each.file_size for each in members) > _LARGEST_SUM or len(members) > _MOST_FILES * 5:
        yield _refused(path, "bên trong tệp .zip lớn bất thường", "kiểm tra lại nơi gửi; giải nén rồi nhập thư mục")
        return
    for each in sorted(members, key=lambda member: member.filename):
        name = _name_of(each)
        if not _is_hidden(PurePosixPath(name).parts):
            yield Source(_told(f"{path}/{name}"), partial(_member, path, each.filename))


def _name_of(member: zipfile.ZipInfo) -> str:
    """The name of a file in a zip; macOS writes UTF-8 without saying so, which is then taken for letters of DOS."""
    if member.flag_bits & _SAYS_UTF8:
        return normalise(member.filename)
    try:
        return normalise(member.filename.encode("cp437").decode())
    except UnicodeError:
        return member.filename


def _refused(path: Path, message: str, remedy: str) -> Source:
    def read() -> bytes:
        raise Refusal(message, remedy)

    return Source(_told(path), read)


def _member(path: Path, name: str) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive, archive.open(name) as member:
            data = member.read(_LARGEST + 1)
    except BROKEN_PACKAGE as error:
        raise Refusal(
            "không giải nén được tệp này (hỏng hoặc có mật khẩu)", "giải nén bằng tay rồi nhập lại"
        ) from error
    if len(data) > _LARGEST:
        raise Refusal("tệp trong .zip lớn bất thường", "kiểm tra lại nơi gửi")
    return data
