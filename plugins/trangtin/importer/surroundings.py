"""The portal that a draft is for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of the portal the draft is for; empty without one."""

    own_names: tuple[str, ...] = ()
    """Every name of the unit whose portal it is, the one of today first."""
    units: Mapping[str, str] = field(default_factory=dict)
    """Name of each sub-unit by its id."""
    holds: Callable[[str], bool] = field(default=lambda _: True)
    """Whether the portal has a document of a number; true of any without a portal."""
    campaign: str | None = None
