"""Attached files against their documents: what is told, at which line, and what is left alone."""

from __future__ import annotations

import hashlib
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, draw
from trangtin.content.entry import Layout
from trangtin.content.options.configuration import PortalConfig
from trangtin.content.problem import Problem, Severity
from trangtin.content.reading.reader import read_repository
from trangtin.portal.catalogue import Catalogue
from trangtin.portal.imprint import printed_signer, read_imprint
from trangtin.portal.linked_document import LinkedDocument
from trangtin.portal.portal import build_portal
from trangtin.repository import Memory, check_portal, open_portal
from trangtin.signing.kinds import ActiveContent, FileKind, TextLayer
from trangtin.signing.report import FileReport
from trangtin.signing.validation.verdict import FileState, Identity, Integrity, Revocation, Signature, TimeSource

SAMPLE = Path(__file__).parents[2]
HEAD = """\
TỈNH ỦY MẪU
TRƯỜNG CHÍNH TRỊ
Số: 12/KH-TCT
ĐẢNG CỘNG SẢN VIỆT NAM
Mẫu, ngày 20 tháng 4 năm 2021
KẾ HOẠCH
Phát động đợt thi đua
Căn cứ Kế hoạch số 95/KH-UBND ngày 14 tháng 4 năm 2021 của Ủy ban nhân dân tỉnh Mẫu;
Số: 77/KH-KHAC
"""
END = "Nơi nhận:\n- Như trên;\nHIỆU TRƯỞNG\nNguyễn Văn A\n"
DRAWING = """
== plans/2021/12.md
number: 12/KH-TCT
date: 20/4/2021
signer: {position: HIỆU TRƯỞNG, name: Nguyễn Văn A}
files:
  - path: 12.pdf
== plans/2021/12.pdf
%PDF-1.7
== plans/2021/13.md
number: 13/KH-TCT
date: 21/4/2021
"""


def mark(name: str, organisation: str = "Trường Chính trị", **more: object) -> Signature:
    facts: dict[str, object] = {
        "time": datetime(2021, 4, 20, 7, tzinfo=UTC),
        "time_source": TimeSource.TIMESTAMP,
        "time_proven": True,
        "identity": Identity.TRUSTED,
        "revocation": Revocation.CHECKED,
    }
    return Signature(Integrity.INTACT, "", name, organisation, **(facts | more))  # type: ignore[arg-type]


def report(text: str | None = HEAD + END, *signatures: Signature, **more: object) -> FileReport:
    facts: dict[str, object] = {
        "kind": FileKind.PDF,
        "is_pdf": True,
        "pages": 1,
        "state": FileState.INTACT if signatures else FileState.UNSIGNED,
        "signatures": signatures,
        "text_layer": TextLayer.NONE if text is None else TextLayer.FULL,
        "text": () if text is None else (text,),
    }
    return FileReport(1000, hashlib.sha256().hexdigest(), **(facts | more))  # type: ignore[arg-type]


def problems(root: Path, found: FileReport, drawing: str = DRAWING) -> list[Problem]:
    every = all_problems(root, found, drawing)
    return [each for each in every if str(each.code)[2] == "5" or str(each.code) == "TT316"]


def all_problems(root: Path, found: FileReport, drawing: str = DRAWING) -> tuple[Problem, ...]:
    draw(root, drawing)
    reading = read_repository(root, Layout())
    return build_portal(Catalogue(reading, SETTINGS, date(2022, 1, 1), {"plans/2021/12.pdf": found})).problems


def told(root: Path, found: FileReport, drawing: str = DRAWING) -> list[str]:
    return [f"{each.line} {each.code} {each.message}" for each in problems(root, found, drawing)]


