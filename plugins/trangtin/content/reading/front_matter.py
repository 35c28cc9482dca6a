"""The YAML between the two `---` lines: every scalar stays the string that was typed, every key keeps its line.

PyYAML reads YAML 1.1, where `no` is false, `12:30` is 750 and `20/4/2021` a string but `2021-04-20` a date. Composing
the node tree without resolving anything ends all of that: what a value means is for its field to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import yaml

from trangtin.content.entry import KeyPath, one_key_path
from trangtin.content.problem import Code, Problem
from trangtin.content.reading.head_store import HeadStore
from trangtin.content.reading.syntax import comma_in_group, comma_in_list, cut_values, syntax_problem
from trangtin.content.text import normalise
from trangtin.content.values.quantity import number_text

# libyaml where the wheel has it, and it has it on all common machines; the same results either way.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NULL = {"", "~", "null", "Null", "NULL"}
_MOST_NODES = 20_000
_DEEPEST = 50
"""Most levels of lists and groups: libyaml reads them by recursion, and some 20,000 end the process."""
_FAR_IN = re.compile(r"(?m)^[ ?:-]{40}")
"""An indent that deep can only be of too many levels: each takes a column, or half of one for a list below its key."""
_BLANK = re.compile(r"(?:[^\S\n]*\n)*")
_FENCE = re.compile(r"-{3,}[ \t]*(?=\n|\Z)")
_END = re.compile(r"\n(?:-{3,}[ \t]*|\.{3}[^\S\n]*)(?=\n|\Z)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A head as plain mappings, lists and strings; empty values are left out."""

    data: dict[str, Any]
    lines: dict[KeyPath, int]
    body: str
    body_line: int
    before: str
    """All of the file before its text, as typed."""
    is_clean: bool = True
    """False where head or body had to be normalised."""


