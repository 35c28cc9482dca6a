"""Sub-units: the list, and the page of one with its tasks and documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trangtin.content.values.dates import day_text
from trangtin.content.values.quantity import number_text
from trangtin.content.values.vocabulary import UnitKind
from trangtin.portal.assignments import Assignment
from trangtin.portal.model import LinkedUnit, Portal
from trangtin.views import targets
from trangtin.views.contact import UnitContact, unit_contact
from trangtin.views.machine_readable.calendar import unit_has_days
from trangtin.views.page import (
    Notice,
    PageView,
    calendar_link,
    described,
    feed_link,
    head_notices,
    home_link,
    modified,
)
from trangtin.views.parts.assignment_rows import AssignmentRow, assignment_rows
from trangtin.views.parts.award_rows import AwardRow, award_rows, awards_link
from trangtin.views.parts.board import Board, unit_board
from trangtin.views.parts.link import Fact, Link, Tag, fact, facts, mail_link, phone_link, section_link
from trangtin.views.parts.listing import grouped
from trangtin.views.parts.rows import (
    CampaignCard,
    DocumentRow,
    NewsCard,
    campaign_card,
    campaign_link,
    document_row,
    library_link,
    news_card,
)
from trangtin.views.parts.tags import progress_tags

MOST_CAMPAIGNS = 6
MOST_LEFT = 30
MOST_NEWS = 6
MOST_AWARDS = 10
MOST_DOCUMENTS = 10


@dataclass(frozen=True, kw_only=True)
class UnitListView(PageView):
    """All sub-units."""

    units: tuple[UnitContact, ...]
    past: tuple[Link, ...]
    """Links to those that were merged or dissolved."""
    template: str = "units.html"


@dataclass(frozen=True, slots=True)
class LeftWork:
    """Work that was given to one sub-unit and done, or to be done, by another."""

    anchor: str
    heading: str
    counted: str
    """For whom it counts, in a sentence."""
    rows: tuple[AssignmentRow, ...]
    """The most urgent, as many as there is room for."""
    more: str | None
    """How many others there are, with a link to them."""


@dataclass(frozen=True, kw_only=True)
class UnitView(PageView):
    """One sub-unit; its description is the page's content."""

    facts: tuple[Fact, ...]
    campaigns: tuple[CampaignCard, ...]
    """Campaigns it takes part in, newest first, as many as there is room for."""
    more_campaigns: tuple[Link, ...]
    """Links to the others."""
    progress: tuple[Tag, ...]
    """How its tasks and works stand, the worst first."""
    board: Board
    """Its tasks and works, by campaign."""
    left: tuple[LeftWork, ...]
    """Work that a merger moved to or from it: shown here, counted for another sub-unit."""
    awards: tuple[AwardRow, ...]
    """The latest awards of its own and of its people."""
    all_awards: Link | None
    """Link to the register of all of them, where there are more."""
    documents: tuple[DocumentRow, ...]
    """The newest ones."""
    all_documents: tuple[Link, ...]
    """Links to its lists in the library, one for each name it bore, where there are more."""
    news: tuple[NewsCard, ...]
    template: str = "unit.html"


def unit_list_view(portal: Portal) -> UnitListView:
    """The list of sub-units."""
    return UnitListView(
        title=targets.TITLES[targets.UNITS],
        description=f"Các đơn vị trực thuộc {portal.settings.unit.name}",
        crumbs=(home_link(),),
        units=tuple(unit_contact(unit) for unit in portal.units if not unit.is_past),
        past=tuple(Link(unit.name, unit.entry.path) for unit in portal.units if unit.is_past),
    )


