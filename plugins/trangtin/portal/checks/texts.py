"""Proofreading in its place: what can still be changed gets a warning, what is issued gets a proposal for a note.

An issued text is never edited (Nghị định 30/2020/NĐ-CP, Điều 18): what is odd in it is shown as printed, with a note by
the editors. Once a note speaks of the place nothing more is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.options.settings import ProofreadingRules
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import one_line
from trangtin.content.values.languages import is_vietnamese
from trangtin.content.values.quantity import number_text
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.rules import Proofreader
from trangtin.proofreading.terms import Term
from trangtin.proofreading.writing import Writing

_COMPARE = "đối chiếu với bản in: nếu bản in đúng như vậy thì giữ nguyên và ghi 'notes'"
_LONG = 3
"""Words longer than this are found in a note whatever their case."""


def proofreader(rules: ProofreadingRules) -> Proofreader:
    """The rules of a portal."""
    return Proofreader(
        tuple(Term(spelling.wrong.lower(), spelling.right) for spelling in rules.terms),
        tuple(words.lower() for words in rules.accept),
    )


def is_issued(entry: Entry[PageHead]) -> bool:
    """True for a text nobody may change: an issued document.

    A draft is one too where it is a copy of paper: it brings files, or waits to be compared with the print.
    """
    head = entry.head
    return isinstance(head, Document) and (not head.draft or bool(head.files or head.review))


def odd_words(entry: Entry[PageHead], reader: Proofreader, *, are_brackets_told: bool) -> Iterator[Problem]:
    """All that is odd in a Vietnamese text: its body, and title and summary as typed in its head.

    `are_brackets_told` is for a text with hundreds of open brackets: they are one fault, not one each.
    """
    if entry.head.is_withdrawn or not is_vietnamese(entry.head.lang) or not entry.reads("withdrawn", "lang", "notes"):
        return
    yield from _form(entry)
    final = is_issued(entry)
    title = getattr(entry.head, "title", None) or "" if entry.reads("title") else ""
    writing = Writing(entry.body, title, is_paper=isinstance(entry.head, Document))
    for oddity in reader.read(writing, is_final=final):
        is_told = are_brackets_told and oddity.code is Code.UNBALANCED
        if not is_told and not _is_noted(entry.head, oddity):
            line = entry.body_line + entry.body.count("\n", 0, oddity.at)
            yield _issued(entry, line, oddity) if final else _open(entry, line, oddity)
    for key in ("title", "summary"):
        text = getattr(entry.head, key, None)
        if text:
            is_final = final and key == "title"
            for oddity in reader.read(Writing(text, is_paper=False), is_final=is_final):
                if not _is_noted(entry.head, oddity):
                    line = entry.line(key)
                    yield _issued(entry, line, oddity) if is_final else _open(entry, line, oddity)


def _form(entry: Entry[PageHead]) -> Iterator[Problem]:
    if entry.mended:
        more = f" (tất cả {number_text(len(entry.mended))} dòng)" if len(entry.mended) > 1 else ""
        yield Problem(
            entry.path,
            entry.mended[0],
            Code.UNICODE_FORM,
            f"chữ lưu ở dạng dấu tách rời, có ký tự ẩn hoặc chữ Ð giống Đ{more}; trang tự đọc về dạng dựng sẵn",
            _form_remedy(entry),
            severity=Severity.NOTICE,
        )


def _form_remedy(entry: Entry[PageHead]) -> str:
    if not is_issued(entry):
        return "chạy 'trangtin check --fix'"
    in_head = sum(line < entry.body_line for line in entry.mended)
    kept = "nội dung văn bản đã ban hành thì để nguyên, không phải sửa gì"
    if not in_head:
        return kept
    head = "chạy 'trangtin check --fix' để sửa phần đầu"
    return head if in_head == len(entry.mended) else f"{head}; {kept}"


def _is_noted(head: PageHead, oddity: Oddity) -> bool:
    if not isinstance(head, Document) or not head.notes:
        return False
    notes = one_line(" ".join(head.notes))
    return any(_speaks_of(notes, word) for word in (*oddity.words, oddity.seen) if word)


def _speaks_of(notes: str, word: str) -> bool:
    case = re.IGNORECASE if len(word) > _LONG else 0
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", notes, case) is not None


def _issued(entry: Entry[PageHead], line: int, oddity: Oddity) -> Problem:
    note = f'Bản in ghi "{oddity.seen}"'.replace("[", "(").replace("]", ")")
    if oddity.code is Code.NUMBERING:
        example = f"notes: [Bản in đánh số {oddity.words[0]}{_after(oddity.message)}]"
    else:
        example = f'notes: {note}, hiểu là "{oddity.instead}"' if oddity.instead else f"notes: {note}, giữ nguyên văn"
    return Problem(entry.path, line, oddity.code, oddity.message, _COMPARE, example, Severity.NOTICE)


def _after(message: str) -> str:
    before = message.partition(" đứng sau ")[2]
    return f" ngay sau {before}" if before else " hai lần"


def _open(entry: Entry[PageHead], line: int, oddity: Oddity) -> Problem:
    severity = Severity.NOTICE if oddity.code is Code.CAPITALS else Severity.WARNING
    unless_meant = "nếu gõ thừa thì " if oddity.code is Code.DOUBLED_WORD else ""
    instead = f"{unless_meant}viết '{oddity.instead}'"
    remedy = instead if oddity.instead else _REMEDIES.get(oddity.code, "sửa lại chỗ này")
    return Problem(entry.path, line, oddity.code, oddity.message, remedy, severity=severity)


_REMEDIES = {
    Code.NUMBERING: "đánh số lại cho liền",
    Code.CONTRADICTS_TITLE: "sửa cho khớp trích yếu, nếu không phải nói về nhiệm kỳ, năm học, lần khác",
    Code.MISSPELT: "gõ lại từ ấy cho đủ dấu",
    Code.MIXED_TONES: "chọn một cách đặt dấu cho cả bài",
    Code.UNBALANCED: "thêm dấu ngoặc còn thiếu, hoặc bỏ dấu thừa",
    Code.DATE_WORDS: "sửa lại ngày, hoặc thứ",
}
