"""Every rule over one text, and which of them have a say where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from trangtin.proofreading.capitals import wrong_capitals
from trangtin.proofreading.dates import odd_dates
from trangtin.proofreading.doubled import doubled_words
from trangtin.proofreading.letters import look_alikes
from trangtin.proofreading.numbering import numbering
from trangtin.proofreading.oddity import Oddity
from trangtin.proofreading.pairs import unbalanced
from trangtin.proofreading.spacing import mixed_dashes, wrong_spacing
from trangtin.proofreading.terms import Term, TermIndex, house_terms, index_of, misspelt_terms
from trangtin.proofreading.titles import contradictions_of_title
from trangtin.proofreading.tones import mixed_tones
from trangtin.proofreading.writing import Writing


@dataclass(frozen=True)
class Proofreader:
    """The rules of one portal."""

    terms: tuple[Term, ...] = ()
    """Spellings that the portal adds to the house's list."""
    accepted: tuple[str, ...] = ()
    """Words that are right here whatever a rule says; lower case."""

    @cached_property
    def _terms(self) -> TermIndex:
        return index_of((*house_terms(), *self.terms))

    @cached_property
    def fingerprint(self) -> str:
        """Changes with every word that is the portal's own."""
        return repr((self.terms, self.accepted))

    def read(self, writing: Writing, *, is_final: bool) -> Iterator[Oddity]:
        """Everything odd about a text.

        A final text (issued: nobody may change it) is not read for spaces, dashes and capitals: what looks careless and
        misleads nobody is not worth an editor's note under it.
        """
        for oddity in self._all(writing, is_final=is_final):
            if not any(each in oddity.seen.lower() for each in self.accepted):
                yield oddity

    def _all(self, writing: Writing, *, is_final: bool) -> Iterator[Oddity]:
        if writing.is_paper:
            yield from numbering(writing)
        yield from doubled_words(writing)
        yield from contradictions_of_title(writing)
        yield from mixed_tones(writing)
        yield from misspelt_terms(writing, self._terms)
        yield from unbalanced(writing)
        yield from odd_dates(writing)
        yield from look_alikes(writing)
        if not is_final:
            yield from wrong_spacing(writing)
            yield from mixed_dashes(writing)
            yield from wrong_capitals(writing)
