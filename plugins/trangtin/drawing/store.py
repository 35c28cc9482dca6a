"""Pictures kept on disk, so that only what says something new is drawn again.

A picture is filed under the hash of its texts, of the fonts and of this code: nothing ever has to be thrown away to
stay true, and what no build uses goes after a while.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from trangtin.content.kept_files import is_kept, keep, sweep
from trangtin.drawing.card import draw_card
from trangtin.drawing.fonts import Family
from trangtin.parallel import in_parallel, processes_for
from trangtin.shelf import code_version
from trangtin.views.share import ShareCard

SHARED = "share"
"""Folder of pictures for shared links in the cache of a portal."""
_ENOUGH = 100
"""Pictures for which one more process, which loads Pillow and the fonts anew, is worth its start."""
_TOGETHER = 16


def pictures_of(cards: Mapping[str, ShareCard], family: Family, folder: Path) -> Mapping[str, Path | bytes]:
    """The picture of each card: the file kept in `folder`, or its bytes where none could be kept."""
    known = f"{family.fingerprint}|{_code_version()}"
    entries = {name: _entry(folder, card, known) for name, card in cards.items()}
    missing = [name for name, entry in entries.items() if not is_kept(entry)]
    tasks = [(cards[name], family) for name in missing]
    drawn = in_parallel(draw_card, tasks, processes=processes_for(len(tasks), _ENOUGH), together=_TOGETHER)
    unkept = {name: data for name, data in zip(missing, drawn, strict=True) if not keep(entries[name], data)}
    if missing:
        sweep(folder)
    return {**entries, **unkept}


def _entry(folder: Path, card: ShareCard, known: str) -> Path:
    key = hashlib.sha256(f"{card!r}|{known}".encode("utf-8", "replace")).hexdigest()
    return folder / key[:2] / f"{key}.png"


def _code_version() -> str:
    own = Path(__file__).parent
    return code_version(own / "card.py", own / "fonts.py", libraries=("pillow",))
