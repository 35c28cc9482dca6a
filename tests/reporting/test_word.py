"""The .docx file as Nghị định 30/2020/NĐ-CP has it laid out."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from tests.portal.drawing import campaign, portal_on
from tests.reporting.test_scope import DRAWING
from trangtin.portal.assignments import AssignmentState
from trangtin.reporting.composition import compose
from trangtin.reporting.scope import Scope
from trangtin.reporting.word.paper import as_word


@pytest.fixture
def sheet(tmp_path: Path) -> Document:
    portal = portal_on(tmp_path, "1/7/2021", DRAWING)
    data = as_word(compose(Scope(portal, campaign(portal))), datetime(2021, 7, 1))
    opened: Document = docx.Document(io.BytesIO(data))
    return opened


def test_a4_with_the_margins_of_the_decree(sheet: Document) -> None:
    section = sheet.sections[0]
    sizes = (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
    assert [round(size.mm) for size in sizes if size] == [210, 297, 20, 20]
    assert [round(size.mm) for size in (section.left_margin, section.right_margin) if size] == [30, 20]


def test_times_new_roman_for_every_script_and_no_face_of_a_theme(sheet: Document) -> None:
    fonts = [found for root in (sheet.styles.element, sheet.element) for found in root.iter(qn("w:rFonts"))]
    used = [sheet.styles[name].element for name in ("Normal", "Body Text", "Heading 1", "Heading 2", "Heading 3")]
    own = [found for found in fonts if any(parent in used for parent in found.iterancestors())]
    assert len(own) == len(used)
    for found in own:
        assert {found.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}


def test_pages_are_numbered_on_top_from_the_second(sheet: Document) -> None:
    section = sheet.sections[0]
    assert section.different_first_page_header_footer
    assert not section.first_page_header.paragraphs[0].text
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml


def test_the_head_stands_in_two_columns(sheet: Document) -> None:
    head = sheet.tables[0]
    left, right = head.rows[0].cells
    assert left.text.split() == "TRƯỜNG CHÍNH TRỊ TỈNH MẪU".split()
    assert right.text.strip().split("\n") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    left, right = head.rows[1].cells
    assert left.text.replace(" ", "") == "Số:/BC-TCT"
    assert " ".join(right.text.split()) == "Mẫu, ngày tháng năm 2021"


def test_the_foot_has_recipients_and_who_signs(sheet: Document) -> None:
    left, right = sheet.tables[-1].rows[0].cells
    assert left.text.split("\n") == ["Nơi nhận:", "- Các khoa;", "- Lưu: VT."]
    assert right.text.split("\n") == ["KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG", "Trần Thị B"]


def test_gaps_are_marked_in_colour(sheet: Document) -> None:
    marked = [run for each in sheet.paragraphs for run in each.runs if run.font.highlight_color is not None]
    assert marked
    assert all(run.text.startswith("[Cần viết:") for run in marked)
    gaps = [each.text for each in sheet.paragraphs if "[Cần viết:" in each.text]
    assert [run.text for run in marked] == [text[text.index("[") :] for text in gaps]


def test_no_title_and_no_head_of_a_table_stays_behind_at_the_foot_of_a_page(sheet: Document) -> None:
    gaps = [
        before
        for table in sheet.tables[1:-1]
        if (before := table._tbl.getprevious()) is not None and before.tag == qn("w:p")
    ]
    assert len(gaps) == 2
    assert all(gap.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for gap in gaps)
    for table in sheet.tables[1:-1]:
        head = table.rows[0]
        assert head._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in head.cells)
    by_unit = sheet.tables[-2]
    assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in by_unit.rows[-2].cells)
    assert not any(cell.paragraphs[0].paragraph_format.keep_with_next for cell in by_unit.rows[-1].cells)


def test_numbering_as_the_decree_has_it(sheet: Document) -> None:
    by_style = {name: [p.text for p in sheet.paragraphs if p.style and p.style.name == name] for name in
                ("Heading 1", "Heading 2", "Heading 3")}  # fmt: skip
    assert by_style["Heading 1"][0] == "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"
    assert [text.split(".")[0] for text in by_style["Heading 1"]] == ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert "1. Khoa Một" in by_style["Heading 2"]
    assert by_style["Heading 3"][:2] == ["a) Nhiệm vụ được giao", "b) Công trình, phần việc đăng ký"]


def test_two_runs_give_the_same_properties(sheet: Document) -> None:
    about = sheet.core_properties
    assert about.created == about.modified
    assert (about.created.year, about.author) == (2021, "Trường Chính trị tỉnh Mẫu") if about.created else False


STATES = """
== site_src/don-vi/khoa.md
unit: {name: Phòng Văn hóa - Xã hội}
== plans/2021/mau/index.md
start: 1/1/2021
end: 31/12/2021
== plans/2021/mau/1.md
number: 1/KH-TCT
date: 1/1/2021
tasks:
  - {unit: khoa, do: A, due: 1/6/2021}
  - {unit: khoa, do: B, due: 3/7/2021}
  - {unit: khoa, do: C, status: dang}
  - {unit: khoa, do: D, due: 1/12/2021}
  - {unit: khoa, do: E}
  - {unit: khoa, do: F, due: 1/6/2021, done: 2/6/2021}
  - {unit: khoa, do: G, due: 1/6/2021, done: 1/6/2021}
  - {unit: khoa, do: H, status: xong}
  - {unit: khoa, do: I, status: huy}
"""
# Bold letters of Times New Roman, in their size: those of these words that are not the width of most, or narrower.
WIDE = {"m": 0.833, "(": 0.333, ")": 0.333, "Q": 0.778, "X": 0.722, "C": 0.722, "T": 0.667, "Đ": 0.722}


def test_however_many_states_there_are_no_word_of_the_head_is_broken(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/7/2021", STATES)
    data = as_word(compose(Scope(portal, campaign(portal))), datetime(2021, 7, 1))
    opened: Document = docx.Document(io.BytesIO(data))
    head = opened.tables[-2].rows[0]
    assert len(head.cells) == 2 + len(AssignmentState)
    for cell in head.cells:
        assert cell.width is not None
        longest = max(sum(WIDE.get(letter, 0.556) for letter in word) for word in cell.text.split())
        assert longest * 12 * 25.4 / 72 <= cell.width.mm - 2, cell.text  # 12 points, a millimetre on either side
