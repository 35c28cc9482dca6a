"""From a checked CMS signature to what may be said of it: who signed, when, and on whose word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypedDict

from asn1crypto import cms, core, x509

from trangtin.signing.validation.chain import Chain, find_chain
from trangtin.signing.validation.cms import SignedMessage
from trangtin.signing.validation.names import holder_of, issuer_name
from trangtin.signing.validation.revocation import RevocationData, RevocationFinding, check_revocation
from trangtin.signing.validation.timestamps import Timestamp, best_timestamp
from trangtin.signing.validation.trust import TrustStore
from trangtin.signing.validation.verdict import (
    Identity,
    Integrity,
    Revocation,
    Signature,
    TimeFault,
    TimeSource,
    day_of,
)

_BACKDATED = "ai có khóa ấy cũng ghi lùi giờ được"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is at hand for judging certificates."""

    trust: TrustStore
    """The portal's folder."""
    certificates: tuple[x509.Certificate, ...] = ()
    """Further certificates found in the file."""
    data: RevocationData = field(default_factory=RevocationData)
    """Revocation data found in the file; the folder's own are added."""

    @property
    def revocation(self) -> RevocationData:
        """Revocation data of the file and of the folder together."""
        return RevocationData((*self.trust.crls, *self.data.crls), self.data.ocsps)

    def with_message(self, signed: cms.SignedData, signer_info: cms.SignerInfo) -> Evidence:
        """The evidence extended by the revocation data inside one signature."""
        crls, ocsps = _embedded(signed, signer_info)
        data = RevocationData((*self.data.crls, *crls), (*self.data.ocsps, *ocsps))
        return replace(self, data=data)


def judge(
    message: SignedMessage, evidence: Evidence, *, claimed: datetime | None = None, covering: Iterable[Timestamp] = ()
) -> Signature:
    """Say who signed and when.

    `claimed` is a time written outside the signature, used where the signature has none; `covering` are trusted
    document timestamps made over it, which say by when it existed.
    """
    known = (*message.others, *evidence.certificates)
    stamp, damaged = best_timestamp(message.signer_info, known, evidence.revocation, evidence.trust)
    if damaged and message.integrity is Integrity.INTACT:
        message = replace(message, integrity=Integrity.BROKEN, reason="dấu thời gian trong chữ ký không khớp")
    believed = [each for each in (stamp, *covering) if each is not None and each.is_trusted]
    proof = min(believed, key=lambda each: each.time, default=None)
    claim = message.claimed_time or claimed or (stamp.time if stamp else None)
    time = proof.time if proof else _aware(claim)
    # Without any time: whether there was a way to a root at all, and whether the certificate was revoked while it ran.
    begins, ends = message.certificate.not_valid_before, message.certificate.not_valid_after
    chain = find_chain(message.certificate, known, time or begins, evidence.trust)
    path = tuple(each.dump() for each in chain.path)
    finding = check_revocation(path, time or ends, evidence.revocation, allow_sha1=evidence.trust.allow_sha1)
    dated = proof or stamp
    sha1 = (*chain.sha1, *dated.sha1) if dated else chain.sha1
    signature = _told(message, _identified(chain, finding, time, proof), finding)
    return replace(
        signature,
        **_doubt(stamp if stamp and not proof else None),
        time=time,
        time_source=None if time is None else TimeSource.TIMESTAMP if proof else TimeSource.CLAIMED,
        time_proven=proof is not None and proof.is_proven,
        sha1=tuple(dict.fromkeys(sha1)),
    )


class _Doubt(TypedDict):
    time_fault: TimeFault | None
    time_reason: str


def _doubt(stamp: Timestamp | None) -> _Doubt:
    """Why a timestamp that is there is not believed."""
    if stamp is None:
        return _Doubt(time_fault=None, time_reason="")
    fault, why = TimeFault.UNKNOWN, stamp.chain.reason or "không khớp"
    if stamp.chain.identity is Identity.TRUSTED and (revoked := stamp.revocation.revoked_on):
        fault, why = TimeFault.REVOKED, f"{TimeFault.REVOKED.label} từ ngày {day_of(revoked)}"
        why += f", {_BACKDATED}" if revoked > stamp.time else ""
    return _Doubt(time_fault=fault, time_reason=f"có dấu thời gian nhưng chưa tin được: {why}")


def judge_timestamp(stamp: Timestamp) -> Signature:
    """Judge a document timestamp, which is its own proof of time."""
    proof = stamp if stamp.is_trusted else None
    identified = _identified(stamp.chain, stamp.revocation, stamp.time, proof, is_clock=True)
    signature = _told(stamp.message, identified, stamp.revocation)
    source = TimeSource.TIMESTAMP if stamp.is_trusted else TimeSource.CLAIMED
    return replace(
        signature,
        time=stamp.time,
        time_source=source,
        **_doubt(None if stamp.is_trusted else stamp),
        time_proven=stamp.is_proven,
        sha1=stamp.sha1,
        is_timestamp=True,
    )


def _told(message: SignedMessage, identified: tuple[Identity, str], finding: RevocationFinding) -> Signature:
    holder = holder_of(message.certificate)
    identity, reason = identified
    return Signature(
        message.integrity,
        message.reason,
        holder.name,
        holder.organisation,
        holder.unit,
        issuer_name(message.certificate),
        identity=identity,
        identity_reason=reason,
        revocation=Revocation.CHECKED if identity is Identity.REVOKED else finding.revocation,
        revocation_as_of=finding.as_of,
        revoked_on=finding.revoked_on,
        authority_revoked=finding.is_authority,
    )


def _identified(
    chain: Chain, finding: RevocationFinding, time: datetime | None, proof: Timestamp | None, *, is_clock: bool = False
) -> tuple[Identity, str]:
    revoked = finding.revoked_on
    if revoked is None or chain.identity is Identity.UNKNOWN:
        return chain.identity, chain.reason
    if time is None:
        unknown = "chữ ký không ghi giờ nên không biết ký trước hay sau ngày ấy"
        return Identity.REVOKED, f"từ ngày {day_of(revoked)}; {unknown}"
    if revoked <= time:
        return Identity.REVOKED, f"từ ngày {day_of(revoked)}, trước khi {'đóng dấu thời gian' if is_clock else 'ký'}"
    if proof is None and is_clock:
        return Identity.REVOKED, f"từ ngày {day_of(revoked)}, {_BACKDATED}"
    if proof is None:
        return Identity.REVOKED, f"từ ngày {day_of(revoked)}, sau giờ ký tự khai, giờ này không có gì xác nhận"
    return chain.identity, chain.reason


def _aware(moment: datetime | None) -> datetime | None:
    """A time without a zone is taken for UTC: seven hours off at worst, but no crash."""
    return moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment


def _embedded(signed: cms.SignedData, signer_info: cms.SignerInfo) -> tuple[list[bytes], list[bytes]]:
    """Revocation data in the message itself: CMS `crls`, and Adobe's signed attribute."""
    crls: list[bytes] = []
    ocsps: list[bytes] = []
    if signed["crls"].native:
        crls += [each.chosen.dump() for each in signed["crls"] if each.name == "certificate_list"]
    attributes = signer_info["signed_attrs"]
    for attribute in attributes if attributes is not core.VOID and attributes.native else ():
        if attribute["type"].native == "adobe_revocation_info_archival":
            for value in attribute["values"]:
                crls += [each.dump() for each in value["crl"]] if value["crl"].native else []
                ocsps += [each.dump() for each in value["ocsp"]] if value["ocsp"].native else []
    return crls, ocsps
