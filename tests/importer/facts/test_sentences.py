"""What sentences of a paper say: what it rests on, who is to do what, names of people, where a sentence goes on."""

from __future__ import annotations

import pytest

from trangtin.content.printed.signature import is_office, is_person
from trangtin.importer.facts.bases import read_bases
from trangtin.importer.facts.tasks import propose_tasks
from trangtin.importer.grammar import joint, starts_unit


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
         [(None, "2022-06-15", None, "Luật Thi đua, khen thưởng")]),
        ("Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
         [("72/2025/QH15", None, None, "Luật Tổ chức chính quyền địa phương")]),
        ("Căn cứ kế hoạch số 959/KH-UBND, ngày 14/4/2021 của UBND tỉnh Mẫu về tổ chức thi đua;",
         [("959/KH-UBND", "2021-04-14", "UBND tỉnh Mẫu", "tổ chức thi đua")]),
        ("Thực hiện Chỉ thị số 26-CT/TU ngày 02/3/2026 của Tỉnh ủy và Kế hoạch số 5/KH-UBND ngày 4/3/2026 của UBND xã;",
         [("26-CT/TU", "2026-03-02", "Tỉnh ủy", None), ("5/KH-UBND", "2026-03-04", "UBND xã", None)]),
        ("Theo đề nghị của Trưởng phòng tại Tờ trình số 12/TTr-TCHC ngày 5 tháng 3 năm 2026.",
         [("12/TTr-TCHC", "2026-03-05", None, None)]),
        ("Theo đề nghị của Trưởng phòng Tổ chức.", []),
        ("Thực hiện Kế hoạch số 15/KH-UBND ngày 02/3/2026 của UBND TP. Mẫu về thi đua; Căn cứ Nghị quyết số 05-NQ/TU "
         "ngày 4/3/2026 của Tỉnh ủy về chuyển đổi số, Trường Chính trị xây dựng Kế hoạch như sau:",
         [("15/KH-UBND", "2026-03-02", "UBND TP. Mẫu", "thi đua"),
          ("05-NQ/TU", "2026-03-04", "Tỉnh ủy", "chuyển đổi số")]),
        ("Căn cứ Kế hoạch số 5/KH-UBND của UBND xã; Xét Tờ trình số 2/TTr-TC; Theo Công văn số 3/UBND về khen thưởng;",
         [("5/KH-UBND", None, "UBND xã", None), ("2/TTr-TC", None, None, None),
          ("3/UBND", None, None, "khen thưởng")]),
        ("Căn cứ Kế hoạch số 5/KH-UBND của UBND xã về thi đua; Trường Mẫu đề nghị thực hiện Quy chế số 1/QC-TCT.",
         [("5/KH-UBND", None, "UBND xã", "thi đua")]),
        ("Thực hiện Kế hoạch số 5/KH-UBND của UBND xã về thi đua, các đơn vị triển khai.",
         [("5/KH-UBND", None, "UBND xã", "thi đua")]),
        ("Căn cứ Quyết định số 1/QĐ-TCT về lập Hội đồng, Tổ giúp việc tổ chức cuộc vận động;",
         [("1/QĐ-TCT", None, None, "lập Hội đồng, Tổ giúp việc tổ chức cuộc vận động")]),
        ("Căn cứ Kế hoạch này, các đơn vị triển khai thực hiện.", []),
        ("- Căn cứ Quy định số 24-QĐ/TW ngày 30/7/2026 của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng;",
         [("24-QĐ/TW", "2026-07-30", "Ban Chấp hành Trung ương", "thi hành Điều lệ Đảng")]),
        ("- Thực hiện tốt Kế hoạch số 5/KH-UBND ngày 02/3/2026 của UBND xã.", []),
        ("Theo đề nghị của Hội Mẫu tại Tờ trình số 3/TTr-HM ngày 02/3/2026 và Sở Mẫu tại Tờ trình số 4/TTr-SM.",
         [("3/TTr-HM", "2026-03-02", None, None), ("4/TTr-SM", None, None, None)]),
        ("Căn cứ Điều lệ trường tiểu học ban hành kèm theo Thông tư số 28/2020/TT-BGDĐT ngày 04/9/2020 của Bộ GDĐT;",
         [("28/2020/TT-BGDĐT", "2020-09-04", "Bộ GDĐT", "Điều lệ trường tiểu học")]),
        ("Căn cứ Quy chế làm việc được ban hành tại Quyết định số 5/QĐ-TCT và Kế hoạch số 6/KH-TCT về thi đua;",
         [("5/QĐ-TCT", None, None, "Quy chế làm việc"), ("6/KH-TCT", None, None, "thi đua")]),
        ("Căn cứ Kế hoạch số 6/KH-UBND ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 04/9/2026;",
         [("6/KH-UBND", None, None, None), ("5/QĐ-UBND", "2026-09-04", None, None)]),
        ("Căn cứ Nghị định 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ quy định chi tiết thi hành Luật Mẫu;",
         [("98/2023/NĐ-CP", "2023-12-31", "Chính phủ", "quy định chi tiết thi hành Luật Mẫu")]),
        ("Căn cứ Nghị định 45/2010/NĐ-CP, Quyết định 33/QĐ-TTg và Nghị quyết 18-NQ/TW về thi đua;",
         [("45/2010/NĐ-CP", None, None, None), ("33/QĐ-TTg", None, None, None), ("18-NQ/TW", None, None, "thi đua")]),
        ("Xét Tờ trình số 90/TTr-UBND ngày 01/7/2026 của UBND xã; Báo cáo thẩm tra số 08/BC-BKTNS ngày 03/7/2026 của "
         "Ban Kinh tế - Ngân sách; ý kiến thảo luận của đại biểu Hội đồng nhân dân tại kỳ họp.",
         [("90/TTr-UBND", "2026-07-01", "UBND xã", None),
          ("08/BC-BKTNS", "2026-07-03", "Ban Kinh tế - Ngân sách", None)]),
        ("Xét Tờ trình số 90/TTr-UBND về giao kế hoạch; Báo cáo thẩm tra của Ban Kinh tế; trên cơ sở ý kiến thảo luận.",
         [("90/TTr-UBND", None, None, "giao kế hoạch")]),
        ("Thực hiện Kế hoạch hành động số 15/KHHĐ-UBND của UBND xã; Quy chế phối hợp số 01/QCPH-CA-TH;",
         [("15/KHHĐ-UBND", None, "UBND xã", None), ("01/QCPH-CA-TH", None, None, None)]),
        ("Căn cứ các Nghị định số 30/2020/NĐ-CP ngày 05/3/2020, số 61/2018/NĐ-CP ngày 23/4/2018 của Chính phủ;",
         [("30/2020/NĐ-CP", "2020-03-05", None, None), ("61/2018/NĐ-CP", "2018-04-23", "Chính phủ", None)]),
        ("Căn cứ các Nghị định của Chính phủ: số 30/2020/NĐ-CP về công tác văn thư; số 61/2018/NĐ-CP về một cửa;",
         [("30/2020/NĐ-CP", None, None, "công tác văn thư"), ("61/2018/NĐ-CP", None, None, "một cửa")]),
        ("Căn cứ Quyết định số 1/QĐ-TCT về thực hiện Nghị quyết số 5-NQ/TU, số 6-NQ/TU của Tỉnh ủy;",
         [("1/QĐ-TCT", None, None, "thực hiện Nghị quyết số 5-NQ/TU, số 6-NQ/TU của Tỉnh ủy")]),
        ("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019 và Luật sửa đổi, bổ sung một số điều của Luật Giáo dục;",
         [(None, "2019-06-14", None, "Luật Giáo dục"),
          (None, None, None, "Luật sửa đổi, bổ sung một số điều của Luật Giáo dục")]),
        ("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương;",
         [(None, None, None,
           "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương")]),
        ("Căn cứ Nghị định số 5/2026/NĐ-CP quy định chi tiết Luật Mẫu và Luật Thử;",
         [("5/2026/NĐ-CP", None, None, "quy định chi tiết Luật Mẫu và Luật Thử")]),
        ("Căn cứ khoản 2 Điều 15 Luật Mẫu và điểm a khoản 1 Điều 5 của Nghị định 98/2023/NĐ-CP;",
         [(None, None, None, "Luật Mẫu"), ("98/2023/NĐ-CP", None, None, None)]),
        ("Căn cứ Nghị định số 1/2026/NĐ-CP sửa đổi Điều 5 và Điều 6 Nghị định số 98/2023/NĐ-CP;",
         [("1/2026/NĐ-CP", None, None, "sửa đổi Điều 5 và Điều 6 Nghị định số 98/2023/NĐ-CP")]),
        ("Thực hiện Chỉ thị số 34-CT/TW của Bộ Chính trị “Về tiếp tục đổi mới công tác thi đua, khen thưởng”;",
         [("34-CT/TW", None, "Bộ Chính trị", "tiếp tục đổi mới công tác thi đua, khen thưởng")]),
        ("CĂN CỨ Luật Mẫu số 06/2022/QH15;", [("06/2022/QH15", None, None, "Luật Mẫu")]),
        ("Nhằm thực hiện Kế hoạch số 15/KH-UBND của UBND xã về thi đua;", [("15/KH-UBND", None, "UBND xã", "thi đua")]),
        ("Để triển khai thực hiện Kế hoạch 15/KH-UBND, Trường Mẫu xây dựng kế hoạch như sau:",
         [("15/KH-UBND", None, None, None)]),
        ("Theo Công văn số 115/UBND ngày 02/3/2026 của UBND xã về khen thưởng, nhà trường báo cáo như sau:",
         [("115/UBND", "2026-03-02", "UBND xã", "khen thưởng")]),
        ("Căn cứ Kế hoạch số 1/KH-TCT của Trường. Thực hiện Kế hoạch số 2/KH-TCT của Trường. Nay ban hành Quy chế.",
         [("1/KH-TCT", None, "Trường", None), ("2/KH-TCT", None, "Trường", None)]),
    ],
)  # fmt: skip
def test_bases(text: str, found: list[tuple[str | None, str | None, str | None, str | None]]) -> None:
    read = read_bases([text]).value
    assert [(c.number, c.date.isoformat() if c.date else None, c.issuer, c.title) for c in read] == found


