"""Typing errors of fixed terms, from a list that a portal can extend, and letters that no Vietnamese word has."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from trangtin.content.problem import Code
from trangtin.content.text import large, normalise
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.syllables import respelt
from trangtin.proofreading.traits import Trait
from trangtin.proofreading.writing import Writing

# "ươ" typed as "uơ" ("truởng", "nuớc"): before another letter no Vietnamese syllable has it, but after q and in "thuở".
_U_HORN = re.compile(r"(?<![qQ])[uU](?=[ơớờởỡợƠỚỜỞỠỢ][^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
# In lower case only: a name is written as its people write it. Parts of longer words are foreign ("ê-te", "đê-xi-bêt").
_SYLLABLE = re.compile(r"(?<![\w'’/.@&-])[^\W\d_]{2,9}(?![\w'’/@&-]|\.\w)")
_GH = re.compile(
    r"(?<!\w)(?:ngh(?=[aàáảãạăằắẳẵặâầấẩẫậoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữự])|ng(?=[eèéẻẽẹêềếểễệ]))[^\W\d_]*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Term:
    """A wrong spelling and the right one."""

    wrong: str
    """Lower case; a space stands for any white space."""
    right: str
    unless: tuple[str, ...] = ()
    """Words with which, if they follow, the spelling is right ("giao thông bao gồm")."""
    after: tuple[str, ...] = ()
    """Words behind which it is right ("khả năng xuất khẩu")."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """Matches the wrong spelling as whole words."""
        words = r"\s+".join(map(re.escape, self.wrong.split(" ")))
        followed = rf"(?!\s+(?:{'|'.join(map(re.escape, self.unless))})(?!\w))" if self.unless else ""
        behind = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in self.after)
        return re.compile(rf"(?<![\w-]){behind}{words}(?!\w){followed}", re.IGNORECASE)


@cache
def house_terms() -> tuple[Term, ...]:
    """The list that comes with the program."""
    data = tomllib.loads(files("trangtin.proofreading").joinpath("terms.toml").read_text("utf-8"))
    rows: Mapping[str, str | dict[str, str | list[str]]] = data["spellings"]
    return tuple(
        Term(wrong, row)
        if isinstance(row, str)
        else Term(wrong, str(row["right"]), tuple(row.get("unless", ())), tuple(row.get("after", ())))
        for wrong, row in rows.items()
    )


TermIndex = Mapping[str, tuple[tuple[re.Pattern[str], Term], ...]]
"""Terms with their patterns, by the word that is wrong in each."""


@lru_cache(2)  # a preview asks anew after every edit
def index_of(terms: tuple[Term, ...]) -> TermIndex:
    """Terms by the word that is wrong in each ("hoach" of "kế hoach"): a text without it is not searched."""
    found: dict[str, list[tuple[re.Pattern[str], Term]]] = defaultdict(list)
    for term in terms:
        words = normalise(term.wrong).lower().split()
        right = term.right.lower().split()
        slip = next((word for word in words if word not in right), words[0])
        found[slip].append((term.pattern, term))
    return {slip: tuple(rows) for slip, rows in found.items()}


def misspelt_terms(writing: Writing, terms: TermIndex) -> Iterator[Oddity]:
    """Wrong spellings of the list, "truởng" for "trưởng", "nghành" for "ngành", "đaị" for "đại"; each place once."""
    told: set[int] = set()
    for slip in sorted(writing.words & terms.keys()):
        for pattern, term in terms[slip]:
            for match in pattern.finditer(writing.text):
                if match.start() in told:
                    continue
                told.update(range(*match.span()))
                seen = " ".join(match[0].split())
                right = as_typed(seen, term.right)
                yield Oddity(match.start(), Code.MISSPELT, seen, f"'{seen}' có lẽ gõ sai của '{right}'", right)
    if writing.traits & (Trait.U_HORN | Trait.NG):
        for match in _WORD.finditer(writing.text):
            if right := _respelt(match[0]):
                told.add(match.start())
                message = f"'{match[0]}' có lẽ gõ sai của '{right}'"
                yield Oddity(match.start(), Code.MISSPELT, match[0], message, right)
    if Trait.SYLLABLE in writing.traits:
        for match in _SYLLABLE.finditer(writing.text):
            meant = respelt(match[0]) if match[0].islower() else None
            if meant is not None and match.start() not in told:
                message = f"'{match[0]}' " + (
                    f"có lẽ gõ sai của '{meant}'" if meant else "đặt dấu thanh sai hoặc thiếu"
                )
                yield Oddity(match.start(), Code.MISSPELT, match[0], message, meant)


def _respelt(word: str) -> str:
    """The word as it must be spelled; empty where nothing is wrong."""
    if _GH.fullmatch(word):
        lower = word.lower()
        return as_typed(word, "ng" + lower[3:] if lower.startswith("ngh") else "ngh" + lower[2:])
    right = _U_HORN.sub(lambda each: "ư" if each[0] == "u" else "Ư", word)
    return right if right != word else ""


def as_typed(seen: str, right: str) -> str:
    """The right spelling in the case of the words typed ("CỦA TRI" -> "CỬ TRI", "Bổ xung" -> "Bổ sung")."""
    if seen.isupper() and len(seen) > 3 and not right.isupper():
        return right.upper()
    return large(right) if seen[0].isupper() else right
