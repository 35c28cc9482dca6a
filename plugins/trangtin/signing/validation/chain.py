"""Whether a certificate leads to a root of the store, at the moment it was used. Revocation is another question."""

from __future__ import annotations

from collections.abc import Coroutine, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from asn1crypto import x509
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import (
    DisallowedAlgorithmError,
    ExpiredError,
    NotYetValidError,
    PathError,
    ValidationError,
)
from pyhanko_certvalidator.policy_decl import CertRevTrustPolicy, RevocationCheckingPolicy, RevocationCheckingRule

from trangtin.signing.validation.names import holder_of
from trangtin.signing.validation.trust import TrustStore
from trangtin.signing.validation.verdict import NOT_FOR_THIS, NOT_YET, Identity, day_of

_NO_REVOCATION = CertRevTrustPolicy(
    RevocationCheckingPolicy(RevocationCheckingRule.NO_CHECK, RevocationCheckingRule.NO_CHECK)
)
# CertificateValidator's own errors, and what a malformed certificate raises while it is being read lazily.
_ERRORS = (ValidationError, PathError, ValueError, TypeError, KeyError, AttributeError, OverflowError)
_OTHER_WORK = frozenset({"server_auth", "code_signing", "time_stamping", "ocsp_signing"})
"""What certificates are issued for that nobody signs documents with."""
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Chain:
    """What the certificates prove."""

    identity: Identity
    """Never REVOKED: nothing was asked about revocation."""
    reason: str
    """Why it is not trusted, in Vietnamese."""
    path: tuple[x509.Certificate, ...] = ()
    """From the certificate to the root; empty where no way leads there."""
    sha1: tuple[str, ...] = ()
    """Certificates on the way that are signed with SHA-1."""


def find_chain(
    certificate: x509.Certificate,
    others: Iterable[x509.Certificate],
    moment: datetime,
    trust: TrustStore,
    *,
    for_timestamps: bool = False,
) -> Chain:
    """Look for a way from `certificate` to a root that was good at `moment`."""
    known = [*others, *trust.intermediate_certificates]
    try:
        return _good(certificate, _path(certificate, known, moment, trust), for_timestamps)
    except ExpiredError as error:
        # Expired counts only for what was trusted while it ran: an impostor is unknown, whatever its dates.
        return _elsewhen(certificate, known, error.expired_dt, trust, Identity.EXPIRED)
    except NotYetValidError as error:
        return _elsewhen(certificate, known, error.valid_from, trust, Identity.UNKNOWN)
    except DisallowedAlgorithmError:
        reason = "" if trust.allow_sha1 else "chuỗi chứng thư dùng SHA-1, trang này chưa cho phép"
        return Chain(Identity.UNKNOWN, reason or "chuỗi chứng thư dùng thuật toán hoặc khóa quá yếu")
    except _ERRORS:
        return Chain(Identity.UNKNOWN, _unknown_because(certificate, trust))


def _unknown_because(certificate: x509.Certificate, trust: TrustStore) -> str:
    if not trust.roots:
        return "trang này chưa có chứng thư gốc nào để đối chiếu"
    if certificate.self_signed in {"yes", "maybe"}:
        return "chứng thư tự ký"
    return "không có chuỗi chứng thư nào dẫn tới chứng thư gốc được tin cậy"


def _path(
    certificate: x509.Certificate, known: list[x509.Certificate], moment: datetime, trust: TrustStore
) -> tuple[x509.Certificate, ...]:
    weak = ["md2", "md5"] if trust.allow_sha1 else ["md2", "md5", "sha1"]
    context = ValidationContext(
        # Always a list, never None: None means the system's list of web servers' authorities.
        trust_roots=list(trust.root_certificates),
        other_certs=known,
        moment=moment,
        allow_fetching=False,
        revinfo_policy=_NO_REVOCATION,
        weak_hash_algos=weak,
    )
    found = run_offline(CertificateValidator(certificate, validation_context=context).async_validate_path())
    return (certificate, *(each for each in reversed(list(found.iter_certs(include_root=True))) if each != certificate))


def _good(certificate: x509.Certificate, path: tuple[x509.Certificate, ...], for_timestamps: bool) -> Chain:
    sha1 = tuple(f"chứng thư {holder_of(each).name or '?'}" for each in path[:-1] if each.hash_algo == "sha1")
    if not _may_sign(certificate, for_timestamps):
        return Chain(Identity.UNKNOWN, NOT_FOR_THIS, path, sha1)
    return Chain(Identity.TRUSTED, "", path, sha1)


def _may_sign(certificate: x509.Certificate, for_timestamps: bool) -> bool:
    extended = certificate.extended_key_usage_value
    purposes = frozenset(extended.native) if extended is not None else frozenset()
    if for_timestamps:
        return "time_stamping" in purposes
    usage = certificate.key_usage_value
    # State certificates carry one or the other; a reader does not care which.
    if usage is not None and not {"digital_signature", "non_repudiation"} & set(usage.native):
        return False
    # Authorities name no common purpose for signing documents (mail, clients, numbers of their own), so what is not
    # for it is asked: a web server's certificate names clients beside servers.
    return not purposes & _OTHER_WORK or bool(purposes - _OTHER_WORK - {"client_auth"})


def _elsewhen(
    certificate: x509.Certificate, known: list[x509.Certificate], edge: datetime, trust: TrustStore, identity: Identity
) -> Chain:
    begins, ends = certificate.not_valid_before, certificate.not_valid_after
    moment = min(max(edge, begins), ends)
    moment += timedelta(seconds=-1 if moment == ends else 1)
    try:
        path = _path(certificate, known, moment, trust)
    except _ERRORS:
        return Chain(Identity.UNKNOWN, _unknown_because(certificate, trust))
    when = (
        f"hết hạn ngày {day_of(edge)}" if identity is Identity.EXPIRED else f"{NOT_YET}, từ ngày {day_of(edge)} mới có"
    )
    return Chain(identity, when, path)


def run_offline(work: Coroutine[Any, Any, _Result]) -> _Result:
    """Run what never has to wait. Waiting would mean a network: that is an error, not a delay."""
    try:
        work.send(None)
    except StopIteration as done:
        result: _Result = done.value
        return result
    work.close()
    raise ValueError("the check wanted to wait for something outside")
