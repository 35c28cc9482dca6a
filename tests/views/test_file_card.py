"""What a reader is told of a file: never more than was proven."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.portal.drawing import portal_on
from trangtin.portal.linked_document import OfferedFile
from trangtin.portal.model import Portal
from trangtin.signing.kinds import Encryption, FileKind, TextLayer
from trangtin.signing.report import FileReport
from trangtin.signing.validation.verdict import (
    Coverage,
    FileState,
    Identity,
    Integrity,
    Revocation,
    Signature,
    TimeSource,
    worst,
)
from trangtin.views.document import document_view
from trangtin.views.parts.file_card import FileCard, file_card, file_state

PROVEN = Signature(
    integrity=Integrity.INTACT,
    signer="Nguyễn Văn A",
    organisation="Trường Chính trị tỉnh Mẫu",
    unit="Ban Giám hiệu",
    time=datetime(2021, 4, 20, 7, 0, tzinfo=UTC),
    time_source=TimeSource.TIMESTAMP,
    time_proven=True,
    identity=Identity.TRUSTED,
    revocation=Revocation.CHECKED,
    revocation_as_of=datetime(2021, 6, 1, tzinfo=UTC),
    coverage=Coverage.WHOLE_FILE,
)
BROKEN = replace(PROVEN, integrity=Integrity.BROKEN)
PDF = FileReport(1_200_000, "a" * 64, FileKind.PDF, True, pages=7, page_size=(595.0, 842.0), state=FileState.UNSIGNED)


def signed(*marks: Signature, state: FileState = FileState.INTACT) -> FileReport:
    return replace(PDF, state=state, signatures=marks)


@pytest.mark.parametrize(
    ("report", "text", "tone"),
    [
        (None, "Chưa kiểm tra chữ ký số", "warn"),
        (PDF, "Không có chữ ký số", "neutral"),
        (replace(PDF, empty_fields=1), "Không có chữ ký số (có ô ký trống)", "neutral"),
        (replace(PDF, kind=FileKind.OFFICE), "Không kiểm tra chữ ký số ở loại tệp này", "neutral"),
        (replace(PDF, state=FileState.UNREADABLE), "Không kiểm tra được chữ ký số", "warn"),
        (signed(PROVEN, PROVEN), "Chữ ký số hợp lệ", "good"),
        (
            signed(PROVEN, replace(PROVEN, revocation=Revocation.UNCHECKED)),
            "Nguyên vẹn từ khi ký, chưa kiểm tra được hết",
            "info",
        ),
        (
            signed(replace(PROVEN, time_source=TimeSource.CLAIMED)),
            "Nguyên vẹn từ khi ký, chưa kiểm tra được hết",
            "info",
        ),
        (
            signed(PROVEN, replace(PROVEN, identity=Identity.UNKNOWN)),
            "Nguyên vẹn từ khi ký, chưa xác định được người ký",
            "warn",
        ),
        (
            signed(PROVEN, replace(PROVEN, identity=Identity.EXPIRED)),
            "Nguyên vẹn từ khi ký, chứng thư số hết hạn khi ký",
            "warn",
        ),
        (signed(replace(PROVEN, identity=Identity.REVOKED), PROVEN), "Chứng thư số đã bị thu hồi", "bad"),
        (
            replace(signed(), timestamps=(replace(PROVEN, is_timestamp=True),)),
            "Không có chữ ký số, chỉ có dấu thời gian",
            "neutral",
        ),
        (signed(PROVEN, state=FileState.CHANGED), "ĐÃ BỊ SỬA SAU KHI KÝ", "bad"),
        (signed(PROVEN, state=FileState.BROKEN), "CHỮ KÝ KHÔNG KHỚP NỘI DUNG", "bad"),
        (
            replace(signed(PROVEN), timestamps=(replace(PROVEN, is_timestamp=True, time_proven=False),)),
            "Nguyên vẹn từ khi ký, chưa kiểm tra được hết",
            "info",
        ),
    ],
)
def test_the_state_in_words(report: FileReport | None, text: str, tone: str) -> None:
    state = file_state(report)
    assert (state.text, state.tone) == (text, tone)


@pytest.fixture
def portal(tmp_path: Path) -> Portal:
    return portal_on(
        tmp_path,
        "1/5/2021",
        """
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        files: [{path: 12.pdf}]
        signer: {name: Nguyễn Văn A, position: HIỆU TRƯỞNG}
        == plans/2021/12.pdf
        %PDF-1.7
        """,
    )


def card(portal: Portal, report: FileReport | None) -> FileCard:
    (document,) = portal.documents
    return file_card(replace(document.files[0], facts=report), document, "Kế hoạch số 12/KH-TCT")


def test_who_signed_and_when(portal: Portal) -> None:
    organisation = replace(
        PROVEN, signer=portal.documents[0].issuer, organisation=portal.documents[0].issuer, unit=None
    )
    person, office = card(portal, signed(PROVEN, organisation)).signatures
    assert person.role == "Chữ ký số của người có thẩm quyền"
    assert (person.holder, person.belongs_to) == ("Nguyễn Văn A", "Ban Giám hiệu, Trường Chính trị tỉnh Mẫu")
    assert (person.time, person.time_note) == ("20/04/2021 14:00:00 (+07:00)", "giờ theo dấu thời gian")
    assert person.sentences[0] == "Chữ ký số hợp lệ."
    assert (office.role, office.belongs_to) == ("Chữ ký số của cơ quan, tổ chức", "")


@pytest.mark.parametrize(
    "doubtful", [replace(PROVEN, identity=Identity.UNKNOWN), replace(PROVEN, integrity=Integrity.BROKEN)]
)
def test_a_name_that_is_not_proven_gives_no_role(portal: Portal, doubtful: Signature) -> None:
    (mark,) = card(portal, signed(doubtful)).signatures
    assert mark.role == "Chữ ký số"
    assert not mark.is_valid
    assert "hợp lệ" not in " ".join(mark.sentences)


@pytest.mark.parametrize("name", ["Nguyễn Văn Anh", "Nguyễn Văn Á", "Văn phòng Trường Chính trị tỉnh Mẫu"])
def test_a_name_that_is_only_alike_gives_no_role(portal: Portal, name: str) -> None:
    (mark,) = card(portal, signed(replace(PROVEN, signer=name))).signatures
    assert mark.role == "Chữ ký số"


def test_the_look_of_the_file(portal: Portal) -> None:
    seen = card(portal, replace(PDF, text_layer=TextLayer.NONE, encryption=Encryption.OWNER))
    assert seen.detail.replace("\u00a0", " ") == "PDF, 1,2 MB, 7 trang"
    assert seen.picture is not None
    assert (seen.picture.width, seen.picture.height) == (320, 453)
    assert seen.notes == (
        "Bản quét: trang chỉ là ảnh, không tìm và không chép chữ được.",
        "Tệp hạn chế in hoặc sao chép.",
    )
    searched = card(portal, replace(PDF, text_layer=TextLayer.FULL, encryption=Encryption.OWNER))
    assert searched.notes == ("Có lớp chữ.", "Tệp hạn chế in hoặc sao chép.")
    partly = card(portal, replace(PDF, text_layer=TextLayer.PARTIAL))
    assert partly.notes == ("Một số trang chỉ là ảnh quét, không tìm và không chép chữ được.",)
    unseen = card(portal, None)
    assert (unseen.picture, unseen.sha256, unseen.notes, unseen.signatures) == (None, None, (), ())


def test_what_is_signed_beside_is_never_called_unsigned(tmp_path: Path) -> None:
    drawing = """
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        files: [{path: 12.pdf}, {path: 12.pdf.p7s}]
        == plans/2021/12.pdf
        %PDF-1.7
        == plans/2021/12.pdf.p7s
        x
        """
    (document,) = portal_on(tmp_path, "1/5/2021", drawing).documents
    separate = replace(PDF, kind=FileKind.DETACHED, pages=None, page_size=None, signatures=(PROVEN,))
    whole, changed = (replace(separate, state=worst(marks), signatures=marks) for marks in ((PROVEN,), (BROKEN,)))
    paper, signature = document.files

    def seen(file: OfferedFile, **facts: object) -> FileCard:
        return file_card(replace(file, **facts), document, "Kế hoạch số 12/KH-TCT")  # type: ignore[arg-type]

    assert seen(paper, facts=PDF, beside=()).state.text == "Không có chữ ký số"
    assert seen(paper, facts=PDF, beside=(whole,)).state.text == "Chữ ký số hợp lệ"
    assert seen(paper, facts=PDF, beside=(whole, changed)).state.text == "CHỮ KÝ KHÔNG KHỚP NỘI DUNG"
    assert seen(paper, facts=replace(PDF, kind=FileKind.OFFICE), beside=(whole,)).state.text == "Chữ ký số hợp lệ"
    assert seen(paper, facts=PDF, beside=(whole,)).notes == ("Chữ ký số của tệp này nằm ở tệp riêng (.p7s) kèm theo.",)
    card = seen(signature, facts=whole)
    assert (card.role, card.title) == ("Chữ ký số rời", "Kế hoạch số 12/KH-TCT (chữ ký số rời)")
    assert card.notes == ("Ký tệp 12.pdf; tải cả hai về để kiểm tra.",)
    alone = seen(signature, facts=whole, is_alone=True)
    assert (alone.state.text, alone.state.tone) == ("Chữ ký của một tệp không đăng ở đây", "warn")
    assert alone.notes == ("Ký tệp 12.pdf; tệp ấy không đăng ở đây.",)


@pytest.mark.parametrize(
    ("former", "said"),
    [
        ("until: 10/5/2026, reason: sai ngày thi.", "Thay bản trước ngày 10/05/2026: sai ngày thi"),
        ("until: 10/5/2026", "Thay bản trước ngày 10/05/2026"),
        ("reason: sai ngày thi", "Thay bản trước: sai ngày thi"),
        ("name: cu.pdf", "Thay bản trước"),
    ],
)
def test_a_file_tells_which_it_replaced(tmp_path: Path, former: str, said: str) -> None:
    file = f"{{path: 12.pdf, former: [{{sha256: {'b' * 64}, {former}}}, {{sha256: {'c' * 64}}}]}}"
    drawing = f"== plans/2026/12.md\ndate: 20/4/2026\nfiles: [{file}]\n== plans/2026/12.pdf\n%PDF-1.7\n"
    portal = portal_on(tmp_path, "1/6/2026", drawing)
    (seen,) = document_view(portal.documents[0], portal).files
    assert [(each.said, each.sha256[0]) for each in seen.former] == [(said, "b"), ("Thay bản trước", "c")]


def test_the_sample_shows_both_signatures(sample: Portal) -> None:
    view = document_view(sample.document_at["plans/2021/bau-cu-2021/12-kh-tct.md"], sample)
    assert [mark.role for mark in view.files[0].signatures] == [
        "Chữ ký số của người có thẩm quyền",
        "Chữ ký số của cơ quan, tổ chức",
    ]
