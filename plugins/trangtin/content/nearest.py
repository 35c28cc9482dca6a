"""What an editor probably meant, for "did you mean". Guesses stay cheap however many names there are."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Iterable
from itertools import islice
from pathlib import PurePosixPath

_MOST_COMPARED = 300
_NUMERAL = re.compile(r"\W*0*(?P<numeral>\d+)(?P<symbol>.*)", re.DOTALL)


def nearest(text: str, known: Iterable[str], cutoff: float = 0.7) -> str | None:
    """The known name most like `text`, or None if none is close.

    Compares only names of about the same length, and no more than a few hundred of them: a thousand mistakes in a
    portal of a thousand documents must not take minutes.
    """
    text = text.casefold()
    named = {name.casefold(): name for name in known}  # Windows opens `A.PDF` as `a.pdf`, the server does not
    slack = max(3, len(text) // 4)
    alike = islice((name for name in named if abs(len(name) - len(text)) <= slack), _MOST_COMPARED)
    found = difflib.get_close_matches(text, list(alike), n=1, cutoff=cutoff)
    if found or not text:
        return named[found[0]] if found else None
    return next((named[name] for name in named if name.startswith(f"{text}-")), None)  # `bau-cu` for `bau-cu-2021`


def did_you_mean(near: str | None, otherwise: str) -> str:
    """The remedy that asks whether `near` was meant; `otherwise` where nothing is near."""
    return f"có phải ý bạn là '{near}'?" if near else otherwise


def unless_meant(near: str | None, remedy: str) -> str:
    """The remedy, after the question whether `near` was meant where something is."""
    return f"{did_you_mean(near, '')} Không thì {remedy}" if near else remedy


def nearest_number(text: str, known: Iterable[str]) -> str | None:
    """The number of a document probably meant by `text`: of one numeral with a symbol alike, or a slip in the numeral.

    `95/KH-UBND` is not near `96/KH-UBND`: all papers of a body are alike but for their numerals, and each is another.
    """
    typed = _NUMERAL.fullmatch(text.casefold())
    if typed is None:
        return None
    symbols: dict[str, str] = {}
    slipped: str | None = None
    for name in known:
        other = _NUMERAL.fullmatch(name.casefold())
        if other is None:
            continue
        if other["numeral"] == typed["numeral"]:
            symbols[other["symbol"]] = name
        elif other["symbol"] == typed["symbol"] and _is_slip(typed["numeral"], other["numeral"]):
            slipped = slipped or name
    near = nearest(typed["symbol"], symbols)
    return symbols[near] if near else slipped


def _is_slip(typed: str, meant: str) -> bool:
    """Two digits swapped, or one of three and more left out or typed twice."""
    if len(typed) == len(meant):
        apart = [place for place, (a, b) in enumerate(zip(typed, meant, strict=True)) if a != b]
        return len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(typed) == sorted(meant)
    short, long = sorted((typed, meant), key=len)
    return len(short) >= 2 and any(long[:place] + long[place + 1 :] == short for place in range(len(long)))


def nearest_path(path: str, known: Iterable[str]) -> str | None:
    """The file probably meant: one of the same name elsewhere, else one of a similar name in the same folder."""
    wanted = PurePosixPath(path)
    beside: dict[str, str] = {}
    for other in known:
        candidate = PurePosixPath(other)
        if candidate.name == wanted.name != "index.md":  # every folder has an index.md
            return other
        if candidate.parent == wanted.parent:
            beside[candidate.name] = other
    name = nearest(wanted.name, beside)
    return beside[name] if name else None


def nearest_from(folder: str, path: str, known: Iterable[str]) -> str | None:
    """As `nearest_path`, but as it is written in a file of `folder`: `../2021/a.jpg`."""
    found = nearest_path(path, known)
    return posixpath.relpath(found, folder) if found else None
