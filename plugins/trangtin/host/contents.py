"""Every page of the portal: which view draws it and which text it carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from trangtin.content.entry import Entry
from trangtin.content.page import Page
from trangtin.content.sections import SECTION_PAGES
from trangtin.host.pages import Content
from trangtin.host.rendering import Profile
from trangtin.portal.model import Portal
from trangtin.views import targets
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
from trangtin.views.page import PageView, plain_view, with_head
from trangtin.views.promptness import promptness_view
from trangtin.views.same_number import same_number_views
from trangtin.views.search import search_view
from trangtin.views.site_map import site_map_view
from trangtin.views.tasks import task_list_views
from trangtin.views.translated import target_of, translated_views, versions_of
from trangtin.views.unit import unit_list_view, unit_view


def contents_of(portal: Portal) -> Iterator[Content]:
    """The content of every public page, lists and other languages included."""
    docs = f"{portal.layout.docs}/"
    files = {f"list:{section}": docs + path for path, section in SECTION_PAGES.items()}
    for content in _in_vietnamese(portal):
        versions = versions_of(files.get(content.target, content.target), portal)
        yield replace(content, view=replace(content.view, versions=versions)) if versions else content
    for translation, view in translated_views(portal):
        entry = translation.entry
        text, day = (entry.body, entry.head.updated) if entry else ("", None)
        yield Content(target_of(translation), view, text, day=day)


def _in_vietnamese(portal: Portal) -> Iterator[Content]:
    docs = f"{portal.layout.docs}/"
    written = {page.path.removeprefix(docs): page for page in portal.pages}
    for document in portal.documents:
        yield Content(
            document.path,
            document_view(document, portal),
            document.entry.body,
            Profile.PRINTED,
            3,
            document.head.updated or document.head.published or document.head.date,
        )
    for campaign in portal.campaigns:
        yield Content(campaign.path, campaign_view(campaign, portal), campaign.entry.body, day=campaign.head.updated)
    for entry in portal.news:
        yield Content(entry.path, news_view(entry, portal), entry.body, day=entry.head.updated or entry.head.date)
    for unit in portal.units:
        yield Content(unit.entry.path, unit_view(unit, portal), unit.entry.body, day=unit.entry.head.updated)
    yield from _lists(portal, written)
    for path, page in written.items():
        if path not in SECTION_PAGES:
            view = plain_view(page, portal, portal.titles[page.path])
            yield Content(page.path, view, page.body, day=page.head.updated, meta=_meta(page.head))


def _lists(portal: Portal, written: dict[str, Entry[Page]]) -> Iterator[Content]:
    """Pages no file has to stand behind; the first page of a section carries what its own file says."""
    own = {f"list:{section}": written[path] for path, section in SECTION_PAGES.items() if path in written}
    views: list[tuple[str, PageView]] = [
        (targets.HOME, home_view(portal)),
        (targets.CONTACT, contact_view(portal)),
        (targets.UNITS, unit_list_view(portal)),
        (targets.SEARCH, search_view(portal)),
        (targets.SITE_MAP, site_map_view(portal)),
        (targets.FILE_CHECK, file_check_view(portal)),
        (targets.DISCLOSURE, disclosure_view(portal)),
        (targets.FEEDBACK, feedback_view(portal)),
        (targets.PROMPTNESS, promptness_view(portal)),
        (targets.ACCESSIBILITY, accessibility_view(portal)),
        *campaign_list_views(portal),
        *comparison_views(portal),
        *award_list_views(portal),
        *archive_views(portal),
        *library_views(portal),
        *news_list_views(portal),
        *same_number_views(portal),
        *task_list_views(portal),
    ]
    for target, view in views:
        page = own.get(target)
        if page is None:
            yield Content(target, view)
        else:
            # The home page is named after the unit, whatever its file is called in the menu.
            named = with_head(view, page, portal.today)
            shown = replace(named, title=view.title) if target == targets.HOME else named
            yield Content(target, shown, page.body, day=page.head.updated)


def _meta(head: Page) -> dict[str, object]:
    """Keys of other tools; the template stays the portal's, which alone knows the view."""
    return {key: value for key, value in (head.model_extra or {}).items() if key != "template"}
