"""What came into a PDF after it was signed, and whether it leaves the signed document alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from trangtin.signing.validation.diff_policy import DIFF_ERRORS, POLICY
from trangtin.signing.validation.verdict import Coverage, Integrity, Signature

_COVERAGE = {
    SignatureCoverageLevel.ENTIRE_FILE: Coverage.WHOLE_FILE,
    SignatureCoverageLevel.ENTIRE_REVISION: Coverage.REVISION,
}
# Words of PDF syntax: bytes with these behind the last revision may mean something to another reader than ours.
_SYNTAX = re.compile(rb"\bobj\b|\bxref\b|\btrailer\b|\bstream\b|%%EOF|%PDF")


def judge_later(embedded: EmbeddedPdfSignature, signature: Signature, data: bytes, others: int) -> Signature:
    """The signature with its coverage and all that was added, marked as changed where that touches the document.

    `others` is how many signatures and timestamps were made after this one.
    """
    level = embedded.evaluate_signature_coverage()
    # What the rest of pyHanko's own check would have set; evaluate_modifications asks for it.
    embedded.coverage = level  # type: ignore[assignment]
    coverage = _COVERAGE.get(level, Coverage.PARTIAL)
    end = sum([int(part) for part in embedded.byte_range][2:])
    signature = replace(signature, coverage=coverage, later=tuple(_added(embedded, end, data, others)))
    if signature.integrity is not Integrity.INTACT or coverage is Coverage.WHOLE_FILE:
        return signature
    if coverage is Coverage.PARTIAL:
        return replace(signature, integrity=Integrity.CHANGED, reason="vùng ký không bao trùm hết nội dung tệp")
    if _SYNTAX.search(data, _end_of_last_revision(embedded.reader, data, end)):
        return replace(signature, integrity=Integrity.CHANGED, reason="có nội dung lạ nối vào cuối tệp")
    try:
        found = embedded.evaluate_modifications(POLICY)
    except DIFF_ERRORS:
        return replace(signature, integrity=Integrity.CHANGED, reason="phần thêm sau khi ký không đọc được")
    allowed = embedded.docmdp_level
    if (
        not isinstance(found, DiffResult)
        or found.modification_level > ModificationLevel.FORM_FILLING
        or (allowed is not None and found.modification_level.value > allowed.value)
    ):
        return replace(signature, integrity=Integrity.CHANGED, reason="nội dung hoặc hình thức văn bản khác lúc ký")
    return signature


def _added(embedded: EmbeddedPdfSignature, end: int, data: bytes, others: int) -> Iterator[str]:
    revisions = embedded.reader.xrefs.total_revisions - 1 - embedded.signed_revision
    if others:
        yield f"{others} chữ ký hoặc dấu thời gian"
    if revisions > others:
        yield f"{revisions - others} lần lưu khác"
    if revisions <= 0 and len(data) > end:
        yield f"{len(data) - end} byte thừa sau vùng ký"


def _end_of_last_revision(reader: PdfFileReader, data: bytes, end: int) -> int:
    """Where the part that belongs to some revision ends: behind the %%EOF of the newest one."""
    newest = reader.xrefs.get_xref_container_info(reader.xrefs.total_revisions - 1).end_location
    start = max(newest, end)
    marker = data.find(b"%%EOF", newest)
    return max(start, marker + 5) if marker >= 0 else start
