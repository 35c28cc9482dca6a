"""Head and foot, line by line: what each way of writing means."""

from __future__ import annotations

from datetime import date

import pytest

from trangtin.content.vocabulary import Level
from trangtin.importer.bases import read_bases
from trangtin.importer.foot import read_foot
from trangtin.importer.grammar import is_office, is_person, joint, starts_unit
from trangtin.importer.head import read_head
from trangtin.importer.issuer import read_issuer, spoken_issuer
from trangtin.importer.levels import level_of
from trangtin.importer.lines import Column, Line, lines_of
from trangtin.importer.paper import Align, plain_paragraph
from trangtin.importer.tasks import propose_tasks


def lines(*texts: str, column: Column = Column.LEFT, bold: bool = False) -> list[Line]:
    return [Line(text, column, Align.CENTER, bold, False, 0) for text in texts]


@pytest.mark.parametrize(
    ("line", "number", "doubt"),
    [
        ("Số: 12/KH-TCT", "12/KH-TCT", ""),
        ("Số 15-KH/ĐU", "15-KH/ĐU", ""),
        ("Số:12 / KH - TCT", "12/KH-TCT", ""),
        ("Số: …07…/QĐ-SXD", "07/QĐ-SXD", ""),
        ("Số: 05/2026/QĐ-UBND", "05/2026/QĐ-UBND", ""),
        ("Số:      /TTr-VHXH", None, "chưa điền số"),
        ("Số: ……/KH-TCT", None, "chưa điền số"),
        ("Số        -BC/ĐU", None, "“-BC/ĐU”"),
        ("Số: 12", None, "thiếu ký hiệu"),
        ("Số:lÍ /GM-SYT", None, "“lÍ /GM-SYT”"),
    ],
)
def test_number_line(line: str, number: str | None, doubt: str) -> None:
    found = read_head(lines(line)).number
    assert (found.value.text if found.value else None) == number
    assert doubt in " ".join(found.doubts)
    assert bool(doubt) == bool(found.doubts)


@pytest.mark.parametrize(
    "line",
    ["“ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM .", "Độc lập —- Tự do - Hạnh phúc", "_ Độc lập- Tự đo ~ Hạnh phúc"],
)
def test_the_state_and_its_motto_with_dirt(line: str) -> None:
    head = read_head(lines(line))
    assert not head.notes
    assert not head.issuers


def test_a_number_that_goes_on_in_the_next_line() -> None:
    found = read_head(lines("Số: 12/TTLT-BNV-", "BTC")).number
    assert found.value is not None
    assert found.value.text == "12/TTLT-BNV-BTC"


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("Mẫu, ngày 05 tháng 4 năm 2026", "Mẫu", "2026-04-05"),
        ("TP. Mẫu, ngày 5 tháng 12 năm 2026", "TP. Mẫu", "2026-12-05"),
        ("Mẫu, ngày 5/4/2026", "Mẫu", "2026-04-05"),
        ("Mẫu, ngày12 tháng5 năm 2026", "Mẫu", "2026-05-12"),
        ("Mẫu, ngày     tháng 4 năm 2026", "Mẫu", None),
        ("Mẫu, ngày … tháng … năm 2026", "Mẫu", None),
        ("Mẫu, ngày 31 tháng 4 năm 2026", "Mẫu", None),
        ("Mẫu, ngày … tháng … năm …", "Mẫu", None),
        ("Mẫu, ngày {D tháng l0 năm 2026", "Mẫu", None),
        ("Mẫu, ngày      tháng      năm 20....", "Mẫu", None),
        ("...................., ngày .... tháng .... năm .......", None, None),
    ],
)
def test_place_and_day(line: str, place: str | None, day: str | None) -> None:
    head = read_head(lines(line, column=Column.RIGHT))
    assert not head.notes
    assert head.place.value == place
    assert (head.date.value.isoformat() if head.date.value else None) == day
    assert bool(head.date.doubts) == (day is None)


def test_a_day_that_goes_on_in_the_next_line() -> None:
    head = read_head(lines("Vĩnh Mẫu, ngày 20 tháng 4", "năm 2026", column=Column.RIGHT))
    assert head.date.value is not None
    assert head.date.value.isoformat() == "2026-04-20"


def test_the_name_of_the_youth_union_on_the_right_stands_for_the_state() -> None:
    name = "ĐOÀN TNCS HỒ CHÍ MINH"
    head = read_head([*lines("TỈNH ĐOÀN MẪU", "BCH ĐOÀN XÃ MẪU"), *lines(name, column=Column.RIGHT)])
    assert not head.notes
    assert name in [line.text for line in read_head(lines(name)).issuers]


