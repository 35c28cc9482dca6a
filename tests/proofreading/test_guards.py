"""Marks of secrecy and personal data: what is found, and what is not."""

from __future__ import annotations

import pytest

from trangtin.content.vocabulary import PersonalData
from trangtin.proofreading.personal import personal_data
from trangtin.proofreading.secrecy import marked_lines, marked_pages, marked_properties

IDENTITY, PHONE, BIRTH, ADDRESS, ACCOUNT = PersonalData


@pytest.mark.parametrize(
    "line",
    [
        "MẬT",
        "**TỐI MẬT**",
        "> [TUYỆT MẬT]",
        "LƯU HÀNH NỘI BỘ",
        "Xem: x\n\nXEM XONG TRẢ LẠI.",
        "Độ mật: Tối mật",
        "  MẬT  ",
    ],
)
def test_a_mark_on_its_own_line(line: str) -> None:
    assert len(list(marked_lines(f"Kế hoạch\n\n{line}\n"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Bảo vệ bí mật nhà nước, mật độ, mật khẩu, thân mật",
        "BÍ MẬT\nBẢO MẬT",
        "Tài liệu MẬT thì không đăng.",
        "Không LƯU HÀNH NỘI BỘ văn bản này",
        "Mật",
        "mật: ong",
    ],
)
def test_the_words_in_a_sentence_are_no_mark(text: str) -> None:
    assert list(marked_lines(text)) == []


def test_marks_in_a_file() -> None:
    first = "MẬT        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12"
    assert list(marked_pages([first])) == [(1, "MẬT")]
    assert list(marked_pages(["Trang 1", "Độ\nMẬT\nGhi chú"])) == []  # the head of a table's column
    assert list(marked_pages(["Trang 1", "TỐI MẬT"])) == [(2, "TỐI MẬT")]
    assert list(marked_properties([("Title", "Kế hoạch (MẬT)"), ("Subject", "mật")])) == [
        ("Title", "Kế hoạch (MẬT)"),
        ("Subject", "mật"),
    ]
    assert list(marked_properties([("Title", "Quy chế bảo vệ bí mật"), ("Author", "Mật Văn A")])) == []


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("CCCD: 001099000123", [IDENTITY]),
        ("số 001 099 000 123", [IDENTITY]),
        ("CMND số 012345678 cấp ngày 1/1/2010", [IDENTITY]),
        ("| Nguyễn Văn A | 012345678 |", [IDENTITY]),
        ("Điện thoại: 0912 345 678", [PHONE]),
        ("ĐT 0912.345.678, +84 912 345 678", [PHONE, PHONE]),
        ("Nguyễn Văn A, sinh ngày 12/3/1985", [BIRTH]),
        ("Nguyễn Văn A, sinh ngày 12 tháng 3 năm 1985", [BIRTH]),
        ("Ngày, tháng, năm sinh: 12-03-1985", [BIRTH]),
        ("| TT | Họ tên | Ngày sinh |\n|---|---|---|\n| 1 | Nguyễn Văn A | 12/3/1985 |\n", [BIRTH]),
        ("Thường trú: số 5 đường Mẫu, phường Mẫu", [ADDRESS]),
        ("Nơi ở hiện nay: thôn Mẫu, xã Mẫu", [ADDRESS]),
        ("Số tài khoản 1234567890123 tại Ngân hàng", [ACCOUNT]),
        ("STK: 0123 456 789", [ACCOUNT]),
    ],
)
def test_personal_data(text: str, kinds: list[PersonalData]) -> None:
    found = sorted(personal_data(text))
    assert [each.kind for each in found] == kinds
    assert all(each.data not in each.masked for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Số 959/KH-UBND ngày 14/4/2021; Luật số 85/2015/QH13",
        "Tổng mức 150.000.000 đồng, 150000000 đồng",
        "nhiệm kỳ 2021 - 2026, từ 20/4 đến 31/5/2021; 2016 2017 2018",
        "Mã số thuế 0100109106, mã số 012345678",
        "Điện thoại (văn thư): 0200 3000 000; (024) 3825 1234",
        "Đường dây nóng: 0912 345 678",
        "Chủ tịch Hồ Chí Minh sinh ngày 19/5/1890",
        "Ngày sinh nhật Bác 19/5; học viên sinh hoạt ngày 12/3/2021",
        "bỏ phiếu tại nơi đăng ký thường trú; nơi cư trú của cử tri",
        "ngày thành lập 15/5/1957",
        "ISBN 978-604-9999-99-9",
        "không đăng số điện thoại riêng, ngày sinh, nơi ở, số tài khoản",
    ],
)
def test_what_is_nobody_s(text: str) -> None:
    assert list(personal_data(text)) == []


def test_an_office_s_numbers_and_contact_pages() -> None:
    assert list(personal_data("Gọi 0912 345 678", official=frozenset({"0912345678"}))) == []
    assert list(personal_data("Gọi 0912 345 678", is_contact_page=True)) == []
    assert len(list(personal_data("CCCD 001099000123", is_contact_page=True))) == 1
