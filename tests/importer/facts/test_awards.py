"""Whom a decision commends: what is proposed as `awards`, and what its editor is told."""

from __future__ import annotations

from typing import cast

import pytest

from tests.importer.word import Word, center_head, para, table
from trangtin.importer.docx.walk import read_docx
from trangtin.importer.draft import Draft, make_draft
from trangtin.importer.paper import Align, Cell, Paper, Table, plain_paragraph
from trangtin.importer.surroundings import Surroundings

GIVEN = "Điều 1. Tặng Giấy khen của Hiệu trưởng cho các tập thể, cá nhân có tên sau."


def drafted(*rows: tuple[str, ...], given: str = GIVEN, kind: str = "QUYẾT ĐỊNH") -> Draft:
    head = [plain_paragraph(text, Align.CENTER, bold=True) for text in (kind, "Về việc khen thưởng")]
    table = Table(tuple(tuple(Cell((plain_paragraph(text),) if text else ()) for text in row) for row in rows))
    return make_draft(Paper((*head, plain_paragraph(given), *([table] if rows else []))), "a.docx", Surroundings())


def awards(draft: Draft) -> list[tuple[str, ...]]:
    return [tuple(each.values()) for each in cast("list[dict[str, str]]", draft.head.get("awards", []))]


def asked(draft: Draft) -> list[str]:
    return [line for line in draft.review if line.startswith("awards (")]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([("STT", "Họ và tên", "Ngày sinh", "Chức vụ/Lớp", "Thành tích"), ("I. TẬP THỂ", "", "", "", ""),
          ("1", "Lớp 5A", "", "", "Nhất"), ("II. CÁ NHÂN", "", "", "", ""),
          ("1", "Nguyễn Văn A", "12/3/1985", "Giáo viên", "Nhì")],
         [("Giấy khen", "Lớp 5A", "tap-the", "Nhất"), ("Giấy khen", "Nguyễn Văn A", "ca-nhan", "Giáo viên", "Nhì")]),
        ([("Tập thể", "Danh hiệu"), ("Tổ Văn phòng", "Tập thể lao động tiên tiến"), ("Cộng", "1 tập thể")],
         [("Tập thể lao động tiên tiến", "Tổ Văn phòng", "tap-the")]),
        ([("Họ và tên", "Lớp", "Danh hiệu"), ("Nguyễn Văn A", "8A", "Học sinh Giỏi"), ("Trần Thị B", "9B2", "")],
         [("Giấy khen", "Nguyễn Văn A", "ca-nhan", "Lớp 8A", "Học sinh Giỏi"),
          ("Giấy khen", "Trần Thị B", "ca-nhan", "Lớp 9B2")]),
        ([("Họ tên", "Chức vụ"), ("Trần Thị B, Tổ trưởng", "Tổ trưởng")],
         [("Giấy khen", "Trần Thị B, Tổ trưởng", "ca-nhan")]),
    ],
)  # fmt: skip
def test_a_list_is_proposed(rows: list[tuple[str, ...]], found: list[tuple[str, ...]]) -> None:
    draft = drafted(*rows)
    assert awards(draft) == found
    assert asked(draft) == [
        f"awards (Khen thưởng): {len(found)} khen thưởng do máy đề xuất từ bảng danh sách, đối chiếu từng dòng"
    ]


LISTED = [("Thôn Đồng Trước", "tap-the"), ("Lớp 5A", "tap-the"), ("Hộ ông Trần Văn M", "ca-nhan")]


@pytest.mark.parametrize(
    ("groups", "people"),
    [
        (("I", "TẬP THỂ", ""), ("II", "CÁ NHÂN", "")),
        (("A.", "Tập thể", ""), ("B.", "Cá nhân", "")),
        (("a)", "Tập thể", ""), ("b)", "Cá nhân", "")),
        (("I", "TẬP THỂ ĐƯỢC TẶNG GIẤY KHEN", ""), ("II", "CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN", "")),
        (("1", "Tập thể:", ""), ("2", "Cá nhân:", "")),
        (("I", "Tập thể", "02 tập thể"), ("II", "Cá nhân", "01 người")),
        (("", "TẬP THỂ", ""), ("", "CÁ NHÂN", "")),
        (("I", "TẬP THỂ KHỐI TRƯỜNG HỌC", ""), ("II", "CÁ NHÂN KHỐI THÔN", "")),
    ],
)
def test_a_row_that_only_names_a_section_is_no_award(groups: tuple[str, ...], people: tuple[str, ...]) -> None:
    head, first, second = ("STT", "Họ và tên", "Đơn vị"), ("1", "Thôn Đồng Trước", ""), ("2", "Lớp 5A", "")
    rows = [head, groups, first, second, people, ("1", "Hộ ông Trần Văn M", "Thôn Bến")]
    word = Word()
    word.add(*center_head("QUYẾT ĐỊNH", "Về việc khen thưởng"), para(GIVEN))
    word.add(table([[para(text) for text in row] for row in rows], [800, 4000, 4000], ruled=True))
    draft = make_draft(read_docx(word.data()), "a.docx", Surroundings())
    assert [(to, kind) for _, to, kind in awards(draft)] == LISTED


