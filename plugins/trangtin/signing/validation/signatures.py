"""Every signature in a PDF. A signed field is reported even where it cannot be read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import NoDSSFoundError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from trangtin.signing.inside.objects import entry
from trangtin.signing.inside.pdf import leaves_trace
from trangtin.signing.validation.cms import check_signed_data, encapsulated, read_signed_data
from trangtin.signing.validation.contents import check_contents
from trangtin.signing.validation.identity import Evidence, judge, judge_timestamp
from trangtin.signing.validation.later import judge_later
from trangtin.signing.validation.revocation import RevocationData
from trangtin.signing.validation.timestamps import Timestamp, check_token
from trangtin.signing.validation.trust import TrustStore
from trangtin.signing.validation.verdict import Integrity, Signature

_DETACHED = frozenset({"/adbe.pkcs7.detached", "/ETSI.CAdES.detached"})
_TOKEN = "/ETSI.RFC3161"


@dataclass(frozen=True, slots=True)
class PdfSignatures:
    """The contents of the signature fields of a PDF."""

    signatures: tuple[Signature, ...] = ()
    """In the order in which they were made, document timestamps too; those that cannot be read come last."""
    empty_fields: int = 0
    """Fields prepared for a signature that has none yet."""
    unreadable: str = ""
    """Why nothing can be said of the file, in Vietnamese; empty if it could be read."""


def read_signatures(data: bytes, trust: TrustStore) -> PdfSignatures:
    """Check every signature of a PDF. Never raises for what the file holds."""
    try:
        # strict=False: real files break small rules; the signed bytes are compared exactly all the same.
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        if reader.encrypted and reader.decrypt("").status.name == "FAILED":
            return PdfSignatures(unreadable="tệp có mật khẩu")
        fields = list(enumerate_sig_fields(reader))
    except Exception:  # pyHanko raises anything from struct.error to RecursionError over damaged files
        return PdfSignatures(unreadable="cấu trúc tệp hỏng")
    filled = [(name, field) for name, value, field in fields if not _is_empty(value)]
    if not filled and leaves_trace(data):
        return PdfSignatures((), len(fields), "tệp có dấu vết chữ ký nhưng không đọc được ô chữ ký")
    evidence = _evidence(reader, trust)
    read = [_open(reader, name, field) for name, field in filled]
    read.sort(key=lambda each: each.revision)
    stamps = [(each, _stamp(each, evidence)) for each in read]
    signatures = tuple(_judge(each, stamp, stamps, evidence, data) for each, stamp in stamps)
    return PdfSignatures(signatures, len(fields) - len(filled))


def _is_empty(value: object) -> bool:
    if isinstance(value, generic.IndirectObject):
        try:
            value = value.get_object()
        except Exception:  # a value that cannot be read is a value
            return False
    return value is None or isinstance(value, generic.NullObject)


@dataclass(frozen=True)
class _Field:
    """A field with a value, whether it could be opened or not."""

    name: str
    embedded: EmbeddedPdfSignature | None
    reason: str = ""

    @property
    def revision(self) -> float:
        return float("inf") if self.embedded is None else self.embedded.signed_revision

    @property
    def is_timestamp(self) -> bool:
        return self.embedded is not None and (
            entry(self.embedded.sig_object, "/Type") == "/DocTimeStamp"
            or entry(self.embedded.sig_object, "/SubFilter") == _TOKEN
        )


def _open(reader: PdfFileReader, name: str, pointer: generic.PdfObject) -> _Field:
    try:
        field = pointer.get_object()
        kind = entry(entry(field, "/V"), "/SubFilter")
        if kind not in _DETACHED | {_TOKEN}:
            return _Field(name, None, f"kiểu chữ ký {str(kind)[1:60]} chưa đọc được" if kind else "thiếu kiểu chữ ký")
        return _Field(name, EmbeddedPdfSignature(reader, field, name))
    except Exception:  # damaged as above: told as unreadable, never as unsigned
        return _Field(name, None, "dữ liệu chữ ký hỏng hoặc thiếu")


def _stamp(field: _Field, evidence: Evidence) -> Timestamp | None:
    """The field's document timestamp, checked by itself; None if it is none or cannot be read."""
    if field.embedded is None or not field.is_timestamp:
        return None
    try:
        signed = read_signed_data(field.embedded.pkcs7_content)
        return check_token(
            signed, field.embedded.compute_digest, evidence.certificates, evidence.revocation, evidence.trust
        )
    except Exception:  # a timestamp that cannot be read proves no time; the signature keeps its claimed one
        return None


def _judge(
    field: _Field,
    stamp: Timestamp | None,
    stamps: list[tuple[_Field, Timestamp | None]],
    evidence: Evidence,
    data: bytes,
) -> Signature:
    embedded = field.embedded
    if embedded is None:
        return Signature(Integrity.UNREADABLE, field.reason, field=field.name)
    if field.is_timestamp and stamp is None:
        return Signature(Integrity.UNREADABLE, "dấu thời gian hỏng", field=field.name, is_timestamp=True)
    try:
        if stamp is not None:
            signature = judge_timestamp(stamp)
        else:
            covering = (each for other, each in stamps if each is not None and other.revision > field.revision)
            signature = _regular(embedded, evidence, tuple(covering))
        others = sum(1 for other, _ in stamps if field.revision < other.revision < float("inf"))
        signature = judge_later(embedded, signature, data, others)
        if signature.integrity is Integrity.INTACT and (fault := check_contents(embedded, data)):
            signature = replace(signature, integrity=Integrity.BROKEN, reason=fault)
    except Exception:  # a damaged signature may raise anything; what it proves is nothing
        return Signature(Integrity.UNREADABLE, "dữ liệu chữ ký hỏng hoặc thiếu", field=field.name)
    return replace(signature, field=field.name).without_proof()


def _regular(embedded: EmbeddedPdfSignature, evidence: Evidence, covering: tuple[Timestamp, ...]) -> Signature:
    signed = read_signed_data(embedded.pkcs7_content)
    if encapsulated(signed) is not None:
        raise ValueError("a detached signature with content inside")
    message = check_signed_data(signed, embedded.compute_digest, known=evidence.trust.certificates)
    claimed = None if message.claimed_time else embedded.self_reported_timestamp
    return judge(message, evidence.with_message(signed, message.signer_info), claimed=claimed, covering=covering)


def _evidence(reader: PdfFileReader, trust: TrustStore) -> Evidence:
    """The trust folder, with what the file itself brings for long-term validation."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
        certificates = tuple(store.load_certs())
        crls, ocsps = tuple(_streams(store.crls)), tuple(_streams(store.ocsps))
    except (NoDSSFoundError, Exception):  # no store, or a damaged one: it proves nothing, and takes nothing away
        return Evidence(trust)
    return Evidence(trust, certificates, RevocationData(crls, ocsps))


def _streams(references: list[generic.IndirectObject]) -> Iterator[bytes]:
    for reference in references:
        yield reference.get_object().data
