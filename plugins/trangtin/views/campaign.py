"""The page of one campaign."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.text import slug
from trangtin.content.values.dates import day_text
from trangtin.content.values.quantity import number_text
from trangtin.portal.assignments import AssignmentState
from trangtin.portal.handover import leading_today
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.portal.participants import taking_part
from trangtin.portal.timeline import Event, EventKind
from trangtin.views import targets
from trangtin.views.awards import award_sums
from trangtin.views.campaign_state import where_it_stands
from trangtin.views.machine_readable.calendar import campaign_has_days
from trangtin.views.page import PageView, calendar_link, described, feed_link, head_notices, home_link, modified
from trangtin.views.parts.award_rows import AwardRow, award_rows, awards_link
from trangtin.views.parts.board import Board, campaign_board, has_list
from trangtin.views.parts.formats import days_away
from trangtin.views.parts.link import Fact, Link, Tag, day_link, fact, facts, section_link
from trangtin.views.parts.listing import grouped
from trangtin.views.parts.rows import (
    TAKEN_BACK,
    DocumentRow,
    EventRow,
    document_row,
    event_row,
    held_text,
    holder_link,
    library_link,
    unit_link,
    unit_name,
)
from trangtin.views.parts.tags import WITHDRAWN, progress_tags, state_tag
from trangtin.views.timeline_picture import TimelinePicture, timeline_picture


@dataclass(frozen=True, slots=True)
class ChainLevel:
    """The directing documents of one level."""

    label: str
    rows: tuple[DocumentRow, ...]
    """The oldest ones, from which all else follows."""
    more: Link | None
    """Link to the list of all, where there are more."""


@dataclass(frozen=True, slots=True)
class NewsLine:
    """A news item by its title alone, which says so where the item was taken back."""

    target: str
    title: str
    day: Link
    note: str | None


@dataclass(frozen=True, kw_only=True)
class CampaignView(PageView):
    """The page of one campaign; its introduction is the page's content."""

    state: Tag
    standing: str
    """How far it has come, in a sentence."""
    slogan: str | None
    facts: tuple[Fact, ...]
    units: tuple[Link, ...]
    """Who takes part, where that is too much for a line among the facts."""
    criteria: tuple[str, ...]
    next_event: EventRow | None
    next_distance: str | None
    progress: tuple[Tag, ...]
    """How its tasks and works stand, the worst first."""
    board: Board
    """The same for each sub-unit that has something to do, with its tasks."""
    report: DocumentRow | None
    chain: tuple[ChainLevel, ...]
    picture: TimelinePicture
    """The timeline drawn."""
    timeline: tuple[EventRow, ...]
    """The same as a list; due dates of a long board are counted by month, not named one by one."""
    today: Link
    documents: tuple[DocumentRow, ...]
    """The newest ones."""
    documents_total: int
    all_documents: Link | None
    """The list of all of them, where there are more than shown."""
    featured: tuple[Link, ...]
    news: tuple[NewsLine, ...]
    news_total: str
    """`7`, or `7, trong đó 1 đã gỡ`."""
    all_news: Link | None
    """The list of all its news, where there are more than shown."""
    awards: tuple[AwardRow, ...]
    """The first of the register; all awards of a large campaign would be a page of names."""
    award_sums: tuple[str, ...]
    """How many awards there are of each form."""
    all_awards: Link | None
    """Link to its part of the register, where there is one."""
    code: str | None
    """Target of the QR code of the page; it is drawn where the site knows its own address."""
    template: str = "campaign.html"


MOST_NEWS = 3
MOST_AWARDS = 30
MOST_DOCUMENTS = 30
MOST_DIRECTING = 10
"""Directing documents of one level that are shown."""
MOST_UNITS = 12
"""Sub-units taking part that are named among the facts."""
MOST_WORDS = 40
"""Words of a title among the directing documents; the list of documents has it whole."""


