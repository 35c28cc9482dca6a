"""The register of commendations: all, newest decision first, and cut down by year, campaign, sub-unit and form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from trangtin.content.text import slug, small
from trangtin.content.values.quantity import number_text
from trangtin.content.values.vocabulary import AwardKind
from trangtin.portal.awards import GrantedAward, Standing
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.page import PageView, feed_link
from trangtin.views.parts.award_rows import AwardRow, award_rows
from trangtin.views.parts.cuts import by_label, campaign_cut, on_day, term_cut, year_cut
from trangtin.views.parts.formats import as_campaign
from trangtin.views.parts.link import Link, day_link
from trangtin.views.parts.listing import Cut, Facet, Pager, lists
from trangtin.views.parts.rows import campaign_link, titled_link


@dataclass(frozen=True, slots=True)
class AwardGroup:
    """The awards that one decision grants, as far as they are on this page."""

    decision: Link
    day: Link | None
    about: str
    """What the decision is about."""
    issuer: str | None
    """None where it is the portal's own unit."""
    campaign: Link | None
    called: str
    """What stands before the campaign's name (`as_campaign`)."""
    rows: tuple[AwardRow, ...]


@dataclass(frozen=True, kw_only=True)
class AwardListView(PageView):
    """One page of a list of commendations."""

    groups: tuple[AwardGroup, ...]
    counted: str
    """`12 lượt khen thưởng`, or `Lượt 31 - 60 trong 125` on a page of several."""
    sums: tuple[str, ...]
    """How many awards of the whole list there are of each form, and how many were taken back."""
    facets: tuple[Facet, ...]
    pager: Pager
    is_whole: bool
    template: str = "awards.html"


def award_list_views(portal: Portal) -> Iterator[tuple[str, AwardListView]]:
    """Every page of every list of commendations, as (target, view)."""
    unit = portal.settings.unit.name
    for some in lists(portal.awards, targets.AWARDS, targets.TITLES[targets.AWARDS], _cuts(portal)):
        sums = award_sums(some.items)
        for page in some.pages(portal.settings.page_size):
            yield (
                page.target,
                AwardListView(
                    title=page.title,
                    description=f"{page.title}: tập thể, cá nhân được khen thưởng, theo quyết định nào, {unit}",
                    crumbs=some.crumbs,
                    feed=feed_link(targets.TITLES[targets.AWARDS], targets.AWARDS),
                    groups=tuple(_groups(page.items, portal)),
                    counted=page.counted("lượt khen thưởng", "Lượt"),
                    sums=sums,
                    facets=page.facets,
                    pager=page.pager,
                    is_whole=some.is_whole,
                ),
            )


def award_sums(awards: Sequence[GrantedAward]) -> tuple[str, ...]:
    """`4 Giấy khen`, `1 Bằng khen`, `1 đã thu hồi`: those that stand by form, most used first, then all others."""
    standing = Counter(granted.form for granted in awards if granted.stands)
    gone = Counter(granted.standing for granted in awards if not granted.stands)
    sums = [f"{number_text(count)} {form}" for form, count in standing.most_common()]
    return (*sums, *(f"{number_text(gone[each])} {small(each.label)}" for each in Standing if gone[each]))


def _groups(awards: Sequence[GrantedAward], portal: Portal) -> Iterator[AwardGroup]:
    for path, granted in groupby(awards, key=lambda each: each.document):
        document = portal.document_at[path]
        campaign = portal.campaign_named.get(document.campaign or "")
        yield AwardGroup(
            titled_link(portal, path),
            day_link(document.head.date) if document.head.date else None,
            document.head.title,
            document.issued_by.name if document.issuer != portal.settings.unit.name else None,
            campaign_link(campaign) if campaign else None,
            as_campaign(campaign.head.title) if campaign else "",
            award_rows(granted, portal),
        )


def _cuts(portal: Portal) -> Iterator[Cut[GrantedAward]]:
    def unit(granted: GrantedAward) -> Iterator[tuple[str, str]]:
        linked = portal.unit_named.get(granted.unit or "")
        if linked is not None:
            yield linked.id, linked.name

    kinds = [kind.value for kind in AwardKind]
    about = "Khen thưởng: {}"
    yield year_cut("Khen thưởng năm {}", lambda granted: [granted.year])
    yield campaign_cut(portal, about, lambda granted: granted.campaign)
    yield Cut("unit", "Đơn vị", about, unit, by_label)
    yield Cut("form", "Hình thức", about, lambda a: [(slug(a.form), a.form)] if slug(a.form) else [], by_label)
    yield Cut(
        "kind",
        "Đối tượng",
        about,
        lambda a: [(a.award.kind.value, a.award.kind.label)],
        lambda pair: kinds.index(pair[0]),
    )
    yield term_cut(portal, about, lambda a: on_day(a.day))
