"""One CMS signature (RFC 5652) held against the bytes it signs: mathematics only, nobody is trusted here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import cms, core, parser, x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from pyhanko.sign.general import CMSExtractionError, CMSStructuralError, extract_signer_info
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import (
    extract_certs_for_validation,
    extract_self_reported_ts,
    validate_sig_integrity,
)

from trangtin.signing.validation.seal import is_issued_by
from trangtin.signing.validation.verdict import Integrity

DigestOf = Callable[[str], bytes]
"""Returns the digest of the signed bytes under a named algorithm."""

CMS_ERRORS = (
    CMSExtractionError,
    CMSStructuralError,
    SignatureValidationError,
    UnsupportedAlgorithm,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    OverflowError,
    NotImplementedError,
    AssertionError,
)
"""What reading a damaged signature may raise."""
_MOST_SIGNERS = 20
BROKEN_HASHES = {"md2": "MD2", "md5": "MD5", "sha1": "SHA-1"}
"""Digests under which two different documents can be made to look the same."""


@dataclass(frozen=True, slots=True)
class SignedMessage:
    """A signature whose structure could be read."""

    integrity: Integrity
    """INTACT, BROKEN, or UNREADABLE where its mathematics proves nothing any more."""
    reason: str
    """Why it is not intact, in Vietnamese."""
    signer_info: cms.SignerInfo
    certificate: x509.Certificate
    """The signer's."""
    others: tuple[x509.Certificate, ...]
    """Further certificates it carries."""
    claimed_time: datetime | None
    """The signing time that the signer's machine wrote; proves nothing by itself."""


def read_signed_data(message: bytes) -> cms.SignedData:
    """The signed data in `message`, which may be followed by zero bytes only. Raises one of CMS_ERRORS."""
    length = parser.peek(message)
    if message[length:].strip(b"\0"):
        raise ValueError("bytes after the signature")
    content = cms.ContentInfo.load(message)
    if content["content_type"].native != "signed_data":
        raise ValueError("no signed data")
    signed: cms.SignedData = content["content"]
    _parse_fully(signed)
    return signed


def check_signed_data(
    signed: cms.SignedData,
    digest_of: DigestOf,
    content_type: str = "data",
    *,
    known: Iterable[x509.Certificate],
) -> SignedMessage:
    """Hold the signature against the digest of what it signs. Raises one of CMS_ERRORS where it cannot be read.

    `known` are authorities' certificates that are whole: damage to what they issued shows against them.
    """
    signer_info = extract_signer_info(signed)
    algorithm = signer_info["digest_algorithm"]["algorithm"].native.lower()
    if algorithm not in {each["algorithm"].native for each in signed["digest_algorithms"]}:
        raise ValueError("digest algorithm is not announced")
    found = extract_certs_for_validation(signed)
    certificate, others = found.signer_cert, tuple(found.other_certs)
    same_digest, signature_good = validate_sig_integrity(
        signer_info, certificate, expected_content_type=content_type, actual_digest=digest_of(algorithm)
    )
    integrity, reason = Integrity.INTACT, ""
    if not same_digest:
        integrity, reason = Integrity.BROKEN, "nội dung đã ký và nội dung trong tệp khác nhau"
    elif not signature_good:
        integrity, reason = Integrity.BROKEN, "giá trị chữ ký sai"
    elif _damaged((certificate, *others), known):
        integrity, reason = Integrity.BROKEN, "chứng thư trong chữ ký bị hỏng"
    elif content_type == "data" and (weak := _weak(signer_info)):
        integrity, reason = Integrity.UNREADABLE, f"chữ ký dùng {weak}, thuật toán không còn chứng minh được gì"
    return SignedMessage(integrity, reason, signer_info, certificate, others, extract_self_reported_ts(signer_info))