def test_what_a_scan_puts_on_one_line_is_two_columns() -> None:
    rows = ("UBND TỈNH MẪU CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ Y TẾ Độc lập - Tự do - Hạnh phúc")
    head = read_head([line for at, text in enumerate(rows) for line in lines_of(plain_paragraph(text), at)])
    assert [line.text for line in head.issuers] == ["UBND TỈNH MẪU", "SỞ Y TẾ"]
    assert [line.text for line in lines_of(plain_paragraph("Khát vọng Độc lập - Tự do"), 0)] == [
        "Khát vọng Độc lập - Tự do"
    ]


@pytest.mark.parametrize(
    ("texts", "issuer", "parent"),
    [
        ([("TỈNH ỦY MẪU", False), ("TRƯỜNG CHÍNH TRỊ", True)], "TRƯỜNG CHÍNH TRỊ", "TỈNH ỦY MẪU"),
        ([("‹ TỈNH ỦY MẪU", False), ("TRƯỜNG CHÍNH TRỊ .", True)], "TRƯỜNG CHÍNH TRỊ", "TỈNH ỦY MẪU"),
        ([("ỦY BAN NHÂN DÂN", True), ("TỈNH MẪU", True)], "ỦY BAN NHÂN DÂN TỈNH MẪU", None),
        ([("ỦY BAN NHÂN DÂN", False), ("TỈNH MẪU", False), ("SỞ Y TẾ", True)], "SỞ Y TẾ", "ỦY BAN NHÂN DÂN TỈNH MẪU"),
        ([("SỞ GIÁO DỤC", True), ("VÀ ĐÀO TẠO", True)], "SỞ GIÁO DỤC VÀ ĐÀO TẠO", None),
        ([("UBND TỈNH MẪU", False), ("SỞ Y TẾ", False)], "SỞ Y TẾ", "UBND TỈNH MẪU"),
    ],
)
def test_issuer(texts: list[tuple[str, bool]], issuer: str, parent: str | None) -> None:
    one, other = read_issuer([line for text, bold in texts for line in lines(text, bold=bold)])
    assert (one.value, other.value) == (issuer, parent)


@pytest.mark.parametrize(
    ("name", "day", "level", "doubtful"),
    [
        ("Bộ Nội vụ", None, Level.CENTRAL, False),
        ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", None, Level.CENTRAL, False),
        ("Bộ Chính trị", None, Level.CENTRAL, False),
        ("Thủ tướng Chính phủ", None, Level.CENTRAL, False),
        ("Bộ môn Lý luận chính trị", None, None, False),
        ("Bộ phận Một cửa", None, None, False),
        ("BỘ CHỈ HUY QUÂN SỰ TỈNH LAI CHÂU", None, None, True),
        ("Bộ Tư lệnh Thủ đô Hà Nội", None, None, True),
        ("Ủy ban nhân dân tỉnh Lai Châu", None, Level.PROVINCE, False),
        ("UBND TP. Hà Nội", None, Level.PROVINCE, False),
        ("HĐND THÀNH PHỐ HỒ CHÍ MINH", None, Level.PROVINCE, False),
        ("Thành ủy Đà Nẵng", None, Level.PROVINCE, False),
        ("Ủy ban nhân dân thành phố Huế", date(2026, 4, 5), Level.PROVINCE, False),
        ("Ủy ban nhân dân thành phố Huế", date(2024, 4, 5), None, True),
        ("Ủy ban nhân dân thành phố Huế", None, None, True),
        ("Ủy ban nhân dân thành phố Lai Châu", date(2021, 4, 5), None, True),
        ("UBND TP. Lai Châu", date(2021, 4, 5), None, True),
        ("Ủy ban nhân dân huyện Sìn Hồ", date(2021, 4, 5), None, True),
        ("Huyện ủy Sìn Hồ", None, None, True),
        ("Ủy ban nhân dân thị trấn Sìn Hồ", None, Level.COMMUNE, False),
        ("UBND phường Tân Phong", None, Level.COMMUNE, False),
        ("Sở Y tế", None, None, False),
    ],
)
def test_level(name: str, day: date | None, level: Level | None, doubtful: bool) -> None:
    found = level_of(name, day)
    assert (found.value, bool(found.doubts)) == (level, doubtful)


def test_issuer_without_bold_is_doubtful() -> None:
    assert read_issuer(lines("UBND TỈNH MẪU", "SỞ Y TẾ"))[0].doubts


def test_who_speaks_is_the_issuer_but_always_doubtful() -> None:
    found = spoken_issuer(["Thực hiện chỉ đạo của cấp trên, Sở Xây dựng tỉnh Mẫu phát động phong trào thi đua."])
    assert found.value == "Sở Xây dựng tỉnh Mẫu"
    assert found.doubts


