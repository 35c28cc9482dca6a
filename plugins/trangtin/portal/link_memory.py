"""What was linked for single documents and campaigns, remembered while a preview runs."""

from __future__ import annotations

from trangtin.portal.assignments import Assignment
from trangtin.portal.entry_memory import EntryMemory
from trangtin.portal.timeline import Event


class LinkMemory:
    """Values by the entry that they are of; each is held beside all else that it was worked out from."""

    def __init__(self) -> None:
        """Nothing was linked yet."""
        self.assignments: EntryMemory[tuple[Assignment, ...]] = EntryMemory()
        self.timelines: EntryMemory[tuple[Event, ...]] = EntryMemory()

    def turn(self) -> None:
        """Called when everything was linked: forget what is gone."""
        self.assignments.turn()
        self.timelines.turn()
