"""What is known of one signature, and how to say it without promising more.

Our own table, because the verdicts a library offers ready-made are wrong for a reader: one calls a revoked signer
trusted when no revocation list is at hand, and refuses the ordinary Vietnamese file that a person and then an
organisation signed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from trangtin.content.values.dates import VIETNAM, day_text
from trangtin.content.values.vocabulary import Choice


class Integrity(Choice):
    """Whether the bytes are those that were signed, from best to worst."""

    INTACT = "intact", "nguyên vẹn"
    UNREADABLE = "unreadable", "không đọc được"
    CHANGED = "changed", "đã bị sửa sau khi ký"
    BROKEN = "broken", "không khớp nội dung"


class FileState(Choice):
    """Whether the bytes of a whole file are as they were signed: its worst signature decides."""

    UNSIGNED = "unsigned", "không có chữ ký số"
    INTACT = "intact", "nguyên vẹn từ khi ký"
    UNREADABLE = "unreadable", "không kiểm tra được"
    CHANGED = "changed", "ĐÃ BỊ SỬA SAU KHI KÝ"
    BROKEN = "broken", "CHỮ KÝ KHÔNG KHỚP NỘI DUNG"


class Identity(Choice):
    """Whether the certificate leads to a root that the portal trusts."""

    TRUSTED = "trusted", "chứng thư có chuỗi tin cậy"
    UNKNOWN = "unknown", "chưa xác định được người ký"
    EXPIRED = "expired", "chứng thư hết hạn khi ký"
    REVOKED = "revoked", "chứng thư đã bị thu hồi"


class Revocation(Choice):
    """Whether revocation is proven, one way or the other, for the whole chain."""

    CHECKED = "checked", "đã kiểm tra thu hồi"
    UNCHECKED = "unchecked", "chưa kiểm tra thu hồi"


class TimeSource(Choice):
    """Who says when it was signed."""

    CLAIMED = "claimed", "giờ do máy người ký khai"
    TIMESTAMP = "timestamp", "giờ theo dấu thời gian"


class TimeFault(Choice):
    """Why the time of a signature cannot be relied on although somebody stamped or wrote it."""

    UNKNOWN = "unknown", "chưa tin được dấu thời gian"
    REVOKED = "revoked", "chứng thư của cơ quan cấp dấu thời gian đã bị thu hồi"
    FUTURE = "future", "giờ ký chưa tới"


NOT_FOR_THIS = "chứng thư không được cấp để dùng vào việc này"
"""Why a certificate with a good chain identifies nobody: it is a web server's, a clock's, an authority's."""
NOT_YET = "khi ấy chứng thư chưa có hiệu lực"
"""How the reason begins where the certificate began to run only after it was used."""


