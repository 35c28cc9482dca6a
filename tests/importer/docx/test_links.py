"""Where words of a Word file lead, and where its parts lie: as its lists of relations say, whatever their names."""

from __future__ import annotations

import pytest

from tests.importer.word import Word, packed, para, run
from trangtin.importer.body import as_markdown
from trangtin.importer.docx.walk import read_docx
from trangtin.importer.paper import Paper

RELATION = (
    '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
    'Target="{}" TargetMode="External"/></Relationships>'
)


def linked(words: str, target: str) -> Paper:
    """A paper that says `Xem …, hết.` with a link at the words."""
    word = Word(body=[para(run("Xem "), f'<w:hyperlink r:id="rId90">{run(words)}</w:hyperlink>', run(", hết."))])
    parts = word.parts()
    relations = parts["word/_rels/document.xml.rels"]
    parts["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", RELATION.format(target))
    return read_docx(packed(parts))


def remarks(paper: Paper) -> str:
    return "; ".join(remark.text for remark in paper.remarks if remark.to_review)


@pytest.mark.parametrize(
    ("words", "target", "shown", "told"),
    [
        ("tại đây", "https://mau.gov.vn/tai?x=1&amp;y=2", "[tại đây](https://mau.gov.vn/tai?x=1&y=2)", "1 liên kết"),
        ("bản [1]", "http://mau.gov.vn/a (b)*c|d.pdf", "bản [1]", "bỏ địa chỉ của 1"),
        ("bản [1]", "http://mau.gov.vn/a(b)*c|d", r"[bản \[1\]](http://mau.gov.vn/a%28b%29%2Ac%7Cd)", "1 liên kết"),
        ("mau.gov.vn", "https://mau.gov.vn/", "mau.gov.vn", ""),
        ("https://www.mau.gov.vn/tin", "https://www.mau.gov.vn/tin", "https://www.mau.gov.vn/tin", ""),
        ("vanthu@mau.gov.vn", "mailto:vanthu@mau.gov.vn", "vanthu@mau.gov.vn", ""),
        ("hộp thư", "mailto:vanthu@mau.gov.vn", "hộp thư", "bỏ địa chỉ của 1"),
        ("bản nháp", "file:///C:/a.docx", "bản nháp", "bỏ địa chỉ của 1"),
        ("bấm", "javascript:alert(1)", "bấm", "bỏ địa chỉ của 1"),
    ],
)
def test_words_keep_their_address_on_the_web(words: str, target: str, shown: str, told: str) -> None:
    paper = linked(words, target)
    assert as_markdown(paper.blocks) == f"Xem {shown}, hết."
    assert told in remarks(paper)
    assert bool(told) is bool(remarks(paper))


def field(words: str, instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(words)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_a_link_may_be_a_field() -> None:
    fields = [field("tại đây", ' HYPERLINK "https://mau.gov.vn/a" '), field(" mục lục", ' HYPERLINK \\l "_Toc1" ')]
    paper = read_docx(Word(body=[para(run("Xem "), *fields)]).data())
    assert as_markdown(paper.blocks) == "Xem [tại đây](https://mau.gov.vn/a) mục lục"


def test_the_same_id_means_something_else_in_a_footnote() -> None:
    word = Word(body=[para(run("Chữ"))])
    word.add(para(run("Xem"), word.footnote("chú thích")))
    parts = word.parts()
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        "</Relationships>", RELATION.format("https://mau.gov.vn/")
    )
    note = f'<w:hyperlink r:id="rId90">{run("chú")}</w:hyperlink>'
    parts["word/footnotes.xml"] = parts["word/footnotes.xml"].replace(run("chú thích", size=10), note)
    assert as_markdown(read_docx(packed(parts)).footnotes) == "¹ chú"


def test_parts_may_have_any_name() -> None:
    parts = Word(body=[para(run("Chữ có chú thích"))]).parts()
    parts["Van/ban2.xml"] = parts.pop("word/document.xml")
    parts["Van/_rels/ban2.xml.rels"] = parts.pop("word/_rels/document.xml.rels").replace(
        'Target="styles.xml"', 'Target="/word/kieu2.xml"'
    )
    parts["_rels/.rels"] = parts["_rels/.rels"].replace("word/document.xml", "Van/ban2.xml")
    bold = '<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="x"/>'
    parts["word/kieu2.xml"] = (
        f'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{bold}</w:styles>'
    )
    (block,) = read_docx(packed(parts)).blocks
    assert as_markdown([block]) == "**Chữ có chú thích**"


def test_a_file_without_lists_of_relations_is_read() -> None:
    parts = {name: text for name, text in Word(body=[para(run("Chữ"))]).parts().items() if "_rels" not in name}
    assert as_markdown(read_docx(packed(parts)).blocks) == "Chữ"
