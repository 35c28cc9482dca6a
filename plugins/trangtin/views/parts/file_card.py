"""An attached file as a reader meets it: what it is, who signed it, what of that was checked and what was not."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from trangtin.content.document import AttachedFile, FormerFile
from trangtin.content.text import same_words
from trangtin.content.values.dates import day_text
from trangtin.content.values.quantity import number_text
from trangtin.portal.linked_document import LinkedDocument, OfferedFile
from trangtin.signing.kinds import Encryption, FileKind, TextLayer, kind_of_name
from trangtin.signing.report import FileReport
from trangtin.signing.validation.verdict import FileState, Identity, Integrity, Signature, worst
from trangtin.views import targets
from trangtin.views.parts.formats import size_text, without_stop
from trangtin.views.parts.link import Tag

_TRIAL = re.compile(r"\s*\(thử nghiệm\)$")
"""What authorities add to the names in certificates for trials."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The first page, small."""

    target: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class SignatureCard:
    """One signature, in the order in which they were made."""

    role: str
    """`Chữ ký số của người có thẩm quyền`, or whatever else can be told."""
    holder: str
    """Common name of the certificate."""
    belongs_to: str
    """Organisation and unit in the certificate; empty where it names none."""
    time: str
    """`20/04/2021 14:00:00 (+07:00)`."""
    time_note: str
    """On whose word that time stands."""
    sentences: tuple[str, ...]
    """What was checked, with what result, and what was not."""
    is_valid: bool
    """Whether everything is proven; if not, the sentences are shown unfolded."""


@dataclass(frozen=True, slots=True)
class FormerCard:
    """A file that was published in this one's place: whoever kept a copy must learn what was wrong with it."""

    said: str
    """`Thay bản trước ngày 10/05/2026: sai ngày thi`."""
    sha256: str


@dataclass(frozen=True, slots=True)
class FileCard:
    """A file to download."""

    target: str
    title: str
    role: str
    detail: str
    """`PDF, 1,2 MB, 7 trang`."""
    download: str
    """The name it is saved under, which is the one its editor gave it."""
    sha256: str | None
    picture: Picture | None
    notes: tuple[str, ...]
    """What a reader should know before opening it: only pictures of pages, restricted printing."""
    state: Tag
    """The verdict on its signatures, which is that on the worst one."""
    signatures: tuple[SignatureCard, ...]
    former: tuple[FormerCard, ...]
    """What it replaced, in the order in which its editor wrote them."""


def file_card(file: OfferedFile, document: LinkedDocument, document_name: str) -> FileCard:
    """The card of one file of a document that is called `document_name`."""
    declared, report = file.declared, file.facts
    size = report.picture_size if report else None
    return FileCard(
        target=targets.file_target(file.path),
        title=file_title(declared, document_name),
        role=_role_of(declared),
        detail=", ".join(_detail(file)),
        download=posixpath.basename(file.path),
        sha256=report.published_sha256 if report else None,
        picture=Picture(targets.picture_target(file.path), *size) if size else None,
        notes=tuple(_notes(file)),
        state=offered_state(file),
        signatures=tuple(_signatures(report, document)) if report else (),
        former=tuple(FormerCard(_replaced(former), former.sha256) for former in declared.former),
    )


def file_title(declared: AttachedFile, document_name: str) -> str:
    """What a file of a document is called: `Kế hoạch số 12/KH-TCT (bản ký số)` where its editor gave it no title."""
    return declared.title or f"{document_name} ({_role_of(declared).lower()})"


def _role_of(declared: AttachedFile) -> str:
    return "Chữ ký số rời" if kind_of_name(declared.path) is FileKind.DETACHED else declared.role.label


def _replaced(former: FormerFile) -> str:
    when = f" ngày {day_text(former.until)}" if former.until else ""
    why = f": {without_stop(former.reason)}" if former.reason else ""
    return f"Thay bản trước{when}{why}"


def _detail(file: OfferedFile) -> Iterator[str]:
    yield posixpath.splitext(file.path)[1].lstrip(".").upper() or "Tệp"
    if file.facts is not None:
        yield size_text(file.facts.published_size)
        if file.facts.pages:
            yield f"{number_text(file.facts.pages)} trang"


