"""A paper's body as Markdown, as documents of the portal are written."""

from __future__ import annotations

from trangtin.content.writing.escaping import escape, escape_start
from trangtin.reporting.paper import Heading, Item, Leaf, OpenPoint, Paper, Table


def body_markdown(paper: Paper) -> str:
    """The body from its bases to the closing sentence; the head stands in the front matter."""
    blocks = [_line(text) for text in (*paper.bases, paper.lead)]
    blocks += [_block(block) for block in paper.body()]
    return "\n\n".join([*blocks, _line(paper.closing)])


def _block(block: Heading | Leaf) -> str:
    match block:
        case Heading():
            return f"## {escape(block.text)}" if block.depth == 1 else _line(block.text)
        case Table():
            return _table(block)
        case Item():
            return f"- {escape(block.text)}"
        case OpenPoint():
            return f"{_line(block.before)} {block.text}" if block.before else block.text


def _line(text: str) -> str:
    return escape_start(escape(text))


def _table(table: Table) -> str:
    marks = ("---:" if column.is_number else "---" for column in table.columns)
    rows = [[column.title for column in table.columns], *table.rows]
    head, *lines = [f"| {' | '.join(escape(cell).replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    return "\n".join([head, f"|{'|'.join(marks)}|", *lines])
