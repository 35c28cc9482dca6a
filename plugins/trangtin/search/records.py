"""From the portal to what search knows of each page. What is withdrawn or not public is not among it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import chain

from trangtin.content.entry import Entry
from trangtin.content.news import News
from trangtin.content.page import Page
from trangtin.content.translation import section_of
from trangtin.content.values.dates import day_text
from trangtin.content.values.doctype import TYPES
from trangtin.content.values.languages import language
from trangtin.content.values.number import DocumentNumber
from trangtin.content.values.vocabulary import FileRole
from trangtin.portal.awards import GrantedAward
from trangtin.portal.linked_document import LinkedDocument, typed_number
from trangtin.portal.model import LinkedCampaign, LinkedUnit, Portal
from trangtin.portal.translations import LinkedTranslation
from trangtin.search.record import FacetValue, Field, Findable, SearchRecord, facets_of_kind, findable
from trangtin.search.record_parts import day_texts, fields_of, known_texts
from trangtin.search.section_records import PAGE, contact_texts, names_of, sections_of
from trangtin.views.parts.force import Force, force_of
from trangtin.views.parts.rows import force_tag
from trangtin.views.translated import TranslatedView, target_of, translated_views

_DOCUMENT = "Văn bản"
"""What each document is, though its own text rarely says so."""
_NEWS = FacetValue("tin-tuc", "Tin tức")
_CAMPAIGN = FacetValue("phong-trao", "Phong trào")
_UNIT = FacetValue("don-vi", "Đơn vị")
_FINAL_REPORT = "Báo cáo tổng kết"
"""What a campaign calls the document that closes it, whose own title may say `Kết quả …`."""


def findable_in(portal: Portal) -> list[Findable]:
    """Every page that can be found, newest last, so that a new one leaves the others their numbers."""
    found = list(_findable_in(portal))
    # Of one day the first path comes last: it is the first answer.
    found.sort(key=lambda page: page.target, reverse=True)
    return sorted(found, key=lambda page: page.day or date.min)


def _findable_in(portal: Portal) -> Iterator[Findable]:
    for document in portal.documents:
        if not document.head.is_withdrawn:
            make = partial(_document, document, portal)
            yield Findable(document.path, document.head.date, make, document.entry.fingerprint)
    for campaign in portal.campaigns:
        if not campaign.head.is_withdrawn:
            written = campaign.entry.fingerprint
            yield Findable(campaign.path, campaign.head.start, partial(_campaign, campaign), written)
    for news in portal.news:
        if not news.head.is_withdrawn:
            yield Findable(news.path, news.head.date, partial(_news, news, portal), news.fingerprint)
    units = (_unit(unit) for unit in portal.units if not unit.entry.head.is_withdrawn)
    pages = (_page(page, portal) for page in portal.pages if not page.head.is_withdrawn)
    translations = (_translation(*item) for item in translated_views(portal) if not item[1].is_withdrawn)
    for record in chain(units, pages, translations, sections_of(portal)):
        yield findable(record)


def _document(document: LinkedDocument, portal: Portal) -> SearchRecord:
    head = document.head
    body = document.entry.body
    campaign = _standing(document.campaign, portal)
    force = force_of(document)
    details = (
        *(" ".join(filter(None, (basis.number, basis.title, basis.issuer))) for basis in head.basis),
        *(task.do for task in head.tasks),
        *(_award(granted, portal) for granted in document.awards),
        *head.recipients,
        *head.notes,
        *(file.declared.title for file in document.files if file.declared.title),
    )
    read = [file for file in document.files if file.facts is not None and not file.facts.is_garbled]
    texts = {file.path: " ".join(" ".join(file.facts.text).split()) for file in read if file.facts is not None}
    # The full text of a file says once more what the body says; an annex does not.
    unsaid = [texts[file.path] for file in read if not body.strip() or file.declared.role is FileRole.ANNEX]
    return SearchRecord(
        target=document.path,
        title=f"{typed_number(head)}: {head.title}",
        line=" · ".join(
            (*((mark.text,) if (mark := force_tag(document)) else ()), _line(head.date, document.issued_by.name))
        ),
        day=head.date,
        fields=fields_of(
            *_title(head.title),
            (Field.NUMBER, typed_number(head) if head.number else None),
            (Field.NUMBER, _glued(head.number) if head.number else None),
            (Field.NAMES, _DOCUMENT),
            (Field.NAMES, head.type.name),
            (Field.NAMES, document.issuer),
            (Field.NAMES, f"{head.signer.position} {head.signer.name}" if head.signer else None),
            (Field.NAMES, campaign.head.title if campaign else None),
            *((Field.NAMES, area) for area in head.areas),
            (Field.NAMES, _FINAL_REPORT if campaign and _closes(document, campaign) else None),
            *day_texts(head.date, _DOCUMENT, typed_number(head)),
            (Field.SUMMARY, head.summary),
            *((Field.DETAILS, text) for text in details),
            *((Field.FILES, text) for text in texts.values()),
        ),
        facets=(
            FacetValue(head.type.slug, head.type.name),
            FacetValue(document.issued_by.slug, document.issued_by.name),
            FacetValue(document.level.value, document.level.label),
            _year(document.year),
            FacetValue(campaign.slug, campaign.head.title) if campaign else None,
            FacetValue(force.value, force.label),
        ),
        body=body,
        is_printed=True,
        opening=known_texts(head.summary),
        closing=known_texts(*details, *unsaid),
        is_over=force is Force.OVER,
    )


def _standing(slug: str | None, portal: Portal) -> LinkedCampaign | None:
    """The campaign of this slug, unless it was taken back."""
    campaign = portal.campaign_named.get(slug or "")
    return None if campaign is None or campaign.head.is_withdrawn else campaign


def _closes(document: LinkedDocument, campaign: LinkedCampaign) -> bool:
    report = campaign.final_report
    return report is not None and report.path == document.path


def _award(granted: GrantedAward, portal: Portal) -> str:
    award, unit = granted.award, portal.unit_named.get(granted.unit or "")
    parts = (award.form, award.to, award.position, unit.name if unit and award.unit else None, award.reason)
    return " ".join(filter(None, parts))


_TYPE = "|".join(re.escape(kind.name) for kind in TYPES)
_DAY = r"\d{1,2}(?:\s*[/.-]\s*|\s+tháng\s+)\d{1,2}(?:\s*[/.-]\s*|\s+năm\s+)\d{4}"
_CITED = re.compile(
    rf"(?:\b(?i:{_TYPE})\s+)?(?:\bsố\s+)?\b\d{{1,6}}\w?(?:/\S*[A-ZĐ]|-[A-ZĐ]+/[A-ZĐ])[^\s,;]*(?:,?\s+ngày\s+{_DAY})?"
)
"""Another document's number in a title, with its day: `Đính chính Kế hoạch số 128/KH-TCT ngày 31/8/2026`."""


