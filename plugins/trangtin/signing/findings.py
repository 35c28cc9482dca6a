"""What is wrong with one file by itself, whatever document offers it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from trangtin.content.problem import Code, Severity
from trangtin.content.values.quantity import number_text
from trangtin.signing.kinds import Encryption, FileFormat, FileKind, TextLayer, formats_of_name, kind_of_name
from trangtin.signing.report import GROWS, FileReport
from trangtin.signing.validation.verdict import (
    NOT_FOR_THIS,
    NOT_YET,
    FileState,
    Identity,
    Integrity,
    Revocation,
    Signature,
    TimeFault,
    TimeSource,
    day_of,
)

_A_FILE = {
    FileKind.PDF: "tệp PDF",
    FileKind.DETACHED: "tệp chữ ký số",
    FileKind.OFFICE: "tệp Office",
    FileKind.IMAGE: "tệp ảnh",
    FileKind.DRAWING: "hình vẽ SVG",
}
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault that has no place (path and line) yet."""

    code: Code
    message: str
    """What is wrong, in Vietnamese, without the file's name."""
    remedy: str
    severity: Severity = Severity.ERROR


def findings_of(report: FileReport, name: str, largest: int | None = None) -> tuple[Finding, ...]:
    """Everything wrong with a file of this name; `largest` is the size limit in bytes."""
    return (*_of_bytes(report, name, largest), *_of_signatures(report), *_of_content(report))


def unreadable(error: OSError) -> Finding:
    """The finding for a file that the system refuses to read."""
    if isinstance(error, PermissionError):
        reason = "không có quyền đọc"
    else:
        reason = "ổ đĩa báo lỗi" if error.errno == errno.EIO else f"hệ thống báo lỗi {error.errno}"
    return Finding(
        Code.FILE_DAMAGED, f"không đọc được tệp ({reason})", "cấp quyền đọc cho tài khoản chạy lệnh, hoặc chép lại tệp"
    )


def _of_bytes(report: FileReport, name: str, largest: int | None) -> Iterator[Finding]:
    other = _other_inside(report, name)
    # Browsers show a picture of another kind all the same; nothing else opens.
    is_picture = report.kind is FileKind.IMAGE is kind_of_name(name)
    if other and is_picture and not report.is_damaged:
        yield Finding(Code.FILE_NOT_WHAT_IT_SAYS, other, "đổi đuôi tệp cho đúng", Severity.WARNING)
    if other and not is_picture:
        yield Finding(Code.FILE_NOT_WHAT_IT_SAYS, other, f"xuất lại {_promised(name)} thật")
    elif report.format is FileFormat.PROGRAM:
        yield Finding(
            Code.FILE_NOT_WHAT_IT_SAYS,
            f"là {report.format.label}",
            "đăng tệp văn bản, ảnh, bảng tính; không đăng chương trình",
        )
    elif report.encryption is Encryption.USER:
        yield Finding(Code.FILE_LOCKED, "tệp có mật khẩu, người đọc không mở được", "bỏ mật khẩu ở bản gốc rồi ký lại")
    elif report.is_truncated:
        yield Finding(Code.FILE_DAMAGED, "tệp bị cắt cụt, thiếu phần cuối", "lấy lại tệp gốc, kiểm tra việc tải lên")
    elif report.reason == GROWS:
        yield Finding(Code.FILE_DAMAGED, f"tệp PDF {GROWS}", "kiểm tra lại nơi gửi; xuất lại tệp PDF từ bản gốc")
    elif report.kind is FileKind.PDF and (report.pages is None or report.is_damaged or not report.is_pdf):
        yield Finding(Code.FILE_DAMAGED, "tệp PDF hỏng cấu trúc, có máy không mở được", "lấy lại tệp gốc")
    elif report.is_damaged and report.kind is FileKind.IMAGE:
        yield Finding(
            Code.FILE_DAMAGED,
            "không mở được ảnh: tệp hỏng, hoặc là loại mà trình duyệt không đọc được (HEIC)",
            "lấy lại tệp gốc; ảnh HEIC của điện thoại thì xuất sang JPEG",
        )
    elif report.is_damaged:
        yield Finding(Code.FILE_DAMAGED, "tệp hỏng, không mở được", "lấy lại tệp gốc")
    elif report.has_tail:
        yield Finding(
            Code.FILE_DAMAGED,
            "có dữ liệu lạ nối sau phần cuối của tệp PDF",
            "lấy lại đúng tệp gốc; kiểm tra hệ thống đã gửi tệp",
            Severity.WARNING,
        )
    if largest is not None and report.size > largest:
        yield Finding(
            Code.FILE_TOO_LARGE,
            f"tệp nặng {number_text(report.size / MEGABYTE, 1)} MB, quá giới hạn {number_text(largest / MEGABYTE)} MB",
            "quét lại ở 200 dpi, hoặc tách phụ lục (trước khi ký, không nén tệp đã ký)",
        )


