"""What a page is about, for search engines: JSON-LD in the words of schema.org, nothing that the page does not show."""

from __future__ import annotations

from typing import Any

from trangtin.content.entry import Entry
from trangtin.content.media_type import media_type
from trangtin.content.news import News
from trangtin.content.person_names import is_person
from trangtin.portal.lifecycle import CampaignState
from trangtin.portal.linked_document import LinkedDocument, OfferedFile
from trangtin.portal.model import LinkedCampaign, LinkedUnit, Portal
from trangtin.portal.relations import RelationKind
from trangtin.portal.validity import Validity
from trangtin.views import targets
from trangtin.views.machine_readable.feed import news_author
from trangtin.views.machine_readable.open_data.dataset import iso
from trangtin.views.news import NewsView
from trangtin.views.page import PageView
from trangtin.views.parts.force import Force, force_of
from trangtin.views.targets import AddressOf

Node = dict[str, Any]

_RELATION = {
    RelationKind.IMPLEMENTS: "isBasedOn",
    RelationKind.REPLACES: "legislationRepeals",
    RelationKind.AMENDS: "legislationChanges",
    RelationKind.CORRECTS: "legislationCorrects",
    RelationKind.RECALLS: "legislationRepeals",
}


def structured_data(view: PageView, target: str, portal: Portal, address: AddressOf) -> Node:
    """The whole block of the page at `target`; `address` gives full addresses."""
    graph = [_thing(view, target, portal, address)]
    if target == targets.HOME:
        graph.append(_web_site(portal, address))
    if view.crumbs:
        graph.append(_breadcrumbs(view, target, address))
    return {"@context": "https://schema.org", "@graph": graph}


def _thing(view: PageView, target: str, portal: Portal, address: AddressOf) -> Node:
    if target == targets.HOME:
        return _organisation(portal, address)
    if (document := portal.document_at.get(target)) is not None:
        return _known(_document(document, view, portal, address))
    if (campaign := portal.campaign_at.get(target)) is not None and not view.is_withdrawn:
        return _known(_campaign(campaign, view, portal, address))
    if (news := portal.news_at.get(target)) is not None and not view.is_withdrawn:
        return _known(_news(news, view, portal, address))
    if (unit := portal.unit_at.get(target)) is not None and not view.is_withdrawn:
        return _known(_unit(unit, view, portal, address))
    page = {"@type": "WebPage", "name": view.title, "description": view.description, "url": address(target)}
    return {**page, "inLanguage": view.lang, "isPartOf": {"@type": "WebSite", "name": portal.settings.unit.name}}


def _document(document: LinkedDocument, view: PageView, portal: Portal, address: AddressOf) -> Node:
    head = document.head
    is_law = document.validity is not Validity.NOT_APPLICABLE
    node: Node = {
        "@type": "Legislation" if is_law else "DigitalDocument",
        "@id": address(document.path),
        "url": address(document.path),
        "name": view.title,
        "description": view.description,
        "identifier": str(head.number) if head.number else None,
        "genre": head.type.name,
        "inLanguage": head.lang,
        "dateCreated": iso(head.date),
        "datePublished": iso(head.published),
        "dateModified": iso(head.updated),
        "creator": {"@type": "Organization", "name": document.issuer},
        "publisher": _publisher(portal, address),
    }
    if head.is_withdrawn:
        return {**node, "creativeWorkStatus": "Đã gỡ"}
    if is_law:
        node |= {
            "legislationIdentifier": node["identifier"],
            "legislationType": head.type.name,
            "legislationDate": node["dateCreated"],
            "legislationPassedBy": node["creator"],
            "legislationLegalForce": _force(document),
            "temporalCoverage": _in_force(document),
        }
    is_active = is_law and document.validity is not Validity.RECALLED  # what was taken back does nothing to others
    related: dict[str, list[str]] = {}
    for bearing in document.bearings:
        name = _RELATION[bearing.kind]
        if bearing.is_forward and bearing.target and (is_active or name == "isBasedOn"):
            related.setdefault(name, []).append(address(bearing.target))
    named = {name: [{"@id": each} for each in found] for name, found in related.items()}
    files = [_file(file, address) for file in document.files]
    return {**node, **named, "about": list(head.areas), "encoding": files}


def _force(document: LinkedDocument) -> str | None:
    states = {Force.IN_FORCE: "InForce", Force.OVER: "NotInForce", Force.NOT_YET: "NotInForce"}
    state = states.get(force_of(document))
    return f"https://schema.org/{state}" if state else None


