"""Lists of campaigns: all by state, and cut down by year, state, khối, form and term.

One that was taken back stands in the list of all, and as a choice of its own beside the states, as documents do; unlike
these it is in no other cut, not even of its years: when it was to run was content of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from trangtin.content.text import slug
from trangtin.content.values.quantity import number_text
from trangtin.content.values.vocabulary import CampaignForm
from trangtin.portal.lifecycle import CampaignState
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.views import targets
from trangtin.views.comparison import ComparisonRow, comparison_rows
from trangtin.views.page import PageView
from trangtin.views.parts.cuts import by_label, term_cut, year_cut
from trangtin.views.parts.force import Force
from trangtin.views.parts.listing import Cut, Facet, lists
from trangtin.views.parts.rows import CampaignCard, campaign_card

_GONE = (Force.WITHDRAWN.value, Force.WITHDRAWN.label)
"""(name in addresses, label) of campaigns that were taken back."""


@dataclass(frozen=True, slots=True)
class CampaignGroup:
    """Campaigns of one state."""

    label: str
    cards: tuple[CampaignCard, ...]


@dataclass(frozen=True, kw_only=True)
class CampaignListView(PageView):
    """Campaigns by state: all, or those of one year, khối, state, form or term."""

    groups: tuple[CampaignGroup, ...]
    comparison: tuple[ComparisonRow, ...]
    """The comparison of the campaigns in a list that is cut down; the whole list has a page for that."""
    facets: tuple[Facet, ...]
    is_whole: bool
    template: str = "campaigns.html"


def campaign_list_views(portal: Portal) -> Iterator[tuple[str, CampaignListView]]:
    """The list of all campaigns and of each cut, as (target, view)."""
    name = portal.settings.unit.name
    for some in lists(portal.campaigns, targets.CAMPAIGNS, targets.TITLES[targets.CAMPAIGNS], _cuts(portal)):
        about = f"{number_text(len(some.items))} phong trào, {name}"
        if some.is_whole:
            about = f"của {name}, theo tình trạng"
        (page,) = some.pages(len(some.items))  # campaigns are few, and stand by state
        yield (
            page.target,
            CampaignListView(
                title=page.title,
                description=f"{page.title}: {about}",
                crumbs=some.crumbs,
                groups=_groups(page.items, portal),
                comparison=() if some.is_whole else comparison_rows(page.items, portal),
                facets=page.facets,
                is_whole=some.is_whole,
            ),
        )


def _cuts(portal: Portal) -> Iterator[Cut[LinkedCampaign]]:
    def years(campaign: LinkedCampaign) -> Sequence[int]:
        head = campaign.head
        return () if head.is_withdrawn else range(head.start.year, head.end.year + 1)

    def days(campaign: LinkedCampaign) -> tuple[date, date] | None:
        return None if campaign.head.is_withdrawn else (campaign.head.start, campaign.head.end)

    def state(campaign: LinkedCampaign) -> list[tuple[str, str]]:
        return [_GONE] if campaign.head.is_withdrawn else [(campaign.state.slug, campaign.state.label)]

    def block(campaign: LinkedCampaign) -> list[tuple[str, str]]:
        name = None if campaign.head.is_withdrawn else campaign.head.block
        return [(slug(name), name)] if name and slug(name) else []

    def form(campaign: LinkedCampaign) -> list[tuple[str, str]]:
        kind = None if campaign.head.is_withdrawn else campaign.head.form
        return [(kind.value, kind.label)] if kind else []

    states = [*(state.slug for state in CampaignState), _GONE[0]]
    forms = [each.value for each in CampaignForm]
    about = "Phong trào thi đua: {}"
    yield year_cut("Phong trào thi đua năm {}", years)
    yield Cut("state", "Tình trạng", about, state, lambda pair: states.index(pair[0]))
    yield Cut("block", "Khối, cụm thi đua", about, block, by_label)
    yield Cut("form", "Hình thức thi đua", about, form, lambda pair: forms.index(pair[0]))
    yield term_cut(portal, about, days)


def _groups(campaigns: Sequence[LinkedCampaign], portal: Portal) -> tuple[CampaignGroup, ...]:
    order = (*(state.label for state in CampaignState), _GONE[1])
    groups: dict[str, list[CampaignCard]] = {label: [] for label in order}
    for campaign in campaigns:
        groups[_GONE[1] if campaign.head.is_withdrawn else campaign.state.label].append(campaign_card(campaign, portal))
    return tuple(CampaignGroup(label, tuple(cards)) for label, cards in groups.items() if cards)
