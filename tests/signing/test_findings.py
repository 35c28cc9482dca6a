"""What is told of a file, and whether it stops a build: each state of a report by itself, with no keys and no PDF."""

from __future__ import annotations

import errno
from datetime import UTC, datetime

import pytest

from trangtin.content.problem import Severity
from trangtin.signing.findings import findings_of, signed_late, unreadable
from trangtin.signing.kinds import ActiveContent, Encryption, FileKind, TextLayer
from trangtin.signing.report import FileReport
from trangtin.signing.validation.verdict import (
    FileState,
    Identity,
    Integrity,
    Revocation,
    Signature,
    TimeFault,
    TimeSource,
)

SIGNED = datetime(2021, 4, 20, 7, tzinfo=UTC)


def report(**facts: object) -> FileReport:
    whole: dict[str, object] = {
        "kind": FileKind.PDF,
        "is_pdf": True,
        "pages": 1,
        "state": FileState.UNSIGNED,
        "text_layer": TextLayer.FULL,
    }
    return FileReport(2_500_000, "0" * 64, **(whole | facts))  # type: ignore[arg-type]


def mark(integrity: Integrity = Integrity.INTACT, reason: str = "", **more: object) -> Signature:
    facts: dict[str, object] = {
        "time": SIGNED,
        "time_source": TimeSource.TIMESTAMP,
        "time_proven": True,
        "identity": Identity.TRUSTED,
        "revocation": Revocation.CHECKED,
    }
    return Signature(integrity, reason, "Nguyễn Văn A", "Trường", **(facts | more))  # type: ignore[arg-type]


def told(found: FileReport, name: str = "a.pdf", largest: int | None = None) -> list[str]:
    marks = {Severity.ERROR: "!", Severity.WARNING: "?", Severity.NOTICE: "."}
    return [f"{each.code}{marks[each.severity]} {each.message}" for each in findings_of(found, name, largest)]


@pytest.mark.parametrize(
    ("facts", "name", "line"),
    [
        ({}, "a.pdf", None),
        ({}, "a.xyz", None),
        ({"kind": FileKind.OFFICE}, "a.pdf", "TT316! có đuôi .pdf nhưng không phải là tệp PDF"),
        ({"encryption": Encryption.USER}, "a.pdf", "TT505! tệp có mật khẩu, người đọc không mở được"),
        ({"encryption": Encryption.OWNER}, "a.pdf", None),
        ({"is_truncated": True}, "a.pdf", "TT506! tệp bị cắt cụt, thiếu phần cuối"),
        ({"pages": None}, "a.pdf", "TT506! tệp PDF hỏng cấu trúc, có máy không mở được"),
        ({"is_damaged": True}, "a.pdf", "TT506! tệp PDF hỏng cấu trúc, có máy không mở được"),
        ({"is_pdf": False}, "a.pdf", "TT506! tệp PDF hỏng cấu trúc, có máy không mở được"),
        (
            {"kind": FileKind.IMAGE, "is_damaged": True},
            "a.jpg",
            "TT506! không mở được ảnh: tệp hỏng, hoặc là loại mà trình duyệt không đọc được (HEIC)",
        ),
        ({"kind": FileKind.OFFICE, "is_damaged": True}, "a.docx", "TT506! tệp hỏng, không mở được"),
        ({"active": (ActiveContent.JAVASCRIPT,)}, "a.pdf", "TT504! tệp có mã JavaScript"),
        ({"hidden": ("bình luận", "chữ ẩn")}, "a.docx", "TT508! tệp có bình luận, chữ ẩn"),
        ({"has_exif": True}, "a.jpg", "TT512. ảnh có thông tin máy chụp"),
        ({"has_place": True}, "a.jpg", "TT512. ảnh có thông tin máy chụp và nơi chụp (GPS)"),
        ({"has_place": True, "keeps_notes": True}, "a.tif", "TT512! ảnh có thông tin máy chụp và nơi chụp (GPS)"),
        ({"has_exif": True, "keeps_notes": True}, "a.tif", "TT512. ảnh có thông tin máy chụp"),
        ({"leaks": ("người viết", "thư mục")}, "a.pdf", "TT512. tệp lộ người viết; thư mục"),
        ({"leaks": ("người viết",), "keeps_notes": True}, "a.tif", "TT512! tệp lộ người viết"),
    ],
)
def test_of_the_file(facts: dict[str, object], name: str, line: str | None) -> None:
    kinds = {"jpg": FileKind.IMAGE, "tif": FileKind.IMAGE, "docx": FileKind.OFFICE}
    kind = kinds.get(name.rpartition(".")[2], FileKind.PDF)
    assert told(report(**{"kind": kind, **facts}), name) == ([line] if line else [])


@pytest.mark.parametrize(("largest", "is_told"), [(None, False), (2_500_000, False), (2_000_000, True)])
def test_of_its_size(largest: int | None, is_told: bool) -> None:
    assert [line[:5] for line in told(report(), largest=largest)] == (["TT507"] if is_told else [])