def _in_force(document: LinkedDocument) -> str | None:
    """`first/last` day in force (ISO 8601), as far as the page tells them; a later paper may have ended it."""
    head = document.head
    start = head.effective or head.date
    if document.validity.is_superseded or start is None or not (head.effective or head.expires):
        return None
    return f"{start.isoformat()}/{iso(head.expires) or '..'}"


def _file(file: OfferedFile, address: AddressOf) -> Node:
    return _known(
        {
            "@type": "MediaObject",
            "contentUrl": address(targets.file_target(file.path)),
            "encodingFormat": media_type(file.path),
            "sha256": file.facts.published_sha256 if file.facts else None,
        }
    )


def _campaign(campaign: LinkedCampaign, view: PageView, portal: Portal, address: AddressOf) -> Node:
    place = portal.settings.unit.address
    is_off = campaign.state is CampaignState.CALLED_OFF
    return {
        "@type": "Event",
        "@id": address(campaign.path),
        "url": address(campaign.path),
        "name": view.title,
        "description": view.description,
        "startDate": campaign.head.start.isoformat(),
        "endDate": campaign.head.end.isoformat(),
        "eventStatus": f"https://schema.org/Event{'Cancelled' if is_off else 'Scheduled'}",
        "location": {"@type": "Place", "name": portal.settings.unit.name, **({"address": place} if place else {})},
        "organizer": _publisher(portal, address),
        "inLanguage": view.lang,
    }


def _news(entry: Entry[News], view: PageView, portal: Portal, address: AddressOf) -> Node:
    head, author, publisher = entry.head, news_author(entry, portal), _publisher(portal, address)
    kind = "Person" if is_person(author) else "Organization"
    return {
        "@type": "NewsArticle",
        "@id": address(entry.path),
        "url": address(entry.path),
        "headline": view.title,
        "description": view.description,
        "datePublished": head.date.isoformat(),
        "dateModified": iso(head.updated),
        "author": publisher if author == portal.settings.unit.name else {"@type": kind, "name": author},
        "publisher": publisher,
        "image": _photograph(view, address),
        "keywords": list(head.tags),
        "inLanguage": head.lang,
    }


def _photograph(view: PageView, address: AddressOf) -> str | None:
    """The picture at the head of a news item."""
    picture = view.picture if isinstance(view, NewsView) else None
    return address(picture.target) if picture else None


def _unit(unit: LinkedUnit, view: PageView, portal: Portal, address: AddressOf) -> Node:
    known = unit.entry.head.unit
    return {
        "@type": "Organization",
        "@id": address(unit.entry.path),
        "url": address(unit.entry.path),
        "name": view.title,
        "description": view.description,
        "alternateName": [old.name for old in known.names],
        "dissolutionDate": iso(known.until),
        "telephone": known.phone,
        "email": known.email,
        "parentOrganization": _publisher(portal, address),
    }


def _organisation(portal: Portal, address: AddressOf) -> Node:
    unit = portal.settings.unit
    return _known(
        {
            "@type": "GovernmentOrganization",
            "@id": f"{address(targets.HOME)}#don-vi",
            "name": unit.name,
            "url": address(targets.HOME),
            "address": unit.address,
            "telephone": unit.phone,
            "email": unit.email,
            "parentOrganization": {"@type": "Organization", "name": unit.parent} if unit.parent else None,
        }
    )


def _web_site(portal: Portal, address: AddressOf) -> Node:
    return {
        "@type": "WebSite",
        "name": portal.settings.unit.name,
        "url": address(targets.HOME),
        "inLanguage": "vi",
        "publisher": _publisher(portal, address),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{address(targets.SEARCH)}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        },
    }


def _breadcrumbs(view: PageView, target: str, address: AddressOf) -> Node:
    steps = [(crumb.text, address(crumb.target)) for crumb in view.crumbs if crumb.target]
    steps.append((view.title, address(target)))
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": item}
        for place, (name, item) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _publisher(portal: Portal, address: AddressOf) -> Node:
    home = f"{address(targets.HOME)}#don-vi"
    return {"@type": "GovernmentOrganization", "@id": home, "name": portal.settings.unit.name}


def _known(node: Node) -> Node:
    """The node without empty values."""
    return {key: value for key, value in node.items() if value not in (None, [], "")}
