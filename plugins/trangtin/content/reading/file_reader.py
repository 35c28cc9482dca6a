"""From one file to a frozen entry and what is wrong with it."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Any, TypeVar

from trangtin.content.entry import Entry, line_of
from trangtin.content.page import Page, PageHead
from trangtin.content.problem import Code, Problem
from trangtin.content.reading.files import unreadable
from trangtin.content.reading.front_matter import FrontMatter, parse, split
from trangtin.content.reading.head_store import ELSEWHERE, Head, HeadStore, KeptFile
from trangtin.content.reading.messages import unknown_and_empty, value_of
from trangtin.content.reading.salvage import readable_keys, salvage
from trangtin.content.text import normalise
from trangtin.content.translation import Translation, ill_tagged, translated_file
from trangtin.content.values.languages import VIETNAMESE, language
from trangtin.disk.shelf import key_of

P = TypeVar("P", bound=PageHead)
Read = tuple[Entry[Any] | None, list[Problem]]
"""A file as its entry and what is wrong with it."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OTHER_ENDS = "\r\u2028\u2029\x0b\x0c\x85"
_LINE_END = re.compile(f"\r\n|[{_OTHER_ENDS}]")


def read_file(
    file: Path, path: str, head: type[P], store: HeadStore | None = None
) -> tuple[Entry[P] | None, list[Problem]]:
    """One file as (entry or None, its problems). Raises FileNotFoundError where it is gone."""
    entry, problems = read_entry(file, path, head, store)
    return (None if problems else entry), problems


def read_entry(file: Path, path: str, head: type[P], store: HeadStore | None) -> tuple[Entry[P] | None, list[Problem]]:
    """One file as (entry, its problems); with problems, the entry is what can be salvaged of it, or None.

    Raises FileNotFoundError where it is gone.
    """
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        raise
    except OSError as error:
        return None, [unreadable(path, "tệp", error)]
    fingerprint = key_of(head.__name__, path, data)
    known = store.file(fingerprint) if store is not None else None
    if known is None:
        return _read_anew(data, path, head, fingerprint, store)
    value, problems = _value(known.head, path, head)
    if value is None:
        return None, problems
    _, lines = known.head
    return Entry(path, value, data[known.body_at :], known.body_line, lines, fingerprint, known.around), problems


def _read_anew(data: bytes, path: str, head: type[P], fingerprint: bytes, store: HeadStore | None) -> Read:
    text = decode(data, path)
    if isinstance(text, Problem):
        return None, [text]
    front, problems = (_read_page if head in {Page, Translation} else parse)(text, path, store)
    if front is None:
        return _rough(text, path, head, fingerprint), problems
    said, body, line = (front.data, front.lines), front.body, front.body_line
    problems += unknown_and_empty(head, front.data, path, front.lines)
    # A body that had to be normalised is not found in the text: then every edit counts as one of the head.
    around = key_of(head.__name__, path, text.removesuffix(body))
    if store is not None and not problems:
        typed = body.encode()
        body_at = len(data) - len(typed) if front.is_clean and data.endswith(typed) else ELSEWHERE
        store.put(fingerprint, front.before, KeptFile(said, body_at, line, around))
    value, more = _value(said, path, head)
    if value is None:
        return None, problems + more
    mended = () if front.is_clean else tuple(n for n, row in enumerate(text.split("\n"), 1) if normalise(row) != row)
    return Entry(path, value, body, line, front.lines, fingerprint, around, mended), problems + more


def _read_page(text: str, path: str, store: HeadStore | None) -> tuple[FrontMatter | None, list[Problem]]:
    """A plain page may go without front matter, as in any MkDocs site."""
    if re.match(r"\s*-{3,}[ \t]*\n", text):
        return parse(text, path, store)
    body = normalise(text)
    return FrontMatter({}, {}, body, 1, "", body is text), []


def _value(said: Head, path: str, head: type[P]) -> tuple[P | None, list[Problem]]:
    """The record that a head means, and its problems; with problems the record that can be salvaged, or None."""
    data, lines = dict(said[0]), said[1]
    problems: list[Problem] = []
    if head is Translation and (file := translated_file(path)) is not None:
        problems += ill_tagged(path, data.get("lang"), line_of(lines, ("lang",)))
        data["lang"] = file.tag if language(file.tag) else VIETNAMESE
    value = value_of(head, data, path, lines)
    if isinstance(value, list):
        return salvage(head, data), problems + value
    return value, problems


def _rough(text: str, path: str, head: type[P], fingerprint: bytes) -> Entry[P] | None:
    """What the keys of a head say that is not valid YAML as a whole, each key read by itself."""
    parts = split(text, path)
    if isinstance(parts, Problem):
        return None
    typed, first_line, body, body_line = parts
    data, lines = readable_keys(typed, path, first_line)
    left = salvage(head, data)
    if left is None:
        return None
    return Entry(path, left, normalise(body), body_line, lines, fingerprint, fingerprint)


def decode(data: bytes, path: str) -> str | Problem:
    """UTF-8 text with LF line ends and no byte order mark; or the problem that it is no text."""
    if data.startswith(_UTF16):
        return _not_utf8(path, 1, "tệp lưu ở mã UTF-16")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return _not_utf8(
            path,
            line,
            "dòng này không phải là UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258)",
            "chuyển chữ sang Unicode dựng sẵn (ví dụ bằng UniKey) rồi lưu tệp ở mã UTF-8",
        )
    if "\x00" in text:
        return _not_utf8(
            path, text.count("\n", 0, text.index("\x00")) + 1, "dòng này có ký tự NUL: tệp không phải là văn bản thuần"
        )
    # Looking for one letter after the other takes a tenth of looking for any of them; nearly no text has one.
    return _LINE_END.sub("\n", text) if any(end in text for end in _OTHER_ENDS) else text


def _not_utf8(path: str, line: int, message: str, remedy: str = "lưu lại tệp ở mã UTF-8") -> Problem:
    return Problem(path, line, Code.ENCODING, message, remedy)