@pytest.mark.parametrize(
    ("signature", "line"),
    [
        (mark(), None),
        (mark(Integrity.CHANGED, "thêm trang"), "TT501! chữ ký của 'Nguyễn Văn A': {} (thêm trang)"),
        (mark(Integrity.BROKEN), "TT501! chữ ký của 'Nguyễn Văn A': {}"),
        (mark(Integrity.UNREADABLE), "TT502! chữ ký của 'Nguyễn Văn A': không kiểm tra được"),
        (
            mark(Integrity.UNREADABLE, "thuật toán lạ"),
            "TT502! chữ ký của 'Nguyễn Văn A': không kiểm tra được (thuật toán lạ)",
        ),
        # Of what is altered nothing else is told: who signed is no longer the question.
        (mark(Integrity.CHANGED, identity=Identity.UNKNOWN), "TT501! chữ ký của 'Nguyễn Văn A': {}"),
        (
            mark(identity=Identity.REVOKED, revoked_on=SIGNED, identity_reason="mất khóa"),
            "TT510! chữ ký của 'Nguyễn Văn A': chứng thư số đã bị thu hồi (mất khóa)",
        ),
        (
            mark(identity=Identity.REVOKED, revoked_on=SIGNED.replace(day=21), identity_reason="mất khóa"),
            "TT510. chữ ký của 'Nguyễn Văn A': chứng thư số đã bị thu hồi (mất khóa)",
        ),
        (
            mark(identity=Identity.REVOKED, identity_reason="mất khóa"),
            "TT510! chữ ký của 'Nguyễn Văn A': chứng thư số đã bị thu hồi (mất khóa)",
        ),
        (
            mark(identity=Identity.EXPIRED, identity_reason="hết hạn 2020"),
            "TT515. chữ ký của 'Nguyễn Văn A': chứng thư số không còn hạn khi ký (hết hạn 2020)",
        ),
        (
            mark(identity=Identity.UNKNOWN, identity_reason="không có gốc", revocation=Revocation.UNCHECKED),
            "TT514. chưa xác định được người ký: 'Nguyễn Văn A' (không có gốc)",
        ),
        (
            mark(revocation=Revocation.UNCHECKED),
            "TT516. chưa kiểm tra được tình trạng thu hồi chứng thư của 'Nguyễn Văn A'",
        ),
        (
            mark(time_proven=False),
            "TT516. chưa kiểm tra được tình trạng thu hồi chứng thư của cơ quan cấp dấu thời gian",
        ),
        (
            mark(time_proven=False, revocation=Revocation.UNCHECKED),
            "TT516. chưa kiểm tra được tình trạng thu hồi chứng thư của 'Nguyễn Văn A' "
            "và của cơ quan cấp dấu thời gian",
        ),
        (
            mark(time_proven=False, time_fault=TimeFault.FUTURE, time_reason="giờ ấy chưa tới"),
            "TT513. giờ ký của 'Nguyễn Văn A': giờ ấy chưa tới",
        ),
        (
            mark(time_source=TimeSource.CLAIMED),
            "TT513. giờ ký của 'Nguyễn Văn A' chỉ do máy người ký khai",
        ),
        (
            mark(
                time_source=TimeSource.CLAIMED,
                time_fault=TimeFault.UNKNOWN,
                time_reason="có dấu thời gian nhưng chưa tin được: thiếu chứng thư gốc",
            ),
            "TT513. giờ ký của 'Nguyễn Văn A': có dấu thời gian nhưng chưa tin được: thiếu chứng thư gốc",
        ),
    ],
)
def test_of_a_signature(signature: Signature, line: str | None) -> None:
    found = told(report(state=FileState.INTACT, signatures=(signature,)))
    assert found == ([line.format(signature.integrity.label)] if line else [])


def test_doubts_are_told_once_for_all_signatures() -> None:
    claimed = mark(time_source=TimeSource.CLAIMED)
    assert len(told(report(state=FileState.INTACT, signatures=(claimed, claimed)))) == 1


@pytest.mark.parametrize(
    ("day", "when"), [(30, ""), (31, "sau ngày ban hành 31 ngày"), (-30, ""), (-31, "trước ngày ban hành 31 ngày")]
)
def test_of_signing_long_after_or_before_the_day_of_issue(day: int, when: str) -> None:
    issued = datetime.fromtimestamp(SIGNED.timestamp() - day * 86_400, UTC)
    found = signed_late(report(signatures=(mark(Integrity.BROKEN), mark())), issued, 30)
    assert (found is not None) is bool(when)
    assert when in (found.message if found else "")


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (PermissionError(errno.EACCES, ""), "không có quyền đọc"),
        (OSError(errno.EIO, ""), "ổ đĩa báo lỗi"),
        (OSError(errno.ENOTDIR, ""), f"hệ thống báo lỗi {errno.ENOTDIR}"),
    ],
)
def test_of_a_file_that_is_not_handed_out(error: OSError, why: str) -> None:
    assert unreadable(error).message == f"không đọc được tệp ({why})"


@pytest.mark.parametrize(
    ("kind", "name", "remedy"),
    [
        (FileKind.IMAGE, "a.jpg", "được gỡ khi đăng"),
        (FileKind.OFFICE, "a.docx", "Inspect Document"),
        (FileKind.PDF, "a.pdf", "trước khi ký"),
    ],
)
def test_how_traces_are_taken_out(kind: FileKind, name: str, remedy: str) -> None:
    (found,) = findings_of(report(kind=kind, leaks=("tên người soạn",)), name)
    assert remedy in found.remedy
