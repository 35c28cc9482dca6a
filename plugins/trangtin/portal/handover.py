"""Work of sub-units that are no more, told with where it came from."""

from __future__ import annotations

from trangtin.portal.assignments import Assignment
from trangtin.portal.model import Portal


def told_with_origin(item: Assignment, portal: Portal) -> str:
    """What is to be done; of what a merged sub-unit left to another: `Tủ sách (nhận từ Khoa Dân vận)`."""
    if item.received_from is None:
        return item.what
    return f"{item.what} (nhận từ {portal.unit_named[item.received_from].name})"
