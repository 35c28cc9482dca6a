"""Oddities of Word, one by one."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.importer.word import Word, deleted, inserted, listed, numbered, packed, para, run, table, text_box
from trangtin.importer.docx.walk import read_docx
from trangtin.importer.paper import Paper, Paragraph, Table, paragraphs_of


def read(*parts: str, word: Word | None = None) -> Paper:
    word = word or Word()
    word.add(*parts)
    return read_docx(word.data())


def texts(paper: Paper) -> list[str]:
    return [each.text for each in paragraphs_of(paper.blocks)]


def remarks(paper: Paper) -> str:
    return "; ".join(remark.text for remark in paper.remarks)


@pytest.mark.parametrize(
    "part",
    [
        run("lộ", extra="<w:vanish/>"),
        run("lộ", extra='<w:color w:val="FFFFFF"/>'),
        run("lộ", size=1),
        deleted("lộ"),
        '<w:moveFrom w:id="1" w:author="A"><w:r><w:t>lộ</w:t></w:r></w:moveFrom>',
    ],
)
def test_what_nobody_sees_is_left_out_and_told(part: str) -> None:
    paper = read(para(run("Phần "), part, run("thấy")))
    assert texts(paper) == ["Phần thấy"]
    assert "bỏ 1" in remarks(paper)


DARK = '<w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>'
CLEAR = '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>'
PALE = '<w:shd w:val="clear" w:color="auto" w:fill="F8F8F8"/>'
SOLID = '<w:shd w:val="solid" w:color="1F4E79" w:fill="auto"/>'
FIRST_ROW = '<w:tblStyle w:val="Dau"/><w:tblLook w:val="04A0" w:firstRow="1"/>'
NO_FIRST_ROW = '<w:tblStyle w:val="Dau"/><w:tblLook w:val="0480"/>'


def head_row(cell: str = "", table: str = "", paragraph: str = "", letters: str = "") -> str:
    """The head of a table in white letters, as it is read."""
    white = run("Đơn vị", b=True, extra=f'<w:color w:val="FFFFFF"/>{letters}')
    properties = f"<w:tblPr>{table}</w:tblPr>"
    body = f"<w:tr><w:tc><w:tcPr>{cell}</w:tcPr>{para(white, props=paragraph)}</w:tc></w:tr>"
    below = f"<w:tr><w:tc>{para('Tổ Mẫu')}</w:tc></w:tr>"
    parts = Word(body=[f"<w:tbl>{properties}{body}{below}</w:tbl>"]).parts()
    style = (
        '<w:style w:type="table" w:styleId="Dau"><w:name w:val="Dau"/>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{DARK}</w:tcPr></w:tblStylePr></w:style></w:styles>'
    )
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("</w:styles>", style)
    return " ".join(texts(read_docx(packed(parts))))


@pytest.mark.parametrize(
    "look",
    [{"cell": DARK}, {"cell": SOLID}, {"table": DARK}, {"table": FIRST_ROW}, {"paragraph": DARK}, {"letters": DARK},
     {"cell": DARK, "paragraph": CLEAR, "letters": CLEAR}, {"cell": PALE, "paragraph": DARK}],
)  # fmt: skip
def test_white_letters_on_a_dark_ground_are_read(look: dict[str, str]) -> None:
    assert head_row(**look) == "Đơn vị Tổ Mẫu"


@pytest.mark.parametrize(
    "look",
    [{}, {"cell": PALE}, {"cell": CLEAR}, {"table": NO_FIRST_ROW}, {"table": FIRST_ROW, "cell": PALE},
     {"cell": DARK, "paragraph": PALE}, {"cell": DARK, "letters": '<w:highlight w:val="white"/>'}],
)  # fmt: skip
def test_white_letters_on_white_stay_hidden(look: dict[str, str]) -> None:
    assert head_row(**look) == "Tổ Mẫu"


def with_style(look: str, own: str = "") -> Paper:
    """A paper with two words, the second in a style of its own that looks so, and set directly so."""
    word = Word()
    parts = word.parts()
    style = f'<w:style w:type="character" w:styleId="An"><w:name w:val="An"/><w:rPr>{look}</w:rPr></w:style>'
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("</w:styles>", f"{style}</w:styles>")
    words = para(run("Thấy"), run(" chữ", extra=f'<w:rStyle w:val="An"/>{own}'))
    parts["word/document.xml"] = parts["word/document.xml"].replace("<w:body>", f"<w:body>{words}")
    return read_docx(packed(parts))


WHITE, RED, BLUE = '<w:color w:val="FFFFFF"/>', '<w:color w:val="FF0000"/>', '<w:shd w:val="clear" w:fill="1F3864"/>'


@pytest.mark.parametrize(
    ("look", "own"),
    [
        ("<w:vanish/>", ""),
        ("<w:vanish/>", RED),
        ("<w:vanish/>", '<w:sz w:val="28"/>'),
        (WHITE, ""),
        (WHITE, '<w:sz w:val="28"/>'),
        ('<w:sz w:val="2"/>', RED),
        (f"{WHITE}{BLUE}", '<w:shd w:val="clear" w:fill="auto"/>'),
    ],
)
def test_what_a_style_hides_stays_hidden_whatever_else_is_set(look: str, own: str) -> None:
    paper = with_style(look, own)
    assert texts(paper) == ["Thấy"]
    assert "bỏ 1 đoạn chữ ẩn" in remarks(paper)


@pytest.mark.parametrize(
    ("look", "own"),
    [
        ("<w:vanish/>", '<w:vanish w:val="0"/>'),
        ('<w:sz w:val="2"/>', '<w:sz w:val="28"/>'),
        (WHITE, RED),
        (WHITE, '<w:color w:val="auto"/>'),
        (WHITE, BLUE),
        (BLUE, WHITE),
        (WHITE, '<w:highlight w:val="darkBlue"/>'),
    ],
)
def test_what_a_style_hides_and_the_word_itself_shows_is_seen(look: str, own: str) -> None:
    assert texts(with_style(look, own)) == ["Thấy chữ"]


def test_comments_are_left_out_and_counted() -> None:
    word = Word()
    paper = read(para(run("Thấy"), word.comment("lộ")), word=word)
    assert texts(paper) == ["Thấy"]
    assert "bỏ 1 bình luận" in remarks(paper)


def test_what_was_inserted_stays_and_is_told() -> None:
    paper = read(para(run("Một"), inserted(run(" hai"))))
    assert texts(paper) == ["Một hai"]
    assert "nhận 1 chỗ" in remarks(paper)


def test_a_deleted_end_of_paragraph_joins_the_next() -> None:
    paper = read(para(run("Nửa đầu"), mark='<w:del w:id="1" w:author="A"/>'), para(run(" nửa sau")))
    assert texts(paper) == ["Nửa đầu nửa sau"]


def test_a_deleted_end_before_a_table_loses_nothing() -> None:
    paper = read(para(run("Trước"), mark='<w:del w:id="1" w:author="A"/>'), table([[para("ô")]], [100]))
    assert texts(paper) == ["Trước", "ô"]


def test_automatic_numbers_are_printed() -> None:
    paper = read(listed(0, "A"), listed(1, "B"), listed(1, "C"), listed(2, "D"), listed(0, "E"), listed(1, "G"))
    assert texts(paper) == ["I. A", "1. B", "2. C", "2.1. D", "II. E", "1. G"]


def changed(word: Word, part: str, *pairs: tuple[str, str]) -> Paper:
    """The paper with other words in one of its parts."""
    parts = word.parts()
    for old, new in pairs:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new, 1)
    return read_docx(packed(parts))


def test_a_number_that_was_taken_away_from_a_heading_stays_away() -> None:
    tied = '<w:pStyle w:val="H1"/>'
    word = Word(body=[para("A", props=tied), para("B", props=tied + numbered(0, 0)), para("C", props=tied)])
    style = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    parts = word.parts()
    parts["word/styles.xml"] = parts["word/styles.xml"].replace("</w:styles>", f"{style}</w:styles>")
    parts["word/numbering.xml"] = parts["word/numbering.xml"].replace("<w:numFmt", f"{tied}<w:numFmt", 1)
    assert texts(read_docx(packed(parts))) == ["I. A", "B", "II. C"]


def test_the_list_of_a_list_style_is_followed() -> None:
    word = Word(body=[listed(0, "A", 5), listed(1, "B", 5), listed(0, "C", 5)])
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Kieu"/></w:abstractNum><w:num w:numId="1">'
    paper = changed(
        word,
        "word/numbering.xml",
        ('<w:abstractNum w:abstractNumId="0">', '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Kieu"/>'),
        ('<w:num w:numId="1">', linked),
        ("</w:numbering>", '<w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num></w:numbering>'),
    )
    assert texts(paper) == ["I. A", "1. B", "II. C"]
    assert not paper.remarks


@pytest.mark.parametrize(("depth", "list_id"), [(0, 9), (7, 1)], ids=["no such list", "no such level"])
def test_numbers_that_the_file_does_not_have_are_told_of(depth: int, list_id: int) -> None:
    paper = read(listed(depth, "A", list_id))
    assert texts(paper) == ["A"]
    assert "1 đoạn thuộc danh sách đánh số tự động" in remarks(paper)


def test_bullets_are_printed() -> None:
    assert texts(read(listed(0, "A", 2))) == ["- A"]


def test_an_empty_numbered_paragraph_does_not_count() -> None:
    assert texts(read(listed(0, "A"), listed(0, ""), listed(0, "B"))) == ["I. A", "II. B"]


def test_a_text_box_is_read_once() -> None:
    paper = read(para(text_box(para("trong hộp")), run("ngoài hộp")))
    assert texts(paper) == ["trong hộp", "ngoài hộp"]
    assert "text box" in remarks(paper)


def test_a_text_box_does_not_swallow_the_paragraph_before() -> None:
    paper = read(
        para(run("Nửa đầu"), mark='<w:del w:id="1" w:author="A"/>'), para(text_box(para("hộp")), run(" nửa sau"))
    )
    assert texts(paper) == ["hộp", "Nửa đầu nửa sau"]


def test_footnotes() -> None:
    word = Word()
    paper = read(para(run("Câu"), word.footnote("Chú thích."), run(".")), word=word)
    assert texts(paper) == ["Câu¹."]
    assert [note.text for note in paper.footnotes] == ["¹ Chú thích."]


def field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def simple_field(code: str, result: str) -> str:
    return f'<w:fldSimple w:instr="{code}">{run(result)}</w:fldSimple>'


def test_page_numbers_are_no_text_but_other_fields_are() -> None:
    for each in (field, simple_field):
        paper = read(para(run("Trang "), each(" PAGE ", "7")), para(each(" REF so ", "12")))
        assert texts(paper) == ["Trang ", "12"]
        assert not paper.remarks


@pytest.mark.parametrize("made", [field, simple_field])
def test_a_day_that_word_fills_in_anew_is_told(made: Callable[[str, str], str]) -> None:
    for code in (" DATE  \\@ dd/MM ", " time ", " SAVEDATE "):
        paper = read(para(run("Mẫu, "), made(code, "ngày 02 tháng 11 năm 2026")))
        assert texts(paper) == ["Mẫu, ngày 02 tháng 11 năm 2026"]
        assert "1 chỗ ngày do Word tự điền" in remarks(paper)
    assert not read(para(made(" CREATEDATE ", "02/11/2026"))).remarks


def test_a_field_of_a_form_that_nobody_filled_in_is_told() -> None:
    form = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    for inside in (
        para(form.format("<w:showingPlcHdr/>", run("Click here"))),
        form.format("<w:showingPlcHdr/>", para("Click")),
    ):
        assert "1 ô của mẫu chưa điền" in remarks(read(inside))
    assert not read(para(form.format("", run("đã điền")))).remarks


def graphic(inside: str, uri: str = "x") -> str:
    data = f'<a:graphicData uri="{uri}">{inside}</a:graphicData>'
    return f"<w:r><w:drawing><wp:inline><a:graphic>{data}</a:graphic></wp:inline></w:drawing></w:r>"


def shape(kind: str) -> str:
    return graphic(f'<wps:wsp><wps:spPr><a:prstGeom prst="{kind}"/></wps:spPr></wps:wsp>')


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        (graphic('<a:blip r:embed="a"/>'), True),
        (graphic('<c:chart xmlns:c="urn:c" r:id="a"/>'), True),
        (graphic('<dgm:relIds xmlns:dgm="urn:d" r:dm="a"/>'), True),
        (shape("flowChartDecision"), True),
        ('<w:r><w:object><v:shape/><o:OLEObject xmlns:o="urn:o"/></w:object></w:r>', True),
        ('<w:r><w:pict><v:shape type="#_x0000_t75"><v:imagedata r:id="a"/></v:shape></w:pict></w:r>', True),
        (shape("line"), False),
        (shape("straightConnector1"), False),
        ('<w:r><w:pict><v:line from="0,0" to="9,0"/></w:pict></w:r>', False),
        ('<w:r><w:pict><v:shape type="#_x0000_t32"/></w:pict></w:r>', False),
        ('<w:r><w:pict><v:rect xmlns:o="urn:schemas-microsoft-com:office:office" o:hr="t"/></w:pict></w:r>', False),
        (text_box(para("hộp")), False),
    ],
)
def test_what_is_drawn_is_told_of_but_not_lines_below_a_motto(drawn: str, told: bool) -> None:
    assert ("1 hình ảnh, sơ đồ, biểu đồ" in remarks(read(para("chữ", drawn)))) is told


BORDERS = '<w:tblPr><w:tblBorders><w:insideH w:val="{}"/></w:tblBorders></w:tblPr>'


@pytest.mark.parametrize(
    ("style", "ruled"),
    [
        (f'<w:name w:val="Bảng của tôi"/>{BORDERS.format("single")}', True),
        ('<w:name w:val="Bảng con"/><w:basedOn w:val="Cha"/>', True),
        ('<w:name w:val="Table Grid"/>', True),
        (f'<w:name w:val="Table Grid"/>{BORDERS.format("nil")}', False),
        ('<w:name w:val="Normal Table"/>', False),
    ],
)
def test_lines_of_a_table_come_from_its_style_whatever_its_id(style: str, ruled: bool) -> None:
    named = '<w:tblPr><w:tblStyle w:val="LiBang"/>'
    cells = re.sub("<w:tblPr>.*?</w:tblBorders>", named, table([[para("a"), para("b")]], [100, 100]))
    assert named in cells
    above = f'<w:style w:type="table" w:styleId="Cha"><w:name w:val="Cha"/>{BORDERS.format("single")}</w:style>'
    own = f'<w:style w:type="table" w:styleId="LiBang">{style}</w:style>'
    paper = changed(Word(body=[cells]), "word/styles.xml", ("</w:styles>", f"{above}{own}</w:styles>"))
    (block,) = paper.blocks
    assert isinstance(block, Table)
    assert block.is_ruled is ruled


def test_merged_cells() -> None:
    rows = [[para("a"), ">" + para("b")], ["v" + para("c"), para("d"), para("e")], ["^", para("g"), para("h")]]
    (block,) = read(table(rows, [100, 100, 100], ruled=True)).blocks
    assert isinstance(block, Table)
    assert block.is_merged
    assert [[cell.covered for cell in row] for row in block.rows] == [
        [False, False, True],
        [False, False, False],
        [True, False, False],
    ]
    assert [place for place, row in enumerate(block.rows) if any(cell.goes_on for cell in row)] == [2]


@pytest.mark.parametrize(
    ("font", "typed", "meant"),
    [
        (".VnTime", "KÕ ho¹ch thi ®ua n¨m 2021, Tr\u00adêng ChÝnh trÞ", "Kế hoạch thi đua năm 2021, Trường Chính trị"),
        (".VnTimeH", "KÕ ho¹ch thi ®ua", "KẾ HOẠCH THI ĐUA"),
        ("VNI-Times", "Keá hoaïch thi ñua, ñöôøng Nguyeãn", "Kế hoạch thi đua, đường Nguyễn"),
        ("Times New Roman", "Sở cơ sở", "Sở cơ sở"),
        ("Times New Roman", "89/2015/NÐ-CP", "89/2015/NĐ-CP"),
    ],
)
def test_old_fonts_and_look_alikes(font: str, typed: str, meant: str) -> None:
    assert texts(read(para(run(typed, font=font)))) == [meant]


@pytest.mark.parametrize(
    ("font", "runs", "meant"),
    [
        (".VnTime", ["Công tác tổ chức, động viên đoàn viên"], "Công tác tổ chức, động viên đoàn viên"),
        (".VnTime", ["Công tác ", "tổ chức"], "Công tác tổ chức"),
        ("VNI-Times", ["Hà Giang", " nhân dịp lễ kỷ niệm"], "Hà Giang nhân dịp lễ kỷ niệm"),
        (".VnTimeH", ["kế hoạch ", "thi ", "đua"], "kế hoạch thi đua"),
        (".VnTime", ["KÕ ho¹ch c«ng tác, ", "«n tËp ", "tổ"], "Kế hoạch công tỏc, ôn tập tổ"),
        (".VnTime", ["cô cô"], "cụ cụ"),
    ],
)
def test_unicode_under_the_name_of_an_old_font_stays(font: str, runs: list[str], meant: str) -> None:
    assert texts(read(para(*[run(text, font=font) for text in runs]))) == [meant]


def test_a_paragraph_too_short_to_tell_is_read_as_the_others_are() -> None:
    paper = read(para(run("Công", font=".VnTime")), para(run("tổ chức", font=".VnTime")))
    assert texts(paper) == ["Công", "tổ chức"]
    assert ["phông cũ" in remark.text and remark.to_review for remark in paper.remarks] == [True]


def test_bold_stays_on_its_words() -> None:
    (block,) = read(para(run("Điều 1.", b=True), run(" Nội dung"))).blocks
    assert isinstance(block, Paragraph)
    assert [(span.text, span.bold) for span in block.spans] == [("Điều 1.", True), (" Nội dung", False)]