def test_a_file_that_agrees(tmp_path: Path) -> None:
    assert told(tmp_path, report(HEAD + END, mark("Nguyễn Văn A"), mark("TRƯỜNG CHÍNH TRỊ TỈNH MẪU"))) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("Số: 12/", "Số: 13/", "in số '13/KH-TCT' (số của plans/2021/13.md), phần đầu (dòng 2) ghi '12/KH-TCT'"),
        ("Số: 12/", "Số: 21/", "in số '21/KH-TCT', phần đầu (dòng 2) ghi '12/KH-TCT'"),
        ("Số: 12/", "Số 21/", "in số '21/KH-TCT', phần đầu (dòng 2) ghi '12/KH-TCT'"),
        ("ngày 20", "ngày 02", "in ngày 02/04/2021, phần đầu (dòng 3) ghi 20/04/2021"),
        ("KẾ HOẠCH\n", "BÁO CÁO\n", "in 'BÁO CÁO', phần đầu (dòng 7) ghi 'Kế hoạch'"),
        *(
            (
                "Nguyễn Văn A\n",
                f"{rank}{name}\n",
                f"in tên '{name}' ở chỗ ký, phần đầu (dòng 4) ghi người ký 'Nguyễn Văn A'",
            )
            for rank, name in (
                ("", "Trần Thị B"),
                ("ThS. ", "Trần Thị B"),
                ("TS.BS. ", "Trần Thị B"),
                ("", "TRẦN THỊ B"),
                ("ThS. ", "ĐOÀN VĂN C"),
            )
        ),
        (
            "TỈNH ỦY MẪU\nTRƯỜNG CHÍNH TRỊ",
            "UBND TỈNH MẪU\nSỞ XÂY DỰNG",
            "không in tên cơ quan ấy ở đầu trang 1, phần đầu ghi cơ quan ban hành 'Trường Chính trị tỉnh Mẫu'",
        ),
    ],
)
def test_a_contradiction_shows_both_sides(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in HEAD + END
    (said,) = told(tmp_path, report((HEAD + END).replace(old, new)))
    assert said == f"6 TT509 tệp '12.pdf' {says}"


@pytest.mark.parametrize(
    ("printed", "severity"),
    [("Nguyền Vẩn A", None), ("Nguyen Van A", None), ("Nguyễm Văn A", "warning"), ("Nguyễn Văn B", "error")],
)
def test_a_letter_misread_in_a_name_stops_nothing(tmp_path: Path, printed: str, severity: str | None) -> None:
    found = problems(tmp_path, report((HEAD + END).replace("Nguyễn Văn A", printed)))
    assert [each.severity.value for each in found] == ([severity] if severity else [])


@pytest.mark.parametrize("named", ["UBND xã Đồng Mẫu", "Ủy ban nhân dân xã Đồng Mẫu"])
@pytest.mark.parametrize("printed", ["ỦY BAN NHÂN DÂN\nXÃ ĐỒNG MẪU", "UBND XÃ ĐỒNG MẪU"])
def test_initials_in_the_head_and_words_in_print_agree(tmp_path: Path, named: str, printed: str) -> None:
    text = (HEAD + END).replace("TỈNH ỦY MẪU\nTRƯỜNG CHÍNH TRỊ", printed)
    drawing = DRAWING.replace("number: 12/KH-TCT\n", f"number: 12/KH-TCT\nissuer: {named}\nlevel: xa\n")
    assert told(tmp_path, report(text), drawing) == []


def test_a_head_without_its_number_is_told_of_the_one_in_print(tmp_path: Path) -> None:
    drawing = DRAWING.replace("number: 12/KH-TCT\n", "")
    assert told(tmp_path, report(), drawing) == ["5 TT509 tệp '12.pdf' in số '12/KH-TCT' mà văn bản chưa có 'number'"]
    assert told(tmp_path, report((HEAD + END).replace("Số: 12/KH-TCT\n", "Số:     /KH-TCT\n")), drawing) == []


@pytest.mark.parametrize("left_out", ["Số: 12/KH-TCT", "ngày 20 tháng 4 năm 2021"])
def test_a_head_in_print_is_known_by_its_number_or_its_day(tmp_path: Path, left_out: str) -> None:
    another = (HEAD + END).replace("TỈNH ỦY MẪU\nTRƯỜNG CHÍNH TRỊ", "UBND TỈNH MẪU\nSỞ XÂY DỰNG")
    (said,) = told(tmp_path, report(another.replace(left_out, "")))
    assert "không in tên cơ quan ấy ở đầu trang 1" in said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Người ký: Trường Chính trị\nThời gian ký: 20.04.2021",
        HEAD.replace("Số: 12/KH-TCT", "Số:      /KH-TCT"),
        HEAD.replace("Số: 12/KH-TCT", "Sô: 12 / KH - TCT"),
        HEAD.replace("Số: 12/KH-TCT", "V/v thực hiện Kế hoạch\nSố 95/KH-UBND"),
        HEAD.replace("Số: 12/KH-TCT", "Thực hiện Kế hoạch số 95/KH-UBND"),
        HEAD.replace("KẾ HOẠCH\n", "KẾ HOẠCH\nSố 95/KH-UBND\n"),
        HEAD + END.replace("Nguyễn Văn A", "CHỦ TỊCH HỘI ĐỒNG"),
        HEAD + END.replace("Nguyễn Văn A", "ĐÃ KÝ"),
        HEAD + END.replace("Nguyễn Văn A", "CHU TICH"),
        HEAD + END.replace("Nguyễn Văn A", "VĂN PHÒNG"),
        HEAD + END.replace("Nguyễn Văn A", "ThS. NGUYỄN VĂN A"),
        HEAD.replace("Số: 12/KH-TCT\n", "Số: 12/KH-TCT Mẫu, ngày 20 tháng 4 năm 2021\n"),
        HEAD.replace("ngày 20 tháng 4", "ngày    tháng 4"),
        HEAD.replace("TRƯỜNG CHÍNH TRỊ", "TRUONG CHÍNH TRI"),
    ],
)
def test_what_cannot_be_read_for_certain_is_no_contradiction(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, report(text)) == []


