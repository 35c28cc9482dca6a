"""What readers type, in classes, each query with the papers that deserve it.

A query is made from a paper and then asked of the oracle: it is kept only if at most `MOST_RELEVANT` papers deserve it.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.search.corpus import Paper
from benchmarks.search.oracle import Oracle, Wanted, bare
from benchmarks.search.words import SHORT_FORMS

PER_CLASS = 12
MOST_RELEVANT = 2
_OPEN = re.compile(r"\b(\w*?)([oO][àáảãạèéẻẽẹ]|[uU][ỳýỷỹỵ]|[òóỏõọÒÓỎÕỌ][ae]|[ùúủũụÙÚỦŨỤ]y)\b")
_TONES = "\u0300\u0301\u0303\u0309\u0323"


@dataclass(frozen=True)
class Query:
    """One query."""

    kind: str
    """Its class."""
    text: str
    relevant: tuple[str, ...]
    """Paths of the papers that deserve it."""


Draft = tuple[str, Wanted]
Maker = Callable[[Paper, random.Random], Draft | None]


def plain(text: str) -> str:
    """Without accents, as typed on a foreign keyboard; capitals and signs stay."""
    spread = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def other_tone_style(text: str) -> str:
    """`hòa` for `hoà` and `hoà` for `hòa`; the same text where nothing can be spelled two ways."""

    def swap(match: re.Match[str]) -> str:
        if match[1].lower().endswith("q"):
            return match[0]
        letters = unicodedata.normalize("NFD", match[2])
        tone = next(letter for letter in letters if letter in _TONES)
        first, second = (letter for letter in letters if letter != tone)
        was_first = letters[1] == tone
        placed = first + second + tone if was_first else first + tone + second
        return match[1] + unicodedata.normalize("NFC", placed)

    return _OPEN.sub(swap, text)


def _subject(paper: Paper) -> str:
    return f"{paper.object} {paper.place}"


def _parts(paper: Paper, *, is_bare: bool = False) -> Wanted:
    return Wanted((paper.object, paper.place), is_bare=is_bare)


def accented(paper: Paper, chance: random.Random) -> Draft | None:
    return _subject(paper), _parts(paper)


def unaccented(paper: Paper, chance: random.Random) -> Draft | None:
    return plain(_subject(paper)).lower(), _parts(paper, is_bare=True)


def with_d(paper: Paper, chance: random.Random) -> Draft | None:
    subject = _subject(paper).lower()
    if subject.count("đ") < 2:
        return None
    # Half type d for đ and no accents; half keep đ alone, as some keyboards give it.
    half = chance.random() < 0.5
    typed = plain(subject) if half else "".join(c if c == "đ" else plain(c) for c in subject)
    return typed, _parts(paper, is_bare=True)


def tone_placement(paper: Paper, chance: random.Random) -> Draft | None:
    swapped = other_tone_style(_subject(paper))
    return (swapped, _parts(paper)) if swapped != _subject(paper) else None


def decomposed(paper: Paper, chance: random.Random) -> Draft | None:
    return unicodedata.normalize("NFD", _subject(paper)), _parts(paper)


def abbreviation(paper: Paper, chance: random.Random) -> Draft | None:
    if not paper.short_form:
        return None
    meaning = SHORT_FORMS.get(paper.short_form)
    other = meaning or next(short for short, said in SHORT_FORMS.items() if said == paper.short_form)
    both = f"{paper.short_form} {paper.place}|{other} {paper.place}"
    return f"{other} {paper.place} {paper.object}", Wanted((both, paper.object))


def number(paper: Paper, chance: random.Random) -> Draft | None:
    if paper.is_news:
        return None
    digits = paper.number.partition("/")[0]
    spelled = [
        paper.number,
        paper.number.lower(),
        plain(paper.number).replace("/", " ").replace("-", " ").lower(),
        plain(paper.number).lower().replace("/", "-"),
        f"số {paper.number}",
        f"{paper.number.replace('/', ' / ')}",
        plain(paper.number),
        *([digits, f"số {digits}"] if len(digits) > 3 else []),
    ]
    typed = chance.choice(spelled)
    only_digits = typed.removeprefix("số ") == digits
    return typed, Wanted(number=digits if only_digits else paper.number)


def quoted(paper: Paper, chance: random.Random) -> Draft | None:
    if not paper.phrase:
        return None
    is_bare = chance.random() < 0.4
    typed = plain(paper.phrase) if is_bare else paper.phrase
    return f'"{typed}"', Wanted((paper.phrase,), is_bare=is_bare)


def adjacent(paper: Paper, chance: random.Random) -> Draft | None:
    if not paper.phrase:
        return None
    is_bare = chance.random() < 0.4
    return plain(paper.phrase) if is_bare else paper.phrase, Wanted((paper.phrase,), is_bare=is_bare)


def unfinished(paper: Paper, chance: random.Random) -> Draft | None:
    """The last word has 1 to 3 letters so far."""
    said = f"{paper.object} tại {paper.place}" if chance.random() < 0.5 else paper.object
    place = "" if said != paper.object else f" {paper.place}"
    all_words = f"{paper.place} {said}".split() if place else said.split()
    is_bare = chance.random() < 0.5
    typed = plain(" ".join(all_words)).lower() if is_bare else " ".join(all_words)
    head, _, last = typed.rpartition(" ")
    cut = last[: chance.randint(1, min(3, len(last) - 1))] if len(last) > 1 else last
    parts = (paper.place, f"{said.rpartition(' ')[0]} {cut}") if place else (f"{head} {cut}",)
    return f"{head} {cut}", Wanted(parts, is_bare=True, is_open=True)


def mixed(paper: Paper, chance: random.Random) -> Draft | None:
    said = _subject(paper).split()
    places = set(chance.sample(range(len(said)), k=len(said) // 2))
    typed = " ".join(plain(word) if place in places else word for place, word in enumerate(said))
    return (typed, _parts(paper, is_bare=True)) if typed != _subject(paper) else None


def mistyped(paper: Paper, chance: random.Random) -> Draft | None:
    """One word has the wrong tone."""
    said = _subject(paper).split()
    place = chance.randrange(len(said))
    toned = [letter for letter in said[place] if _tone_of(letter)]
    if not toned:
        return None
    tone = _tone_of(toned[0])
    without = unicodedata.normalize("NFC", unicodedata.normalize("NFD", toned[0]).replace(tone, ""))
    other = unicodedata.normalize("NFC", without + chance.choice(_TONES.replace(tone, "")))
    said[place] = said[place].replace(toned[0], other)
    return " ".join(said), _parts(paper, is_bare=True)


def _tone_of(letter: str) -> str:
    return next((mark for mark in unicodedata.normalize("NFD", letter) if mark in _TONES), "")


def long(paper: Paper, chance: random.Random) -> Draft | None:
    is_bare = chance.random() < 0.4
    kind = "" if paper.is_news else f"{paper.facts.split(' số ')[0]} "
    typed = f"{kind}{paper.title} {paper.signer}".strip()
    return (plain(typed).lower() if is_bare else typed), _parts(paper, is_bare=is_bare)


def rare(paper: Paper, chance: random.Random) -> Draft | None:
    """Accented words that look like everyday ones without accents."""
    return (paper.rare, Wanted((paper.rare,))) if paper.rare else None


MAKERS: dict[str, Maker] = {
    "co-dau": accented,
    "khong-dau": unaccented,
    "d": with_d,
    "dat-dau": tone_placement,
    "nfd": decomposed,
    "viet-tat": abbreviation,
    "so-hieu": number,
    "cum-tu": quoted,
    "lien-nhau": adjacent,
    "go-do": unfinished,
    "lan-dau": mixed,
    "sai-dau": mistyped,
    "dai": long,
    "hiem": rare,
}
"""Accented, unaccented, đ, tone placement, NFD, abbreviation, number, quoted phrase, words side by side, unfinished
last word, partly accented, one wrong accent, long, rare accented words."""


def ask(papers: list[Paper], seed: int, per_class: int = PER_CLASS) -> list[Query]:
    """`per_class` queries of each class, in the order of classes."""
    oracle = Oracle(papers)
    return [query for kind, maker in MAKERS.items() for query in _of_class(kind, maker, oracle, seed, per_class)]


def _of_class(kind: str, maker: Maker, oracle: Oracle, seed: int, count: int) -> Iterator[Query]:
    chance = random.Random(f"{seed} {kind}")
    asked: set[str] = set()
    # A rare word stands in a few papers of each; every other query is about one paper.
    most = max(MOST_RELEVANT, len(oracle.papers) // 200) if kind == "hiem" else MOST_RELEVANT
    for place in chance.sample(range(len(oracle.papers)), k=len(oracle.papers)):
        draft = maker(oracle.papers[place], chance)
        if draft is None or bare(draft[0]) in asked:
            continue
        found = oracle.deserving(draft[1])
        if place in found and len(found) <= most:
            asked.add(bare(draft[0]))
            yield Query(kind, draft[0], tuple(oracle.papers[n].path for n in found))
            if len(asked) == count:
                return
    raise ValueError(f"only {len(asked)} queries of class {kind} can be made of {len(oracle.papers)} papers")
