"""How readers answer, and what is announced to them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.portal.drawing import portal_on
from tools.gallery import draw
from trangtin.content.options.configuration import build_settings
from trangtin.content.options.settings import Settings
from trangtin.views.feedback import feedback_view
from trangtin.views.page import site_view

UNIT = {"name": "Trường Mẫu", "email": "vanthu@truong.example"}
STOP = {
    "title": "Trang tạm dừng",
    "text": "Từ 22 giờ.",
    "since": "24/11/2026",
    "until": "6/12/2026",
    "stop": {"start": "5/12/2026", "back": "6/12/2026"},
}


def settings(**options: Any) -> Settings:
    built, problems = build_settings({"unit": UNIT, **options}, "mkdocs.yml", {})
    assert built is not None, problems
    return built


def complaint(**options: Any) -> str:
    built, problems = build_settings({"unit": UNIT, **options}, "mkdocs.yml", {})
    assert built is None
    return "; ".join(map(str, problems))


@pytest.mark.parametrize(
    ("day", "shown"), [("2026-11-23", False), ("2026-11-24", True), ("2026-12-06", True), ("2026-12-07", False)]
)
def test_an_announcement_is_shown_from_its_first_day_to_its_last(tmp_path: Path, day: str, shown: bool) -> None:
    site = site_view(portal_on(tmp_path, day, "", settings(announcements=[STOP])))
    assert [each.title for each in site.announcements] == ["Trang tạm dừng"] * shown
    if shown:
        assert site.announcements[0].text == "Từ 22 giờ. Dự kiến hoạt động lại ngày 06/12/2026."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Từ 22 giờ ngày 5/12", "Từ 22 giờ ngày 5/12. Dự kiến hoạt động lại ngày 06/12/2026."),
        ("Mong bạn đọc thông cảm!", "Mong bạn đọc thông cảm! Dự kiến hoạt động lại ngày 06/12/2026."),
        (None, "Dự kiến hoạt động lại ngày 06/12/2026."),
    ],
)
def test_sentences_of_an_announcement_stand_apart(tmp_path: Path, text: str | None, shown: str) -> None:
    stop = {key: value for key, value in {**STOP, "text": text}.items() if value}
    site = site_view(portal_on(tmp_path, "2026-11-24", "", settings(announcements=[stop])))
    assert [each.text for each in site.announcements] == [shown]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"until": "1/11/2026"}, "'until' (01/11/2026) trước 'since'"),
        ({"until": "4/12/2026"}, "thông báo tắt ngày 04/12/2026, trước khi trang dừng (05/12/2026)"),
        ({"stop": {"start": "5/12/2026", "back": "4/12/2026"}}, "'back' (04/12/2026) trước ngày bắt đầu dừng"),
    ],
)
def test_days_that_do_not_go_together_are_told(changed: dict[str, Any], says: str) -> None:
    assert says in complaint(announcements=[STOP | changed])


def test_letters_go_to_the_address_for_them_else_to_the_unit(tmp_path: Path) -> None:
    def letter(**options: Any) -> str | None:
        return site_view(portal_on(tmp_path, "21/11/2026", "", settings(**options))).letter

    assert letter() == "vanthu@truong.example"
    assert letter(feedback={"email": "gopy@truong.example"}) == "gopy@truong.example"


def test_a_form_needs_the_words_on_what_becomes_of_its_content() -> None:
    assert "chưa có lời xin đồng ý" in complaint(feedback={"endpoint": "https://gopy.example/nhan"})


def test_a_channel_can_be_reached() -> None:
    assert "không có cả 'address' lẫn 'phone'" in complaint(channels=[{"name": "Zalo"}])


def test_the_form_presets_nothing_and_cannot_be_sent_without_consent() -> None:
    form = {"endpoint": "https://gopy.example/nhan", "consent": "Giữ 12 tháng.", "ratings": ("Tốt", "Kém")}
    html = draw("feedback-form", {"form": form})
    assert "checked" not in html
    assert '<input type="checkbox" name="dong-y" value="co" required>' in html
    assert html.count('type="radio"') == 2


def test_every_page_ends_with_a_letter_about_it() -> None:
    page = {"edit_url": None, "canonical_url": "https://truong.example/van-ban/2026/12-kh/"}
    html = draw("page-end", {"view": {"modified": None, "title": "Kế hoạch 1 & 2"}, "page": page})
    assert "mailto:gopy@truong.example?subject=G%C3%B3p%20%C3%BD%20v%E1%BB%81%20trang%3A%20K%E1%BA%BF" in html
    assert "body=https%3A//truong.example/van-ban/2026/12-kh/" in html


@pytest.mark.parametrize("questions", [None, "https://phananh.mau.example/"])
def test_another_system_for_questions_is_named_where_the_unit_has_one(tmp_path: Path, questions: str | None) -> None:
    rules = {"email": "gopy@truong.example", **({"questions": questions} if questions else {})}
    link = feedback_view(portal_on(tmp_path, "1/7/2026", "", settings(feedback=rules))).questions
    assert (link.target if link else "no link") == (questions or "no link")
