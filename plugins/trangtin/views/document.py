"""The page of one document: the facts of Nghị định 30/2020/NĐ-CP, its files, what bears on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from trangtin.content.abbreviated import issuer_key
from trangtin.content.document import Document, Signer
from trangtin.content.printed.state import PARTY, STATE
from trangtin.content.values.dates import day_in_words, day_text
from trangtin.content.values.number import NumberKind
from trangtin.portal.linked_document import LinkedDocument, typed_number
from trangtin.portal.model import Portal
from trangtin.portal.relations import RelationKind, ResolvedBasis
from trangtin.portal.validity import Validity
from trangtin.views import targets
from trangtin.views.legal_state import state_notices
from trangtin.views.library import areas_of
from trangtin.views.page import PageView, described, head_notices, home_link, modified
from trangtin.views.parts.assignment_rows import AssignmentRow, assignment_rows, shown_links
from trangtin.views.parts.award_rows import AwardRow, award_rows
from trangtin.views.parts.file_card import FileCard, file_card
from trangtin.views.parts.link import Fact, Link, Tag, fact, facts, section_link
from trangtin.views.parts.rows import campaign_link, document_link, library_link
from trangtin.views.parts.tags import WITHDRAWN, validity_tag

_BETWEEN_TITLES = re.compile(r"\s*(?:(?<!\b[TK])/|/(?![MTL]\b))\s*")
_NO_LONGER = frozenset({Validity.EXPIRED, Validity.REPLACED, Validity.RECALLED})


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under one heading."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The signature as printed, line by line."""

    titles: tuple[str, ...]
    """`KT. HIỆU TRƯỞNG`, then the signer's own where somebody signs for the head."""
    name: str


@dataclass(frozen=True, kw_only=True)
class DocumentView(PageView):
    """Everything on a document's page but its text, which is the page's content."""

    name: str
    """`Kế hoạch số 12/KH-TCT`."""
    kicker: str
    """Its name, day and issuer in one line."""
    kind: str
    number: str | None
    issuer: str
    parent: str | None
    """The body above the issuer, where the paper names it."""
    motto: tuple[str, ...]
    """Right column of the printed head: the state's name and motto, or the Party's name."""
    place_and_day: str | None
    """`Mẫu, ngày 20 tháng 4 năm 2021`, as the printed head has it."""
    validity: Tag | None
    facts: tuple[Fact, ...]
    files: tuple[FileCard, ...]
    reading_note: str | None
    """How the text on the page relates to the files; None where there are no files."""
    bases: tuple[Link, ...]
    relations: tuple[LinkGroup, ...]
    tasks: tuple[AssignmentRow, ...]
    awards: tuple[AwardRow, ...]
    recipients: tuple[str, ...]
    signature: SignatureBlock | None
    cosignatures: tuple[SignatureBlock, ...]
    """Signatures beside the first, on a paper of several bodies."""
    citation: str
    """How other papers refer to it: `Kế hoạch số 12/KH-TCT ngày 20/4/2021 của Trường Chính trị tỉnh Mẫu`."""
    warning: str | None
    """Stands over the whole text where it no longer holds: `Đã bị thay thế`."""
    notes: tuple[str, ...]
    """Editor's notes on the printed text."""
    is_external: bool
    """Whether it is a document of another body, copied for reference."""
    template: str = "document.html"


def document_view(document: LinkedDocument, portal: Portal) -> DocumentView:
    """The view of one document."""
    head = document.head
    gone = head.is_withdrawn
    name = typed_number(head)
    return DocumentView(
        title=head.title,
        description=described(head, head.summary, _description(document, name), name),
        crumbs=(
            home_link(),
            section_link(targets.LIBRARY),
            library_link(f"Năm {document.year}", "year", str(document.year)),
        ),
        notices=(*head_notices(head, portal.today), *state_notices(document, portal)),
        modified=modified(head),
        lang=head.lang,
        is_withdrawn=gone,
        name=name,
        kicker=" · ".join((name, *((day_text(head.date),) if head.date else ()), document.issuer)),
        kind=head.type.name,
        number=str(head.number) if head.number else None,
        issuer=document.issuer,
        parent=None if gone else head.parent,
        motto=PARTY if head.number and head.number.kind is NumberKind.PARTY else STATE,
        place_and_day=None if gone else _place_and_day(document),
        validity=WITHDRAWN if gone else validity_tag(document.validity),
        citation=_citation(document, name),
        warning=document.validity.value if document.validity in _NO_LONGER else None,
        facts=_facts(document, portal),
        files=() if gone else tuple(file_card(file, document, name) for file in document.files),
        reading_note=None if gone else _reading_note(document),
        bases=() if gone else tuple(_basis_link(basis, portal) for basis in document.bases),
        relations=tuple(_relations(document, portal)),
        tasks=() if gone else assignment_rows(document.tasks, portal),
        awards=award_rows(document.awards, portal),
        recipients=() if gone else head.recipients,
        signature=None if gone or head.signer is None else signature_block(head.signer),
        cosignatures=() if gone else tuple(map(signature_block, head.cosigners)),
        notes=() if gone else head.notes,
        is_external=head.source is not None,
    )


def _citation(document: LinkedDocument, name: str) -> str:
    """Kind, number, day, issuer (Nghị định 30/2020/NĐ-CP, phụ lục I); days as people write them in running text."""
    day = document.head.date
    when = f" ngày {day.day}/{day.month}/{day.year}" if day else ""
    return f"{name}{when} của {document.issuer}"


