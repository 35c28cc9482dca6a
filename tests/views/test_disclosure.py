"""The register of information that must be public."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import trangtin_theme
from tests.portal.drawing import portal_on
from tests.views.every_view import texts
from tests.views.open_data.test_documents import HELD
from trangtin.portal.model import Portal
from trangtin.views.disclosure import MOST_DOCUMENTS, disclosed, disclosure_view
from trangtin.views.feedback import feedback_view
from trangtin.views.machine_readable.open_data.tables import disclosure_table


def test_a_document_is_listed_with_what_the_decree_asks_for(sample: Portal) -> None:
    plan = next(item for item in disclosed(sample) if item.number == "12/KH-TCT")
    assert plan.name.text.startswith("Kế hoạch: Phát động")
    assert plan.name.target == "plans/2021/bau-cu-2021/12-kh-tct.md"
    assert (plan.issued, plan.published) == (date(2021, 4, 20), date(2021, 4, 21))


def test_no_day_of_publishing_is_made_up(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2022", "== plans/2021/1.md\nnumber: 1/KH-TCT\ndate: 5/11/2021\n")
    (item,) = disclosure_view(portal).documents
    assert (item.issued, item.published) == (date(2021, 11, 5), None)


def test_pages_and_organisation_are_listed_too(sample: Portal) -> None:
    names = [item.name.text for item in disclosure_view(sample).general]
    assert "Giới thiệu" in names
    assert any("đơn vị trực thuộc" in name for name in names)
    assert "Đăng kịp thời văn bản của cơ quan khác" in names
    assert not {"Trang chủ", "Văn bản", "Tin tức"} & set(names)  # they are no information, but ways to it


def test_how_to_ask_is_told_by_the_law_of_the_day(tmp_path: Path) -> None:
    request = disclosure_view(portal_on(tmp_path, "1/7/2018")).request
    assert request is not None
    assert "104/2016/QH13" in request.text
    by_article = {term.rpartition("(")[2]: term for term in request.terms}
    assert list(by_article) == ["Điều 29).", "Điều 30).", "Điều 31).", "Điều 28 khoản 2)."]
    assert "Điều 22" in str(feedback_view(portal_on(tmp_path, "1/7/2018")).correction)
    before = portal_on(tmp_path, "30/6/2018")
    assert (disclosure_view(before).request, feedback_view(before).correction) == (None, None)


def test_each_way_to_ask_that_is_offered_has_its_terms(tmp_path: Path) -> None:
    request = disclosure_view(portal_on(tmp_path, "21/11/2026")).request
    assert request is not None
    assert "đến trực tiếp, gửi thư hoặc gửi thư điện tử" in request.text
    in_person, by_net, by_post = request.terms[:3]
    assert in_person.startswith("Nhận trực tiếp tại trụ sở:") and in_person.count("10 ngày làm việc") == 2
    assert "sao chụp ngay" in in_person
    assert by_net.startswith("Nhận qua mạng, thư điện tử:") and "có sẵn thì chậm nhất 3 ngày làm việc" in by_net
    assert by_post.startswith("Nhận qua bưu chính, fax:") and "có sẵn thì chậm nhất 5 ngày làm việc" in by_post
    for term in (by_net, by_post):
        assert "báo thời hạn trong 3 ngày làm việc, cung cấp chậm nhất 15 ngày làm việc" in term
        assert "gia hạn không quá 15 ngày (" in term  # days of the calendar: the articles do not say working days


def test_no_template_names_a_law() -> None:
    theme = Path(trangtin_theme.__file__).parent
    named = re.compile(r"\d+/\d{4}/(?:QH|NĐ|TT)")
    assert [file.name for file in theme.rglob("*.html") if named.search(file.read_text("utf-8"))] == []


def test_what_is_held_back_or_withdrawn_is_not_listed(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "1/1/2022", HELD)
    assert disclosure_view(portal).documents == ()
    assert not [text for text in texts(disclosure_view(portal)) if "BIMAT" in text]


def test_the_page_holds_the_newest_and_the_table_all(tmp_path: Path) -> None:
    count = MOST_DOCUMENTS + 3
    drawing = "".join(f"== plans/2021/{n}.md\nnumber: {n}/KH-TCT\ndate: 1/1/2021\n" for n in range(1, count + 1))
    portal = portal_on(tmp_path, "1/1/2022", drawing)
    view = disclosure_view(portal)
    assert (len(view.documents), view.total) == (MOST_DOCUMENTS, count)
    assert len([row for row in disclosure_table(portal, str).rows if row[1]]) == count