def _title(title: str) -> Iterator[tuple[Field, str]]:
    """A title weighs most, but not the numbers it cites: whoever types a number wants the document that bears it."""
    runs = _CITED.split(title)
    yield from ((Field.TITLE, run) for run in runs)
    if len(runs) > 1:
        yield Field.DETAILS, title


def _glued(number: DocumentNumber) -> str:
    """A number whose symbol is typed in one go: `959 KHUBND`."""
    return f"{number.ordinal} {''.join(filter(str.isalpha, number.text))}"


def _campaign(campaign: LinkedCampaign) -> SearchRecord:
    head = campaign.head
    works = tuple(work.title for work in head.works)
    steps = tuple(step.title for step in head.milestones)
    return SearchRecord(
        target=campaign.path,
        title=head.title,
        line=f"Phong trào thi đua, {day_text(head.start)} - {day_text(head.end)}",
        day=head.start,
        fields=fields_of(
            (Field.TITLE, head.title),
            (Field.NAMES, _CAMPAIGN.label),
            (Field.NAMES, head.slogan),
            *day_texts(head.start, _CAMPAIGN.label),
            (Field.SUMMARY, head.summary),
            *((Field.DETAILS, text) for text in (*head.criteria, *works, *steps)),
        ),
        facets=(_CAMPAIGN, None, None, _year(head.start.year), FacetValue(campaign.slug, head.title), None),
        body=campaign.entry.body,
        is_printed=False,
        opening=known_texts(head.slogan, head.summary),
        closing=(*head.criteria, *works),
    )


