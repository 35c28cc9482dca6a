"""From what an editor typed to the document meant."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.portal.drawing import document, portal_on, told
from trangtin.portal.references import Cited, read_citation

TWO_YEARS = """
== plans/2021/12-kh-tct.md
number: 12/KH-TCT
date: 20/4/2021
== plans/2022/12-kh-tct-2022.md
number: 12/KH-TCT
date: 3/3/2022
== plans/2022/12-kh-tu.md
number: 12-KH/TU
date: 4/3/2022
issuer: Tỉnh ủy Mẫu
"""


def meant(root: Path, text: str, keys: str = "date: 5/5/2023", folder: str = "plans/2023") -> str | None:
    drawing = f"{TWO_YEARS}== {folder}/30.md\nnumber: 30/KH-TCT\n{keys}\nimplements:\n  - {text}\n"
    (bearing,) = document(portal_on(root, "1/1/2030", drawing), "30").bearings
    return bearing.target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("12/KH-TCT ngày 20/4/2021", "plans/2021/12-kh-tct.md"),
        ("12/KH-TCT ngày 03/03/2022", "plans/2022/12-kh-tct-2022.md"),
        ("12/KH-TCT, ngày 3/3/2022", "plans/2022/12-kh-tct-2022.md"),
        ("12/KH-TCT ngày 20 tháng 4 năm 2021", "plans/2021/12-kh-tct.md"),
        ("12/KH-TCT, Ngày 03 tháng 3 năm 2022", "plans/2022/12-kh-tct-2022.md"),
        ("12/KH-TCT 2022-03-03", "plans/2022/12-kh-tct-2022.md"),
        ("12/KH-TCT năm 2021", "plans/2021/12-kh-tct.md"),
        ("12/KH-TCT (2022)", "plans/2022/12-kh-tct-2022.md"),
        ("12-KH/TU", "plans/2022/12-kh-tu.md"),
        ("12 - KH / TU", "plans/2022/12-kh-tu.md"),
        ("012-KH/TU", "plans/2022/12-kh-tu.md"),
        ("plans/2021/12-kh-tct.md", "plans/2021/12-kh-tct.md"),
        ("../2021/12-kh-tct.md", "plans/2021/12-kh-tct.md"),
    ],
)
def test_found(tmp_path: Path, text: str, target: str) -> None:
    assert meant(tmp_path, text) == target


def test_of_several_years_that_of_the_document_itself_is_meant(tmp_path: Path) -> None:
    assert meant(tmp_path, "12/KH-TCT", "date: 5/5/2022") == "plans/2022/12-kh-tct-2022.md"


def test_several_that_fit_are_told_apart_by_nobody_but_the_editor(tmp_path: Path) -> None:
    assert meant(tmp_path, "12/KH-TCT") is None
    assert told(portal_on(tmp_path, "1/1/2030"), "TT311") == [
        "plans/2023/30.md:5: TT311 '12/KH-TCT' ứng với nhiều văn bản"
        " → ghi thêm ngày ban hành hoặc dùng đường dẫn tệp (ví dụ: 12/KH-TCT ngày 20/4/2021)"
    ]


@pytest.mark.parametrize("text", ["13/KH-TCT", "12/KH-TCT ngày 1/1/2020", "12/KH-TCT năm 1999", "a.md", "Luật Bầu cử"])
def test_not_found(tmp_path: Path, text: str) -> None:
    assert meant(tmp_path, text) is None
    (message,) = told(portal_on(tmp_path, "1/1/2030"), "TT302")
    assert message.startswith(
        f"plans/2023/30.md:5: TT302 'implements' trỏ tới '{text}' nhưng không có văn bản nào như vậy → "
    )


def test_a_slip_in_a_number_gets_a_suggestion(tmp_path: Path) -> None:
    meant(tmp_path, "12-KH/TUU")
    assert told(portal_on(tmp_path, "1/1/2030"), "TT302") == [
        "plans/2023/30.md:5: TT302 'implements' trỏ tới '12-KH/TUU' nhưng không có văn bản nào như vậy"
        " → có phải ý bạn là '12-KH/TU'? Không thì sửa số, thêm văn bản đó vào plans/ (chỉ cần phần đầu), hoặc ghi đủ"
        " nó trong 'basis' (ví dụ: implements: 12-KH/TU)"
    ]


@pytest.mark.parametrize("cited", ["95/KH-UBND", "95 / KH-UBND", "095/KH-UBND", '"Số: 95/KH-UBND"'])
def test_a_document_outside_the_portal_is_described_under_basis(tmp_path: Path, cited: str) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2030",
        f"""
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        implements: 95/KH-UBND
        basis:
          - number: {cited}
            date: 14/4/2021
            issuer: Ủy ban nhân dân tỉnh Mẫu
        """,
    )
    assert told(portal) == []
    (bearing,) = document(portal, "12").bearings
    assert (bearing.target, bearing.text) == (None, "95/KH-UBND")


@pytest.mark.parametrize(
    ("basis", "target"),
    [
        ("{number: 45/KH-UBND, date: 9/4/2021, issuer: UBND xã}", "plans/2021/45.md"),
        ("{number: 45/KH-UBND, date: 9/4/2021, issuer: Ủy ban nhân dân xã}", "plans/2021/45.md"),
        ("{number: 45/KH-UBND, date: 9/4/2021, issuer: UBND xã đồng mẫu}", "plans/2021/45.md"),
        ("{number: 45/KH-UBND, issuer: UBND xã}", None),  # without its day it may be any commune's
        ("{number: 45/KH-UBND, date: 10/4/2021, issuer: UBND xã}", None),
        ("{number: 45/KH-UBND, date: 9/4/2021, issuer: UBND x}", None),
        ("{number: 45/KH-UBND, date: 9/4/2021, issuer: UBND huyện}", None),
    ],
)
def test_a_commune_leaves_its_own_name_out(tmp_path: Path, basis: str, target: str | None) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2030",
        f"""
        == plans/2021/45.md
        number: 45/KH-UBND
        date: 9/4/2021
        issuer: Ủy ban nhân dân xã Đồng Mẫu
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        basis: [{basis}]
        """,
    )
    (found,) = document(portal, "12").bases
    assert found.target == target


def test_a_basis_finds_the_copy_in_this_portal(tmp_path: Path) -> None:
    portal = portal_on(
        tmp_path,
        "1/1/2030",
        """
        == plans/2021/95-tinh.md
        number: 95/KH-UBND
        date: 14/4/2021
        issuer: Uỷ ban nhân dân tỉnh Mẫu
        == plans/2021/95-xa.md
        number: 95/KH-UBND
        date: 14/4/2021
        issuer: Ủy ban nhân dân xã Mẫu
        == plans/2021/12.md
        number: 12/KH-TCT
        date: 20/4/2021
        basis:
          - {number: 95/KH-UBND, date: 14/4/2021, issuer: Ủy ban nhân dân tỉnh Mẫu}
        """,
    )
    (basis,) = document(portal, "12").bases
    assert basis.target == "plans/2021/95-tinh.md"
    assert document(portal, "95-tinh").cited_by == ("plans/2021/12.md",)
    assert document(portal, "95-xa").cited_by == ()


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("12/KH-TCT", Cited("12/KH-TCT")),
        ("12/KH-TCT ngày 20/4/2021", Cited("12/KH-TCT", day=date(2021, 4, 20))),
        ("12/KH-TCT năm 2021", Cited("12/KH-TCT", year=2021)),
        ("12/KH-TCT ngày bầu cử", Cited("12/KH-TCT ngày bầu cử")),
        ("12/KH-TCT ngày 31/4/2021", Cited("12/KH-TCT ngày 31/4/2021")),
        ("30/2020/NĐ-CP", Cited("30/2020/NĐ-CP")),
    ],
)
def test_citation(text: str, cited: Cited) -> None:
    assert read_citation(text) == cited


AGAIN = """
== plans/2026/nong-thon-moi/index.md
start: 1/5/2026
end: 31/12/2026
== plans/2026/nong-thon-moi/15.md
number: 15/KH-TCT
date: 10/5/2026
tasks: [{unit: phong-tchc, do: Vệ sinh đường thôn, due: 1/9/2026}]
== plans/2027/15.md
number: 15/KH-TCT
date: DAY
tasks: [{unit: phong-tchc, do: Khám sức khỏe, due: 1/3/2027}]
== plans/2026/nong-thon-moi/02-bc.md
number: 02/BC-TCT
type: BC
date: 8/1/2027
implements: CITED
== site_src/tin-tuc/2027/tin.md
date: 9/1/2027
CAMPAIGN
evidence_for: [CITED#1]
== site_src/don-vi/phong-tchc.md
unit: {name: Phòng Tổ chức}
"""


@pytest.mark.parametrize(
    ("day", "campaign", "cited", "report", "task"),
    [
        # Numbers start at 01 again: what was issued later cannot be meant.
        ("1/3/2027", "nong-thon-moi", "15/KH-TCT", "2026", "2026"),
        ("1/3/2027", None, "15/KH-TCT", "2026", "2026"),
        # The year says one, the campaign another: nobody guesses.
        ("4/1/2027", "nong-thon-moi", "15/KH-TCT", None, None),
        ("4/1/2027", None, "15/KH-TCT", None, "2027"),
        ("4/1/2027", "nong-thon-moi", "15/KH-TCT năm 2026", "2026", "2026"),
        ("4/1/2027", "nong-thon-moi", "15/KH-TCT ngày 4/1/2027", "2027", "2027"),
    ],
)
def test_a_number_used_again_next_year(
    tmp_path: Path, day: str, campaign: str | None, cited: str, report: str | None, task: str | None
) -> None:
    drawing = AGAIN.replace("DAY", day).replace("CITED", cited)
    drawing = drawing.replace("CAMPAIGN", f"campaign: {campaign}" if campaign else "title: Tin")
    portal = portal_on(tmp_path, "15/1/2027", drawing)
    (bearing,) = portal.document_at["plans/2026/nong-thon-moi/02-bc.md"].bearings
    assert (bearing.target or "").split("/")[1:2] == ([report] if report else [])
    done = {path.split("/")[1] for path, each in portal.document_at.items() for task in each.tasks if task.evidence}
    assert done == ({task} if task else set())
    assert len(told(portal, "TT311")) == (report is None)
    assert len(told(portal, "TT322")) == (task is None)


@pytest.mark.parametrize("number", ["95/KH-TCT", "13/KH-TCT", "21/KH-TCT"])
def test_another_paper_of_the_same_body_is_no_slip(tmp_path: Path, number: str) -> None:
    """A commune's symbols are those of its province: one that is not here is mostly the other body's."""
    drawing = f"== plans/2026/12.md\nnumber: 12/KH-TCT\ndate: 1/2/2026\nimplements: {number}\n"
    (line,) = told(portal_on(tmp_path, "1/3/2026", drawing), "TT302")
    assert "có phải ý bạn là" not in line
    assert "hoặc ghi đủ nó trong 'basis'" in line
