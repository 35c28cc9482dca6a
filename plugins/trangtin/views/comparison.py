"""Campaigns beside each other, in numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trangtin.content.values.quantity import number_text
from trangtin.portal.figures import CampaignFigures, figures_of
from trangtin.portal.lifecycle import CampaignState
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.views import targets
from trangtin.views.page import PageView, home_link
from trangtin.views.parts.award_rows import awards_link, granted_text
from trangtin.views.parts.link import Link, Tag, day_link, section_link
from trangtin.views.parts.listing import Pager, slices
from trangtin.views.parts.rows import held_text, library_link
from trangtin.views.parts.tags import progress_tags, state_tag


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One campaign in the table."""

    campaign: Link
    state: Tag
    start: Link
    end: Link
    block: str | None
    units: str
    """`6`, or `Không ghi`."""
    tasks: tuple[Tag, ...]
    """In the words of the campaign's own page (`2 quá hạn`, `3 chưa đến hạn` …); they add up to all tasks."""
    works: tuple[Tag, ...]
    documents: Link
    """`13 văn bản`, or `13 văn bản, trong đó 1 đã gỡ` (`held_text`); news likewise."""
    news: Link
    awards: Link | None
    """None where nobody was commended."""
    report: Tag
    """`Đúng hạn`, `Muộn 12 ngày`, `Quá hạn 3 ngày`, `Chưa đến hạn` …"""
    report_link: Link | None


@dataclass(frozen=True, kw_only=True)
class ComparisonView(PageView):
    """One page of the comparison of all campaigns."""

    rows: tuple[ComparisonRow, ...]
    pager: Pager
    template: str = "comparison.html"


def comparison_views(portal: Portal) -> Iterator[tuple[str, ComparisonView]]:
    """Every page of the comparison, latest start first, as (target, view)."""
    for part in slices(portal.standing_campaigns, targets.COMPARISON, portal.settings.page_size):
        yield (
            part.target,
            ComparisonView(
                title=part.titled(targets.TITLES[targets.COMPARISON]),
                description=f"Thời gian, việc, văn bản, tin, khen thưởng, báo cáo của từng phong trào, "
                f"{portal.settings.unit.name}",
                crumbs=(home_link(), section_link(targets.CAMPAIGNS)),
                rows=comparison_rows(part.items, portal),
                pager=part.pager,
            ),
        )


def comparison_rows(campaigns: Iterable[LinkedCampaign], portal: Portal) -> tuple[ComparisonRow, ...]:
    """A row for each campaign that was not withdrawn."""
    return tuple(_row(figures_of(each, portal.today)) for each in campaigns if not each.head.is_withdrawn)


def _row(figures: CampaignFigures) -> ComparisonRow:
    campaign = figures.campaign
    head, slug = campaign.head, campaign.slug
    documents, news = held_text(campaign.documents, " văn bản"), held_text(campaign.news, " tin")
    awards = granted_text(campaign.awards, " khen thưởng")
    report = figures.report.document
    return ComparisonRow(
        campaign=Link(head.title, campaign.path),
        state=state_tag(campaign.state),
        start=day_link(head.start),
        end=day_link(head.end),
        block=head.block,
        units=number_text(figures.units) if figures.units else "Không ghi",
        tasks=progress_tags(item for item in campaign.assignments if not item.is_work),
        works=progress_tags(item for item in campaign.assignments if item.is_work),
        documents=library_link(documents, "campaign", slug) if campaign.documents else Link(documents),
        news=Link(news, targets.filtered(targets.NEWS, "campaign", slug)) if campaign.news else Link(news),
        awards=awards_link(awards, "campaign", slug) if campaign.awards else None,
        report=_report(figures),
        report_link=Link("Xem báo cáo", report.path) if report else None,
    )


def _report(figures: CampaignFigures) -> Tag:
    report, state = figures.report, figures.campaign.state
    late = number_text(report.days_late)
    if report.document is not None:
        return Tag(f"Có, muộn {late} ngày", "warn") if report.days_late else Tag("Có", "good")
    if report.days_late:
        return Tag(f"Chưa có, quá hạn {late} ngày", "bad")
    if state is CampaignState.CALLED_OFF:
        return Tag("Không", "neutral")
    is_over = state not in {CampaignState.RUNNING, CampaignState.UPCOMING}
    return Tag("Chưa có", "warn") if is_over and report.due is None else Tag("Chưa đến hạn", "neutral")
