"""PDF files to sign, and pens to sign them with."""

from __future__ import annotations

import asyncio
import io
from datetime import UTC, datetime, timedelta

from asn1crypto import cms, crl, ocsp
from asn1crypto import x509 as asn1
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.signing.pki import Pki

SIGNED = datetime(2021, 4, 20, 7, 0, tzinfo=UTC)
"""14:00 in Vietnam."""
STAMP = (350, 100, 520, 160)


def paper(
    pages: int = 2,
    *,
    user: str = "",
    owner: str = "",
    number: str = "12/KH-TCT",
    author: str | None = None,
    title: str | None = None,
    date: str = "ngay 20 thang 4 nam 2021",
) -> bytes:
    """A plan as a word processor would print it; no accents, because the built-in fonts have none."""
    out = io.BytesIO()
    lock = StandardEncryption(user, owner or "chu", canPrint=1, canModify=0) if user or owner else None
    canvas = Canvas(out, encrypt=lock, invariant=True)
    canvas.setAuthor(author or "")
    canvas.setTitle(title or "")
    lines = ["TINH UY MAU", "TRUONG CHINH TRI", f"So: {number}", f"Mau, {date}", "KE HOACH", "Phat dong dot thi dua"]
    lines += ["Can cu Ke hoach so 95/KH-UBND ngay 14 thang 4 nam 2021 cua Uy ban nhan dan tinh Mau"]
    for page in range(pages):
        for row, line in enumerate(
            lines if page == 0 else [f"Trang {page + 1}", "Noi nhan:", "HIEU TRUONG", "Nguyen Van Thu"]
        ):
            canvas.drawString(72, 780 - 22 * row, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


class _Signer(signers.PdfSigner):
    """pyHanko's signer at a time of our choosing."""

    moment = SIGNED

    def _enforce_certification_constraints(self, reader: object) -> None:
        """Lets us make the files that a careful signer refuses to make."""

    def init_signing_session(self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.moment
        return session


class Pens:
    """Signs with any party of the test PKI."""

    def __init__(self, pki: Pki) -> None:
        self.pki = pki

    def certificate(self, name: str) -> asn1.Certificate:
        return self.pki[name].asn1_certificate

    def store(self, *names: str) -> SimpleCertificateStore:
        store: SimpleCertificateStore = SimpleCertificateStore.from_certs([self.certificate(name) for name in names])
        return store

    def simple(self, who: str, embed: tuple[str, ...] = ("sub",)) -> signers.SimpleSigner:
        party = self.pki[who]
        return signers.SimpleSigner(party.asn1_certificate, party.asn1_key, self.store(*embed), embed_roots=False)

    def clock(self, who: str, at: datetime, md: str | None = None) -> DummyTimeStamper:
        party = self.pki[who]
        above = self.store("sub") if who == "tsa" else self.store("false-sub")
        return DummyTimeStamper(party.asn1_certificate, party.asn1_key, above, fixed_dt=at, override_md=md)

    def sign(
        self,
        data: bytes,
        who: str = "person",
        *,
        at: datetime = SIGNED,
        field: str = "",
        certify: bool = False,
        box: tuple[int, int, int, int] | None = STAMP,
        page: int = -1,
        embed: tuple[str, ...] = ("sub",),
        tsa: str | None = None,
        tsa_md: str | None = None,
        md: str = "sha256",
        pades: bool = False,
        permissions: MDPPerm = MDPPerm.FILL_FORMS,
        password: str | None = None,
        lists: tuple[bytes, ...] = (),
        reserved: int = 16384,
    ) -> bytes:
        """Sign as the state's tools do: the first certifies, later ones add a visible field."""
        writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
        if password is not None:
            writer.encrypt(password)
        name = field or f"Signature-{who}"
        existing = {each[0] for each in fields.enumerate_sig_fields(writer.prev)}
        metadata = signers.PdfSignatureMetadata(
            field_name=name,
            md_algorithm=md,
            certify=certify,
            docmdp_permissions=permissions,
            embed_validation_info=bool(lists),
            validation_context=self.context(at, lists) if lists else None,
            subfilter=SigSeedSubFilter.PADES if pades else SigSeedSubFilter.ADOBE_PKCS7_DETACHED,
        )
        signer = _Signer(
            metadata,
            self.simple(who, embed),
            timestamper=self.clock(tsa, at + timedelta(seconds=5), tsa_md) if tsa else None,
            stamp_style=TextStampStyle(stamp_text="Ky boi: %(signer)s", border_width=1) if box else None,
            new_field_spec=None if name in existing else SigFieldSpec(name, on_page=page, box=box),
        )
        signer.moment = at
        out: io.BytesIO = signer.sign_pdf(writer, appearance_text_params={"signer": who}, bytes_reserved=reserved)
        return out.getvalue()

    def context(self, at: datetime, lists: tuple[bytes, ...]) -> ValidationContext:
        """What a careful signer checks itself with."""
        return ValidationContext(
            trust_roots=[self.certificate("root")],
            other_certs=[self.certificate("sub")],
            crls=list(lists),
            moment=at,
            revocation_mode="require",
            retroactive_revinfo=True,
        )

    def add_store(
        self, data: bytes, *, crls: list[bytes], ocsps: tuple[bytes, ...] = (), certificates: tuple[str, ...] = ("sub",)
    ) -> bytes:
        """Append data for long-term checks, as PAdES-LT does."""
        stream = io.BytesIO(data)
        DocumentSecurityStore.add_dss(
            stream,
            None,
            certs=[self.certificate(name) for name in certificates],
            crls=[crl.CertificateList.load(each) for each in crls],
            ocsps=[ocsp.OCSPResponse.load(each) for each in ocsps],
        )
        return stream.getvalue()

    def stamp(self, data: bytes, at: datetime, who: str = "tsa") -> bytes:
        """Append a document timestamp, as PAdES-LTA does."""
        writer = IncrementalPdfFileWriter(io.BytesIO(data))
        clock = self.clock(who, at)
        out: io.BytesIO = signers.PdfTimeStamper(clock).timestamp_pdf(writer, "sha256", bytes_reserved=16384)
        return out.getvalue()

    def detached(
        self, data: bytes, who: str = "person", at: datetime | None = SIGNED, *, carries: bool = False
    ) -> bytes:
        """A .p7s over any bytes, or a .p7m that `carries` them; without `at` it says no time."""
        settings = PdfCMSSignedAttributes(signing_time=at)
        work = self.simple(who).async_sign_general_data(
            data, "sha256", detached=not carries, signed_attr_settings=settings
        )
        made: bytes = asyncio.run(work).dump()
        return made

    def detached_by(self, *signed: tuple[str, bytes]) -> bytes:
        """One .p7s with a signature of each of these parties, each over its own bytes."""
        messages = [cms.ContentInfo.load(self.detached(data, who))["content"] for who, data in signed]
        whole = messages[0].copy()
        whole["signer_infos"] = cms.SignerInfos([info for each in messages for info in each["signer_infos"]])
        certificates = {each.dump(): each.untag() for message in messages for each in message["certificates"]}
        whole["certificates"] = cms.CertificateSet(list(certificates.values()))
        made: bytes = cms.ContentInfo({"content_type": "signed_data", "content": whole}).dump()
        return made
