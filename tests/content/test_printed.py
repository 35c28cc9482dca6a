"""The rules by which lines of the head and the foot of a paper are known."""

from __future__ import annotations

import pytest

from trangtin.content.printed import place_and_day, state
from trangtin.content.printed.annex import ATTACHED, is_attached
from trangtin.content.printed.recipients import is_archive
from trangtin.content.printed.signature import ASIDE, authority, begins_signature, is_of_head
from trangtin.content.printed.type_and_subject import begins_subject_of_letter, type_of_line, type_that_starts
from trangtin.content.values.vocabulary import Authority


@pytest.mark.parametrize("line", ["THÔNG BÁO", "T H Ô N G  B Á O", "THÔNGBÁO", "THÔNG BÁO:", "* THÔNG BÁO *"])
def test_a_line_with_a_type(line: str) -> None:
    kind = type_of_line(line)
    assert kind is not None and kind.code == "TB"


@pytest.mark.parametrize("line", ["Thông báo", "THÔNG BÁO SỐ 2", "BÁO", ""])
def test_a_line_without_a_type(line: str) -> None:
    assert type_of_line(line) is None


def test_a_type_has_the_code_of_the_book_of_rules_by_which_the_paper_goes() -> None:
    assert [kind and kind.code for kind in (type_of_line("QUY ĐỊNH"), type_of_line("QUY ĐỊNH", party=True))] == [
        "QyĐ",
        "QĐi",
    ]


def test_a_type_with_its_title_beside_it() -> None:
    found = type_that_starts("THÔNG TƯ LIÊN TỊCH HƯỚNG DẪN")
    assert found is not None and (found[0].code, found[1]) == ("TTLT", "HƯỚNG DẪN")
    assert type_that_starts("Thông tư hướng dẫn") is None
    assert type_that_starts("LUẬTSƯ") is None


def test_only_letters_have_v_v() -> None:
    assert [*map(begins_subject_of_letter, ("V/v A", "v / vkhen", "Về việc A", "V. Về A"))] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("UBND XÃ MẪU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "UBND XÃ MẪU"),
        ("SO Y TE Doc lap - Tu do - Hanh phuc", "SO Y TE"),
        ("ĐẢNG ỦY MẪU ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG ỦY MẪU"),
        ("QUỐC KHÁNH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "QUỐC KHÁNH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ],
)
def test_what_stands_left_of_the_state(line: str, left: str) -> None:
    assert state.without_state(line) == left
    assert state.stands_in(line) == (line != left)


def test_a_place_and_a_day() -> None:
    assert place_and_day.stands_in("Mẫu, ngày   tháng   năm 2026")
    assert not place_and_day.stands_in("từ ngày 1 tháng 2")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("TM. ỦY BAN NHÂN DÂN", (Authority.COLLECTIVE, "ỦY BAN NHÂN DÂN")),
        ("T.U.Q. GIÁM ĐỐC", (Authority.DELEGATED, "GIÁM ĐỐC")),
        ("KT HIỆU TRƯỞNG", (Authority.DEPUTY, "HIỆU TRƯỞNG")),
        ("T/M CHI BỘ", (Authority.PARTY_COLLECTIVE, "CHI BỘ")),
        ("Q. TRƯỞNG PHÒNG", (Authority.ACTING, "TRƯỞNG PHÒNG")),
        ("Q 1", None),
        ("TL 12/2026", None),
    ],
)
def test_who_signs_on_whose_behalf(line: str, found: tuple[Authority, str] | None) -> None:
    assert authority(line) == found


def test_where_a_signature_begins() -> None:
    assert [*map(begins_signature, ("KT. A", "T/M CHI BỘ", "T/L. A", "TM A", "Q1"))] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("line", "is_aside"),
    [("Đã ký", True), ("ĐÃ KÝ", True), ("[đã ký]", True), ("(Đã ký)", True), ("Đã ký kết", False), ("Chưa ký", False)],
)
def test_what_stands_in_place_of_the_hand_that_signed(line: str, is_aside: bool) -> None:
    assert (ASIDE.fullmatch(line) is not None) == is_aside


def test_who_heads_a_body() -> None:
    said = ("Chủ tịch", "PHÓ GIÁM ĐỐC", "Q. Hiệu trưởng", "Chủ tịch đoàn", "ỦY BAN NHÂN DÂN / CHỦ TỊCH")
    assert [*map(is_of_head, said)] == [True, True, True, False, False]


def test_the_archive_is_the_last_of_the_recipients() -> None:
    assert [*map(is_archive, ("- Lưu: VT.", "+ LƯU VT", "Lưu trữ", "Như trên;"))] == [True, True, True, False]


@pytest.mark.parametrize(
    ("line", "is_of_paper", "is_of_page"),
    [
        ("(Kèm theo Báo cáo số 5/BC-THM ngày 18/11/2026)", True, True),
        ("(Được ban hành kèm theo Quyết định số 7/QĐ-THM).", True, True),
        ("(Theo Công điện số 1/CĐ-THM)", True, True),
        ("(Kèm theo ảnh)", False, True),
        ("(Theo lời kể)", False, False),
        ("(Kèm theo Quyết định số 7/QĐ-THM) và danh sách", True, False),
    ],
)
def test_with_what_an_annex_is_issued(line: str, is_of_paper: bool, is_of_page: bool) -> None:
    assert (ATTACHED.match(line) is not None, is_attached(line)) == (is_of_paper, is_of_page)
