"""Which part of a campaign a report speaks of, and how it tells the harder cases."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

import docx
import pytest

from tests.portal.drawing import campaign, portal_on
from trangtin.content.options.portal_unit import PortalUnit
from trangtin.content.options.settings import Settings
from trangtin.reporting.composition import compose, front_matter
from trangtin.reporting.markdown import body_markdown
from trangtin.reporting.scope import Scope
from trangtin.reporting.word.paper import as_word

DRAWING = """
== site_src/don-vi/khoa.md
unit: {name: Khoa Một}
== site_src/tin-tuc/2021/cu.md
title: Tin cũ
date: 2/2/2021
campaign: mau
== site_src/tin-tuc/2021/moi.md
title: Tin mới
date: 20/5/2021
campaign: mau
== site_src/tin-tuc/2021/ngoai.md
title: Tin ngoài
date: 3/2/2021
== plans/2021/mau/index.md
title: Thi đua mùa xuân
start: 1/2/2021
end: 30/6/2021
slogan: Nhanh và gọn
lead: khoa
works:
  - {unit: khoa, title: Việc xong lâu rồi, due: 10/2/2021, done: 9/2/2021}
  - {unit: khoa, title: Việc quá hạn từ trước, due: 11/2/2021}
  - {unit: khoa, title: Việc xong trong kỳ, due: 10/5/2021, done: 12/5/2021}
  - {unit: khoa, title: Việc bỏ từ trước, due: 12/2/2021, status: huy}
== plans/2021/mau/1.md
number: 1/KH-TCT
date: 1/2/2021
title: Phát động
place: Mẫu
signer: {authority: KT., position: PHÓ HIỆU TRƯỞNG, name: Trần Thị B}
recipients: [Các khoa, "Lưu: VT."]
basis:
  - {number: 15/2003/QH11, date: 26/11/2003, issuer: Quốc hội, title: "Luật Thi đua, khen thưởng"}
  - {number: 9/KH-UBND, date: 5/1/2021, issuer: UBND tỉnh, title: Chung}
  - {number: 9/KH-UBND, date: 5/1/2021, issuer: UBND tỉnh, title: Chung}
== plans/2021/mau/2.md
number: 2/KH-TCT
date: 1/6/2021
title: Chặng hai
basis: [{number: 1/KH-TCT, date: 1/2/2021}]
tasks:
  - {unit: khoa, do: Việc giao sau kỳ, due: 20/6/2021}
== plans/2021/mau/3.md
type: QĐ
number: 3/QĐ-TCT
date: 15/5/2021
title: Khen thưởng
awards:
  - form: Giấy khen
    to: Tập thể Một
    kind: tap-the
    revoked: {date: 20/5/2021, by: 4/QĐ-TCT}
