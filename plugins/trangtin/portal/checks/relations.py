"""Relations between documents: they lead somewhere, in the right order of time, and not in circles."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.nearest import unless_meant
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import parted
from trangtin.content.values.dates import day_text
from trangtin.content.values.typed_text import LIST_REMEDY
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.checks.citations import to_several
from trangtin.portal.references import Outcome, References, number_key, read_citation
from trangtin.portal.relations import Relation, RelationKind, Relations

_SYMBOL = re.compile(r"/\S*[^\W\d]")
"""Finds the symbol of a number, or the end of a path; a day has none."""


def check_relations(catalogue: Catalogue, references: References, relations: Relations) -> Iterator[Problem]:
    """Relations to nothing or to several, circles, dates that run backwards."""
    for relation in relations.all:
        entry = catalogue.documents[relation.source]
        if relation.target is not None:
            yield from _check_target(catalogue, relation, entry)
        elif relation.outcome is Outcome.AMBIGUOUS:
            yield Problem(
                entry.path,
                entry.line(relation.kind.key, relation.index),
                Code.RELATION_AMBIGUOUS,
                *to_several(relation.text),
                f"{read_citation(relation.text).number} ngày 20/4/2021",
            )
        elif relation.outcome is Outcome.NOTHING and not _described_in_basis(entry, relation):
            yield _to_nothing(entry, relation, references)
    yield from _circles(catalogue, relations)
    for entry in catalogue.reading.documents:
        for index, basis in enumerate(entry.head.basis):
            if basis.date and entry.head.date and basis.date > entry.head.date:
                yield Problem(
                    entry.path,
                    entry.line("basis", index, "date"),
                    Code.DATE_BEFORE_BASIS,
                    f"căn cứ đề ngày {day_text(basis.date)}, sau ngày ban hành {day_text(entry.head.date)}",
                    "sửa ngày của căn cứ hoặc ngày ban hành",
                    "date: 14/4/2021",
                )


def _check_target(catalogue: Catalogue, relation: Relation, entry: Entry[Document]) -> Iterator[Problem]:
    target = catalogue.documents[relation.target or ""]
    line = entry.line(relation.kind.key, relation.index)
    if target.path == entry.path:
        yield Problem(
            entry.path, line, Code.RELATION_CYCLE, f"văn bản '{relation.kind.forward.lower()}' chính nó", "bỏ mục này"
        )
    elif entry.head.date and target.head.date and entry.head.date < target.head.date:
        yield Problem(
            entry.path,
            line,
            Code.DATE_BEFORE_BASIS,
            f"văn bản ngày {day_text(entry.head.date)} {relation.kind.forward.lower()} văn bản ban hành sau nó "
            f"({target.path}, {day_text(target.head.date)})",
            "sửa ngày ban hành hoặc quan hệ",
        )
    if catalogue.is_public(entry.path) and not catalogue.is_public(target.path):
        yield Problem(
            entry.path,
            line,
            Code.RELATION_TO_UNPUBLISHED,
            f"'{relation.text}' là văn bản chưa đăng",
            "quan hệ này được giấu đến khi văn bản kia được đăng",
            severity=Severity.NOTICE,
        )


def _described_in_basis(entry: Entry[Document], relation: Relation) -> bool:
    wanted = number_key(read_citation(relation.text).number)
    return not entry.reads("basis") or any(
        basis.number is not None and number_key(basis.number) == wanted for basis in entry.head.basis
    )


def _to_nothing(entry: Entry[Document], relation: Relation, references: References) -> Problem:
    cited, own = read_citation(relation.text).number, entry.head.number
    if own is not None and number_key(cited) == number_key(str(own)):  # that of another year may be meant
        return Problem(
            entry.path,
            entry.line(relation.kind.key, relation.index),
            Code.RELATION_TO_NOTHING,
            f"'{relation.kind.key}' ghi '{relation.text}', là số của chính văn bản này",
            "ghi số của văn bản kia, thêm ngày của nó nếu trùng số",
            f"{relation.kind.key}: 95/KH-UBND ngày 20/4/2021",
        )
    if len(several := parted(relation.text)) > 1 and all(map(_SYMBOL.search, several)):
        return Problem(
            entry.path,
            entry.line(relation.kind.key, relation.index),
            Code.RELATION_TO_NOTHING,
            f"'{relation.kind.key}' ghi {len(several)} văn bản trên một dòng: '{relation.text}'",
            LIST_REMEDY,
            f"- {several[0]}",
        )
    near = references.nearest_number(relation.text)
    near = None if near == str(own) else near
    return Problem(
        entry.path,
        entry.line(relation.kind.key, relation.index),
        Code.RELATION_TO_NOTHING,
        f"'{relation.kind.key}' trỏ tới '{relation.text}' nhưng không có văn bản nào như vậy",
        unless_meant(near, "sửa số, thêm văn bản đó vào plans/ (chỉ cần phần đầu), hoặc ghi đủ nó trong 'basis'"),
        f"{relation.kind.key}: {near or '95/KH-UBND'}",
    )


def _circles(catalogue: Catalogue, relations: Relations) -> Iterator[Problem]:
    """Each circle of one kind of relation once, at its first file. Depth first without recursion."""
    for kind in RelationKind:
        onward: dict[str, list[Relation]] = defaultdict(list)
        for relation in relations.all:
            if relation.kind is kind and relation.target is not None and relation.target != relation.source:
                onward[relation.source].append(relation)
        done: set[str] = set()
        for start in sorted(onward):
            trail: list[str] = []
            stack: list[tuple[str, bool]] = [(start, False)]
            while stack:
                path, leaving = stack.pop()
                if leaving:
                    trail.pop()
                    done.add(path)
                    continue
                if path in trail:
                    circle = trail[trail.index(path) :]
                    yield _circle(catalogue, kind, circle)
                    continue
                if path in done:
                    continue
                trail.append(path)
                stack.append((path, True))
                stack += [(relation.target or "", False) for relation in onward.get(path, ())]


def _circle(catalogue: Catalogue, kind: RelationKind, circle: list[str]) -> Problem:
    first = min(circle)
    at = circle.index(first)
    round_trip = " → ".join([*circle[at:], *circle[:at], first])
    return Problem(
        first,
        catalogue.documents[first].line(kind.key),
        Code.RELATION_CYCLE,
        f"quan hệ '{kind.key}' đi thành vòng: {round_trip}",
        "bỏ một quan hệ trong vòng",
    )
