"""PDF files that are no ordinary ones: read as a person reads them, without what nobody sees."""

from __future__ import annotations

from typing import cast

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.importer.pdf.drawn import WORDS, canvas, finished
from tools.paper_fonts import FONT
from trangtin.importer.draft import make_draft
from trangtin.importer.paper import Paper, Span, Table, paragraphs_of
from trangtin.importer.pdf.ink import Glyph
from trangtin.importer.pdf.reflow import Measure, as_paragraph
from trangtin.importer.pdf.typed import read_pdf
from trangtin.importer.pdf.typeset import Piece, Row, rows_of
from trangtin.importer.refusal import Refusal
from trangtin.importer.surroundings import Surroundings


def texts(paper: Paper) -> list[str]:
    return [paragraph.text for paragraph in paragraphs_of(paper.blocks)]


def test_invisible_and_white_words_are_left_out() -> None:
    drawn, out = canvas()
    drawn.drawString(90, 700, WORDS)
    drawn.setFillGray(1)
    drawn.drawString(90, 600, "lộ một")
    drawn.setFillGray(0)
    hidden = drawn.beginText(90, 500)
    hidden.setTextRenderMode(3)
    hidden.textOut("lộ hai")
    drawn.drawText(hidden)
    paper = read_pdf(finished(drawn, out))
    assert texts(paper) == [WORDS]
    assert any("ký tự ẩn" in remark.text for remark in paper.remarks)


def test_white_words_on_a_dark_ground_are_read_and_the_ground_is_no_cell() -> None:
    drawn, out = canvas()
    for row, words in enumerate((("Nội dung", "Đơn vị"), ("Họp", "Tổ Mẫu"))):
        for column, text in enumerate(words):
            drawn.setFillColorRGB(0.1, 0.3, 0.5)
            if row == 0:
                drawn.rect(90 + 150 * column, 680, 150, 20, stroke=0, fill=1)
            drawn.rect(90 + 150 * column, 680 - 20 * row, 150, 20)
            drawn.setFillGray(1 - row)
            drawn.drawString(95 + 150 * column, 686 - 20 * row, text)
    drawn.setFillColorRGB(0.8, 0, 0)
    drawn.rect(80, 636, 400, 24, stroke=0, fill=1)  # a paragraph of its own right below
    drawn.setFillGray(1)
    drawn.drawString(95, 643, "An toàn là trên hết")
    drawn.setFillGray(0.97)
    drawn.rect(80, 400, 400, 24, stroke=0, fill=1)
    drawn.setFillGray(1)
    drawn.drawString(95, 407, "lộ")
    paper = read_pdf(finished(drawn, out))
    table = paper.blocks[0]
    assert isinstance(table, Table)
    assert (len(paper.blocks), [len(row) for row in table.rows]) == (2, [2, 2])
    assert texts(paper) == ["Nội dung", "Đơn vị", "Họp", "Tổ Mẫu", "An toàn là trên hết"]
    assert any("bỏ 2 ký tự ẩn" in remark.text for remark in paper.remarks)


def test_coloured_words_with_a_line_through_are_deletions() -> None:
    drawn, out = canvas()
    drawn.drawString(90, 700, WORDS)
    drawn.setFillColorRGB(0.8, 0, 0)
    drawn.setStrokeColorRGB(0.8, 0, 0)
    drawn.drawString(90, 680, "đoạn đã xóa")
    drawn.line(88, 684, 90 + drawn.stringWidth("đoạn đã xóa", FONT, 13), 684)
    paper = read_pdf(finished(drawn, out))
    assert "xóa" not in " ".join(texts(paper))
    assert any("gạch ngang" in remark.text for remark in paper.remarks)


def test_lines_at_the_edge_and_across_the_page_are_told() -> None:
    drawn, out = canvas()
    for page in range(3):
        drawn.setFont(FONT, 13)
        drawn.drawString(90, 810, "Tài liệu hội nghị")
        drawn.drawString(90, 700, WORDS)
        drawn.drawString(90, 680, f"Trang này nói về việc {page}.")
        drawn.saveState()
        drawn.translate(200, 300)
        drawn.rotate(45)
        drawn.drawString(0, 0, "chìm")
        drawn.restoreState()
        if page < 2:
            drawn.showPage()
    paper = read_pdf(finished(drawn, out))
    told = " ".join(remark.text for remark in paper.remarks if remark.to_review)
    assert "“Tài liệu hội nghị”" in told
    assert "12 ký tự đặt nghiêng" in told


