"""What the importer writes is shown as it was printed: through the real renderer, for any text."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.importer.score import units_in
from trangtin.content.text import one_line
from trangtin.host.texts.rendering import Profile, Renderer, Text
from trangtin.importer.body import as_markdown
from trangtin.importer.letters import tidy
from trangtin.importer.paper import Align, Cell, Paragraph, Span, Table, plain_paragraph

RENDERER = Renderer(["toc", "tables", "fenced_code"], {})


def shown(markdown: str) -> str:
    html = RENDERER.render(Text(markdown, Profile.PRINTED, 2, None, lambda _: None)).html
    html = re.sub(r'<a class="headerlink".*?</a>', "", html)
    return one_line(unescape(re.sub(r"<[^>]+>", "", html)))


RULES = re.compile(r"[-–—_=*\s]{3,}|-*o0o-*")
SIGNS = "aĂb 1.)(-+*_[]<>&;#`\\|!:~=^{}\"'/đ"
TEXT = st.text(st.sampled_from(SIGNS), min_size=1, max_size=30).map(lambda text: f"Đoạn {text} hết")


@given(TEXT)
@example("Đoạn **đậm** và *nghiêng*, 5*3*2, (*) _gạch_ [liên kết](x) <b>thẻ</b> &amp; <!-- ẩn --> hết")
@example("Đoạn <script>alert(1)</script> hết")
@settings(max_examples=300, deadline=None)
def test_every_sign_is_shown_as_typed(text: str) -> None:
    assert shown(as_markdown([plain_paragraph(text)])) == one_line(tidy(text))


@given(st.text(st.sampled_from(".-–_*=~… "), min_size=1, max_size=12))
@example("-")
@example("*")
@example("...")
@example("........................................")
@settings(max_examples=300, deadline=None)
def test_signs_alone_are_shown_too_but_lines_drawn_with_them_only_in_cells(text: str) -> None:
    line = one_line(text)
    told = "" if RULES.fullmatch(line) else line
    # A space may come behind the sign of a list (`-a` is `- a`).
    assert shown(as_markdown([plain_paragraph(text)])).replace(" ", "") == told.replace(" ", "")
    table = Table((tuple(Cell((plain_paragraph(name),)) for name in ("Tên", "Số")),) * 2 + ((cell(text), cell("x")),))
    assert shown(as_markdown([table])) == one_line(f"Tên Số Tên Số {line} x")


def cell(text: str) -> Cell:
    return Cell((plain_paragraph(text),))


@pytest.mark.parametrize(
    "text",
    ["I. MỤC ĐÍCH", "II- NỘI DUNG", "1. Một", "1) Một", "1.1. Một", "a) Một", "đ) Một", "- Một", "+ Một", "• Một",
     "– Một",
     "# một", "> một", "| một", "Điều 1. Một", "2026. Một", "1/ Một", "== một", "~~~ một", "[TOC]", "Chương I"],
)  # fmt: skip
def test_every_beginning_is_shown_as_typed(text: str) -> None:
    assert shown(as_markdown([plain_paragraph(text)])) == text


def test_emphasis_only_where_a_part_stands_out() -> None:
    parts = (Span("Điều 1.", bold=True), Span(" Phạm vi, "), Span("kể cả", italic=True), Span(" sau này"))
    assert as_markdown([Paragraph(parts)]) == "**Điều 1.** Phạm vi, *kể cả* sau này"
    assert as_markdown([Paragraph((Span("Căn cứ Luật;", italic=True),))]) == "Căn cứ Luật;"


def test_headings() -> None:
    blocks = [plain_paragraph("I. MỤC ĐÍCH", bold=True), plain_paragraph("1. Mục đích", bold=True)]
    assert as_markdown(blocks) == "## I. MỤC ĐÍCH\n\n1. **Mục đích**"


@pytest.mark.parametrize("typed", ["I- TÌNH HÌNH", "II – MỤC TIÊU", "III/ TỔ CHỨC THỰC HIỆN"])
def test_sections_of_the_party_are_headings_too(typed: str) -> None:
    assert as_markdown([plain_paragraph(typed, bold=True)]) == f"## {typed}"
    assert as_markdown([plain_paragraph(typed)]) == f"## {typed}"
    assert as_markdown([plain_paragraph("V-League trở lại", bold=True)]) == "**V-League trở lại**"


def test_lines_broken_by_hand() -> None:
    assert as_markdown([plain_paragraph("1. Một;\n2. Hai nửa đầu\nnửa sau.")]) == "1. Một;\n\n2. Hai nửa đầu nửa sau."


@pytest.mark.parametrize(
    ("lines", "paragraphs", "cell"),
    [
        ("Trần Văn B|Lò Thị H", ["Trần Văn B", "Lò Thị H"], ["Trần Văn B", "Lò Thị H"]),
        ("Viết bài|Đăng tin", ["Viết bài", "Đăng tin"], ["Viết bài", "Đăng tin"]),
        ("Địa chỉ: Tổ 5, phường Mẫu|Điện thoại: 0213 3876 543|Thư điện tử: a@b.vn",
         ["Địa chỉ: Tổ 5, phường Mẫu", "Điện thoại: 0213 3876 543", "Thư điện tử: a@b.vn"],
         ["Địa chỉ: Tổ 5, phường Mẫu", "Điện thoại: 0213 3876 543", "Thư điện tử: a@b.vn"]),
        ("Địa chỉ: số 12 đường Trần Phú, phường Mẫu, tỉnh Mẫu|Thư điện tử: a@b.vn",
         ["Địa chỉ: số 12 đường Trần Phú, phường Mẫu, tỉnh Mẫu", "Thư điện tử: a@b.vn"],
         ["Địa chỉ: số 12 đường Trần Phú, phường Mẫu, tỉnh Mẫu", "Thư điện tử: a@b.vn"]),
        ("Đơn vị|thực hiện", ["Đơn vị thực hiện"], ["Đơn vị thực hiện"]),
        ("ĐƠN VỊ|THỰC HIỆN", ["ĐƠN VỊ THỰC HIỆN"], ["ĐƠN VỊ THỰC HIỆN"]),
        ("Báo cáo Ủy ban nhân dân xã|Mẫu", ["Báo cáo Ủy ban nhân dân xã Mẫu"], ["Báo cáo Ủy ban nhân dân xã Mẫu"]),
        ("Các đơn vị trực thuộc gửi báo cáo kết quả về Phòng Tổ chức|Hành chính trước ngày 05|tháng 12.",
         ["Các đơn vị trực thuộc gửi báo cáo kết quả về Phòng Tổ chức Hành chính trước ngày 05 tháng 12."],
         ["Các đơn vị trực thuộc gửi báo cáo kết quả về Phòng Tổ chức", "Hành chính trước ngày 05 tháng 12."]),
        ("HỘI ĐỒNG NHÂN DÂN XÃ MẪU|KHÓA II, KỲ HỌP THỨ 3", ["HỘI ĐỒNG NHÂN DÂN XÃ MẪU", "KHÓA II, KỲ HỌP THỨ 3"],
         ["HỘI ĐỒNG NHÂN DÂN XÃ MẪU", "KHÓA II, KỲ HỌP THỨ 3"]),
        ("12|15", ["12 15"], ["12", "15"]),
        ("từ ngày|12", ["từ ngày 12"], ["từ ngày 12"]),
    ],
)  # fmt: skip
def test_a_line_broken_by_hand_stands_for_itself_unless_it_goes_on(
    lines: str, paragraphs: list[str], cell: list[str]
) -> None:
    broken = plain_paragraph(lines.replace("|", "\n"))
    assert as_markdown([broken]) == "\n\n".join(paragraphs)
    row = (Cell((plain_paragraph("A"),)), Cell((broken,)))
    assert as_markdown([Table((row,))]).split("\n")[0] == f"| A | {'<br>'.join(cell)} |"


@pytest.mark.parametrize("dash", "-–")
def test_a_year_broken_over_lines_stays_whole(dash: str) -> None:
    assert as_markdown([plain_paragraph(f"nhiệm kỳ 2021{dash}\n2026.")]) == f"nhiệm kỳ 2021{dash}2026."


def test_tables() -> None:
    name, both, lines = (Cell(tuple(map(plain_paragraph, texts))) for texts in (["Tên"], ["A|B"], ["một", "hai"]))
    table = Table(((name, both), (lines, Cell(covered=True))))
    assert as_markdown([table]) == "| Tên | A\\|B |\n|---|---|\n| một<br>hai |  |"


def test_cells_that_only_stand_side_by_side_are_no_table() -> None:
    table = Table(((Cell((plain_paragraph("Kính gửi:"),)), Cell((plain_paragraph("Các phòng"),))),), is_ruled=False)
    assert as_markdown([table]) == "Kính gửi: Các phòng"


def test_those_to_whom_a_letter_goes_are_a_list_though_a_tab_sets_the_first_beside_the_address() -> None:
    address = Paragraph((Span("\tKính gửi:", bold=True), Span("\t- Các phòng;\n\t\t- Các trường.")))
    assert as_markdown([address]) == "**Kính gửi:**\n\n- Các phòng;\n\n- Các trường."
    assert as_markdown([plain_paragraph("Kính gửi:\tCác trường")]) == "Kính gửi: Các trường"
    assert as_markdown([plain_paragraph("Giá\t- đồng")]) == "Giá - đồng"


@pytest.mark.parametrize("rule", ["_______", "-----", "* * *", "---o0o---", "o0o"])
def test_rules_are_left_out(rule: str) -> None:
    assert as_markdown([plain_paragraph(rule, Align.CENTER), plain_paragraph(f"chữ\n{rule}\nchữ")]) == "chữ\n\nchữ"


def test_units_of_markdown_are_the_paragraphs() -> None:
    assert units_in(as_markdown([plain_paragraph("1. a*b"), plain_paragraph("- c")])) == ["1. a*b", "- c"]