@pytest.mark.parametrize(
    ("texts", "position", "authority"),
    [
        (["GIÁM ĐỐC"], "GIÁM ĐỐC", None),
        (["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC", "KT."),
        (["KT.GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC", "KT."),
        (["TL. HIỆU TRƯỞNG", "TRƯỞNG PHÒNG TỔ CHỨC -", "HÀNH CHÍNH"],
         "HIỆU TRƯỞNG / TRƯỞNG PHÒNG TỔ CHỨC - HÀNH CHÍNH", "TL."),
        (["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
         "ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", "TM."),
        (["T/M ĐẢNG ỦY", "BÍ THƯ"], "ĐẢNG ỦY / BÍ THƯ", "T/M"),
        (["Q. GIÁM ĐỐC"], "GIÁM ĐỐC", "Q."),
        (["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"], "CHỦ TỊCH / GIÁM ĐỐC SỞ NỘI VỤ", "TUQ."),
    ],
)  # fmt: skip
def test_signature(texts: list[str], position: str, authority: str | None) -> None:
    foot = read_foot(lines(*texts, "(Đã ký)", "Trương Văn P", column=Column.RIGHT))
    (signer,) = foot.signers
    assert (signer.position, signer.authority, signer.name) == (position, authority, "Trương Văn P")


def test_what_is_no_signature_is_kept_for_a_person_to_see() -> None:
    foot = read_foot(lines("HIỆU TRƯỞNG", "Nguyễn Văn A", "QUY CHẾ", "Làm việc của trường", column=Column.RIGHT))
    assert [each.name for each in foot.signers] == ["Nguyễn Văn A"]
    assert sorted(foot.unread) == ["Làm việc của trường", "QUY CHẾ"]


@pytest.mark.parametrize(
    ("texts", "items"),
    [
        (["Nơi nhận:", "- Như Điều 3;", "- Lưu: VT, TH."], ["Như Điều 3", "Lưu: VT, TH"]),
        (["Nơi nhận:", "- Các sở, ban,", "ngành tỉnh;", "- Lưu: VT."], ["Các sở, ban, ngành tỉnh", "Lưu: VT"]),
        (["Nơi nhận: - Như trên; - Lưu: VT."], ["Như trên", "Lưu: VT"]),
        (["Nơi nhận:", "Như trên;", "Lưu VT."], ["Như trên", "Lưu VT"]),
        (["Nơi nhận:", "- Tỉnh đoàn", "(để b/cáo);", "- Lưu VT."], ["Tỉnh đoàn (để b/cáo)", "Lưu VT"]),
        (["Nơi nhận:", "- Tỉnh đoàn;", "(để b/cáo)", "- Lưu VT."], ["Tỉnh đoàn (để b/cáo)", "Lưu VT"]),
        (["Nơi nhận: Như trên; Lưu VT."], ["Như trên", "Lưu VT"]),
        (["Nơi nhận:", "- ¬_ ¬", "- Như trên;", "~- Lưu VT."], ["Như trên", "Lưu VT"]),
        (["Nơi nhận: Như trên; Sở Nội vụ; Lưu: VT; TH."], ["Như trên", "Sở Nội vụ", "Lưu: VT; TH"]),
    ],
)
def test_recipients(texts: list[str], items: list[str]) -> None:
    assert list(read_foot(lines(*texts)).recipients) == items
    for signed in ("(Đã ký)", "Đã ký"):
        foot = read_foot(lines(*texts, "GIÁM ĐỐC", signed, "Lò Văn Inh"))
        assert list(foot.recipients) == items
        assert [(each.position, each.name) for each in foot.signers] == [("GIÁM ĐỐC", "Lò Văn Inh")]


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


def test_a_citation_below_the_first_section_is_no_basis() -> None:
    assert read_bases(["I. MỤC ĐÍCH", "Căn cứ Kế hoạch số 5/KH-UBND, các phòng thực hiện."]).value == ()


def test_tasks_of_the_section_on_carrying_out() -> None:
    tasks = propose_tasks(
        [
            "II. NỘI DUNG", "1. Phòng Tổ chức làm việc khác.", "III. TỔ CHỨC THỰC HIỆN", "1. Văn phòng có trách nhiệm:",
            "- Tổng hợp báo cáo trước ngày 15/12/2026;", "2. Khoa Xây dựng Đảng chủ trì biên soạn tài liệu.",
            "Trên đây là Kế hoạch.",
        ]
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
        ("Trần Đ. Minh", True),
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
