"""Commendations across decisions: whose they are, whether they stand, in which order, and what is wrong with them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, portal_on, told
from trangtin.content.award import AwardRules
from trangtin.portal.awards import GrantedAward
from trangtin.views.awards import award_sums

UNITS = """
== site_src/don-vi/phong-dt.md
unit: {name: Phòng Đào tạo}
== site_src/don-vi/phong-dtkh.md
unit: {name: Phòng Đào tạo và Khoa học}
== site_src/don-vi/khoa-an.md
unit: {name: Khoa Ẩn}
draft: true
== site_src/don-vi/khoa-trung.md
unit: {name: Khoa Trùng tên}
== site_src/don-vi/z-khoa-trung.md
unit: {name: Khoa Trùng tên}
draft: true
== site_src/don-vi/khoa-hoa.md
unit: {name: Khoa Hòa}
== site_src/don-vi/khoa-hoas.md
unit: {name: Khoa Hóa}
== site_src/don-vi/van-phong.md
unit: {name: Văn phòng}
== site_src/don-vi/z-to-van-phong.md
unit: {name: Tổ Văn phòng}
"""


def granted(tmp_path: Path, *awards: str, day: str = "1/1/2022", more: str = "") -> list[GrantedAward]:
    rows = "".join(f"\n  - {{form: Giấy khen, {award}}}" for award in awards)
    head = "== plans/2021/a.md\ntype: QĐ\nnumber: 01/QĐ-TCT\ndate: 1/6/2021\n"
    return list(portal_on(tmp_path, day, f"{UNITS}{head}{more}awards:{rows}\n").awards)


@pytest.mark.parametrize(
    ("award", "unit"),
    [
        ("to: Phòng Đào tạo, kind: tap-the", "phong-dt"),
        ("to: phòng đào tạo và khoa học, kind: tap-the", "phong-dtkh"),
        ("to: Phòng Đào tạo khác, kind: tap-the", None),
        ("to: 'Lê Văn A, Trưởng Phòng Đào tạo', kind: ca-nhan", "phong-dt"),
        ("to: 'Lê Văn A, Phòng Đào tạo và Khoa học', kind: ca-nhan", "phong-dtkh"),
        ("to: 'Lê Văn A, Tổ Văn phòng', kind: ca-nhan", "z-to-van-phong"),
        ("to: 'Lê Văn A, nhân viên', kind: ca-nhan", None),
        ("to: 'Lê Văn A, nhân viên Phòng Đào tạo', unit: phong-dtkh, kind: ca-nhan", "phong-dtkh"),
        ("to: Khoa Ẩn, kind: tap-the", None),  # its page is a draft, so its name leads nowhere
        ("to: Lê Văn A, unit: khoa-an, kind: ca-nhan", None),
        ("to: PHONG DAO TAO, kind: tap-the", "phong-dt"),
        ("to: Phòng Dao tạo va Khoa hoc, kind: tap-the", "phong-dtkh"),
        ("to: Phong Đảo Tao, kind: tap-the", None),  # other accents are another name
        ("to: 'Lê Văn A, nhan vien To Van phong', kind: ca-nhan", "z-to-van-phong"),
        ("to: 'Lê Văn A, Phó Phòng Đào tao,', kind: ca-nhan", None),
        ("to: Khoa Hòa, kind: tap-the", "khoa-hoa"),
        ("to: Khoa Hoà, kind: tap-the", "khoa-hoa"),
        ("to: Khoa Hoa, kind: tap-the", None),  # one of two
        ("to: 'Lê Văn A, Khoa Hoa', kind: ca-nhan", None),
        ("to: Khoa Trùng tên, kind: tap-the", "khoa-trung"),  # of two of one name the one that is shown
    ],
)
def test_the_sub_unit_of_an_award(tmp_path: Path, award: str, unit: str | None) -> None:
    (found,) = granted(tmp_path, award)
    assert found.unit == unit


def test_a_sub_unit_is_known_by_the_name_it_bore_then(tmp_path: Path) -> None:
    unit = "== site_src/don-vi/phong.md\nunit: {name: Phòng Mới, names: [{name: Phòng Cũ, until: 30/6/2021}]}\n"
    decision = (
        "== plans/2021/a.md\ntype: QĐ\ndate: 1/6/2021\nawards: [{form: Giấy khen, to: Phòng Cũ, kind: tap-the}]\n"
    )
    portal = portal_on(tmp_path, "1/1/2022", unit + decision)
    assert [each.unit for each in portal.awards] == ["phong"]
    assert [len(unit.awards) for unit in portal.units] == [1]


def test_groups_come_first_and_persons_by_given_name(tmp_path: Path) -> None:
    names = ["Trần Văn Đức", "Nguyễn Thị Dung", "Lê Thị Ánh", "Bùi Văn An", "Ân Thị Đức", "Phạm Văn Uy"]
    awards = [f"to: {name}, kind: ca-nhan" for name in names]
    found = granted(tmp_path, *awards, "to: Phòng Y, kind: tap-the", "to: Phòng Đào tạo, kind: tap-the")
    assert [each.award.name for each in found] == [
        "Phòng Đào tạo",
        "Phòng Y",
        "Bùi Văn An",
        "Lê Thị Ánh",
        "Nguyễn Thị Dung",
        "Ân Thị Đức",
        "Trần Văn Đức",
        "Phạm Văn Uy",
    ]


def test_the_newest_decision_comes_first_and_a_draft_not_at_all(tmp_path: Path) -> None:
    award = "awards: [{form: Giấy khen, to: Lê Văn A, kind: ca-nhan}]\n"
    drawing = "".join(
        f"== plans/2021/{name}.md\ntype: QĐ\n{head}{award}"
        for name, head in {
            "a": "date: 1/2/2021\n",
            "b": "date: 1/3/2021\n",
            "c": "date: 1/4/2021\ndraft: true\n",
            "d": "date: 1/5/2021\nreview: Rà lại\n",
            "e": "date: 1/6/2021\nwithdrawn: {date: 2/6/2021, reason: Nhầm}\n",
            "f": "",
        }.items()
    )
    found = portal_on(tmp_path, "1/1/2022", drawing).awards
    assert [each.document for each in found] == ["plans/2021/b.md", "plans/2021/a.md", "plans/2021/f.md"]


REVOKED = "to: Lê Văn A, kind: ca-nhan, revoked: {date: 1/9/2021, by: 45/QĐ-TCT}"
REVOKING = "== plans/2021/b.md\ntype: QĐ\nnumber: 45/QĐ-TCT\ndate: 1/9/2021\n"


@pytest.mark.parametrize(("day", "gone"), [("31/8/2021", False), ("1/9/2021", True), ("1/1/2022", True)])
def test_an_award_stands_until_it_is_taken_back(tmp_path: Path, day: str, gone: bool) -> None:
    (found,) = granted(tmp_path, REVOKED, day=day)
    assert found.stands is not gone
    assert found.revoked_on == (date(2021, 9, 1) if gone else None)


def test_the_decision_that_takes_it_back_is_led_to_once_it_is_public(tmp_path: Path) -> None:
    text = f"{REVOKING}== plans/2021/a.md\ntype: QĐ\ndate: 1/6/2021\nawards: [{{form: Giấy khen, {REVOKED}}}]\n"
    (found,) = portal_on(tmp_path / "a", "1/1/2022", text).awards
    assert (found.revoked_by, found.revoking) == ("plans/2021/b.md", "45/QĐ-TCT")
    (held,) = portal_on(tmp_path / "b", "1/1/2022", text.replace("date: 1/9/2021\n==", "draft: true\n==")).awards
    assert (held.stands, held.revoked_by, held.revoking) == (False, None, None)
    unknown, *_ = granted(tmp_path / "c", REVOKED)
    assert (unknown.revoked_by, unknown.revoking) == (None, "45/QĐ-TCT")


@pytest.mark.parametrize(
    ("relation", "standing", "sums"),
    [
        ("recalls", "Đã thu hồi", ("1 đã thu hồi",)),
        ("replaces", "Đã thay thế", ("1 Giấy khen", "1 đã thay thế")),
    ],
)
def test_of_a_decision_that_is_taken_back_or_replaced_no_award_stands(
    tmp_path: Path, relation: str, standing: str, sums: tuple[str, ...]
) -> None:
    award = "awards: [{form: Giấy khen, to: Khoa A, kind: tap-the}]\n"
    later = f"== plans/2021/c.md\ntype: QĐ\nnumber: 50/QĐ-TCT\ndate: 1/10/2021\n{relation}: 01/QĐ-TCT\n"
    again = award if relation == "replaces" else ""
    drawing = f"== plans/2021/a.md\ntype: QĐ\nnumber: 01/QĐ-TCT\ndate: 1/6/2021\n{award}{later}{again}"
    awards = portal_on(tmp_path, "1/1/2022", drawing).awards
    (found,) = [each for each in awards if each.document == "plans/2021/a.md"]
    assert (found.standing.label, found.award.revoked) == (standing, None)
    assert award_sums(awards) == sums


# --- problems ------------------------------------------------------------------------------------------------------


def problems(tmp_path: Path, awards: str, *codes: str, head: str = "") -> list[str]:
    text = f"== plans/2021/a.md\ntype: QĐ\nnumber: 01/QĐ-TCT\ndate: 1/6/2021\n{head}awards:\n{awards}\n"
    return told(portal_on(tmp_path, "1/1/2022", UNITS + text), *codes)


@pytest.mark.parametrize(
    ("form", "remedy"),
    [
        ("Giấy khem", "có phải ý bạn là 'Giấy khen'?"),
        ("Giấy khem của Hiệu trưởng", "có phải ý bạn là 'Giấy khen'?"),
        ("Chiến sĩ thi đu cơ sở", "có phải ý bạn là 'Chiến sĩ thi đua cơ sở'?"),
        ("Gương sáng", "sửa lại, hoặc thêm hình thức này vào 'awards.more' trong mkdocs.yml"),
    ],
)
def test_a_form_outside_the_list(tmp_path: Path, form: str, remedy: str) -> None:
    (line,) = problems(tmp_path, f"  - {{to: Khoa A, kind: tap-the, form: {form}}}", "TT328")
    assert line.startswith(
        f"plans/2021/a.md:6: TT328 hình thức khen thưởng '{form}' không có trong danh sách → {remedy}"
    )


def test_a_form_of_the_unit_s_own(tmp_path: Path) -> None:
    text = "== plans/2021/a.md\ntype: QĐ\ndate: 1/6/2021\nawards: [{form: Gương sáng, to: Khoa A, kind: tap-the}]\n"
    settings = SETTINGS.model_copy(update={"awards": AwardRules(more=("Gương sáng",))})
    assert told(portal_on(tmp_path, "1/1/2022", text, settings), "TT328") == []


@pytest.mark.parametrize(
    ("head", "stops"),
    [("", [True]), ("draft: true\n", [False]), ("withdrawn: {date: 2/6/2021, reason: Nhầm}\n", [])],
)
def test_a_form_stops_a_build_only_where_it_would_be_published(tmp_path: Path, head: str, stops: list[bool]) -> None:
    text = f"== plans/2021/a.md\ntype: QĐ\ndate: 1/6/2021\n{head}awards: [{{form: Giấy, to: Khoa A, kind: tap-the}}]\n"
    found = portal_on(tmp_path, "1/1/2022", text).problems
    assert [problem.stops_build for problem in found if problem.code == "TT328"] == stops


def test_the_same_award_twice(tmp_path: Path) -> None:
    award = "  - {form: Giấy khen, to: Lê Văn A, kind: ca-nhan}"
    (line,) = problems(tmp_path / "a", f"{award}\n{award}", "TT329")
    assert line.startswith("plans/2021/a.md:7: TT329 'Lê Văn A' đã được ghi Giấy khen ở mục 1 → bỏ một mục;")
    other = award.replace("kind", "unit: phong-dt, kind")
    assert problems(tmp_path / "b", f"{award}\n{other}", "TT329") == []


@pytest.mark.parametrize(
    ("award", "line"),
    [
        ("to: Khoa A, kind: tap-the, unit: phong-xx", "plans/2021/a.md:6: TT305 không có đơn vị 'phong-xx'"),
        ("to: Khoa A, kind: tap-the, position: Trưởng khoa", "plans/2021/a.md:6: TT214 tập thể không có chức vụ"),
        (
            "to: 'Lê Văn A, nhân viên', kind: ca-nhan, position: Nhân viên",
            "plans/2021/a.md:6: TT214 chức vụ được ghi cả ở 'to' và ở 'position'",
        ),
        (
            "to: Khoa A, kind: tap-the, revoked: {date: 1/5/2021, by: 45/QĐ-TCT}",
            "plans/2021/a.md:6: TT214 ngày thu hồi (01/05/2021) trước ngày quyết định khen thưởng (01/06/2021)",
        ),
    ],
)
def test_what_contradicts_itself(tmp_path: Path, award: str, line: str) -> None:
    (found,) = problems(tmp_path, f"  - {{form: Giấy khen, {award}}}", "TT305", "TT214")
    assert found.startswith(line)


HELD = REVOKING.replace("date: 1/9/2021", "date: 1/9/2021\ndraft: true")
TWO = REVOKING + "== plans/2020/c.md\ntype: QĐ\nnumber: 45/QĐ-TCT\ndate: 1/9/2020\nissuer: Khoa A\n"
ANOTHER_BODY = "issuer: UBND tỉnh\nlevel: tinh\n"


@pytest.mark.parametrize(
    ("more", "by", "head", "line"),
    [
        (REVOKING, "45/QĐ-TCT", "", ""),
        (
            HELD,
            "45/QĐ-TCT",
            "",
            "TT314 '45/QĐ-TCT' là văn bản chưa đăng → số ấy được giấu đến khi văn bản kia được đăng",
        ),
        (HELD, "45/QĐ-TCT", "draft: true\n", ""),
        (
            REVOKING,
            "54/QĐ-TCT",
            "",
            "TT302 'revoked' nêu '54/QĐ-TCT' nhưng không có văn bản nào như vậy → có phải ý bạn là '45/QĐ-TCT'? "
            "Không thì sửa số, hoặc thêm văn bản đó vào plans/ (chỉ cần phần đầu) "
            "(ví dụ: by: 45/QĐ-TCT)",
        ),
        (
            "",
            "quyết định khác",
            "",
            "TT302 'revoked' nêu 'quyết định khác' nhưng không có văn bản nào như vậy → "
            "sửa số, hoặc thêm văn bản đó vào plans/ (chỉ cần phần đầu)",
        ),
        ("", "1377/QĐ-UBND", ANOTHER_BODY, ""),  # which need not be in this portal
        (
            TWO.replace("2020", "2022").replace("date: 1/9/2021", "date: 1/9/2019"),
            "45/QĐ-TCT",
            "",
            "TT311 '45/QĐ-TCT' ứng với nhiều văn bản → ghi thêm ngày ban hành hoặc dùng đường dẫn tệp "
            "(ví dụ: by: 45/QĐ-TCT ngày 20/4/2021)",
        ),
    ],
)
def test_the_decision_that_takes_it_back_is_looked_up(tmp_path: Path, more: str, by: str, head: str, line: str) -> None:
    award = f"{{form: Giấy khen, to: Khoa A, kind: tap-the, revoked: {{date: 1/9/2021, by: {by}}}}}"
    decision = f"== plans/2021/a.md\ntype: QĐ\nnumber: 01/QĐ-TCT\ndate: 1/6/2021\nawards: [{award}]\n{head}"
    portal = portal_on(tmp_path, "1/1/2023", f"{more}{decision}")
    assert told(portal, "TT302", "TT311", "TT314") == [f"plans/2021/a.md:5: {line}"][: bool(line)]
    assert not any(problem.stops_build for problem in portal.problems)


@pytest.mark.parametrize("day", ["date: 1/5/2021", "draft: true"])
def test_an_award_may_be_taken_back_on_its_first_day_or_in_a_draft_without_one(tmp_path: Path, day: str) -> None:
    award = "{form: Giấy khen, to: Khoa A, kind: tap-the, revoked: {date: 1/5/2021, by: 45/QĐ-TCT}}"
    portal = portal_on(tmp_path, "1/1/2022", f"== plans/2021/a.md\ntype: QĐ\n{day}\nawards: [{award}]\n")
    assert told(portal, "TT214") == []


@pytest.mark.parametrize(
    "award",
    [
        "to: 'Lê Văn A, sinh năm 1985'",
        "to: Lê Văn A (1985)",
        "to: 'Lê Văn A, quê quán xã Mẫu'",
        "to: 'Lê Văn A, dân tộc Thái'",
        "to: 'Lê Văn A, thường trú phường Mẫu'",
        "to: 'Lê Văn A, con ông Lê Văn B'",
        "to: Lê Văn A, reason: Vượt khó dù mắc bệnh hiểm nghèo",
        "to: Lê Văn A, position: Học viên 19 tuổi",
    ],
)
def test_more_of_a_person_than_name_position_and_unit(tmp_path: Path, award: str) -> None:
    drawing = f"  - {{form: Giấy khen, kind: ca-nhan, {award}}}"
    assert len(problems(tmp_path / "a", drawing, "TT632")) == 1
    kinds = "xuat-than ngay-sinh noi-o gia-dinh suc-khoe".split()
    allowed = "".join(f"\n  - {{what: {kind}, reason: Người ấy đồng ý}}" for kind in kinds)
    assert problems(tmp_path / "b", drawing, "TT632", head=f"allow:{allowed}\n") == []


@pytest.mark.parametrize(
    "award",
    [
        "kind: ca-nhan, to: 'Lê Văn A, Trưởng thôn Mẫu'",
        "kind: ca-nhan, to: 'Lê Văn A, Phó Trưởng ban Dân tộc', reason: Làm tốt công tác dân tộc năm 2021",
        "kind: ca-nhan, to: 'Lê Văn A, đảng viên 40 tuổi Đảng'",
        "kind: ca-nhan, to: Lê Văn A, reason: 'Sinh hoạt chi bộ 12 kỳ, học tập và làm theo đạo đức Hồ Chí Minh'",
        "kind: tap-the, to: Hội Người khuyết tật",
    ],
)
def test_what_an_office_may_say(tmp_path: Path, award: str) -> None:
    assert problems(tmp_path, f"  - {{form: Giấy khen, {award}}}") == []
