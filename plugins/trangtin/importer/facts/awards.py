"""Whom a decision commends, proposed to an editor: the rows of its lists, in the form that its first article names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from trangtin.content.award import USUAL_FORMS, AwardRules
from trangtin.content.printed.signature import is_person
from trangtin.content.text import fold
from trangtin.content.values.vocabulary import AwardKind
from trangtin.importer.facts.listed import Listing, Row, is_mark, is_sum, listing
from trangtin.importer.paper import Block, Table

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
_CLASS = re.compile(r"\d{1,2}\s?[./]?\s?[A-ZĐa-zđ]?\d{0,2}")
"""`8A`, `12A1`, `5/2`: of a pupil, in a column that says `Lớp` at its head."""
_GROUPS = {"tap the": AwardKind.GROUP, "ca nhan": AwardKind.PERSON}


def propose_awards(blocks: Sequence[Block], paragraphs: Sequence[str]) -> tuple[str, tuple[dict[str, str], ...]]:
    """(form, awards as the head keeps them); no form where nobody is commended, no awards where no table lists them."""
    form = next((match["form"] for text in paragraphs if (match := _GIVES.match(text))), "")
    listed = AwardRules().listed(form) or form
    tables = [block for block in blocks if isinstance(block, Table)] if form else []
    return listed, tuple(row for table in tables for row in _listed(table, listed))


def _listed(table: Table, form: str) -> Iterator[dict[str, str]]:
    group: AwardKind | None = None
    listed = listing(table, _COLUMNS, "to")
    if listed is None:
        return
    for row in listed.rows:
        name = row[listed.needed]
        if section := _section(listed, row, name):
            group = _group(section) or group
        elif name and not is_sum(name):
            yield _award({key: row[place] for key, place in listed.columns.items()}, group, form)


def _section(listed: Listing, row: Row, name: str) -> str:
    """The words of a row that commends nobody; those of groups are such wherever they stand."""
    said = row.said
    if len(said) == 2 and _group(said[1]) and is_mark(said[0]):
        return said[1]
    return listed.section(row) or (name if fold(name).rstrip(" :.") in _GROUPS else "")


def _group(section: str) -> AwardKind | None:
    return next((kind for words, kind in _GROUPS.items() if words in fold(section)), None)


def _award(said: dict[str, str], group: AwardKind | None, form: str) -> dict[str, str]:
    kind = group or (AwardKind.PERSON if is_person(said["to"].partition(",")[0]) else AwardKind.GROUP)
    told = said.get("form", "")  # "Danh hiệu" may also head a pupil's mark for the year, for which the award is
    own = told if AwardRules().listed(told) else ""
    award = {"form": own or form, "to": said["to"], "kind": kind.value}
    position = said.get("position", "") if kind is AwardKind.PERSON and "," not in said["to"] else ""
    reasons = (said.get("reason", ""), "" if own else told)
    kept = {
        "position": f"Lớp {position}" if _CLASS.fullmatch(position) else position,
        "reason": ", ".join(each for each in reasons if each),
    }
    return award | {key: text for key, text in kept.items() if text}
