"""A look at the last site, taken by another process while this one reads the content: tens of thousands of files."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from trangtin.copies import begun_ahead
from trangtin.disk.real_path import real_path
from trangtin.processors import processes_for
from trangtin.standing.left_site import LeftSite, look_alone


class FirstLook:
    """Looks at the folder that a site is to stand in, before anything is decided about it."""

    def __init__(self, folder: Path, record: Path) -> None:
        """Begin; `record` is the file that tells what the last build left in which folder."""
        self._folder = real_path(folder)
        self._record = record
        self._seen = begun_ahead(partial(look_alone, self._folder, record), processes=processes_for(2, 1))

    def at(self, folder: Path) -> LeftSite:
        """What was seen; another folder, chosen meanwhile, is looked at now. To be called once. Raises OSError."""
        return self._seen() if folder == self._folder else look_alone(folder, self._record)
