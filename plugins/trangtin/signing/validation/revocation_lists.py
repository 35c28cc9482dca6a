"""What one revocation list says about one certificate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import ReasonFlags
from cryptography.x509.oid import SignatureAlgorithmOID

from trangtin.signing.validation.seal import is_list_of

_UNDERSTOOD = (
    x509.CRLNumber,
    x509.AuthorityKeyIdentifier,
    x509.IssuingDistributionPoint,
    x509.FreshestCRL,
    x509.IssuerAlternativeName,
)
ORDERLY = (
    ReasonFlags.unspecified,
    ReasonFlags.affiliation_changed,
    ReasonFlags.superseded,
    ReasonFlags.cessation_of_operation,
)
"""Reasons after which older timestamps stay good (RFC 3161, 4, 1). A list that gives none leaves open a stolen key."""
_WEAK = frozenset(
    {
        SignatureAlgorithmOID.RSA_WITH_MD5,
        SignatureAlgorithmOID.RSA_WITH_SHA1,
        SignatureAlgorithmOID.DSA_WITH_SHA1,
        SignatureAlgorithmOID.ECDSA_WITH_SHA1,
    }
)


@dataclass(frozen=True, slots=True)
class Status:
    """One signed statement about a certificate."""

    as_of: datetime
    """When the statement was made."""
    until: datetime | None
    """When the statement goes stale; without it, it never proves a certificate good."""
    revoked_on: datetime | None = None
    """Set if it says "revoked"."""
    is_orderly: bool = False
    """True if it is revoked for a reason that leaves its key in good hands: what was made before stays good."""
    is_partial: bool = False
    """True if it leaves out part of what could be said, so that its silence proves nothing."""

    def proves_good_at(self, moment: datetime, certificate: x509.Certificate) -> bool:
        """True if it means "not revoked up to `moment`"."""
        if self.revoked_on is not None:
            return self.revoked_on > moment
        in_force = self.until is not None and self.until >= moment
        # A list made after the certificate ran out no longer has to name it.
        still_listed = self.as_of <= certificate.not_valid_after_utc
        return in_force and still_listed and not self.is_partial


def read_crl(der: bytes, subject: x509.Certificate, issuer: x509.Certificate, *, allow_sha1: bool) -> Status | None:
    """What the list says about `subject`; None if it is another authority's list or not signed by this one."""
    crl = x509.load_der_x509_crl(der)
    if crl.issuer != issuer.subject or not _may_list(issuer) or not is_list_of(der, _key(issuer)):
        return None
    weak = crl.signature_algorithm_oid in _WEAK
    entry = crl.get_revoked_certificate_by_serial_number(subject.serial_number)
    if entry is not None and not _indirect(crl) and _reason(entry) is not ReasonFlags.remove_from_crl:
        return Status(crl.last_update_utc, crl.next_update_utc, _since(entry), _reason(entry) in ORDERLY)
    partial = (weak and not allow_sha1) or not _is_about(crl, subject)
    return Status(crl.last_update_utc, crl.next_update_utc, is_partial=partial)


def _key(certificate: x509.Certificate) -> bytes:
    return certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _may_list(issuer: x509.Certificate) -> bool:
    try:
        return issuer.extensions.get_extension_for_class(x509.KeyUsage).value.crl_sign
    except x509.ExtensionNotFound:
        return True


def _indirect(crl: x509.CertificateRevocationList) -> bool:
    scope = _scope(crl)
    return scope is not None and scope.indirect_crl


def _scope(crl: x509.CertificateRevocationList) -> x509.IssuingDistributionPoint | None:
    try:
        return crl.extensions.get_extension_for_class(x509.IssuingDistributionPoint).value
    except x509.ExtensionNotFound:
        return None


def _is_about(crl: x509.CertificateRevocationList, subject: x509.Certificate) -> bool:
    """True if the list would name the certificate were it revoked."""
    for extension in crl.extensions:
        if extension.critical and not isinstance(extension.value, _UNDERSTOOD):
            return False  # a delta list is one of these
    scope = _scope(crl)
    if scope is None:
        return True
    if scope.indirect_crl or scope.only_some_reasons or scope.only_contains_attribute_certs:
        return False
    is_authority = _is_authority(subject)
    if (scope.only_contains_ca_certs and not is_authority) or (scope.only_contains_user_certs and is_authority):
        return False
    return scope.full_name is None or bool(set(scope.full_name) & _points(subject))


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def _points(certificate: x509.Certificate) -> set[x509.GeneralName]:
    try:
        points = certificate.extensions.get_extension_for_class(x509.CRLDistributionPoints).value
    except x509.ExtensionNotFound:
        return set()
    return {name for point in points for name in point.full_name or ()}


def _reason(entry: x509.RevokedCertificate) -> ReasonFlags | None:
    try:
        return entry.extensions.get_extension_for_class(x509.CRLReason).value.reason
    except x509.ExtensionNotFound:
        return None


def _since(entry: x509.RevokedCertificate) -> datetime:
    """When the key stopped being good: the authority may know it was earlier than the entry."""
    try:
        known = entry.extensions.get_extension_for_class(x509.InvalidityDate).value.invalidity_date_utc
    except x509.ExtensionNotFound:
        return entry.revocation_date_utc
    return min(known, entry.revocation_date_utc)
