"""What of a portal can be found: every public page with its words, and nothing of what is held back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.opened import REPOSITORY
from tests.portal.drawing import portal_on
from tests.search.pages import records_of
from trangtin.content.options.outreach import Spokesperson
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import Settings
from trangtin.portal.model import Portal
from trangtin.search.index import search_index
from trangtin.search.narrowing import Narrowed, narrowing_of
from trangtin.search.record import FACETS, FacetValue, Field, SearchRecord
from trangtin.views import targets
from trangtin.views.parts.force import Force, force_of

SECRET = "KHONGDUOCLO"
DRAWING = """
    == plans/2021/bau-cu/index.md
    title: Thi đua bầu cử
    start: 1/4/2021
    end: 31/5/2021
    criteria: [Đi bầu đủ]

    == plans/2021/bau-cu/12.md
    number: 12/KH-TCT
    date: 20/4/2021
    title: Phát động thi đua
    signer: {name: Nguyễn Văn A, position: HIỆU TRƯỞNG}
    basis: [{number: 95/KH-UBND, title: tổ chức đợt thi đua}]
    summary: Tóm tắt ngắn
    tasks: [{unit: khoa-a, do: Lập kế hoạch khoa}]
    ---
    ## I. MỤC ĐÍCH

    == plans/2021/bau-cu/13.md
    title: nháp KHONGDUOCLO
    date: 21/4/2021
    draft: true

    == plans/2021/bau-cu/14.md
    title: còn rà
    date: 21/4/2021
    review: [KHONGDUOCLO]

    == plans/2021/bau-cu/15.md
    title: đã gỡ
    number: 15/KH-TCT
    date: 21/4/2021
    withdrawn: {date: 1/5/2021, reason: nhầm}
    ---
    KHONGDUOCLO

    == site_src/tin-tuc/2021/hop.md
    title: Họp phát động
    date: 22/4/2021
    campaign: bau-cu
    unit: khoa-a
    tags: [bầu cử]
    ---
    Nội dung **họp**.

    == site_src/tin-tuc/2021/mai.md
    title: KHONGDUOCLO
    date: 22/4/2031

    == site_src/don-vi/khoa-a.md
    unit: {name: Khoa A, head: "Lê Văn C, Trưởng khoa"}

    == site_src/gioi-thieu.md
    title: Giới thiệu
    ---
    Lịch sử
