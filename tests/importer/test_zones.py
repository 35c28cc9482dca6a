"""Where the parts of a paper begin and end, by whole drafts of small papers."""

from __future__ import annotations

from typing import cast

import pytest

from trangtin.importer.draft import Draft, make_draft
from trangtin.importer.foot_zone import Band, find_foot
from trangtin.importer.paper import Align, Block, Cell, Paper, Table, plain_paragraph
from trangtin.importer.surroundings import Surroundings

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
BODY = (plain_paragraph("Các đơn vị thực hiện tốt những nội dung sau."),)


def drafted(*blocks: Block) -> Draft:
    return make_draft(Paper((*blocks, *BODY)), "a.docx", Surroundings())


def centred(*texts: str) -> list[Block]:
    return [plain_paragraph(text, Align.CENTER, bold=True) for text in texts]


def beside(*rows: tuple[str, str]) -> Table:
    return Table(tuple(tuple(Cell((plain_paragraph(text),)) for text in row) for row in rows), is_ruled=False)


def test_a_line_in_brackets_below_a_title_begins_no_signature() -> None:
    lines = (("LỊCH TUẦN 47",), ("(Từ ngày 16/11/2026)",), ("Nơi nhận:", "VĂN PHÒNG"), ("- Lưu: VT.", "Nguyễn Văn A"))
    assert find_foot([Band(each) for each in lines]) == (2, 4)


def test_a_title_in_small_letters_gets_its_capital() -> None:
    assert drafted(*centred("NGHỊ QUYẾT", "về chuyển đổi số")).head["title"] == "Về chuyển đổi số"


@pytest.mark.parametrize("lines", [["HƯỚNG DẪN LIÊN NGÀNH"], ["HƯỚNG DẪN", "LIÊN NGÀNH"], ["HƯỚNG DẪN\nLIÊN NGÀNH"]])
def test_a_type_of_several_bodies_is_no_title(lines: list[str]) -> None:
    draft = drafted(*centred(*lines, "Về phối hợp thi đua"))
    assert (draft.head["type"], draft.head["title"]) == ("HD", "Về phối hợp thi đua")
    assert any(line.startswith("type (") and "liên ngành" in line for line in draft.review)
    assert "LIÊN NGÀNH" not in draft.body


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["NGHỊ QUYẾT", "CỦA BAN CHẤP HÀNH ĐẢNG BỘ XÃ MẪU", "về chuyển đổi số"], "Về chuyển đổi số"),
        (["NGHỊ QUYẾT", "CỦA BAN CHẤP HÀNH\nĐẢNG BỘ XÃ MẪU", "VỀ CHUYỂN ĐỔI SỐ"], "VỀ CHUYỂN ĐỔI SỐ"),
        (["QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN XÃ", "MẪU", "Về việc khen thưởng"], "Về việc khen thưởng"),
    ],
)
def test_who_issues_a_paper_is_no_part_of_its_title(lines: list[str], title: str) -> None:
    draft = drafted(*centred(*lines))
    assert draft.head["title"] == title
    assert any(line.startswith("title (") and "“CỦA " in line for line in draft.review)


def test_a_title_of_nothing_but_a_body_stays() -> None:
    assert drafted(*centred("QUY CHẾ", "CỦA HỘI ĐỒNG TRƯỜNG")).head["title"] == "CỦA HỘI ĐỒNG TRƯỜNG"


