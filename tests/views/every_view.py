"""All views of a portal, and all texts in them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from typing import Any

from trangtin.portal.model import Portal
from trangtin.views.accessibility import accessibility_view
from trangtin.views.archive import archive_views
from trangtin.views.awards import award_list_views
from trangtin.views.campaign import campaign_view
from trangtin.views.campaigns import campaign_list_views
from trangtin.views.comparison import comparison_views
from trangtin.views.contact import contact_view
from trangtin.views.disclosure import disclosure_view
from trangtin.views.document import document_view
from trangtin.views.feedback import feedback_view
from trangtin.views.file_check import file_check_view
from trangtin.views.home import home_view
from trangtin.views.library import library_views
from trangtin.views.news import news_list_views, news_view
from trangtin.views.page import PageView, plain_view
from trangtin.views.parts.assignment_rows import AssignmentRows
from trangtin.views.promptness import promptness_view
from trangtin.views.same_number import same_number_views
from trangtin.views.search import search_view
from trangtin.views.site_map import site_map_view
from trangtin.views.tasks import TaskListView, holder_views, task_holders
from trangtin.views.translated import target_of, translated_views
from trangtin.views.unit import unit_list_view, unit_view


def task_list_views(portal: Portal) -> Iterator[tuple[str, TaskListView]]:
    """Every page of the tasks of campaigns and sub-units that have too many for their own page."""
    rows = AssignmentRows(portal)
    for holder in task_holders(portal):
        yield from holder_views(portal, holder, rows)


def every_view(portal: Portal) -> Iterator[tuple[str, PageView]]:
    """Each page of the site by its target or path."""
    yield "home", home_view(portal)
    yield "site map", site_map_view(portal)
    yield "contact", contact_view(portal)
    yield "search", search_view(portal)
    yield "units", unit_list_view(portal)
    yield "disclosure", disclosure_view(portal)
    yield "feedback", feedback_view(portal)
    yield "file check", file_check_view(portal)
    yield "accessibility", accessibility_view(portal)
    yield from library_views(portal)
    yield from campaign_list_views(portal)
    yield from comparison_views(portal)
    yield from award_list_views(portal)
    yield from archive_views(portal)
    yield "promptness", promptness_view(portal)
    yield from news_list_views(portal)
    yield from same_number_views(portal)
    yield from task_list_views(portal)
    for translation, view in translated_views(portal):
        yield target_of(translation), view
    for document in portal.documents:
        yield document.path, document_view(document, portal)
    for campaign in portal.campaigns:
        yield campaign.path, campaign_view(campaign, portal)
    for news in portal.news:
        yield news.path, news_view(news, portal)
    for unit in portal.units:
        yield unit.entry.path, unit_view(unit, portal)
    for page in portal.pages:
        yield page.path, plain_view(page, portal, portal.titles[page.path])


def texts(value: Any) -> Iterator[str]:
    """Every text in a view, whatever holds it; a view holds nothing but dataclasses, tuples and plain values."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    else:
        assert value is None or isinstance(value, int | date), type(value)
