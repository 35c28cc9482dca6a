"""What office files carry unseen: found whatever program wrote them, and nothing told of what anybody sees."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trangtin.content.problem import Code, Severity
from trangtin.signing.findings import findings_of
from trangtin.signing.inside import parts
from trangtin.signing.inside.office import OfficeFacts, read_office
from trangtin.signing.reading import read_file_report
from trangtin.signing.validation.trust import TrustStore
from trangtin.signing.validation.verdict import FileState

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
P = f'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" {A}'
OPEN = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "style", "meta", "table", "drawing", "presentation")
)
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'


def package(contents: dict[str, str | bytes], first: tuple[str, str] = ("[Content_Types].xml", "<Types/>")) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(zipfile.ZipInfo(first[0]), first[1])
        for name, text in contents.items():
            made.writestr(name, text)
    return out.getvalue()


def docx(body: str = "", **more: str) -> bytes:
    """A Word file; `header="..."` and the like are further parts."""
    whole: dict[str, str | bytes] = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    whole |= {f"word/{name}.xml": f"<w:x {W}>{text}</w:x>" for name, text in more.items()}
    return package(whole)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def seen(data: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    facts = read_office(data)
    assert not facts.is_damaged
    return facts.hidden, facts.unseen


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


HIDDEN = f"<w:p>{run('lời riêng', '<w:vanish/>')}</w:p>"
BY_STYLE = '<w:style w:type="character" w:styleId="An"><w:rPr><w:vanish/></w:rPr></w:style>'
BASED = BY_STYLE + '<w:style w:styleId="An2"><w:basedOn w:val="An"/></w:style>'
SHOWN_AGAIN = BASED + '<w:style w:styleId="Ra"><w:basedOn w:val="An"/><w:rPr><w:vanish w:val="off"/></w:rPr></w:style>'


AN, AN2, SHOWN, NEVER_MADE = (f"<w:rStyle w:val='{name}'/>" for name in ("An", "An2", "Ra", "La"))
OFF, ONE = (f"<w:vanish w:val='{value}'/>" for value in (0, 1))


@pytest.mark.parametrize(
    "data",
    [
        docx(HIDDEN),
        docx(header1=HIDDEN),
        docx(footer2=HIDDEN),
        docx(footnotes=HIDDEN),
        docx(endnotes=HIDDEN),
        docx(paragraph(run("x", ONE))),
        docx(paragraph(run("x", "<w:specVanish/>"))),
        docx(paragraph(run("x", AN)), styles=BY_STYLE),
        docx(paragraph(run("x", AN2)), styles=BASED),
        docx(paragraph("<w:pPr><w:pStyle w:val='An'/></w:pPr>", run("x")), styles=BY_STYLE),
        docx("<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
        docx(paragraph(run("x"), f"<w:r><w:pict><w:txbxContent>{HIDDEN}</w:txbxContent></w:pict></w:r>")),
        package({"word/document.xml": f"<d {W.replace(':w', ':q')}>{HIDDEN.replace('w:', 'q:')}</d>"}),
        package({"word/document.xml": f"<?xml version='1.0' encoding='UTF-16'?><d {W}>{HIDDEN}</d>".encode("utf-16")}),
    ],
)
def test_hidden_words(data: bytes) -> None:
    assert seen(data) == (("1 đoạn chữ ẩn",), ())


@pytest.mark.parametrize(
    "data",
    [
        docx(paragraph(run("x", OFF), run("3", "<w:webHidden/>"))),
        # A paragraph's own mark, an entry for an index, blanks: nothing is there to read.
        docx(paragraph("<w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>", run("x"))),
        docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:instrText> XE &quot;cây&quot; </w:instrText></w:r></w:p>"),
        docx(paragraph(run(" ", "<w:vanish/>"))),
        docx(paragraph(run("x", SHOWN)), styles=SHOWN_AGAIN),
        docx(paragraph(run("x", AN + OFF)), styles=BY_STYLE),
        docx(paragraph(run("x", NEVER_MADE)), styles=BY_STYLE),
        docx(paragraph(run("x")), styles='<w:style w:styleId="An" w:hidden="1"><w:semiHidden/></w:style>'),
        docx(paragraph(run("x")), glossary=HIDDEN),
    ],
)
def test_what_hides_nothing(data: bytes) -> None:
    assert seen(data) == ((), ())


@pytest.mark.parametrize(
    "change",
    [
        f"<w:p><w:ins w:id='1'>{run('x')}</w:ins></w:p>",
        "<w:p><w:del w:id='1'><w:r><w:delText>x</w:delText></w:r></w:del></w:p>",
        f"<w:p>{run('x', '<w:rPrChange><w:rPr/></w:rPrChange>')}</w:p>",
        "<w:p><w:pPr><w:pPrChange><w:pPr/></w:pPrChange></w:pPr></w:p>",
        "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
        "<w:sectPr><w:sectPrChange/></w:sectPr>",
    ],
)
def test_changes_that_nobody_accepted(change: str) -> None:
    assert seen(docx(change)) == (("1 thay đổi được theo dõi",), ())
    assert seen(docx(header1=change)) == (("1 thay đổi được theo dõi",), ())


def test_the_other_things_that_word_keeps() -> None:
    data = package(
        {
            "word/document.xml": f"<w:document {W}/>",
            "word/comments.xml": f"<w:comments {W}><w:comment w:id='0'>x</w:comment></w:comments>",
            "word/vbaProject.bin": "x",
            "word/embeddings/oleObject1.bin": "x",
            "word/_rels/document.xml.rels": "<R><Relationship Type='a/hyperlink' TargetMode='External'/>"
            "<Relationship Type='a/attachedTemplate' TargetMode='External'/></R>",
            "docProps/core.xml": f"<x {DC}><dc:creator>Trần Thị B</dc:creator><dc:language>vi</dc:language></x>",
        }
    )
    report = read_file_report(data, TrustStore())
    assert report.hidden == ("1 bình luận", "macro", "1 đối tượng nhúng", "1 liên kết tự tải từ nơi khác")
    assert report.leaks == ("tên người soạn 'Trần Thị B'",)
    assert [each.severity for each in findings_of(report, "a.docx") if each.code is Code.HIDDEN_CONTENT] == [
        Severity.ERROR
    ]


def sheet(text: str) -> bytes:
    return package({"xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": f"<worksheet>{text}</worksheet>"})


_CELLS = "<row r='1'><c r='A1'><v>1</v></c><c r='AB1' t='s'><v>0</v></c></row>"
_HIDDEN_CELLS = _CELLS.replace("<row", "<row hidden='1'")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (f"<sheetData>{_CELLS}</sheetData>", 0),
        (f"<sheetData>{_HIDDEN_CELLS}</sheetData>", 1),
        ("<sheetData><row r='2' hidden='1'/><row r='3' hidden='1'><c r='A3'/></row></sheetData>", 0),
        (f"<cols><col min='28' max='28' hidden='1'/></cols><sheetData>{_CELLS * 3}</sheetData>", 1),
        (f"<cols><col min='29' max='16384' hidden='1'/></cols><sheetData>{_CELLS}</sheetData>", 0),
        (f"<cols><col min='1' max='3' hidden='0'/></cols><sheetData>{_CELLS}</sheetData>", 0),
        ("<cols><col min='2' max='2' hidden='1'/></cols><sheetData><row><c/><c><v>1</v></c></row></sheetData>", 1),
    ],
)
def test_hidden_rows_and_columns_are_asked_about(text: str, number: int) -> None:
    assert seen(sheet(text)) == ((), (f"{number} dòng, cột ẩn có số liệu",) if number else ())
    found = findings_of(read_file_report(sheet(text), TrustStore()), "a.xlsx")
    assert [each.severity for each in found] == [Severity.WARNING] * bool(number)


def test_a_hidden_sheet() -> None:
    data = package({"xl/workbook.xml": "<w><sheets><sheet state='veryHidden'/><sheet state='visible'/></sheets></w>"})
    assert seen(data) == (("1 trang tính hoặc trang chiếu ẩn",), ())


def box(kind: str, text: str) -> str:
    return f"<p:sp><p:nvPr><p:ph type='{kind}'/></p:nvPr><a:p><a:r><a:t>{text}</a:t></a:r></a:p></p:sp>"


def test_a_presentation() -> None:
    data = package(
        {
            "ppt/slides/slide1.xml": f"<p:sld {P} show='0'><a:p><a:t>Một</a:t></a:p></p:sld>",
            "ppt/slides/slide2.xml": f"<p:sld {P}><a:p><a:t>Hai</a:t></a:p></p:sld>",
            "ppt/notesSlides/notesSlide1.xml": f"<p:notes {P}>{box('body', 'Nói chậm')}{box('sldNum', '1')}</p:notes>",
            "ppt/notesSlides/notesSlide2.xml": f"<p:notes {P}>{box('body', ' ')}{box('sldNum', '2')}</p:notes>",
        }
    )
    assert seen(data) == (
        ("1 trang tính hoặc trang chiếu ẩn",),
        ("1 trang chiếu có ghi chú của người trình bày",),
    )
    assert read_office(data).text == "Nói chậm\nMột\nHai"  # what a speaker reads out may be secret too


_TYPE = "application/vnd.openxmlformats-officedocument"
_ELSEWHERE = {
    "van-ban/chinh.xml": f"{_TYPE}.wordprocessingml.document.main+xml",
    "van-ban/dau.xml": f"{_TYPE}.wordprocessingml.header+xml",
    "van-ban/kieu.xml": f"{_TYPE}.wordprocessingml.styles+xml",
    "van-ban/loi.xml": f"{_TYPE}.wordprocessingml.comments+xml",
    "so/bang.xml": f"{_TYPE}.spreadsheetml.worksheet+xml",
    "so/so.xml": f"{_TYPE}.spreadsheetml.sheet.main+xml",
    "so/goc.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}


def test_parts_are_what_the_package_says_and_not_what_they_are_called() -> None:
    named = "".join(f"<Override PartName='/{part}' ContentType='{kind}'/>" for part, kind in _ELSEWHERE.items())
    data = package(
        {
            "van-ban/chinh.xml": f"<w:document {W}>{paragraph(run('Một', AN))}</w:document>",
            "van-ban/dau.xml": f"<w:hdr {W}>{paragraph(run('MẬT'))}</w:hdr>",
            "van-ban/kieu.xml": f"<w:styles {W}>{BY_STYLE}</w:styles>",
            "van-ban/loi.xml": f"<w:comments {W}><w:comment/></w:comments>",
            "so/bang.xml": f"<worksheet><sheetData>{_HIDDEN_CELLS}</sheetData></worksheet>",
            "so/so.xml": "<workbook><sheets><sheet state='hidden'/></sheets></workbook>",
            "so/goc.xml": f"<x {DC}><dc:creator>Trần Thị B</dc:creator></x>",
        },
        ("[Content_Types].xml", f"<Types>{named}</Types>"),
    )
    facts = read_office(data)
    assert facts.hidden == ("1 đoạn chữ ẩn", "1 bình luận", "1 trang tính hoặc trang chiếu ẩn")
    assert facts.unseen == ("1 dòng, cột ẩn có số liệu",)
    assert facts.text == "Một\nMẬT"
    assert facts.metadata == (("Author", "Trần Thị B"),)


def test_word_online_numbers_the_main_part() -> None:
    data = package({"word/document2.xml": f"<d {W}>{HIDDEN}</d>", "word/styles2.xml": f"<s {W}>{BASED}</s>"})
    assert seen(data) == (("1 đoạn chữ ẩn",), ())


def test_words_that_stand_in_the_cells_of_a_sheet() -> None:
    data = sheet("<sheetData><row><c t='inlineStr'><is><t>MẬT</t></is></c><c><v>1</v></c></row></sheetData>")
    assert read_office(data).text == "MẬT"


def odt(body: str, styles: str = "", **more: str) -> bytes:
    return package(
        {
            "styles.xml": f"<office:document-styles {OPEN}>{styles}</office:document-styles>",
            "content.xml": f"<office:document {OPEN}><office:body>{body}</office:body></office:document>",
            **more,
        },
        ("mimetype", "application/vnd.oasis.opendocument.text"),
    )


_SHEET = "1 trang tính hoặc trang chiếu ẩn"
_UNSHOWN = (
    "<style:style style:name='Ra'><style:table-properties table:display='true'/></style:style>"
    "<style:style style:name='Kin'><style:table-properties table:display='false'/></style:style>"
    "<style:style style:name='Qua'><style:drawing-page-properties presentation:visibility='hidden'/></style:style>"
)
_TABLE = (  # words in the first, third and fourth column
    "<table:table>{}<table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:covered-table-cell/>"
    "<table:table-cell table:number-columns-repeated='2'><text:p>1</text:p></table:table-cell></table:table-row>"
    "<table:table-row><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>"
)
_NONE = "<style:style style:name='An'><style:text-properties text:display='none'/></style:style>"
_BELOW = f"{_NONE}<style:style style:name='An2' style:parent-style-name='An'/>"


@pytest.mark.parametrize(
    ("data", "hidden"),
    [
        (odt("<text:p>Chữ <text:span>thường</text:span></text:p>"), ()),
        (odt("<text:p>Chữ <text:span text:style-name='An2'>ẩn</text:span></text:p>", _BELOW), ("1 đoạn chữ ẩn",)),
        (odt("<text:p text:style-name='An'> </text:p>", _NONE), ()),
        (odt("<text:p><text:hidden-text text:is-hidden='true'/></text:p>"), ("1 đoạn chữ ẩn",)),
        (odt("<text:section text:display='none'><text:p>a</text:p></text:section>"), ("1 đoạn chữ ẩn",)),
        (odt("<text:p>a<office:annotation><text:p>b</text:p></office:annotation></text:p>"), ("1 bình luận",)),
        (
            odt("<text:tracked-changes><text:changed-region/></text:tracked-changes><text:p>a</text:p>"),
            ("1 thay đổi được theo dõi",),
        ),
        (odt("<text:p/>", **{"Basic/Standard/Module1.xml": "x"}), ("macro",)),
        (odt("<text:p/>", **{"Basic/Standard/script-lb.xml": "x"}), ()),
        (odt("<table:table table:style-name='Ra'/><table:table table:style-name='Kin'/>", _UNSHOWN), (_SHEET,)),
        (odt("<drawing:page drawing:style-name='Ra'/><drawing:page drawing:style-name='Qua'/>", _UNSHOWN), (_SHEET,)),
    ],
)
def test_an_open_document(data: bytes, hidden: tuple[str, ...]) -> None:
    assert seen(data) == (hidden, ())
    assert read_file_report(data, TrustStore()).state is FileState.UNSIGNED


@pytest.mark.parametrize(
    ("body", "unseen"),
    [
        (
            "<table:table-row table:visibility='collapse'><text:p>1</text:p></table:table-row>"
            "<table:table-row table:visibility='filter'><text:p>2</text:p></table:table-row>"
            "<table:table-row table:visibility='collapse'><text:p/></table:table-row>"
            "<table:table-row><text:p>3</text:p></table:table-row>",
            ("2 dòng, cột ẩn có số liệu",),
        ),
        (_TABLE.format("<table:table-column table:visibility='collapse'/>"), ("1 dòng, cột ẩn có số liệu",)),
        (
            _TABLE.format(
                "<table:table-column/>"
                "<table:table-column table:visibility='filter' table:number-columns-repeated='3'/>"
                "<table:table-column table:visibility='collapse' table:number-columns-repeated='16000'/>"
            ),
            ("2 dòng, cột ẩn có số liệu",),
        ),
        (_TABLE.format("<table:table-column table:number-columns-repeated='4'/>") * 2, ()),
        (
            _TABLE.format(
                "<table:table-column table:number-columns-repeated='4'/>"
                "<table:table-column table:visibility='collapse'/>"
            ),
            (),
        ),
        (
            "<table:table><table:table-column/><table:table-column table:visibility='collapse'/><table:table-row>"
            f"<table:table-cell>{_TABLE.format('<table:table-column/>')}</table:table-cell>"
            "<table:table-cell><text:p>Ẩn</text:p></table:table-cell></table:table-row></table:table>",
            ("1 dòng, cột ẩn có số liệu",),
        ),
        (
            "<drawing:page><text:p>Một</text:p><presentation:notes><text:p>Nói chậm</text:p></presentation:notes>"
            "</drawing:page><drawing:page><presentation:notes><text:p/></presentation:notes></drawing:page>",
            ("1 trang chiếu có ghi chú của người trình bày",),
        ),
    ],
)
def test_what_an_open_document_does_not_show(body: str, unseen: tuple[str, ...]) -> None:
    assert seen(odt(body)) == ((), unseen)


def test_words_and_properties_of_an_open_document() -> None:
    meta = f"<office:meta {OPEN} {DC}><meta:initial-creator>Trần Thị B</meta:initial-creator></office:meta>"
    facts = read_office(
        odt(
            "<text:p>Kế<text:s/>hoạch<office:annotation><text:p>riêng</text:p></office:annotation></text:p>",
            "<text:p>Đầu trang</text:p>",
            **{"meta.xml": meta},
        )
    )
    assert facts.text == "Kế hoạch\nĐầu trang"
    assert facts.metadata == (("Author", "Trần Thị B"),)


def test_an_open_document_that_is_signed_or_locked() -> None:
    assert read_office(odt("", **{"META-INF/documentsignatures.xml": "x"})).is_signed
    assert read_office(odt("", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"})).is_encrypted


def rtf(text: str) -> bytes:
    escaped = "".join(letter if ord(letter) < 128 else f"\\u{ord(letter)}?" for letter in text)
    return f"{{\\rtf1\\ansi\\ansicpg1258\\uc1{{\\fonttbl{{\\f0 Times;}}}}{escaped}}}".encode()


@pytest.mark.parametrize(
    ("text", "words", "hidden"),
    [
        ("Kế hoạch\\par M\\'e2t\\tab 1\\line Hai", "Kế hoạch\nMât\t1\nHai", ()),
        ("{\\header MẬT\\par}Một{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt Hai}}{\\pict 0102}", "MẬT\nMộtHai", ()),
        ("{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt đây}}{\\*\\la an}\\bin3 {{{!", "đây!", ()),
        ("Một {\\v an }hai\\v  ba\\v0\\v1 {\\v0 x}\\plain y", "Một an hai baxy", ("2 đoạn chữ ẩn",)),
        ("Một{\\*\\annotation riêng}\\deleted hai\\deleted0", "Mộthai", ("1 thay đổi được theo dõi", "1 bình luận")),
        ("{\\object{\\*\\objdata 01}{\\result Một}}", "Một", ("1 đối tượng nhúng",)),
    ],
)
def test_rich_text(text: str, words: str, hidden: tuple[str, ...]) -> None:
    facts = read_office(rtf(text))
    assert (facts.text, facts.hidden, facts.unseen) == (words, hidden, ())


@given(st.text(st.sampled_from("{}\\*'u5v1 0a\nệ"), max_size=80))
def test_any_rich_text_is_read(text: str) -> None:
    read_office(b"{\\rtf" + text.encode())


def test_words_are_read_once() -> None:
    choice = "<m:Alternate xmlns:m='x'><m:Choice>{0}</m:Choice><m:Fallback>{0}</m:Fallback></m:Alternate>"
    number = f"{run('QĐ')}<w:r><w:noBreakHyphen/></w:r>{run('UBND')}"
    data = docx(f"<w:p>{run('Kế')}<w:r><w:tab/><w:br/></w:r>{run('hoạch')}{number}</w:p>" + choice.format(HIDDEN))
    facts = read_office(data)
    assert facts.text == "Kế\nhoạchQĐ-UBND\nlời riêng"
    assert facts.hidden == ("1 đoạn chữ ẩn",)


@pytest.mark.parametrize(
    "part", [b"", b"\0", b"<a>", b"<w:p><w:vanish>", b"<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", b"<a>" * 100_000]
)
def test_what_is_no_plain_xml_never_raises(part: bytes) -> None:
    read_office(package({"word/document.xml": part, "word/styles.xml": part, "xl/worksheets/s.xml": part + b"hidden"}))


def test_declared_entities_are_not_followed() -> None:
    text = b"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>"
    assert read_office(package({"word/document.xml": text})) == OfficeFacts(is_damaged=True)


def test_a_package_that_grows_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_LARGEST_SUM", 10_000)
    data = docx(f"<w:p>{run('a' * 20_000)}</w:p>")
    assert read_office(data).hidden == ("phần bên trong lớn bất thường, không xem hết được",)