def test_a_roman_number_among_figures_heads_a_section() -> None:
    rows = [("I", "KHỐI TRƯỜNG HỌC", ""), ("1", "Lớp 5A", ""), ("II", "KHỐI THÔN", ""), ("2", "Thôn Bến", "")]
    draft = drafted(("STT", "Tên đơn vị", "Thành tích"), *rows)
    assert [each[1] for each in awards(draft)] == ["Lớp 5A", "Thôn Bến"]


@pytest.mark.parametrize(
    "row", [("1", "Tập thể lớp 5A", ""), ("I", "Lớp 5A", ""), ("A", "Tập thể lớp 5A", "Nhất"), ("", "Lớp 5A", "Nhất")]
)
def test_whoever_is_called_more_than_a_group_is_commended(row: tuple[str, ...]) -> None:
    draft = drafted(("STT", "Họ và tên", "Thành tích"), row)
    assert [each[1] for each in awards(draft)] == [row[1]]


@pytest.mark.parametrize("name", ["Công đoàn cơ sở", "Sở Nội vụ", "Công an xã Mẫu", "Số hóa 24", "Cộng đồng thôn Bến"])
def test_a_name_that_begins_like_a_sum_is_commended(name: str) -> None:
    draft = drafted(("TT", "Tên tập thể", "Thành tích"), ("1", name, "Nhất"))
    assert [each[1] for each in awards(draft)] == [name]


@pytest.mark.parametrize("words", ["Cộng", "Cộng:", "Tổng cộng (2 tập thể)", "Tổng số: 02", "TỔNG CỘNG"])
def test_a_sum_is_no_award(words: str) -> None:
    draft = drafted(("Tên tập thể", "Thành tích"), ("Lớp 5A", "Nhất"), (words, "2"))
    assert [each[1] for each in awards(draft)] == ["Lớp 5A"]


@pytest.mark.parametrize(
    "rows",
    [
        [("Họ và tên", "Chức vụ"), ("Nguyễn Văn A", ""), ("Trần Thị B", "Giáo viên")],
        [("Họ và tên", "Chức vụ"), ("Nguyễn Văn A", ""), ("Trần Thị B", "")],
        [("Họ và tên",), ("Nguyễn Văn A",), ("Trần Thị B",)],
        [("STT", "Họ và tên", "Chức vụ"), ("", "Nguyễn Văn A", ""), ("", "Trần Thị B", "Giáo viên")],
        [("Họ và tên", "Chức vụ"), ("I. KHỐI THÔN", ""), ("Nguyễn Văn A", ""), ("Trần Thị B", "")],
        [("Họ và tên", "Chức vụ"), ("KHỐI THÔN", ""), ("Nguyễn Văn A", ""), ("Trần Thị B", "")],
        [("TT", "Họ và tên"), ("(1)", "(2)"), ("1", "Nguyễn Văn A"), ("TT", "Họ và  tên"), ("2", "Trần Thị B")],
        [("Họ và tên", "Lớp"), ("1", "2"), ("Nguyễn Văn A", ""), ("Trần Thị B", "")],
    ],
)
def test_only_what_heads_rows_is_left_out(rows: list[tuple[str, ...]]) -> None:
    assert [each[1] for each in awards(drafted(*rows))] == ["Nguyễn Văn A", "Trần Thị B"]


def test_names_in_capitals_head_nothing_where_all_are() -> None:
    draft = drafted(("Họ và tên", "Chức vụ"), ("NGUYỄN VĂN A", ""), ("TRẦN THỊ B", "Giáo viên"), ("Cộng", "2"))
    assert [each[1] for each in awards(draft)] == ["NGUYỄN VĂN A", "TRẦN THỊ B"]


@pytest.mark.parametrize("pieces", [("Khối thôn", "Lớp 5A"), ("Tập thể nhà trường", "Thôn Bến")])
def test_a_cell_across_the_table_heads_a_section(pieces: tuple[str, str]) -> None:
    word = Word()
    word.add(*center_head("QUYẾT ĐỊNH", "Về việc khen thưởng"), para(GIVEN))
    section, name = pieces
    rows = [[para("Tên tập thể"), para("Thành tích")], [f">{para(section)}"], [para(name), para("")]]
    word.add(table(rows, [4000, 4000], ruled=True))
    draft = make_draft(read_docx(word.data()), "a.docx", Surroundings())
    assert [each[1] for each in awards(draft)] == [name]


@pytest.mark.parametrize("rows", [[], [("TT", "Nội dung"), ("1", "Kinh phí")]])
def test_without_a_list_the_editor_is_told_how_to_write_it(rows: list[tuple[str, ...]]) -> None:
    draft = drafted(*rows)
    assert awards(draft) == []
    (told,) = asked(draft)
    assert "- {form: Giấy khen, to: Nguyễn Văn A, position: Giáo viên, kind: ca-nhan, reason: …}" in told


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ("Điều 1. Ban hành Quy chế thi đua, khen thưởng, trong đó có Giấy khen.", "QUYẾT ĐỊNH"),
        ("Tặng Giấy khen cho các cá nhân có tên sau.", "TỜ TRÌNH"),
    ],
)
def test_where_nobody_is_commended_nothing_is_asked(given: str, kind: str) -> None:
    draft = drafted(("Họ tên", "Chức vụ"), ("Nguyễn Văn A", "Giáo viên"), given=given, kind=kind)
    assert (awards(draft), asked(draft)) == ([], [])
