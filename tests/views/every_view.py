"""All views of a portal, and all texts in them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Any

from trangtin.host.pages.contents import runs_of
from trangtin.portal.model import Portal
from trangtin.views.page import PageView
from trangtin.views.parts.assignment_rows import AssignmentRows
from trangtin.views.tasks import TaskListView, holder_views, task_holders


def task_list_views(portal: Portal) -> Iterator[tuple[str, TaskListView]]:
    """Every page of the tasks of campaigns and sub-units that have too many for their own page."""
    rows = AssignmentRows(portal)
    for holder in task_holders(portal):
        yield from holder_views(portal, holder, rows)


def every_view(portal: Portal) -> Iterator[tuple[str, PageView]]:
    """Each page that the host would make, by its target or path: one that is new is among them by itself."""
    for run in runs_of(portal):
        for content in run.make():
            yield content.target, content.view


def texts(value: Any) -> Iterator[str]:
    """Every text in a view, whatever holds it; a view holds nothing but dataclasses, tuples and plain values."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    else:
        assert value is None or isinstance(value, int | date), type(value)
