"""A page in another language: `lien-he.en.md` is `lien-he.md` in English.

The file's name says both what it translates and into what, as Hugo's pages and the `multiple_files` of Decap CMS do:
nothing has to be typed that could contradict it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from trangtin.content.entry import Entry, Layout
from trangtin.content.nearest import did_you_mean
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem
from trangtin.content.record import labelled
from trangtin.content.sections import SECTION_PAGES
from trangtin.content.values.field import Line, Prose
from trangtin.content.values.languages import VIETNAMESE, language, nearest_tag
from trangtin.disk.shelf import key_of

_NAME = re.compile(
    r"(?P<stem>.*[^/])\.(?P<tag>[A-Za-z]{2,3}(?:-[A-Za-z]{2,4}){0,2})(?P<ending>\.(?:md|markdown))", re.I
)


class Translation(PageHead):
    """What the head of a translation may say; its language stands in the file's name."""

    title: Line | None = labelled(
        "Tiêu đề", "Contact", "Bằng ngôn ngữ của bản dịch; bỏ trống: đề mục đầu tiên của bài.", default=None
    )
    """In the language of the translation; else the first heading of the text, else the original's title."""
    summary: Prose | None = labelled(
        "Tóm tắt", "How to reach the School", "Bằng ngôn ngữ ấy, cho máy tìm kiếm.", default=None
    )
    """One or two sentences in that language, for search engines."""


@dataclass(frozen=True, slots=True)
class TranslatedFile:
    """What the name of a translation says."""

    original: str
    """Repository path of the page it translates; the portal may make that page without a file."""
    tag: str


def translated_file(path: str) -> TranslatedFile | None:
    """What a file is a translation of, by its name alone; None for any other file."""
    match = _NAME.fullmatch(path)
    return TranslatedFile(f"{match['stem']}{match['ending']}", match["tag"]) if match else None


def section_of(path: str, layout: Layout) -> str | None:
    """The name of the section (`content/sections.py`) whose file is at `path`, whether there is one; else None."""
    docs = f"{layout.docs}/"
    return SECTION_PAGES.get(path.removeprefix(docs)) if path.startswith(docs) else None


def ill_tagged(path: str, said: Any, line: int) -> Iterator[Problem]:
    """A file whose name ends in no language, or in another one than its key `lang` says."""
    file = translated_file(path)
    if file is None:
        return
    name = path.rpartition("/")[2]
    if file.tag == VIETNAMESE:
        yield Problem(
            path,
            1,
            Code.TRANSLATION_TAG,
            "bản gốc đã là tiếng Việt, không cần bản '.vi'",
            f"bỏ '.vi' khỏi tên '{name}'",
        )
    elif language(file.tag) is None:
        meant = nearest_tag(file.tag)
        stem, _, ending = name.rpartition(f".{file.tag}.")
        yield Problem(
            path,
            1,
            Code.UNKNOWN_LANGUAGE,
            f"tên tệp có đuôi '.{file.tag}' không phải là mã ngôn ngữ nào",
            did_you_mean(meant and f".{meant}", "đổi đuôi ấy thành mã trong danh sách, không là bản dịch thì bỏ"),
            f"{stem}.{meant or 'en'}.{ending}",
        )
    elif said is not None and said != file.tag:
        yield Problem(
            path,
            line,
            Code.TRANSLATION_TAG,
            f"'lang' ghi '{said}' mà tên tệp ghi '{file.tag}'",
            "bỏ khóa 'lang': tên tệp đã nói ngôn ngữ",
        )


def with_withdrawals(
    translations: Iterable[Entry[Translation]], originals: Iterable[Entry[Any]]
) -> Iterator[Entry[Translation]]:
    """Each translation; where its original was taken back, it is taken back too, for the same reason."""
    gone = {entry.path: entry.head.withdrawn for entry in originals if entry.head.withdrawn is not None}
    for entry in translations:
        file = translated_file(entry.path)
        withdrawn = gone.get(file.original) if file else None
        if withdrawn is None or entry.head.is_withdrawn:
            yield entry
        else:
            fingerprint = key_of(entry.fingerprint, withdrawn.model_dump_json())
            yield replace(entry, head=entry.head.model_copy(update={"withdrawn": withdrawn}), fingerprint=fingerprint)
