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
from trangtin.content.reading.messages import left_empty, unknown_and_empty, value_of
from trangtin.content.reading.salvage import Understood, keys_meant, readable_keys, salvage
from trangtin.content.text import normalise
from trangtin.content.translation import Translation, ill_tagged, translated_file
from trangtin.content.values.languages import VIETNAMESE, language
from trangtin.disk.shelf import key_of

P = TypeVar("P", bound=PageHead)
Read = tuple[Entry[Any] | None, list[Problem]]
"""A file as its entry and what is wrong with it."""

_OF_WHAT_IS_THERE = frozenset({Code.MISSING_KEY, Code.CONTRADICTION})
"""Reported only where the whole head can be read: these conclude from what is, or is not, there."""
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
    said, problems = _understood(known.head, path, head)
    if said is None:
        return None, problems
    body, line, around = data[known.body_at :], known.body_line, known.around
    return Entry(path, said.head, body, line, said.lines, fingerprint, around, (), said.unread), problems


def _read_anew(data: bytes, path: str, head: type[P], fingerprint: bytes, store: HeadStore | None) -> Read:
    text = decode(data, path)
    if isinstance(text, Problem):
        return None, [text]
    front, problems = (_read_page if head in {Page, Translation} else parse)(text, path, store)
    if front is None:
        entry, more = _rough(text, path, head, fingerprint)
        return entry, problems + more
    said, body, line = (front.data, front.lines), front.body, front.body_line
    problems += unknown_and_empty(head, front.data, path, front.lines)
    empty = keys_meant(head, front.data, left_empty(head, front.data, front.lines)) if problems else set()
    # A body that had to be normalised is not found in the text: then every edit counts as one of the head.
    around = key_of(head.__name__, path, text.removesuffix(body))
    if store is not None and not problems:
        typed = body.encode()
        body_at = len(data) - len(typed) if front.is_clean and data.endswith(typed) else ELSEWHERE
        store.put(fingerprint, front.before, KeptFile(said, body_at, line, around))
    meant, more = _understood(said, path, head)
    if empty:
        more = [problem for problem in more if problem.code not in _OF_WHAT_IS_THERE]
    if meant is None:
        return None, problems + more
    mended = () if front.is_clean else tuple(n for n, row in enumerate(text.split("\n"), 1) if normalise(row) != row)
    entry = Entry(path, meant.head, body, line, meant.lines, fingerprint, around, mended, meant.unread | empty)
    return entry, problems + more


def _read_page(text: str, path: str, store: HeadStore | None) -> tuple[FrontMatter | None, list[Problem]]:
    """A plain page may go without front matter, as in any MkDocs site."""
    if re.match(r"\s*-{3,}[ \t]*\n", text):
        return parse(text, path, store)
    body = normalise(text)
    return FrontMatter({}, {}, body, 1, "", body is text), []


def _understood(said: Head, path: str, head: type[P]) -> tuple[Understood[P] | None, list[Problem]]:
    """What a head means, and its problems; with problems what can be salvaged of it, or None."""
    data, lines = dict(said[0]), said[1]
    problems: list[Problem] = []
    if head is Translation and (file := translated_file(path)) is not None:
        problems += ill_tagged(path, data.get("lang"), line_of(lines, ("lang",)))
        data["lang"] = file.tag if language(file.tag) else VIETNAMESE
    value = value_of(head, data, path, lines)
    if isinstance(value, list):
        return salvage(head, data, lines), problems + value
    return Understood(value, lines), problems


def _rough(text: str, path: str, head: type[P], fingerprint: bytes) -> Read:
    """What a head says that is not valid YAML as a whole, each key read by itself, and the problems of those keys.

    Of a key that is named in it and cannot be read nobody can tell what it says.
    """
    parts = split(text, path)
    if isinstance(parts, Problem):
        return None, []
    typed, first_line, body, body_line = parts
    said = readable_keys(typed, path, first_line)
    left, problems = _understood(said, path, head)
    if left is None:
        return None, []
    named = set(re.findall(r"\w+", typed)) & head.model_fields.keys()
    unread = left.unread | {(key,) for key in named - said[0].keys()}
    entry = Entry(path, left.head, normalise(body), body_line, left.lines, fingerprint, fingerprint, (), unread)
    return entry, [problem for problem in problems if problem.code not in _OF_WHAT_IS_THERE]


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