def test_an_annex_that_is_a_whole_paper_of_the_same_series_is_looked_at(tmp_path: Path) -> None:
    annex = DRAWING.replace("12.pdf\n==", "12.pdf\n    role: phu-luc\n==")
    for number, whose in (("13/KH-TCT", " (số của plans/2021/13.md)"), ("21/KH-TCT", "")):
        (said,) = problems(tmp_path, report(HEAD.replace("12/KH-TCT", number)), annex)
        assert said.message == f"tệp '12.pdf' là phụ lục mà in số '{number}'{whose} như một văn bản riêng"
        assert said.severity is Severity.NOTICE
    for other in ("95/KH-UBND", "12/KH-TCT", "     /KH-TCT"):  # what comes with it from others, a form to fill in
        assert told(tmp_path, report(HEAD.replace("12/KH-TCT", other)), annex) == []
    no_head = HEAD.replace("12/KH-TCT", "21/KH-TCT").replace("ngày 20 tháng 4", "ngày   tháng  ")
    assert told(tmp_path, report(no_head), annex) == []


@pytest.mark.parametrize("is_garbled", [False, True])
def test_no_person_is_read_into_garbled_text(tmp_path: Path, is_garbled: bool) -> None:
    found = report(f"{HEAD}CCCD 001099000123\n{END}", is_garbled=is_garbled)
    codes = [str(each.code) for each in all_problems(tmp_path, found)]
    assert ("TT633" in codes) is not is_garbled


def test_scans_and_garbled_text_are_left_alone(tmp_path: Path) -> None:
    other = HEAD.replace("12/KH-TCT", "21/KH-TCT")
    assert told(tmp_path / "b", report(other, is_garbled=True)) == []
    assert len(told(tmp_path / "c", report(other, text_layer=TextLayer.PARTIAL))) == 2  # the number, and the scan


@pytest.mark.parametrize(("printed", "is_told"), [("12/KH-TCT", False), ("     /KH-TCT", False), ("21/KH-TCT", True)])
def test_a_word_file_with_another_number_is_looked_at(tmp_path: Path, printed: str, *, is_told: bool) -> None:
    typed = report(HEAD.replace("12/KH-TCT", printed), kind=FileKind.OFFICE, is_pdf=False, text_layer=None)
    expected = ["6 TT509 tệp '12.pdf' ghi số '21/KH-TCT', phần đầu (dòng 2) ghi '12/KH-TCT'"] if is_told else []
    assert [line for line in told(tmp_path, typed) if "TT509" in line] == expected
    drawing = DRAWING.replace("  - path: 12.pdf\n", "  - path: 12.pdf\n    role: phu-luc\n")
    assert not any("TT509" in line for line in told(tmp_path / "annex", typed, drawing))


def test_the_name_in_the_signature(tmp_path: Path) -> None:
    found = report(None, mark("Trần Thị B"), mark("TRƯỜNG CHÍNH TRỊ TỈNH MẪU"))
    assert [each.split(" ", 2)[1] for each in told(tmp_path, found)] == ["TT509", "TT511"]
    assert "do 'Trần Thị B' ký số" in " ".join(told(tmp_path, found))
    only_body = report(HEAD + END, mark("TRƯỜNG CHÍNH TRỊ TỈNH MẪU"))
    assert told(tmp_path, only_body) == []


@pytest.mark.parametrize(
    ("name", "is_person"),
    [
        ("Trần Bình", True),
        ("Tôn Nữ Thị Ngọc Lan", True),
        ("TCT", False),
        ("VĂN THƯ", False),
        ("Phòng Đào tạo", False),
        ("Ban Giám hiệu", False),
        ("Ủy ban nhân dân xã Mẫu", False),
        ("Đảng ủy xã Mẫu Sơn", False),
        ("Viễn thông Mẫu", False),
        ("Tổ thẩm định hồ sơ số một", False),
    ],
)
def test_only_a_person_s_signature_can_contradict_the_signer(tmp_path: Path, name: str, is_person: bool) -> None:
    said = told(tmp_path, report(HEAD + END, mark(name, "Viễn thông Mẫu")))
    assert any(f"do '{name}' ký số" in each for each in said) is is_person