@pytest.mark.parametrize(
    "said",
    [
        "thi đua Trường Chính trị xây dựng Kế hoạch như sau:",
        "lập Hội đồng, Tổ giúp việc tổ chức cuộc vận động.",
        "thi đua và đề nghị các đơn vị tham gia.",
    ],
)
def test_a_title_that_may_hold_the_next_clause_is_to_be_looked_at(said: str) -> None:
    read = read_bases([f"Căn cứ Quyết định số 1/QĐ-TCT về {said}"])
    assert read.value[0].title == said.rstrip(":.")
    assert "lẫn câu sau" in read.doubts[0]


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Đề cương số 15/ĐC-TCT của Trường;",
        "Căn cứ QĐ 15/QĐ-TCT của Trường;",
        "Căn cứ Kế hoạch số 1/KH-TCT về thi đua; Đề cương số 15/ĐC-TCT;",
        "Căn cứ Kế hoạch số 1/KH-TCT về thi đua, 15/QĐ-TCT về khen thưởng;",
        "Xét Tờ trình số 5/TTr-TCT của Hội đồng và Biên bản họp ngày 4/5/2026;",
        "Căn cứ Kế hoạch số 1/KH-TCT về thi đua; phương án của Trường;",
    ],
)
def test_what_may_be_another_basis_is_to_be_looked_at(text: str) -> None:
    assert read_bases([text]).doubts


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Quyết định số 1/QĐ-TCT về thực hiện Nghị quyết số 5-NQ/TU của Tỉnh ủy;",
        "Căn cứ Quyết định số 12 /QĐ - TCT ngày 3/4/2026 của Trường;",
        "Căn cứ Kế hoạch số 1/KH này, các đơn vị triển khai thực hiện.",
        "Thực hiện nhiệm vụ năm học 2026-2027, Trường Mẫu xây dựng kế hoạch như sau:",
    ],
)
def test_a_plain_basis_leaves_no_doubt(text: str) -> None:
    assert read_bases([text]).doubts == ()


