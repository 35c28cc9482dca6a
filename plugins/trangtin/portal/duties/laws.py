"""The dated rules of `laws.toml` as values."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from trangtin.content.values.vocabulary import DutyProfile

_EVER = date.max
_NAMES = {profile.value: profile for profile in DutyProfile}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A term within which something has to be published."""

    id: str
    days: int
    """Working days."""
    since: date
    """First day in force."""
    until: date
    """The day from which it is no longer in force."""
    source: str
    """The rule, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Right:
    """What readers are told that they may ask of a public body, in Vietnamese."""

    id: str
    since: date
    """First day in force."""
    until: date
    """The day from which it is no longer in force."""
    text: str
    """The right and its law, in whole sentences."""
    terms: tuple[str, ...]
    """What has to happen by when, case by case; each a sentence with its article."""


@dataclass(frozen=True, slots=True)
class Section:
    """A page or heading that a portal must have."""

    id: str
    label: str
    words: tuple[str, ...]
    """It counts as there where a title, a heading or a link on some page holds one of these."""
    source: str
    """The rule, in Vietnamese."""
    options: str = ""
    """What to do in `mkdocs.yml`, where the portal makes the section out of its options."""


@dataclass(frozen=True, slots=True)
class Profile:
    """All that one decree and the laws beside it ask of a portal as a whole."""

    id: DutyProfile
    since: date
    """First day in force."""
    until: date
    """The day from which it is no longer in force."""
    sections: tuple[Section, ...]
    review_days: int
    """Days after which a page about the unit should have been looked at again."""
    review_source: str
    """The rule for that, in Vietnamese."""


@cache
def profiles() -> Mapping[DutyProfile, Profile]:
    """Every profile, by its id."""
    return {
        (name := _NAMES[row["id"]]): Profile(
            name,
            row["from"],
            row.get("until", _EVER),
            tuple(Section(**{**each, "words": tuple(each["words"])}) for each in row["section"]),
            row["review_days"],
            row["review_source"],
        )
        for row in _data()["profile"]
    }


def deadline(name: str, day: date) -> Deadline | None:
    """The term called `name` that was in force on a day, if one was."""
    return _in_force(_deadlines(), name, day)


@cache
def deadlines(name: str) -> tuple[Deadline, ...]:
    """Every term called `name` that there was, earliest first."""
    return tuple(sorted((each for each in _deadlines() if each.id == name), key=lambda each: each.since))


def right(name: str, day: date) -> Right | None:
    """The right called `name` that was in force on a day, if one was."""
    return _in_force(_rights(), name, day)


Rule = TypeVar("Rule", Deadline, Right)


def _in_force(rules: Iterable[Rule], name: str, day: date) -> Rule | None:
    return next((each for each in rules if each.id == name and each.since <= day < each.until), None)


@cache
def _deadlines() -> tuple[Deadline, ...]:
    return tuple(
        Deadline(row["id"], row["days"], row["from"], row.get("until", _EVER), row["source"])
        for row in _data()["deadline"]
    )


@cache
def _rights() -> tuple[Right, ...]:
    return tuple(
        Right(row["id"], row["from"], row.get("until", _EVER), row["text"], tuple(row.get("terms", ())))
        for row in _data()["right"]
    )


def duty_ids() -> frozenset[str]:
    """Everything that the option `skip` may name."""
    sections = (section.id for profile in profiles().values() for section in profile.sections)
    return frozenset({*sections, *(each.id for each in _deadlines()), REVIEW})


REVIEW = "ra-soat"
"""The id of the yearly look at pages about the unit."""


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("trangtin.portal.duties").joinpath("laws.toml").read_text("utf-8"))
