"""Where the machine may have the fonts that pictures are drawn with."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
FAMILIES = (
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    ("Arimo-Regular.ttf", "Arimo-Bold.ttf"),
    ("arial.ttf", "arialbd.ttf"),
    ("Arial.ttf", "Arial Bold.ttf"),
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ("Roboto-Regular.ttf", "Roboto-Bold.ttf"),
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
)
"""Regular and bold, by the names of their files; those that look like the pages come first."""


def font_files(folders: Iterable[str] = FOLDERS) -> dict[str, list[Path]]:
    """The files of these families that lie in the folders, by their names."""
    wanted = {name for family in FAMILIES for name in family}
    found: dict[str, list[Path]] = {}
    for folder in folders:
        for place, _, names in os.walk(Path(folder).expanduser()):
            for name in wanted.intersection(names):
                found.setdefault(name, []).append(Path(place, name))
    return found
