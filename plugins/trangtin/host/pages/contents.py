"""Every page of the portal: which view draws it and which text it carries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.page import Page
from trangtin.content.sections import SECTION_PAGES
from trangtin.host.pages.page import Content
from trangtin.host.texts.rendering import Profile
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import LinkedCampaign, LinkedUnit, Portal
from trangtin.portal.translations import LinkedTranslation
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
from trangtin.views.machine_readable.last_change import (
    document_changed,
    news_changed,
    page_changed,
    translation_changed,
)
from trangtin.views.news import news_list_views, news_view
from trangtin.views.page import PageView, plain_view, with_head
from trangtin.views.parts.assignment_rows import AssignmentRows
from trangtin.views.parts.board import task_list
from trangtin.views.parts.branches import way_in_menu
from trangtin.views.promptness import promptness_view
from trangtin.views.same_number import same_number_views
from trangtin.views.search import search_view
from trangtin.views.site_map import site_map_view
from trangtin.views.tasks import holder_views, task_holders
from trangtin.views.translated import target_of, translated_view, versions_of
from trangtin.views.unit import unit_list_view, unit_view


@dataclass(frozen=True, slots=True)
class Run:
    """Pages that are worked out together: a single page, or a list with its cuts and further pages."""

    target: str
    """Target of the first page; of a list that of the whole list, even where it has no such page."""
    make: Callable[[], Iterable[Content]]
    """Works the pages out, one after the other."""
    is_list: bool = False
    """Whether it may have pages at addresses below the first."""
    written: bytes = b""
    """Fingerprint of the file whose text the first page shows; empty where nobody wrote one."""


def runs_of(portal: Portal) -> Iterator[Run]:
    """Every public page, lists and other languages included, none of them worked out yet."""
    files = targets.section_files(portal.layout.docs)
    for run in _in_vietnamese(portal):
        yield replace(run, make=partial(_around, run, files, portal))
    for translation in portal.translations:
        written = translation.entry.fingerprint if translation.entry else b""
        yield Run(target_of(translation), partial(_translation, translation, portal), written=written)


def _around(run: Run, files: Mapping[str, str], portal: Portal) -> Iterator[Content]:
    """The pages of a run, with the languages that each is there in, and where each stands in the menu."""
    for content in run.make():
        view, path = content.view, files.get(content.target, content.target)
        versions = versions_of(path, portal)
        way = way_in_menu(path, portal) if len(view.crumbs) == 1 else ()
        if versions or way:
            yield replace(content, view=replace(view, versions=versions, crumbs=(*view.crumbs, *way)))
        else:
            yield content


def _translation(translation: LinkedTranslation, portal: Portal) -> Iterator[Content]:
    entry = translation.entry
    text, day = entry.body if entry else "", translation_changed(translation, portal)
    yield Content(target_of(translation), translated_view(translation, portal), text, day=day)


def _in_vietnamese(portal: Portal) -> Iterator[Run]:
    docs = f"{portal.layout.docs}/"
    written = {page.path.removeprefix(docs): page for page in portal.pages}
    for document in portal.documents:
        yield Run(document.path, partial(_document, document, portal), written=document.entry.fingerprint)
    for campaign in portal.campaigns:
        yield Run(campaign.path, partial(_campaign, campaign, portal), written=campaign.entry.fingerprint)
    for entry in portal.news:
        yield Run(entry.path, partial(_news, entry, portal), written=entry.fingerprint)
    for unit in portal.units:
        yield Run(unit.entry.path, partial(_unit, unit, portal), written=unit.entry.fingerprint)
    yield from _lists(portal, written)
    for path, page in written.items():
        if path not in SECTION_PAGES:
            yield Run(page.path, partial(_plain, page, portal), written=page.fingerprint)


def _document(document: LinkedDocument, portal: Portal) -> Iterator[Content]:
    day = document_changed(document, portal)
    yield Content(document.path, document_view(document, portal), document.entry.body, Profile.PRINTED, 3, day)


def _campaign(campaign: LinkedCampaign, portal: Portal) -> Iterator[Content]:
    yield Content(
        campaign.path, campaign_view(campaign, portal), campaign.entry.body, day=page_changed(campaign.entry, portal)
    )


def _news(entry: Entry[News], portal: Portal) -> Iterator[Content]:
    yield Content(entry.path, news_view(entry, portal), entry.body, day=news_changed(entry, portal))


def _unit(unit: LinkedUnit, portal: Portal) -> Iterator[Content]:
    day = page_changed(unit.entry, portal)
    yield Content(unit.entry.path, unit_view(unit, portal), unit.entry.body, day=day)


def _plain(page: Entry[Page], portal: Portal) -> Iterator[Content]:
    view = plain_view(page, portal, portal.titles[page.path])
    yield Content(page.path, view, page.body, day=page_changed(page, portal), meta=_meta(page.head))


_PAGES: dict[str, Callable[[Portal], PageView]] = {
    targets.HOME: home_view,
    targets.CONTACT: contact_view,
    targets.UNITS: unit_list_view,
    targets.SEARCH: search_view,
    targets.SITE_MAP: site_map_view,
    targets.FILE_CHECK: file_check_view,
    targets.DISCLOSURE: disclosure_view,
    targets.FEEDBACK: feedback_view,
    targets.PROMPTNESS: promptness_view,
    targets.ACCESSIBILITY: accessibility_view,
}
_LISTS: dict[str, Callable[[Portal], Iterable[tuple[str, PageView]]]] = {
    targets.CAMPAIGNS: campaign_list_views,
    targets.COMPARISON: comparison_views,
    targets.AWARDS: award_list_views,
    targets.ARCHIVE: archive_views,
    targets.LIBRARY: library_views,
    targets.NEWS: news_list_views,
    targets.SAME_NUMBER: same_number_views,
}


def _lists(portal: Portal, written: dict[str, Entry[Page]]) -> Iterator[Run]:
    """The lists; the first page of a section carries the text of its own file, if an editor wrote one."""
    own = {target: written[path] for target, path in targets.SECTION_FILES.items() if path in written}

    def written_for(target: str) -> bytes:
        return own[target].fingerprint if target in own else b""

    def shown(views: Callable[[], Iterable[tuple[str, PageView]]]) -> Iterator[Content]:
        for target, view in views():
            page = own.get(target)
            if page is None:
                yield Content(target, view)
            else:
                # The home page is named after the unit, whatever its file is called in the menu.
                named = with_head(view, page, portal.today)
                head = replace(named, title=view.title) if target == targets.HOME else named
                yield Content(target, head, page.body, day=page_changed(page, portal))

    for target, view_of in _PAGES.items():
        yield Run(target, partial(shown, partial(_single, target, view_of, portal)), written=written_for(target))
    for target, views_of in _LISTS.items():
        yield Run(target, partial(shown, partial(views_of, portal)), is_list=True, written=written_for(target))
    rows = AssignmentRows(portal)
    for holder in task_holders(portal):
        yield Run(task_list(holder), partial(shown, partial(holder_views, portal, holder, rows)), is_list=True)


def _single(target: str, view_of: Callable[[Portal], PageView], portal: Portal) -> Iterator[tuple[str, PageView]]:
    yield target, view_of(portal)


def _meta(head: Page) -> dict[str, object]:
    """The keys of an editor's page that are meant for other tools; never `template`, which the view decides."""
    return {key: value for key, value in (head.model_extra or {}).items() if key != "template"}