def test_fewer_signatures_than_declared(tmp_path: Path) -> None:
    drawing = DRAWING.replace("  - path: 12.pdf", "  - path: 12.pdf\n    role: ban-ky-so\n    signers: 2")
    assert told(tmp_path, report(HEAD + END, mark("Nguyễn Văn A")), drawing) == [
        "8 TT503 '12.pdf': khai 2 chữ ký nhưng tệp có 1"
    ]
    unsigned = told(tmp_path, report(), DRAWING.replace("12.pdf\n==", "12.pdf\n    role: ban-ky-so\n=="))
    assert unsigned == ["6 TT503 '12.pdf': khai là bản ký số nhưng tệp không có chữ ký số"]
    stamped = report(state=FileState.INTACT, timestamps=(mark("Dấu thời gian", is_timestamp=True),))
    assert told(tmp_path, stamped, DRAWING.replace("12.pdf\n==", "12.pdf\n    role: ban-ky-so\n==")) == unsigned


def test_faults_stop_a_build_and_doubts_do_not(tmp_path: Path) -> None:
    changed = mark("Nguyễn Văn A", time_source=TimeSource.CLAIMED, identity=Identity.UNKNOWN)
    doubtful = problems(tmp_path, report(HEAD + END, changed))
    assert [str(each.code) for each in doubtful] == ["TT513", "TT514"]
    assert not any(each.stops_build for each in doubtful)
    active = problems(tmp_path, report(active=(ActiveContent.JAVASCRIPT,)))
    assert [(str(each.code), each.stops_build) for each in active] == [("TT504", True)]


def test_revoked_before_signing_stops_a_build_and_later_does_not(tmp_path: Path) -> None:
    for day, stops in ((datetime(2021, 4, 1, tzinfo=UTC), True), (datetime(2022, 1, 1, tzinfo=UTC), False)):
        found = report(HEAD + END, mark("Nguyễn Văn A", identity=Identity.REVOKED, revoked_on=day))
        assert [(str(each.code), each.stops_build) for each in problems(tmp_path, found)] == [("TT510", stops)]


def test_signed_long_after_the_day_of_issue(tmp_path: Path) -> None:
    late = mark("Nguyễn Văn A", time=datetime(2021, 9, 1, tzinfo=UTC))
    (said,) = told(tmp_path, report(HEAD + END, late))
    assert said == "6 TT517 '12.pdf': chữ ký của 'Nguyễn Văn A' ghi ngày 01/09/2021, sau ngày ban hành 134 ngày"


def test_only_the_head_of_a_paper_speaks_for_it() -> None:
    imprint = read_imprint((HEAD,))
    assert [str(number) for number in imprint.numbers] == ["12/KH-TCT"]
    assert imprint.days == (date(2021, 4, 20),)
    assert imprint.type is not None and imprint.type.code == "KH"
    assert printed_signer((HEAD + END,), "HIỆU TRƯỞNG") == "Nguyễn Văn A"
    signed = "HIỆU TRƯỞNG\n(Đã ký)\nNGÀY KÝ\nKý bởi 12\n\nNguyễn Văn A\n"
    assert printed_signer((signed,), "HIỆU TRƯỞNG") == "Nguyễn Văn A"
    assert printed_signer((signed.replace("Nguyễn", "1\n2\nNguyễn"),), "HIỆU TRƯỞNG") is None
    deputy = "KT. HIỆU TRƯỞNG\nPhó Hiệu Trưởng\n(Đã ký)\nTrần Thị B\n"
    assert printed_signer((deputy,), "HIỆU TRƯỞNG") == "Trần Thị B"


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Số: 12/KH-TCT", "Só: 12/KH-TCT"),
        ("KẾ HOẠCH", "K Ế H O Ạ C H"),
        ("KẾ HOẠCH", "KẾHOẠCH"),
        ("KẾ HOẠCH", "KẾ HOẠCH:"),
        ("TRƯỜNG CHÍNH TRỊ\nSố: 12/KH-TCT", "TRƯỜNG CHÍNH TRỊ   Số: 12/KH-TCT"),
        ("KẾ HOẠCH\nPhát động", "KẾ HOẠCH Phát động"),
    ],
)
def test_a_head_that_a_text_layer_has_otherwise(printed: str, read: str) -> None:
    """The importer knew such lines, the check did not: one rule now stands for both."""
    plain, odd = read_imprint((HEAD,)), read_imprint((HEAD.replace(printed, read),))
    assert (odd.numbers, odd.days, odd.bodies) == (plain.numbers, plain.days, plain.bodies)
    assert odd.above.split() == plain.above.split()
    assert odd.type == (None if read.endswith("Phát động") else plain.type)