@pytest.mark.parametrize(
    ("said", "issuer", "title"),
    [
        ("của Ban Chấp hành Trung ương khóa XII về tổ chức bộ máy", "Ban Chấp hành Trung ương", "tổ chức bộ máy"),
        ("của Ban Chấp hành Đảng bộ xã khóa I, nhiệm kỳ 2025 - 2030", "Ban Chấp hành Đảng bộ xã", None),
        ("của HĐND xã khoá II, kỳ họp thứ ba về dự toán", "HĐND xã", "dự toán"),
        ("của HĐND xã khóa II tại kỳ họp thứ 3 về dự toán", "HĐND xã", "dự toán"),
        ("Hội nghị lần thứ ba Ban Chấp hành Đảng bộ tỉnh khóa XVI về chuyển đổi số", "Ban Chấp hành Đảng bộ tỉnh",
         "chuyển đổi số"),
        ("của Trường về khóa bồi dưỡng", "Trường", "khóa bồi dưỡng"),
    ],
)  # fmt: skip
def test_the_term_of_who_issued_a_paper_is_no_title(said: str, issuer: str, title: str | None) -> None:
    (cited,) = read_bases([f"Căn cứ Nghị quyết số 18-NQ/TW ngày 25/10/2017 {said};"]).value
    assert (cited.issuer, cited.title) == (issuer, title)


