"""What a copy of the process does for it at the start of a build, while the first one reads and links."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from trangtin.content.entry import Layout
from trangtin.content.markdown import is_markdown
from trangtin.content.reading.files import files_in
from trangtin.copies import is_copy
from trangtin.disk.real_path import real_path
from trangtin.host.folder.output import left_in
from trangtin.standing.left_site import LeftSite


def look_ahead(folder: Path, record: Path, root: Path, layout: Layout) -> LeftSite | None:
    """What stands in the `folder` of a site, for `Output.open`; None where it is not there or cannot be read.

    Before that all texts of the portal at `root` are brought from the disk: the first process then waits for none.
    """
    if is_copy():
        for path, file in files_in(root, layout, []):
            if is_markdown(path):
                with suppress(OSError):  # whoever reads it tells
                    file.read_bytes()
    with suppress(OSError):
        return left_in(real_path(folder), record)
    return None
