"""Head and foot, line by line: what each way of writing means."""

from __future__ import annotations

import time
from datetime import date

import pytest

from trangtin.content.printed.signature import is_authority
from trangtin.content.printed.state import STATE
from trangtin.content.values.vocabulary import Level
from trangtin.importer.facts.foot import read_foot
from trangtin.importer.facts.head import read_head
from trangtin.importer.facts.issuer import joint_issuers, read_issuer, spoken_issuer
from trangtin.importer.facts.levels import read_level
from trangtin.importer.lines import Column, Line, lines_of
from trangtin.importer.paper import Align, plain_paragraph


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


@pytest.mark.parametrize(
    "texts",
    [
        ["CỘNG HÒA XÃ HỘI CHỦ", "NGHĨA VIỆT NAM", "Độc lập - Tự do -", "Hạnh phúc"],
        ["CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", "Độc lập", "- Tự do - Hạnh phúc"],
        ["CỘNG HOÀ XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
    ],
)
def test_the_state_and_its_motto_in_a_narrow_column(texts: list[str]) -> None:
    assert not read_head(lines(*texts, column=Column.RIGHT)).notes


def test_other_words_on_the_right_are_kept_for_a_person_to_see() -> None:
    assert len(read_head(lines("XÃ HỘI", "HẠNH", "Tự do", column=Column.RIGHT)).notes) == 3


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
        ("Lai Châu ngày 5 tháng 9 năm 2026", "Lai Châu", "2026-09-05"),
        ("(TP. Mẫu Ngày 05 tháng 9 năm 2026)", "TP. Mẫu", "2026-09-05"),
        ("Mẫu ngày    tháng 9 năm 2026", "Mẫu", None),
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


@pytest.mark.parametrize("line", ["Họp ngày 5 tháng 9 năm 2026 tại Mẫu", "Trong phiên họp ngày 5 tháng 9 năm 2026"])
def test_a_day_within_a_sentence_is_not_that_of_the_paper(line: str) -> None:
    assert read_head(lines(line, column=Column.RIGHT)).date.value is None


@pytest.mark.parametrize(("first", "second"), [STATE[0].rsplit(" ", 1), ("Độc lập - Tự do - Hạnh", "phúc")])
def test_a_state_line_whose_last_word_a_narrow_column_breaks_off(first: str, second: str) -> None:
    head = read_head(lines(first, second, "Mẫu, ngày 20 tháng 4 năm 2026", column=Column.RIGHT))
    assert (head.notes, head.place.value) == ((), "Mẫu")
    assert read_head(lines(first, "NAM ĐỊNH", column=Column.RIGHT)).notes


def test_a_number_with_the_day_close_behind_it() -> None:
    for number in ("12/KH-TCT", "12/ KH - TCT", "08-KH/CB"):
        head = read_head(lines(f"Số: {number} Vĩnh Mẫu, ngày 20 tháng 4 năm 2026", column=Column.FULL))
        assert head.number.value is not None
        assert head.number.value.text == number.replace(" ", "")
        assert (head.place.value, str(head.date.value)) == ("Vĩnh Mẫu", "2026-04-20")


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
    for title in ("Khát vọng Độc lập - Tự do", "KỶ NIỆM QUỐC KHÁNH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"):
        assert [line.text for line in lines_of(plain_paragraph(title), 0)] == [title]


def test_the_state_in_small_letters_is_the_right_column_too() -> None:
    row = "UBND TỈNH MẪU Cộng hoà xã hội chủ nghĩa Việt Nam"
    assert [line.text for line in lines_of(plain_paragraph(row), 0)] == ["UBND TỈNH MẪU", row[14:]]


@pytest.mark.parametrize("mark", ["HỎA TỐC", "HOẢ TỐC HẸN GIỜ", "THƯỢNG KHẨN", "KHẨN"])
def test_a_mark_of_urgency_is_told(mark: str) -> None:
    assert read_head(lines(mark, column=Column.FULL)).notes == (f"văn bản có dấu mức độ khẩn “{mark}”",)


@pytest.mark.parametrize("line", ["V/v khen thưởng", "v/vkhen thưởng", "Về việc khen thưởng", "Vê viêc khen thưởng"])
def test_what_a_letter_is_about(line: str) -> None:
    assert read_head(lines(line)).subject == "khen thưởng"


@pytest.mark.parametrize(
    ("texts", "issuer", "parent"),
    [
        ([("TỈNH ỦY MẪU", False), ("TRƯỜNG CHÍNH TRỊ", True)], "TRƯỜNG CHÍNH TRỊ", "TỈNH ỦY MẪU"),
        ([("‹ TỈNH ỦY MẪU", False), ("TRƯỜNG CHÍNH TRỊ .", True)], "TRƯỜNG CHÍNH TRỊ", "TỈNH ỦY MẪU"),
        ([("ỦY BAN NHÂN DÂN", True), ("TỈNH MẪU", True)], "ỦY BAN NHÂN DÂN TỈNH MẪU", None),
        ([("ỦY BAN NHÂN DÂN", False), ("TỈNH MẪU", False), ("SỞ Y TẾ", True)], "SỞ Y TẾ", "ỦY BAN NHÂN DÂN TỈNH MẪU"),
        ([("HỘI ĐỒNG NHÂN DÂN", False), ("XÃ MẪU", True)], "HỘI ĐỒNG NHÂN DÂN XÃ MẪU", None),
        ([("ỦY BAN NHÂN DÂN", True), ("XÃ MẪU", False)], "ỦY BAN NHÂN DÂN XÃ MẪU", None),
        ([("ỦY BAN NHÂN DÂN", False), ("TRƯỜNG MẪU", True)], "TRƯỜNG MẪU", "ỦY BAN NHÂN DÂN"),
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
        ("ĐẢNG ỦY XÃ MẪU", None, Level.COMMUNE, False),
        ("Đảng ủy Quân sự tỉnh", None, None, False),
        ("Sở Y tế", None, None, False),
    ],
)
def test_level(name: str, day: date | None, level: Level | None, doubtful: bool) -> None:
    found = read_level(name, day)
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
        (["KT HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"], "PHÓ HIỆU TRƯỞNG", "KT."),
        (["KT. CHI CỤC TRƯỞNG", "PHÓ CHI CỤC TRƯỞNG"], "PHÓ CHI CỤC TRƯỞNG", "KT."),
        (["K.T HIỆU TRƯỞNG", "P. HIỆU TRƯỞNG"], "P. HIỆU TRƯỞNG", "KT."),
        (["KT. HIỆU TRƯỞNG", "P.HIỆU TRƯỞNG"], "P.HIỆU TRƯỞNG", "KT."),
        (["K/T HIỆU TRƯỞNG", "P HIỆU TRƯỞNG"], "P HIỆU TRƯỞNG", "K/T"),
        (["KT/ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], "PHÓ GIÁM ĐỐC", "KT."),
        (["TM UBND XÃ", "KT CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "UBND XÃ / KT CHỦ TỊCH / PHÓ CHỦ TỊCH", "TM."),
        (["T.M HỘI ĐỒNG", "CHỦ TỊCH"], "HỘI ĐỒNG / CHỦ TỊCH", "TM."),
        (["T.U.Q CHỦ TỊCH", "CHÁNH VĂN PHÒNG"], "CHỦ TỊCH / CHÁNH VĂN PHÒNG", "TUQ."),
        (["P. GIÁM ĐỐC"], "P. GIÁM ĐỐC", None),
        (["TRẠM TRƯỞNG"], "TRẠM TRƯỞNG", None),
        (["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"], "CHỦ TỊCH / GIÁM ĐỐC SỞ NỘI VỤ", "TUQ."),
    ],
)  # fmt: skip
def test_signature(texts: list[str], position: str, authority: str | None) -> None:
    foot = read_foot(lines(*texts, "(Đã ký)", "Trương Văn P", column=Column.RIGHT))
    (signer,) = foot.signers
    assert (signer.position, signer.authority, signer.name) == (position, authority, "Trương Văn P")


def test_three_bodies_that_issue_a_paper_together_stay_apart() -> None:
    names = ("CÔNG AN XÃ MẪU", "ĐOÀN TNCS HỒ CHÍ MINH XÃ", "MẪU", "TRƯỜNG THCS MẪU")
    assert joint_issuers(lines(*names, bold=True)) == "CÔNG AN XÃ MẪU - ĐOÀN TNCS HỒ CHÍ MINH XÃ MẪU - TRƯỜNG THCS MẪU"
    assert joint_issuers(lines(*names)) == ""
    assert joint_issuers(lines(names[0], bold=True)) == ""


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


@pytest.mark.parametrize("texts", [["- Lưu: VT;"] * 40_000, ["- Đơn vị A", *["và đơn vị B"] * 20_000]])
def test_very_many_recipients_are_read_at_once(texts: list[str]) -> None:
    began = time.process_time()
    assert read_foot(lines("Nơi nhận:", *texts)).recipients
    assert time.process_time() - began < 30  # looked at anew for each line: minutes


@pytest.mark.parametrize(
    "text", ["KT - XH", "TM DỊCH VỤ MẪU", "Q HUYỆN MẪU", "TL THAM KHẢO", "Q/HUYỆN", "T/T HUYỆN", "KTV PHÒNG MÁY"]
)
def test_other_abbreviations_are_no_authority(text: str) -> None:
    assert not is_authority(text)


@pytest.mark.parametrize(
    ("item", "asks"),
    [
        ("Trang TTĐT trường", True),
        ("BBT Trang TTĐT", True),
        ("Cổng TT-ĐT tỉnh", True),
        ("Cổng TTĐT xã", True),
        ("Cổng TTTĐT Chính phủ", True),
        ("Trang tin TTĐT", True),
        ("Web trường", True),
        ("Website của trường", True),
        ("Trung tâm TTĐT", False),
        ("Công ty TNHH Mẫu", False),
        ("Trang bị, thiết bị", False),
    ],
)
def test_a_recipient_that_is_a_website_asks_for_publication(item: str, asks: bool) -> None:
    assert bool(read_foot(lines("Nơi nhận:", f"- {item};")).websites) is asks
