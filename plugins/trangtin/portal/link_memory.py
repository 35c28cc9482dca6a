"""What was worked out for single documents and campaigns, remembered while a preview runs."""

from __future__ import annotations

from trangtin.portal.assignments import Assignment
from trangtin.portal.entry_memory import EntryMemory
from trangtin.portal.timeline import Event


class LinkMemory:
    """Assignments and timelines by their entry, each with all else that it follows from."""

    def __init__(self) -> None:
        """Nothing is known at first."""
        self.assignments: EntryMemory[tuple[Assignment, ...]] = EntryMemory()
        self.timelines: EntryMemory[tuple[Event, ...]] = EntryMemory()

    def turn(self) -> None:
        """Called when the portal was linked: forget what was not asked for."""
        self.assignments.turn()
        self.timelines.turn()
