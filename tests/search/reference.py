"""Search without any index, after docs/search-format.md: every page is read for every question. Slow and plain."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from trangtin.content.text import normalise
from trangtin.search.abbreviations import Abbreviations
from trangtin.search.folding import folded, is_onset, words
from trangtin.search.plain import plain_text
from trangtin.search.record import STRONG, Field, SearchRecord

K1 = 4
OF_TYPE = 2
OTHER_ACCENT, DOUBTED, LEFT_BARE, BEGUN, ONSET = 0.25, 0.5, 0.8, 0.6, 0.4
FEW, MOST_WORDS = 5, 16
WHICH = (Field.NUMBER, Field.CITATION)
STEPS = [0.12 * math.sqrt(2) ** level for level in range(15)]


@dataclass(frozen=True)
class Word:
    word: str
    phrase: int
    is_begun: bool

    @property
    def key(self) -> str:
        return folded(self.word)

    @property
    def is_marked(self) -> bool:
        return self.word != self.key

    @property
    def is_onset(self) -> bool:
        return self.is_begun and is_onset(self.key)

    def is_typed(self, written: str) -> bool:
        return written.startswith(self.word) if self.is_begun else written == self.word

    def may_be(self, written: str) -> bool:
        """Any accents; the beginning alone where that is all that was typed."""
        key = folded(written)
        return key.startswith(self.key) if self.is_begun else key == self.key


@dataclass(frozen=True)
class Page:
    """Weights of everything in a page, as steps."""

    words: dict[str, float]
    pairs: dict[tuple[str, str], float]
    onsets: dict[str, float]
    kind: tuple[str, ...]
    """Folded words of what it is narrowed down by as its kind."""
    is_paper: bool


def stepped(weight: float) -> float:
    """The nearest of the steps: the one from whose fourth root of 2 below it the weight starts."""
    return max((step for step in STEPS if weight >= step / 2**0.25), default=STEPS[0])


def page_of(record: SearchRecord, abbreviations: Abbreviations) -> Page:
    texts = [*record.fields, (Field.BODY, plain_text(record.body, is_printed=record.is_printed))]
    runs = [(field, words(text)) for field, text in texts]
    lengths: Counter[Field] = Counter()
    for field, run in runs:
        lengths[field] += len(run)
    single: dict[Field, Counter[str]] = {field: Counter() for field in Field}
    double: dict[Field, Counter[tuple[str, str]]] = {field: Counter() for field in Field}
    for field, run in runs:
        single[field].update(run)
        double[field].update(pairwise(run))
        meant = Field.NAMES if field in WHICH else field
        for start, end, other in abbreviations.other_forms(run):
            single[meant].update(other)
            double[meant].update(pairwise([*run[max(start - 1, 0) : start], *other, *run[end : end + 1]]))
    strong = {
        field: Counter(
            folded(word)[:length]
            for word in single[field].elements()
            for length in (1, 2, 3)
            if len(folded(word)) >= length and is_onset(folded(word)[:length])
        )
        for field in STRONG
    }
    ones = {
        field: field.weight_of_one(lengths[field]) * (0.7 if record.is_over and field not in WHICH else 1)
        for field in Field
    }
    kind, *_, state = record.facets
    named = tuple(map(folded, words(kind.label))) if kind else ()
    return Page(weights(single, ones), weights(double, ones), weights(strong, ones), named, state is not None)


def weights(counts: dict[Field, Counter], ones: dict[Field, float]) -> dict:  # type: ignore[type-arg]
    found: dict = {}  # type: ignore[type-arg]
    for field, counter in counts.items():
        for term, count in counter.items():
            if field is not Field.FILES:
                found[term] = found.get(term, 0) + count * ones[field]
    for term, count in counts.get(Field.FILES, {}).items():
        found.setdefault(term, count * ones[Field.FILES])
    return {term: stepped(weight) for term, weight in found.items()}


def typed_words(query: str) -> tuple[list[Word], list[tuple[int, int, bool]]]:
    """Words of a query and pairs of neighbours: left, right, whether they must stand so."""
    text = normalise(query).lower()
    for quote in "“”„«»":
        text = text.replace(quote, '"')
    parts = text.split('"')
    typed: list[Word] = []
    order: list[int] = []
    for number, part in enumerate(parts):
        run = words(part)
        for place, word in enumerate(run):
            is_last = number == len(parts) - 1 and number % 2 == 0 and place == len(run) - 1
            end = re.search(r"(?:[^\W\d_]+|\d+)$", part)
            item = Word(word, number if number % 2 else -1, is_last and end is not None and words(end[0]) == [word])
            if len(order) < MOST_WORDS:
                if item not in typed:
                    typed.append(item)
                order.append(typed.index(item))
    pairs: dict[tuple[int, int], bool] = {}
    for left, right in pairwise(order):
        same = typed[left].phrase >= 0 and typed[left].phrase == typed[right].phrase
        pairs.setdefault((left, right), same)
    return typed, [(left, right, must) for (left, right), must in pairs.items()]


def answers(query: str, portals: Sequence[Sequence[Page]]) -> list[tuple[int, int, int]]:
    """Pages that answer, the best first, as (portal, page, score); pages are given newest last, days are not known."""
    typed, pairs = typed_words(query)
    pages = [page for portal in portals for page in portal]
    keys = tuple(map(folded, words(normalise(query))))[:MOST_WORDS]
    named = [page.kind for page in pages if page.kind == keys[: len(page.kind)] != keys]
    asked = max(named, key=len, default=())
    doubted = [is_doubted(index, typed, pairs, pages) for index in range(len(typed))]
    marked_phrases = {word.phrase for word in typed if word.is_marked}
    has_marks = any(word.is_marked for word in typed)

    def likeness(index: int, written: str) -> float:
        word = typed[index]
        if not word.may_be(written):
            return 0.0
        is_whole = folded(written) == word.key
        is_exact = written == word.word if is_whole else written.startswith(word.word)
        if word.phrase >= 0 and word.phrase in marked_phrases and not is_exact:
            return 0.0
        if is_exact:
            accent = 1.0
        elif word.is_marked:
            accent = DOUBTED if doubted[index] else OTHER_ACCENT
        else:
            accent = LEFT_BARE if has_marks and is_whole else 1.0
        return accent * (1 if is_whole else BEGUN)

    def is_there(index: int, written: str) -> bool:
        return not typed[index].is_marked or doubted[index] or typed[index].is_typed(written)

    def weigh(page: Page) -> Weighed:
        single = [0.0] * len(typed)
        there = [False] * len(typed)
        for index, word in enumerate(typed):
            for written, weight in page.words.items():
                if (not word.is_onset or folded(written) == word.key) and (factor := likeness(index, written)):
                    single[index] += factor * weight
                    there[index] |= is_there(index, written)
            if word.is_onset and word.key in page.onsets:
                single[index] += ONSET * page.onsets[word.key]
                there[index] = True
        double = [0.0] * len(pairs)
        beside = [False] * len(pairs)
        for place, (left, right, _) in enumerate(pairs):
            for (one, other), weight in page.pairs.items():
                if folded(one) == typed[left].key and (factor := likeness(left, one) * likeness(right, other)):
                    double[place] += factor * weight
                    beside[place] |= is_there(left, one) and is_there(right, other)
                    if typed[right].is_onset:
                        single[right] += ONSET * factor * weight
                        there[right] = True
        return Weighed(single, there, double, beside)

    weighed = [weigh(page) for page in pages]
    rare_word = [rarity([each.there[index] for each in weighed]) for index in range(len(typed))]
    rare_pair = [rarity([each.beside[place] for each in weighed]) for place in range(len(pairs))]
    found: list[Found] = []
    places = [(order, number) for order, portal in enumerate(portals) for number in range(len(portal))]
    least = max(1, math.ceil(len(typed) / 2))
    for (order, number), each in zip(places, weighed, strict=True):
        lacks_phrase = any(word.phrase >= 0 and not weight for word, weight in zip(typed, each.single, strict=True))
        lacks_pair = any(must and not weight for (_, _, must), weight in zip(pairs, each.double, strict=True))
        held = sum(weight > 0 for weight in each.single)
        if held >= least and not lacks_phrase and not lacks_pair:
            score = sum(rare * saturated(weight) for rare, weight in zip(rare_word, each.single, strict=True))
            score += sum(rare * saturated(weight) for rare, weight in zip(rare_pair, each.double, strict=True))
            here = [saturated(weight) for weight, there in zip(each.single, each.there, strict=True) if there]
            score *= 1 + min(here, default=0)
            page = portals[order][number]
            if asked and page.kind == asked and page.is_paper:
                score *= OF_TYPE
            missing = len(typed) - len(here)
            found.append(Found(missing, -math.floor(score * 1e6 + 0.5), order, -number, held == len(typed)))
    return [(each.order, -each.number, -each.score) for each in sorted(enough(found, len(typed)))]


@dataclass(frozen=True)
class Weighed:
    """What a page holds of a query, with any accents, and whether it is there as typed."""

    single: list[float]
    there: list[bool]
    double: list[float]
    beside: list[bool]


@dataclass(frozen=True, order=True)
class Found:
    """An answer, in the order of answers; what is better is less."""

    missing: int
    score: int
    order: int
    number: int
    is_whole: bool


def enough(found: list[Found], most_missing: int) -> Iterator[Found]:
    """Answers with all words as typed, with one less each time there are too few, and all that lack accents alone."""
    count = 0
    for missing in range(most_missing + 1):
        these = [each for each in found if each.missing == missing and (count < FEW or each.is_whole)]
        count += len(these)
        yield from these


def saturated(weight: float) -> float:
    return weight / (weight + K1)


def rarity(column: list[bool]) -> float:
    count = sum(column)
    return math.log(1 + (len(column) - count + 0.5) / (count + 0.5))


def is_doubted(index: int, typed: list[Word], pairs: list[tuple[int, int, bool]], pages: list[Page]) -> bool:
    """An accent that is most likely a slip: nowhere as typed, or not beside its neighbours."""
    word = typed[index]
    if not word.is_marked or word.phrase >= 0:
        return False
    if word.is_onset:
        written = {each for page in pages for each in page.words if folded(each) == word.key}
    else:
        written = {each for page in pages for each in page.words if word.may_be(each)}
    if not any(word.is_typed(each) for each in written):
        return True
    beside = as_typed = False
    for left, right, _ in pairs:
        if index in (left, right):
            for page in pages:
                for one, other in page.pairs:
                    if folded(one) == typed[left].key and typed[right].may_be(other):
                        beside = True
                        as_typed |= (left == index and one == word.word) or (right == index and word.is_typed(other))
    return beside and not as_typed
