"""Files that a new release takes over from the one before, though none of its own pages asks for them.

A file whose name contains its hash gets another name with every change. Somebody who opened a page just before the
switch asks for its styles, scripts and pictures afterwards, under their old names; pictures far down only when scrolled
to.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from trangtin.publishing.built_site import BuiltSite
from trangtin.signing.hashed_name import tells_its_content
from trangtin.signing.manifest import CARRIED


def still_asked_for(before: Mapping[str, str], site: BuiltSite) -> Mapping[str, str]:
    """SHA-256 by path of files of the release `before` that the site lacks and open pages may still ask for.

    Only the release's own, not those that it took over itself: hardly any open page is two releases old.
    """
    gone = before.keys() - site.files.keys()
    return {path: before[path] for path in sorted(gone) if tells_its_content(path)}


def write_carried(folder: Path, hashes: Mapping[str, str]) -> Path | None:
    """List in the release itself what it took over; None if nothing. Servers do not give this file out."""
    if not hashes:
        return None
    file = folder / CARRIED
    file.write_text(json.dumps(dict(hashes), indent=1) + "\n", encoding="utf-8", newline="\n")
    return file
