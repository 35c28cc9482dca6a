"""What heads name and is not there, campaigns that cannot be, files: each fault as an editor reads it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.blank import BLANK_PDF
from tests.portal.drawing import portal_on, told

CASES = {
    "pictures of which no smaller ones are made": (
        """
        == site_src/tin-tuc/2021/le.md
        title: Lễ
        date: 2/1/2021
        image: {src: a.bmp, alt: Ảnh}
        ---
        ![Ảnh](b.JFIF)
        == site_src/tin-tuc/2021/a.bmp
        BM
        == site_src/tin-tuc/2021/b.JFIF
        """,
        [
            "site_src/tin-tuc/2021/le.md:4: TT316 ảnh 'a.bmp' không thu nhỏ được cho điện thoại → xuất ảnh sang JPEG "
            "hoặc PNG rồi thay tệp này (ví dụ: a.png)",
            "site_src/tin-tuc/2021/le.md:6: TT316 ảnh 'b.JFIF' không thu nhỏ được cho điện thoại → ảnh này là JPEG: "
            "đổi đuôi thành .jpg (ví dụ: b.jpg)",
        ],
    ),
    # Names.
    "unknown sub-units": (
        """
        == plans/2021/bau-cu/index.md
        lead: phong-tchcc
        units: [khoa-llcs, khoa-xyz]
        works:
          - title: Tủ sách
            unit: khoa-lcls
        == plans/2021/bau-cu/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        tasks:
          - do: Báo cáo
            unit: van-phong
        == site_src/don-vi/khoa-llcs.md
        == site_src/don-vi/phong-tchc.md
        == site_src/tin-tuc/2021/a.md
        unit: khoa-ll
        """,
        [
            "plans/2021/bau-cu/12.md:6: TT305 không có đơn vị 'van-phong' → tạo tệp site_src/don-vi/van-phong.md",
            "plans/2021/bau-cu/index.md:2: TT305 không có đơn vị 'phong-tchcc' → có phải ý bạn là 'phong-tchc'?",
            "plans/2021/bau-cu/index.md:3: TT305 không có đơn vị 'khoa-xyz' → tạo tệp site_src/don-vi/khoa-xyz.md",
            "plans/2021/bau-cu/index.md:6: TT305 không có đơn vị 'khoa-lcls' → có phải ý bạn là 'khoa-llcs'?",
            "site_src/tin-tuc/2021/a.md:2: TT305 không có đơn vị 'khoa-ll' → có phải ý bạn là 'khoa-llcs'?",
        ],
    ),
    "unknown campaigns": (
        """
        == plans/2021/bau-cu-2021/index.md
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        campaign: bau-cu
        == site_src/tin-tuc/2021/a.md
        campaign: ngay-sach
        """,
        [
            "plans/2021/12.md:4: TT306 không có phong trào 'bau-cu' → có phải ý bạn là 'bau-cu-2021'?",
            "site_src/tin-tuc/2021/a.md:2: TT306 không có phong trào 'ngay-sach'"
            " → tạo tệp plans/<năm>/ngay-sach/index.md",
        ],
    ),
    "evidence, featured pages and pictures that are not there": (
        """
        == plans/2021/bau-cu/index.md
        featured: [site_src/tin-tuc/2021/tu-sachs.md]
        works:
          - unit: khoa
            title: Tủ sách
            evidence:
              - https://bao.example/
              - site_src/tin-tuc/2021/khong-co.md
        == site_src/don-vi/khoa.md
        == site_src/tin-tuc/2021/tu-sach.md
        image:
          alt: Tủ sách
          src: tu-sach.jpg
        == site_src/tin-tuc/2021/tu-sach.jpeg
        """,
        [
            "plans/2021/bau-cu/index.md:2: TT312 không có trang 'site_src/tin-tuc/2021/tu-sachs.md'"
            " → có phải ý bạn là 'site_src/tin-tuc/2021/tu-sach.md'?",
            "plans/2021/bau-cu/index.md:8: TT312 không có trang 'site_src/tin-tuc/2021/khong-co.md'"
            " → sửa đường dẫn, tính từ gốc kho",
            "site_src/tin-tuc/2021/tu-sach.jpeg:1: TT401 không bài nào dùng tệp này nên nó không được đăng"
            " → muốn đăng thì đặt ảnh vào bài, hoặc ghi ở 'image', 'album' của tin"
            " (ví dụ: ![Toàn cảnh lễ phát động](tu-sach.jpeg))",
            "site_src/tin-tuc/2021/tu-sach.md:4: TT307 không có tệp ảnh 'tu-sach.jpg'"
            " → có phải ý bạn là 'tu-sach.jpeg'? (ví dụ: src: tu-sach.jpeg)",
        ],
    ),
    # Campaigns.
    "one campaign name in two years": (
        """
        == plans/2021/bau-cu/index.md
        == plans/2026/bau-cu/index.md
        start: 1/2/2026
        end: 31/3/2026
        """,
        [
            "plans/2026/bau-cu/index.md:1: TT309 đã có phong trào 'bau-cu' ở plans/2021/bau-cu/index.md"
            " → đổi tên một thư mục: tên phong trào là duy nhất qua mọi năm (ví dụ: bau-cu-2026)"
        ],
    ),
    "names of lists": (
        """
        == plans/2021/nam/index.md
        == plans/2021/trang/index.md
        """,
        [
            "plans/2021/nam/index.md:1: TT309 tên thư mục 'nam' dành cho các trang danh sách"
            " → đổi tên thư mục (ví dụ: nam-2021)",
            "plans/2021/trang/index.md:1: TT309 tên thư mục 'trang' dành cho các trang danh sách"
            " → đổi tên thư mục (ví dụ: trang-2021)",
        ],
    ),
    "phases from an anchor that end before they begin": (
        """
        == plans/2021/bau-cu/index.md
        anchor: {name: Ngày bầu cử, date: 23/5/2021}
        milestones:
          - {title: Đợt một, offset: -10, until: 12/5/2021}
          - {title: Đợt hai, offset: -10, until: 13/5/2021}
        == plans/2021/bau-cu/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        milestones:
          - {title: Đợt ba, offset: +1, until: 23/5/2021}
        """,
        [
            "plans/2021/bau-cu/12.md:5: TT214 'until' (23/05/2021) trước ngày bắt đầu tính từ ngày mốc (24/05/2021)"
            " → sửa 'until' hoặc 'offset' (ví dụ: until: 24/05/2021)",
            "plans/2021/bau-cu/index.md:4: TT214 'until' (12/05/2021) trước ngày bắt đầu tính từ ngày mốc (13/05/2021)"
            " → sửa 'until' hoặc 'offset' (ví dụ: until: 13/05/2021)",
        ],
    ),
    "steps with days, which need no campaign": (
        """
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        milestones:
          - {title: Niêm yết, date: 3/5/2021, until: 10/5/2021}
        """,
        [],
    ),
    "offsets that count from nothing": (
        """
        == plans/2021/bau-cu/index.md
        == plans/2021/bau-cu/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        milestones:
          - title: Niêm yết
            offset: -10
        == plans/2021/13.md
        number: 13/KH-TCT
        date: 20/4/2021
        milestones:
          - {title: Niêm yết, offset: -10}
        """,
        [
            "plans/2021/13.md:5: TT214 'offset' chỉ dùng được trong một phong trào có 'anchor'"
            " → dùng 'date' (ví dụ: date: 13/4/2021)",
            "plans/2021/bau-cu/12.md:6: TT214 'offset' cần ngày mốc nhưng phong trào 'bau-cu' chưa có 'anchor'"
            " → thêm 'anchor' vào plans/2021/bau-cu/index.md hoặc dùng 'date' (ví dụ: date: 13/4/2021)",
        ],
    ),
    "lists that were typed on one line": (
        """
        == site_src/don-vi/khoa-a.md
        == plans/2021/bau-cu/index.md
        units: khoa-a, khoa-b
        criteria: Đủ việc; đúng hạn
        featured: site_src/a.md, site_src/b.md
        == plans/2021/bau-cu/12.md
        number: 12/KH-TCT
        implements: 95/KH-UBND, 96/KH-UBND
        areas: Giáo dục; Y tế, dân số
        recipients: Như trên; Các khoa (3,5 bản);
        tasks: [{unit: "khoa-a, khoa-b", do: Việc}]
        date: 1/2/2021
        == site_src/tin-tuc/2021/a.md
        tags: bầu cử, Lễ 30/4
        evidence_for: 12/KH-TCT#1, 12/KH-TCT#2
        """,
        [
            "plans/2021/bau-cu/12.md:3: TT302 'implements' ghi 2 văn bản trên một dòng: '95/KH-UBND, 96/KH-UBND'"
            " → viết mỗi mục một dòng, bắt đầu bằng '- ' (ví dụ: - 95/KH-UBND)",
            "plans/2021/bau-cu/12.md:4: TT203 'areas' viết 2 mục trên một dòng nên trang hiểu là một mục:"
            " 'Giáo dục; Y tế, dân số' → viết mỗi mục một dòng, bắt đầu bằng '- ', hoặc trong ngoặc vuông; đúng là một"
            ' mục thì viết sau dấu \'- \' (ví dụ: areas: [Giáo dục, "Y tế, dân số"])',
            "plans/2021/bau-cu/12.md:5: TT203 'recipients' viết 2 mục trên một dòng nên trang hiểu là một mục:"
            " 'Như trên; Các khoa (3,5 bản);' → viết mỗi mục một dòng, bắt đầu bằng '- ', hoặc trong ngoặc vuông; đúng"
            ' là một mục thì viết sau dấu \'- \' (ví dụ: recipients: [Như trên, "Các khoa (3,5 bản)"])',
            "plans/2021/bau-cu/12.md:6: TT215 'tasks[1].unit' = 'khoa-a, khoa-b' là 2 mã trên một dòng"
            " → chỉ ghi một mã (ví dụ: unit: khoa-a)",
            "plans/2021/bau-cu/index.md:2: TT215 'units[1]' = 'khoa-a, khoa-b' là 2 mã trên một dòng"
            " → viết mỗi mục một dòng, bắt đầu bằng '- ' (ví dụ: - khoa-a)",
            "plans/2021/bau-cu/index.md:3: TT203 'criteria' viết 2 mục trên một dòng nên trang hiểu là một mục:"
            " 'Đủ việc; đúng hạn' → viết mỗi mục một dòng, bắt đầu bằng '- ', hoặc trong ngoặc vuông; đúng là một mục"
            " thì viết sau dấu '- ' (ví dụ: criteria: [Đủ việc, đúng hạn])",
            "plans/2021/bau-cu/index.md:4: TT312 không có trang 'site_src/a.md, site_src/b.md'"
            " → viết mỗi mục một dòng, bắt đầu bằng '- '",
            "site_src/tin-tuc/2021/a.md:2: TT203 'tags' viết 2 mục trên một dòng nên trang hiểu là một mục:"
            " 'bầu cử, Lễ 30/4' → viết mỗi mục một dòng, bắt đầu bằng '- ', hoặc trong ngoặc vuông; đúng là một mục thì"
            " viết sau dấu '- ' (ví dụ: tags: [bầu cử, Lễ 30/4])",
            "site_src/tin-tuc/2021/a.md:3: TT322 '12/KH-TCT#1, 12/KH-TCT#2' là 2 việc trên một dòng"
            " → viết mỗi mục một dòng, bắt đầu bằng '- ' (ví dụ: - 12/KH-TCT#1)",
        ],
    ),
    "single items with commas in them": (
        """
        == plans/2021/bau-cu/index.md
        criteria: Đủ việc, đúng hạn
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 1/2/2021
        areas: Thi đua, khen thưởng
        recipients: Như trên, các khoa;
        == site_src/tin-tuc/2021/a.md
        tags: ["Thi đua, khen thưởng"]
        == site_src/tin-tuc/2021/b.md
        tags:
          - Thi đua, khen thưởng
        == site_src/tin-tuc/2021/c.md
        tags: Tuyến đường 3,5 km
        """,
        [],
    ),
    "evidence and pictures outside the repository": (
        """
        == plans/2021/bau-cu/index.md
        featured: [../../../../tin.md]
        == site_src/tin-tuc/2021/a.md
        image: {src: ../../../../le.jpg, alt: Lễ}
        """,
        [
            "plans/2021/bau-cu/index.md:2: TT312 không có trang '../../../../tin.md' → sửa đường dẫn, tính từ gốc kho",
            "site_src/tin-tuc/2021/a.md:2: TT307 không có tệp ảnh '../../../../le.jpg'"
            " → chép ảnh vào cạnh tin, hoặc sửa đường dẫn",
        ],
    ),
    # Attached files.
    "missing and forgotten files": (
        """
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        files:
          - path: 12-kh-tct.pdf
          - path: phu-luc/bieu-mau.docx
          - path: ../../ngoai-kho.pdf
          - path: ../../../ngoai-kho.pdf
        ---
        ![Sơ đồ](so-do.svg)
        == plans/2021/12-kh-tct..pdf
        %PDF-1.7
        == plans/2021/so-do.svg
        <svg/>
        """,
        [
            "plans/2021/12-kh-tct..pdf:1: TT401 không bài nào dùng tệp này nên nó không được đăng"
            " → muốn đăng thì thêm vào 'files' của văn bản hoặc đặt liên kết trong bài"
            " (ví dụ: files: [{path: 12-kh-tct..pdf}])",
            "plans/2021/12.md:5: TT307 không có tệp '12-kh-tct.pdf' → có phải ý bạn là '12-kh-tct..pdf'?"
            " (ví dụ: path: 12-kh-tct..pdf)",
            "plans/2021/12.md:6: TT307 không có tệp 'phu-luc/bieu-mau.docx'"
            " → chép tệp vào cạnh văn bản, hoặc sửa đường dẫn",
            "plans/2021/12.md:7: TT307 không có tệp '../../ngoai-kho.pdf'"
            " → chép tệp vào cạnh văn bản, hoặc sửa đường dẫn",
            "plans/2021/12.md:8: TT307 không có tệp '../../../ngoai-kho.pdf'"
            " → chép tệp vào cạnh văn bản, hoặc sửa đường dẫn",
        ],
    ),
    "a file that is no PDF": (
        """
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        files:
          - path: 12.PDF
        == plans/2021/12.PDF
        PK, một tệp Word đổi đuôi
        """,
        ["plans/2021/12.md:5: TT316 '12.PDF' có đuôi .pdf nhưng không phải là tệp PDF → xuất lại tệp PDF thật"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("drawing", "expected"), CASES.values(), ids=CASES.keys())
def test_problems_of_all_files_together(tmp_path: Path, drawing: str, expected: list[str]) -> None:
    portal = portal_on(tmp_path, "1/1/2023", drawing)
    assert told(portal) == expected


def test_a_file_that_is_not_the_recorded_one(tmp_path: Path) -> None:
    right, wrong = hashlib.sha256(BLANK_PDF).hexdigest(), "0" * 64
    portal = portal_on(
        tmp_path,
        "1/1/2022",
        f"""
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        files:
          - path: a.pdf
            sha256: {right.upper()}
          - path: b.pdf
            sha256: {wrong}
        == plans/2021/a.pdf
        %PDF-1.7
        == plans/2021/b.pdf
        %PDF-1.7
        """,
    )
    assert told(portal) == [
        "plans/2021/12.md:8: TT317 tệp 'b.pdf' đã khác bản được ghi mã SHA-256"
        f" → lấy lại đúng tệp gốc; nếu đã thay tệp có chủ ý thì ghi mã mới và chuyển mã cũ xuống 'former'"
        f" (ví dụ: sha256: {right}, former: [{{sha256: {'0' * 64}}}])"
    ]
