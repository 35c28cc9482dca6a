"""What is held back or ought to be, tables, printed numbers of sections: each fault as an editor reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on, told

CASES = {
    # Publication.
    "what is still held back": (
        """
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        review:
          - Xác nhận ngày ban hành
          - Đối chiếu bảng điểm
        == plans/2023/13.md
        number: 13/KH-TCT
        date: 20/12/2022
        published: 2/1/2023
        == plans/2023/14.md
        number: 14/KH-TCT
        date: 2/1/2023
        == plans/2023/15.md
        number: 15/KH-TCT
        date: 1/1/2023
        == plans/2023/16.md
        number: 16/KH-TCT
        date: 2/1/2023
        draft: true
        == site_src/tin-tuc/2023/a.md
        date: 2/1/2023
        """,
        [
            "plans/2021/12.md:4: TT408 chưa đăng, còn phải rà: Xác nhận ngày ban hành; Đối chiếu bảng điểm"
            " → rà xong việc nào thì xóa dòng ấy; hết dòng thì văn bản được đăng",
            "plans/2023/13.md:4: TT406 chưa đăng, chờ đến ngày 02/01/2023"
            " → nếu không định hẹn ngày thì sửa khóa 'published'",
            "plans/2023/14.md:3: TT406 chưa đăng, chờ đến ngày 02/01/2023"
            " → nếu không định hẹn ngày thì sửa khóa 'date'",
            "site_src/tin-tuc/2023/a.md:2: TT406 chưa đăng, chờ đến ngày 02/01/2023"
            " → nếu không định hẹn ngày thì sửa khóa 'date'",
        ],
    ),
    "taken back on a day to come": (
        """
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        withdrawn: {date: 2/1/2023, reason: Đăng nhầm}
        == plans/2021/13.md
        number: 13/KH-TCT
        date: 20/4/2021
        withdrawn: {date: 1/1/2023, reason: Đăng nhầm}
        == plans/2021/14.md
        number: 14/KH-TCT
        date: 20/4/2021
        draft: true
        withdrawn: {date: 2/1/2023, reason: Đăng nhầm}
        """,
        [
            "plans/2021/12.md:4: TT214 ngày gỡ 02/01/2023 chưa đến, mà nội dung đã được gỡ ngay"
            " → ghi ngày thật sự gỡ; muốn gỡ sau thì thêm 'withdrawn' vào ngày ấy",
        ],
    ),
    "marks of secrecy on a line of their own": (
        """
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        ---
        Giữ bí mật nhà nước; mật độ dân số; MẬT ONG.

        **TỐI MẬT**
        == site_src/noi-bo.md
        ---
        > [LƯU HÀNH NỘI BỘ]
        """,
        [
            "plans/2021/12.md:9: TT318 có dấu chỉ mức độ mật hoặc phạm vi lưu hành: '**TỐI MẬT**'"
            " → không đăng văn bản này; gỡ tệp khỏi kho và báo người phụ trách, vì Git vẫn giữ bản đã lưu",
            "site_src/noi-bo.md:3: TT318 có dấu chỉ mức độ mật hoặc phạm vi lưu hành: '> [LƯU HÀNH NỘI BỘ]'"
            " → không đăng văn bản này; gỡ tệp khỏi kho và báo người phụ trách, vì Git vẫn giữ bản đã lưu",
        ],
    ),
    # Tables.
    "a table right under a line, rows that are too long": (
        """
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        ---
        Phân công như sau:
        | Việc | Hạn |
        |---|---|
        | Họp | 5/5 |
        | Báo cáo | 6/5 | Phòng A |
        | Một \\| hai | 7/5 |
        | Ba |

        | Đơn vị |
        |---|
        | Khoa | 1 |
        """,
        [
            "plans/2021/12.md:8: TT320 bảng dính vào đoạn chữ ngay trên nên không thành bảng"
            " → thêm một dòng trống trước bảng",
            "plans/2021/12.md:11: TT320 dòng này có 3 ô, đầu bảng chỉ có 2: ô cuối sẽ mất"
            " → sửa số ô; dấu '|' là chữ thì viết '\\|'",
            "plans/2021/12.md:17: TT320 dòng này có 2 ô, đầu bảng chỉ có 1: ô cuối sẽ mất"
            " → sửa số ô; dấu '|' là chữ thì viết '\\|'",
        ],
    ),
    # Printed numbering.
    "sections that jump": (
        """
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        ---
        ## I. MỤC ĐÍCH

        **II. NỘI DUNG**

        ## V. TỔ CHỨC THỰC HIỆN

        Năm 2021. Vị trí V. không phải là mục.
        """,
        [
            "plans/2021/12.md:11: TT402 mục V đứng sau mục II"
            " → đối chiếu với bản in: nếu bản in đúng như vậy thì giữ nguyên và ghi 'notes'"
            " (ví dụ: notes: [Bản in đánh số mục V ngay sau mục II])"
        ],
    ),
    "sections that jump, with a note": (
        """
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        notes: [Bản in đánh số mục V ngay sau mục II]
        ---
        ## II. NỘI DUNG
        ## V. TỔ CHỨC THỰC HIỆN
        """,
        [],
    ),
    "sections in order, and once more in an annex": (
        """
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        ---
        I. MỤC ĐÍCH
        II. NỘI DUNG
        III. TỔ CHỨC
        IV. KINH PHÍ
        I. PHỤ LỤC
        """,
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("drawing", "expected"), CASES.values(), ids=CASES.keys())
def test_problems_of_all_files_together(tmp_path: Path, drawing: str, expected: list[str]) -> None:
    portal = portal_on(tmp_path, "1/1/2023", drawing)
    assert told(portal) == expected