class Coverage(Choice):
    """How much of the file the signature covers."""

    WHOLE_FILE = "whole-file", "bao trùm cả tệp"
    REVISION = "revision", "bao trùm tệp như khi ký"
    PARTIAL = "partial", "không bao trùm hết"
    UNKNOWN = "unknown", "chưa rõ phạm vi"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature. Of the certificate only CN, O, OU: the rest carries identity numbers."""

    integrity: Integrity
    """What the bytes prove."""
    reason: str = ""
    """Why the bytes are not intact, in Vietnamese."""
    signer: str | None = None
    """Common name (CN) in the certificate."""
    organisation: str | None = None
    """Organisation (O)."""
    unit: str | None = None
    """Organisational unit (OU)."""
    issuer: str | None = None
    """Common name of the authority that issued the certificate, as the certificate says."""
    time: datetime | None = None
    """When it was signed, aware; `time_source` says on whose word."""
    time_source: TimeSource | None = None
    """None where no time is given at all."""
    time_fault: TimeFault | None = None
    """Set where a timestamp that is there was not believed, or the time has not come yet."""
    time_reason: str = ""
    """The time fault in detail, in Vietnamese."""
    identity: Identity = Identity.UNKNOWN
    """What the chain of certificates proves at the time of signing."""
    identity_reason: str = ""
    """Why the identity is not trusted, in Vietnamese."""
    revocation: Revocation = Revocation.UNCHECKED
    """Whether revocation data cover the signing time for every certificate of the chain."""
    revocation_as_of: datetime | None = None
    """Date of the oldest revocation data the check rests on."""
    revoked_on: datetime | None = None
    """When a certificate of the chain was revoked, if one was."""
    authority_revoked: bool = False
    """True if the revoked certificate is an authority's, not the signer's own."""
    coverage: Coverage = Coverage.UNKNOWN
    """How much of the file is covered."""
    later: tuple[str, ...] = ()
    """What came into the file after this signature, in Vietnamese."""
    sha1: tuple[str, ...] = ()
    """Where the outdated SHA-1 is used: certificates or timestamp, in Vietnamese."""
    time_proven: bool = False
    """True if the timestamp authority's own certificate was checked for revocation too."""
    field: str = ""
    """Name of the form field, for those who look into the file."""
    is_timestamp: bool = False
    """True for a document timestamp: it proves a time, nobody's will."""

    def without_proof(self) -> Signature:
        """The signature, its signer unknown where it proves nothing: then its certificate proves nothing either."""
        if self.integrity in (Integrity.INTACT, Integrity.CHANGED) or self.identity is not Identity.TRUSTED:
            return self
        reason = "chữ ký không chứng minh được gì nên không nói được ai đã ký"
        return replace(self, identity=Identity.UNKNOWN, identity_reason=reason, time_proven=False)

    def seen_before(self, moment: datetime) -> Signature:
        """The signature as it reads before `moment`: a clock that is ahead of that is wrong."""
        if self.time is None or self.time < moment:
            return self
        reason = "giờ ấy chưa tới: đồng hồ của bên ghi giờ sai"
        return replace(self, time_fault=TimeFault.FUTURE, time_reason=reason, time_proven=False)

    @property
    def is_valid(self) -> bool:
        """True only if integrity, coverage, chain, dated revocation data and time are all proven."""
        return (
            self.integrity is Integrity.INTACT
            and self.coverage in (Coverage.WHOLE_FILE, Coverage.REVISION)
            and self.identity is Identity.TRUSTED
            and self.revocation is Revocation.CHECKED
            and self.revocation_as_of is not None
            and self.time_source is TimeSource.TIMESTAMP
            and self.time_proven
            and not self.sha1
        )

    @property
    def time_text(self) -> str:
        """The time at +07:00, as Vietnamese offices write it."""
        return moment_text(self.time) if self.time else "không ghi giờ ký"

    def verdict(self) -> tuple[str, ...]:
        """Plain sentences for a reader: what was checked, with what result, and what was not."""
        return tuple(_sentences(self))


_STATES = {
    Integrity.INTACT: FileState.INTACT,
    Integrity.UNREADABLE: FileState.UNREADABLE,
    Integrity.CHANGED: FileState.CHANGED,
    Integrity.BROKEN: FileState.BROKEN,
}


def moment_text(moment: datetime) -> str:
    """`20/04/2021 14:00:00 (+07:00)`."""
    return f"{moment.astimezone(VIETNAM):%d/%m/%Y %H:%M:%S} (+07:00)"


def day_of(moment: datetime) -> str:
    """The day it is in Viet Nam, `20/04/2021`."""
    return day_text(moment.astimezone(VIETNAM).date())


def worst(signatures: Iterable[Signature]) -> FileState:
    """The state of a file with these signatures."""
    order = list(Integrity)
    found = [signature.integrity for signature in signatures]
    return _STATES[max(found, key=order.index)] if found else FileState.UNSIGNED