def _other_inside(report: FileReport, name: str) -> str:
    """How the file's ending contradicts its bytes; empty where they agree."""
    formats = formats_of_name(name)
    ending = PurePosixPath(name).suffix.lower()
    if not formats or (report.format in formats if report.format else report.kind is kind_of_name(name)):
        return ""
    if report.format and report.format is not FileFormat.OTHER:
        return f"có đuôi {ending} nhưng bên trong là {report.format.label}"
    return f"có đuôi {ending} nhưng không phải là {_promised(name)}"


def _promised(name: str) -> str:
    return _A_FILE.get(kind_of_name(name) or FileKind.OTHER, f"tệp {PurePosixPath(name).suffix.lower()}")


def _of_signatures(report: FileReport) -> Iterator[Finding]:
    marks = (*report.signatures, *report.timestamps)
    for mark in marks:
        if mark.integrity in (Integrity.CHANGED, Integrity.BROKEN):
            yield Finding(
                Code.FILE_ALTERED,
                f"{_who(mark)}: {mark.integrity.label}{f' ({mark.reason})' if mark.reason else ''}",
                "lấy lại đúng tệp đã ký; không lưu lại, nén hay chèn gì vào tệp đã ký",
            )
        elif mark.integrity is Integrity.UNREADABLE:
            yield Finding(
                Code.SIGNATURE_UNREADABLE,
                f"{_who(mark)}: không kiểm tra được{f' ({mark.reason})' if mark.reason else ''}",
                "ký lại bằng phần mềm hiện hành, hoặc lấy lại đúng tệp đã ký",
            )
    told = report.encryption is Encryption.USER or report.is_damaged or report.is_truncated
    told |= report.kind is FileKind.PDF and not report.is_pdf
    if report.state is FileState.UNREADABLE and not marks and not told and report.kind is not FileKind.OTHER:
        yield Finding(Code.SIGNATURE_UNREADABLE, report.reason, "lấy lại đúng tệp đã ký, dạng PDF")
    yield from _doubts([each for each in marks if each.integrity is Integrity.INTACT])


def _doubts(marks: list[Signature]) -> Iterator[Finding]:
    for mark in marks:
        if mark.identity is Identity.REVOKED:
            later = mark.revoked_on is not None and mark.time is not None and mark.revoked_on > mark.time
            whose = " của cơ quan chứng thực cấp trên" if mark.authority_revoked else ""
            yield Finding(
                Code.SIGNER_REVOKED,
                f"{_who(mark)}: chứng thư số{whose} đã bị thu hồi ({mark.identity_reason})",
                "ký lại bằng chứng thư còn hiệu lực; bản ký cũ có dấu thời gian thì dùng bản ấy",
                Severity.NOTICE if later else Severity.ERROR,
            )
        elif mark.identity is Identity.EXPIRED:
            yield _notice(
                Code.SIGNER_EXPIRED,
                f"{_who(mark)}: chứng thư số không còn hạn khi ký ({mark.identity_reason})",
                "ký lại bằng chứng thư còn hạn",
            )
    # Of clocks it is told below, where their times are.
    unknown = [each for each in marks if each.identity is Identity.UNKNOWN and not each.is_timestamp]
    for why, remedy in _ABOUT_IDENTITY.items():
        if group := [each for each in unknown if _reason_of(each) == why]:
            message = f"chưa xác định được người ký: {_names(group)} ({group[0].identity_reason})"
            yield _notice(Code.SIGNER_UNKNOWN, message, remedy)
    unchecked = [m for m in marks if m.revocation is Revocation.UNCHECKED and m.identity is Identity.TRUSTED]
    unproven = [_names(unchecked)] if unchecked else []
    # Of a timestamp of the whole file the authority is the signer.
    stamped = [m for m in marks if not m.is_timestamp and m.time_source is TimeSource.TIMESTAMP]
    if any(not mark.time_proven and mark.time_fault is None for mark in stamped):
        unproven.append("cơ quan cấp dấu thời gian")
    if unproven:
        yield _notice(
            Code.REVOCATION_UNKNOWN,
            f"chưa kiểm tra được tình trạng thu hồi chứng thư của {' và của '.join(unproven)}",
            "chép danh sách thu hồi (CRL) phát hành sau ngày ký vào trust/crls",
        )
    yield from _of_time(marks)


_ABOUT_IDENTITY = {
    "": "chép chứng thư gốc và trung gian vào trust/roots, trust/intermediates sau khi đối chiếu vân tay",
    NOT_FOR_THIS: "ký lại bằng chứng thư cấp cho người hoặc cơ quan để ký văn bản",
    NOT_YET: "chỉnh đồng hồ máy ký, rồi ký lại",
}
"""What to do, by how the reason begins; by nothing else: no way leads to a root."""


def _reason_of(mark: Signature) -> str:
    return next((why for why in (NOT_FOR_THIS, NOT_YET) if mark.identity_reason.startswith(why)), "")


