"""What a copy of the process does for it at the start of a build, while the first one reads and links."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from trangtin.content.reading.files import MARKDOWN
from trangtin.copies import is_copy
from trangtin.host.folder.output import left_in
from trangtin.standing.left_site import LeftSite


def look_ahead(folder: Path, record: Path, texts: Iterable[Path]) -> LeftSite | None:
    """What stands in the `folder` of a site, for `Output.open`; None where it is not there or cannot be read.

    Before that all `texts` in some folders are brought from the disk: the first process then waits for none of them.
    """
    if is_copy():
        for place in texts:
            _bring(place)
    with suppress(OSError):
        return left_in(folder.resolve(), record)
    return None


def _bring(place: Path) -> None:
    for folder, _, names in os.walk(place):
        for name in names:
            if name.endswith(MARKDOWN):
                with suppress(OSError), Path(folder, name).open("rb") as text:
                    text.read()
