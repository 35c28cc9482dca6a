"""What a draft asks its editor to look at."""

from __future__ import annotations

from datetime import date

import pytest

from trangtin.importer.draft import make_draft
from trangtin.importer.paper import Block, Cell, Paper, Table, plain_paragraph
from trangtin.importer.surroundings import Surroundings

HEAD = ("SỞ XÂY DỰNG", "Số: 12/KH-SXD", "KẾ HOẠCH", "Phát động thi đua")


def review(*texts: str, table: Table | None = None) -> str:
    texts = (*HEAD, "1. Các phòng thực hiện.", *texts)
    blocks: list[Block] = [plain_paragraph(text) for text in texts]
    blocks += [table] if table else []
    return "\n".join(make_draft(Paper(tuple(blocks)), "a.docx", Surroundings()).review)


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("Ông A, CCCD 036 089 012 345.", "số căn cước", "03…5"),
        ("Ông A, số điện thoại +84 912 345 678.", "số điện thoại", "84…8"),
        ("Ông A, 0912.345.678.", "số điện thoại", "09…8"),
        ("Số tài khoản 1234567890123 tại Ngân hàng.", "số tài khoản", "12…3"),
        ("Ông A, sinh ngày 12/3/1985.", "ngày sinh", "12…5"),
        ("Ông A, thường trú: số 5 đường Mẫu, phường Mẫu.", "nơi ở", "số 5"),
    ],
)
def test_personal_data_is_told_as_check_tells_it(text: str, kind: str, masked: str) -> None:
    told = [line for line in review(text).split("\n") if "thông tin cá nhân" in line]
    assert len(told) == 1
    assert told[0].startswith(f"Nội dung: có {kind}")
    assert masked in told[0]
    assert not any(secret in told[0] for secret in ("036 089 012 345", "912 345 678", "1234567890123", "12/3/1985"))


def test_personal_data_in_a_table() -> None:
    rows = [["TT", "Họ tên", "Ngày sinh"], ["1", "Nguyễn Văn A", "12/3/1985"]]
    table = Table(tuple(tuple(Cell((plain_paragraph(text),)) for text in row) for row in rows))
    assert "có ngày sinh ('12…5')" in review(table=table)


@pytest.mark.parametrize("text", ["Điện thoại: 0200 3000 000.", "Tổng mức 150.000.000 đồng.", "Mã số thuế 0100109106."])
def test_what_is_nobody_s_is_not_told(text: str) -> None:
    assert "thông tin cá nhân" not in review(text)


def test_a_line_of_the_head_that_nothing_takes_is_told() -> None:
    lines = ("SỞ XÂY DỰNG", "Số: 12/KH-SXD", "Mã hồ sơ lưu của phòng", "KẾ HOẠCH", "Phát động thi đua", "1. Thực hiện.")
    draft = make_draft(Paper(tuple(map(plain_paragraph, lines))), "a.docx", Surroundings())
    assert "Đầu văn bản: dòng “Mã hồ sơ lưu của phòng” chưa hiểu là gì nên chưa đưa vào đâu" in draft.review


@pytest.mark.parametrize(
    ("around", "is_asked"),
    [
        (Surroundings(own_names=("Trường Mẫu",)), True),
        (Surroundings(own_names=("Trường Mẫu",), units={"so": "Sở Xây dựng"}), False),
        (Surroundings(own_names=("Sở Xây dựng",)), False),
        (Surroundings(), False),
    ],
)
def test_the_level_of_another_body_is_asked_for(around: Surroundings, is_asked: bool) -> None:
    draft = make_draft(Paper(tuple(map(plain_paragraph, (*HEAD, "1. Thực hiện.")))), "a.docx", around)
    assert any(line.startswith("level ") for line in draft.review) is is_asked


def test_numbers_out_of_order_are_told_as_check_tells_them() -> None:
    said = review("2. Hai.", "a) Một;", "c) Ba.", "II. NỘI DUNG", "III. TỔ CHỨC", "V. KINH PHÍ")
    assert "Nội dung: điểm c) đứng sau điểm a); mục V đứng sau mục III: đối chiếu với bản in" in said
    assert "đứng sau" not in review("2. Hai.", "a) Một;", "b) Hai.", "I- MỘT", "II- HAI", "I. MỘT")
    assert "và 4 chỗ nữa" in review(*(f"{number}. Việc." for number in range(3, 23, 2)))


def test_scraps_round_the_seal_of_a_scan_are_one_line() -> None:
    end = ("Nơi nhận:", "- Lưu: VT.", "GIÁM ĐỐC", "Nguyễn Văn A", "J5", "ÿ /")
    blocks = tuple(plain_paragraph(text) for text in (*HEAD, "1. Các phòng thực hiện.", *end))
    for guessed, told in ((True, 1), (False, 2)):
        draft = make_draft(Paper(blocks, is_guessed=guessed), "a.pdf", Surroundings())
        lines = [line for line in draft.review if line.startswith("Cuối văn bản")]
        assert len(lines) == told
        assert all(any(text in line for line in lines) for text in end[-2:])


def test_the_number_of_a_scan_is_told_and_left_empty() -> None:
    blocks = tuple(plain_paragraph(text) for text in (*HEAD, "1. Các phòng thực hiện."))
    draft = make_draft(Paper(blocks, is_guessed=True), "ban-quet.pdf", Surroundings())
    assert "number" not in draft.head
    assert draft.stem == "ban-quet"
    assert [line for line in draft.review if line.startswith("number (")] == [
        "number (Số, ký hiệu): máy đọc là “12/KH-SXD”; số viết tay hay đọc sai nên để trống, nhìn bản in mà điền"
    ]


def test_signs_of_footnotes_stand_in_the_text_alone() -> None:
    basis = "Thực hiện Kế hoạch số 5/KH-UBND¹ ngày 02/3/2026 của UBND xã² về sửa nhà dưới 40 m² năm 2026³, các phòng:"
    lines = ("SỞ XÂY DỰNG", "Số: 12/KH-SXD", "KẾ HOẠCH", "Phát động thi đua năm 2026¹", basis, "1. Thực hiện.")
    draft = make_draft(Paper(tuple(map(plain_paragraph, lines))), "a.docx", Surroundings())
    assert draft.head["title"] == "Phát động thi đua năm 2026"
    assert draft.head["basis"] == [
        {
            "type": "Kế hoạch",
            "number": "5/KH-UBND",
            "date": date(2026, 3, 2),
            "issuer": "UBND xã",
            "title": "sửa nhà dưới 40 m² năm 2026",
        }
    ]
    assert basis in draft.body