def test_words_pressed_into_their_line_stay_apart() -> None:
    drawn, out = canvas()
    drawn.drawString(90, 760, f"{WORDS}.")
    at = 90.0
    for word in ("hỗ", "trợ", "chỉ", "đạo", "từng", "phòng"):  # placed one by one, with no space drawn between
        drawn.drawString(at, 700, word)
        at += drawn.stringWidth(word, FONT, 13) + 0.14 * 13
    spaced = drawn.beginText(90, 660)
    spaced.setCharSpace(2)
    spaced.textOut("KẾ HOẠCH")
    drawn.drawText(spaced)
    assert texts(read_pdf(finished(drawn, out))) == [f"{WORDS}. hỗ trợ chỉ đạo từng phòng", "KẾ HOẠCH"]


@pytest.mark.parametrize("base", [57, 200])
def test_a_note_of_one_line_is_no_foot_of_the_page(base: int) -> None:
    drawn, out = canvas()
    for row in range(12):
        drawn.drawString(90, 760 - 20 * row, WORDS)
    drawn.line(90, base + 12, 230, base + 12)
    drawn.setFont(FONT, 6.5)
    drawn.drawString(90, base + 3.6, "1")
    drawn.setFont(FONT, 10)
    drawn.drawString(96, base, "Nghị định về tổ chức và quản lý hội.")
    paper = read_pdf(finished(drawn, out))
    assert [note.text for note in paper.footnotes] == ["¹ Nghị định về tổ chức và quản lý hội."]


CAPTION = (
    "Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ",
    "Email: thongtinchinhphu@chinhphu.vn",
    "Cơ quan: VĂN PHÒNG CHÍNH PHỦ",
    "Thời gian ký: 10.07.2026 14:37:12 +07:00",
)
COPY = ("SAO Y; Trường Chính trị tỉnh Mẫu; 12/04/2026 08:30:12 +07:00",)


def pages(*kinds: str) -> bytes:
    """A page of each kind: `text`, `scan`, `picture` (text above a large picture), `blank`, `end` (name and seal)."""
    drawn, out = canvas()
    for kind in kinds:
        drawn.setFont(FONT, 13)
        if kind in {"scan", "picture", "end"}:
            across, up = {"scan": (595, 842), "picture": (400, 400), "end": (100, 100)}[kind]
            drawn.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 90, 0, across, up)
        for row in range({"text": 20, "picture": 4}.get(kind, 0)):
            drawn.drawString(90, 740 - 18 * row, f"{row + 1}. {WORDS}")
        if kind == "end":
            drawn.drawString(300, 780, "Nguyễn Văn A")
        if kind == "outlines":
            for place in range(500):
                drawn.bezier(place, 500, place + 1, 503, place + 2, 503, place + 3, 500)
        drawn.showPage()
    drawn.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        (("text", "scan", "scan", "scan", "text", "scan"), ["trang 2-4, 6 chỉ có hình ảnh"]),
        (("scan", "text"), ["trang 1 chỉ có hình ảnh"]),
        (("text", "outlines"), ["trang 2 chỉ có hình ảnh"]),
        (("text", "picture"), ["trang 2 có hình ảnh lớn"]),
        (("text", "blank", "end"), []),
    ],
)
def test_pages_that_are_pictures_are_told_of(kinds: tuple[str, ...], told: list[str]) -> None:
    found = [remark.text for remark in read_pdf(pages(*kinds)).remarks if remark.to_review]
    assert [text[: len(start)] for text, start in zip(found, told, strict=True)] == told


@pytest.mark.parametrize("caption", [CAPTION, COPY, ()])
def test_a_scan_is_refused_whatever_its_signature_says_of_itself(caption: tuple[str, ...]) -> None:
    drawn, out = canvas()
    drawn.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)
    drawn.setFont(FONT, 8)
    for row, line in enumerate(caption):
        drawn.drawString(380, 820 - 10 * row, line)
    with pytest.raises(Refusal, match="bản quét"):
        read_pdf(finished(drawn, out))


