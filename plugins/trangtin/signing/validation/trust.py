"""Whom the portal trusts: a folder of certificates that its people put there. None are shipped."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from asn1crypto import crl, pem, x509

from trangtin.content.values.dates import day_text
from trangtin.signing.validation.names import holder_of

FOLDERS = ("roots", "intermediates", "crls")
"""Sub-folders of `trust/`."""


@dataclass(frozen=True)
class TrustStore:
    """Roots, intermediates and revocation lists. The empty store is honest: every signer is unknown."""

    roots: tuple[bytes, ...] = ()
    """Certificates trusted without proof, DER."""
    intermediates: tuple[bytes, ...] = ()
    """Certificates that only help to find a way to a root, DER."""
    crls: tuple[bytes, ...] = ()
    """Revocation lists, DER; each is believed only if its issuer signed it."""
    allow_sha1: bool = False
    """Accept authorities and revocation lists signed with SHA-1; each use is said beside the signature."""
    unreadable: tuple[str, ...] = ()
    """Files of the folder that hold neither certificates nor lists."""

    @cached_property
    def root_certificates(self) -> tuple[x509.Certificate, ...]:
        """The roots, parsed."""
        return tuple(x509.Certificate.load(der) for der in self.roots)

    @cached_property
    def intermediate_certificates(self) -> tuple[x509.Certificate, ...]:
        """The intermediates, parsed."""
        return tuple(x509.Certificate.load(der) for der in self.intermediates)

    @property
    def certificates(self) -> tuple[x509.Certificate, ...]:
        """Roots and intermediates, for recognising certificates."""
        return (*self.root_certificates, *self.intermediate_certificates)

    @cached_property
    def fingerprint(self) -> str:
        """A hash over the whole store: reports are kept per store."""
        whole = hashlib.sha256(b"sha1" if self.allow_sha1 else b"")
        for group in (self.roots, self.intermediates, self.crls):
            whole.update(b"|")
            for der in sorted(group):
                whole.update(hashlib.sha256(der).digest())
        return whole.hexdigest()

    @property
    def plain(self) -> TrustStore:
        """The store without its parsed certificates, to be sent to another process."""
        return replace(self)

    def listing(self) -> tuple[str, ...]:
        """One line for each root, to compare with what the authority prints on its own page."""
        return tuple(_line(certificate) for certificate in self.root_certificates)


def read_trust(folder: Path | None, *, allow_sha1: bool = False) -> TrustStore:
    """Read `roots/`, `intermediates/`, `crls/`, PEM or DER. A folder that is not there trusts nobody."""
    if folder is None:
        return TrustStore(allow_sha1=allow_sha1)
    found: dict[str, list[bytes]] = {name: [] for name in FOLDERS}
    unreadable: list[str] = []
    for name in FOLDERS:
        for file in sorted(path for path in (folder / name).glob("**/*") if path.is_file()):
            if file.name.startswith(".") or file.suffix.lower() in {".md", ".txt"}:
                continue
            kind = crl.CertificateList if name == "crls" else x509.Certificate
            good = [der for der in _objects(file.read_bytes()) if _is(kind, der)]
            found[name] += good
            if not good:
                unreadable.append(file.relative_to(folder).as_posix())
    roots, intermediates, crls = (tuple(dict.fromkeys(found[name])) for name in FOLDERS)
    return TrustStore(roots, intermediates, crls, allow_sha1, tuple(unreadable))


def _objects(data: bytes) -> Iterator[bytes]:
    if not pem.detect(data):
        yield data
        return
    try:
        yield from (der for _, _, der in pem.unarmor(data, multiple=True))
    except ValueError:
        return


def _is(kind: type[x509.Certificate] | type[crl.CertificateList], der: bytes) -> bool:
    try:
        parsed = kind.load(der, strict=True)
        # Parsing is lazy: ask for what everything later rests on.
        return bool(parsed.native) and (kind is not x509.Certificate or bool(parsed.public_key.native))
    except (ValueError, TypeError, KeyError, AttributeError):
        return False


def _line(certificate: x509.Certificate) -> str:
    holder = holder_of(certificate)
    name = holder.name or holder.organisation or "?"
    prints = (
        f"{kind.upper()} {_pairs(hashlib.new(kind, certificate.dump()).hexdigest())}" for kind in ("sha256", "sha1")
    )
    first, last = day_text(certificate.not_valid_before), day_text(certificate.not_valid_after)
    return f"{name} ({first}-{last}) {'; '.join(prints)}"


def _pairs(digest: str) -> str:
    return ":".join(re.findall("..", digest.upper()))
