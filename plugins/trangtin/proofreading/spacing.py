"""Spaces that a reader sees are wrong, and dashes set in several ways. Only for texts that can still be changed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from trangtin.content.problem import Code
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.writing import Writing

# A word begins where a run of letters does, or 100 kB of a pasted picture would be read anew from each letter on.
# Scores, ratios and times may have a space on either side: `3 : 2`.
_BEFORE = re.compile(
    r"(?<![^\W_])(?!\d+[ \u00a0]+:[ \u00a0]*\d)[^\W_]+[)”\"]{0,3}[ \u00a0]+"
    r"(?:[,;](?=[^\W\d_])[^\W_]+|[,;:!?.](?![.…\d,;:!?)/])(?=[\s)”\"\x00]|\Z))"
)
_AFTER = re.compile(
    r"(?<![\w./-])[a-zà-ỹ]+[,;!?](?=[^\W\d_])[^\W_]++(?![\w/-]*\.\w)"
    r"|(?<![\w./-])[^\W\d_]?[a-zà-ỹđ]{3,}\.(?=[^\W\d_a-zà-ỹđ])[^\W\d_][a-zà-ỹđ]+"
)
_INSIDE = re.compile(
    r"\([ \u00a0]+[^\s)|]+|(?<![^\s(|])[^\s(|]+[ \u00a0]+\)(?!\()"
    r"|[“«][ \u00a0]+[^\s”|]+|(?<![^\s“|])[^\s“|]+[ \u00a0]+[”»]"
)
_COVID = re.compile(r"(?i:covid)(?:\s+-\s*|-\s+)19(?!\d)")
_LOPSIDED = re.compile(r"(?<![\w/-])\d{4}(?:-[ \u00a0]+|[ \u00a0]+-)\d{4}(?![\w/-])")
_RANGE = re.compile(r"(?<![\w/-])((?:19|20)\d\d)(\s?[-–—]\s?)((?:19|20)\d\d)(?![\w/-])")


def wrong_spacing(writing: Writing) -> Iterator[Oddity]:
    """A space before a comma, none after it, a space inside a bracket."""
    text = writing.text
    rules = ((_BEFORE, _close_up), (_AFTER, _set_apart), (_INSIDE, _close_up), (_COVID, _no_space))
    for pattern, fix in rules:
        for match in pattern.finditer(text):
            seen = match[0]
            if seen != (right := fix(seen)):
                yield Oddity(match.start(), Code.SPACING, seen, f"dấu cách sai ở '{seen}'", right)


def mixed_dashes(writing: Writing) -> Iterator[Oddity]:
    """One oddity for all ranges of years in a text that are typed in more ways than one."""
    places: dict[str, re.Match[str]] = {}
    counts: dict[str, int] = defaultdict(int)
    for match in _RANGE.finditer(writing.text):
        form = re.sub(r"\s", " ", match[2])
        places.setdefault(form, match)
        counts[form] += 1
    if len(places) > 1 or any(_LOPSIDED.fullmatch(match[0]) for match in places.values()):
        forms = sorted(places, key=lambda form: -counts[form])
        best = next((form for form in forms if form == form[::-1]), " - ")
        shown = ", ".join(f"'{places[form][1]}{form}{places[form][3]}'" for form in forms)
        odd = min((match for form, match in places.items() if form != best), key=re.Match.start)
        yield Oddity(
            odd.start(),
            Code.MIXED_DASHES,
            shown,
            f"khoảng năm viết nhiều cách (như {shown})",
            f"{odd[1]}{best}{odd[3]}",
        )


def _close_up(seen: str) -> str:
    return _set_apart(_closed(seen)) if re.search(r" [,;]\w", seen) else _closed(seen)


def _closed(seen: str) -> str:
    return re.sub(r"(?<=[(“«])[ \u00a0]+|[ \u00a0]+(?=[,;:!?.)”»])", "", seen)


def _set_apart(seen: str) -> str:
    return re.sub(r"([,;!?.])(?=\w)", r"\1 ", seen, count=1)


def _no_space(seen: str) -> str:
    return re.sub(r"\s+", "", seen)
