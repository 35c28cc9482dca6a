"""A test PKI: every name says that it is worth nothing. Made anew for each run, no key is kept anywhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property

from asn1crypto import keys
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

UID = ObjectIdentifier("0.9.2342.19200300.100.1.1")
SECRET = "CCCD:001085000123"
"""Stands in every person's certificate, and may stand nowhere in what is published."""


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@dataclass
class Party:
    """A key with its certificate."""

    certificate: x509.Certificate
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(Encoding.PEM)

    @cached_property
    def asn1_certificate(self) -> asn1.Certificate:
        return asn1.Certificate.load(self.der)

    @cached_property
    def asn1_key(self) -> keys.PrivateKeyInfo:
        return keys.PrivateKeyInfo.load(self.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))


def subject(
    common: str, organisation: str, unit: str | None = None, uid: str | None = None, title: str | None = None
) -> x509.Name:
    """A Vietnamese name for a certificate; the authorities put citizens' and tax numbers into `uid`."""
    parts = [(NameOID.COUNTRY_NAME, "VN"), (NameOID.ORGANIZATION_NAME, organisation)]
    parts += [(NameOID.ORGANIZATIONAL_UNIT_NAME, unit)] if unit else []
    parts += [(NameOID.TITLE, title)] if title else []
    parts += [(NameOID.COMMON_NAME, common)]
    parts += [(UID, uid)] if uid else []
    return x509.Name([x509.NameAttribute(kind, value) for kind, value in parts])


@dataclass
class Pki:
    """Everybody."""

    parties: dict[str, Party] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Party:
        return self.parties[name]

    def add(
        self,
        key: str,
        name: x509.Name,
        issuer: str | None,
        begins: str,
        ends: str,
        *,
        authority: bool = False,
        purposes: tuple[ObjectIdentifier, ...] = (),
        non_repudiation: bool = True,
        old_hash: bool = False,
        curve: bool = False,
    ) -> Party:
        secret = ec.generate_private_key(ec.SECP256R1()) if curve else rsa.generate_private_key(65537, 2048)
        above = self.parties[issuer] if issuer else None
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(above.certificate.subject if above else name)
            .public_key(secret.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(day(begins))
            .not_valid_after(day(ends))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(secret.public_key()), critical=False)
            .add_extension(_usage(authority, non_repudiation), critical=True)
        )
        signer = above.key if above else secret
        builder = builder.add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False
        )
        if purposes:
            builder = builder.add_extension(x509.ExtendedKeyUsage(purposes), critical=True)
        certificate = builder.sign(signer, hashes.SHA256())
        if old_hash and isinstance(signer, rsa.RSAPrivateKey):
            certificate = _signed_with_sha1(certificate, signer)
        self.parties[key] = Party(certificate, secret)
        return self.parties[key]

    def crl(
        self,
        issuer: str,
        made: str,
        until: str,
        revoked: dict[str, str] | None = None,
        why: x509.ReasonFlags | None = None,
    ) -> bytes:
        """A revocation list, DER: names of parties, and since when; most authorities give no reason."""
        party = self.parties[issuer]
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(party.certificate.subject)
            .last_update(day(made))
            .next_update(day(until))
        )
        for name, since in (revoked or {}).items():
            entry = x509.RevokedCertificateBuilder().serial_number(self.parties[name].certificate.serial_number)
            entry = entry.add_extension(x509.CRLReason(why), critical=False) if why else entry
            builder = builder.add_revoked_certificate(entry.revocation_date(day(since)).build())
        return builder.sign(party.key, hashes.SHA256()).public_bytes(Encoding.DER)

    def answer(self, about: str, issuer: str, by: str, made: str, until: str, revoked: str | None = None) -> bytes:
        """An OCSP response, DER, by the issuer itself or by a responder."""
        builder = ocsp.OCSPResponseBuilder().add_response(
            cert=self.parties[about].certificate,
            issuer=self.parties[issuer].certificate,
            algorithm=hashes.SHA1(),
            cert_status=ocsp.OCSPCertStatus.REVOKED if revoked else ocsp.OCSPCertStatus.GOOD,
            this_update=day(made),
            next_update=day(until),
            revocation_time=day(revoked) if revoked else None,
            revocation_reason=None,
        )
        party = self.parties[by]
        builder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, party.certificate)
        if by != issuer:
            builder = builder.certificates([party.certificate])
        return builder.sign(party.key, hashes.SHA256()).public_bytes(Encoding.DER)


def _usage(authority: bool, non_repudiation: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority and non_repudiation,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=authority,
        crl_sign=authority,
        encipher_only=False,
        decipher_only=False,
    )


