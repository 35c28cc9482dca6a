"""Plain text, or Markdown as programs make it from a paper: wrapped lines become paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trangtin.content.printed.annex import is_annex_title
from trangtin.content.printed.number_line import begins_number_line
from trangtin.content.printed.recipients import ADDRESSED, RECIPIENTS
from trangtin.content.problem import Problem
from trangtin.content.reading.file_reader import decode
from trangtin.content.text import fold, is_capitals
from trangtin.importer import grammar
from trangtin.importer.letters import is_garbled, tidy
from trangtin.importer.page_numbers import page_numbers
from trangtin.importer.paper import Align, Paper, Paragraph, Remark, Span
from trangtin.importer.refusal import Refusal
from trangtin.importer.secrecy import refuse_marked

_MARKDOWN = re.compile(r"(?m)^#{1,6}\s|\*\*\S")
_HEADING = re.compile(r"^#{1,6}\s+")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>])")
_LONG = 40
_WIDEST = 115
_LARGEST = 5_000_000
_LONGEST = 31_000
"""Letters after which a paragraph is not joined any further: no paper has such."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the file that says something."""

    text: str
    bold: bool
    after_blank: bool
    starts_page: bool
    """True where a stray space or a form feed shows that a page began."""
    centred: bool


def read_plain(data: bytes, name: str) -> Paper:
    """Read the bytes of a text file. Raises Refusal for no UTF-8, no Vietnamese, or a mark of secrecy."""
    if len(data) > _LARGEST:
        raise Refusal("chữ trong tệp dài bất thường", "kiểm tra lại tệp; tách riêng văn bản cần nhập")
    pages = _pages(data, name)
    text = "\n".join(pages)
    if re.match(r"\s*---+[ \t]*\n(?:.*\n)*?---+[ \t]*\n", text) and re.search(r"(?m)^(?:title|type)\s*:", text[:2000]):
        raise Refusal("tệp đã có phần đầu (front matter): đây là nội dung của trang", "chép thẳng tệp vào kho")
    if is_garbled(text):
        raise Refusal(
            "chữ trong tệp là mã phông cũ (TCVN3 hoặc VNI) đã mất tên phông nên không đổi được cho chắc",
            "mở bản Word gốc, hoặc đổi sang Unicode bằng UniKey rồi nhập lại",
        )
    refuse_marked(text.split("\n"))  # as typed: below, lines are joined
    rows = _rows(pages)
    if not rows:
        raise Refusal("tệp không có chữ", "kiểm tra lại tệp")
    width = _wrapped_width([row.text for row in rows])
    blocks, mended = _reflow(rows, width, _blank_means_nothing(rows))
    remarks = [
        Remark(f"câu bị ngắt giữa dòng ở bản gốc, đã nối: “{before[-30:]} / {after[:30]}…”") for before, after in mended
    ]
    return Paper(tuple(blocks), remarks=tuple(remarks))


def _pages(data: bytes, name: str) -> list[str]:
    """The text between form feeds, which `decode` takes for ends of lines like any other."""
    out: list[str] = []
    for part in data.split(b"\f"):
        page = decode(part, name)
        if isinstance(page, Problem):
            raise Refusal(page.message, page.remedy)
        out.append(page)
    return out


def _rows(pages: Sequence[str]) -> list[_Row]:
    markdown = any(_MARKDOWN.search(page) for page in pages)
    rows: list[_Row] = []
    blank = True
    page = False
    typed = "\n\f".join(pages).split("\n")
    lead = [len(line) - len(line.lstrip(" ")) for line in typed if line.strip()]
    margin = min(lead, default=0)
    lines = [_unmarked(tidy(line.replace("\f", "")).rstrip(), markdown) for line in typed]
    numbers = page_numbers(["\f" * ("\f" in line) + bare for line, (bare, _) in zip(typed, lines, strict=True)])
    for place, (bare, bold) in enumerate(lines):
        page = page or "\f" in typed[place] or place in numbers
        if not bare.strip():
            blank = True
            continue
        if place in numbers:
            continue
        indent = len(bare) - len(bare.lstrip(" "))
        rows.append(_Row(bare.strip(), bold, blank, page or (indent - margin == 1), indent - margin >= 12))
        blank = page = False
    return rows


