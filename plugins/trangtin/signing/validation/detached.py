"""Signatures that travel beside a file (`.p7s`)."""

from __future__ import annotations

from dataclasses import replace

from asn1crypto import cms, pem

from trangtin.signing.validation.cms import check_signed_data, digester, encapsulated, read_signed_data, signers_of
from trangtin.signing.validation.identity import Evidence, judge
from trangtin.signing.validation.trust import TrustStore
from trangtin.signing.validation.verdict import Coverage, Integrity, Signature

_DAMAGED = Signature(Integrity.UNREADABLE, "dữ liệu chữ ký hỏng hoặc thiếu")


def read_detached(message: bytes, content: bytes | None, trust: TrustStore) -> tuple[Signature, ...]:
    """Hold a `.p7s` against the file it signs, or against what it carries inside: each signature, the earliest first.

    Never raises for what it holds; what cannot be read is one signature that cannot be read.
    """
    try:
        der = pem.unarmor(message)[2] if pem.detect(message) else message
        signed = read_signed_data(der)
        inside = encapsulated(signed)
        signers = signers_of(signed)
    except Exception:  # a damaged message may raise anything; what it proves is nothing
        return (_DAMAGED,)
    if inside is not None and content is not None and inside != content:
        return (Signature(Integrity.BROKEN, "chữ ký rời mang nội dung khác tệp đi kèm"),)
    found = [_signature(each, inside if inside is not None else content, trust) for each in signers]
    return tuple(sorted(found, key=lambda each: each.time.timestamp() if each.time else float("inf")))


def _signature(signed: cms.SignedData, text: bytes | None, trust: TrustStore) -> Signature:
    """The signature of one signer over a text; None where the text is not at hand."""
    try:
        checked = check_signed_data(signed, digester([text if text is not None else b""]), known=trust.certificates)
        evidence = Evidence(trust).with_message(signed, checked.signer_info)
        signature = judge(checked, evidence)
    except Exception:  # damaged, as above
        return _DAMAGED
    if text is None:
        return Signature(
            Integrity.UNREADABLE,
            "không thấy tệp mà chữ ký rời này ký",
            signature.signer,
            signature.organisation,
            signature.unit,
            signature.issuer,
        )
    return replace(signature, coverage=Coverage.WHOLE_FILE).without_proof()
