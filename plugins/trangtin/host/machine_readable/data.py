"""The files of a portal that programs read: feeds, calendars, open data, QR codes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from trangtin.drawing.kept_codes import qr_codes
from trangtin.host.addresses import Addresses, full_addresses
from trangtin.host.machine_readable.atom import atom, host_of
from trangtin.host.machine_readable.icalendar_file import icalendar
from trangtin.host.machine_readable.kept_events import kept_events
from trangtin.host.machine_readable.news_sitemap import NAME as NEWS_SITEMAP
from trangtin.host.machine_readable.news_sitemap import news_sitemap
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.machine_readable.calendar import calendars
from trangtin.views.machine_readable.changes import changes
from trangtin.views.machine_readable.feed import feeds
from trangtin.views.machine_readable.news_map import news_map
from trangtin.views.machine_readable.open_data.assignments import open_assignments
from trangtin.views.machine_readable.open_data.awards import open_awards
from trangtin.views.machine_readable.open_data.campaigns import open_campaigns
from trangtin.views.machine_readable.open_data.catalogue import SCHEMAS, catalogue, schemas
from trangtin.views.machine_readable.open_data.documents import open_documents
from trangtin.views.machine_readable.open_data.news import open_news
from trangtin.views.machine_readable.open_data.tables import (
    Table,
    award_table,
    disclosure_table,
    document_table,
    promptness_table,
)
from trangtin.views.register import register
from trangtin.views.targets import AddressOf

DataFile = tuple[str, str | bytes]
"""The address of a file, and its content."""
_encoded = json.JSONEncoder(ensure_ascii=False).encode
"""As `json.dumps`, which would make a new encoder for each of tens of thousands of records."""


def data_addresses(portal: Portal, addresses: Addresses) -> Iterator[str]:
    """The addresses of the files that have no target of their own, except QR codes."""
    written = (feed.target for feed in chain(feeds(portal), changes(portal)))
    named = chain(written, (calendar.target for calendar in calendars(portal)), map(targets.schema, SCHEMAS))
    yield from (address for target in named if (address := addresses.of(target)) is not None)
    yield NEWS_SITEMAP


def data_parts(
    portal: Portal, addresses: Addresses, site_url: str, cache: Path
) -> tuple[Callable[[], Iterator[DataFile]], ...]:
    """The files, as (address, content), in parts that can be made in different processes.

    `cache` is the folder of what earlier builds made.
    """
    absolute = full_addresses(addresses, site_url)

    def relative(target: str) -> str:
        """The full address where the portal knows its own, else the path from its root."""
        return absolute(target) if site_url else absolute(target).removeprefix("/")

    def addressed(make: Callable[[], Iterator[DataFile]]) -> Iterator[DataFile]:
        return ((addresses.sure(target), data) for target, data in make())

    host = host_of(site_url)
    named: tuple[Callable[[], Iterator[DataFile]], ...] = (
        partial(_open_data, portal, relative),
        partial(_feeds, portal, absolute, host),
        partial(_calendars, portal, absolute, host, cache),
        *((partial(_qr_codes, portal, absolute, cache),) if site_url else ()),  # a telephone wants the full address
    )
    parts = tuple(partial(addressed, make) for make in named)
    # Crawlers want full addresses.
    return (*parts, partial(_news_sitemap, portal, absolute)) if site_url else parts


def _open_data(portal: Portal, address: AddressOf) -> Iterator[DataFile]:
    """The files of open data, as (target, content)."""
    documents = open_documents(portal, address)
    yield targets.OPEN_DOCUMENTS, _by_record(documents)
    yield targets.DOCUMENT_TABLE, _csv(document_table(documents["documents"]))
    del documents  # they are many
    awards = open_awards(portal, address)
    yield targets.OPEN_AWARDS, _by_record(awards)
    yield targets.AWARD_TABLE, _csv(award_table(awards["awards"]))
    yield targets.OPEN_CAMPAIGNS, _by_record(open_campaigns(portal, address))
    yield targets.OPEN_NEWS, _by_record(open_news(portal, address))
    yield targets.OPEN_ASSIGNMENTS, _by_record(open_assignments(portal, address))
    yield targets.PROMPTNESS_TABLE, _csv(promptness_table(portal))
    yield targets.DISCLOSURE_TABLE, _csv(disclosure_table(portal, address))
    yield targets.CATALOGUE, _by_record(catalogue(portal, address))
    for name, schema in schemas().items():
        yield targets.schema(name), _json(schema, indent=1)
    yield targets.REGISTER, _json(register(portal), separators=(",", ":"))


def _feeds(portal: Portal, address: AddressOf, host: str) -> Iterator[DataFile]:
    written: dict[str, bytes] = {}
    for feed in feeds(portal):
        yield feed.target, atom(feed, address, host, written)
    for feed in changes(portal):
        yield feed.target, atom(feed, address, host, {})


def _calendars(portal: Portal, address: AddressOf, host: str, cache: Path) -> Iterator[DataFile]:
    shown = tuple(calendars(portal))
    written = kept_events((event for calendar in shown for event in calendar.events), address, host, cache)
    for calendar in shown:
        yield calendar.target, icalendar(calendar, address, written)


def _qr_codes(portal: Portal, address: AddressOf, cache: Path) -> Iterator[DataFile]:
    pages = [campaign.path for campaign in portal.campaigns if not campaign.head.is_withdrawn]
    codes = qr_codes(map(address, pages), cache)
    for page in pages:
        yield targets.qr_code(page), codes[address(page)]


def _news_sitemap(portal: Portal, address: AddressOf) -> Iterator[DataFile]:
    """The site map of news, as (address, content), if there are news."""
    if mapped := tuple(news_map(portal)):
        yield NEWS_SITEMAP, news_sitemap(mapped, portal.settings.unit.name, address)


def script_data(value: object) -> str:
    """JSON as it may stand in a `script` of a page: no text can end the element, none is read as markup."""
    text = _json(value, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _by_record(value: Mapping[str, Any]) -> str:
    """JSON with one record on each line: a comparison of two days shows what changed, and it is quick to write."""
    parts = []
    for name, part in value.items():
        many = isinstance(part, list) and part and isinstance(part[0], dict)
        text = "[\n" + ",\n".join(map(_encoded, part)) + "\n]" if many else _encoded(part)
        parts.append(f"{_encoded(name)}: {text}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _json(value: object, **layout: Any) -> str:
    return json.dumps(value, ensure_ascii=False, **layout)


def _csv(table: Table) -> bytes:
    """After RFC 4180; the mark at the start tells Excel that it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.headings)
    writer.writerows(table.rows)
    return text.getvalue().encode("utf-8-sig")
