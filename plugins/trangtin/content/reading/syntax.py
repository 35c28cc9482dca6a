"""Why a head is no YAML, shown at the editor's own line: the parser's words name neither the slip nor its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import yaml

from trangtin.content.problem import Code, Problem
from trangtin.content.values.typed_text import WORD_QUOTES, WORD_QUOTES_REMEDY

_PAIR = re.compile(r"(?P<key>\s*(?:-\s+)?[^\s:][^:]*):(?:\s+(?P<value>.*))?$")
_NO_SPACE = re.compile(r"(?P<key>\s*(?:-\s+)?\w+):(?P<value>[^\s:/].*)$")
_NESTED = re.compile(r"""(["'])[^"']*\s\1.*\1""")
"""Quotes around a text that quotes: the second one opens, or the text would end with it."""
_AFTER_QUOTE = re.compile(r"([\"']).*?\1\s*[^\s#]")
_STRAY = re.compile(r"([\"'])([^\"'\s]+)\1(?=[/\w-])")
"""Quotes around the first part of a word, as of a number: they belong around all of it."""
_AFTER_BRACKET = re.compile(r"(?:\[[^\]]*\]|\{[^}]*\})\s*[^\s#]")
_COMMENTED_OUT = re.compile(r"[\[{][^\]}\"']*?\s#.*[\]}]\s*$")
"""A bracket that is closed behind what YAML takes for a comment: `[12/KH-TCT #3]`."""
_TIGHT_ITEM = re.compile(r"(?P<indent>\s*)-(?P<value>[^\s\d-].*)$")
_NAME = re.compile(r"(?:- +)?[a-z][\w-]*")
_CUT = re.compile(r"(?m)^(?P<key>title|summary):[ \t]+(?P<value>[^\s\"'|>#\[{][^\n]*?(?<=\S) #[^\n]*)$")
"""One space before the sign: the comments in our own blanks have two, as YAML's own style has them."""
_ENDS_IN_NUMBER = re.compile(r"[^\W\d].*\s\d[\d.]*")
_DECIMALS = re.compile(r"\d{1,3}(?![\d/.,])\s*\S")
_COLOUR = re.compile(r"(?m)^ *(?P<key>[\w-]+):[ \t]+(?P<value>#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?)[ \t]*$")
_SPECIAL = "@%`*&!|>,]}?"


def syntax_problem(error: yaml.YAMLError, path: str, first_line: int, source: str) -> Problem:
    """The problem behind a parser's error, on the line where an editor has to mend it."""
    rows = source.split("\n")
    if isinstance(error, yaml.reader.ReaderError):
        return _control_sign(error, path, first_line, rows)
    at = _row(getattr(error, "problem_mark", None), rows)
    began = _row(getattr(error, "context_mark", None), rows, at)
    context, reason = str(getattr(error, "context", "")), str(getattr(error, "problem", ""))
    if (item := _tight_item(rows, at)) is not None:
        at, wording = item, _no_space_after_dash(rows[item])
    elif "quoted scalar" in context:
        at, wording = began, _unclosed_quote(rows[began])
    elif "flow" in context:
        at, wording = began, _flow(rows[began])
    elif "expected ':'" in reason:
        at, wording = began, _no_pair(rows[began])
    elif (bare := _bare_name(rows, at)) is not None:
        at, wording = bare, _no_colon(rows[bare])
    elif (found := _bad_value(rows[at])) is not None:
        wording = found
    elif "mapping values" in reason and at > 0 and _NO_SPACE.match(rows[at - 1]):
        at, wording = at - 1, _no_pair(rows[at - 1])
    else:
        wording = _indentation(rows[at])
    return Problem(path, first_line + at, Code.YAML_SYNTAX, *wording)


def cut_values(source: str, path: str, first_line: int) -> Iterator[Problem]:
    """Titles and summaries of which YAML takes the rest for a comment: what readers would get says something else."""
    for match in _CUT.finditer(source) if " #" in source else ():
        yield Problem(
            path,
            first_line + source.count("\n", 0, match.start()),
            Code.YAML_SYNTAX,
            f"giá trị bị cắt ở dấu '#' đứng sau dấu cách: {_short(match[0])}",
            "đặt cả giá trị trong dấu nháy kép; là ghi chú thì chuyển xuống một dòng riêng",
            f"{match['key']}: {_quoted(match['value'])}",
        )


def cut_colours(source: str, path: str) -> Iterator[Problem]:
    """Colours that YAML takes for a comment, all of them."""
    for match in _COLOUR.finditer(source):
        yield Problem(
            path,
            source.count("\n", 0, match.start("key")) + 1,
            Code.YAML_SYNTAX,
            f"mã màu {match['value']} không có dấu nháy nên bị coi là ghi chú",
            "đặt mã màu trong dấu nháy kép",
            f'{match["key"]}: "{match["value"]}"',
        )


def comma_in_group(group: yaml.MappingNode) -> Iterator[tuple[yaml.Node, tuple[str, str, str]]]:
    """Values in `{…}` that end at a comma of their own: what follows each, with fault, remedy and a right line.

    For YAML it is a key, without a colon and without a value.
    """
    if not group.flow_style:
        return
    for (key, value), (rest, nothing) in pairwise(group.value):
        are_plain = all(isinstance(node, yaml.ScalarNode) for node in (value, rest, nothing))
        if are_plain and not nothing.value and not nothing.style and _gap(rest, nothing) == 0:
            yield rest, _cut_at_comma(value, rest, f"{key.value}: ")


def comma_in_list(items: yaml.SequenceNode) -> Iterator[tuple[yaml.Node, tuple[str, str, str]]]:
    """The same in `[…]`, where only the comma of a number can be told from those between items: `[Đạt 98,5 %]`."""
    if not items.flow_style:
        return
    for item, rest in pairwise(items.value):
        plain = all(isinstance(each, yaml.ScalarNode) and not each.style for each in (item, rest))
        if plain and _gap(item, rest) == 1 and _ENDS_IN_NUMBER.fullmatch(item.value) and _DECIMALS.match(rest.value):
            yield rest, _cut_at_comma(item, rest, "")


def _gap(node: yaml.Node, following: yaml.Node) -> int | None:
    """Signs between two nodes; None where they stand on different lines."""
    end, start = node.end_mark, following.start_mark
    return start.column - end.column if end.line == start.line else None


def _cut_at_comma(value: yaml.ScalarNode, rest: yaml.ScalarNode, key: str) -> tuple[str, str, str]:
    meant = f"{value.value},{' ' * ((_gap(value, rest) or 2) - 1)}{rest.value}"
    message = f"giá trị bị cắt ở dấu phẩy: '{_short(value.value)}', phần sau '{_short(rest.value)}' thành một mục khác"
    return message, "đặt cả giá trị trong dấu nháy kép", f"{key}{_quoted(meant)}"


def _control_sign(error: yaml.reader.ReaderError, path: str, first_line: int, rows: Sequence[str]) -> Problem:
    """A sign that nobody can see, and that a paste from other programs leaves behind."""
    sign = chr(error.character)
    at = next((number for number, row in enumerate(rows) if sign in row), 0)
    message = f"có ký tự điều khiển không nhìn thấy được (U+{error.character:04X})"
    seen = rows[at].replace(sign, "").strip()
    return Problem(path, first_line + at, Code.YAML_SYNTAX, message, "xóa ký tự ấy, hoặc gõ lại cả dòng", seen)


def _row(mark: yaml.Mark | None, rows: Sequence[str], otherwise: int = 0) -> int:
    """The row of a mark; parsers put the end of the text on a row past the last one written."""
    row = min(mark.line if mark is not None else otherwise, len(rows) - 1)
    while row > 0 and not rows[row].strip():
        row -= 1
    return row


def _short(row: str) -> str:
    row = row.strip()
    return row if len(row) <= 60 else f"{row[:59]}…"


def _unclosed_quote(row: str) -> tuple[str, str, str]:
    quote = "'" if "'" in row and '"' not in row else '"'
    return f"dấu nháy mở mà chưa đóng: {_short(row)}", "đóng dấu nháy ở cuối giá trị", row.strip() + quote


def _flow(row: str) -> tuple[str, str, str]:
    if _COMMENTED_OUT.search(row):
        return (
            f"dấu '#' đứng sau dấu cách nên phần sau, cả dấu đóng ngoặc, bị coi là ghi chú: {_short(row)}",
            "bỏ dấu cách trước '#'; là ghi chú thì chuyển xuống một dòng riêng",
            re.sub(r"\s+#", "#", row.strip()),
        )
    return (
        f"danh sách hoặc nhóm khóa trong ngoặc không đọc được: {_short(row)}",
        "đóng ngoặc ở cuối; mục có dấu hai chấm, dấu phẩy hoặc dấu nháy thì đặt cả mục trong dấu nháy",
        'recipients: [Như trên, "Lưu: VT, TCHC."]',
    )


def _no_pair(row: str) -> tuple[str, str, str]:
    if match := _NO_SPACE.match(row):
        right = f"{match['key'].strip()}: {match['value'].strip()}"
        return f"thiếu dấu cách sau dấu hai chấm: {_short(row)}", "thêm một dấu cách", right
    return (
        f"dòng không có dạng 'khóa: giá trị': {_short(row)}",
        "nối dòng này vào cuối dòng trên, hoặc thêm khóa ở đầu dòng",
        f"summary: {_quoted(row) if ':' in row else _short(row)}",
    )


def _tight_item(rows: Sequence[str], at: int) -> int | None:
    """The row of a list's item that lacks the space after its dash, at the error's row or in the list above it."""
    for row in range(at, -1, -1):
        if _TIGHT_ITEM.match(rows[row]):
            return row
        if row < at and not rows[row].startswith((" ", "-")):
            return None
    return None


def _no_space_after_dash(row: str) -> tuple[str, str, str]:
    return (
        f"thiếu dấu cách sau dấu gạch đầu dòng: {_short(row)}",
        "thêm một dấu cách sau dấu gạch",
        _TIGHT_ITEM.sub(r"- \g<value>", row),
    )


def _bare_name(rows: Sequence[str], at: int) -> int | None:
    """The row right above that names a group and lacks its colon: the error's row stands further in, below it."""
    above = next((row for row in range(at - 1, -1, -1) if rows[row].lstrip()[:1] not in {"", "#"}), None)
    if above is None or _indent(rows[at]) <= _indent(rows[above]):
        return None
    name, row = _uncommented(rows[above]), _uncommented(rows[at])
    # A key of ours, no line of a longer text; or of a menu, `- Giới thiệu` above `- Lịch sử: a.md`.
    is_group = ":" not in name and name.startswith("- ") and row.startswith("- ")
    is_of_menu = is_group and row.endswith(".md") and not name.endswith(".md")
    return above if is_of_menu or _NAME.fullmatch(name) else None


def _no_colon(row: str) -> tuple[str, str, str]:
    return f"thiếu dấu hai chấm ở cuối dòng: {_short(row)}", "thêm dấu hai chấm", f"{_uncommented(row)}:"


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip())


def _uncommented(row: str) -> str:
    return row.partition(" #")[0].strip()


def _bad_value(row: str) -> tuple[str, str, str] | None:
    """What is wrong with the value alone: a special first character, text after a closing quote, a colon."""
    match = _PAIR.match(row)
    value = (match["value"] or "").strip() if match else ""
    if match is None or not value:
        return None
    right = f"{match['key'].strip()}: {_quoted(value)}"
    if value[0] in WORD_QUOTES and value[-1] in WORD_QUOTES:
        right = f"{match['key'].strip()}: {_quoted(value.strip(WORD_QUOTES))}"
        return f"giá trị nằm trong dấu nháy cong của Word: {_short(row)}", WORD_QUOTES_REMEDY, right
    if value[0] in _SPECIAL or _AFTER_BRACKET.match(value) or re.match(r"-(?:\s|$)", value):
        return (
            f"giá trị bắt đầu bằng ký tự đặc biệt '{value[0]}': {_short(row)}",
            "đặt cả giá trị trong dấu nháy kép",
            right,
        )
    if _AFTER_QUOTE.match(value):
        if _STRAY.match(value):
            whole = _STRAY.sub(r"\2", value)
            right = f"{match['key'].strip()}: {_quoted(whole)}"
            return f"còn chữ đứng sau dấu nháy đóng: {_short(row)}", "đặt cả giá trị trong một cặp dấu nháy", right
        if _NESTED.fullmatch(value):
            right = f"{match['key'].strip()}: {_quoted(value[1:-1])}"
        return f"còn chữ đứng sau dấu nháy đóng: {_short(row)}", "đặt cả giá trị trong một cặp dấu nháy khác", right
    if re.search(r":(\s|$)", value):
        return f"giá trị có dấu hai chấm: {_short(row)}", "đặt cả giá trị trong dấu nháy kép", right
    return None


def _indentation(row: str) -> tuple[str, str, str]:
    return (
        f"mức thụt đầu dòng không khớp các dòng trên: {_short(row)}",
        "các khóa, các mục cùng một nhóm phải thụt đầu dòng bằng nhau",
        "",
    )


def _quoted(value: str) -> str:
    """The value in the quotes it does not itself use."""
    value = value.strip()
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
