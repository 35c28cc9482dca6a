"""The rows of a MySQL dump: what mysqldump, phpMyAdmin and NukeViet's own backup write."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlglot.dialects.mysql import MySQL
from sqlglot.errors import SqlglotError
from sqlglot.tokenizer_core import Token, TokenType

from trangtin.importer.refusal import Refusal

Row = Mapping[str, str]
"""The values of a row by column; NULL is the empty string, as NukeViet treats both alike."""

_STATEMENT = re.compile(
    r"\s*(?P<verb>INSERT\s+(?:IGNORE\s+)?INTO|CREATE\s+TABLE(?:\s+IF\s+NOT\s+EXISTS)?)\s+"
    r"(?:(?:`[^`]+`|\w+)\s*\.\s*)?`?(?P<table>\w+)`?",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"\\.|'", re.DOTALL)
_LARGEST = 2_000_000_000
"""More text than any unit's site has: a compressed file that unpacks to more is not what it says."""


@dataclass(frozen=True, slots=True)
class Dump:
    """The tables that were asked for."""

    tables: Mapping[str, tuple[Row, ...]]

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of a table; none where the dump has no such table."""
        return self.tables.get(table, ())


def read_dump(path: Path, wanted: Callable[[str], bool]) -> Dump:
    """The rows of all tables whose names are `wanted`, from a `.sql` or `.sql.gz` file. Raises Refusal."""
    columns: dict[str, tuple[str, ...]] = {}
    tables: dict[str, list[Row]] = {}
    for verb, table, statement in _statements(path, wanted):
        try:
            tokens = MySQL().tokenize(statement)
        except SqlglotError as error:
            raise Refusal(f"không đọc được lệnh {verb} của bảng {table} trong {path.name}", _REMEDY) from error
        if verb == "CREATE":
            columns[table] = tuple(_columns(tokens))
            tables.setdefault(table, [])
        else:
            named, values = _inserted(tokens)
            names = named or columns.get(table, ())
            for row in values:
                if len(row) != len(names):
                    told = f"bảng {table} trong {path.name} có dòng {len(row)} giá trị cho {len(names)} cột"
                    raise Refusal(told, _REMEDY)
                tables.setdefault(table, []).append(dict(zip(names, row, strict=True)))
    return Dump({name: tuple(rows) for name, rows in tables.items()})


_REMEDY = "xuất lại cả cấu trúc lẫn dữ liệu (mysqldump, phpMyAdmin hoặc mục Sao lưu của NukeViet) ở mã UTF-8"


def _statements(path: Path, wanted: Callable[[str], bool]) -> Iterator[tuple[str, str, str]]:
    """Verb, table and text of each statement that matters; a statement ends at `;` at a line's end outside quotes."""
    started: re.Match[str] | None = None
    lines: list[str] = []
    is_quoted = False
    for line in _lines(path):
        if started is None:
            started = _STATEMENT.match(line)
            if started is None:
                continue
            lines, is_quoted = [], False
        lines.append(line)
        is_quoted ^= sum(1 for found in _QUOTE.finditer(line) if found[0] == "'") % 2 == 1
        if not is_quoted and line.rstrip().endswith(";"):
            if wanted(started["table"]):
                yield started["verb"].split()[0].upper(), started["table"], "".join(lines)
            started = None
    if started is not None and wanted(started["table"]):
        raise Refusal(f"{path.name} đứt giữa chừng, ở bảng {started['table']}", _REMEDY)


def _lines(path: Path) -> Iterator[str]:
    size = 0
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            for line in file:
                size += len(line)
                if size > _LARGEST:
                    raise Refusal(f"{path.name} lớn bất thường khi giải nén", "kiểm tra lại nơi gửi")
                yield line.decode()
    except UnicodeDecodeError as error:
        raise Refusal(f"{path.name} không phải là UTF-8", _REMEDY) from error
    except (EOFError, OSError) as error:
        raise Refusal(f"không đọc được {path.name} ({error})", "kiểm tra đường dẫn, quyền đọc; chép lại tệp") from error


def _columns(tokens: list[Token]) -> Iterator[str]:
    """Names of the columns of a CREATE TABLE: the name at the start of a part; keys start with a word of SQL."""
    depth, is_start = 0, False
    for token in tokens:
        if is_start and depth == 1 and token.token_type in {TokenType.IDENTIFIER, TokenType.VAR}:
            yield token.text
        is_start = False
        if token.token_type is TokenType.L_PAREN:
            depth += 1
            is_start = depth == 1
        elif token.token_type is TokenType.R_PAREN:
            depth -= 1
        elif token.token_type is TokenType.COMMA:
            is_start = depth == 1


def _inserted(tokens: list[Token]) -> tuple[tuple[str, ...], list[list[str]]]:
    """The columns an INSERT names, if it does, and its rows."""
    at = next((place for place, token in enumerate(tokens) if token.token_type is TokenType.VALUES), len(tokens))
    opened = next((place for place, token in enumerate(tokens[:at]) if token.token_type is TokenType.L_PAREN), at)
    named = (token for token in tokens[opened:at] if token.token_type in {TokenType.IDENTIFIER, TokenType.VAR})
    rows: list[list[str]] = []
    sign = ""
    for token in tokens[at + 1 :]:
        match token.token_type:
            case TokenType.L_PAREN:
                rows.append([])
            case TokenType.DASH:
                sign = "-"
            case TokenType.NULL:
                rows[-1].append("")
            case TokenType.HEX_STRING:
                digits = token.text
                rows[-1].append(bytes.fromhex(digits.zfill(len(digits) + len(digits) % 2)).decode(errors="replace"))
            case TokenType.STRING | TokenType.NATIONAL_STRING | TokenType.NUMBER:
                rows[-1].append(sign + token.text)
                sign = ""
            case _:
                pass
    return tuple(token.text for token in named), rows