def _sentences(signature: Signature) -> Iterable[str]:
    mark, made = ("dấu thời gian", "đóng dấu thời gian") if signature.is_timestamp else ("chữ ký", "ký")
    if signature.is_valid:
        yield "Dấu thời gian hợp lệ." if signature.is_timestamp else "Chữ ký số hợp lệ."
    match signature.integrity:
        case Integrity.INTACT if signature.coverage is Coverage.WHOLE_FILE:
            yield f"Nội dung tệp còn nguyên vẹn từ khi {made}."
        case Integrity.INTACT:
            yield f"Phần đã {made} còn nguyên vẹn."
        case Integrity.CHANGED:
            yield f"TỆP ĐÃ BỊ SỬA SAU KHI {made.upper()}{_because(signature.reason)}."
        case Integrity.BROKEN:
            yield f"{mark.upper()} KHÔNG KHỚP NỘI DUNG{_because(signature.reason)}."
        case Integrity.UNREADABLE:
            yield f"Có {mark} nhưng không kiểm tra được{_because(signature.reason)}."
    if signature.later:
        yield f"Thêm vào tệp sau {mark} này: {'; '.join(signature.later)}."
    if signature.integrity in (Integrity.UNREADABLE, Integrity.BROKEN):
        # Whose certificate it is says nothing where the signature proves nothing.
        if signature.signer:
            what = "giờ nào" if signature.is_timestamp else "người này đã ký"
            yield f"Chứng thư kèm {mark} ghi tên '{signature.signer}'; {mark} không chứng minh được {what}."
        return
    yield from _identity(signature, made)
    yield from _time(signature)
    if signature.sha1:
        yield f"Có dùng thuật toán cũ SHA-1: {'; '.join(signature.sha1)}."


def _identity(signature: Signature, made: str) -> Iterable[str]:
    """`made` is what the holder did, in Vietnamese: signed, or set a timestamp."""
    who = "cơ quan cấp dấu thời gian" if signature.is_timestamp else "người ký"
    match signature.identity:
        case Identity.TRUSTED:
            yield f"Chứng thư số của {who} dẫn tới chứng thư gốc mà trang này tin cậy."
        case Identity.UNKNOWN:
            reason = _because(signature.identity_reason)
            yield f"CHƯA XÁC ĐỊNH ĐƯỢC {who.upper()}: chứng thư số chưa được tin cậy{reason}."
        case Identity.EXPIRED:
            yield f"Chứng thư số không còn hạn sử dụng khi {made}{_because(signature.identity_reason)}."
        case Identity.REVOKED:
            which = " CỦA CƠ QUAN CHỨNG THỰC CẤP TRÊN" if signature.authority_revoked else ""
            yield f"CHỨNG THƯ SỐ{which} ĐÃ BỊ THU HỒI{_because(signature.identity_reason)}."
    if signature.identity is Identity.TRUSTED and signature.revoked_on:
        which = "của cơ quan chứng thực cấp trên " if signature.authority_revoked else ""
        when = day_of(signature.revoked_on)
        by = "" if signature.is_timestamp else " theo dấu thời gian"
        yield f"Chứng thư số {which}bị thu hồi ngày {when}, sau khi {made}{by}."
    if signature.revocation is Revocation.UNCHECKED and signature.identity is not Identity.REVOKED:
        yield "Chưa kiểm tra tình trạng thu hồi của chứng thư số."
    elif signature.revocation_as_of and signature.identity is not Identity.REVOKED:
        yield f"Đã kiểm tra thu hồi theo dữ liệu ngày {day_of(signature.revocation_as_of)}."


def _time(signature: Signature) -> Iterable[str]:
    match signature.time_source:
        case TimeSource.TIMESTAMP:
            yield f"Thời gian {signature.time_text} do cơ quan cấp dấu thời gian xác nhận."
            if signature.time_fault is TimeFault.FUTURE:
                yield f"KHÔNG DỰA VÀO ĐƯỢC GIỜ KÝ{_because(signature.time_reason)}."
            elif not signature.time_proven:
                yield "Chưa kiểm tra thu hồi chứng thư của cơ quan cấp dấu thời gian."
        case TimeSource.CLAIMED:
            doubt = _because(signature.time_reason)
            if signature.is_timestamp:
                yield f"Thời gian {signature.time_text} chưa có gì xác nhận{doubt}."
                return
            yield f"Thời gian {signature.time_text} do máy của người ký tự khai, chưa có gì xác nhận{doubt}."
        case None:
            yield "Chữ ký không ghi thời gian ký: không biết khi ấy chứng thư số còn hạn hay đã hết hạn."


def _because(reason: str) -> str:
    return f" ({reason})" if reason else ""
