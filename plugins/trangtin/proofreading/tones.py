"""Two spellings of one word in one text: "khoá" beside "khóa". Either is right; both together look careless."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from trangtin.content.problem import Code
from trangtin.content.text import one_tone_style
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.traits import Trait
from trangtin.proofreading.writing import Writing

_OLD = tuple("òa óa ỏa õa ọa òe óe ỏe õe ọe ùy úy ủy ũy ụy".split())
_NEW = tuple("oà oá oả oã oạ oè oé oẻ oẽ oẹ uỳ uý uỷ uỹ uỵ".split())
_OPEN = re.compile(rf"(?<!\w)[a-zđ]*(?:{'|'.join((*_OLD, *_NEW))})(?!\w)", re.IGNORECASE)


def mixed_tones(writing: Writing) -> Iterator[Oddity]:
    """One oddity for all words that occur in both spellings, at the first place of the rarer spelling."""
    if not (Trait.OLD_TONE in writing.traits and Trait.NEW_TONE in writing.traits):
        return
    places: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for match in _OPEN.finditer(writing.text):
        word = match[0].lower()
        if word.startswith("qu") or _is_name(writing.text, match):
            continue
        places[one_tone_style(word)][word].append(match.start())
    mixed = [spellings for spellings in places.values() if len(spellings) > 1]
    if not mixed:
        return
    told = "; ".join(
        " và ".join(f"'{word}' ({len(at)} lần)" for word, at in sorted(each.items(), key=_most_first)) for each in mixed
    )
    first = min(min(min(each.items(), key=lambda item: len(item[1]))[1]) for each in mixed)
    words = tuple(word for each in mixed for word in each)
    yield Oddity(first, Code.MIXED_TONES, words[0], f"đặt dấu thanh hai cách: {told}", words=words)


def _most_first(item: tuple[str, list[int]]) -> tuple[int, str]:
    return -len(item[1]), item[0]


def _is_name(text: str, match: re.Match[str]) -> bool:
    """A name is spelled as its bearer spells it: a capital beside another capitalised word."""
    if not match[0][0].isupper() or (match[0].isupper() and len(match[0]) > 1):
        return False
    after = re.match(r" ([^\W\d_])", text[match.end() : match.end() + 2])
    before = re.search(r"([^\W\d_])[^\W\d_]* \Z", text[max(0, match.start() - 12) : match.start()])
    return bool((after and after[1].isupper()) or (before and before[1].isupper()))
