"""What may be published of a certificate's holder: CN, O and OU, with identity numbers removed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from asn1crypto import x509

from trangtin.content.text import one_line

# Citizen, identity-card and tax numbers get into CN and OU as well; 9 digits is the shortest of them.
_IDENTITY_NUMBER = re.compile(r"(?i)(?:\b(?:CCCD|CMND|MST|HC|BHXH|UID)\s*[:.]?\s*)?\d[\d .-]{7,}\d")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who a certificate says it belongs to."""

    name: str | None
    """CN."""
    organisation: str | None
    """O."""
    unit: str | None
    """OU."""


def holder_of(certificate: x509.Certificate) -> Holder:
    """CN, O, OU of the subject, cleaned; never any other part of the name."""
    return _holder(certificate.subject)


def issuer_name(certificate: x509.Certificate) -> str | None:
    """CN of the issuer, or its O."""
    issuer = _holder(certificate.issuer)
    return issuer.name or issuer.organisation


def _holder(name: x509.Name) -> Holder:
    try:
        native = name.native
    except ValueError:
        return Holder(None, None, None)
    return Holder(
        *(_published(native.get(key)) for key in ("common_name", "organization_name", "organizational_unit_name"))
    )


def _published(value: object) -> str | None:
    parts = value if isinstance(value, list) else [value]
    text = ", ".join(one_line(str(part)) for part in parts if part)
    return one_line(_IDENTITY_NUMBER.sub("…", text))[:200] or None
