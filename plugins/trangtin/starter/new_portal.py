"""The files of a new portal, made of the unit's facts; nothing is written here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from jinja2 import Environment, StrictUndefined

from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.values.vocabulary import DutyProfile
from trangtin.content.writing.json_schema import config_schema
from trangtin.content.writing.written import scalar
from trangtin.portal.duties.laws import profiles
from trangtin.starter.forge import ACTS, Forge, merge_request_templates, own_place
from trangtin.starter.forge import SOURCES as FORGES
from trangtin.starter.form import blanks

_DOT = "dot-"
"""Stands for the dot of hidden files: under their own names they would act on this repository."""
_TEMPLATE = ".jinja"
_YEAR = "NAM"
"""The folder of the year, in our files."""
LAST = "mkdocs.yml"
"""Makes a folder a portal; written last, so that a portal that was begun and not finished is none."""


@dataclass(frozen=True)
class NewPortal:
    """The answers that a new portal starts from."""

    unit: PortalUnit
    today: date
    version: str
    """The version of this program, with which the portal is to be built."""
    site_url: str | None
    forges: tuple[Forge, ...]
    reviewers: str
    """Names of those who approve, as the forge spells them (`@a @b`)."""

    def files(self) -> dict[str, bytes]:
        """Every file but the samples, by its path in the portal; what makes it a portal comes last."""
        found = dict(self._files())
        return {path: found[path].encode() for path in sorted(found, key=lambda path: (path == LAST, path))}

    def samples(self) -> dict[str, bytes]:
        """A campaign with a document, a news item and a sub-unit, all drafts, to look at and to delete."""
        year = str(self.today.year)
        return {path.replace(_YEAR, year): text.encode() for path, text in self._filled("sample")}

    def _files(self) -> Iterator[tuple[str, str]]:
        yield from self._filled("portal")
        yield ".vscode/mkdocs.schema.json", json.dumps(config_schema(), ensure_ascii=False, indent=2) + "\n"
        for name, text in blanks().items():
            yield f"mau/{name}.md", text
        acts = {name: _OURS.joinpath("acts", f"{name}.md").read_text("utf-8") for name in ACTS}
        for forge in self.forges:
            for path, text in self._filled(FORGES[forge][0]):
                yield own_place(forge, path), text
            yield from merge_request_templates(forge, acts)

    def _filled(self, folder: str) -> Iterator[tuple[str, str]]:
        for path, source in _walk(_OURS.joinpath(folder)):
            text = source.read_text("utf-8")
            if path.endswith(_TEMPLATE):
                text = _JINJA.from_string(text).render(self._words)
            yield path.removesuffix(_TEMPLATE), text

    @cached_property
    def _words(self) -> Mapping[str, Any]:
        """The variables of the templates."""
        facts = {key: getattr(self.unit, key) for key in PortalUnit.model_fields}

        def in_days(days: int) -> date:
            return self.today + timedelta(days=days)

        return {
            "unit": self.unit,
            "unit_facts": {key: value for key, value in facts.items() if value},
            "unit_missing": {
                key: (PortalUnit.model_fields[key].examples or [""])[0] for key, value in facts.items() if not value
            },
            "site_url": self.site_url,
            "forges": [each.value for each in self.forges],
            "reviewers": self.reviewers or "@ten-nguoi-duyet",
            "mark": "" if self.reviewers else "# ",
            "duty_profile": profile_on(self.today),
            "today": self.today,
            "in_days": in_days,
            "version": self.version,
        }


def profile_on(day: date) -> str:
    """The rules on portals in force on a day, else the newest ones."""
    known = sorted(profiles().values(), key=lambda profile: profile.since)
    in_force = [profile for profile in known if profile.since <= day < profile.until]
    chosen: DutyProfile = (in_force or known)[-1].id
    return chosen.value


_OURS = files("trangtin.starter").joinpath("files")


def _walk(folder: Traversable, path: str = "") -> Iterator[tuple[str, Traversable]]:
    for each in sorted(folder.iterdir(), key=lambda item: item.name):
        name = path + (f".{each.name.removeprefix(_DOT)}" if each.name.startswith(_DOT) else each.name)
        if each.is_dir():
            yield from _walk(each, f"{name}/")
        else:
            yield name, each


_JINJA = Environment(undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True, autoescape=False)
_JINJA.filters["yaml"] = scalar
