"""From the portal to what search knows of each page. What is withdrawn or not public is not among it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from trangtin.content.doctype import TYPES
from trangtin.content.entry import Entry
from trangtin.content.languages import language
from trangtin.content.news import News
from trangtin.content.page import Page
from trangtin.content.vocabulary import FileRole
from trangtin.portal.awards import GrantedAward
from trangtin.portal.model import LinkedCampaign, LinkedDocument, LinkedUnit, Portal
from trangtin.portal.promptness import quarters
from trangtin.portal.slugs import issuer_slug
from trangtin.portal.translations import LinkedTranslation
from trangtin.search.record import FacetValue, Field, SearchRecord
from trangtin.views import targets
from trangtin.views.force import force_of
from trangtin.views.translated import TranslatedView, target_of, translated_views

_NEWS = FacetValue("tin-tuc", "Tin tức")
_CAMPAIGN = FacetValue("phong-trao", "Phong trào")
_UNIT = FacetValue("don-vi", "Đơn vị")
_PAGE = FacetValue("trang", "Trang thông tin")


def records_of(portal: Portal) -> list[SearchRecord]:
    """Every page that can be found, newest last, so that a new one leaves the others their numbers."""
    found = [
        *(_document(item, portal) for item in portal.documents if not item.head.is_withdrawn),
        *(_campaign(item) for item in portal.campaigns if not item.head.is_withdrawn),
        *(_news(item, portal) for item in portal.news if not item.head.is_withdrawn),
        *(_unit(item) for item in portal.units if not item.entry.head.is_withdrawn),
        *(_page(item, portal) for item in portal.pages if not item.head.is_withdrawn),
        *(_translation(*item) for item in translated_views(portal) if not item[1].is_withdrawn),
        *_sections(portal),
    ]
    # Of one day the first path comes last: it is the first answer.
    found.sort(key=lambda record: record.target, reverse=True)
    return sorted(found, key=lambda record: record.day or date.min)


def _document(document: LinkedDocument, portal: Portal) -> SearchRecord:
    head = document.head
    body = document.entry.body
    campaign = portal.campaign_named.get(document.campaign or "")
    force = force_of(document)
    number = str(head.number) if head.number else None
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
        title=f"{head.type.name} số {number}: {head.title}" if number else f"{head.type.name}: {head.title}",
        line=_line(head.date, document.issuer),
        day=head.date,
        fields=_fields(
            *_title(head.title),
            (Field.NUMBER, f"{head.type.name} số {number}" if number else None),
            *((Field.NUMBER, glued) for glued in _glued(number)),
            (Field.NAMES, head.type.name),
            (Field.NAMES, document.issuer),
            (Field.NAMES, f"{head.signer.position} {head.signer.name}" if head.signer else None),
            (Field.NAMES, campaign.head.title if campaign and not campaign.head.is_withdrawn else None),
            *_days(head.date),
            (Field.SUMMARY, head.summary),
            *((Field.DETAILS, text) for text in details),
            *((Field.FILES, text) for text in texts.values()),
        ),
        facets=(
            FacetValue(head.type.slug, head.type.name),
            FacetValue(issuer_slug(document.issuer), document.issuer),
            FacetValue(document.level.value, document.level.label),
            _year(document.year),
            FacetValue(campaign.slug, campaign.head.title) if campaign and not campaign.head.is_withdrawn else None,
            FacetValue(force.value, force.label),
        ),
        body=body,
        is_printed=True,
        opening=_known(head.summary),
        closing=_known(*details, *unsaid),
    )


def _award(granted: GrantedAward, portal: Portal) -> str:
    award, unit = granted.award, portal.unit_named.get(granted.unit or "")
    told = (award.form, award.to, award.position, unit.name if unit and award.unit else None, award.reason)
    return " ".join(filter(None, told))


_TYPE = "|".join(re.escape(kind.name) for kind in TYPES)
_CITED = re.compile(rf"(?:\b(?i:{_TYPE})\s+)?(?:\bsố\s+)?\b\d{{1,6}}\w?/\S*[A-ZĐ]\S*")
"""Another document's number in a title: `Đính chính Kế hoạch số 128/KH-TCT`."""


def _title(title: str) -> Iterator[tuple[Field, str]]:
    """A title weighs most, but not the numbers it cites: whoever types a number wants the document that bears it."""
    runs = _CITED.split(title)
    yield from ((Field.TITLE, run) for run in runs)
    if len(runs) > 1:
        yield Field.DETAILS, title


def _glued(number: str | None) -> Iterator[str]:
    """A symbol as typed in one go (`khubnd`), after the number as on the paper and alone."""
    letters = "".join(c for c in number or "" if c.isalpha())
    digits = "".join(c if c.isdigit() else " " for c in number or "").split()
    if number and digits:
        yield f"{digits[0]} {letters}"


def _campaign(campaign: LinkedCampaign) -> SearchRecord:
    head = campaign.head
    works = tuple(work.title for work in head.works)
    steps = tuple(step.title for step in head.milestones)
    return SearchRecord(
        target=campaign.path,
        title=head.title,
        line=f"Phong trào thi đua, {head.start:%d/%m/%Y} - {head.end:%d/%m/%Y}",
        day=head.start,
        fields=_fields(
            (Field.TITLE, head.title),
            (Field.NAMES, _CAMPAIGN.label),
            (Field.NAMES, head.slogan),
            *_days(head.start),
            (Field.SUMMARY, head.summary),
            *((Field.DETAILS, text) for text in (*head.criteria, *works, *steps)),
        ),
        facets=(_CAMPAIGN, None, None, _year(head.start.year), FacetValue(campaign.slug, head.title), None),
        body=campaign.entry.body,
        is_printed=False,
        opening=_known(head.slogan, head.summary),
        closing=(*head.criteria, *works),
    )


