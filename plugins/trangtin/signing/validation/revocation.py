"""Whether the certificates of a chain were revoked, from lists and answers that are at hand.

Our own few rules instead of a library's switch: a list proves nothing about a certificate that had already run out
when the list was made (authorities drop those), nor about a moment after it went stale; a revocation is believed
whenever the authority signed it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

from trangtin.signing.validation.revocation_answers import read_ocsp
from trangtin.signing.validation.revocation_lists import Status, read_crl
from trangtin.signing.validation.verdict import Revocation

_ERRORS = (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm, KeyError, OverflowError)


@dataclass(frozen=True, slots=True)
class RevocationData:
    """Everything at hand: from the trust folder and from the file itself."""

    crls: tuple[bytes, ...] = ()
    ocsps: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class RevocationFinding:
    """What the data say about a whole chain."""

    revocation: Revocation
    """CHECKED only if every certificate but the root is covered at the moment asked for, or one was revoked by then."""
    as_of: datetime | None = None
    """The oldest date the proof rests on."""
    revoked_on: datetime | None = None
    """The earliest revocation in the chain, even if it came after that moment."""
    is_orderly: bool = False
    """True if all that was revoked was revoked for reasons that leave older signatures good."""
    is_authority: bool = False
    """True if an authority's certificate was revoked, not the signer's own."""


def check_revocation(
    path: tuple[bytes, ...], moment: datetime, data: RevocationData, *, allow_sha1: bool
) -> RevocationFinding:
    """Look at each certificate of `path` (DER, from signer to root) as of `moment`."""
    if len(path) < 2:
        return RevocationFinding(Revocation.UNCHECKED)
    try:
        certificates = [x509.load_der_x509_certificate(der) for der in path]
    except _ERRORS:
        return RevocationFinding(Revocation.UNCHECKED)
    proofs: list[datetime | None] = []
    revoked: list[tuple[datetime, bool]] = []
    orderly = True
    for place, (subject, issuer) in enumerate(pairwise(certificates)):
        statuses = list(_statuses(subject, issuer, data, allow_sha1))
        revoked += [(status.revoked_on, place > 0) for status in statuses if status.revoked_on]
        orderly = orderly and all(status.is_orderly for status in statuses if status.revoked_on)
        proofs.append(max((s.as_of for s in statuses if s.proves_good_at(moment, subject)), default=None))
    dates = [proof for proof in proofs if proof is not None]
    first, is_authority = min(revoked, default=(None, False))
    if len(dates) < len(proofs) and (first is None or first > moment):
        return RevocationFinding(Revocation.UNCHECKED, None, first, orderly, is_authority)
    return RevocationFinding(Revocation.CHECKED, min(dates, default=None), first, orderly, is_authority)


def _statuses(
    subject: x509.Certificate, issuer: x509.Certificate, data: RevocationData, allow_sha1: bool
) -> Iterator[Status]:
    for der in data.crls:
        try:
            status = read_crl(der, subject, issuer, allow_sha1=allow_sha1)
        except _ERRORS:
            continue  # a list that cannot be read proves nothing
        if status is not None:
            yield status
    for der in data.ocsps:
        try:
            yield from read_ocsp(der, subject, issuer)
        except _ERRORS:
            continue
