"""Commendations as lines of tables, shared by the register and the pages of campaigns, documents and sub-units."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from trangtin.content.abbreviated import before_name, same_name
from trangtin.content.text import large
from trangtin.content.values.dates import day_text
from trangtin.portal.awards import GrantedAward, Standing, no_longer
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.parts.formats import of_which
from trangtin.views.parts.link import Link, day_link
from trangtin.views.parts.rows import titled_link, unit_link, unit_name

_NEEDS_A_NAME = ("trưởng", "phó", "chánh")
"""Words that are a position only together with the name behind them (`Trưởng …`)."""


@dataclass(frozen=True, slots=True)
class AwardRow:
    """A commendation in a table."""

    form: str
    to: str
    """The group, or the person's name."""
    position: str | None
    """A person's position; None where `unit` says it together with the sub-unit (`Trưởng Phòng A`)."""
    unit: Link | None
    """The sub-unit of a person; of a group its own page."""
    kind: str
    reason: str | None
    decision: Link
    day: Link | None
    revoked: str | None
    """When it was annulled; None while it stands."""
    revoked_by: Link | None
    """By which decision, where readers may know of it."""


def award_rows(awards: Iterable[GrantedAward], portal: Portal) -> tuple[AwardRow, ...]:
    """Table rows of commendations in the order given."""
    return tuple(award_row(granted, portal) for granted in awards)


def award_row(granted: GrantedAward, portal: Portal) -> AwardRow:
    """The row of one commendation."""
    award = granted.award
    unit = unit_link(portal, granted.unit, granted.day) if granted.unit else None
    position = position_of(granted, portal)
    if position and unit and before_name(position, unit.text) is not None:
        unit, position = Link(position, unit.target), None
    revoked, by = _revoked(granted)
    return AwardRow(
        form=award.form,
        to=name_of(granted, portal),
        position=position,
        unit=unit,
        kind=award.kind.label,
        reason=award.reason,
        decision=titled_link(portal, granted.document),
        day=day_link(granted.day) if granted.day else None,
        revoked=revoked,
        revoked_by=by,
    )


def name_of(granted: GrantedAward, portal: Portal) -> str:
    """The person's name, or the group's; a sub-unit's name is spelt as it spells it itself."""
    name, home = granted.award.name, _home(granted, portal)
    return home if home is not None and not granted.is_person and same_name(name, home) else name


def position_of(granted: GrantedAward, portal: Portal) -> str | None:
    """A person's position, with a capital, without the name of the sub-unit as far as that can go.

    `giảng viên Khoa A` is a Giảng viên; `Trưởng Khoa A` stays whole: without the name it would be no position.
    """
    duty, home = granted.award.duty, _home(granted, portal)
    if duty is None:
        return None
    duty = large(duty)
    alone = before_name(duty, home) if home is not None else None
    if alone is None:
        return duty
    return duty if alone.casefold().endswith(_NEEDS_A_NAME) else alone or None


def _home(granted: GrantedAward, portal: Portal) -> str | None:
    """The name of the sub-unit at that time."""
    return unit_name(portal, granted.unit, granted.day) if granted.unit else None


def _revoked(granted: GrantedAward) -> tuple[str | None, Link | None]:
    if granted.stands:
        return None, None
    if granted.standing is Standing.REPLACED:
        return "Văn bản khen thưởng này đã được thay thế", None
    if granted.revoked_on is None:
        return "Đã thu hồi cùng cả văn bản khen thưởng", None
    message = f"Đã thu hồi ngày {day_text(granted.revoked_on)}"
    return (f"{message} theo", Link(granted.revoking, granted.revoked_by)) if granted.revoking else (message, None)


def awards_link(text: str, facet: str, value: str) -> Link:
    """A link to the register cut down to one value."""
    return Link(text, targets.filtered(targets.AWARDS, facet, value))


def granted_text(awards: Collection[GrantedAward], measure: str = "") -> str:
    """`13`, or `13, trong đó 1 đã thu hồi`: as many as the register lists."""
    return of_which(len(awards), *no_longer(awards), measure)
