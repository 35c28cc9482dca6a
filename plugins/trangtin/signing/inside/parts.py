"""The XML parts of an office package, heard as they stream by: a zip can claim any size, XML can grow without end."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from trangtin.content.text import normalise

_LARGEST_SUM = 200_000_000
"""Bytes of XML of one file; a hundred pages have about two million, a large table some tens."""
_CHUNK = 1_000_000

BROKEN_PACKAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    KeyError,
)
"""What reading a damaged package raises."""


class TooLargeError(Exception):
    """There is more inside than any paper has."""


class Listener:
    """Hears the elements of a part. Names come without namespaces, whatever prefix a program chose for them."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def data(self, text: str) -> None:
        """Some of the text of the innermost element."""

    def close(self) -> None:
        """The part ends."""


class Words(Listener):
    """Hears the words of a part, a paragraph a line."""

    def __init__(self) -> None:
        """Nothing was said so far."""
        self.lines: list[str] = []
        self._said: list[str] = []
        self._is_word = False
        self._skipped = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Words stand in `t`; what stands again for older programs is passed over."""
        if self._skipped or name == "Fallback":
            self._skipped += 1
        elif name in {"p", "br"}:
            self._end_line()
        elif name == "tab" and not attributes:
            self._said.append("\t")
        elif name == "noBreakHyphen":
            self._said.append("-")
        self._is_word = name == "t" and not self._skipped

    def end(self, name: str) -> None:
        """A line ends with its paragraph."""
        self._is_word = False
        if self._skipped:
            self._skipped -= 1
        elif name in {"p", "si", "is"}:
            self._end_line()

    def data(self, text: str) -> None:
        """Some words."""
        if self._is_word:
            self._said.append(text)

    def close(self) -> None:
        """Words outside of all paragraphs are a line too."""
        self._end_line()

    def _end_line(self) -> None:
        if line := normalise("".join(self._said)).strip():
            self.lines.append(line)
        self._said.clear()


class _Ear:
    """Takes what the parser tells and leaves the namespaces out."""

    def __init__(self, listener: Listener) -> None:
        self.close_of = listener.close
        self.end_of = listener.end
        self.start_of = listener.start
        self.data = listener.data

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.start_of(_local(tag), {_local(key): value for key, value in attributes.items()})

    def end(self, tag: str) -> None:
        self.end_of(_local(tag))

    def doctype(self, *_: object) -> None:
        raise ValueError("no office program declares types; whoever does may be after entities")

    def close(self) -> None:
        self.close_of()


def _local(name: str) -> str:
    return name.rpartition("}")[2]


class Parts:
    """The parts of an opened package."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        """Nothing is read yet."""
        self._package = package
        self._left = _LARGEST_SUM
        self.names = tuple(sorted(package.namelist()))

    def hear(self, name: str, listener: Listener) -> None:
        """Have `listener` hear a part, as far as it can be read. Raises one of BROKEN_PACKAGE, or TooLargeError."""
        # Recovering: a fault in one place must not hide what stands behind it.
        parser = etree.XMLParser(target=_Ear(listener), resolve_entities=False, no_network=True, recover=True)
        try:
            with self._package.open(name) as part:
                while chunk := part.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise TooLargeError(name)
                    parser.feed(chunk)
            parser.close()
        except etree.XMLSyntaxError:
            return  # no XML at all: no program shows anything of it

    def mentions(self, name: str, word: str) -> bool:
        """Whether the bytes of a part hold a word: a quick look before a long hearing."""
        with self._package.open(name) as part:
            data = part.read(self._left + 1)
        return any(word.encode(each) in data for each in ("utf-8", "utf-16-le", "utf-16-be"))