def _news(entry: Entry[News], portal: Portal) -> SearchRecord:
    head = entry.head
    campaign = _standing(head.campaign, portal)
    unit = portal.unit_named.get(head.unit or "")
    return SearchRecord(
        target=entry.path,
        title=head.title,
        line=_line(head.date, _NEWS.label),
        day=head.date,
        fields=fields_of(
            *_title(head.title),
            (Field.NAMES, _NEWS.label),
            (Field.NAMES, campaign.head.title if campaign else None),
            (Field.NAMES, unit.name if unit and not unit.entry.head.is_withdrawn else None),
            (Field.NAMES, head.author),
            *((Field.NAMES, tag) for tag in head.tags),
            *day_texts(head.date, _NEWS.label),
            (Field.SUMMARY, head.summary),
            (Field.DETAILS, head.image.alt if head.image else None),
        ),
        facets=(
            _NEWS,
            None,
            None,
            _year(head.date.year),
            FacetValue(campaign.slug, campaign.head.title) if campaign else None,
            None,
        ),
        body=entry.body,
        is_printed=False,
        opening=known_texts(head.summary),
        closing=(),
    )


def _unit(unit: LinkedUnit) -> SearchRecord:
    head = unit.entry.head
    return SearchRecord(
        target=unit.entry.path,
        title=unit.name,
        line=_UNIT.label,
        day=None,
        fields=fields_of(
            (Field.TITLE, unit.name),
            *((Field.NAMES, old.name) for old in head.unit.names),
            (Field.NAMES, unit.id.replace("-", " ")),
            (Field.NAMES, head.unit.head),
            (Field.SUMMARY, head.summary),
            (Field.DETAILS, head.unit.phone),
        ),
        facets=facets_of_kind(_UNIT),
        body=unit.entry.body,
        is_printed=False,
        opening=known_texts(head.summary),
        closing=known_texts(head.unit.head),
    )


def _page(entry: Entry[Page], portal: Portal) -> SearchRecord:
    head = entry.head
    title = portal.titles[entry.path]
    section = section_of(entry.path, portal.layout)
    drawn = contact_texts(portal.settings) if section == "contact" else ()
    return SearchRecord(
        target=entry.path,
        title=title,
        line=PAGE.label,
        day=head.updated,
        fields=fields_of(
            (Field.TITLE, title),
            (Field.SUMMARY, head.summary),
            *((Field.NAMES, text) for text in (*drawn, *names_of(section))),
        ),
        facets=facets_of_kind(PAGE),
        body=entry.body,
        is_printed=False,
        opening=known_texts(head.summary),
        closing=drawn,
    )


def _translation(translation: LinkedTranslation, view: TranslatedView) -> SearchRecord:
    entry, known = translation.entry, language(translation.tag)
    name = known.name if known else translation.tag
    units = tuple(unit.name.text for unit in view.units)
    return SearchRecord(
        target=target_of(translation),
        title=view.title,
        line=f"{PAGE.label} {name}",
        day=entry.head.updated if entry else None,
        fields=fields_of(
            *_title(view.title),
            (Field.NAMES, name),
            (Field.NAMES, known.own if known else None),
            (Field.SUMMARY, view.description),
            *((Field.DETAILS, unit) for unit in units),
        ),
        facets=facets_of_kind(PAGE),
        body=entry.body if entry else "",
        is_printed=False,
        opening=known_texts(view.description),
        closing=units,
    )


def _year(year: int) -> FacetValue:
    return FacetValue(str(year), str(year))


def _line(day: date | None, who: str) -> str:
    return f"{day_text(day)} · {who}" if day else who