def signers_of(signed: cms.SignedData) -> tuple[cms.SignedData, ...]:
    """The same message for each of its signers alone. Raises ValueError where there is none, or where they are many."""
    infos = tuple(signed["signer_infos"])
    if not 0 < len(infos) <= _MOST_SIGNERS:
        raise ValueError(f"{len(infos)} signers")
    return (signed,) if len(infos) == 1 else tuple(_alone(signed, info) for info in infos)


def _alone(signed: cms.SignedData, signer_info: cms.SignerInfo) -> cms.SignedData:
    message: cms.SignedData = signed.copy()
    message["signer_infos"] = cms.SignerInfos([signer_info])
    return message


def encapsulated(signed: cms.SignedData) -> bytes | None:
    """The content that is enclosed in the signature, if any."""
    content = signed["encap_content_info"]["content"]
    if content is core.VOID or content.native is None:
        return None
    return bytes(content)


def digester(data: Iterable[bytes]) -> DigestOf:
    """A function that digests the same bytes under any algorithm."""
    parts = tuple(data)

    def digest_of(algorithm: str) -> bytes:
        digest = hashes.Hash(_hash(algorithm))
        for part in parts:
            digest.update(part)
        return digest.finalize()

    return digest_of


def _hash(algorithm: str) -> hashes.HashAlgorithm:
    kinds: dict[str, Any] = {
        "sha1": hashes.SHA1,
        "sha224": hashes.SHA224,
        "sha256": hashes.SHA256,
        "sha384": hashes.SHA384,
    }
    kinds |= {"sha512": hashes.SHA512, "md5": hashes.MD5, "sha3_256": hashes.SHA3_256, "sha3_384": hashes.SHA3_384}
    kinds |= {"sha3_512": hashes.SHA3_512}
    if algorithm not in kinds:
        raise UnsupportedAlgorithm(f"digest {algorithm}")
    made: hashes.HashAlgorithm = kinds[algorithm]()
    return made


def digests_of(signer_info: cms.SignerInfo) -> tuple[str, ...]:
    """The digests that a signature rests on: that of what it signs, and that of what its key signed."""
    content = signer_info["digest_algorithm"]["algorithm"].native.lower()
    try:
        return content, signer_info["signature_algorithm"].hash_algo
    except ValueError:  # its algorithm names none
        return (content,)


def _weak(signer_info: cms.SignerInfo) -> str:
    return next((BROKEN_HASHES[each] for each in digests_of(signer_info) if each in BROKEN_HASHES), "")


def _parse_fully(signed: cms.SignedData) -> None:
    """Parse the whole structure now: asn1crypto reads lazily, and damage must not show up later."""
    if signed["version"].native not in {"v1", "v2", "v3", "v4", "v5"}:
        raise ValueError("unknown version")
    for signer_info in signed["signer_infos"]:
        if signer_info["version"].native not in {"v1", "v3"}:
            raise ValueError("unknown version of a signer")
        for attributes in (signer_info["signed_attrs"], signer_info["unsigned_attrs"]):
            for attribute in attributes if attributes is not core.VOID and attributes.native is not None else ():
                _ = attribute["type"].native, attribute["values"].native
    for choice in signed["certificates"] if signed["certificates"].native is not None else ():
        _ = choice.chosen.native


def _damaged(certificates: tuple[x509.Certificate, ...], known: Iterable[x509.Certificate]) -> bool:
    """True if one of them is a known certificate with other bytes, or lacks the signature of the key it names.

    Keys are compared by identifier, not by name: an impostor of the same name is no damage.
    """
    whole = tuple(known)
    by_number = {(each.issuer.dump(), each.serial_number): each.dump() for each in whole}
    by_key = {each.key_identifier: each for each in (*certificates, *whole) if each.key_identifier}
    for each in certificates:
        if by_number.get((each.issuer.dump(), each.serial_number), each.dump()) != each.dump():
            return True
        issuer = by_key.get(each.authority_key_identifier)
        if issuer is None:
            continue
        try:
            if not is_issued_by(each, issuer):
                return True
        except ValueError:
            continue
    return False
