"""Commendations with the decision that grants them, the sub-unit they belong to and whether they still stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from trangtin.content.abbreviated import before_name, issuer_key, same_name
from trangtin.content.award import Award, Revocation
from trangtin.content.collation import CollationKey, collation_key, person_key
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.text import fold, small
from trangtin.content.values.vocabulary import AwardKind, Labelled
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.references import References
from trangtin.portal.validity import Validity

RegisterKey = tuple[tuple[bool, int, str], bool, tuple[CollationKey, CollationKey], str]


class Standing(Labelled):
    """Whether an award counts today."""

    STANDS = ("con-gia-tri", "Còn giá trị")
    REVOKED = ("da-thu-hoi", "Đã thu hồi")
    """It, or the whole decision, was taken back."""
    REPLACED = ("da-thay-the", "Đã thay thế")
    """Another decision took the place of the one that grants it: whom that one names is commended there."""


@dataclass(frozen=True, slots=True)
class GrantedAward:
    """An award and the document that grants it."""

    award: Award
    document: str
    """Path of the decision."""
    day: date | None
    """Day of the decision."""
    year: int
    """Year the decision counts under."""
    campaign: str | None
    """Slug of the decision's campaign, where that is public."""
    form: str
    """The listed form it is, without the words that may follow; as typed where it is none."""
    unit: str | None
    """Id of the public sub-unit that is commended or that the person belongs to."""
    standing: Standing
    revoked_on: date | None
    """When it was taken back by itself; None before that day, and where only its whole decision was."""
    revoked_by: str | None
    """Path of the decision that took it back, where that is public in this portal."""
    revoking: str | None
    """What that decision is called; None too while it is held back, for then nobody is to read of it."""

    @property
    def stands(self) -> bool:
        """Whether it counts."""
        return self.standing is Standing.STANDS

    @property
    def is_person(self) -> bool:
        """True for a person, False for a group."""
        return self.award.kind is AwardKind.PERSON

    @property
    def register_key(self) -> RegisterKey:
        """Sort key of the register: newest decision first; groups, then persons by given name, as such lists are."""
        name = self.award.name
        who = person_key(name) if self.is_person else (collation_key(name), collation_key(""))
        day = self.day.toordinal() if self.day else 0
        return (self.day is None, -day, self.document), self.is_person, who, self.form


_OF_DECISION = {Validity.RECALLED: Standing.REVOKED, Validity.REPLACED: Standing.REPLACED}


def no_longer(awards: Iterable[GrantedAward]) -> tuple[int, str]:
    """How many no longer stand, and the words for them: `đã thu hồi`, `đã thay thế`, of both `không còn giá trị`."""
    gone = [granted.standing for granted in awards if not granted.stands]
    words = small(gone[0].label) if len(set(gone)) == 1 else "không còn giá trị"
    return len(gone), words


class AwardLinker:
    """Finds what the awards of a document leave to be found."""

    def __init__(self, catalogue: Catalogue, references: References) -> None:
        """Know the sub-units by every name they ever bore."""
        self._catalogue = catalogue
        self._references = references
        # The longest name first: whoever is of `Tổ Văn phòng` is not of `Văn phòng`.
        self._units = sorted(catalogue.unit_by_name.items(), key=lambda pair: -len(pair[0]))
        self._by_last_word: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, unit in self._units:
            self._by_last_word[fold(name.split()[-1])].append((name, unit))

    def awards_of(
        self, entry: Entry[Document], year: int, campaign: str | None, validity: Validity
    ) -> Iterator[GrantedAward]:
        """The awards that a public document grants, in its own order; of a withdrawn one none.

        With a decision that was recalled or replaced as a whole none of its awards stands.
        """
        if entry.head.is_withdrawn:
            return
        for award in entry.head.awards:
            unit = award.unit or self.unit_named_in(award)
            gone = award.revoked if award.revoked and award.revoked.date <= self._catalogue.today else None
            by, called = self._revoking(gone, entry) if gone else (None, None)
            yield GrantedAward(
                award=award,
                document=entry.path,
                day=entry.head.date,
                year=year,
                campaign=campaign,
                form=self._catalogue.settings.awards.listed(award.form) or award.form,
                unit=self._catalogue.public_unit(unit),
                standing=Standing.REVOKED if gone else _OF_DECISION.get(validity, Standing.STANDS),
                revoked_on=gone.date if gone else None,
                revoked_by=by,
                revoking=called,
            )

    def unit_named_in(self, award: Award) -> str | None:
        """The sub-unit that is itself commended, or whose name ends what stands after a person's name.

        Accents may be left out (`Phong Kinh Te`) where that leaves one sub-unit.
        """
        is_person = award.kind is AwardKind.PERSON
        said = (award.duty or "") if is_person else award.to
        words = issuer_key(said)
        for name, unit in self._units:
            if words == name or (is_person and words.endswith((f" {name}", f",{name}"))):
                return unit
        alike = self._by_last_word.get(fold(words.rpartition(" ")[2]), ())
        fits = _ends_in if is_person else same_name
        meant = [(name, unit) for name, unit in alike if fits(said, name)]
        units = {unit for name, unit in meant if len(name) == len(meant[0][0])}
        return units.pop() if len(units) == 1 else None

    def _revoking(self, revocation: Revocation, near: Entry[Document]) -> tuple[str | None, str | None]:
        """The path and the name of what took an award back, as far as readers may know of it."""
        found = self._references.find(revocation.by, near, is_later=True)
        if not isinstance(found, Entry):
            return None, revocation.by
        return (found.path, revocation.by) if self._catalogue.is_public(found.path) else (None, None)


def _ends_in(said: str, name: str) -> bool:
    return before_name(said, name) is not None


def in_register_order(awards: Iterable[GrantedAward]) -> tuple[GrantedAward, ...]:
    """Awards as the register lists them."""
    return tuple(sorted(awards, key=lambda granted: granted.register_key))
