"""The structure of a PDF as qpdf sees it: version, encryption, active content, metadata."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf

from trangtin.signing.inside.active import find_active_content
from trangtin.signing.kinds import ActiveContent, Encryption

_PDFA = re.compile(
    rb"pdfaid:(part|conformance)\s*(?:=\s*[\"']|>)\s*([A-Za-z0-9]{1,2})", re.ASCII
)  # as attributes or as elements of XMP
_TRACE = re.compile(rb"/ByteRange|/(?:adbe\.(?:pkcs7|x509)|ETSI\.(?:CAdES|RFC3161))")


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What the structure says."""

    version: str | None = None
    """`1.7`; None where the file cannot be opened."""
    pdfa: str | None = None
    """`2b` where the file claims to be PDF/A-2b: a claim, not a proof."""
    language: str | None = None
    """`/Lang` of the catalogue."""
    encryption: Encryption = Encryption.NONE
    active: tuple[ActiveContent, ...] = ()
    """Content that does something when opened or clicked."""
    metadata: tuple[tuple[str, str], ...] = ()
    """Author, title and the like, for finding leaks."""
    links: tuple[str, ...] = ()
    """Addresses behind links."""
    has_signature: bool = False
    """True if some object is a signature's dictionary, wherever it hangs."""
    has_form: bool = False
    """True if there is a form, where signatures have their fields."""
    is_damaged: bool = False
    """True if it could not be opened, or only by guessing at its structure."""


def leaves_trace(data: bytes) -> bool:
    """True if the bytes hold what only a signature leaves, readable or not, in this revision or an older one."""
    return _TRACE.search(data) is not None


def read_pdf(data: bytes) -> PdfFacts:
    """Walk all objects once. Never raises for what the file holds."""
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            return _facts(pdf)
    except pikepdf.PasswordError:
        return PdfFacts(encryption=Encryption.USER)
    except Exception:  # qpdf's errors, and Python's over objects of impossible types
        return PdfFacts(is_damaged=True)


def _facts(pdf: pikepdf.Pdf) -> PdfFacts:
    found = find_active_content(pdf)
    xmp = _xmp(pdf)
    # After the walk: qpdf notes damage as it meets it.
    damaged = any(
        "repair" in str(each) or "damaged" in str(each) or "recover" in str(each) for each in pdf.get_warnings()
    )
    return PdfFacts(
        version=_version(pdf),
        pdfa=_pdfa(xmp),
        language=_string(pdf.Root.get("/Lang")),
        encryption=Encryption.OWNER if pdf.is_encrypted else Encryption.NONE,
        active=found.active,
        metadata=tuple(_metadata(pdf, xmp).items()),
        links=found.links,
        has_signature=found.has_signature,
        has_form=found.has_form,
        is_damaged=damaged,
    )


def _version(pdf: pikepdf.Pdf) -> str:
    newer = _string(pdf.Root.get("/Version"))
    return max(pdf.pdf_version, newer.strip("/")) if newer else pdf.pdf_version


def _string(value: object) -> str | None:
    return str(value)[:500] if value is not None else None


def _xmp(pdf: pikepdf.Pdf) -> bytes:
    try:
        stream = pdf.Root.get("/Metadata")
        return stream.read_bytes()[:1_000_000] if isinstance(stream, pikepdf.Stream) else b""
    except (pikepdf.PdfError, ValueError):
        return b""


def _pdfa(xmp: bytes) -> str | None:
    claims = dict(_PDFA.findall(xmp))
    if b"part" not in claims:
        return None
    claim: bytes = claims[b"part"] + claims.get(b"conformance", b"")
    return claim.decode("ascii").lower()


def _metadata(pdf: pikepdf.Pdf, xmp: bytes) -> Mapping[str, str]:
    found: dict[str, str] = {}
    try:
        for key, value in pdf.docinfo.items():
            if isinstance(value, pikepdf.String) and str(value).strip():
                found[str(key).strip("/")] = str(value)[:500]
    except (ValueError, TypeError, pikepdf.PdfError):
        pass  # a damaged entry leaks nothing that a reader could see
    creators = re.findall(rb"<dc:creator>.*?<rdf:li[^>]*>([^<]{1,300})</rdf:li>", xmp, re.DOTALL)
    if creators and "Author" not in found:
        found["Author"] = creators[0].decode("utf-8", "replace")
    return found
