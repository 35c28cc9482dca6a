"""Word files that are damaged, made to do harm or odd beyond reason: refused in words, or read; never a fall."""

from __future__ import annotations

import re
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importer.docx.test_walk import read, texts
from tests.importer.word import Word, listed, packed, para, run, table
from trangtin.importer.docx.walk import read_docx
from trangtin.importer.refusal import Refusal


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="W"><w:body/></w:document>',
        "<w:document",
        "",
    ],
)
def test_what_is_no_sound_document_is_refused(document: str) -> None:
    parts = Word().parts() | {"word/document.xml": document}
    with pytest.raises(Refusal):
        read_docx(packed(parts))


def test_a_part_that_unpacks_to_very_much_is_refused() -> None:
    parts = Word().parts()
    parts["word/document.xml"] = parts["word/document.xml"].replace("<w:body>", "<w:body>" + " " * 30_000_000)
    with pytest.raises(Refusal, match="lớn bất thường"):
        read_docx(packed(parts))


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
LAUGHS = f'<!DOCTYPE x [<!ENTITY e0 "ha">{ENTITIES}]><w:document {W}><w:body>&e11;</w:body></w:document>'


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (LAUGHS.encode(), "khai báo XML không được phép"),
        (f'<?xml version="1.0" encoding="UTF-16"?>{LAUGHS}'.encode("utf-16"), "tệp .docx"),
        (f"<w:document {W}><w:body>{'<w:p>' * 100_000}".encode(), "không phải XML đúng"),
    ],
    ids=["entities", "entities in UTF-16", "depth"],
)
def test_xml_that_would_grow_without_end_is_refused(document: bytes, told: str) -> None:
    with pytest.raises(Refusal, match=told):
        read_docx(packed({**Word().parts(), "word/document.xml": document}))


def test_tables_in_tables_are_read_or_refused_however_deep() -> None:
    for depth in (5, 40, 80, 2_000):
        inside = "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth
        with suppress(Refusal):
            read(inside)


def test_a_package_of_very_many_parts_is_refused() -> None:
    with pytest.raises(Refusal, match="nhiều bất thường"):
        read_docx(packed({**Word().parts(), **{f"word/{n}.xml": "" for n in range(5_001)}}))


_ATTRIBUTES = ("ilvl", "val", "char", "abstractNumId", "numId", "w", "id", "firstLine", "left", "fldCharType")


@pytest.mark.parametrize("name", _ATTRIBUTES)
@pytest.mark.parametrize("odd", ["²", "٣", "-1", "9" * 40, "1e3", "", " 1 ", "zz", "D800", "1_0", "\ufeff1"])
def test_odd_figures_in_attributes_are_no_traceback(name: str, odd: str) -> None:
    sign = run("", extra="").replace("</w:r>", '<w:sym w:font="Wingdings" w:char="F0B7"/></w:r>')
    cells = table([[para("ô"), ">" + para("gộp")]], [100, 100, 100])
    word = Word(body=[listed(0, "A"), listed(1, "B"), para(sign, run("chữ", size=14), left=20, first=30), cells])
    parts = {
        part: re.sub(rf' w:{name}="[^"]*"', f' w:{name}="{odd}"', text) if part.startswith("word/") else text
        for part, text in word.parts().items()
    }
    with suppress(Refusal):
        "\n".join(texts(read_docx(packed(parts)))).encode()


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_value_of_any_attribute_is_read_or_refused(data: st.DataObject) -> None:
    sign = run("").replace("</w:r>", '<w:sym w:font="Wingdings" w:char="F0B7"/></w:r>')
    word = Word(body=[listed(0, "A"), listed(2, "B"), para(sign, "chữ"), table([[para("ô")]], [100], ruled=True)])
    parts = word.parts()
    value = st.sampled_from(("²", "٣", "-1", "0", "9", "10", "9999999999", "9" * 30, "zz", "", "%", "bullet", "none"))
    changed = {
        part: re.sub(
            r'( w:\w+=")[^"]*',
            lambda found: found[1] + data.draw(value) if data.draw(st.integers(0, 5)) == 0 else found[0],
            parts[part],
        )
        for part in ("word/document.xml", "word/numbering.xml")
    }
    with suppress(Refusal):
        "\n".join(texts(read_docx(packed(parts | changed)))).encode()


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95, 0.999])
def test_a_truncated_file_is_refused(share: float) -> None:
    data = Word(body=[para("chữ")]).data()
    with pytest.raises(Refusal):
        read_docx(data[: int(len(data) * share)])


def test_a_table_of_more_cells_than_anybody_prints_is_refused() -> None:
    wide = '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="60"/></w:tcPr><w:p/></w:tc></w:tr>'
    narrow = f"<w:tr><w:tc>{para('ô')}</w:tc></w:tr>"
    for rows in (wide * 4_000, wide + narrow * 4_000):  # each row is made as long as the widest
        with pytest.raises(Refusal, match="ô bảng"):
            read(f"<w:tbl>{rows}</w:tbl>")
    assert len(read(f"<w:tbl>{narrow * 4_000}</w:tbl>").blocks) == 1


@pytest.mark.parametrize(
    "body",
    [
        "<w:tbl>" + f"<w:tr><w:tc>{para('ô')}</w:tc></w:tr>" * 8_000 + "</w:tbl>",
        para(run(" " * 200_000 + "chữ")),
        para(*[run("Tr­êng", font=".VnTime")] * 8_000),
        para(f'<w:hyperlink r:id="x">{run("tại đây") * 8_000}</w:hyperlink>'),
        para(run("ở\n") + run("dòng\n") * 8_000),
    ],
    ids=["rows", "spaces", "old fonts", "link", "lines"],
)
def test_what_is_long_is_read_in_one_go(body: str) -> None:
    began = time.process_time()
    with suppress(Refusal):
        read(body)
    assert time.process_time() - began < 10  # looked at anew for each piece: half a minute and more
