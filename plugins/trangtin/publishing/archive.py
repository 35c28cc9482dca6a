"""A site as one file, for hosts that only take an upload."""

from __future__ import annotations

import tempfile
import zipfile
from contextlib import ExitStack
from pathlib import Path

from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.refusal import in_words
from trangtin.signing.manifest import NAME

_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can hold, so that the same site makes the same file on every day."""


def write_archive(site: BuiltSite, target: Path) -> None:
    """Write every file of the site's manifest, and the manifest, into a zip: whole or not at all. Raises Refusal."""
    site.verify()
    with in_words(), ExitStack() as at_last:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", suffix=".zip", delete=False) as begun:
            unfinished = Path(begun.name)
        at_last.callback(unfinished.unlink, missing_ok=True)
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in (*sorted(site.files), NAME):
                entry = zipfile.ZipInfo(path, _MOMENT)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, (site.folder / path).read_bytes())
        unfinished.chmod(0o644)
        unfinished.replace(target)