def test_a_map_does_not_hold_up_the_rest() -> None:
    drawn, out = canvas()
    drawn.drawString(90, 700, WORDS)
    drawn.drawString(90, 680, "Bản đồ khu vực bầu cử.")
    for place in range(6_000):
        x, y = 90 + place * 7 % 400, 100 + place * 11 % 500
        drawn.line(x, y, x + 8, y)
    paper = read_pdf(finished(drawn, out))
    assert "Bản đồ khu vực bầu cử." in " ".join(texts(paper))
    assert any("quá nhiều nét vẽ" in remark.text for remark in paper.remarks if remark.to_review)


def test_letters_in_any_order_are_put_in_place() -> None:
    drawn, out = canvas()
    places, x = [], 90.0
    for letter in WORDS:
        places.append((x, letter))
        x += drawn.stringWidth(letter, FONT, 13)
    for place, letter in sorted(places, key=lambda each: each[0] * 7919 % 101):
        drawn.drawString(place, 700, letter)
    assert texts(read_pdf(finished(drawn, out))) == [WORDS]


def draw_table(drawn: Canvas, top: float, *rows: tuple[str, ...]) -> None:
    """A ruled table of three columns, its rows 20 points high."""
    edges = (90, 150, 400, 500)
    for place, row in enumerate(rows):
        for left, text in zip(edges[:-1], row, strict=True):
            drawn.drawString(left + 5, top - 15 - 20 * place, text)
    for x in edges:
        drawn.line(x, top, x, top - 20 * len(rows))
    for step in range(len(rows) + 1):
        drawn.line(90, top - 20 * step, 500, top - 20 * step)


def next_page(drawn: Canvas) -> None:
    drawn.showPage()
    drawn.setFont(FONT, 13)


def seen(paper: Paper) -> list[list[list[str]] | str]:
    """What a reader sees: paragraphs, and tables as rows of cells."""
    return [
        [[" ".join(each.text for each in paragraphs_of(cell.blocks)) for cell in row] for row in block.rows]
        if isinstance(block, Table)
        else block.text
        for block in paper.blocks
    ]


def test_a_table_over_three_pages_is_one() -> None:
    drawn, out = canvas()
    drawn.drawString(90, 780, WORDS)
    draw_table(drawn, 700, ("TT", "Việc", "Hạn"), ("1", "việc 1", "1/5"))
    next_page(drawn)
    draw_table(drawn, 780, ("TT", "Việc", "Hạn"), ("2", "việc 2", "2/5"))
    next_page(drawn)
    draw_table(drawn, 780, ("3", "việc 3", "3/5"))
    paper = read_pdf(finished(drawn, out))
    assert seen(paper) == [
        WORDS,
        [["TT", "Việc", "Hạn"], *([f"{number}", f"việc {number}", f"{number}/5"] for number in (1, 2, 3))],
    ]
    assert [remark.text for remark in paper.remarks] == ["đã nối bảng qua trang ở 2 chỗ"]


def test_tables_with_words_between_them_are_two_though_the_first_has_crossed_a_page() -> None:
    drawn, out = canvas()
    drawn.drawString(90, 780, WORDS)
    draw_table(drawn, 180, ("TT", "Việc", "Hạn"), ("1", "việc 1", "1/5"))
    next_page(drawn)
    draw_table(drawn, 780, ("2", "việc 2", "2/5"))
    drawn.drawString(90, 600, "Kinh phí như sau:")
    next_page(drawn)
    draw_table(drawn, 780, ("TT", "Kinh phí", "Nguồn"), ("1", "100", "Tỉnh"))
    assert seen(read_pdf(finished(drawn, out))) == [
        WORDS,
        [["TT", "Việc", "Hạn"], ["1", "việc 1", "1/5"], ["2", "việc 2", "2/5"]],
        "Kinh phí như sau:",
        [["TT", "Kinh phí", "Nguồn"], ["1", "100", "Tỉnh"]],
    ]


@pytest.mark.parametrize("name", ["Cộng", "Tổng", "Tổng số:", "TỔNG CỘNG", "Tổng cộng (I + II)"])
def test_a_sum_at_the_top_of_a_page_is_a_row_of_its_own(name: str) -> None:
    assert broken_table(("", name, "30"))[2:] == [["2", "việc 2", "20"], ["", name, "30"]]


@pytest.mark.parametrize(
    "rest", ["của tỉnh", "cộng đồng", "cộng", "Cộng hòa", "Tổng số người dự", "Liên đoàn Lao động; tổng cộng (I)"]
)
def test_the_rest_of_a_row_goes_to_the_row_that_the_page_breaks(rest: str) -> None:
    assert broken_table(("", rest, ""))[2:] == [["2", f"việc 2 {rest}", "20"]]