def test_what_stands_behind_a_comma_may_be_no_title() -> None:
    (doubt,) = read_bases(["Thực hiện Chương trình phối hợp số 5/CTr-TCT, hai cơ quan thống nhất như dưới đây."]).doubts
    assert "lẫn câu sau" in doubt
    assert not read_bases(["Căn cứ Nghị định số 5/2026/NĐ-CP của Chính phủ, quy định chi tiết Luật Mẫu."]).doubts


def test_a_citation_below_the_first_section_is_no_basis() -> None:
    assert read_bases(["I. MỤC ĐÍCH", "Căn cứ Kế hoạch số 5/KH-UBND, các phòng thực hiện."]).value == ()


def test_tasks_of_the_section_on_carrying_out() -> None:
    tasks = propose_tasks(
        [
            "II. NỘI DUNG", "1. Phòng Tổ chức làm việc khác.", "III. TỔ CHỨC THỰC HIỆN", "1. Văn phòng có trách nhiệm:",
            "- Tổng hợp báo cáo trước ngày 15/12/2026;", "2. Khoa Xây dựng Đảng chủ trì biên soạn tài liệu.",
            "Trên đây là Kế hoạch.",
        ],
        [],
    )  # fmt: skip
    assert [(task.unit, task.due.isoformat() if task.due else None) for task in tasks] == [
        ("Văn phòng", "2026-12-15"),
        ("Khoa Xây dựng Đảng", None),
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["1. Tổ Chuyên môn 1: chủ trì hội giảng.", "2. Liên đội: thi vẽ.", "3. Giáo viên chủ nhiệm: tuyên truyền."],
         [("Tổ Chuyên môn 1", "Chủ trì hội giảng"), ("Liên đội", "Thi vẽ"), ("Giáo viên chủ nhiệm", "Tuyên truyền")]),
        (["- LIÊN ĐỘI phát động thi vẽ tranh;"], [("LIÊN ĐỘI", "Phát động thi vẽ tranh")]),
        (["1. Thủ quỹ, thư ký:", "- Chi tiền;", "- Ghi biên bản.", "2. Văn phòng chuẩn bị sân."],
         [("Thủ quỹ, thư ký", "Chi tiền"), ("Thủ quỹ, thư ký", "Ghi biên bản"), ("Văn phòng", "Chuẩn bị sân")]),
        (["Thư ký: ghi biên bản.", "Cộng tác viên: viết tin.", "Thứ Hai: chào cờ."],
         [("Thư ký", "Ghi biên bản"), ("Cộng tác viên", "Viết tin")]),
        (["1. Các bộ phận liên quan:", "a) Tổ Văn phòng: chuẩn bị sân.", "b) Kế toán: lo kinh phí."],
         [("Tổ Văn phòng", "Chuẩn bị sân"), ("Kế toán", "Lo kinh phí")]),
        (["1. Thời gian: từ ngày 05/4/2026.", "2. Kinh phí thực hiện: 5 triệu đồng.", "- Từ 7h30: khai mạc."], []),
        (["1. Văn phòng có trách nhiệm:", "- Phục vụ: nước uống, loa."], [("Văn phòng", "Phục vụ: nước uống, loa")]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", ["IV. TỔ CHỨC THỰC HIỆN", "TỔ CHỨC THỰC HIỆN"])
def test_whoever_is_given_something_to_do_is_told(head: str, lines: list[str], found: list[tuple[str, str]]) -> None:
    assert [(task.unit, task.do) for task in propose_tasks([head, *lines], ["Liên đội", "Tổ"])] == found


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Nguyễn Văn A", True),
        ("Trương Văn P", True),
        ("TS. Nguyễn Văn A", True),
        ("NGUYỄN VĂN A", True),
        ("VĂN THỊ B", True),
        ("VĂN PHÒNG", False),
        ("Trần Đ. Minh", True),
        ("H’Yam Bkrông", True),
        ("Rơ Châm H'Phik", True),
        ("Điểu K’Ré", True),
        ("P. HIỆU TRƯỞNG", False),
        ("P. Giám Đốc", False),
        ("Hiệu Trưởng", False),
        ("TRƯỞNG PHÒNG TỔ CHỨC", False),
        ("Các khoa, phòng", False),
        ("Nơi nhận", False),
    ],
)
def test_names_of_people(text: str, is_name: bool) -> None:
    assert is_person(text) is is_name
    assert not (is_name and is_office(text))


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("nhiệm kỳ 2021-", "2026", "nhiệm kỳ 2021-2026"),
        ("nhiệm kỳ 2021–", "2026", "nhiệm kỳ 2021–2026"),
        ("nhiệm kỳ 2021 -", "2026", "nhiệm kỳ 2021 - 2026"),
        ("nhiệm kỳ 2021 –", "2026", "nhiệm kỳ 2021 – 2026"),
        ("dịch Covid-", "19", "dịch Covid-19"),
        ("số 99/QĐ-", "UBND", "số 99/QĐ-UBND"),
        ("số 99/QĐ", "-UBND", "số 99/QĐ-UBND"),
        ("số 61/2018/", "NĐ-CP", "số 61/2018/NĐ-CP"),
        ("Lưu: VT, TC-", "HC", "Lưu: VT, TC-HC"),
        ("TỔ CHỨC -", "HÀNH CHÍNH", "TỔ CHỨC - HÀNH CHÍNH"),
        ("kinh tế -", "xã hội", "kinh tế - xã hội"),
        ("các phòng,", "khoa", "các phòng, khoa"),
    ],
)
def test_how_two_lines_of_one_sentence_join(before: str, after: str, joined: str) -> None:
    assert f"{before}{joint(before, after)}{after}" == joined


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("1. Mục đích", True),
        ("1.1. Đẩy mạnh", True),
        ("đ) Việc", True),
        ("- Việc", True),
        ("II. NỘI DUNG", True),
        ("Điều 3. Hiệu lực", True),
        ("61/2018/NĐ-CP.", False),
        ("4 năm 2018", False),
        ("1.000 ngày", False),
        ("Điều 24 của Luật", False),
        ("2026. Sở Xây dựng", False),
    ],
)
def test_what_starts_a_paragraph(line: str, starts: bool) -> None:
    assert starts_unit(line) is starts
