"""All that decides what a build makes: two builds with the same inputs make the same site.

Rather too much than too little: whatever is odd costs a build, what is forgotten would leave an old page standing.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import trangtin
import trangtin_theme
from trangtin.content.markdown import is_markdown
from trangtin.content.values.dates import today_in_vietnam
from trangtin.drawing.font_files import font_files
from trangtin.editing.bundle import KEPT
from trangtin.standing.commit import commit_of
from trangtin.standing.configured import Configured
from trangtin.standing.tree import OddFolderError, tree_of

_AT_THE_TOP = frozenset({".yml", ".yaml", ".json"})
"""Kinds of files that a build may read at the top of a portal's folder."""
_DATE = "SOURCE_DATE_EPOCH"
"""Read by MkDocs: https://reproducible-builds.org/specs/source-date-epoch/"""


@dataclass(frozen=True, slots=True)
class Inputs:
    """The inputs of a build at a moment."""

    digests: Mapping[str, str]
    """A digest for each kind of input."""
    is_settled: bool
    """Whatever changes from now on changes a digest."""


def inputs_of(
    config: Path, configured: Configured, site: Path, environment: Mapping[str, str], *, with_texts: bool = True
) -> Inputs | None:
    """The inputs of a build by `config` into the folder `site`, both given as full paths.

    Without `with_texts`: Markdown files and the commit (which no page shows) are left out. None where the inputs cannot
    be determined.
    """
    root = configured.root
    read = [*configured.read, *(each for each in root.iterdir() if each.suffix in _AT_THE_TOP), root / KEPT]
    try:
        content = [tree_of(place, _is_no_input if with_texts else _is_text) for place in read if place.exists()]
        program = [
            tree_of(Path(package.__path__[0]), lambda entry: entry.name == "__pycache__")
            for package in (trangtin, trangtin_theme)
        ]
        texts = {
            "folders": [str(root), str(config), str(site)],
            "content": [each.digest for each in content],
            "commit": [str(commit_of(root, site, environment))] if with_texts else [],
            "day": [today_in_vietnam(environment).isoformat(), datetime.now(UTC).date().isoformat()],
            "environment": [f"{name}={value}" for name, value in sorted(environment.items()) if _is_read(name)],
            "program": [sys.version, sys.prefix, *(each.digest for each in program), *sorted(_installed())],
            "fonts": sorted(_fonts()),
        }
    except (OSError, ValueError, OddFolderError):
        return None
    digests = {kind: _digest(parts) for kind, parts in texts.items()}
    return Inputs(digests, all(each.is_settled for each in (*content, *program)))


def _is_no_input(_: os.DirEntry[str]) -> bool:
    return False


def _is_text(entry: os.DirEntry[str]) -> bool:
    return is_markdown(entry.name) and entry.is_file(follow_symlinks=False)


def _digest(parts: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()


def _is_read(name: str) -> bool:
    """Whether an environment variable influences a build; those that name the commit are left to `commit_of`."""
    return name.startswith("TRANGTIN_") or name == _DATE


def _installed() -> Iterator[str]:
    """Every library of this Python with its release, and when it was installed."""
    for place in (place for place in sys.path if Path(place).is_dir()):
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.endswith((".dist-info", ".egg-info", ".pth")):
                    yield f"{entry.path} {entry.stat().st_mtime_ns}"


def _fonts() -> Iterator[str]:
    for file in (file for files in font_files().values() for file in files):
        seen = file.stat()
        yield f"{file} {seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns}"