@dataclass(slots=True)
class _Walk:
    """Turns one node tree into values, and notes lines and faults."""

    path: str
    offset: int
    """Lines of the file before the first line of YAML."""
    lines: dict[KeyPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    most: int | None = None
    """Most values allowed; None where there can be no more than the text itself has."""
    nodes: int = 0

    def value(self, node: yaml.Node, key: KeyPath) -> Any:
        self.nodes += 1
        if self.most is not None and (self.nodes > self.most or len(key) > _DEEPEST):
            raise _TooManyNodes
        if isinstance(node, yaml.ScalarNode):
            is_plain = not node.style  # libyaml says "" where PyYAML says None
            return None if is_plain and node.value in _NULL else normalise(node.value)
        if isinstance(node, yaml.SequenceNode):
            items: list[Any] = []
            for rest, cut_off in comma_in_list(node):
                line = self.offset + rest.start_mark.line + 1
                self.problems.append(Problem(self.path, line, Code.YAML_SYNTAX, *cut_off))
            for child in node.value:  # an empty item is left out, and counts for no line
                item = self.value(child, self._mark(child, one_key_path((*key, len(items)))))
                if item is not None:
                    items.append(item)
            return items
        assert isinstance(node, yaml.MappingNode)
        found: dict[str, Any] = {}
        seen: set[str] = set()
        cut = dict(comma_in_group(node))
        for name_node, child in node.value:
            name = normalise(str(name_node.value)) if isinstance(name_node, yaml.ScalarNode) else "?"
            line = self.offset + name_node.start_mark.line + 1
            if name_node in cut:
                self.problems.append(Problem(self.path, line, Code.YAML_SYNTAX, *cut[name_node]))
                continue
            if name in seen:
                message = f"khóa '{name}' viết hai lần, đã có ở dòng {self.lines[(*key, name)]}"
                self.problems.append(Problem(self.path, line, Code.DUPLICATE_KEY, message, "giữ một khóa"))
                continue
            seen.add(name)
            place = one_key_path((*key, name))
            self.lines[place] = line
            value = self.value(child, place)
            if value is not None:
                found[name] = value
        return found

    def _mark(self, node: yaml.Node, key: KeyPath) -> KeyPath:
        self.lines[key] = self.offset + node.start_mark.line + 1
        return key


class _TooManyNodes(Exception):
    """References multiply a text beyond all use, or lead in circles."""


def split(text: str, path: str) -> tuple[str, int, str, int] | Problem:
    """Cut a file into (yaml, its first line, body, its first line), or say why it has no head."""
    if not text or text.isspace():
        return Problem(path, 1, Code.EMPTY_FILE, "tệp trống", "viết phần đầu giữa hai dòng '---' rồi đến nội dung")
    start = cast("re.Match[str]", _BLANK.match(text)).end()
    line = text.count("\n", 0, start) + 1
    fence = _FENCE.match(text, start)
    if fence is None:
        return Problem(
            path,
            line,
            Code.NO_FRONT_MATTER,
            "tệp không bắt đầu bằng '---'",
            "thêm phần đầu (front matter) giữa hai dòng '---' ở đầu tệp",
            "---",
        )
    # Looked for, not split into lines: the body, which is ten times longer, need not be.
    end = _END.search(text, fence.end())
    if end is None:
        return Problem(
            path,
            line,
            Code.UNCLOSED_FRONT_MATTER,
            "phần đầu mở bằng '---' nhưng không có dòng '---' đóng lại",
            "thêm một dòng '---' sau khóa cuối cùng",
            "---",
        )
    head = text[fence.end() + 1 : end.start()]
    return head, line + 1, text[end.end() + 1 :], line + text.count("\n", start, end.start()) + 2


def parse(text: str, path: str, store: HeadStore | None = None) -> tuple[FrontMatter | None, list[Problem]]:
    """Read the head of a file: the front matter and its problems, or None and the reason there is none."""
    parts = split(text, path)
    if isinstance(parts, Problem):
        return None, [parts]
    head, head_line, typed, body_line = parts
    body = normalise(typed)
    # Normalising gives a clean text back as it is, so asking costs nothing.
    is_clean = body is typed and normalise(head) == head
    before = text[: len(text) - len(typed)]
    if store is not None and (kept := store.head(before)) is not None:
        return FrontMatter(*kept, body, body_line, before, is_clean), []
    data, lines, problems = parse_yaml(head, path, head_line)
    if data is None:
        return None, problems
    problems += cut_values(head, path, head_line)
    return FrontMatter(data, lines, body, body_line, before, is_clean), problems


def parse_yaml(
    source: str, path: str, first_line: int = 1, *, aliases: bool = False
) -> tuple[dict[str, Any] | None, dict[KeyPath, int], list[Problem]]:
    """A YAML mapping as (values, line of each key, problems); values are None where it cannot be read at all.

    Anchors and aliases are refused unless `aliases`: nobody writes them into a head on purpose.
    """
    tabs = [
        Problem(path, first_line + index, Code.TAB, "thụt đầu dòng bằng phím Tab", "thay mỗi Tab bằng hai dấu cách")
        for index, line in enumerate(source.split("\n"))
        if re.match(r" *\t", line) and line.strip()
    ]
    if tabs:
        return None, {}, tabs
    try:
        if (refused := _refused(source, path, first_line, aliases=aliases)) is not None:
            return None, {}, [refused]
        node = yaml.compose(source, Loader=_LOADER)
    except yaml.YAMLError as error:
        return None, {}, [syntax_problem(error, path, first_line, source)]
    if node is None:
        return {}, {(): max(first_line - 1, 1)}, []
    if not isinstance(node, yaml.MappingNode):
        return (
            None,
            {},
            [
                Problem(
                    path,
                    first_line,
                    Code.NOT_A_MAPPING,
                    "chỗ này phải là các dòng 'khóa: giá trị'",
                    "viết mỗi dòng một khóa",
                    "title: Lễ phát động thi đua",
                )
            ],
        )
    walk = _Walk(path, first_line - 1, most=_MOST_NODES if aliases else None)
    try:
        data = walk.value(node, ())
    except _TooManyNodes:
        message = f"các tham chiếu '&', '*' đi vòng tròn, hoặc nhân lên quá {number_text(_MOST_NODES)} giá trị"
        return None, {}, [Problem(path, first_line, Code.YAML_ALIAS, message, "viết thẳng giá trị thay cho tham chiếu")]
    walk.lines[()] = first_line
    return data, walk.lines, walk.problems


def _refused(source: str, path: str, first_line: int, *, aliases: bool) -> Problem | None:
    """The problem of what no head has on purpose: anchors, aliases, fifty levels; parsed only where one may be."""
    may_refer = not aliases and ("&" in source or "*" in source)
    may_be_deep = source.count("[") + source.count("{") > _DEEPEST or _FAR_IN.search(source) is not None
    depth = 0
    events: Iterator[Any] = yaml.parse(source, Loader=_LOADER) if may_refer or may_be_deep else iter(())
    for event in events:
        line = first_line + event.start_mark.line
        if may_refer and getattr(event, "anchor", None):
            message = "giá trị bắt đầu bằng '&' hoặc '*' được YAML hiểu là tham chiếu"
            return Problem(
                path, line, Code.YAML_ALIAS, message, "đặt cả giá trị trong dấu nháy kép", 'title: "*Lưu ý*"'
            )
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            message = f"danh sách, nhóm khóa lồng vào nhau quá {_DEEPEST} lớp"
            return Problem(path, line, Code.YAML_SYNTAX, message, "bỏ các ngoặc, các mức thụt thừa")
    return None