def campaign_view(campaign: LinkedCampaign, portal: Portal) -> CampaignView:
    """The view of one campaign."""
    head = campaign.head
    gone = head.is_withdrawn
    upcoming = None if gone else campaign.next_event(portal.today)
    units = tuple(holder_link(portal, unit, campaign.over_on) for unit in taking_part(campaign))
    shown = campaign.news[:MOST_NEWS]
    more = len(campaign.news) > MOST_NEWS
    return CampaignView(
        title=head.title,
        description=described(head, head.summary, f"{head.title}: kế hoạch, tiến độ, tin và kết quả", head.title),
        crumbs=(home_link(), section_link(targets.CAMPAIGNS)),
        notices=head_notices(head, portal.today),
        modified=modified(head),
        lang=head.lang,
        is_withdrawn=gone,
        feed=None if gone else feed_link(f"Văn bản, tin: {head.title}", campaign.path),
        calendar=calendar_link(f"Lịch: {head.title}", campaign.path) if campaign_has_days(campaign, portal) else None,
        state=WITHDRAWN if gone else state_tag(campaign.state),
        standing=where_it_stands(campaign, portal.today),
        slogan=None if gone else head.slogan,
        facts=() if gone else _facts(campaign, portal, units),
        units=units if len(units) > MOST_UNITS and not gone else (),
        criteria=() if gone else head.criteria,
        next_event=event_row(upcoming, portal, campaign.over_on) if upcoming else None,
        next_distance=days_away(portal.today, upcoming.day) if upcoming else None,
        progress=progress_tags(campaign.assignments),
        board=campaign_board(campaign, portal),
        report=document_row(campaign.final_report) if campaign.final_report else None,
        chain=tuple(_level(level.label, documents, campaign) for level, documents in campaign.chain()),
        picture=timeline_picture(campaign, portal),
        timeline=tuple(_timeline(campaign, portal)),
        today=Link(day_text(portal.today), iso=portal.today.isoformat()),
        documents=tuple(document_row(document) for document in campaign.documents[:MOST_DOCUMENTS]),
        documents_total=len(campaign.documents),
        all_documents=library_link(f"Xem cả {number_text(len(campaign.documents))} văn bản", "campaign", campaign.slug)
        if len(campaign.documents) > MOST_DOCUMENTS
        else None,
        featured=() if gone else tuple(_featured(campaign, portal)),
        news=tuple(map(_news_line, shown)),
        news_total=held_text(campaign.news),
        all_news=Link(
            f"Xem cả {number_text(len(campaign.news))} tin", targets.filtered(targets.NEWS, "campaign", campaign.slug)
        )
        if more
        else None,
        awards=award_rows(campaign.awards[:MOST_AWARDS], portal),
        award_sums=award_sums(campaign.awards),
        all_awards=awards_link(
            f"Sổ khen thưởng của phong trào ({number_text(len(campaign.awards))} lượt)", "campaign", campaign.slug
        )
        if campaign.awards
        else None,
        code=None if gone else targets.qr_code(campaign.path),
    )


def _news_line(entry: Entry[News]) -> NewsLine:
    gone = entry.head.is_withdrawn
    return NewsLine(entry.path, entry.head.title, day_link(entry.head.date), TAKEN_BACK if gone else None)


def _level(label: str, documents: Sequence[LinkedDocument], campaign: LinkedCampaign) -> ChainLevel:
    left = len(documents) - MOST_DIRECTING
    return ChainLevel(
        label,
        tuple(document_row(document, MOST_WORDS) for document in documents[:MOST_DIRECTING]),
        library_link(f"Còn {number_text(left)} văn bản, xem trong danh sách", "campaign", campaign.slug)
        if left > 0
        else None,
    )


def _timeline(campaign: LinkedCampaign, portal: Portal) -> Iterator[EventRow]:
    if not has_list(campaign):
        yield from (event_row(event, portal, campaign.over_on) for event in campaign.timeline)
        return
    due = (item for item in campaign.assignments if item.due and item.state is not AssignmentState.CANCELLED)
    months = grouped(due, lambda item: (f"{item.due:%m/%Y}",))  # those of the timeline and its picture
    counted: set[str] = set()
    for event in campaign.timeline:
        month = f"{event.day:%m/%Y}"
        if event.kind not in {EventKind.TASK_DUE, EventKind.WORK_DUE}:
            yield event_row(event, portal, campaign.over_on)
        elif month not in counted:
            counted.add(month)
            states = ", ".join(tag.text for tag in progress_tags(months[month]))
            title = f"{number_text(len(months[month]))} việc đến hạn trong tháng {month}: {states}"
            yield event_row(Event(event.day, EventKind.TASK_DUE, title), portal, campaign.over_on)


def _facts(campaign: LinkedCampaign, portal: Portal, units: Sequence[Link]) -> tuple[Fact, ...]:
    head = campaign.head
    return facts(
        fact("Bắt đầu", head.start),
        fact("Kết thúc", head.end),
        fact(head.anchor.name, head.anchor.date) if head.anchor else None,
        fact("Hạn báo cáo tổng kết", head.report_due if campaign.stopped_on is None else None),
        fact("Hình thức thi đua", _cut(head.form.label, "form", head.form.value) if head.form else None),
        fact("Khối, cụm thi đua", _cut(head.block, "block", slug(head.block)) if head.block else None),
        fact("Đơn vị thường trực", _lead(campaign, head.lead, portal) if head.lead else None),
        fact("Đơn vị tham gia", *units) if len(units) <= MOST_UNITS else None,
    )


def _lead(campaign: LinkedCampaign, lead: str, portal: Portal) -> Link:
    """A link to whoever leads it; while it runs, it also names whoever took that over."""
    link = unit_link(portal, lead, campaign.over_on)
    after = leading_today(portal, campaign)
    if campaign.over_on is not None or after is None or after == lead:
        return link
    return Link(f"{link.text} (nay là {unit_name(portal, after)})", link.target)


def _cut(text: str, facet: str, value: str) -> Link:
    """A link to the campaigns of one value, where a list can be named after it."""
    return Link(text, targets.filtered(targets.CAMPAIGNS, facet, value) if value else None)


def _featured(campaign: LinkedCampaign, portal: Portal) -> Iterator[Link]:
    for text in campaign.head.featured:
        path = portal.layout.resolve(campaign.path, text)
        if path is not None and path in portal.titles:
            yield Link(portal.titles[path], path)
