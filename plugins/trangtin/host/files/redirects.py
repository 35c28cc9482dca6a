"""Old addresses: pages that send a reader on to where the content is now."""

from __future__ import annotations

import html
import posixpath
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from trangtin.content.entry import Entry, KeyPath
from trangtin.content.page import PageHead
from trangtin.host.addresses import Addresses, clean_name, clean_names, destination, document_address, list_address
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.model import Portal
from trangtin.portal.slugs import plain_slug
from trangtin.views import targets
from trangtin.views.same_number import by_number


@dataclass(frozen=True, slots=True)
class OldAddress:
    """An address that once led to something."""

    path: str
    """The file that declares it."""
    line: int
    typed: str
    """As the editor wrote it."""
    destination: str
    """The file that is written there, which sends the reader on."""
    to: str
    """The address where the content is now."""


def old_addresses(portal: Portal, addresses: Addresses) -> Iterator[OldAddress]:
    """Every old address that an editor declared and a file answers: `redirect_from`, names of replaced files."""
    for entry in _entries(portal):
        address = addresses.of(entry.path)
        for index, typed in enumerate(entry.head.redirect_from):
            if address is not None and "?" not in typed:
                yield _old(entry, ("redirect_from", index), typed, _file_behind(typed), address)
    for document in portal.documents:
        yield from _former_files(portal, document, addresses)


def asked_addresses(portal: Portal, addresses: Addresses) -> Iterator[tuple[str, str, str]]:
    """Those with a query, which no file answers: path from the site's root, query, and where the content is now."""
    for entry in _entries(portal):
        address = addresses.of(entry.path)
        for typed in entry.head.redirect_from:
            path, asked, query = typed.partition("?")
            if asked and address is not None:
                yield unquote(path).removeprefix("/"), query, address


def kept_addresses(portal: Portal, addresses: Addresses) -> Iterator[OldAddress]:
    """Old addresses that nobody has to declare: those by number, and those a document had before a namesake came."""
    yield from _number_addresses(portal, addresses)
    yield from _shared_addresses(portal, addresses)
    for document in portal.documents:
        yield from _files_elsewhere(portal, document, addresses)


def _number_addresses(portal: Portal, addresses: Addresses) -> Iterator[OldAddress]:
    """`/so/959-kh-ubnd-2021/` for each document whose number and year are its alone; others share a page there."""
    for name, documents in by_number(portal).items():
        if len(documents) == 1:
            place, path = list_address(targets.same_number(name)), documents[0].path
            yield _of_itself(documents[0], place, place, addresses.of(path) or "")


def _shared_addresses(portal: Portal, addresses: Addresses) -> Iterator[OldAddress]:
    """Where a document stood until another of the same name came and both got longer addresses.

    Nobody knows any more which of them was first, so readers choose on a page there; files of one name likewise.
    """
    sharing: dict[tuple[int, str], list[LinkedDocument]] = defaultdict(list)
    for document in portal.documents:
        if document.slug != (name := plain_slug(document.entry)):
            sharing[document.year, name].append(document)
    numbers = by_number(portal)
    for (year, name), documents in sharing.items():
        place, first = document_address(year, name), documents[0]
        choice = addresses.of(first.path) or ""
        if len(documents) > 1:
            has_page = len(numbers.get(f"{name}-{year}", ())) > 1
            of_year = targets.filtered(targets.LIBRARY, "year", str(year))
            choice = list_address(targets.same_number(f"{name}-{year}") if has_page else of_year)
        yield _of_itself(first, place, place, choice)
        files: dict[str, str] = {}
        for document in documents:
            for file, address in _files_beside(document, addresses):
                files[file] = choice if file in files else address
        for file, address in files.items():
            yield _of_itself(first, place + file, f"{place}{file}/", address)


def _files_beside(document: LinkedDocument, addresses: Addresses) -> Iterator[tuple[str, str]]:
    """The names and addresses of the files that lie beside the page of a document."""
    page = addresses.of(document.path) or ""
    for file in document.files:
        address = addresses.of(targets.file_target(file.path)) or ""
        if page and posixpath.dirname(address) == page.rstrip("/"):
            yield posixpath.basename(address), address


def _files_elsewhere(portal: Portal, document: LinkedDocument, addresses: Addresses) -> Iterator[OldAddress]:
    """Files that may once have lain beside its page: those of a withdrawn one, those that another offers now."""
    page = addresses.of(document.path) or ""
    gone = _paths(portal, document) if document.head.is_withdrawn else ()
    for path, name in clean_names(gone or (file.path for file in document.files)):
        now = addresses.of(targets.file_target(path))
        is_elsewhere = now is not None and posixpath.dirname(now) != page.rstrip("/")
        if is_elsewhere or (gone and now is None):
            yield _of_itself(document, path, f"{page}{name}/", page if gone else now or page)


def _paths(portal: Portal, document: LinkedDocument) -> Sequence[str]:
    """The repository path of each file that a document declares, also where it is offered no more."""
    return [portal.layout.resolve(document.path, file.path) or file.path for file in document.entry.head.files]


def _former_files(portal: Portal, document: LinkedDocument, addresses: Addresses) -> Iterator[OldAddress]:
    """A page cannot stand where a PDF stood, but `12-kh.pdf/index.html` can: servers lead `12-kh.pdf` there."""
    page = addresses.of(document.path) or ""
    declared = zip(document.entry.head.files, _paths(portal, document), strict=True)
    for index, (file, path) in enumerate(declared):
        for place, former in enumerate(file.former):
            to = addresses.of(targets.file_target(path)) or page
            if former.name is not None:
                where = page + "".join(clean_name(former.name))
                key = ("files", index, "former", place, "name")
                if where != to:
                    yield _old(document.entry, key, former.name, f"{where}/index.html", to)


def _of_itself(document: LinkedDocument, typed: str, place: str, to: str) -> OldAddress:
    """An old address that no editor declared."""
    return OldAddress(document.path, 1, typed, destination(place), to)


def _old(entry: Entry[PageHead], key: KeyPath, typed: str, file: str, to: str) -> OldAddress:
    return OldAddress(entry.path, entry.line(*key), typed, file, to)


def _entries(portal: Portal) -> Iterator[Entry[PageHead]]:
    yield from portal.written
    yield from (each.entry for each in portal.translations if each.entry)


def _file_behind(address: str) -> str:
    """The file behind an old address (`/tin/1.html`, `tin/1/`, `tin%20cu/`)."""
    place = unquote(address.strip()).removeprefix("/")
    return place if place.endswith((".html", ".htm")) else destination(place.rstrip("/") + "/")


def redirect_page(old: OldAddress, site_url: str) -> str:
    """The page at an old address; `site_url` without its last `/`."""
    relative = "../" * old.destination.count("/") + old.to
    to, full = html.escape(relative or "./"), html.escape(f"{site_url}/{old.to}")
    return (
        f'<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>Trang đã chuyển</title>\n'
        f'<meta http-equiv="refresh" content="0; url={to}">\n<meta name="robots" content="noindex">\n'
        f'<link rel="canonical" href="{full}">\n</head>\n<body>\n<main><h1>Trang đã chuyển</h1>'
        f'<p>Nội dung này nay ở <a href="{to}">địa chỉ mới</a>.</p></main>\n</body>\n</html>\n'
    )
