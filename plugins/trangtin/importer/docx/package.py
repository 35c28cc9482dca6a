"""The parts of a .docx, opened with limits: a zip can claim any size, XML can ask for files and grow without end."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from lxml import etree

from trangtin.importer.refusal import Refusal
from trangtin.signing.inside.parts import BROKEN_PACKAGE

_LARGEST_PART = 25_000_000
"""Bytes of one XML part; a plan of a hundred pages has about two million."""
_LARGEST_SUM = 60_000_000
_MOST_PARTS = 5_000
_LARGEST_PICTURE = 30_000_000
_MOST_PICTURES = 200_000_000
"""Bytes of all pictures of a file."""
_DAMAGED = "mở lại bằng Word rồi lưu dưới dạng .docx (File → Save As → Word Document), sau đó nhập lại"
_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(slots=True)
class Package:
    """An opened .docx."""

    _zip: zipfile.ZipFile
    _names: dict[str, str]
    """Name by its lower case: programs do not agree on it."""
    _read: int = 0
    _pictures: int = 0
    """Bytes of pictures so far."""

    def part(self, name: str) -> etree._Element | None:
        """The XML of a part; None where there is no such part. Refuses what is too large or no plain XML."""
        real = self._names.get(name.lower())
        if real is None:
            return None
        try:
            with self._zip.open(real) as source:
                data = source.read(_LARGEST_PART + 1)
        except BROKEN_PACKAGE as error:
            raise Refusal("tệp .docx hỏng, không đọc được hết", _DAMAGED) from error
        self._read += len(data)
        if len(data) > _LARGEST_PART or self._read > _LARGEST_SUM:
            raise Refusal("bên trong tệp .docx lớn bất thường", "kiểm tra lại nơi gửi; đừng mở tệp này nếu không chắc")
        return _parse(data)

    def media(self, name: str) -> bytes | None:
        """The bytes of a picture; None where there is none, or one larger than a camera makes."""
        real = self._names.get(name.lower())
        if real is None:
            return None
        try:
            with self._zip.open(real) as source:
                data = source.read(_LARGEST_PICTURE + 1)
        except BROKEN_PACKAGE:  # the text can be read all the same
            return None
        self._pictures += len(data)
        return data if len(data) <= _LARGEST_PICTURE and self._pictures <= _MOST_PICTURES else None

    def edges(self) -> Iterator[etree._Element]:
        """The heads and feet of pages, as XML."""
        for name in self._names:
            if _EDGE.fullmatch(name) and (part := self.part(name)) is not None:
                yield part


@contextmanager
def opened(data: bytes) -> Iterator[Package]:
    """The package of a file's bytes. Raises Refusal where it is none."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Refusal("tệp có mật khẩu", "bỏ mật khẩu trong Word (File → Info → Protect Document) rồi nhập lại")
        raise Refusal("đây là tệp Word cũ (.doc) mang đuôi .docx", "mở bằng Word, lưu dưới dạng .docx rồi nhập lại")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN_PACKAGE as error:
        raise Refusal("tệp không phải .docx, hoặc bị cắt cụt", _DAMAGED) from error
    with archive:
        names = archive.namelist()
        if len(names) > _MOST_PARTS:
            raise Refusal(f"tệp .docx có {len(names)} phần, nhiều bất thường", "kiểm tra lại nơi gửi")
        yield Package(archive, {name.lower(): name for name in names})


def _parse(data: bytes) -> etree._Element:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Refusal("tệp .docx có khai báo XML không được phép", "kiểm tra lại nơi gửi; Word không ghi như vậy")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refusal("tệp .docx hỏng: nội dung không phải XML đúng", _DAMAGED) from error
    if root.getroottree().docinfo.doctype:  # the same, written in another encoding
        raise Refusal("tệp .docx có khai báo XML không được phép", "kiểm tra lại nơi gửi; Word không ghi như vậy")
    if b"purl.oclc.org/ooxml" in data[:4000]:  # "Strict Open XML": the same names in another namespace
        return etree.fromstring(data.replace(b"http://purl.oclc.org/ooxml/wordprocessingml/main", _W.encode()), parser)
    return root
