"""Marks of secrecy and circulation: what is found, and what is not."""

from __future__ import annotations

import pytest

from trangtin.proofreading.secrecy import marked_lines, marked_pages, marked_properties


@pytest.mark.parametrize(
    "line",
    [
        "MẬT",
        "**TỐI MẬT**",
        "> [TUYỆT MẬT]",
        "LƯU HÀNH NỘI BỘ",
        "Xem: x\n\nXEM XONG TRẢ LẠI.",
        "Độ mật: Tối mật",
        "(Mức độ mật : Mật)",
        "Dấu chỉ độ mật: **Tuyệt mật**.",
        "– TUYỆT MẬT –",
        "  MẬT  ",
        "| MẬT | x |",
        "| x | Tối mật |",
        "| MẬT<br>Số: 12 | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |",
        "<b>MẬT</b>",
        '<p align="right">Tối mật</p>',
        "![MẬT](dau.png)",
        "&nbsp;MẬT",
        "MẬT\\",
        "M Ậ T",
        "T Ố I  M Ậ T",
        "L Ư U  H À N H  N Ộ I  B Ộ",
        "MẬT   Độc lập - Tự do - Hạnh phúc",
        "Mật Độc lập – Tự do – Hạnh phúc",
        "Mật CỘNG HÒA XÃ HỘI CHỦ NGHĨA",
        "TỐI MẬT\tSố: 12",
        "- TỐI MẬT",
        "Tối mật",
        "Mật",
        "**Độ mật:** Mật",
        "Xem xong trả lại",
        "Tài liệu lưu hành nội bộ",
        "*(Chỉ lưu hành nội bộ.)*",
        "Chỉ người có tên mới được bóc bì",
        "TÀI LIỆU THU HỒI",
        "THU HỒI",
        "T H U  H Ồ I",
        "TÀI LIỆU MẬT",
        "VĂN BẢN MẬT",
        "TÀI LIỆU TỐI MẬT",
        "MẬT - HỎA TỐC",
        "Hoả tốc – Tối mật",
        "MẬT/KHẨN",
        "TỐI MẬT. XEM XONG TRẢ LẠI",
        "LƯU HÀNH\n\nNỘI BỘ",
        "Độ mật:\nTuyệt mật khẩn",
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
        "mật: ong",
        "bí mật",
        "| bí mật | mật ong |",
        "BÍ   MẬT   NHÀ NƯỚC",
        "Độ mật: Không",
        "Danh mục bí mật nhà nước độ Mật",
        "## Danh mục bí mật nhà nước độ Mật",
        "Gồm ba độ:\n\n- Tuyệt mật;\n- Tối mật;\n- Mật.\n\na) Mật;",
        "Mật, tối mật và tuyệt mật",
        "văn bản xem xong trả lại cho văn thư; sách lưu hành nội bộ của Trường",
        "Thu hồi đất; quyết định\n\nthu hồi\n\n| Tạm ứng | Thu hồi |",
        "THU HỒI ĐẤT\n\n| Văn bản mật | Văn bản thu hồi |\n\n## Tài liệu mật",
        "Mật/Tối mật/Tuyệt mật",
        "KHẨN\n\nHỎA TỐC HẸN GIỜ",
    ],
)
def test_the_words_in_a_sentence_are_no_mark(text: str) -> None:
    assert list(marked_lines(text)) == []


def test_marks_in_a_file() -> None:
    first = "MẬT        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12"
    assert list(marked_pages([first])) == [(1, "MẬT")]
    assert list(marked_pages(["Trang 1", "Độ\nMẬT\nGhi chú"])) == []  # the head of a table's column
    assert list(marked_pages(["Trang 1", "Tạm ứng\nTHU HỒI\nĐộ\nMẬT\nKHẨN\nMẬT"])) == []
    assert list(marked_pages(["Trang 1\nLƯU HÀNH\nNỘI BỘ"])) == [(1, "LƯU HÀNH NỘI BỘ")]
    assert list(marked_pages(["Trang 1", "TỐI MẬT"])) == [(2, "TỐI MẬT")]
    assert list(marked_pages(["Tối mật", "Tối mật"])) == [(1, "Tối mật")]  # further on it is the head of a column
    assert list(marked_properties([("Title", "Kế hoạch (MẬT)"), ("Subject", "mật")])) == [
        ("Title", "Kế hoạch (MẬT)"),
        ("Subject", "mật"),
    ]
    assert (
        list(marked_properties([("Title", "Quy chế bảo vệ bí mật"), ("Author", "Mật Văn A"), ("Keywords", "thu hồi")]))
        == []
    )
