"""Titles that say the type of their document again: the page has it above the title, or `V/v` before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.options.settings import ProofreadingRules
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import fold, large, one_line
from trangtin.content.values.doctype import DocumentType
from trangtin.content.writing.written import scalar

_LETTER = "Công văn"
_ABOUT = ("V/v", "Về việc")
"""What a letter has before its title, as the page shows it."""
_LONGER_NAMES = {"CTr": ("hanh dong", "cong tac"), "KH": ("nho ", "hoa ")}
"""What makes another name of a type's: a Chương trình hành động is called so as a whole, Kế hoạch hóa is no plan."""
_NEVER = frozenset({"HĐ"})
"""Types whose papers are called by more than the type: Hợp đồng lao động, Hợp đồng mua bán."""
_NOT_ALONE = re.compile(r"(?:cua|nam|quy|thang|tuan|so) ")
"""What says nothing without the type before it, folded: `Kế hoạch năm 2026`."""
_OWN_NUMBER = re.compile(r"(?i)^(?:số\s*:?\s*)?\d+\S*/\S+\s+(?:ngày\s+\S*\d{4}\s+)?")


def repeated_type(entry: Entry[PageHead]) -> Iterator[Problem]:
    """A title that begins with the full name of the document's own type, of a letter also with `V/v`."""
    head = entry.head
    if not isinstance(head, Document) or head.is_withdrawn or not entry.reads("type", "withdrawn"):
        return
    instead = _without_type(head.type, head.title)
    if instead is None:
        return
    said, _ = _taken_apart(head.type, one_line(head.title).split())
    shown = '"V/v" trước trích yếu' if head.type.name == _LETTER else f'"{head.type.name}" ở trên trích yếu'
    yield Problem(
        entry.path,
        entry.line("title"),
        Code.TYPE_IN_TITLE,
        f"'title' bắt đầu bằng '{' '.join(said)}', mà trang tự ghi {shown}",
        "bỏ các chữ ấy, chỉ để điều văn bản nói đến",
        f"title: {scalar(instead)}",
        Severity.WARNING,
    )


def _without_type(kind: DocumentType, title: str) -> str | None:
    """What a title says once the type it begins with is taken off; None where it does not, or says nothing alone."""
    said, rest = _taken_apart(kind, one_line(title).split())
    instead = large(_OWN_NUMBER.sub("", " ".join(rest)))
    return instead if said and rest and not _NOT_ALONE.match(fold(instead)) else None


def title_asked_for(kind: DocumentType, title: str, rules: ProofreadingRules) -> str | None:
    """The title that a document is asked to have instead; None where nothing is asked."""
    return None if Code.TYPE_IN_TITLE in rules.skip else _without_type(kind, title)


def _taken_apart(kind: DocumentType, words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The words that say the type, and what stands behind them."""
    if kind.code in _NEVER or (kind.code is None and kind.name != _LETTER):  # a Luật has its type in its name
        return (), words
    at = _end_of(kind.name, words, 0)
    if at and fold(" ".join(words[at:])).startswith(_LONGER_NAMES.get(kind.code or "", ("\n",))):
        return (), words
    if at or kind.name == _LETTER:  # a decision may be "Về việc khen thưởng", nothing but a letter is "V/v"
        abouts = _ABOUT if kind.name == _LETTER else _ABOUT[:1]
        at = next((end for about in abouts if (end := _end_of(about, words, at)) > at), at)
    return words[:at], words[at:]


def _end_of(name: str, words: Sequence[str], start: int) -> int:
    """The place behind a name that begins at `start`, with a colon or a dash after it; `start` if it does not."""
    end = start + len(name.split())
    if fold(" ".join(words[start:end])).removesuffix(":") != fold(name):
        return start
    return end + 1 if end < len(words) and words[end] in {":", "-", "–"} else end
