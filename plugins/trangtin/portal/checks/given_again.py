"""Tasks that an amending paper gives again, with another day or to another sub-unit, while the first still counts."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import compared
from trangtin.content.values.vocabulary import WorkStatus
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.open_work import OpenWork
from trangtin.portal.relations import RelationKind, Relations
from trangtin.portal.statements import item_line


def check_given_again(catalogue: Catalogue, relations: Relations, open_work: OpenWork) -> Iterator[Problem]:
    """Open tasks in the words of one that a later paper gives, each once: pages count both, the first as late.

    With a plan that was replaced its open tasks are off by themselves (`OpenWork.is_off`).
    """
    met: set[tuple[str, int]] = set()
    for relation in relations.all:
        later, first = catalogue.documents[relation.source], catalogue.documents.get(relation.target or "")
        if relation.kind is not RelationKind.AMENDS or first is None or not later.head.tasks:
            continue
        if not (catalogue.counts(later.path) and catalogue.counts(first.path)) or open_work.is_off(later):
            continue
        given = _given(later)
        for number, task in enumerate(first.head.tasks, start=1):
            again = given.get(compared(task.do))
            if again and (first.path, number) not in met and open_work.is_open(first, number, task):
                met.add((first.path, number))
                yield Problem(
                    first.path,
                    item_line(first, number),
                    Code.TASK_GIVEN_AGAIN,
                    f"việc này {later.path}:{item_line(later, again)} đã giao lại mà ở đây vẫn còn mở, nên đang đếm"
                    " hai lần",
                    "ghi 'status: huy' ở việc này; vẫn phải làm cả hai lần thì để nguyên",
                    "status: huy",
                    Severity.NOTICE,
                )


def _given(later: Entry[Document]) -> dict[str, int]:
    """The places of its tasks, from 1, by their words."""
    tasks = enumerate(later.head.tasks, start=1)
    return {compared(task.do): number for number, task in tasks if task.status is not WorkStatus.CANCELLED}