@pytest.mark.parametrize(
    ("about", "title"),
    [
        ("V/v khen thưởng tập thể", "Khen thưởng tập thể"),
        ("v/v: khen thưởng tập thể", "Khen thưởng tập thể"),
        ("V/V KHEN THƯỞNG TẬP THỂ", "KHEN THƯỞNG TẬP THỂ"),
        ("Về việc khen thưởng tập thể", "Về việc khen thưởng tập thể"),
    ],
)
def test_what_a_decision_is_about_is_no_fifth_section(about: str, title: str) -> None:
    basis = plain_paragraph("Căn cứ Kế hoạch số 5/KH-UBND ngày 02/3/2026 của UBND xã về thi đua;")
    for party in ((), ("HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC MẪU",)):
        draft = drafted(*centred("QUYẾT ĐỊNH", f"{about}\ntrong đợt thi đua", *party), basis)
        assert draft.head["title"] == f"{title} trong đợt thi đua"
        assert "khen thưởng" not in draft.body
        assert [each["number"] for each in cast("list[dict[str, str]]", draft.head["basis"])] == ["5/KH-UBND"]


def test_a_blank_number_with_its_symbol_is_no_issuer() -> None:
    head = [
        plain_paragraph("ĐẢNG BỘ TỈNH MẪU\t\tĐẢNG CỘNG SẢN VIỆT NAM"),
        plain_paragraph("ĐẢNG ỦY TRƯỜNG MẪU\t\tMẫu, ngày 05 tháng 4 năm 2026"),
        plain_paragraph("Số        -BC/ĐU"),
    ]
    draft = drafted(*head, *centred("BÁO CÁO", "Kết quả thi đua"))
    assert "number" not in draft.head
    assert draft.head["issuer"] == "ĐẢNG ỦY TRƯỜNG MẪU"
    assert any("“-BC/ĐU”" in line for line in draft.review)


def test_what_shares_a_block_with_the_title_stays() -> None:
    title = plain_paragraph(
        "Phát động thi đua\nCăn cứ Kế hoạch số 5/KH-UBND ngày 02/3/2026 của UBND xã về thi đua;", bold=True
    )
    draft = drafted(*centred("KẾ HOẠCH"), title)
    assert "Căn cứ Kế hoạch số 5/KH-UBND" in f"{draft.head['title']} {draft.body}"


def test_a_paper_that_looks_like_a_foot_alone_is_kept_whole() -> None:
    lines = [plain_paragraph(text) for text in ("Nơi nhận:", "- Như trên;", "- Lưu: VT.")]
    draft = make_draft(Paper(tuple(lines)), "a.docx", Surroundings())
    assert [line.text for line in lines if line.text not in draft.body] == []


def test_cells_that_become_paragraphs_are_told_of() -> None:
    rows = beside(("Khối khoa", "Khối phòng"), ("Khoa A", "Phòng B"))
    draft = drafted(*centred("KẾ HOẠCH", "Phát động thi đua"), *BODY, rows)
    assert "Khoa A\n\nPhòng B" in draft.body
    assert any("không kẻ khung" in line for line in draft.review)


def test_an_address_beside_its_names_is_no_table_to_tell_of() -> None:
    for names in (["Ủy ban nhân dân xã"], ["- Các phòng;", "- Các trường."]):
        cells = tuple(Cell(tuple(map(plain_paragraph, texts))) for texts in (["Kính gửi:"], names))
        draft = drafted(*centred("TỜ TRÌNH", "Về thi đua"), Table((cells,), is_ruled=False))
        assert not any("không kẻ khung" in line for line in draft.review)


def test_the_head_of_what_a_decision_brings_ends_the_signature() -> None:
    foot = beside(("Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.", "CHỦ TỊCH\nNguyễn Văn A"))
    brought = [plain_paragraph(text) for text in (f"ỦY BAN NHÂN DÂN {STATE}", "TỈNH MẪU", "ĐIỀU LỆ HỘI MẪU")]
    draft = make_draft(
        Paper((*centred("QUYẾT ĐỊNH", "Phê duyệt Điều lệ"), *BODY, foot, *brought)), "a.docx", Surroundings()
    )
    assert draft.head["signer"] == {"position": "CHỦ TỊCH", "name": "Nguyễn Văn A"}
    assert [block.text for block in brought if block.text not in draft.body] == []


