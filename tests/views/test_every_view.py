"""What holds for all pages of the sample portal."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from tests.opened import REPOSITORY
from tests.portal.drawing import portal_on
from tests.views.every_view import every_view, texts
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.machine_readable.calendar import calendars
from trangtin.views.machine_readable.feed import feeds
from trangtin.views.machine_readable.open_data.dataset import DATASETS
from trangtin.views.parts.link import Link

SECRET = "KHONGDUOCLO"


def test_the_sample_has_something_to_hide() -> None:
    hidden = [file for file in REPOSITORY.glob("plans/**/*.md") if SECRET in file.read_text(encoding="utf-8")]
    assert hidden


def test_nothing_hidden_is_in_any_view(sample: Portal) -> None:
    assert [(name, text) for name, view in every_view(sample) for text in texts(view) if SECRET in text] == []


def test_every_page_has_a_title_and_a_description(sample: Portal) -> None:
    for name, view in every_view(sample):
        assert view.title.strip() and view.description.strip(), name
        assert "\n" not in view.title, name
        assert view.template.endswith(".html"), name


def test_every_page_but_home_has_a_way_back(sample: Portal) -> None:
    for name, view in every_view(sample):
        assert bool(view.crumbs) is (name not in {targets.HOME, "in:en:site_src/index.md"}), name
        home = {"vi": Link("Trang chủ", targets.HOME), "en": Link("Home", "in:en:site_src/index.md")}[view.frame]
        assert not view.crumbs or view.crumbs[0] == home, name


def links(value: object) -> list[Link]:
    if isinstance(value, Link):
        return [value]
    if isinstance(value, tuple):
        return [link for item in value for link in links(item)]
    if dataclasses.is_dataclass(value):
        return [link for field in dataclasses.fields(value) for link in links(getattr(value, field.name))]
    return []


def test_every_link_leads_to_a_page_that_is_there(sample: Portal) -> None:
    views = dict(every_view(sample))
    made = {
        targets.OPEN_DOCUMENTS,
        targets.CATALOGUE,
        *(form.target for each in DATASETS for form in each.forms),
    }
    beside = {feed.target for feed in feeds(sample)} | {calendar.target for calendar in calendars(sample)}
    for name, view in views.items():
        for link in links(view):
            target = link.target
            if target is None or target.startswith(("http", "mailto:", "tel:")):
                continue
            if target.startswith(("feed:", "calendar:")):
                assert target in beside, (name, link)
                continue
            assert target in views or target in made, (name, link)
            assert link.text.strip(), (name, link)


@pytest.mark.parametrize("drawing", ["", "== plans/x.md\nreplaces: 1/KH-A\n", "== plans/2021/x.md\n"])
def test_a_portal_with_next_to_nothing_has_all_its_pages(tmp_path: Path, drawing: str) -> None:
    for name, view in every_view(portal_on(tmp_path, "1/1/2022", drawing)):
        assert view.title and view.description, name
        list(texts(view))
