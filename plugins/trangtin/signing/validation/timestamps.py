"""Timestamp tokens (RFC 3161): who says when, and whether to believe it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from asn1crypto import cms, core, tsp, x509
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter

from trangtin.signing.validation.chain import Chain, find_chain
from trangtin.signing.validation.cms import (
    BROKEN_HASHES,
    CMS_ERRORS,
    DigestOf,
    SignedMessage,
    check_signed_data,
    digester,
    digests_of,
)
from trangtin.signing.validation.revocation import RevocationData, RevocationFinding, check_revocation
from trangtin.signing.validation.trust import TrustStore
from trangtin.signing.validation.verdict import Identity, Integrity, Revocation


@dataclass(frozen=True, slots=True)
class Timestamp:
    """One token, checked."""

    message: SignedMessage
    """The token's own signature, with its imprint of the stamped bytes taken into account."""
    time: datetime
    """The time in the token, aware, UTC."""
    chain: Chain
    """Whether its authority is known."""
    revocation: RevocationFinding
    """Whether its authority's certificate was still good."""
    sha1: tuple[str, ...]
    """Where it uses SHA-1."""

    @property
    def is_trusted(self) -> bool:
        """True if the time may be presented as the authority's and not just as the signer's claim.

        Whoever has an authority's stolen key writes any time with it, also one before the theft.
        """
        revoked = self.revocation.revoked_on
        return (
            self.message.integrity is Integrity.INTACT
            and self.chain.identity is Identity.TRUSTED
            and (revoked is None or (revoked > self.time and self.revocation.is_orderly))
        )

    @property
    def is_proven(self) -> bool:
        """True if nothing about it is left unchecked."""
        return self.is_trusted and self.revocation.revocation is Revocation.CHECKED


def check_token(
    token: cms.SignedData,
    digest_of: DigestOf,
    others: Iterable[x509.Certificate],
    data: RevocationData,
    trust: TrustStore,
) -> Timestamp:
    """Check a token over bytes with a known digest. Raises one of CMS_ERRORS where it cannot be read."""
    content = token["encap_content_info"]["content"]
    info = content.parsed if isinstance(content, core.ParsableOctetString) else None
    if not isinstance(info, tsp.TSTInfo):
        raise ValueError("no timestamp in the token")
    imprint = info["message_imprint"]
    algorithm = imprint["hash_algorithm"]["algorithm"].native
    message = check_signed_data(token, digester([bytes(content)]), "tst_info", known=trust.certificates)
    if message.integrity is Integrity.INTACT and digest_of(algorithm) != imprint["hashed_message"].native:
        message = replace(message, integrity=Integrity.BROKEN, reason="dấu thời gian đóng cho nội dung khác")
    time = info["gen_time"].native
    if time.tzinfo is None:
        raise ValueError("a time without its zone")
    chain = find_chain(message.certificate, [*message.others, *others], time, trust, for_timestamps=True)
    signed_with = digests_of(message.signer_info)
    if weak := _too_weak((algorithm, *signed_with)):
        reason = f"dùng {weak}, thuật toán không còn chứng minh được gì"
        chain = replace(chain, identity=Identity.UNKNOWN, reason=reason)
    path = tuple(each.dump() for each in chain.path)
    revocation = check_revocation(path, time, data, allow_sha1=trust.allow_sha1)
    return Timestamp(message, time, chain, revocation, (*_sha1(algorithm, signed_with), *chain.sha1))


def best_timestamp(
    signer_info: cms.SignerInfo, others: Iterable[x509.Certificate], data: RevocationData, trust: TrustStore
) -> tuple[Timestamp | None, bool]:
    """The earliest trustworthy token, else any; and whether one of them is damaged."""
    found: list[Timestamp] = []
    damaged = False
    known = tuple(others)
    for token in extract_tst_data_iter(signer_info, signed=False):
        if not token["certificates"].native:
            continue  # allowed by RFC 3161, and without the authority's certificate nothing can be said
        try:
            found.append(check_token(token, digester([signer_info["signature"].native]), known, data, trust))
        except CMS_ERRORS:
            damaged = True
    damaged |= any(each.message.integrity is not Integrity.INTACT for each in found)
    found.sort(key=lambda each: (not each.is_trusted, each.time))
    return (found[0] if found else None), damaged


def _too_weak(used: Iterable[str]) -> str:
    """What is weaker than SHA-1, which still dates a file though it proves no document."""
    return next((BROKEN_HASHES[each] for each in used if each in BROKEN_HASHES and each != "sha1"), "")


def _sha1(imprint: str, signed_with: Iterable[str]) -> Iterator[str]:
    if imprint == "sha1":
        yield "dấu thời gian ghi nội dung bằng SHA-1"
    if "sha1" in signed_with:
        yield "dấu thời gian ký bằng SHA-1"
