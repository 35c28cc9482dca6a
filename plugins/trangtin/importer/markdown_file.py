"""A draft as the text of a Markdown file that `trangtin check` reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trangtin.content.entry import KeyPath
from trangtin.content.page import PageHead
from trangtin.content.problem import Problem
from trangtin.content.reading.front_matter import parse
from trangtin.content.reading.messages import build
from trangtin.content.values.dates import day_text
from trangtin.content.writing.head_text import markdown_text


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """A file ready to be written."""

    text: str
    review: tuple[str, ...]
    """What a person must look at, with the values that had to be left out of the head."""


def markdown_file(kind: type[PageHead], head: Mapping[str, object], body: str, review: Sequence[str]) -> MarkdownFile:
    """The file of a kind of content. A value that a key cannot take moves to what is to be reviewed.

    Where the kind has a key `review` the list stands in the file; any other kind is kept as a draft instead.
    """
    given = dict(head)
    left = list(review)
    while True:
        text = _written(kind, given, left, body)
        wrong = {key: problem for key, problem in _wrong_keys(kind, text).items() if key in given}
        if not wrong:
            return MarkdownFile(text, tuple(left))
        for key, problem in wrong.items():
            left.append(f"{key}: {problem.message}; bản gốc ghi: {_said(given.pop(key))}")


def _written(kind: type[PageHead], head: Mapping[str, object], review: Sequence[str], body: str) -> str:
    held: dict[str, object] = {"review": list(review)} if "review" in kind.model_fields else {"draft": True}
    return markdown_text(kind, {**head, **held} if review else head, body)


def _wrong_keys(kind: type[PageHead], text: str) -> dict[str, Problem]:
    """The top keys whose values the content layer refuses."""
    front, problems = parse(text, "")
    if front is None:
        raise ValueError(str(problems[0]))
    value = build(kind, front.data, "", front.lines)
    found = (*problems, *(value if isinstance(value, list) else ()))
    return {key: problem for problem in found if (key := _key_at(problem.line, front.lines)) is not None}


def _key_at(line: int, lines: Mapping[KeyPath, int]) -> str | None:
    tops = sorted((at, str(key[0])) for key, at in lines.items() if len(key) == 1 and at <= line)
    return tops[-1][1] if tops else None


def strings_in(value: object) -> Iterator[str]:
    """Every text in the values of a head, and in lists and groups of them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from strings_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings_in(part)


def _said(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_said(part)}" for key, part in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(map(_said, value))
    return day_text(value) if isinstance(value, date) else str(value)