"""


def written(tmp_path: Path, today: str, first: date | None = None, last: date | None = None) -> str:
    portal = portal_on(tmp_path, today, DRAWING)
    return body_markdown(compose(Scope(portal, campaign(portal), first, last)))


def test_a_period_leaves_out_what_was_over_before_and_what_came_after(tmp_path: Path) -> None:
    text = written(tmp_path, "10/6/2021", date(2021, 5, 1), date(2021, 5, 31))
    told = [
        "Tin mới",
        "Việc quá hạn từ trước",
        "Việc xong trong kỳ",
        "3/QĐ-TCT",
        "từ ngày 01/5/2021 đến ngày 31/5/2021",
    ]
    assert [fact for fact in told if fact not in text] == []
    for fact in ("Tin cũ", "Việc xong lâu rồi", "Việc bỏ từ trước", "2/KH-TCT", "Việc giao sau kỳ"):
        assert fact not in text, fact
    assert "Căn cứ Kế hoạch số 1/KH-TCT ngày 01 tháng 02 năm 2021 của Trường Chính trị tỉnh Mẫu (Phát động)" in text
    assert text.count("1/KH-TCT") == 1
    assert "báo cáo sơ kết" in text


@pytest.mark.parametrize(
    ("today", "asked", "kind"),
    [("30/6/2021", None, "sơ kết"), ("1/7/2021", None, "tổng kết"), ("1/7/2021", date(2021, 6, 30), "sơ kết")],
    ids=["last day", "the day after", "a period of a campaign that is over"],
)
def test_interim_while_it_runs_final_when_it_is_over(tmp_path: Path, today: str, asked: date | None, kind: str) -> None:
    assert f"báo cáo {kind} phong trào (thời gian" in written(tmp_path, today, last=asked)


def test_lateness_evidence_and_what_was_revoked(tmp_path: Path) -> None:
    text = written(tmp_path, "1/7/2021")
    assert "- Việc xong trong kỳ. Hạn: 10/5/2021. Kết quả: xong muộn 2 ngày, ngày 12/5/2021." in text
    assert "- Việc quá hạn từ trước. Hạn: 11/02/2021. Kết quả: quá hạn 140 ngày." in text
    assert "- Giấy khen: Tập thể Một. Đã thu hồi ngày 20/5/2021." in text
    assert "| 6 | Khen thưởng tập thể | lượt | 0 |" in text
    assert "| 8 | Khen thưởng đã thu hồi | lượt | 1 |" in text
    assert "đơn vị thường trực: Khoa Một; khẩu hiệu, chủ đề: “Nhanh và gọn”" in text
    assert "Tin ngoài" not in text


def test_evidence_and_decisions_are_cited_by_number_or_title(tmp_path: Path) -> None:
    plan = "== plans/2021/mau/5.md\nnumber: 5/KH-TCT\ndate: 2/2/2021\ntitle: Năm\ntasks:\n"
    shown = "site_src/tin-tuc/2021/moi.md, 3.md"
    task = f"  - {{unit: khoa, do: Có minh chứng, evidence: [{shown}]}}\n"
    portal = portal_on(tmp_path, "1/7/2021", f"{DRAWING}{plan}{task}")
    text = body_markdown(compose(Scope(portal, campaign(portal))))
    assert "Minh chứng: tin “Tin mới” ngày 20/5/2021; Quyết định số 3/QĐ-TCT ngày 15/5/2021." in text
    assert "1. Theo Quyết định số 3/QĐ-TCT ngày 15/5/2021" in text


def test_phases_and_the_day_of_the_report_are_among_the_milestones(tmp_path: Path) -> None:
    drawing = """
    == plans/2021/mau/index.md
    title: Thi đua
    start: 1/1/2021
    end: 31/5/2021
    report_due: 15/6/2021
    milestones:
      - {title: Chặng 1, date: 1/3/2021, until: 30/4/2021}
      - {title: Phát động, date: 2/1/2021}
    """
    portal = portal_on(tmp_path, "1/7/2021", drawing)
    text = body_markdown(compose(Scope(portal, campaign(portal))))
    told = ["Ngày 02/01/2021: Phát động.", "Từ ngày 01/3/2021 đến ngày 30/4/2021: Chặng 1.",
            "Ngày 15/6/2021: Hạn báo cáo tổng kết."]  # fmt: skip
    assert "\n\n".join(f"- {each}" for each in told) in text
    named = drawing.replace("Phát động, date: 2/1/2021", "Gửi báo cáo tổng kết, date: 15/6/2021")
    portal = portal_on(tmp_path / "named", "1/7/2021", named)
    text = body_markdown(compose(Scope(portal, campaign(portal))))
    assert text.count("Ngày 15/6/2021") == 1


def test_bases_are_cited_once_and_not_what_is_listed(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/7/2021", DRAWING)
    paper = compose(Scope(portal, campaign(portal)))
    assert paper.bases == (
        "Căn cứ Luật Thi đua, khen thưởng số 15/2003/QH11 ngày 26 tháng 11 năm 2003 của Quốc hội;",
        "Căn cứ Kế hoạch số 9/KH-UBND ngày 05 tháng 01 năm 2021 của UBND tỉnh (Chung).",
    )
    assert paper.title == "Tổng kết phong trào thi đua mùa xuân"
    assert paper.recipients == ("Các khoa", "Lưu: VT.")
    assert paper.signer is not None and paper.signer.name == "Trần Thị B"


def test_the_head_says_what_the_portal_knows_and_else_what_the_plan_says(tmp_path: Path) -> None:
    above = "== plans/2021/9.md\nnumber: 09/KH-UBND\ndate: 5/1/2021\nissuer: UBND tỉnh\nlevel: tinh\ntitle: Trồng cây\n"
    portal = portal_on(tmp_path, "1/7/2021", DRAWING + above)
    scope = Scope(portal, campaign(portal))
    head = front_matter(scope, compose(scope), is_elsewhere=True)
    assert head["basis"] == [
        {
            "number": "15/2003/QH11",
            "date": date(2003, 11, 26),
            "issuer": "Quốc hội",
            "title": "Luật Thi đua, khen thưởng",
        },
        {"number": "09/KH-UBND", "date": date(2021, 1, 5), "issuer": "UBND tỉnh", "title": "Trồng cây"},
    ]
    assert head["signer"] == {"authority": "KT.", "position": "PHÓ HIỆU TRƯỞNG", "name": "Trần Thị B"}
    assert (head["place"], head["campaign"], head["number"]) == ("Mẫu", "mau", None)
    assert "campaign" not in front_matter(scope, compose(scope), is_elsewhere=False)


def test_a_period_may_be_open_at_either_end(tmp_path: Path) -> None:
    day = date(2021, 5, 1)
    portal = portal_on(tmp_path, "1/6/2021", DRAWING)
    leads = [compose(Scope(portal, campaign(portal), *ends)).lead for ends in ((None, None), (day, None), (None, day))]
    assert [lead.partition("kỳ báo cáo ")[2].partition(";")[0] for lead in leads] == [
        "",
        "từ ngày 01/5/2021 đến ngày 01/6/2021",
        "từ ngày 01/02/2021 đến ngày 01/5/2021",
    ]


@pytest.mark.parametrize(
    ("title", "called"),
    [
        ("Thi đua cao điểm", "Sơ kết phong trào thi đua cao điểm"),
        ("Phong trào trồng cây", "Sơ kết phong trào trồng cây"),
        ("Đợt thi đua 90 ngày", "Sơ kết đợt thi đua 90 ngày"),
        ("Dạy tốt, học tốt", "Sơ kết phong trào “Dạy tốt, học tốt”"),
    ],
)
def test_the_title_names_the_campaign_as_people_do(tmp_path: Path, title: str, called: str) -> None:
    portal = portal_on(tmp_path, "1/3/2021", f"== plans/2021/mau/index.md\ntitle: {title}\n")
    assert compose(Scope(portal, campaign(portal))).title == called


def test_a_campaign_of_nothing_asks_for_everything(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/3/2021", "== plans/2021/mau/index.md\ntitle: Thi đua\n")
    text = body_markdown(compose(Scope(portal, campaign(portal))))
    assert text.count("[Cần viết:") == 7
    assert "| 2 | Văn bản đã ban hành | văn bản | 0 |" in text


def test_a_criterion_is_no_result(tmp_path: Path) -> None:
    drawing = "== plans/2021/mau/index.md\ntitle: Thi đua\ncriteria: [100% đi bầu, '*Không* lớp nào nghỉ!']\n"
    portal = portal_on(tmp_path, "1/3/2021", drawing)
    scope = Scope(portal, campaign(portal))
    gap = "Kết quả: [Cần viết: kết quả, số liệu đạt được so với tiêu chí]"
    text = body_markdown(compose(scope))
    assert f"\n\nTiêu chí: 100% đi bầu. {gap}\n\nTiêu chí: \\*Không\\* lớp nào nghỉ! {gap}\n\n" in text
    sheet = docx.Document(io.BytesIO(as_word(compose(scope), datetime(2021, 3, 1))))
    assert f"Tiêu chí: 100% đi bầu. {gap}" in [paragraph.text for paragraph in sheet.paragraphs]
    review = front_matter(scope, compose(scope), is_elsewhere=False)["review"]
    assert isinstance(review, list)
    assert review.count("Viết: kết quả, số liệu đạt được so với tiêu chí") == 1


def test_a_report_carries_out_the_plan_that_stands_and_nothing_else(tmp_path: Path) -> None:
    drawing = """
    == plans/2021/mau/index.md
    title: Thi đua
    == plans/2021/mau/1.md
    number: 1/KH-TCT
    date: 1/2/2021
    title: Kế hoạch đầu
    basis: [{number: 9/KH-UBND, date: 5/1/2021, issuer: UBND tỉnh, title: Của kế hoạch đầu}]
    == plans/2021/mau/2.md
    type: QĐ
    number: 2/QĐ-TCT
    date: 2/2/2021
    recalls: [1.md]
    == plans/2021/mau/3.md
    number: 3/KH-TCT
    date: 3/2/2021
    == plans/2021/mau/4.md
    type: CV
    number: 4/TCT
    date: 4/2/2021
    corrects: [3.md]
    == plans/2021/mau/5.md
    number: 5/KH-TCT
    date: 5/2/2021
    amends: [3.md]
    == plans/2021/mau/6.md
    type: BC
    number: 6/BC-TCT
    date: 6/2/2021
    == plans/2021/mau/7.md
    number: 7/KH-TCT
    date: 7/2/2021
    withdrawn: {date: 8/2/2021, reason: Nhầm}
    """
    portal = portal_on(tmp_path, "1/7/2021", drawing)
    scope = Scope(portal, campaign(portal))
    paper = compose(scope)
    assert front_matter(scope, paper, is_elsewhere=False)["implements"] == ["plans/2021/mau/3.md"]
    assert not paper.bases


def test_signs_of_markdown_in_facts_stay_text(tmp_path: Path) -> None:
    drawing = "== plans/2021/mau/1.md\nnumber: 1/KH-TCT\ndate: 2/1/2021\ntitle: Nâng <b> lên *2* a|b\n"
    portal = portal_on(tmp_path, "1/3/2021", f"== plans/2021/mau/index.md\ntitle: Thi đua\n{drawing}")
    assert r"Nâng &lt;b> lên \*2\* a|b." in body_markdown(compose(Scope(portal, campaign(portal))))


def test_sub_units_bear_the_names_of_their_time(tmp_path: Path) -> None:
    drawing = """
    == site_src/don-vi/khoa.md
    unit: {name: Khoa Mới, names: [{name: Khoa Cũ, until: 31/12/2021}]}
    == plans/2021/mau/index.md
    title: Thi đua
    end: 30/6/2021
    lead: khoa
    works: [{unit: khoa, title: Tủ sách, done: 1/6/2021}]
    """
    portal = portal_on(tmp_path, "1/3/2022", drawing)
    text = body_markdown(compose(Scope(portal, campaign(portal))))
    assert "đơn vị thường trực: Khoa Cũ" in text
    assert "1. Khoa Cũ" in text
    assert "Khoa Mới" not in text


def test_a_report_on_some_days_carries_out_no_plan_of_after_them(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "10/6/2021", DRAWING)
    scope = Scope(portal, campaign(portal), date(2021, 5, 1), date(2021, 5, 31))
    assert front_matter(scope, compose(scope), is_elsewhere=False)["implements"] == ["plans/2021/mau/1.md"]
    whole = Scope(portal, campaign(portal))
    assert front_matter(whole, compose(whole), is_elsewhere=False)["implements"] == [
        "plans/2021/mau/1.md",
        "plans/2021/mau/2.md",
    ]


@pytest.mark.parametrize(
    ("name", "said", "above"),
    [
        ("Trường Chính trị tỉnh Mẫu", "", "Tỉnh Mẫu"),
        ("UBND xã Mẫu", "", None),
        ("Ủy ban nhân dân xã Mẫu", "", None),
        ("Hội đồng nhân dân xã Mẫu", "", None),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam xã Mẫu", "", "Tỉnh Mẫu"),
        ("Ủy ban nhân dân xã Mẫu", "parent: Huyện Mẫu\n", "Huyện Mẫu"),
    ],
)
def test_a_people_s_committee_prints_no_body_above_its_own(
    tmp_path: Path, name: str, said: str, above: str | None
) -> None:
    """Whatever stands above it on the site; only its plan may say otherwise."""
    unit = Settings(unit=PortalUnit(name=name, parent="Tỉnh Mẫu"))
    portal = portal_on(tmp_path, "2021-05-25", f"== plans/2021/mau/index.md\n== plans/2021/mau/1.md\n{said}", unit)
    assert compose(Scope(portal, campaign(portal))).parent == above