def _signed_with_sha1(certificate: x509.Certificate, issuer: rsa.RSAPrivateKey) -> x509.Certificate:
    """By hand: the library makes no such certificates any more, and Vietnam is full of them."""
    parsed = asn1.Certificate.load(certificate.public_bytes(Encoding.DER))
    body = parsed["tbs_certificate"]
    body["signature"] = {"algorithm": "sha1_rsa"}
    parsed["signature_algorithm"] = {"algorithm": "sha1_rsa"}
    parsed["signature_value"] = issuer.sign(body.dump(force=True), padding.PKCS1v15(), hashes.SHA1())
    return x509.load_der_x509_certificate(parsed.dump(force=True))


ROOT = subject("Chứng thư gốc thử nghiệm, không có giá trị", "Ban Thử nghiệm")
SUB = subject("Cơ quan chứng thực thử nghiệm", "Ban Thử nghiệm")
PERSON = subject("Nguyễn Văn Thử", "Trường Thử nghiệm", "Ban Giám hiệu", SECRET)
ORGANISATION = subject("TRƯỜNG THỬ NGHIỆM", "Trường Thử nghiệm", uid="MST:0100109106")


def make_pki() -> Pki:
    pki = Pki()
    pki.add("root", ROOT, None, "2015-01-01", "2045-01-01", authority=True)
    pki.add("sub", SUB, "root", "2016-01-01", "2040-01-01", authority=True)
    pki.add("person", PERSON, "sub", "2020-01-01", "2025-01-01")
    pki.add("organisation", ORGANISATION, "sub", "2020-01-01", "2025-01-01")
    stamps = (ExtendedKeyUsageOID.TIME_STAMPING,)
    pki.add(
        "tsa", subject("Dấu thời gian thử nghiệm", "Ban Thử nghiệm"), "sub", "2016-01-01", "2036-01-01", purposes=stamps
    )
    pki.add("revoked", subject("Trần Thị Bị Thu Hồi", "Trường Thử nghiệm"), "sub", "2020-01-01", "2025-01-01")
    pki.add("expired", subject("Lê Văn Hết Hạn", "Trường Thử nghiệm"), "sub", "2018-01-01", "2020-01-01")
    pki.add("early", subject("Hồ Thị Chưa Đến Hạn", "Trường Thử nghiệm"), "sub", "2022-01-01", "2027-01-01")
    pki.add(
        "plain",
        subject("Phạm Chỉ Ký Số", "Trường Thử nghiệm"),
        "sub",
        "2020-01-01",
        "2025-01-01",
        non_repudiation=False,
    )
    web = (ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH)
    pki.add("web", subject("may-chu.example", "Trường Thử nghiệm"), "sub", "2020-01-01", "2025-01-01", purposes=web)
    token = (ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.EMAIL_PROTECTION)
    pki.add("token", subject("Bùi Thị Thẻ", "Trường Thử nghiệm"), "sub", "2020-01-01", "2025-01-01", purposes=token)
    pki.add("lasting", subject("Ngô Văn Dài", "Trường Thử nghiệm"), "sub", "2020-01-01", "2040-01-01")
    pki.add("curve", subject("Vũ Đường Cong", "Trường Thử nghiệm"), "sub", "2020-01-01", "2025-01-01", curve=True)
    answers = (ExtendedKeyUsageOID.OCSP_SIGNING,)
    responder = subject("Trả lời thu hồi thử nghiệm", "Ban Thử nghiệm")
    pki.add("responder", responder, "sub", "2016-01-01", "2036-01-01", purposes=answers)
    # Somebody else with the same names all the way up.
    pki.add("false-root", ROOT, None, "2015-01-01", "2045-01-01", authority=True)
    pki.add("false-sub", SUB, "false-root", "2016-01-01", "2040-01-01", authority=True)
    pki.add("impostor", PERSON, "false-sub", "2020-01-01", "2025-01-01")
    pki.add(
        "false-tsa",
        subject("Dấu thời gian thử nghiệm", "Ban Thử nghiệm"),
        "false-sub",
        "2016-01-01",
        "2036-01-01",
        purposes=stamps,
    )
    pki.add("self-signed", PERSON, None, "2020-01-01", "2025-01-01")
    # The older generation: the root signed the authority with SHA-1.
    pki.add(
        "old-sub",
        subject("Cơ quan chứng thực thử nghiệm cũ", "Ban Thử nghiệm"),
        "root",
        "2010-01-01",
        "2030-01-01",
        authority=True,
        old_hash=True,
    )
    pki.add("old-person", subject("Đỗ Thị Thời Cũ", "Trường Thử nghiệm"), "old-sub", "2020-01-01", "2025-01-01")
    return pki
