"""A head put in order without changing what it says: letters, spaces, quotes, the order of keys.

Works on lines, not on values, so that comments and the editor's own layout stay. Whatever it does is checked by reading
the head before and after: where the two do not say the same, the head is left as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.news import News
from trangtin.content.page import Page, PageHead
from trangtin.content.reading.front_matter import parse_yaml
from trangtin.content.text import normalise
from trangtin.content.writing.text_keys import text_keys

_KEY = re.compile(r"([A-Za-z_][\w-]*):(?=\s|$)")
_BLOCK_SCALAR = re.compile(r"(?:.*:\s+|\s*-\s+)[|>][+-]?\d?\s*(?:#.*)?$")
_WIDE = re.compile(r"^(\s*(?:- )?[a-z_0-9]+:|\s*-)[ \t]{2,}(?=\S)")
_VALUE = re.compile(r"^(?P<key>\s*(?:- )?[a-z_0-9]+:[ ]+|\s*-[ ]+)(?P<value>\S.*)$")
_SPECIAL = re.compile(r"^[@`%*&!>|]|^[?:-] |: |:$")
_QUOTED = re.compile(r"^[\"'\[{#]|^[|>][+-]?\d?$| #")
# As a paper is read from its top; what every kind shares comes last.
_CAMPAIGN_ORDER = (
    "title slogan start end form block report_due anchor lead units criteria milestones works featured summary".split()
)
_NEWS_ORDER = (
    "title date updated summary author source image album campaign unit evidence_for done tags pinned expires".split()
)
_DOCUMENT_ORDER = (
    "type number date place issuer parent title level signer cosigners areas basis implements replaces amends corrects "
    "recalls recipients effective expires files tasks milestones awards evidence_for done source received published "
    "approved_by campaign summary notes review"
).split()
_ORDERS: dict[type[PageHead], Sequence[str]] = {
    Document: _DOCUMENT_ORDER,
    Campaign: _CAMPAIGN_ORDER,
    News: _NEWS_ORDER,
}

Step = Callable[[list[str]], list[str]]


def tidy_head(head: str, kind: type[PageHead]) -> tuple[str, tuple[str, ...]]:
    """The head (YAML without its fences, lines ending in LF) in order, and what was done to it in Vietnamese."""
    lines, done = head.split("\n"), list[str]()
    steps: tuple[tuple[str, Step], ...] = (
        ("chữ về dạng dựng sẵn (NFC)", lambda rows: [normalise(row) for row in rows]),
        ("thêm dấu nháy ở phần đầu", _quotes),  # before the others: without them a head may be unreadable
        ("bỏ dấu cách thừa ở phần đầu", _spaces),
        ("xếp lại thứ tự khóa", lambda rows: _ordered(rows, kind)),
    )
    for what, step in steps:
        changed = step(lines)
        if changed != lines and _says_the_same(lines, changed, in_order=what != steps[-1][0]):
            lines = changed
            done.append(what)
    return "\n".join(lines), tuple(done)


def _says_the_same(before: Sequence[str], after: Sequence[str], *, in_order: bool) -> bool:
    old, _, faults = parse_yaml("\n".join(before), "")
    new, _, new_faults = parse_yaml("\n".join(after), "")
    if new is None or len(new_faults) > len(faults):
        return False
    if old is None:
        return True  # it could not be read, now it can
    return _plain(old) == _plain(new) and (not in_order or list(old) == list(new))


def _plain(value: Any) -> Any:
    """A value with `Lưu: VT`, which YAML takes for a mapping, as the line that was meant."""
    if isinstance(value, dict):
        if len(value) == 1 and isinstance((only := next(iter(value.items())))[1], str) and not only[0].isascii():
            return f"{only[0]}: {only[1]}"
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _outside_scalars(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it is YAML of its own and not part of a text with several lines."""
    within: int | None = None
    for line in lines:
        indent = len(line) - len(line.lstrip())
        if within is not None and (indent > within or not line.strip()):
            yield line, False
            continue
        within = indent if _BLOCK_SCALAR.match(line) else None
        yield line, True


def _spaces(lines: list[str]) -> list[str]:
    return [_WIDE.sub(r"\1 ", line).rstrip() if is_own else line for line, is_own in _outside_scalars(lines)]


def _quotes(lines: list[str]) -> list[str]:
    out, key = [], ""
    for line, is_own in _outside_scalars(lines):
        if match := _KEY.match(line):
            key = match[1]
        out.append(_quoted(line, key) if is_own else line)
    return out


def _quoted(line: str, key: str) -> str:
    match = _VALUE.match(line)
    if match is None or _QUOTED.search(match["value"]) or not _SPECIAL.search(match["value"]):
        return line
    is_item = match["key"].strip() == "-"
    texts = text_keys()
    if not (key in texts.lists if is_item else match["key"].strip(" -:") in texts.single):
        return line
    value = match["value"].rstrip().replace("\\", "\\\\").replace('"', '\\"')
    return f'{match["key"]}"{value}"'


def _ordered(lines: list[str], kind: type[PageHead]) -> list[str]:
    """Blocks of lines, each a key with the comments above it, in the house's order; keys of other tools come last."""
    top: list[str] = []
    blocks: list[tuple[str, list[str]]] = []
    waiting: list[str] = []
    for line, is_own in _outside_scalars(lines):
        match = _KEY.match(line) if is_own else None
        if match:
            blocks.append((match[1], [*waiting, line]))
            waiting = []
        elif line.startswith("#") and is_own:
            waiting.append(line)
        elif not blocks:
            top += [*waiting, line]
            waiting = []
        else:
            blocks[-1][1].extend([*waiting, line])
            waiting = []
    if top and any(line.strip() for line in top):
        return lines  # no block mapping: `{title: …}` on one line
    order = {key: place for place, key in enumerate(key_order(kind))}
    blocks.sort(key=lambda block: order.get(block[0], len(order)))
    return [*top, *(line for _, block in blocks for line in block), *waiting]


def key_order(kind: type[PageHead]) -> tuple[str, ...]:
    """The top keys of a kind in the house's order, as a head is written and as it is put in order."""
    if kind is Page:
        return ()  # keys of other tools may stand between ours
    shared = tuple(PageHead.model_fields)
    own = _ORDERS.get(kind) or tuple(key for key in kind.model_fields if key not in shared)
    return (*own, *(key for key in shared if key not in own))
