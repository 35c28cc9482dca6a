"""What can only be seen with all files in view: each fault as an editor reads it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.blank import BLANK_PDF
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
        == plans/2021/b.md
        number: 05/KH-UBND
        date: 21/4/2021
        issuer: Uỷ ban  nhân dân tỉnh mẫu
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
            " → có phải ý bạn là 'site_src/tin-tuc/2021/tu-sach.jpeg'?",
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
            " → sửa đường dẫn hoặc thêm ảnh vào kho",
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
        "site_src/tin-tuc/2021/a.md:5: TT310 liên kết bị cắt ở dấu cách, chỉ còn '../../hinh/ảnh'"
        " → đặt đường dẫn có dấu cách trong < >, hoặc đổi tên tệp cho hết dấu cách (ví dụ: <../../hinh/ảnh 1.jpg>)"
    ]


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
