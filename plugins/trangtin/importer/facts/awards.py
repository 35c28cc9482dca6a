"""Whom a decision commends, proposed to an editor: the rows of its lists, in the form that its first article names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trangtin.content.award import USUAL_FORMS, AwardRules
from trangtin.content.text import fold, one_line
from trangtin.content.values.vocabulary import AwardKind
from trangtin.importer import grammar
from trangtin.importer.paper import Block, Table, paragraphs_of

_FORMS = sorted({form.rstrip(" …") for form in USUAL_FORMS}, key=len, reverse=True)
_GIVES = re.compile(
    r"(?i)(?:Điều\s+\d+\s*[.:]\s*)?(?:Nay\s+)?(?:tặng|trao tặng|truy tặng|phong tặng|công nhận|khen thưởng)\b"
    rf"[^.;]{{0,80}}?(?P<form>{'|'.join(map(re.escape, _FORMS))})\b"
)
_COLUMNS = {
    "to": re.compile(r"(?:ho,? (?:va )?ten|ten (?:tap the|ca nhan|don vi)|tap the|ca nhan)\b.*"),
    "position": re.compile(r"(?:chuc vu|chuc danh|lop)\b.*"),
    "reason": re.compile(r"(?:thanh tich|ly do)\b.*"),
    "form": re.compile(r"(?:danh hieu|hinh thuc)\b.*"),
}
"""The key of a column by the head of it, folded. Columns that say more of a person are left where they are."""
_GROUPS = {"tap the": AwardKind.GROUP, "ca nhan": AwardKind.PERSON}
_MARK = re.compile(r"(?:[IVX]+|[A-ZĐa-zđ])\s*[.)/]?")
"""What numbers a section; a figure numbers whoever is commended."""
_SUM = re.compile(r"(?:tong )?(?:cong|so)\b.*")


def propose_awards(blocks: Sequence[Block], paragraphs: Sequence[str]) -> tuple[str, tuple[dict[str, str], ...]]:
    """(form, awards as the head keeps them); no form where nobody is commended, no awards where no table lists them."""
    form = next((match["form"] for text in paragraphs if (match := _GIVES.match(text))), "")
    listed = AwardRules().listed(form) or form
    tables = [block for block in blocks if isinstance(block, Table)] if form else []
    return listed, tuple(row for table in tables for row in _listed(table, listed))


def _listed(table: Table, form: str) -> Iterator[dict[str, str]]:
    columns: dict[str, int] = {}
    group: AwardKind | None = None
    for row in table.rows:
        texts = [one_line(" ".join(each.text for each in paragraphs_of(cell.blocks))) for cell in row]
        if not columns:
            columns = _columns(texts)
            continue
        name = texts[columns["to"]]
        if section := _section(texts, name):
            group = _group(section) or group
            continue
        if name and not _SUM.fullmatch(fold(name)):
            yield _award({key: texts[place] for key, place in columns.items()}, group, form)


def _section(texts: Sequence[str], name: str) -> str:
    """What a row says that commends nobody, but tells whom the rows below it name: empty for any other row."""
    said = [text for text in texts if text]
    if len(said) == 1:  # across the table
        return said[0]
    if len(said) == 2 and _MARK.fullmatch(said[0]) and _group(said[1]):
        return said[1]
    return name if fold(name).rstrip(" :.") in _GROUPS else ""


def _group(section: str) -> AwardKind | None:
    return next((kind for words, kind in _GROUPS.items() if words in fold(section)), None)


def _columns(texts: Sequence[str]) -> dict[str, int]:
    """Places of the columns, if this row is the head of a list of names."""
    found: dict[str, int] = {}
    for place, text in enumerate(texts):
        key = next((key for key, head in _COLUMNS.items() if head.fullmatch(fold(text))), None)
        if key is not None:
            found.setdefault(key, place)
    return found if "to" in found else {}


def _award(said: dict[str, str], group: AwardKind | None, form: str) -> dict[str, str]:
    kind = group or (AwardKind.PERSON if grammar.is_person(said["to"].partition(",")[0]) else AwardKind.GROUP)
    award = {"form": said.get("form") or form, "to": said["to"], "kind": kind.value}
    has_position = kind is AwardKind.PERSON and "," not in said["to"]
    kept = {"position": said.get("position", "") if has_position else "", "reason": said.get("reason", "")}
    return award | {key: text for key, text in kept.items() if text}
