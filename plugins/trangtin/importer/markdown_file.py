"""A draft as the text of a Markdown file that `trangtin check` reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from trangtin.content.document import Document
from trangtin.content.entry import KeyPath
from trangtin.content.front_matter import parse
from trangtin.content.messages import build
from trangtin.content.problem import Problem
from trangtin.content.tidy import key_order
from trangtin.content.written import file_text
from trangtin.importer.draft import Draft

_ORDER = key_order(Document)


def markdown_file(draft: Draft, files: Sequence[Mapping[str, object]], review: Sequence[str]) -> str:
    """The text of the file. A value that a key cannot take moves to the list of what is to be reviewed."""
    head: dict[str, object] = dict(draft.head)
    left = list(review)
    if files:
        head["files"] = [dict(file) for file in files]
    for _ in range(len(head)):
        text = _written(head, left, draft.body)
        wrong = _wrong_keys(text)
        if not wrong:
            return text
        for key, problem in wrong.items():
            left.append(f"{key}: {problem.message}; bản gốc ghi: {_said(head.pop(key, ''))}")
    return _written(head, left, draft.body)


def _written(head: Mapping[str, object], review: Sequence[str], body: str) -> str:
    given = {**head, "review": list(review)} if review else head
    values = {key: given[key] for key in _ORDER if key in given}
    return file_text(values, body)


def _wrong_keys(text: str) -> dict[str, Problem]:
    """The top keys whose values the content layer refuses."""
    front, problems = parse(text, "")
    if front is None:
        raise ValueError(str(problems[0]))
    value = build(Document, front.data, "", front.lines)
    found = (*problems, *(value if isinstance(value, list) else ()))
    return {key: problem for problem in found if (key := _key_at(problem.line, front.lines)) is not None}


def _key_at(line: int, lines: Mapping[KeyPath, int]) -> str | None:
    tops = sorted((at, str(key[0])) for key, at in lines.items() if len(key) == 1 and at <= line)
    return tops[-1][1] if tops else None


def _said(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_said(part)}" for key, part in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(map(_said, value))
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