def test_who_confirms_below_two_that_sign_side_by_side_comes_last() -> None:
    two = beside(("ĐẠI DIỆN BÊN A\nTRƯỞNG THÔN\nNguyễn Văn A", "ĐẠI DIỆN BÊN B\nGIÁM ĐỐC\nTrần Thị B"))
    third = ["XÁC NHẬN CỦA UBND XÃ", "CHỦ TỊCH", "Lê Văn C"]
    across = Table((*two.rows, (Cell(tuple(map(plain_paragraph, third))), Cell(covered=True))), is_ruled=False)
    for foot in ([two, *centred(*third)], [across]):
        draft = make_draft(Paper((*centred("BIÊN BẢN", "Bàn giao"), *BODY, *foot)), "a.docx", Surroundings())
        assert "XÁC NHẬN" not in draft.body
        signers = cast("list[dict[str, str]]", [draft.head["signer"], *cast("list[object]", draft.head["cosigners"])])
        assert [each["name"] for each in signers] == ["Nguyễn Văn A", "Trần Thị B", "Lê Văn C"]
        assert signers[2]["position"] == "XÁC NHẬN CỦA UBND XÃ / CHỦ TỊCH"


BROUGHT = "(Ban hành kèm theo Quyết định số 5/QĐ-UBND ngày 12/10/2026)"


@pytest.mark.parametrize(
    ("head", "below", "is_dropped"),
    [
        ((("UBND XÃ MẪU", STATE), ("", "Độc lập - Tự do - Hạnh phúc")), BROUGHT, True),
        ((("UBND XÃ MẪU", STATE), ("", "Độc lập - Tự do - Hạnh phúc")), "(Mẫu đơn)", False),
        ((("UBND XÃ MẪU", STATE), ("Số: 6/QC-UBND", "Độc lập - Tự do - Hạnh phúc")), BROUGHT, False),
        ((("UBND XÃ MẪU", STATE), ("Ngày 5/6/2026", "")), BROUGHT, False),
    ],
)
def test_the_head_of_a_decision_stands_once(head: tuple[tuple[str, str], ...], below: str, is_dropped: bool) -> None:
    foot = beside(("Nơi nhận:", "CHỦ TỊCH"), ("- Lưu: VT.", "Nguyễn Văn A"))
    annex = (beside(*head), plain_paragraph("-----"), *centred("QUY CHẾ", "Làm việc"), plain_paragraph(below))
    paper = Paper((*centred("QUYẾT ĐỊNH", "Ban hành Quy chế"), *BODY, foot, *annex, plain_paragraph("Điều 1. Phạm vi")))
    draft = make_draft(paper, "a.docx", Surroundings())
    assert (STATE not in draft.body) is is_dropped
    assert any("bỏ phần đầu in lại" in line for line in draft.review) is is_dropped
    assert "QUY CHẾ" in draft.body


def test_a_name_below_the_state_belongs_to_the_head_that_is_printed_again() -> None:
    own = beside(("SỞ Y TẾ", STATE), ("TRẠM Y TẾ MẪU", "Độc lập - Tự do - Hạnh phúc"))
    foot = beside(("Nơi nhận:", "TRƯỞNG TRẠM"), ("- Lưu: VT.", "Nguyễn Văn A"))
    # As a PDF has it, line by line.
    again = [plain_paragraph(text) for text in (f"SỞ Y TẾ {STATE}", "TRẠM Y TẾ MẪU", "-----")]
    annex = [*again, *centred("QUY CHẾ", "Làm việc"), plain_paragraph(BROUGHT), plain_paragraph("Điều 1. Phạm vi")]
    paper = Paper((own, *centred("QUYẾT ĐỊNH", "Ban hành Quy chế"), *BODY, foot, *annex))
    body = make_draft(paper, "a.docx", Surroundings()).body
    assert "TRẠM Y TẾ MẪU" not in body
    assert "QUY CHẾ" in body
