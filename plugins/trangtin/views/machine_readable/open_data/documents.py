"""Open data: the portal's documents as records for other programs. The format is described in docs/open-data.md.

Names in capitals are those under which offices exchange documents (Nghị định 30/2020/NĐ-CP, Phụ lục VI); names in
small letters are the portal's own, those of the front matter where it has them.
"""

from __future__ import annotations

import posixpath

from typing_extensions import TypedDict

from trangtin.content.values.vocabulary import FileRole
from trangtin.portal.bearings import Bearing
from trangtin.portal.linked_document import LinkedDocument, OfferedFile
from trangtin.portal.model import Portal
from trangtin.portal.validity import Validity
from trangtin.views import targets
from trangtin.views.machine_readable.open_data.dataset import (
    Address,
    DayText,
    Head,
    Named,
    WithdrawalRecord,
    campaign_named,
    head_of,
    iso,
    withdrawal,
)
from trangtin.views.parts.force import force_of
from trangtin.views.targets import AddressOf


class FileRecord(TypedDict):
    """A file to download."""

    url: Address
    name: str
    title: str | None
    role: str
    size: int | None
    pages: int | None
    sha256: str | None


class RelationRecord(TypedDict):
    """Another document's bearing on this one, or this one's on it."""

    kind: str
    is_declared_here: bool
    """True if this document declares it, False if the other does."""
    url: Address | None
    text: str


class DocumentRecord(TypedDict):
    """One document. What is unknown is null; of a withdrawn one content, signer and files are."""

    url: Address
    TypeName: str
    CodeNumber: str | None
    CodeNotation: str | None
    IssuedDate: DayText | None
    OrganName: str
    Subject: str
    Description: str | None
    PageAmount: int | None
    Position: str | None
    FullName: str | None
    number: str | None
    type: str | None
    level: str
    year: int
    areas: list[str]
    campaign: Named | None
    place: str | None
    effective: DayText | None
    expires: DayText | None
    validity: str
    validity_text: str | None
    lang: str
    published: DayText | None
    updated: DayText | None
    source: str | None
    files: list[FileRecord]
    relations: list[RelationRecord]
    withdrawn: WithdrawalRecord | None


class OpenDocuments(Head):
    """The whole of `van-ban.json`."""

    documents: list[DocumentRecord]


def open_documents(portal: Portal, address: AddressOf) -> OpenDocuments:
    """All public documents, newest first. What is a draft or under review is not in the portal's model at all."""
    records = [document_record(document, portal, address) for document in portal.documents]
    return {**head_of(portal, targets.LIBRARY, len(records), address), "documents": records}


def document_record(document: LinkedDocument, portal: Portal, address: AddressOf) -> DocumentRecord:
    """The record of one document."""
    head = document.head
    gone = head.withdrawn
    signer = None if gone else head.signer
    files = () if gone else document.files
    number = head.number
    return {
        "url": address(document.path),
        "TypeName": head.type.name,
        # As printed, with its leading zero and letter (`05`, `12a`); the notation is all that follows.
        "CodeNumber": number.text.removesuffix(number.symbol).rstrip("/-") if number else None,
        "CodeNotation": number.symbol if number else None,
        "IssuedDate": iso(head.date),
        "OrganName": document.issuer,
        "Subject": head.title,
        "Description": None if gone else head.summary,
        "PageAmount": _pages(files),
        "Position": signer.position if signer else None,
        "FullName": signer.name if signer else None,
        "number": str(number) if number else None,
        "type": head.type.code,
        "level": document.level.value,
        "year": document.year,
        "areas": [] if gone else list(head.areas),
        "campaign": campaign_named(portal, document.campaign),
        "place": None if gone else head.place,
        "effective": iso(head.effective),
        "expires": iso(head.expires),
        "validity": force_of(document).value,
        "validity_text": None if gone or document.validity is Validity.NOT_APPLICABLE else document.validity.value,
        "lang": head.lang,
        "published": iso(head.published),
        "updated": iso(head.updated),
        "source": None if gone else head.source,
        "files": [_file(file, address) for file in files],
        "relations": [] if gone else [_relation(bearing, portal, address) for bearing in document.bearings],
        "withdrawn": withdrawal(head),
    }


def _pages(files: tuple[OfferedFile, ...]) -> int | None:
    """Pages of the document itself: of its signed copy, else of its full text."""
    for role in (FileRole.SIGNED, FileRole.FULL_TEXT):
        for file in files:
            if file.declared.role is role and file.facts is not None and file.facts.pages:
                return file.facts.pages
    return None


def _file(file: OfferedFile, address: AddressOf) -> FileRecord:
    facts = file.facts
    return {
        "url": address(targets.file_target(file.path)),
        "name": posixpath.basename(file.path),
        "title": file.declared.title,
        "role": file.declared.role.value,
        "size": facts.published_size if facts else None,
        "pages": facts.pages or None if facts else None,
        "sha256": facts.published_sha256 if facts else None,
    }


def _relation(bearing: Bearing, portal: Portal, address: AddressOf) -> RelationRecord:
    other = portal.document_at.get(bearing.target or "")
    named = str(other.head.number) if other is not None and other.head.number else None
    return {
        "kind": bearing.kind.key,
        "is_declared_here": bearing.is_forward,
        "url": address(bearing.target) if bearing.target else None,
        "text": named or (portal.titles[other.path] if other is not None else bearing.text),
    }
