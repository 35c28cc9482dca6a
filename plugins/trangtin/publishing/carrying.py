"""What goes from the release before into the new one, though no page of that asks for it.

A file whose name tells its content is another file after a change. Somebody who opened a page just before the switch
gets its styles, scripts and pictures after it, under their old names; pictures far down only when they scroll there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from trangtin.publishing.built_site import BuiltSite
from trangtin.signing.hashed_name import tells_its_content
from trangtin.signing.manifest import CARRIED


def still_asked_for(before: Mapping[str, str], site: BuiltSite) -> Mapping[str, str]:
    """SHA-256 by path of the files of the release `before` that the site does not have, and open pages ask for.

    Only its own, not what it carried itself: nobody's page is two releases old for long.
    """
    gone = before.keys() - site.files.keys()
    return {path: before[path] for path in sorted(gone) if tells_its_content(path)}


def write_carried(folder: Path, hashes: Mapping[str, str]) -> Path | None:
    """Say in the release itself what was carried into it; None where nothing was. Servers do not give this file out."""
    if not hashes:
        return None
    file = folder / CARRIED
    file.write_text(json.dumps(dict(hashes), indent=1) + "\n", encoding="utf-8", newline="\n")
    return file