"""


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, SearchRecord]:
    portal = portal_on(tmp_path_factory.mktemp("portal"), "1/6/2021", DRAWING)
    return {record.target: record for record in records_of(portal)}


def test_every_public_page_newest_last(records: dict[str, SearchRecord]) -> None:
    assert list(records) == [
        "site_src/gioi-thieu.md",
        "site_src/don-vi/khoa-a.md",
        targets.UNITS,
        targets.SITE_MAP,
        targets.NEWS,
        targets.LIBRARY,
        targets.FILE_CHECK,
        targets.FEEDBACK,
        targets.DISCLOSURE,
        targets.CONTACT,
        targets.CAMPAIGNS,
        targets.ARCHIVE,
        targets.ACCESSIBILITY,
        "plans/2021/bau-cu/index.md",
        "plans/2021/bau-cu/12.md",
        "site_src/tin-tuc/2021/hop.md",
    ]


def test_a_document_that_no_longer_holds_says_so_in_its_line_and_weighs_less(sample: Portal) -> None:
    records = {record.target: record for record in records_of(sample)}
    over = {path: record for path, record in records.items() if record.is_over}
    assert over.keys() == {item.path for item in sample.documents if force_of(item) is Force.OVER}
    assert records["plans/2022/08-qc-tct.md"].line == "Đã bị thay thế · 21/03/2022 · Trường Chính trị tỉnh Mẫu"
    assert over["plans/2022/08-qc-tct.md"].title.startswith("Quy chế số 08/QC-TCT")
    assert any(record.line.startswith("Hết hiệu lực · ") for record in over.values())
    not_yet = [item.path for item in sample.documents if force_of(item) is Force.NOT_YET]
    assert not_yet
    assert all(records[path].line.startswith("Chưa có hiệu lực · ") for path in not_yet)
    assert records["plans/2026/17-qc-tct.md"].line.startswith("09/03/2026 · ")


def test_an_answer_names_the_issuer_as_lists_do(tmp_path: Path) -> None:
    papers = "".join(
        f"== plans/2022/{n}.md\ndate: {n}/1/2022\nissuer: {name}\n"
        for n, name in enumerate(("Ủy ban nhân dân xã Mẫu", "UBND XÃ MẪU", "ỦY BAN NHÂN DÂN XÃ MẪU"), start=1)
    )
    portal = portal_on(tmp_path, "1/1/2023", papers)
    records = {record.target: record for record in records_of(portal)}
    assert [records[each.path].line for each in portal.documents] == [
        f"{each.head.date:%d/%m/%Y} · Ủy ban nhân dân xã Mẫu" for each in portal.documents
    ]


def test_a_document(records: dict[str, SearchRecord]) -> None:
    record = records["plans/2021/bau-cu/12.md"]
    texts = {field: [text for each, text in record.fields if each is field] for field in Field}
    assert record.title == "Kế hoạch số 12/KH-TCT: Phát động thi đua"
    assert record.line == "20/04/2021 · Trường Chính trị tỉnh Mẫu"
    assert texts[Field.TITLE] == ["Phát động thi đua"]
    assert texts[Field.NUMBER] == ["Kế hoạch số 12/KH-TCT", "12 KHTCT"]
    assert texts[Field.CITATION] == [
        "Kế hoạch số 12/KH-TCT ngày 20/4/2021",
        "Kế hoạch số 12/KH-TCT ngày 20 tháng 4 năm 2021",
        "Văn bản tháng 4/2021",
        "Văn bản tháng 4 năm 2021",
    ]
    assert texts[Field.NAMES] == [
        "Văn bản",
        "Kế hoạch",
        "Trường Chính trị tỉnh Mẫu",
        "HIỆU TRƯỞNG Nguyễn Văn A",
        "Thi đua bầu cử",
    ]
    assert {"95/KH-UBND tổ chức đợt thi đua", "Lập kế hoạch khoa"} <= set(texts[Field.DETAILS])
    assert record.opening == ("Tóm tắt ngắn",)


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("Sửa đổi Kế hoạch số 109/KH-TCT ngày 13/7/2026 của Trường", ["Sửa đổi ", " của Trường"]),
        ("Thay thế Quy chế 08/QC-TCT, ngày 21 tháng 3 năm 2022", ["Thay thế "]),
        ("Thực hiện Chỉ thị số 45-CT/TW ngày 20-06-2020", ["Thực hiện "]),
        ("Đính chính Kế hoạch số 128/KH-TCT", ["Đính chính "]),
        ("Lịch nghỉ lễ 30/4 và ngày 1/5/2026", ["Lịch nghỉ lễ 30/4 và ngày 1/5/2026"]),
    ],
)
def test_a_title_weighs_without_the_documents_it_cites(tmp_path: Path, title: str, own: list[str]) -> None:
    drawing = f"""
        == plans/2026/a.md
        date: 1/8/2026
        title: {title}
    """
    fields = records_of(portal_on(tmp_path, "1/9/2026", drawing))[-1].fields
    assert [text for field, text in fields if field is Field.TITLE] == own
    assert ((Field.DETAILS, title) in fields) is (own != [title])


def test_what_readers_call_a_page_finds_it(sample: Portal) -> None:
    names = {
        record.target: [text for field, text in record.fields if field is Field.NAMES] for record in records_of(sample)
    }
    assert "Báo cáo tổng kết" in names["plans/2021/bau-cu-2021/18-bc-tct.md"]
    assert "Báo cáo tổng kết" not in names["plans/2021/bau-cu-2021/12-kh-tct.md"]
    assert "Chuyển đổi số" in names["plans/2027/bai-giang-so/201-kh-tct.md"]
    assert "khoa xdd" in names["site_src/don-vi/khoa-xdd.md"]
    assert any(text.startswith("Người phát ngôn: Phạm Thị D, Trưởng phòng") for text in names["site_src/lien-he.md"])


def test_a_contact_page_that_nobody_wrote_is_found_by_its_spokesperson(tmp_path: Path) -> None:
    settings = Settings(
        unit=PortalUnit(name="Trường"), spokesperson=Spokesperson(name="Lê Văn C", position="Hiệu trưởng")
    )
    records = {record.target: record for record in records_of(portal_on(tmp_path, "1/6/2021", "", settings))}
    record = records[targets.CONTACT]
    assert (Field.NAMES, "Người phát ngôn: Lê Văn C, Hiệu trưởng") in record.fields


def test_lists_that_hold_nothing_are_not_found(tmp_path: Path) -> None:
    found = {record.target for record in records_of(portal_on(tmp_path, "1/6/2021", ""))}
    assert found == {targets.SITE_MAP, targets.FEEDBACK, targets.CONTACT, targets.ACCESSIBILITY}


@pytest.mark.parametrize(("gone", "found"), [("", True), ("withdrawn: {date: 1/3/2021, reason: Nhầm}", False)])
def test_a_comparison_is_found_where_there_are_campaigns_to_compare(tmp_path: Path, gone: str, found: bool) -> None:
    drawing = f"== plans/2021/a/index.md\n== plans/2021/b/index.md\n{gone}\n"
    shown = {record.target for record in records_of(portal_on(tmp_path, "1/6/2021", drawing))}
    assert (targets.COMPARISON in shown) is found


@pytest.mark.parametrize(("gone", "found"), [("", True), ("withdrawn: {date: 1/3/2021, reason: Nhầm}", False)])
def test_a_campaign_that_was_taken_back_names_none_of_its_pages(tmp_path: Path, gone: str, found: bool) -> None:
    drawing = f"""
        == plans/2021/a/index.md
        title: Đợt cao điểm
        {gone}

        == plans/2021/a/12.md
        number: 12/KH-TCT

        == site_src/tin-tuc/2021/hop.md
        campaign: a
    """
    records = {record.target: record for record in records_of(portal_on(tmp_path, "1/6/2021", drawing))}
    for path in ("plans/2021/a/12.md", "site_src/tin-tuc/2021/hop.md"):
        named = [*records[path].fields, *((facet.value, facet.label) for facet in records[path].facets if facet)]
        assert any(text == "Đợt cao điểm" for _, text in named) is found, path


def test_a_section_that_an_editor_wrote_is_found_by_its_names_too(tmp_path: Path) -> None:
    drawing = """
        == site_src/gop-y.md
        title: Hộp thư
    """
    records = {record.target: record for record in records_of(portal_on(tmp_path, "1/6/2021", drawing))}
    assert (Field.NAMES, "Gửi phản ánh, kiến nghị") in records["site_src/gop-y.md"].fields
    assert targets.FEEDBACK not in records


def test_facets(records: dict[str, SearchRecord]) -> None:
    values = {target: [value.label if value else None for value in record.facets] for target, record in records.items()}
    assert values["plans/2021/bau-cu/12.md"] == [
        "Kế hoạch", "Trường Chính trị tỉnh Mẫu", "Đơn vị", "2021", "Thi đua bầu cử", "Không xét hiệu lực",
    ]  # fmt: skip
    assert values["site_src/tin-tuc/2021/hop.md"] == ["Tin tức", None, None, "2021", "Thi đua bầu cử", None]
    assert values["site_src/don-vi/khoa-a.md"] == ["Đơn vị", None, None, None, None, None]
    assert all(len(record.facets) == len(FACETS) for record in records.values())


def test_force_is_told_as_in_the_library(sample: Portal) -> None:
    place = [facet.name for facet in FACETS].index("hieu-luc")
    records = records_of(sample)
    told = {record.target: record.facets[place] for record in records}
    shown = {item.path: force_of(item) for item in sample.documents if not item.head.is_withdrawn}
    assert len(set(shown.values())) >= 3
    for path, value in told.items():
        force = shown.get(path)
        assert value == (FacetValue(force.value, force.label) if force else None), path
    facets = narrowing_of([Narrowed(record.day, record.facets) for record in records])["facets"]
    assert isinstance(facets, list)
    (offered,) = (facet["values"] for facet in facets if facet["name"] == "hieu-luc")
    assert offered == [(force.value, force.label) for force in Force if force in shown.values()]


def test_nothing_held_back_is_in_any_file(tmp_path: Path, sample: Portal) -> None:
    portals = portal_on(tmp_path, "1/6/2021", DRAWING), sample
    for portal in portals:
        files = dict(search_index(portal, lambda target: target, tmp_path).files())
        assert len(files) > 5
        assert [name for name, data in files.items() if SECRET.lower() in data.decode().lower()] == []


def test_the_sample_holds_secrets_that_could_leak() -> None:
    assert any(SECRET in file.read_text(encoding="utf-8") for file in REPOSITORY.glob("plans/**/*.md"))


def test_text_of_a_file_without_a_text_of_its_own(tmp_path: Path) -> None:
    drawing = """
        == plans/2021/a.md
        date: 1/1/2021
        files: [{path: a.pdf}]

        == plans/2021/a.pdf
        %PDF-1.7
    """
    record = records_of(portal_on(tmp_path, "1/6/2021", drawing))[-1]
    assert any("Tep mau cua phep kiem" in text for field, text in record.fields if field is Field.FILES)
    assert any("Tep mau cua phep kiem" in text for text in record.closing)
