"""Tables that say who does what: what is proposed as `tasks`, and what the editor is told."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest

from tests.importer.word import Word, center_head, para, table
from trangtin.importer.docx.walk import read_docx
from trangtin.importer.draft import Draft, make_draft
from trangtin.importer.paper import Align, Cell, Paper, Table, plain_paragraph
from trangtin.importer.surroundings import Surroundings

UNITS = {
    "phong-tchc": "Phòng Tổ chức - Hành chính",
    "khoa-llcs": "Khoa Lý luận cơ sở",
    "thon-ben": "Thôn Bến",
}
HEAD = ("STT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành")


def drafted(*rows: tuple[str, ...], kind: str = "KẾ HOẠCH") -> Draft:
    head = [plain_paragraph(text, Align.CENTER, bold=True) for text in (kind, "Chuyển đổi số năm 2026")]
    cells = [[Cell(tuple(map(plain_paragraph, text.split("\n"))) if text else ()) for text in row] for row in rows]
    paper = Paper((*head, plain_paragraph("Phân công như bảng dưới đây."), Table(tuple(map(tuple, cells)))))
    return make_draft(paper, "a.docx", Surroundings(units=UNITS))


def tasks(draft: Draft) -> list[tuple[object, ...]]:
    return [tuple(each.values()) for each in cast("list[dict[str, object]]", draft.head.get("tasks", []))]


def asked(draft: Draft) -> list[str]:
    return [line.partition(": ")[2] for line in draft.review if line.startswith("tasks (")]


def test_each_row_is_a_task_of_its_unit_until_its_day() -> None:
    draft = drafted(
        HEAD,
        ("I", "TUYÊN TRUYỀN", "", "", ""),
        ("1", "Xây dựng chuyên mục;", "Phòng Tổ chức - Hành chính", "Khoa Lý luận cơ sở", "Trước 30/11/2026"),
        ("2", "Tập huấn kỹ năng số.", "khoa lý luận cơ sở", "", "Từ ngày 01/12 đến ngày 15 tháng 12 năm 2026"),
        ("", "Tổng cộng: 2 việc", "", "", ""),
    )
    assert tasks(draft) == [
        ("phong-tchc", "Xây dựng chuyên mục", date(2026, 11, 30)),
        ("khoa-llcs", "Tập huấn kỹ năng số", date(2026, 12, 15)),
    ]
    assert asked(draft) == ["2 nhiệm vụ do máy đề xuất từ phần tổ chức thực hiện, bảng phân công"]


@pytest.mark.parametrize(
    "when",
    ["Quý I năm 2027", "Tháng 11/2026", "Từ ngày 01/12/2026", "31/02/2026", "Thường xuyên", "01/12/2026 đến khi xong",
     "Ngày 01/12/2026 trở đi", "01/12/2026 đến hết năm", "01/12/2026 - 30/12", "01/12/2026 và 30/12"],
)  # fmt: skip
def test_a_time_that_is_no_last_day_is_left_to_the_editor(when: str) -> None:
    draft = drafted(HEAD, ("1", "Rà soát hồ sơ", "Thôn Bến", "", when))
    assert tasks(draft) == [("thon-ben", "Rà soát hồ sơ")]
    assert asked(draft)[0] == f"việc “Rà soát hồ sơ”: thời gian “{when}”, là hạn thì ghi ngày ở 'due'"


@pytest.mark.parametrize(
    ("said", "units"),
    [
        ("Phòng Tổ chức - Hành chính, Khoa Lý luận cơ sở", ["phong-tchc", "khoa-llcs"]),
        ("Khoa Lý luận cơ sở\nThôn Bến", ["khoa-llcs", "thon-ben"]),
        ("Khoa Lý luận cơ sở và Thôn Bến", ["khoa-llcs", "thon-ben"]),
        ("Chủ trì: Thôn Bến; phối hợp: Khoa Lý luận cơ sở", ["thon-ben"]),
        ("Thôn Bến chủ trì, Khoa Lý luận cơ sở phối hợp", ["thon-ben"]),
        ("Thôn Bến (chủ trì)", ["thon-ben"]),
        ("Thôn Bến; phối hợp: Khoa Lý luận cơ sở", ["thon-ben"]),
        ("Phòng TC-HC", ["phong-tchc"]),
    ],
)
def test_a_cell_may_name_several_and_whoever_helps_has_no_task(said: str, units: list[str]) -> None:
    assert [unit for unit, _ in tasks(drafted(HEAD, ("1", "Rà soát hồ sơ", said, "", "")))] == units


def test_a_short_name_is_told() -> None:
    draft = drafted(HEAD, ("1", "Rà soát", "Phòng TC-HC", "", ""))
    assert "“Phòng TC-HC” đã hiểu là “Phòng Tổ chức - Hành chính”" in asked(draft)


def test_whom_the_portal_does_not_know_is_proposed_in_words() -> None:
    draft = drafted(HEAD, ("1", "Rà soát hồ sơ", "Các phòng, khoa", "", "30/11/2026"), ("2", "Báo cáo", "", "", ""))
    assert tasks(draft) == []
    assert asked(draft) == [
        "đề xuất việc cho “Các phòng, khoa”, hạn 30/11/2026: Rà soát hồ sơ",
        "đề xuất việc cho “Các phòng, khoa”: Báo cáo",
    ]


@pytest.mark.parametrize("empty", ["", "-nt-", "nt", "Như trên", "″"])
def test_an_empty_cell_means_the_unit_above_and_is_told(empty: str) -> None:
    draft = drafted(HEAD, ("1", "Rà soát", "Thôn Bến", "", ""), ("2", "Báo cáo", empty, "", ""))
    assert tasks(draft) == [("thon-ben", "Rà soát"), ("thon-ben", "Báo cáo")]
    assert "1 việc có ô đơn vị trống trong bảng, đã lấy đơn vị ở dòng trên" in asked(draft)


def test_an_empty_cell_below_the_head_of_a_section_means_nobody_above_it() -> None:
    first, other = ("I", "TUYÊN TRUYỀN", "", "", ""), ("II", "KIỂM TRA", "", "", "")
    draft = drafted(HEAD, first, ("1", "Rà soát", "Thôn Bến", "", ""), other, ("1", "Báo cáo", "", "", ""))
    assert tasks(draft) == [("thon-ben", "Rà soát")]
    assert asked(draft)[0] == "đề xuất việc chưa rõ của đơn vị nào: Báo cáo"


def test_a_unit_merged_downward_has_every_row_beside_it() -> None:
    word = Word()
    word.add(*center_head("KẾ HOẠCH", "Chuyển đổi số năm 2026"), para("I. MỤC ĐÍCH"), para("Phục vụ Nhân dân./."))
    word.add(*center_head("PHỤ LỤC", "Phân công nhiệm vụ"))
    rows = [
        [para("Nhiệm vụ"), para("Đơn vị chủ trì")],
        [f">{para('Việc thường xuyên')}"],
        [para("Rà soát"), f"v{para('Thôn Bến')}"],
        [para("Báo cáo"), "^"],
    ]
    word.add(table(rows, [5000, 3800], ruled=True))
    draft = make_draft(read_docx(word.data()), "a.docx", Surroundings(units=UNITS))
    assert tasks(draft) == [("thon-ben", "Rà soát"), ("thon-ben", "Báo cáo")]


def test_the_head_on_the_next_page_and_the_numbers_of_columns_are_nobodys_task() -> None:
    numbers = ("(1)", "(2)", "(3)", "(4)", "(5)")
    draft = drafted(HEAD, numbers, ("1", "Rà soát", "Thôn Bến", "", ""), HEAD, ("2", "Báo cáo", "Thôn Bến", "", ""))
    assert tasks(draft) == [("thon-ben", "Rà soát"), ("thon-ben", "Báo cáo")]
    assert len(asked(draft)) == 1


@pytest.mark.parametrize("do", ["Sơ kết phong trào", "Số hóa tài liệu", "Công bố kết quả", "Công khai"])
def test_a_task_that_begins_like_a_sum_is_one(do: str) -> None:
    assert tasks(drafted(HEAD, ("1", do, "Thôn Bến", "", ""))) == [("thon-ben", do)]


@pytest.mark.parametrize(
    ("first", "second", "dues"),
    [
        ("30/6/2026", "15/12/2026", [date(2026, 6, 30), date(2026, 12, 15)]),
        ("30/6/2026", "30/6/2026", [date(2026, 6, 30)]),
        ("30/6/2026", "", [date(2026, 6, 30)]),
        ("", "30/6/2026", [date(2026, 6, 30)]),
    ],
)
def test_the_same_words_for_another_day_are_another_task(first: str, second: str, dues: list[date]) -> None:
    draft = drafted(HEAD, ("1", "Báo cáo", "Thôn Bến", "", first), ("2", "báo cáo", "Thôn Bến", "", second))
    assert tasks(draft) == [("thon-ben", "Báo cáo", due) for due in dues]


def test_words_that_differ_by_an_accent_are_two_tasks() -> None:
    draft = drafted(HEAD, ("1", "Rà soát thẻ", "Thôn Bến", "", ""), ("2", "Rà soát thể", "Thôn Bến", "", ""))
    assert [do for _, do in tasks(draft)] == ["Rà soát thẻ", "Rà soát thể"]


@pytest.mark.parametrize("when", ["30/4/2026 và 30/10/2026", "30/4 và 30/10/2026", "30/4/2026\n- Đợt 2: 30/10/2026"])
def test_the_last_of_several_days_is_taken_and_the_others_are_told(when: str) -> None:
    draft = drafted(HEAD, ("1", "Báo cáo", "Thôn Bến", "", when))
    assert tasks(draft) == [("thon-ben", "Báo cáo", date(2026, 10, 30))]
    told = "đã lấy ngày sau cùng 30/10/2026 làm hạn, mỗi hạn khác ghi thành một nhiệm vụ"
    assert asked(draft)[0] == f"việc “Báo cáo”: thời gian “{' '.join(when.split())}”, {told}"


@pytest.mark.parametrize(
    "when", ["01/10/2026 - 30/10/2026", "01/10/2026 đến hết ngày 30/10/2026", "15-30/10/2026", "01/10–30/10/2026"]
)
def test_the_days_of_one_range_are_its_end(when: str) -> None:
    draft = drafted(HEAD, ("1", "Báo cáo", "Thôn Bến", "", when))
    assert tasks(draft) == [("thon-ben", "Báo cáo", date(2026, 10, 30))]
    assert len(asked(draft)) == 1


def test_a_short_name_beside_one_that_is_not_known_is_not_told() -> None:
    draft = drafted(HEAD, ("1", "Rà soát", "Phòng TC-HC và Ban giám hiệu", "", ""))
    assert asked(draft) == ["đề xuất việc cho “Phòng TC-HC và Ban giám hiệu”: Rà soát"]


@pytest.mark.parametrize(
    "head",
    [
        ("TT", "Nhiệm vụ", "Đơn vị thực hiện", "Thời gian thực hiện"),
        ("TT", "Tên công việc", "Phụ trách", "Hạn"),
        ("TT", "Hoạt động", "Đơn vị", "Tiến độ"),
        ("TT", "Nội dung", "Cơ quan, đơn vị chịu trách nhiệm", "Ghi chú"),
        ("TT", "Nội dung thực hiện", "Bộ phận phụ trách", "Ghi chú"),
    ],
)
def test_heads_as_offices_write_them(head: tuple[str, ...]) -> None:
    assert tasks(drafted(head, ("1", "Rà soát", "Thôn Bến", "")))[0][:2] == ("thon-ben", "Rà soát")


@pytest.mark.parametrize(
    "rows",
    [
        [("TT", "Nội dung", "Đơn vị tính", "Số lượng"), ("1", "Máy in", "Chiếc", "2")],
        [("TT", "Nội dung", "Dự toán năm", "Thực hiện quý III"), ("1", "Học phí", "320", "80")],
        [("TT", "Nội dung đăng ký", "Đơn vị", "Ghi chú"), ("1", "Trồng cây", "Thôn Bến", "")],
        [("TT", "Họ và tên", "Đơn vị", "Thời gian"), ("1", "Nguyễn Văn A", "Thôn Bến", "2026")],
    ],
)
def test_other_tables_give_nobody_anything_to_do(rows: list[tuple[str, ...]]) -> None:
    draft = drafted(*rows)
    assert (tasks(draft), asked(draft)) == ([], [])


def test_what_a_report_lists_is_done() -> None:
    assert tasks(drafted(HEAD, ("1", "Rà soát", "Thôn Bến", "", "30/11/2026"), kind="BÁO CÁO")) == []


def test_it_is_read_from_an_annex_of_a_word_file() -> None:
    word = Word()
    word.add(*center_head("KẾ HOẠCH", "Chuyển đổi số năm 2026"), para("I. MỤC ĐÍCH"), para("Phục vụ Nhân dân./."))
    word.add(*center_head("PHỤ LỤC", "Phân công nhiệm vụ"))
    rows = [("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Hạn"), ("1", "Rà soát", "Thôn Bến", "30/11/2026")]
    word.add(table([[para(text) for text in row] for row in rows], [800, 3000, 3000, 2000], ruled=True))
    draft = make_draft(read_docx(word.data()), "a.docx", Surroundings(units=UNITS))
    assert tasks(draft) == [("thon-ben", "Rà soát", date(2026, 11, 30))]
