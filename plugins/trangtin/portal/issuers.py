"""The bodies that issued the portal's documents: one name and one part of addresses each, however papers spell them."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from trangtin.content.abbreviated import issuer_key, spelt_out
from trangtin.content.collation import collation_key
from trangtin.content.text import slug

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body."""

    name: str
    """As most of its public papers spell it, in full, in capitals only where none spells it otherwise."""
    slug: str
    """Its part of addresses; no other body's."""


class Issuers:
    """All of them, by any spelling of their names."""

    def __init__(self, public: Iterable[str], held: Iterable[str] = (), own: str = "") -> None:
        """Take the issuer of every document, and of those held back apart; `own` is what the unit calls itself.

        These count for addresses, so that publishing one moves none. A name that readers see is none of theirs, but
        where no other is to be had.
        """
        shown = _spellings(public)
        every = _spellings(held)
        for key, counted in shown.items():
            every[key].update(counted)
        plain = {key: issuer_slug(_usual(counted)) for key, counted in every.items()}
        taken = Counter(plain.values())
        self._by_key = {
            key: Issuer(
                own if own and key == issuer_key(own) else _usual(shown.get(key, counted)),
                plain[key] if taken[plain[key]] == 1 else f"{plain[key]}-{mark_of(key)}",
            )
            for key, counted in every.items()
        }

    def of(self, name: str) -> Issuer:
        """The body of a name that some document bears."""
        return self._by_key[issuer_key(name)]


def _spellings(names: Iterable[str]) -> defaultdict[str, Counter[str]]:
    """How often each body is spelt how."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        found[issuer_key(name)][spelt_out(name)] += 1
    return found


def _usual(counted: Counter[str]) -> str:
    return min(counted, key=lambda name: (name.isupper(), -counted[name], collation_key(name)))


def issuer_slug(name: str) -> str:
    """The name in full as part of an address, or cut and marked where it is long.

    Xã Mường Bang and xã Mường Bằng share it: `Issuers` tells such two apart.
    """
    whole = slug(name, longest=200)
    if len(whole) <= _LONGEST and whole:
        return whole
    return f"{slug(name, longest=_LONGEST)}-{mark_of(issuer_key(name))}".strip("-")


def mark_of(key: str) -> str:
    """Six letters and figures that tell a body from one whose name looks alike without accents."""
    return hashlib.sha256(key.encode()).hexdigest()[:6]