def _unmarked(line: str, markdown: bool) -> tuple[str, bool]:
    """A line without its Markdown, where the file has such, and whether all of it was bold or a heading."""
    if not markdown:
        return line, False
    bare = _HEADING.sub("", line)
    heading = bare != line
    plain = _ESCAPED.sub(r"\1", _BOLD.sub(r"\1", bare))
    return plain, heading or bool(re.fullmatch(r"\s*\*\*[^*]+\*\*\s*", bare))


def _wrapped_width(lines: Sequence[str]) -> int:
    """The width at which a program broke the lines; 0 where each line is a paragraph of its own."""
    long = [len(line) for line in lines if len(line) > _LONG]
    if len(long) < 4:
        return 0
    width = sorted(long)[int(len(long) * 0.95)]
    full = sum(width * 0.8 <= length <= width + 8 for length in long)
    return width if width < _WIDEST and full * 2 > len(long) else 0


def _blank_means_nothing(rows: Sequence[_Row]) -> bool:
    """True where nearly every line is followed by a blank one, so that blank lines mean nothing."""
    inside = rows[1:]
    return bool(inside) and sum(row.after_blank for row in inside) > 0.6 * len(inside)


def _reflow(rows: Sequence[_Row], width: int, deaf: bool) -> tuple[list[Paragraph], list[tuple[str, str]]]:
    """Paragraphs, and the sentences that were mended though a blank line stood in them."""
    out: list[tuple[str, bool, bool, bool]] = []
    mended: list[tuple[str, str]] = []
    last = ""
    zone = "head"
    for row in rows:
        if zone == "head" and _opens_body(row.text, bool(out)):
            zone = "body"
        if zone == "body" and RECIPIENTS.match(row.text):
            zone = "foot"
        elif zone == "foot" and is_annex_title(row.text):
            zone = "body"
        joins = (
            zone == "body" and bool(out) and len(out[-1][0]) < _LONGEST and _joins(row, last, out[-1][0], width, deaf)
        )
        if joins and not width:
            mended.append((out[-1][0], row.text))
        if joins:
            before, bold, page, centred = out[-1]
            joined = f"{before}{grammar.joint(before, row.text)}{row.text}"
            out[-1] = (joined, bold and row.bold, page, centred)
        else:
            out.append((row.text, row.bold, row.starts_page, row.centred))
        last = row.text
    return [_paragraph(*each) for each in out], mended


def _paragraph(text: str, bold: bool, page: bool, centred: bool) -> Paragraph:
    return Paragraph((Span(text, bold),), Align.CENTER if centred else Align.LEFT, page)


def _opens_body(text: str, has_before: bool) -> bool:
    if not has_before or is_capitals(text):
        return bool(grammar.ROMAN.match(text)) and has_before
    return not begins_number_line(text) and bool(
        grammar.starts_unit(text) or grammar.BASIS.match(text) or len(text) > 130 or ADDRESSED.match(text)
    )


def _joins(row: _Row, last: str, paragraph: str, width: int, deaf: bool) -> bool:
    """Whether a line goes on with the paragraph above it."""
    text = row.text
    if grammar.RULE.fullmatch(text) or grammar.RULE.fullmatch(last) or row.centred:
        return False
    if grammar.is_broken_inside(last, text):
        return True
    if grammar.starts_unit(text) or _is_heading(last) or (_is_heading(text) and not text[:1].isdigit()):
        return False
    if not width:
        return text[:1].islower() and not grammar.SENTENCE_END.search(last) and not is_capitals(paragraph)
    if row.after_blank and not deaf:
        return text[:1].islower() and not grammar.SENTENCE_END.search(last)
    short = len(last) < width * 0.75
    if short and grammar.SENTENCE_END.search(last):
        return False
    if grammar.BASIS.match(text) and re.search(r"[.;]$", last):
        return False
    # A short line without an end mark that stands alone is a heading; one that began a paragraph is wrapped early.
    return not (short and last == paragraph and not grammar.SENTENCE_END.search(last) and text[:1].isupper())


def _is_heading(text: str) -> bool:
    return is_capitals(text) and not re.match(r"[\d/]", text) and len(fold(text)) > 3