def _notes(file: OfferedFile) -> Iterator[str]:
    if file.signs:
        where = "tệp ấy không đăng ở đây" if file.is_alone else "tải cả hai về để kiểm tra"
        yield f"Ký tệp {posixpath.basename(file.signs)}; {where}."
    if file.beside:
        yield "Chữ ký số của tệp này nằm ở tệp riêng (.p7s) kèm theo."
    report = file.facts
    if report is None:
        return
    is_restricted = report.encryption is Encryption.OWNER
    if report.text_layer is TextLayer.FULL:
        yield "Có lớp chữ." if is_restricted else "Có lớp chữ: tìm, chép và đọc thành tiếng được."
    elif report.text_layer is TextLayer.PARTIAL:
        yield "Một số trang chỉ là ảnh quét, không tìm và không chép chữ được."
    elif report.text_layer is TextLayer.NONE:
        yield "Bản quét: trang chỉ là ảnh, không tìm và không chép chữ được."
    if is_restricted:
        yield "Tệp hạn chế in hoặc sao chép."


def offered_state(file: OfferedFile) -> Tag:
    """As `file_state`, for a file on offer: its signatures may lie in another file beside it."""
    if file.is_alone:
        return Tag("Chữ ký của một tệp không đăng ở đây", "warn")
    marks = tuple(mark for report in file.beside for mark in report.signatures)
    if marks and not (file.facts and file.facts.signatures):
        return file_state(replace(file.beside[0], signatures=marks, state=worst(marks)))
    return file_state(file.facts)


def file_state(report: FileReport | None) -> Tag:
    """What the signatures of a file come to, in a few words. What was not checked is never called unsigned."""
    if report is None:
        return Tag("Chưa kiểm tra chữ ký số", "warn")
    if report.kind not in (FileKind.PDF, FileKind.DETACHED):
        return Tag("Không kiểm tra chữ ký số ở loại tệp này", "neutral")
    match report.state:
        case FileState.UNSIGNED:
            return Tag(f"Không có chữ ký số{' (có ô ký trống)' if report.empty_fields else ''}", "neutral")
        case FileState.INTACT if not report.signatures:
            return Tag("Không có chữ ký số, chỉ có dấu thời gian", "neutral")
        case FileState.INTACT:
            return _intact((*report.signatures, *report.timestamps))
        case FileState.UNREADABLE:
            return Tag("Không kiểm tra được chữ ký số", "warn")
        case FileState.CHANGED | FileState.BROKEN:
            return Tag(report.state.label, "bad")


def _intact(marks: tuple[Signature, ...]) -> Tag:
    identities = {mark.identity for mark in marks}
    if all(mark.is_valid for mark in marks):
        return Tag("Chữ ký số hợp lệ", "good")
    if Identity.REVOKED in identities:
        return Tag("Chứng thư số đã bị thu hồi", "bad")
    if Identity.UNKNOWN in identities:
        return Tag("Nguyên vẹn từ khi ký, chưa xác định được người ký", "warn")
    if Identity.EXPIRED in identities:
        return Tag("Nguyên vẹn từ khi ký, chứng thư số hết hạn khi ký", "warn")
    return Tag("Nguyên vẹn từ khi ký, chưa kiểm tra được hết", "info")


def _signatures(report: FileReport, document: LinkedDocument) -> Iterator[SignatureCard]:
    for mark in report.signatures:
        yield _signature(mark, _role(mark, document))
    for mark in report.timestamps:
        yield _signature(mark, "Dấu thời gian của tệp")


def _signature(mark: Signature, role: str) -> SignatureCard:
    return SignatureCard(
        role,
        mark.signer or "không rõ tên",
        ", ".join(dict.fromkeys(part for part in (mark.unit, mark.organisation) if part and part != mark.signer)),
        mark.time_text,
        mark.time_source.label if mark.time_source else "",
        mark.verdict(),
        mark.is_valid,
    )


def _role(mark: Signature, document: LinkedDocument) -> str:
    """By the words of Nghị định 30/2020/NĐ-CP, where a proven name is that of the signer or of the issuer."""
    if not (mark.integrity is Integrity.INTACT and mark.identity is Identity.TRUSTED):
        return "Chữ ký số"
    name = _TRIAL.sub("", mark.signer or "")
    signer = document.head.signer
    if signer is not None and same_words(signer.name, name):
        return "Chữ ký số của người có thẩm quyền"
    if same_words(document.issuer, name):
        return "Chữ ký số của cơ quan, tổ chức"
    return "Chữ ký số"