def test_a_small_letter_in_a_long_line_of_capitals_is_a_slip() -> None:
    imprint = read_imprint((HEAD.replace("TRƯỜNG CHÍNH TRỊ", "TRưỜNG ĐẠI HỌC GIÁO DỤC MẪU"),))
    assert imprint.bodies == ("TỈNH ỦY MẪU", "TRưỜNG ĐẠI HỌC GIÁO DỤC MẪU")


def test_a_signature_of_a_day_to_come(tmp_path: Path) -> None:
    """Reports are kept; the day they are told on is the portal's, in a preview as in a build."""
    draw(tmp_path, DRAWING)
    shutil.copy(SAMPLE / "plans/2026/62-tb-tct.pdf", tmp_path / "plans/2021/12.pdf")
    memory = Memory()
    for day, is_ahead in ((date(2020, 1, 1), True), (date(2030, 1, 1), False), (date(2020, 1, 1), True)):
        opened = open_portal(tmp_path, Layout(), SETTINGS, day, memory=memory)
        checked = check_portal(tmp_path, PortalConfig(SETTINGS, Layout(), ()), SETTINGS, day)
        for problems in (opened.portal.problems, checked):
            assert any("giờ ấy chưa tới" in each.message for each in problems) is is_ahead, day


DETACHED = """
== plans/2021/12.md
number: 12/KH-TCT
date: 20/4/2021
files:
  - {path: 12.pdf, role: ban-ky-so, signers: 1}
  - path: 12.pdf.p7s
== plans/2021/12.pdf
%PDF-1.7
== plans/2021/12.pdf.p7s
x
"""
SEPARATE = FileReport(
    100, "b" * 64, FileKind.DETACHED, state=FileState.INTACT, signatures=(mark("TRƯỜNG CHÍNH TRỊ TỈNH MẪU"),)
)


def beside(root: Path, drawing: str) -> tuple[LinkedDocument, list[str]]:
    draw(root, drawing)
    facts = {"plans/2021/12.pdf": report(), "plans/2021/12.pdf.p7s": SEPARATE}
    portal = build_portal(Catalogue(read_repository(root, Layout()), SETTINGS, date(2022, 1, 1), facts))
    told = [f"{each.line} {each.code} {each.severity} {each.message}" for each in portal.problems]
    return portal.documents[0], [each for each in told if " TT5" in each]


def test_a_signature_beside_a_file_signs_it(tmp_path: Path) -> None:
    document, told = beside(tmp_path, DETACHED)
    assert told == []
    paper, signature = document.files
    assert (paper.beside, paper.signs, paper.is_alone) == ((SEPARATE,), "", False)
    assert (signature.beside, signature.signs, signature.is_alone) == ((), "plans/2021/12.pdf", False)


def test_a_signature_is_offered_with_what_it_signs(tmp_path: Path) -> None:
    document, told = beside(tmp_path, DETACHED.replace("  - {path: 12.pdf, role: ban-ky-so, signers: 1}\n", ""))
    assert [each.is_alone for each in document.files] == [True]
    assert told == [
        "5 TT502 warning '12.pdf.p7s': chữ ký rời của tệp '12.pdf' mà văn bản không đính: "
        "người đọc không có gì để đối chiếu"
    ]


@pytest.mark.parametrize(
    ("facts", "is_told"),
    [
        ({"kind": FileKind.OFFICE}, True),
        ({"kind": FileKind.IMAGE, "pages": None}, True),
        ({"kind": FileKind.OTHER, "state": FileState.UNREADABLE}, True),
        ({"kind": FileKind.OFFICE, "state": FileState.UNREADABLE, "reason": "có chữ ký trong Word"}, False),
        ({"kind": FileKind.PDF, "state": FileState.UNREADABLE, "is_damaged": True}, False),
    ],
)
def test_a_signed_copy_of_another_kind(tmp_path: Path, facts: dict[str, object], *, is_told: bool) -> None:
    drawing = DRAWING.replace("- path: 12.pdf", "- {path: 12.pdf, role: ban-ky-so}")
    found = told(tmp_path, report(HEAD + END, **facts), drawing)
    assert any("TT503 '12.pdf': khai là bản ký số nhưng" in each for each in found) is is_told
