"""Who has what to do: tasks given by documents and works registered in campaigns, alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import partial

from trangtin.content.campaign import Campaign, Work
from trangtin.content.document import Document, Task
from trangtin.content.entry import Entry
from trangtin.content.place import is_web
from trangtin.content.vocabulary import WorkStatus
from trangtin.portal.attachments import Attachments
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.validity import Validity


class AssignmentState(Enum):
    """How an assignment stands on a day."""

    OVERDUE = ("qua-han", "Quá hạn")
    DOING = ("dang-lam", "Đang thực hiện")
    NOT_STARTED = ("chua-lam", "Chưa thực hiện")
    DONE = ("xong", "Đã xong")
    CANCELLED = ("da-huy", "Đã hủy")

    def __init__(self, slug: str, label: str) -> None:
        """Keep slug and label by name."""
        self.slug = slug
        self.label = label


@dataclass(frozen=True, slots=True)
class Assignment:
    """One thing one sub-unit has to do."""

    unit: str
    """Id of the sub-unit."""
    what: str
    due: date | None
    state: AssignmentState
    evidence: tuple[str, ...]
    """Repository paths of public pages, published files (`file:` before their path), or web addresses."""
    source: str
    """Path of the document or campaign it comes from."""
    is_work: bool
    """True for a registered work, False for a task."""
    campaign: str | None
    """Slug of the campaign."""


def tasks_of(
    catalogue: Catalogue, entry: Entry[Document], attachments: Attachments, validity: Validity
) -> tuple[Assignment, ...]:
    """The tasks a document gives; those left open by a document that was recalled or replaced are off."""
    slug = catalogue.campaign_of(entry)
    evidence = partial(evidence_target, catalogue, attachments, entry.path)
    tasks = (_assignment(catalogue, entry.path, slug, task, task.do, False, evidence) for task in entry.head.tasks)
    is_off = validity in {Validity.RECALLED, Validity.REPLACED}
    return tuple(
        replace(task, state=AssignmentState.CANCELLED) if is_off and task.state is not AssignmentState.DONE else task
        for task in tasks
    )


def works_of(
    catalogue: Catalogue, entry: Entry[Campaign], slug: str, attachments: Attachments
) -> tuple[Assignment, ...]:
    """The works registered in a campaign."""
    evidence = partial(evidence_target, catalogue, attachments, entry.path)
    return tuple(
        _assignment(catalogue, entry.path, slug, work, work.title, True, evidence) for work in entry.head.works
    )


def _assignment(
    catalogue: Catalogue,
    path: str,
    slug: str | None,
    item: Task | Work,
    what: str,
    is_work: bool,
    target_of: Callable[[str], str | None],
) -> Assignment:
    evidence = tuple(target for text in item.evidence if (target := target_of(text)))
    return Assignment(item.unit, what, item.due, _state(item, catalogue.today), evidence, path, is_work, slug)


def _state(item: Task | Work, today: date) -> AssignmentState:
    match item.status:
        case WorkStatus.DONE:
            return AssignmentState.DONE
        case WorkStatus.CANCELLED:
            return AssignmentState.CANCELLED
        case _ if item.due is not None and item.due < today:
            return AssignmentState.OVERDUE
        case WorkStatus.DOING:
            return AssignmentState.DOING
        case _:
            return AssignmentState.NOT_STARTED


def evidence_target(catalogue: Catalogue, attachments: Attachments, path: str, text: str) -> str | None:
    """The public page, published file or web address that an evidence entry names; None for what is not public."""
    if is_web(text):
        return text
    target = catalogue.reading.layout.resolve(path, text)
    if target is not None and catalogue.is_public(target):
        return target
    return attachments.target(target)
