"""Open data: commendations."""

from __future__ import annotations

from typing_extensions import TypedDict

from trangtin.portal.awards import GrantedAward
from trangtin.portal.model import Portal
from trangtin.views import targets
from trangtin.views.machine_readable.open_data.dataset import (
    Address,
    DayText,
    Head,
    Named,
    campaign_named,
    head_of,
    iso,
    unit_named,
)
from trangtin.views.parts.award_rows import name_of, position_of
from trangtin.views.targets import AddressOf


class RevocationRecord(TypedDict):
    """When and by which decision an award was taken back."""

    date: DayText
    by: str | None
    """None while that decision is not published."""


class AwardRecord(TypedDict):
    """One commendation: of a person name, position and sub-unit, nothing more."""

    form: str
    listed_form: str
    """The same without the words that may follow: `Giấy khen` of a `Giấy khen của Hiệu trưởng`."""
    kind: str
    """`tap-the` or `ca-nhan`."""
    kind_text: str
    to: str
    position: str | None
    unit: Named | None
    reason: str | None
    decision: Address
    number: str | None
    date: DayText | None
    issuer: str
    campaign: Named | None
    state: str
    """`con-gia-tri`, `da-thu-hoi` or `da-thay-the`."""
    state_text: str
    revoked: RevocationRecord | None
    """Set where this award was taken back by itself; None too where its whole decision was recalled."""


class OpenAwards(Head):
    """The whole of `khen-thuong.json`."""

    awards: list[AwardRecord]


def open_awards(portal: Portal, address: AddressOf) -> OpenAwards:
    """Every commendation of public decisions, in the order of the register."""
    records = [award_record(granted, portal, address) for granted in portal.awards]
    return {**head_of(portal, targets.AWARDS, len(records), address), "awards": records}


def award_record(granted: GrantedAward, portal: Portal, address: AddressOf) -> AwardRecord:
    """The record of one commendation."""
    award, document = granted.award, portal.document_at[granted.document]
    return {
        "form": award.form,
        "listed_form": granted.form,
        "kind": award.kind.value,
        "kind_text": award.kind.label,
        "to": name_of(granted, portal),
        "position": position_of(granted, portal),
        "unit": unit_named(portal, granted.unit, granted.day),
        "reason": award.reason,
        "decision": address(granted.document),
        "number": str(document.head.number) if document.head.number else None,
        "date": iso(granted.day),
        "issuer": document.issuer,
        "campaign": campaign_named(portal, granted.campaign),
        "state": granted.standing.slug,
        "state_text": granted.standing.label,
        "revoked": {"date": gone.isoformat(), "by": granted.revoking} if (gone := granted.revoked_on) else None,
    }
