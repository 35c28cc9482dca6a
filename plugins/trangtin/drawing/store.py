"""Pictures kept on disk, so that only what says something new is drawn again.

A picture is filed under the hash of its texts, of the fonts and of the program: nothing kept can be stale.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from trangtin.disk.shelf import Row, Shelf, Shelved, key_of, program_version
from trangtin.drawing.card import draw_card
from trangtin.drawing.fonts import Family
from trangtin.parallel import in_parallel
from trangtin.processors import processes_for
from trangtin.views.machine_readable.share import ShareCard

NAME = "share.sqlite"
"""Pictures for shared links in the cache of a portal."""
_ENOUGH = 100
"""Pictures for which one more process, which loads Pillow and the fonts anew, is worth its start."""
_TOGETHER = 16
_AT_ONCE = 200
"""Pictures held in memory before they are written down."""


def pictures_of(cards: Mapping[str, ShareCard], family: Family, folder: Path) -> Mapping[str, Shelved]:
    """The picture of each card, kept in `folder`."""
    shelf = _shelf(folder)
    keys = _keys(cards, family)
    hashes = {key: str(sha256) for key, (sha256,) in shelf.find(dict.fromkeys(keys.values()), ["sha256"])}
    missing = {key: cards[name] for name, key in keys.items() if key not in hashes}
    tasks = [(card, family) for card in missing.values()]
    drawn = in_parallel(draw_card, tasks, processes=processes_for(len(tasks), _ENOUGH), together=_TOGETHER)
    fresh: dict[bytes, Row] = {}
    for key, picture in zip(missing, drawn, strict=True):
        hashes[key] = hashlib.sha256(picture).hexdigest()
        fresh[key] = hashes[key], picture
        if len(fresh) == _AT_ONCE:
            shelf.add(fresh)
            fresh.clear()
    shelf.add(fresh)
    return {
        name: Shelved(shelf, key, "picture", partial(draw_card, cards[name], family), hashes[key])
        for name, key in keys.items()
    }


def keep_pictures(cards: Mapping[str, ShareCard], family: Family, folder: Path) -> None:
    """Drop the pictures of all other cards."""
    _shelf(folder).keep(frozenset(_keys(cards, family).values()))


def _shelf(folder: Path) -> Shelf:
    return Shelf(folder / NAME, ("sha256", "picture"))


def _keys(cards: Mapping[str, ShareCard], family: Family) -> dict[str, bytes]:
    known = f"{family.fingerprint}|{program_version('pillow')}"
    return {name: key_of(repr(card), known) for name, card in cards.items()}
