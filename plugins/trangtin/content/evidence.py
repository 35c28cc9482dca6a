"""What a page says to be done: the tasks and works it is evidence for, without a change to the plan that gave them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator

from trangtin.content.page import PageHead
from trangtin.content.problem import Code
from trangtin.content.record import Contradiction, labelled
from trangtin.content.values.dates import day_text
from trangtin.content.values.field import Day, OneOrMore, described
from trangtin.content.values.typed_text import as_line, fault, refuse_word_quotes


@dataclass(frozen=True, slots=True)
class TaskReference:
    """A task or registered work as an editor names it: `12/KH-TCT#3`, `bau-cu-2021#tu-sach`."""

    holder: str
    """The document (number or path) that gives the task, or the campaign (id or path) that has the work registered."""
    task: str
    """The place of the task among those of its holder, from 1, or its id."""

    def __str__(self) -> str:
        return f"{self.holder}#{self.task}"


def _reference(value: object) -> TaskReference:
    if isinstance(value, TaskReference):
        return value
    text = as_line(value)
    refuse_word_quotes(text)
    holder, _, task = (part.strip() for part in text.rpartition("#"))
    if not holder or not task:
        # YAML takes ` #3` for a comment, so what stands behind a space never comes here.
        raise fault(
            Code.WRONG_SHAPE,
            f"'{text}' chưa nói rõ việc nào của văn bản nào",
            "viết số văn bản, dấu '#', số thứ tự của việc, không có dấu cách trước '#'",
            "12/KH-TCT#3",
        )
    return TaskReference(holder, task)


NamedTask = Annotated[
    TaskReference, BeforeValidator(_reference), described("văn bản#việc", {"type": "string", "pattern": "^.+#[^#]+$"})
]
"""A document and one of its tasks, or a campaign and one of its works."""


class EvidenceHead(PageHead):
    """A page that may show that something was done: a news item, a sub-unit's report."""

    evidence_for: OneOrMore[NamedTask] = labelled(
        "Là minh chứng cho việc", "12/KH-TCT#3", "Việc, công trình mà bài này cho thấy đã xong.", default=()
    )
    """Tasks and works that are done, as this page shows."""
    done: Day | None = labelled("Ngày làm xong", "10/5/2021", "Ghi khi khác ngày của bài.", default=None)
    """The day they were done, where that is not the day of this page."""

    @property
    def said_on(self) -> Day | None:
        """The day of the page itself; None where it has none."""
        return None

    def contradictions(self) -> Iterator[Contradiction]:
        """A day of doing belongs to something done, and is not after the day of the page."""
        if self.done is None:
            return
        if not self.evidence_for:
            yield Contradiction(
                "done",
                "'done' không kèm 'evidence_for' nên không rõ việc nào đã xong",
                "ghi việc ấy vào 'evidence_for'",
                "evidence_for: [12/KH-TCT#3]",
            )
        if self.said_on is not None and self.done > self.said_on:
            yield Contradiction(
                "done",
                f"'done' ({day_text(self.done)}) sau ngày của bài ({day_text(self.said_on)})",
                "sửa một trong hai ngày",
                f"done: {day_text(self.said_on)}",
            )
