"""The search page before anything is typed."""

from __future__ import annotations

from pathlib import Path

from tests.portal.drawing import portal_on
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import OtherPortal, SearchRules, Settings
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.search import SearchedPortal, search_view


def test_the_portal_itself_is_searched(sample: Portal) -> None:
    view = search_view(sample)
    assert view.portals == (SearchedPortal("Trường Chính trị tỉnh Mẫu", targets.SEARCH, True),)
    assert {targets.LIBRARY, targets.NEWS, targets.CAMPAIGNS} <= {link.target for link in view.lists}


def test_the_example_of_a_number_is_one_that_can_be_found(sample: Portal, tmp_path: Path) -> None:
    assert search_view(sample).numbers == ("201/KH-TCT", "201 kh tct", "201")
    assert search_view(portal_on(tmp_path, "1/1/2021", "== plans/2020/a.md\ntitle: Chưa có số\n")).numbers == ()


def test_other_portals_follow_at_their_search_pages(tmp_path: Path) -> None:
    others = tuple(OtherPortal(name=f"Sở {end}", address=f"https://so.example{end}") for end in ("", "/", "/con/"))
    settings = Settings(unit=PortalUnit(name="Trường"), search=SearchRules(portals=others))
    view = search_view(portal_on(tmp_path, "1/1/2021", "", settings))
    assert [portal.target for portal in view.portals[1:]] == [
        "https://so.example/tim-kiem/",
        "https://so.example/tim-kiem/",
        "https://so.example/con/tim-kiem/",
    ]
