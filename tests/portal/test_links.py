"""Links of texts that lead nowhere, and those that only look so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on, told

LINKS = [
    # (as typed in plans/2021/bau-cu/12.md, the target told dead or None)
    ("[a](13.md)", None),
    ("[a](./13.md#muc-1)", None),
    ("[a](13.md?x=1)", None),
    ("[a](../../../site_src/gioi-thieu.md)", None),
    ("[a](plans/2021/bau-cu/13.md)", None),
    ("[a](<bang diem.pdf>)", None),
    ("[a](bang%20diem.pdf)", None),
    ("[a](bang-diem_(1).pdf)", None),
    ('[a](13.md "Kế hoạch")', None),
    ("![Ảnh](anh.jpg)", None),
    ("[a](https://ubnd.mau.example/) [b](mailto:a@b.example) [c](//x.example) [d](/van-ban/) [e](#muc)", None),
    ("[a](../../../site_src/van-ban/index.md) [b](../../../site_src/lien-he.md)", None),
    ("`[a](khong-co.md)`", None),
    ("```\n[a](khong-co.md)\n```", None),
    ("~~~ text\n[a](khong-co.md)\n~~~", None),
    ("[a](khong-co.md)", "khong-co.md"),
    ("![Ảnh](khong-co.jpg)", "khong-co.jpg"),
    ("[a](khong-co.md#muc-1)", "khong-co.md"),
    ("[a][ref]\n\n[ref]: khong-co.md", None),  # in a printed text this is text
    ("[a](<khong co.md>)", "khong co.md"),
    ("[a](khong-co_(1).pdf)", "khong-co_(1).pdf"),
    ("[a](../../../../ngoai-kho.md)", "../../../../ngoai-kho.md"),
    ("[a](d:/a.docx)", "d:/a.docx"),
    ("[a](file:///C:/mau.docx)", "file:///C:/mau.docx"),
    ("![Ảnh](D:\\Anh\\le 1.jpg)", "D:\\Anh\\le 1.jpg"),
]


@pytest.mark.parametrize(("text", "dead"), LINKS)
def test_links(tmp_path: Path, text: str, dead: str | None) -> None:
    files = "".join(
        f"== plans/2021/bau-cu/{name}\n\n" for name in ("bang diem.pdf", "bang-diem_(1).pdf", "anh.jpg", "index.md")
    )
    files += "== site_src/gioi-thieu.md\n== plans/2021/bau-cu/13.md\nnumber: 13/KH-TCT\ndate: 20/4/2021\n"
    drawing = f"{files}== plans/2021/bau-cu/12.md\nnumber: 12/KH-TCT\ndate: 20/4/2021\n---\n{text}\n"

    found = told(portal_on(tmp_path, "1/1/2023", drawing), "TT310")

    assert [message.split("'")[1] for message in found] == ([dead] if dead else [])


def test_a_dead_link_is_told_where_it_stands(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2021",
        """
        == site_src/gioi-thieu.md
        title: Giới thiệu
        ---
        Xem `lien-he-cu.md`.

        [Sai tên](so-do-to-chuk.md), [không có](cu.md).
        == site_src/so-do-to-chuc.md
        """,
    )
    assert told(portal) == [
        "site_src/gioi-thieu.md:6: TT310 liên kết 'cu.md' không dẫn tới trang hay tệp nào"
        " → sửa đường dẫn, tính từ thư mục của tệp này",
        "site_src/gioi-thieu.md:6: TT310 liên kết 'so-do-to-chuk.md' không dẫn tới trang hay tệp nào"
        " → có phải ý bạn là 'so-do-to-chuc.md'?",
    ]


def test_what_is_offered_can_be_typed_as_it_is_shown(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2022",
        """
        == site_src/gioi-thieu.md
        title: Giới thiệu
        ---
        [Sơ đồ](so-do-to-chuk.pdf)
        == site_src/so do to chuc.pdf
        %PDF-1.7
        == site_src/toan canh.jpg
        ảnh
        """,
    )
    said = "\n".join(map(str, portal.problems))
    assert "có phải ý bạn là '<so do to chuc.pdf>'?" in said
    assert "(ví dụ: ![Toàn cảnh lễ phát động](<toan canh.jpg>))" in said


def test_a_name_cut_at_its_space_is_told(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2022",
        """
        == site_src/tin-tuc/2021/a.md
        title: Tin
        ---
        ![Lễ phát động](../../hinh/ảnh 1.jpg "Toàn cảnh")
        == site_src/hinh/ảnh 0.jpg
        ảnh
        == site_src/hinh/ảnh 1.jpg
        ảnh
        """,
    )
    assert told(portal, "TT310") == [
        "site_src/tin-tuc/2021/a.md:5: TT310 liên kết '../../hinh/ảnh 1.jpg' bị cắt ở dấu cách,"
        " chỉ còn '../../hinh/ảnh' → đặt đường dẫn có dấu cách trong < >, hoặc đổi tên tệp cho hết dấu cách"
        " (ví dụ: <../../hinh/ảnh 1.jpg>)"
    ]


SLIPS = [
    # (as typed in a news item beside `hinh/a b.jpg` and `hinh/c.jpg`, what is told after the code)
    (
        r"![Ảnh](D:\Anh lễ\toan canh.jpg)",
        r"'D:\Anh lễ\toan canh.jpg' là chỗ trên máy của người viết, người đọc không mở được"
        " → chép tệp vào thư mục của bài này, rồi chỉ viết tên tệp (ví dụ: <toan canh.jpg>)",
    ),
    (
        "[Mẫu đơn](file:///C:/Users/vt/mau.docx)",
        "'file:///C:/Users/vt/mau.docx' là chỗ trên máy của người viết, người đọc không mở được"
        " → chép tệp vào thư mục của bài này, rồi chỉ viết tên tệp (ví dụ: mau.docx)",
    ),
    (
        r"![Ảnh](hinh\c.jpg)",
        r"liên kết 'hinh\c.jpg' dùng dấu gạch chéo ngược → dùng dấu '/' (ví dụ: hinh/c.jpg)",
    ),
    (
        "![Ảnh](hinh/a  c.jpg 'Toàn cảnh')",
        "liên kết 'hinh/a  c.jpg' bị cắt ở dấu cách, chỉ còn 'hinh/a' → đặt đường dẫn có dấu cách trong < >,"
        " hoặc đổi tên tệp cho hết dấu cách (ví dụ: <hinh/a b.jpg>)",
    ),
    (
        "[Mẫu][1]\n\n[1]: hinh/a b.jpg",
        "liên kết 'hinh/a b.jpg' bị cắt ở dấu cách, chỉ còn 'hinh/a' → thay mỗi dấu cách bằng %20,"
        " hoặc đổi tên tệp cho hết dấu cách (ví dụ: hinh/a%20b.jpg)",
    ),
    (
        "[Mẫu][1]\n\n[1]: <hinh/a b.jpg> 'Ảnh'",  # Markdown makes no link of it
        "liên kết '<hinh/a b.jpg>' bị cắt ở dấu cách, chỉ còn '<hinh/a' → thay mỗi dấu cách bằng %20,"
        " hoặc đổi tên tệp cho hết dấu cách (ví dụ: hinh/a%20b.jpg)",
    ),
    (
        "[Mẫu][1]\n\n[1]: D:\\Anh lễ\\toan canh.jpg",
        "'D:\\Anh lễ\\toan canh.jpg' là chỗ trên máy của người viết, người đọc không mở được"
        " → chép tệp vào thư mục của bài này, rồi chỉ viết tên tệp (ví dụ: toan%20canh.jpg)",
    ),
    (
        "[Ảnh]( hinh/a b.jpg)",
        "liên kết 'hinh/a b.jpg' bị cắt ở dấu cách, chỉ còn 'hinh/a' → đặt đường dẫn có dấu cách trong < >,"
        " hoặc đổi tên tệp cho hết dấu cách (ví dụ: <hinh/a b.jpg>)",
    ),
    (
        "[Mẫu](mau/khong co.docx)",
        "liên kết 'mau/khong co.docx' bị cắt ở dấu cách, chỉ còn 'mau/khong' → đặt đường dẫn có dấu cách trong < >,"
        " hoặc đổi tên tệp cho hết dấu cách (ví dụ: <mau/khong co.docx>)",
    ),
    (
        "[Trang](www.mau.example)",
        "liên kết 'www.mau.example' thiếu 'https://' → viết đủ địa chỉ (ví dụ: https://www.mau.example)",
    ),
    (
        "[Cổng](thanhpho.gov.vn/tin)",
        "liên kết 'thanhpho.gov.vn/tin' thiếu 'https://' → viết đủ địa chỉ (ví dụ: https://thanhpho.gov.vn/tin)",
    ),
]


@pytest.mark.parametrize(("typed", "said"), SLIPS)
def test_a_slip_is_told_with_what_to_write(tmp_path: Path, typed: str, said: str) -> None:
    files = "== site_src/tin-tuc/2021/hinh/a b.jpg\nảnh\n== site_src/tin-tuc/2021/hinh/c.jpg\nảnh\n"
    portal = portal_on(tmp_path, "1/1/2022", f"{files}== site_src/tin-tuc/2021/a.md\ntitle: Tin\n---\n{typed}\n")
    line = 5 + typed.count("\n")
    assert told(portal, "TT310") == [f"site_src/tin-tuc/2021/a.md:{line}: TT310 {said}"]


CUT = [
    # (as typed beside no such file, the example)
    ("[x](Dự toán 2026.pdf)", "<Dự toán 2026.pdf>"),
    ("[x](Dự toán 2026 (đã ký).pdf)", "<Dự toán 2026 (đã ký).pdf>"),
    ("[x](Dự toán (1) (2).pdf) và (y)", "<Dự toán (1) (2).pdf>"),
    ("[x](Dự toán ((1)).pdf)", "<Dự toán ((1)).pdf>"),
    ("[x]: Dự toán (1).pdf", "Dự%20toán%20(1).pdf"),
    ("[x]: <Dự toán (1).pdf>", "Dự%20toán%20(1).pdf"),
    ("[x](QĐ(đã ký).pdf)", "<QĐ(đã ký).pdf>"),
    ("![x](Ảnh (1).pdf 'Lễ (sáng)')", "<Ảnh (1).pdf>"),
    ("([x](Ảnh lễ.pdf))", "<Ảnh lễ.pdf>"),
    ("[x](D:\\Ảnh lễ (1).pdf)", "<Ảnh lễ (1).pdf>"),
    ("[x](hinh\\Ảnh lễ (1).pdf)", "<hinh/Ảnh lễ (1).pdf>"),
]


@pytest.mark.parametrize(("typed", "example"), CUT)
def test_the_example_has_the_whole_path_and_works(tmp_path: Path, typed: str, example: str) -> None:
    item = "== site_src/tin-tuc/2021/a.md\ntitle: Tin\n---\n"
    (before,) = told(portal_on(tmp_path / "a", "1/1/2022", f"{item}{typed}\n\nXem [x].\n"), "TT310")
    assert before.endswith(f"(ví dụ: {example})")

    path = example.strip("<>").replace("%20", " ")
    file = f"== site_src/tin-tuc/2021/{path}\n%PDF-1.7\n"
    (again,) = told(portal_on(tmp_path / "b", "1/1/2022", f"{file}{item}{typed}\n\nXem [x].\n"), "TT310")
    assert again.endswith(f"(ví dụ: {example})")
    link = f"[x]: {example}" if typed.startswith("[x]:") else f"[x]({example})"
    assert told(portal_on(tmp_path / "c", "1/1/2022", f"{file}{item}{link}\n\nXem [x].\n")) == []


def test_a_link_to_a_file_with_faults_of_its_own_is_not_dead(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2021",
        """
        == site_src/gioi-thieu.md
        ---
        [Tin](tin-tuc/2021/a.md)
        == site_src/tin-tuc/2021/a.md
        date: hôm nay
        """,
    )
    assert told(portal) == [
        "site_src/tin-tuc/2021/a.md:2: TT204 'date' = 'hôm nay': không đọc được thành một ngày"
        " → viết ngày/tháng/năm (ví dụ: date: 21/4/2021)"
    ]


def test_no_page_is_taken_for_one_that_it_links_to(tmp_path: Path) -> None:
    drawing = "== plans/2021/45-kh-tct.md\nnumber: 45/KH-TCT\ndate: 20/4/2021\n---\nNhư [kế hoạch](05-kh-tct.md).\n"
    (said,) = told(portal_on(tmp_path, "30/4/2021", drawing), "TT310")
    assert said.endswith("→ sửa đường dẫn, tính từ thư mục của tệp này")