def _reading_note(document: LinkedDocument) -> str | None:
    if not document.files:
        message = "Bản trình bày để đọc trên trang; chưa có tệp văn bản kèm theo."
        return message if document.head.source is None else None
    if any(file.facts and file.facts.signatures for file in document.files):
        return "Bản trình bày để đọc trên trang. Bản có giá trị là tệp ký số kèm theo."
    return "Bản trình bày để đọc trên trang; hãy đối chiếu với tệp kèm theo."


def _description(document: LinkedDocument, name: str) -> str:
    day = f", ngày {day_text(document.head.date)}" if document.head.date else ""
    return f"{name} của {document.issuer}{day}: {document.head.title}"


def _place_and_day(document: LinkedDocument) -> str | None:
    day = document.head.date
    if day is None:
        return None
    place = f"{document.head.place}, " if document.head.place else ""
    return f"{place}{day_in_words(day)}"


def _facts(document: LinkedDocument, portal: Portal) -> tuple[Fact, ...]:
    head = document.head
    campaign = portal.campaign_named.get(document.campaign or "")
    signers = () if head.is_withdrawn else (*((head.signer,) if head.signer else ()), *head.cosigners)
    return facts(
        fact("Số, ký hiệu", str(head.number) if head.number else "Chưa có số"),
        fact("Ngày ban hành", head.date),
        fact("Loại văn bản", library_link(head.type.name, "type", head.type.slug)),
        fact("Cơ quan ban hành", library_link(document.issuer, "issuer", document.issued_by.slug)),
        fact("Nay là", _present_name(document, portal)),
        fact("Cấp ban hành", library_link(document.level.label, "level", document.level.value)),
        fact("Người ký", "; ".join(f"{each.name}, {_own_position(each.position)}" for each in signers) or None),
        fact("Có hiệu lực từ", head.effective),
        fact("Hết hiệu lực", head.expires),
        fact("Lĩnh vực", *(library_link(label, "area", value) for value, label in areas_of(document))),
        fact("Thuộc phong trào", campaign_link(campaign) if campaign else None),
        fact("Minh chứng cho việc", *(() if head.is_withdrawn else shown_links(portal, document.path))),
        fact("Ngày nhận", head.received),
        fact("Ngày đăng", head.published),
        fact("Người duyệt đăng", None if head.is_withdrawn else head.approved_by),
        fact("Bản gốc tại", _original(head)),
    )


def _original(head: Document) -> Link | None:
    """Link to where its issuer published it; None for a withdrawn one, which is not to be shown by a detour."""
    return Link(head.source.split("/")[2], head.source) if head.source and not head.is_withdrawn else None


def _present_name(document: LinkedDocument, portal: Portal) -> Link | None:
    """Link to today's sub-unit, where the issuer was one that has another name now, or was merged."""
    unit = portal.unit_named[document.unit] if document.unit else None
    after = portal.unit_named[unit.present] if unit else None
    if after is None or issuer_key(after.name) == issuer_key(document.issuer):
        return None
    return Link(after.name, after.entry.path)


def _relations(document: LinkedDocument, portal: Portal) -> Iterator[LinkGroup]:
    """Every relation from this end, each group once; what cites it last."""
    for kind in RelationKind:
        for is_forward, label in ((True, kind.forward), (False, kind.backward)):
            links = tuple(
                _marked_link(portal, bearing.target) if bearing.target else Link(bearing.text)
                for bearing in document.bearings
                if bearing.kind is kind and bearing.is_forward is is_forward
            )
            if links:
                yield LinkGroup(label, links)
    related = {bearing.target for bearing in document.bearings}
    citing = tuple(document_link(portal, path) for path in document.cited_by if path not in related)
    if citing:
        yield LinkGroup("Là căn cứ của", citing)


def _marked_link(portal: Portal, path: str) -> Link:
    """A link to a document that bears on this one; one that was recalled no longer does, which the link says."""
    link = document_link(portal, path)
    is_off = portal.document_at[path].validity is Validity.RECALLED
    return replace(link, text=f"{link.text} (đã bị thu hồi)") if is_off else link


def _basis_link(resolved: ResolvedBasis, portal: Portal) -> Link:
    """A basis as people cite it; one without a number or without a type is named by its title first."""
    basis = resolved.basis
    if resolved.target is not None:
        return document_link(portal, resolved.target)
    day = f" ngày {day_text(basis.date)}" if basis.date else ""
    cited = f"số {basis.number}{day}" if basis.number else day.strip()
    cited += f" của {basis.issuer}" if basis.issuer else ""
    kind = basis.type_name
    if kind is not None:
        about = f" ({basis.title})" if basis.title else ""
        return Link(f"{kind} {cited}{about}", basis.url)
    if basis.title is None:
        return Link(f"Văn bản {cited}", basis.url)
    return Link(f"{basis.title} ({cited.strip()})" if cited else basis.title, basis.url)


def signature_block(signer: Signer) -> SignatureBlock:
    """The lines of a signature, as Nghị định 30/2020/NĐ-CP, Điều 13 has them.

    Only where a deputy signs for the head, and is named alone, is a line added: what follows PHÓ is the head.
    """
    titles = _titles(signer.position)
    if signer.authority is None:
        return SignatureBlock(titles, signer.name)
    if signer.authority.is_for_head and len(titles) == 1 and titles[0].upper().startswith("PHÓ "):
        titles = (titles[0][4:].strip(), *titles)
    return SignatureBlock((f"{signer.authority.value} {titles[0]}", *titles[1:]), signer.name)


def _own_position(position: str) -> str:
    """The signer's own title: `PHÓ HIỆU TRƯỞNG` of `HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG`."""
    return _titles(position)[-1]


def _titles(position: str) -> tuple[str, ...]:
    """The lines of `ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH`; the stroke in `K/T` (Party papers) ends none."""
    return tuple(part for part in _BETWEEN_TITLES.split(position.strip()) if part) or (position,)