def broken_table(top: tuple[str, ...]) -> list[list[str]] | str:
    """The rows of a table of two pages; `top` is the first on the second page, below the head printed again."""
    drawn, out = canvas()
    drawn.drawString(90, 780, WORDS)
    draw_table(drawn, 180, ("TT", "Việc", "Số"), ("1", "việc 1", "10"), ("2", "việc 2", "20"))
    next_page(drawn)
    draw_table(drawn, 780, ("TT", "Việc", "Số"), top)
    return seen(read_pdf(finished(drawn, out)))[1]


def test_a_number_over_two_lines_stays_whole_and_bases_stay_apart() -> None:
    drawn, out = canvas()
    full = WORDS + " theo Quyết"
    for place, line in enumerate((full, "định số 99/QĐ-", "UBND của tỉnh;", full + ";", "Căn cứ Luật Giáo dục;")):
        drawn.drawString(90, 700 - 18 * place, line)
    found = texts(read_pdf(finished(drawn, out)))
    assert found[-1] == "Căn cứ Luật Giáo dục;"
    assert "99/QĐ-UBND" in " ".join(found)
    rows = [as_row(text) for text in ("số 99/QĐ-", "UBND và 5/KH", "-TCT")]
    assert as_paragraph(rows, Measure(90, 540, 18, False)).text == "số 99/QĐ-UBND và 5/KH-TCT"


def test_columns_without_lines_are_told_of() -> None:
    for rows, is_told in ((1, False), (3, True)):
        drawn, out = canvas()
        drawn.drawString(90, 700, WORDS)
        for place in range(rows):
            for left, text in ((90, "Thứ Hai"), (200, "Sáng"), (300, "Họp giao ban"), (450, "Phòng họp")):
                drawn.drawString(left, 680 - 20 * place, text)
        told = [remark.text for remark in read_pdf(finished(drawn, out)).remarks]
        assert any(text.startswith("trang 1 có chữ xếp thành cột") for text in told) is is_told


def test_an_address_and_the_list_beside_it_stand_one_below_the_other() -> None:
    drawn, out = canvas()
    drawn.drawRightString(180, 700, "Kính gửi:")
    for place, text in enumerate(("- Các phòng thuộc Ủy ban nhân dân xã;", "- Các trường học trên địa bàn xã.")):
        drawn.drawString(210, 700 - 20 * place, text)
    drawn.drawString(110, 640, WORDS)
    found = texts(read_pdf(finished(drawn, out)))
    assert found[:3] == ["Kính gửi:", "- Các phòng thuộc Ủy ban nhân dân xã;", "- Các trường học trên địa bàn xã."]


def test_signs_that_no_text_holds_are_no_piece_of_a_line() -> None:
    drawn = [
        Glyph(sign, left, left + 8, 700, 13, False, False, False)
        for sign, left in (("a", 90), ("\u00ad", 200), ("b", 300))
    ]
    assert [row.text for row in rows_of(drawn, 0)] == ["a b"]
    assert rows_of(drawn[1:2], 0) == []


def as_row(text: str) -> Row:
    return Row((Piece((Span(text),), 90, 540, 30),), 700, 13, 0)


def test_what_follows_the_signature_is_no_part_of_it() -> None:
    drawn, out = canvas()
    drawn.drawString(80, 780, "QUYẾT ĐỊNH")
    drawn.drawString(80, 760, "Điều 1. Ban hành Quy chế.")
    drawn.drawString(80, 740, "HIỆU TRƯỞNG")
    drawn.drawString(80, 700, "Nguyễn Văn A")
    after = ["QUY CHẾ", "Làm việc của Trường", "Chương I", "QUY ĐỊNH CHUNG", "Điều 1. Phạm vi"]
    for place, line in enumerate(after):
        drawn.drawCentredString(310, 660 - 20 * place, line)
    draft = make_draft(read_pdf(finished(drawn, out)), "a.pdf", Surroundings())
    said = draft.body.replace("## ", "") + "".join(draft.review)
    assert [line for line in after if line not in said] == []
    assert "\n\nChương I\n\nQUY ĐỊNH CHUNG" in draft.body.replace("## ", "")


