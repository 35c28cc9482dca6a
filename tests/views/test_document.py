"""The page of one document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import document, portal_on
from tests.views.every_view import texts
from trangtin.portal.model import Portal
from trangtin.views.document import DocumentView, document_view
from trangtin.views.parts.link import Link


@pytest.fixture
def plan(sample: Portal) -> DocumentView:
    """Kế hoạch số 12/KH-TCT."""
    return document_view(sample.document_at["plans/2021/bau-cu-2021/12-kh-tct.md"], sample)


def test_the_facts(plan: DocumentView) -> None:
    assert (plan.name, plan.kind, plan.number) == ("Kế hoạch số 12/KH-TCT", "Kế hoạch", "12/KH-TCT")
    assert {fact.label: ", ".join(link.text for link in fact.values) for fact in plan.facts} == {
        "Số, ký hiệu": "12/KH-TCT",
        "Ngày ban hành": "20/04/2021",
        "Loại văn bản": "Kế hoạch",
        "Cơ quan ban hành": "Trường Chính trị tỉnh Mẫu",
        "Cấp ban hành": "Đơn vị",
        "Người ký": "Nguyễn Văn A, HIỆU TRƯỞNG",
        "Lĩnh vực": "Bầu cử, Thi đua, khen thưởng",
        "Thuộc phong trào": "Thi đua cao điểm chào mừng cuộc bầu cử đại biểu Quốc hội khóa XV "
        "và đại biểu Hội đồng nhân dân các cấp nhiệm kỳ 2021 - 2026",
        "Ngày đăng": "21/04/2021",
        "Người duyệt đăng": "Trần Thị B",
    }
    assert plan.place_and_day == "Mẫu, ngày 20 tháng 4 năm 2021"
    assert plan.validity is None  # a plan carried out years ago is no rule in force


def test_its_files_are_offered_with_size_pages_and_hash(plan: DocumentView) -> None:
    signed, annex = plan.files

    assert signed.target == "file:plans/2021/bau-cu-2021/12-kh-tct.pdf"
    assert signed.download == "12-kh-tct.pdf"
    assert signed.detail.startswith("PDF, ")
    assert signed.detail.endswith(" 3 trang")
    assert len(signed.sha256 or "") == 64
    assert (annex.role, annex.title) == ("Phụ lục", "Phụ lục: Mẫu phiếu đăng ký công trình, phần việc")


def test_its_relations_from_both_ends(plan: DocumentView) -> None:
    groups = {group.label: [(link.target or "").rpartition("/")[2] for link in group.links] for group in plan.relations}

    assert groups == {
        "Thực hiện": ["95-kh-ubnd.md"],
        "Được thực hiện bởi": ["02-kh-tchc.md", "03-kh-llcs.md", "05-tb-cdt.md", "18-bc-tct.md"],
        "Là căn cứ của": ["27-qd-tct.md"],
    }
    assert [link.target for link in plan.bases] == [None, "plans/2021/bau-cu-2021/95-kh-ubnd.md"]


def test_the_archive_line_stays_last(plan: DocumentView) -> None:
    assert plan.recipients[-1] == "Lưu: VT, TCHC."


def view_of(root: Path, keys: str, day: str = "1/1/2030") -> DocumentView:
    portal = portal_on(root, day, f"== plans/2021/x.md\nnumber: 12/KH-TCT\n{keys}\n")
    return document_view(document(portal, "x"), portal)


@pytest.mark.parametrize(
    ("signer", "titles"),
    [
        ("position: HIỆU TRƯỞNG", ("HIỆU TRƯỞNG",)),
        ("position: PHÓ HIỆU TRƯỞNG", ("PHÓ HIỆU TRƯỞNG",)),
        ("position: PHÓ HIỆU TRƯỞNG, authority: KT.", ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")),
        ("position: HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG, authority: KT.", ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")),
        ("position: HIỆU TRƯỞNG/PHÓ HIỆU TRƯỞNG, authority: KT.", ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG")),
        ("position: Phó Thủ tướng, authority: KT.", ("KT. Thủ tướng", "Phó Thủ tướng")),
        ("position: PHÓ BÍ THƯ, authority: K/T", ("K/T BÍ THƯ", "PHÓ BÍ THƯ")),
        ("position: HIỆU TRƯỞNG / TRƯỞNG PHÒNG TCHC, authority: TL.", ("TL. HIỆU TRƯỞNG", "TRƯỞNG PHÒNG TCHC")),
        ("position: ỦY BAN NHÂN DÂN / CHỦ TỊCH, authority: TM.", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            "position: ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH, authority: TM.",
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        ("position: ĐẢNG ỦY / K/T BÍ THƯ / PHÓ BÍ THƯ, authority: T/M", ("T/M ĐẢNG ỦY", "K/T BÍ THƯ", "PHÓ BÍ THƯ")),
        ("position: HIỆU TRƯỞNG, authority: Q.", ("Q. HIỆU TRƯỞNG",)),
        ("position: ĐẢNG ỦY / BÍ THƯ, authority: T/M", ("T/M ĐẢNG ỦY", "BÍ THƯ")),
        # Nobody but who signs for the head has a head whose title follows from the own one.
        ("position: PHÓ GIÁM ĐỐC, authority: Q.", ("Q. PHÓ GIÁM ĐỐC",)),
        ("position: PHÓ CHÁNH VĂN PHÒNG, authority: TL.", ("TL. PHÓ CHÁNH VĂN PHÒNG",)),
    ],
)
def test_the_signature_as_printed(tmp_path: Path, signer: str, titles: tuple[str, ...]) -> None:
    view = view_of(tmp_path, f"signer: {{name: Nguyễn Văn A, {signer}}}")
    assert view.signature is not None
    assert (view.signature.titles, view.signature.name) == (titles, "Nguyễn Văn A")


def test_a_reader_is_told_that_there_is_no_original(tmp_path: Path) -> None:
    told = "Bản trình bày để đọc trên trang; chưa có tệp văn bản kèm theo."
    assert view_of(tmp_path, "").reading_note == told
    assert view_of(tmp_path, "source: https://ubnd.mau.example/12").reading_note is None  # it is there


def test_a_paper_of_two_bodies(tmp_path: Path) -> None:
    keys = "signer: {name: Nguyễn Văn A, position: GIÁM ĐỐC}\nparent: UBND tỉnh Mẫu\n"
    view = view_of(tmp_path, f"{keys}cosigners: [{{name: Trần Thị B, position: PHÓ GIÁM ĐỐC, authority: KT.}}]")
    assert view.parent == "UBND tỉnh Mẫu"
    assert [(each.titles, each.name) for each in view.cosignatures] == [
        (("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Trần Thị B")
    ]
    assert "Nguyễn Văn A, GIÁM ĐỐC; Trần Thị B, PHÓ GIÁM ĐỐC" in [
        link.text for each in view.facts for link in each.values
    ]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ("date: 5/1/2021\nplace: Mẫu", "Mẫu, ngày 05 tháng 01 năm 2021"),
        ("date: 9/2/2021\nplace: Mẫu", "Mẫu, ngày 09 tháng 02 năm 2021"),
        ("date: 9/3/2021\nplace: Mẫu", "Mẫu, ngày 09 tháng 3 năm 2021"),
        ("date: 10/10/2021\nplace: Mẫu", "Mẫu, ngày 10 tháng 10 năm 2021"),
        ("date: 31/12/2021", "ngày 31 tháng 12 năm 2021"),
        ("place: Mẫu", None),
    ],
)
def test_days_under_ten_and_the_first_two_months_are_padded(tmp_path: Path, keys: str, shown: str | None) -> None:
    assert view_of(tmp_path, keys).place_and_day == shown


def test_without_a_number(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2030", "== plans/2021/x.md\ndate: 20/4/2021\n")
    shown = document_view(document(portal, "x"), portal)
    assert (shown.name, shown.number) == ("Kế hoạch", None)
    assert shown.facts[0].values[0].text == "Chưa có số"


def test_a_withdrawn_document_keeps_its_address_and_reason_and_nothing_else(tmp_path: Path) -> None:
    view = view_of(
        tmp_path,
        "date: 20/4/2021\n"
        "summary: NOIDUNG\n"
        "recipients: NOIDUNG\n"
        "notes: NOIDUNG\n"
        "signer: {name: NOIDUNG, position: NOIDUNG}\n"
        "basis: [{title: NOIDUNG}]\n"
        "tasks: [{unit: khoa, do: NOIDUNG}]\n"
        "awards: [{form: NOIDUNG, to: NOIDUNG, kind: tap-the}]\n"
        "withdrawn: {date: 1/6/2021, reason: Đăng nhầm bản chưa ký., by: Trưởng Ban Biên tập}",
    )
    assert view.is_withdrawn
    assert [(notice.title, notice.text) for notice in view.notices] == [
        (
            "Nội dung này đã được gỡ ngày 01/06/2021",
            "Lý do: Đăng nhầm bản chưa ký. Người quyết định: Trưởng Ban Biên tập.",
        )
    ]
    assert [text for text in texts(view) if "NOIDUNG" in text] == []
    assert view.files == ()


@pytest.mark.parametrize(
    ("relation", "banner"),
    [
        ("replaces", "Văn bản này đã có văn bản thay thế"),
        ("recalls", "Văn bản này đã bị thu hồi"),
        ("amends", "Văn bản này đã được sửa đổi, bổ sung"),
        ("corrects", "Văn bản này có đính chính"),
        ("implements", None),
    ],
)
def test_a_banner_before_anybody_relies_on_the_text(tmp_path: Path, relation: str, banner: str | None) -> None:
    keys = f"date: 20/4/2021\n== plans/2021/y.md\nnumber: 13/KH-TCT\ndate: 21/4/2021\n{relation}: 12/KH-TCT"
    view = view_of(tmp_path, keys)

    assert [notice.title for notice in view.notices] == ([banner] if banner else [])
    assert [link.target for notice in view.notices for link in notice.links] == (["plans/2021/y.md"] if banner else [])


@pytest.mark.parametrize(
    ("relation", "banner"),
    [
        ("replaces", "Văn bản này sẽ được thay thế từ ngày 02/01/2022"),
        ("recalls", "Văn bản này sẽ bị thu hồi từ ngày 02/01/2022"),
        ("amends", "Văn bản này sẽ được sửa đổi, bổ sung từ ngày 02/01/2022"),
    ],
)
def test_a_banner_ahead_of_the_day(tmp_path: Path, relation: str, banner: str) -> None:
    later = "== plans/2021/y.md\nnumber: 13/KH-TCT\ndate: 21/4/2021\neffective: 2/1/2022\n"
    (notice,) = view_of(tmp_path, f"date: 20/4/2021\n{later}{relation}: 12/KH-TCT", day="1/1/2022").notices
    assert (notice.title, notice.tone, [link.target for link in notice.links]) == (banner, "info", ["plans/2021/y.md"])


def test_a_banner_on_what_has_run_out(tmp_path: Path) -> None:
    (notice,) = view_of(tmp_path, "date: 20/4/2021\nexpires: 31/12/2021").notices
    assert notice.title == "Văn bản này đã hết hiệu lực từ sau ngày 31/12/2021"


def test_a_document_of_another_body(sample: Portal) -> None:
    view = document_view(sample.document_at["plans/2026/day-tot-hoc-tot/36-kh-tu.md"], sample)

    assert view.is_external
    facts = {fact.label: fact.values[0] for fact in view.facts}
    assert (facts["Bản gốc tại"].text, facts["Bản gốc tại"].target) == (
        "tinhuy.mau.example",
        "https://tinhuy.mau.example/van-ban/36-kh-tu-2026",
    )
    assert facts["Ngày nhận"].text == "18/08/2026"


@pytest.mark.parametrize(
    ("award", "revoked", "by"),
    [
        ("kind: ca-nhan", None, None),
        (
            "kind: ca-nhan, revoked: {date: 1/9/2021, by: 45/QĐ-TCT}",
            "Đã thu hồi ngày 01/09/2021 theo",
            Link("45/QĐ-TCT"),
        ),
    ],
)
def test_awards(tmp_path: Path, award: str, revoked: str | None, by: Link | None) -> None:
    (row,) = view_of(tmp_path, f"date: 20/4/2021\nawards: [{{form: Giấy khen, to: Bà B, {award}}}]").awards
    assert (row.form, row.to, row.kind) == ("Giấy khen", "Bà B", "Cá nhân")
    assert (row.revoked, row.revoked_by) == (revoked, by)


def test_awards_of_a_decision_that_was_recalled(tmp_path: Path) -> None:
    keys = "date: 20/4/2021\nawards: [{form: Giấy khen, to: Bà B, kind: ca-nhan}]\n"
    later = "== plans/2021/y.md\ntype: QĐ\nnumber: 13/QĐ-TCT\ndate: 21/4/2021\nrecalls: 12/KH-TCT"
    (row,) = view_of(tmp_path, keys + later).awards
    assert (row.revoked, row.revoked_by) == ("Đã thu hồi cùng cả văn bản khen thưởng", None)
