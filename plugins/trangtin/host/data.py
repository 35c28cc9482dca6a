"""The files of a portal that programs read: feeds, calendars, open data."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from trangtin.host.addresses import Addresses, full_addresses
from trangtin.host.atom import atom, host_of
from trangtin.host.icalendar_file import icalendar
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.calendar import CalendarEvent, calendars
from trangtin.views.catalogue import catalogue, schemas
from trangtin.views.changes import changes
from trangtin.views.feed import feeds
from trangtin.views.open_assignments import open_assignments
from trangtin.views.open_awards import open_awards
from trangtin.views.open_campaigns import open_campaigns
from trangtin.views.open_data import open_documents
from trangtin.views.open_news import open_news
from trangtin.views.register import register
from trangtin.views.tables import TABLES, Table

_OPEN_DATA = {
    targets.OPEN_DOCUMENTS: open_documents,
    targets.OPEN_CAMPAIGNS: open_campaigns,
    targets.OPEN_NEWS: open_news,
    targets.OPEN_ASSIGNMENTS: open_assignments,
    targets.OPEN_AWARDS: open_awards,
    targets.CATALOGUE: catalogue,
}


def data_files(portal: Portal, addresses: Addresses, site_url: str) -> Iterator[tuple[str, str | bytes]]:
    """Each file as (address, content)."""
    base = f"{site_url.rstrip('/')}/" if site_url else ""

    def path_of(target: str) -> str:
        address = addresses.of(target)
        assert address is not None, target
        return address

    def relative(target: str) -> str:
        """Full where the portal knows its own address, else from its root."""
        return base + quote(path_of(target))

    absolute = full_addresses(addresses, site_url)
    for target, records in _OPEN_DATA.items():
        yield path_of(target), _json(records(portal, relative), indent=1)
    for target, table in TABLES.items():
        yield path_of(target), _csv(table(portal, relative))
    for name, schema in schemas().items():
        yield path_of(targets.schema(name)), _json(schema, indent=1)
    yield path_of(targets.REGISTER), _json(register(portal), separators=(",", ":"))
    host = host_of(site_url)
    for feed in feeds(portal):
        yield path_of(feed.target), atom(feed, absolute, host)
    yield path_of(targets.CHANGES), atom(changes(portal), absolute, host)
    known: dict[CalendarEvent, bytes] = {}
    for calendar in calendars(portal):
        yield path_of(calendar.target), icalendar(calendar, absolute, host, known)


def script_data(value: object) -> str:
    """JSON as it may stand in a `script` of a page: no text can end the element, none is read as markup."""
    text = _json(value, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _json(value: object, **layout: Any) -> str:
    return json.dumps(value, ensure_ascii=False, **layout)


def _csv(table: Table) -> bytes:
    """After RFC 4180; the mark at the start tells Excel that it is UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(table.headings)
    writer.writerows(table.rows)
    return text.getvalue().encode("utf-8-sig")
