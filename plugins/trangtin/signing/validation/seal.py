"""Whether a key signed some bytes. Old algorithms too: whether they still count is decided elsewhere."""

from __future__ import annotations

from typing import Any

from asn1crypto import algos, crl, keys, x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from pyhanko_certvalidator.sig_validate import DEFAULT_SIGNATURE_VALIDATOR


def is_sealed(value: bytes, body: bytes, algorithm: algos.SignedDigestAlgorithm, key: keys.PublicKeyInfo) -> bool:
    """True if `value` is the signature of `key` over `body`. Raises ValueError where that cannot be computed."""
    try:
        DEFAULT_SIGNATURE_VALIDATOR.validate_signature(value, body, key, algorithm)
    except InvalidSignature:
        return False
    except (UnsupportedAlgorithm, AssertionError, AttributeError, TypeError, KeyError) as error:
        raise ValueError("signature of an unknown kind") from error
    return True


def is_issued_by(child: x509.Certificate, issuer: x509.Certificate) -> bool:
    """True if the issuer's key signed the certificate and the names agree."""
    body: Any = child["tbs_certificate"]
    return bool(child.issuer == issuer.subject) and is_sealed(
        child["signature_value"].native, body.dump(), child["signature_algorithm"], issuer.public_key
    )


def is_list_of(der: bytes, key: bytes) -> bool:
    """True if the key (SubjectPublicKeyInfo, DER) signed the revocation list."""
    parsed = crl.CertificateList.load(der)
    body: Any = parsed["tbs_cert_list"]
    return is_sealed(
        parsed["signature"].native, body.dump(), parsed["signature_algorithm"], keys.PublicKeyInfo.load(key)
    )