def test_a_statute_may_repeat_the_head_of_its_decision() -> None:
    drawn, out = canvas()

    def head() -> None:
        drawn.drawCentredString(160, 780, "ỦY BAN NHÂN DÂN")
        drawn.drawCentredString(420, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        drawn.drawCentredString(160, 762, "XÃ MẪU")
        drawn.drawCentredString(420, 762, "Độc lập - Tự do - Hạnh phúc")

    head()
    drawn.drawCentredString(160, 735, "Số: 05/2026/QĐ-UBND")
    drawn.drawCentredString(420, 735, "Mẫu, ngày 12 tháng 10 năm 2026")
    drawn.drawCentredString(318, 700, "QUYẾT ĐỊNH")
    drawn.drawCentredString(318, 680, "Ban hành Quy định về chợ")
    drawn.drawString(110, 640, "Điều 1. Ban hành kèm theo Quyết định này Quy định về chợ.")
    drawn.drawString(90, 600, "Nơi nhận:")
    drawn.drawString(90, 582, "- Lưu: VT.")
    drawn.drawCentredString(420, 600, "TM. ỦY BAN NHÂN DÂN")
    drawn.drawCentredString(420, 582, "CHỦ TỊCH")
    drawn.drawCentredString(420, 520, "Nguyễn Văn A")
    drawn.showPage()
    drawn.setFont(FONT, 13)
    head()
    drawn.drawCentredString(318, 720, "QUY ĐỊNH")
    drawn.drawCentredString(318, 700, "Về chợ")
    drawn.drawCentredString(318, 680, "(Ban hành kèm theo Quyết định số 05/2026/QĐ-UBND ngày 12")
    drawn.drawCentredString(318, 662, "tháng 10 năm 2026 của Ủy ban nhân dân xã Mẫu)")
    drawn.drawString(110, 630, "Điều 1. Phạm vi điều chỉnh")
    draft = make_draft(read_pdf(finished(drawn, out)), "a.pdf", Surroundings())
    assert draft.head["issuer"] == "ỦY BAN NHÂN DÂN XÃ MẪU"
    assert "ngày 12 tháng 10 năm 2026 của Ủy ban nhân dân xã Mẫu)" in draft.body
    assert "lặp lại" not in "".join(draft.review)


def draw_plan(drawn: Canvas, *body: str) -> None:
    """A paper of one page, with its title and its foot."""
    drawn.drawCentredString(318, 780, "KẾ HOẠCH")
    drawn.drawCentredString(318, 760, "Phát động thi đua năm 2026")
    for place, line in enumerate(body):
        drawn.drawString(121, 720 - 20 * place, line)
    for place, line in enumerate(("Nơi nhận:", "- Như trên;", "- Lưu: VT.")):
        drawn.drawString(80, 600 - 16 * place, line)
    drawn.drawCentredString(423, 600, "HIỆU TRƯỞNG")
    drawn.drawCentredString(423, 540, "Nguyễn Văn A")


def test_annexes_on_upright_and_broad_sheets_keep_their_order() -> None:
    drawn, out = canvas()
    draw_plan(drawn, "Các đơn vị thực hiện.")
    for name, size in (("I", A4), ("II", landscape(A4)), ("III", A4), ("IV", landscape(A4))):
        drawn.showPage()
        drawn.setPageSize(size)
        drawn.setFont(FONT, 13)
        drawn.drawCentredString(size[0] / 2, size[1] - 100, f"Phụ lục {name}")
        drawn.drawString(90, size[1] - 140, f"{WORDS} {name}.")
    found = [text for text in texts(read_pdf(finished(drawn, out))) if text.startswith((WORDS, "Phụ lục"))]
    assert found == [text for name in ("I", "II", "III", "IV") for text in (f"Phụ lục {name}", f"{WORDS} {name}.")]


def test_the_title_of_a_broad_annex_stands_in_the_middle_above_its_table() -> None:
    drawn, out = canvas()
    draw_plan(drawn, "Các đơn vị thực hiện.")
    drawn.showPage()
    width, height = landscape(A4)
    drawn.setPageSize((width, height))
    drawn.setFont(FONT, 13)
    left, right = 57, width - 43  # 20 and 15 mm, as programs leave them when they turn a page
    drawn.drawCentredString((left + right) / 2, height - 80, "PHỤ LỤC")
    drawn.grid([left, 120, 500, right], [height - 160, height - 140, height - 120])
    drawn.drawString(130, height - 135, "Nội dung")
    draft = make_draft(read_pdf(finished(drawn, out)), "a.pdf", Surroundings())
    assert "## PHỤ LỤC" in draft.body


def test_a_line_goes_on_though_most_lines_of_a_page_are_recipients() -> None:
    drawn, out = canvas()
    for place, line in enumerate((WORDS[:68], "nhà trường.", WORDS[:68], "nhà trường.", WORDS[:68], "nhà trường.")):
        drawn.drawString(80 if place % 2 else 116, 760 - 16 * place, line)
    drawn.drawString(116, 650, WORDS[:68])
    drawn.setFont(FONT, 11)
    for place in range(12):
        drawn.drawString(80, 620 - 11 * place, "Nơi nhận:" if place == 0 else f"- Trường thứ {place};")
    body = read_pdf(finished(drawn, out)).blocks
    assert texts(Paper(body))[:3] == [f"{WORDS[:68]} nhà trường."] * 3


def test_a_signature_above_the_recipients_is_found_whole() -> None:
    drawn, out = canvas()
    drawn.drawCentredString(318, 780, "KẾ HOẠCH")
    drawn.drawCentredString(318, 760, "Phát động thi đua năm 2026")
    drawn.drawString(121, 720, "Các đơn vị thực hiện.")
    for place, line in enumerate(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Đã ký)", "Nguyễn Văn A")):
        drawn.drawString(360, 680 - 20 * place, line)
    for place, line in enumerate(("Nơi nhận:", "- Như trên;", "- Lưu: VT.")):
        drawn.drawString(80, 560 - 16 * place, line)
    draft = make_draft(read_pdf(finished(drawn, out)), "a.pdf", Surroundings())
    assert draft.body == "Các đơn vị thực hiện."
    assert draft.head["signer"] == {"authority": "KT.", "position": "PHÓ GIÁM ĐỐC", "name": "Nguyễn Văn A"}
    assert draft.head["recipients"] == ["Như trên", "Lưu: VT"]


@pytest.mark.parametrize("columns", [(180, 420), (140, 318, 500)])
def test_signatures_side_by_side_and_one_below(columns: tuple[int, ...]) -> None:
    drawn, out = canvas()
    drawn.drawCentredString(318, 780, "BIÊN BẢN")
    drawn.drawCentredString(318, 760, "Bàn giao nhà văn hóa thôn")
    for place in range(4):
        drawn.drawString(80, 720 - 20 * place, WORDS)
    names = ("Nguyễn Văn A", "Trần Thị B", "Lê Văn C")
    for place, at in enumerate(columns):
        drawn.drawCentredString(at, 620, f"ĐẠI DIỆN BÊN {'ABC'[place]}")
        drawn.drawCentredString(at, 600, "GIÁM ĐỐC")
        drawn.drawCentredString(at, 560 - 10 * place, names[place])  # titles over two lines push names down
    for place, line in enumerate(("XÁC NHẬN CỦA UBND XÃ", "CHỦ TỊCH", "Phạm Văn D")):
        drawn.drawCentredString(318, 500 - 20 * place, line)
    draft = make_draft(read_pdf(finished(drawn, out)), "a.pdf", Surroundings())
    assert "ĐẠI DIỆN" not in draft.body
    signers = [draft.head["signer"], *cast("list[object]", draft.head["cosigners"])]
    assert signers == [
        *(
            {"position": f"ĐẠI DIỆN BÊN {'ABC'[place]} / GIÁM ĐỐC", "name": names[place]}
            for place in range(len(columns))
        ),
        {"position": "XÁC NHẬN CỦA UBND XÃ / CHỦ TỊCH", "name": "Phạm Văn D"},
    ]


@pytest.mark.parametrize(
    "body", [["Các đơn vị thực hiện."], ["I. MỤC ĐÍCH", "Thi đua tốt.", "Trên đây là Kế hoạch./."]]
)
def test_a_paper_of_few_short_lines(body: list[str]) -> None:
    drawn, out = canvas()
    draw_plan(drawn, *body)
    draft = make_draft(read_pdf(finished(drawn, out)), "a.pdf", Surroundings())
    assert draft.head["title"] == "Phát động thi đua năm 2026"
    assert draft.body.replace("## ", "").split("\n\n") == body
    assert draft.head["signer"] == {"position": "HIỆU TRƯỞNG", "name": "Nguyễn Văn A"}
