"""A report on a campaign as a paper, and the front matter under which it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trangtin.content.abbreviated import spelt_out
from trangtin.content.document import Basis, Signer
from trangtin.content.text import fold, small
from trangtin.content.values.dates import printed_day
from trangtin.content.values.vocabulary import Level
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.references import number_key
from trangtin.portal.relations import ABOUT_ANOTHER, ResolvedBasis
from trangtin.reporting.paper import Paper
from trangtin.reporting.scope import Scope
from trangtin.reporting.sections import parts_of
from trangtin.reporting.wording import cited_basis, cited_document

_CODE = "BC"
_CALLED_CAMPAIGN = ("phong trao", "thi dua", "dot ")
_GOVERNS = ("uy ban nhan dan", "hoi dong nhan dan")
"""Begins the name of a people's committee or council: their papers print no body above their own."""


def compose(scope: Scope) -> Paper:
    """The draft: who reports, what the portal knows, and gaps for a person to fill."""
    unit = scope.portal.settings.unit
    plan = _launching(scope)
    kind = _kind(scope)
    return Paper(
        parent=(plan.head.parent if plan else None) or (None if _governs(unit.name) else unit.parent),
        issuer=unit.name,
        symbol=f"{_CODE}-{unit.symbol}" if unit.symbol else _CODE,
        place=plan.head.place if plan else None,
        year=scope.portal.today.year,
        kind="Báo cáo",
        title=f"{kind} {_campaign_name(scope.campaign.head.title)}",
        bases=tuple(_cited(scope)),
        lead=_lead(scope),
        parts=parts_of(scope),
        closing=f"Trên đây là báo cáo {kind.lower()} phong trào thi đua của {unit.name}./.",
        recipients=plan.head.recipients if plan else (),
        signer=plan.head.signer if plan else None,
    )


def front_matter(scope: Scope, paper: Paper, *, is_elsewhere: bool) -> Mapping[str, object]:
    """The head of the file. `is_elsewhere`: it will not lie in the campaign's folder, so it says where it belongs."""
    head: dict[str, object | None] = {
        "type": _CODE,
        "place": paper.place,
        "issuer": paper.issuer,
        "parent": paper.parent,
        "title": paper.title,
        "level": Level.UNIT.value,
        "signer": _signer(paper.signer) if paper.signer else None,
        "basis": [_basis(scope, each) for each in _bases(scope)],
        "implements": [document.path for document in _issued_by_then(scope)],
        "recipients": list(paper.recipients),
        "campaign": scope.campaign.slug if is_elsewhere else None,
        "review": list(_to_review(paper)),
    }
    known = {key: value for key, value in head.items() if value}
    return {**known, "number": None, "date": None}


def _governs(name: str) -> bool:
    return fold(spelt_out(name)).startswith(_GOVERNS)


def _signer(signer: Signer) -> Mapping[str, object]:
    authority = {"authority": str(signer.authority)} if signer.authority else {}
    return {**authority, "position": signer.position, "name": signer.name}


def _basis(scope: Scope, resolved: ResolvedBasis) -> Mapping[str, object]:
    """A basis as an editor would type it; for a document of the portal, by its own head rather than the citation."""
    cited = resolved.basis
    found = scope.portal.document_at.get(resolved.target or "")
    kind = cited.type and (cited.type.code or cited.type.name)
    values = {
        "type": kind,
        "number": str(found.head.number) if found and found.head.number else cited.number,
        "date": found.head.date if found else cited.date,
        "issuer": found.issuer if found else cited.issuer,
        "title": found.head.title if found else cited.title,
        "url": cited.url,
    }
    return {key: value for key, value in values.items() if value}


def _kind(scope: Scope) -> str:
    return "Tổng kết" if scope.is_final else "Sơ kết"


def _campaign_name(title: str) -> str:
    """The campaign's name within a sentence: `phong trào thi đua …`; a title that is a name goes in quotes."""
    folded = fold(title)
    if not folded.startswith(_CALLED_CAMPAIGN):
        return f"phong trào “{title}”"
    name = small(title)
    return f"phong trào {name}" if folded.startswith("thi dua") else name


def _lead(scope: Scope) -> str:
    head = scope.campaign.head
    days = f"từ ngày {printed_day(head.start)} đến ngày {printed_day(head.end)}"
    lead = f"; đơn vị thường trực: {scope.unit_name(head.lead)}" if head.lead else ""
    slogan = f"; khẩu hiệu, chủ đề: “{head.slogan}”" if head.slogan else ""
    period = ""
    if scope.first or scope.last:
        first, last = scope.first or head.start, scope.last or scope.portal.today
        period = f"; kỳ báo cáo từ ngày {printed_day(first)} đến ngày {printed_day(last)}"
    today = printed_day(scope.portal.today)
    return (
        f"{scope.portal.settings.unit.name} báo cáo {_kind(scope).lower()} phong trào (thời gian {days}{lead}{slogan}"
        f"{period}; số liệu tính đến ngày {today}) như sau:"
    )


def _directing(scope: Scope) -> tuple[LinkedDocument, ...]:
    """The unit's own plans and directives for the campaign that still stand."""
    own = next((documents for level, documents in scope.campaign.chain() if level is Level.UNIT), ())
    return tuple(
        document
        for document in own
        if document.is_own
        and not document.head.is_withdrawn
        and not document.validity.is_superseded
        and not any(kind.of(document.head) for kind in ABOUT_ANOTHER)
    )


def _launching(scope: Scope) -> LinkedDocument | None:
    """The first of them that somebody signed, from which place, recipients and signer are taken."""
    directing = _directing(scope)
    return next((document for document in directing if document.head.signer), next(iter(directing), None))


def _issued_by_then(scope: Scope) -> list[LinkedDocument]:
    """The unit's plans and directives issued before the days reported on ended: the report carries out no later one."""
    return [d for d in _directing(scope) if not (scope.last and d.head.date and d.head.date > scope.last)]


def _bases(scope: Scope) -> Iterator[ResolvedBasis]:
    """What the report rests on, each once: earlier plans of the unit, and the bases of its plans.

    A document that the report lists is not a basis as well.
    """
    cited: set[object] = {document.path for document in scope.documents}
    earlier = _issued_by_then(scope)
    own = (ResolvedBasis(Basis(title=document.head.title), document.path) for document in earlier)
    for resolved in (*own, *(basis for document in earlier for basis in document.bases)):
        key = resolved.target or _identity(resolved.basis)
        if key not in cited:
            cited.add(key)
            yield resolved


def _identity(basis: Basis) -> object:
    return number_key(basis.number) if basis.number else fold(basis.title or "")


def _cited(scope: Scope) -> Iterator[str]:
    texts = [_citation(scope, each) for each in _bases(scope)]
    for place, text in enumerate(texts, start=1):
        yield f"Căn cứ {text}{'.' if place == len(texts) else ';'}"


def _citation(scope: Scope, resolved: ResolvedBasis) -> str:
    found = scope.portal.document_at.get(resolved.target or "")
    return cited_document(found.head, found.issuer) if found else cited_basis(resolved.basis)


def _to_review(paper: Paper) -> Iterator[str]:
    yield "Ghi số và ngày ban hành (number, date) khi báo cáo được ký"
    yield "Đối chiếu căn cứ, nơi nhận, người ký: đang chép theo kế hoạch phát động"
    yield "Viết tóm tắt (summary) cho trang tin"
    for what in dict.fromkeys(point.what for point in paper.open_points()):
        yield f"Viết: {what}"