def unit_view(unit: LinkedUnit, portal: Portal) -> UnitView:
    """The view of one sub-unit."""
    head = unit.entry.head
    known = head.unit
    gone = head.is_withdrawn
    return UnitView(
        title=head.title or unit.name,
        description=described(
            head, head.summary, f"{unit.name}, {portal.settings.unit.name}: nhiệm vụ, văn bản, tin", unit.name
        ),
        crumbs=(home_link(), section_link(targets.UNITS)),
        notices=(*head_notices(head, portal.today), *_ended(unit, portal)),
        modified=modified(head),
        lang=head.lang,
        is_withdrawn=gone,
        feed=None if gone else feed_link(f"Văn bản, tin: {unit.name}", unit.entry.path),
        calendar=calendar_link(f"Lịch: {unit.name}", unit.entry.path) if unit_has_days(unit, portal) else None,
        facts=()
        if gone
        else facts(
            fact("Loại đơn vị", known.kind.label if known.kind is not UnitKind.OTHER else None),
            fact("Phụ trách", known.head),
            fact("Điện thoại", phone_link(known.phone)),
            fact("Thư điện tử", mail_link(known.email)),
            fact("Tên cũ", *(f"{old.name} (đến {day_text(old.until)})" for old in known.names)),
            fact("Tiếp nhận", *_merged(unit, portal)),
        ),
        campaigns=tuple(campaign_card(campaign, portal) for campaign in unit.campaigns[:MOST_CAMPAIGNS]),
        more_campaigns=tuple(campaign_link(other) for other in unit.campaigns[MOST_CAMPAIGNS:]),
        progress=progress_tags(unit.assignments),
        board=unit_board(unit, portal),
        left=() if gone else tuple(_left(unit, portal)),
        awards=() if gone else award_rows(unit.awards[:MOST_AWARDS], portal),
        all_awards=awards_link(f"Xem cả {number_text(len(unit.awards))} lượt khen thưởng", "unit", unit.id)
        if len(unit.awards) > MOST_AWARDS and not gone
        else None,
        documents=tuple(document_row(document) for document in unit.documents[:MOST_DOCUMENTS]),
        all_documents=tuple(_lists(unit)) if len(unit.documents) > MOST_DOCUMENTS else (),
        news=tuple(news_card(entry, portal) for entry in unit.news[:MOST_NEWS]),
    )


def _lists(unit: LinkedUnit) -> Iterator[Link]:
    by_name = grouped(unit.documents, lambda document: (document.issued_by.slug,))
    for value, documents in by_name.items():
        name = f" của {documents[0].issued_by.name}" if len(by_name) > 1 else ""
        yield library_link(f"Xem cả {number_text(len(documents))} văn bản{name}", "issuer", value)


def _ended(unit: LinkedUnit, portal: Portal) -> Iterator[Notice]:
    last = unit.entry.head.unit.until
    if last is None or not unit.is_past:
        return
    if unit.present == unit.id:
        yield Notice(f"Đơn vị này hoạt động đến hết ngày {day_text(last)}", tone="warn")
    else:
        links = tuple(_heirs(unit, portal))
        yield Notice(f"Sau ngày {day_text(last)}, đơn vị này đã sáp nhập", "Đơn vị tiếp nhận:", links, "warn")


def _heirs(unit: LinkedUnit, portal: Portal) -> Iterator[Link]:
    """Links to what took its place, one after the other up to today; those that are past with their last day."""
    for turn in unit.turns[1:]:
        after = portal.unit_named[turn.unit]
        is_past = turn.unit != unit.present and turn.last is not None
        yield Link(f"{after.name}{f' (đến {day_text(turn.last)})' if is_past else ''}", after.entry.path)


def _merged(unit: LinkedUnit, portal: Portal) -> Iterator[Link]:
    """The work of each sub-unit that was merged into it; what those had taken over stands on their own pages."""
    for other in portal.units:
        if len(other.turns) > 1 and other.turns[1].unit == unit.id:
            yield Link(other.name, other.entry.path)


def _left(unit: LinkedUnit, portal: Portal) -> Iterator[LeftWork]:
    if unit.handed_over:
        yield _left_work(
            "viec-da-chuyen",
            "Việc đã chuyển cho đơn vị tiếp nhận",
            "Việc giao cho đơn vị này, tính cho đơn vị tiếp nhận",
            unit.handed_over,
            portal,
        )
    if unit.of_merged:
        yield _left_work(
            "viec-truoc-sap-nhap",
            "Việc của đơn vị cũ trước khi sáp nhập",
            "Không tính vào số việc của đơn vị này",
            unit.of_merged,
            portal,
        )


def _left_work(anchor: str, heading: str, counted: str, items: Sequence[Assignment], portal: Portal) -> LeftWork:
    rest = len(items) - MOST_LEFT
    return LeftWork(
        anchor,
        heading,
        f"{counted}: {number_text(len(items))} việc.",
        assignment_rows(items, portal)[:MOST_LEFT],
        f"Còn {number_text(rest)} việc, xem ở trang của từng đơn vị." if rest > 0 else None,
    )