_ABOUT_TIME = {
    None: "khi ký hãy bật dịch vụ cấp dấu thời gian",
    TimeFault.UNKNOWN: "chép chứng thư của bên cấp dấu thời gian vào trust/roots, trust/intermediates"
    " sau khi đối chiếu vân tay",
    TimeFault.REVOKED: "ký lại, chọn dịch vụ cấp dấu thời gian có chứng thư còn hiệu lực",
    TimeFault.FUTURE: "chỉnh đồng hồ máy ký, hoặc chọn dịch vụ cấp dấu thời gian khác, rồi ký lại",
}


def _of_time(marks: list[Signature]) -> Iterator[Finding]:
    if untimed := [each for each in marks if each.time is None]:
        yield _notice(Code.TIME_CLAIMED, f"chữ ký của {_names(untimed)} không ghi giờ ký", _ABOUT_TIME[None])
    dated = [each for each in marks if each.time is not None]
    doubtful = [each for each in dated if each.time_source is not TimeSource.TIMESTAMP or each.time_fault is not None]
    for fault, remedy in _ABOUT_TIME.items():
        if group := [each for each in doubtful if each.time_fault is fault]:
            why = f": {group[0].time_reason}" if fault else " chỉ do máy người ký khai"
            yield _notice(Code.TIME_CLAIMED, f"giờ ký của {_names(group)}{why}", remedy)


def _of_content(report: FileReport) -> Iterator[Finding]:
    if report.active:
        yield Finding(
            Code.ACTIVE_CONTENT,
            f"tệp có {', '.join(kind.label for kind in report.active)}",
            "lưu lại dạng Plain SVG chỉ có nét vẽ và chữ, hoặc xuất ra PNG"
            if report.kind is FileKind.DRAWING
            else "xuất lại PDF chỉ có chữ và ảnh, đính tệp kèm riêng, rồi ký",
        )
    if report.hidden:
        yield Finding(
            Code.HIDDEN_CONTENT,
            f"tệp có {', '.join(report.hidden)}",
            "chấp nhận hết thay đổi, xóa bình luận và phần ẩn (Inspect Document) rồi lưu bản mới",
        )
    if report.unseen:
        yield Finding(
            Code.HIDDEN_CONTENT,
            f"tệp có {', '.join(report.unseen)}",
            "nếu không định công bố thì xóa phần ấy (Inspect Document) rồi lưu bản mới, hoặc đăng bản PDF",
            Severity.WARNING,
        )
    if report.text_layer in (TextLayer.NONE, TextLayer.PARTIAL):
        yield _notice(
            Code.NO_TEXT_LAYER,
            f"{report.text_layer.label}: không tìm, không chép, máy không đọc thành tiếng được",
            "xuất PDF từ Word rồi ký số thay cho bản quét, hoặc đăng kèm toàn văn",
        )
    if report.has_place or report.has_exif:
        yield Finding(
            Code.METADATA_LEAK,
            f"ảnh có thông tin máy chụp{' và nơi chụp (GPS)' if report.has_place else ''}",
            _without_traces(report),
            Severity.ERROR if report.keeps_notes and report.has_place else Severity.NOTICE,
        )
    if report.leaks:
        yield Finding(
            Code.METADATA_LEAK,
            f"tệp lộ {'; '.join(report.leaks)}",
            _without_traces(report),
            Severity.ERROR if report.keeps_notes else Severity.NOTICE,
        )


def _without_traces(report: FileReport) -> str:
    if report.keeps_notes:
        return "đổi sang JPEG hoặc PNG: ở dạng này thông tin ấy không gỡ được khi đăng"
    if report.kind is FileKind.IMAGE:
        return "thông tin này được gỡ khi đăng; nên gỡ cả ở bản gốc"
    if report.kind is FileKind.OFFICE:
        return "xóa thông tin tệp (File → Info → Inspect Document) rồi lưu bản mới"
    return "xóa thông tin tệp trước khi ký; tệp đã ký thì không sửa được nữa"


def _notice(code: Code, message: str, remedy: str) -> Finding:
    return Finding(code, message, remedy, Severity.NOTICE)


def _who(mark: Signature) -> str:
    return f"{'dấu thời gian' if mark.is_timestamp else 'chữ ký'} của '{mark.signer or mark.field or '?'}'"


def _names(marks: list[Signature]) -> str:
    return ", ".join(dict.fromkeys(f"'{mark.signer or mark.field or '?'}'" for mark in marks))


def signed_late(report: FileReport, issued: datetime, days: int) -> Finding | None:
    """A finding if somebody signed many days after the day of issue, or before it."""
    for mark in report.signatures:
        if mark.time is None or mark.integrity is not Integrity.INTACT:
            continue
        distance = (mark.time - issued).days
        if distance > days or distance < -days:
            when = "sau" if distance > 0 else "trước"
            return _notice(
                Code.SIGNED_LATE,
                f"{_who(mark)} ghi ngày {day_of(mark.time)}, {when} ngày ban hành {number_text(abs(distance))} ngày",
                "kiểm tra ngày ban hành và tệp đính kèm",
            )
    return None
