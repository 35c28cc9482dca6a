"""What one OCSP answer says about one certificate. Answers come inside signed files; none is ever asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from asn1crypto.keys import PublicKeyInfo
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.types import CertificatePublicKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509 import ocsp

from trangtin.signing.validation.revocation_lists import ORDERLY, Status

_NOT_A_RESPONDER = (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm, x509.ExtensionNotFound)


def read_ocsp(der: bytes, subject: x509.Certificate, issuer: x509.Certificate) -> Iterator[Status]:
    """What it says about `subject`; nothing if the issuer did not sign it. Raises ValueError if it is no answer."""
    response = ocsp.load_der_ocsp_response(der)
    if response.response_status is not ocsp.OCSPResponseStatus.SUCCESSFUL or not _signed(response, issuer):
        return
    for answer in response.responses:
        if answer.serial_number != subject.serial_number or not _is_about(answer, issuer):
            continue
        if answer.certificate_status is ocsp.OCSPCertStatus.REVOKED:
            orderly = answer.revocation_reason in ORDERLY
            yield Status(answer.this_update_utc, answer.next_update_utc, answer.revocation_time_utc, orderly)
        elif answer.certificate_status is ocsp.OCSPCertStatus.GOOD:
            yield Status(answer.this_update_utc, answer.next_update_utc or answer.this_update_utc + timedelta(hours=1))


def _is_about(answer: ocsp.OCSPSingleResponse, issuer: x509.Certificate) -> bool:
    digest = hashes.Hash(answer.hash_algorithm)
    digest.update(_key_bits(issuer))
    return digest.finalize() == answer.issuer_key_hash


def _key_bits(certificate: x509.Certificate) -> bytes:
    """The bits of the public key without algorithm, over which OCSP takes its hash (RFC 6960, 4.1.1)."""
    der = certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return bytes(PublicKeyInfo.load(der)["public_key"].contents[1:])


def _signed(response: ocsp.OCSPResponse, issuer: x509.Certificate) -> bool:
    """True if the issuer signed the answer, or a responder that the issuer named."""
    if _verifies(response, issuer.public_key()):
        return True
    for delegate in response.certificates:
        try:
            delegate.verify_directly_issued_by(issuer)
            purposes = delegate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
        except _NOT_A_RESPONDER:
            continue
        in_time = delegate.not_valid_before_utc <= response.produced_at_utc <= delegate.not_valid_after_utc
        named = x509.oid.ExtendedKeyUsageOID.OCSP_SIGNING in purposes
        if in_time and named and _verifies(response, delegate.public_key()):
            return True
    return False


def _verifies(response: ocsp.OCSPResponse, key: CertificatePublicKeyTypes) -> bool:
    algorithm = response.signature_hash_algorithm
    if algorithm is None or algorithm.name in {"md5", "sha1"}:
        return False
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(response.signature, response.tbs_response_bytes, padding.PKCS1v15(), algorithm)
        elif isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(response.signature, response.tbs_response_bytes, ec.ECDSA(algorithm))
        else:
            return False
    except InvalidSignature:
        return False
    return True