def _news(entry: Entry[News], portal: Portal) -> SearchRecord:
    head = entry.head
    campaign = portal.campaign_named.get(head.campaign or "")
    if campaign is not None and campaign.head.is_withdrawn:
        campaign = None
    unit = portal.unit_named.get(head.unit or "")
    return SearchRecord(
        target=entry.path,
        title=head.title,
        line=_line(head.date, "Tin tức"),
        day=head.date,
        fields=_fields(
            *_title(head.title),
            (Field.NAMES, _NEWS.label),
            (Field.NAMES, campaign.head.title if campaign else None),
            (Field.NAMES, unit.name if unit and not unit.entry.head.is_withdrawn else None),
            (Field.NAMES, head.author),
            *((Field.NAMES, tag) for tag in head.tags),
            *_days(head.date),
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
        opening=_known(head.summary),
        closing=(),
    )


def _unit(unit: LinkedUnit) -> SearchRecord:
    head = unit.entry.head
    return SearchRecord(
        target=unit.entry.path,
        title=unit.name,
        line=_UNIT.label,
        day=None,
        fields=_fields(
            (Field.TITLE, unit.name),
            *((Field.NAMES, old.name) for old in head.unit.names),
            (Field.NAMES, head.unit.head),
            (Field.SUMMARY, head.summary),
            (Field.DETAILS, head.unit.phone),
        ),
        facets=(_UNIT, None, None, None, None, None),
        body=unit.entry.body,
        is_printed=False,
        opening=_known(head.summary),
        closing=_known(head.unit.head),
    )


def _page(entry: Entry[Page], portal: Portal) -> SearchRecord:
    head = entry.head
    title = portal.titles[entry.path]
    return SearchRecord(
        target=entry.path,
        title=title,
        line=_PAGE.label,
        day=head.updated,
        fields=_fields((Field.TITLE, title), (Field.SUMMARY, head.summary)),
        facets=(_PAGE, None, None, None, None, None),
        body=entry.body,
        is_printed=False,
        opening=_known(head.summary),
        closing=(),
    )


def _translation(translation: LinkedTranslation, view: TranslatedView) -> SearchRecord:
    entry, known = translation.entry, language(translation.tag)
    name = known.name if known else translation.tag
    units = tuple(unit.name.text for unit in view.units)
    return SearchRecord(
        target=target_of(translation),
        title=view.title,
        line=f"{_PAGE.label} {name}",
        day=entry.head.updated if entry else None,
        fields=_fields(
            *_title(view.title),
            (Field.NAMES, name),
            (Field.NAMES, known.own if known else None),
            (Field.SUMMARY, view.description),
            *((Field.DETAILS, unit) for unit in units),
        ),
        facets=(_PAGE, None, None, None, None, None),
        body=entry.body if entry else "",
        is_printed=False,
        opening=_known(view.description),
        closing=units,
    )


def _sections(portal: Portal) -> Iterator[SearchRecord]:
    """Lists that readers look for by name; those that are in the menu of every portal are not among them."""
    written = {page.path.removeprefix(f"{portal.layout.docs}/") for page in portal.pages}
    if portal.awards and "khen-thuong/index.md" not in written:
        forms = dict.fromkeys(granted.form for granted in portal.awards)
        yield _section(targets.AWARDS, "Khen thưởng", f"Sổ khen thưởng của {portal.settings.unit.name}", *forms)
    if quarters(portal.deliveries) and "van-ban/kip-thoi.md" not in written:
        about = "Văn bản của cơ quan khác được đăng sau mấy ngày làm việc kể từ ngày nhận, từng quý"
        yield _section(targets.PROMPTNESS, "Đăng kịp thời văn bản của cơ quan khác", about)
    for term in portal.settings.terms:
        about = f"Phong trào, văn bản, tin, khen thưởng từ {term.start:%d/%m/%Y} đến {term.end:%d/%m/%Y}"
        yield _section(targets.filtered(targets.ARCHIVE, "term", term.slug), term.name, about)


def _section(target: str, title: str, about: str, *names: str) -> SearchRecord:
    return SearchRecord(
        target=target,
        title=title,
        line=_PAGE.label,
        day=None,
        fields=_fields((Field.TITLE, title), (Field.SUMMARY, about), *((Field.NAMES, name) for name in names)),
        facets=(_PAGE, None, None, None, None, None),
        body="",
        is_printed=False,
        opening=(about,),
        closing=(),
    )


def _fields(*pairs: tuple[Field, str | None]) -> tuple[tuple[Field, str], ...]:
    return tuple((field, text) for field, text in pairs if text)


def _days(day: date | None) -> Iterator[tuple[Field, str | None]]:
    """A day as people write it in words and in digits."""
    if day is not None:
        yield Field.DETAILS, f"ngày {day.day} tháng {day.month} năm {day.year}"
        yield Field.DETAILS, f"{day.day}/{day.month}/{day.year}"


def _year(year: int) -> FacetValue:
    return FacetValue(str(year), str(year))


def _line(day: date | None, who: str) -> str:
    return f"{day:%d/%m/%Y} · {who}" if day else who


def _known(*texts: str | None) -> tuple[str, ...]:
    return tuple(text for text in texts if text)
