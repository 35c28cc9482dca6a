"""What can only be seen with all files in view, of numbers and addresses: each fault as an editor reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on, told

CASES = {
    # Numbers and addresses.
    "one number twice": (
        """
        == plans/2021/a.md
        number: 12/KH-TCT
        date: 20/4/2021
        == plans/2021/b.md
        date: 21/4/2021
        number: 012/KH-TCT
        """,
        [
            "plans/2021/a.md:2: TT301 số 12/KH-TCT của Trường Chính trị tỉnh Mẫu năm 2021 "
            "đã có ở plans/2021/b.md:3 → sửa số, ngày hoặc cơ quan ban hành của một trong hai văn bản",
            "plans/2021/b.md:3: TT301 số 012/KH-TCT của Trường Chính trị tỉnh Mẫu năm 2021 "
            "đã có ở plans/2021/a.md:2 → sửa số, ngày hoặc cơ quan ban hành của một trong hai văn bản"
        ],
    ),
    "one number twice, the issuer spelled two ways": (
        """
        == plans/2021/a.md
        number: 5/KH-UBND
        date: 20/4/2021
        issuer: Ủy ban nhân dân tỉnh Mẫu
        level: tinh
        == plans/2021/b.md
        number: 05/KH-UBND
        date: 21/4/2021
        issuer: Uỷ ban  nhân dân tỉnh mẫu
        level: tinh
        """,
        [
            "plans/2021/a.md:2: TT301 số 5/KH-UBND của Ủy ban nhân dân tỉnh Mẫu năm 2021 "
            "đã có ở plans/2021/b.md:2 → sửa số, ngày hoặc cơ quan ban hành của một trong hai văn bản",
            "plans/2021/b.md:2: TT301 số 05/KH-UBND của Uỷ ban nhân dân tỉnh mẫu năm 2021 "
            "đã có ở plans/2021/a.md:2 → sửa số, ngày hoặc cơ quan ban hành của một trong hai văn bản"
        ],
    ),
    "one number twice, the portal's own unit by its short name and in capitals": (
        """
        == plans/2021/a.md
        number: 12/KH-TCT
        date: 20/4/2021
        issuer: TRƯỜNG CHÍNH TRỊ TỈNH MẪU
        == plans/2021/b.md
        number: 12/KH-TCT
        date: 21/4/2021
        """,
        [
            "plans/2021/a.md:2: TT301 số 12/KH-TCT của Trường Chính trị tỉnh Mẫu năm 2021 "
            "đã có ở plans/2021/b.md:2 → sửa số, ngày hoặc cơ quan ban hành của một trong hai văn bản",
            "plans/2021/b.md:2: TT301 số 12/KH-TCT của Trường Chính trị tỉnh Mẫu năm 2021 "
            "đã có ở plans/2021/a.md:2 → sửa số, ngày hoặc cơ quan ban hành của một trong hai văn bản",
        ],
    ),
    "a draft takes its number too": (
        """
        == plans/2021/a.md
        number: 12/KH-TCT
        date: 20/4/2021
        == plans/2021/b.md
        number: 12/KH-TCT
        date: 20/4/2021
        draft: true
        """,
        [
            "plans/2021/a.md:2: TT301 số 12/KH-TCT của Trường Chính trị tỉnh Mẫu năm 2021 "
            "đã có ở plans/2021/b.md:2 → sửa số, ngày hoặc cơ quan ban hành của một trong hai văn bản",
            "plans/2021/b.md:2: TT301 số 12/KH-TCT của Trường Chính trị tỉnh Mẫu năm 2021 "
            "đã có ở plans/2021/a.md:2 → sửa số, ngày hoặc cơ quan ban hành của một trong hai văn bản"
        ],
    ),
    "one number in two years, of two issuers, with a letter": (
        """
        == plans/2021/a.md
        number: 12/KH-TCT
        date: 20/4/2021
        == plans/2022/a.md
        number: 12/KH-TCT
        date: 20/4/2022
        == plans/2021/b.md
        number: 12a/KH-TCT
        date: 20/4/2021
        == plans/2021/c.md
        number: 12/KH-TCT
        date: 20/4/2021
        issuer: Trung tâm Chính trị xã Mẫu
        level: xa
        """,
        [],
    ),
    "two files of one name in one year and no number": (
        """
        == plans/2021/a/giay-moi.md
        == plans/2021/b/giay-moi.md
        """,
        [
            "plans/2021/a/giay-moi.md:2: TT407 văn bản chưa có số và ngày ban hành"
            " → điền khi đã có (ví dụ: number: 12/KH-TCT)",
            "plans/2021/b/giay-moi.md:2: TT313 địa chỉ trang trùng với plans/2021/a/giay-moi.md"
            " → đổi tên tệp, hoặc điền số khi văn bản đã được cấp số (ví dụ: giay-moi-2.md)",
            "plans/2021/b/giay-moi.md:2: TT407 văn bản chưa có số và ngày ban hành"
            " → điền khi đã có (ví dụ: number: 12/KH-TCT)",
        ],
    ),
    "two news of one year with one address": (
        """
        == site_src/tin-tuc/2021/le-phat-dong.md
        == site_src/tin-tuc/2021/lễ-phát-động.md
        == site_src/tin-tuc/2022/le-phat-dong.md
        date: 2/1/2022
        """,
        [
            "site_src/tin-tuc/2021/lễ-phát-động.md:1: TT313 địa chỉ trang trùng với"
            " site_src/tin-tuc/2021/le-phat-dong.md → đổi tên tệp (ví dụ: le-phat-dong-2.md)"
        ],
    ),
    "two numbers of one issuer with one address": (
        """
        == plans/2021/a.md
        number: 12/KH-TU
        date: 20/4/2021
        == plans/2021/b.md
        number: 12-KH/TU
        date: 20/4/2021
        """,
        [
            "plans/2021/b.md:2: TT313 địa chỉ trang trùng với plans/2021/a.md"
            " → đổi tên tệp, hoặc điền số khi văn bản đã được cấp số (ví dụ: b-2.md)"
        ],
    ),
    "one old address, spelled in several ways": (
        """
        == plans/2021/a.md
        number: 1/KH-TCT
        date: 20/4/2021
        redirect_from: [/cũ/, /c%C5%A9/index.html, /khac/]
        == plans/2021/b.md
        number: 2/KH-TCT
        date: 20/4/2021
        redirect_from: /Cũ
        """,
        [
            "plans/2021/a.md:4: TT313 địa chỉ cũ '/c%C5%A9/index.html' đã ghi ở trên"
            " → giữ một dòng: '/cu', '/cu/' và '/Cu/' là một",
            "plans/2021/b.md:4: TT313 địa chỉ cũ '/Cũ' đã được plans/2021/a.md nhận → giữ địa chỉ ấy ở một tệp",
        ],
    ),
    "no number yet": (
        """
        == plans/2021/a.md
        date: 20/4/2021
        """,
        ["plans/2021/a.md:2: TT407 văn bản chưa có số → điền khi đã có (ví dụ: number: 12/KH-TCT)"],
    ),
    "no date yet": (
        """
        == plans/2021/a.md
        number: 12/KH-TCT
        expires: 31/12/2021
        """,
        ["plans/2021/a.md:2: TT407 văn bản chưa có ngày ban hành → điền khi đã có (ví dụ: date: 20/4/2021)"],
    ),
    "a draft may wait for both": (
        """
        == plans/2021/a.md
        draft: true
        """,
        [],
    ),
    "an old shape": (
        """
        == plans/1996/a.md
        type: NĐ
        number: 54/CP
        date: 28/8/1996
        """,
        [
            "plans/1996/a.md:3: TT403 số '54/CP' không theo dạng hiện hành"
            " → kiểm tra lại với bản giấy; nếu bản giấy in đúng như vậy thì giữ nguyên (ví dụ: 12/KH-TCT)"
        ],
    ),
    "CV is no code of the state": (
        """
        == plans/2021/a.md
        type: Công văn
        number: 08/CV-CĐVP
        date: 20/4/2021
        """,
        [
            "plans/2021/a.md:3: TT404 '08/CV-CĐVP': công văn không mang mã loại 'CV'"
            " → kiểm tra lại với bản giấy; nếu bản giấy in đúng như vậy thì giữ nguyên (ví dụ: 145/TCT-TCHC)"
        ],
    ),
    "type and symbol disagree": (
        """
        == plans/2021/a.md
        number: 12/QĐ-TCT
        type: KH
        date: 20/4/2021
        == plans/2021/b.md
        number: 219/UBND-VHTT
        type: Hướng dẫn
        date: 20/4/2021
        == plans/2021/c.md
        number: 13/KH-TCT
        type: Công văn
        date: 20/4/2021
        """,
        [
            f"plans/2021/{name}.md:3: TT404 loại '{kind}' không khớp ký hiệu '{symbol}'"
            " → kiểm tra lại với bản giấy; nếu bản giấy in đúng như vậy thì giữ nguyên"
            f" (ví dụ: type: {right})"
            for name, kind, symbol, right in [
                ("a", "Kế hoạch", "QĐ-TCT", "Quyết định"),
                ("b", "Hướng dẫn", "UBND-VHTT", "Công văn"),
                ("c", "Công văn", "KH-TCT", "Kế hoạch"),
            ]
        ],
    ),
    "type and symbol agree": (
        """
        == plans/2021/a.md
        number: 08-QĐi/TW
        type: Quy định
        date: 20/4/2021
        == plans/2021/b.md
        number: 06/2022/QH15
        type: Luật
        date: 20/4/2021
        == plans/2021/c.md
        number: 12-TT/TU
        type: Thông tri
        date: 20/4/2021
        == plans/2021/d.md
        number: 12/UBND-VX
        type: Công văn
        date: 20/4/2021
        == plans/2021/e.md
        number: 09/SY-UBND
        type: SY
        date: 20/4/2021
        """,
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("drawing", "expected"), CASES.values(), ids=CASES.keys())
def test_problems_of_all_files_together(tmp_path: Path, drawing: str, expected: list[str]) -> None:
    portal = portal_on(tmp_path, "1/1/2023", drawing)
    assert told(portal) == expected
