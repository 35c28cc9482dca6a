"""Pages in other languages: found by name, held back and taken back with their originals, told of where they lag."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, portal_on, told
from tests.portal.test_leaks import published
from trangtin.content.options.settings import Settings
from trangtin.portal.model import Portal

DAY = "21/11/2026"
ENGLISH = Settings(unit=SETTINGS.unit.model_copy(update={"name_en": "Mau School"}))
ABOUT = """
== site_src/gioi-thieu.md
title: Giới thiệu
"""


def languages(portal: Portal) -> list[tuple[str, str]]:
    """The pages in other languages as (tag, original)."""
    return [(each.tag, each.original) for each in portal.translations]


def test_without_a_word_of_another_language_there_is_none(tmp_path: Path) -> None:
    assert languages(portal_on(tmp_path, DAY, ABOUT)) == []


def test_an_english_name_brings_the_pages_the_portal_can_make_by_itself(tmp_path: Path) -> None:
    made = [("en", "site_src/index.md"), ("en", "site_src/lien-he.md")]
    assert languages(portal_on(tmp_path / "a", DAY, ABOUT, ENGLISH)) == made
    with_units = portal_on(tmp_path / "b", DAY, "== site_src/don-vi/khoa.md\n", ENGLISH)
    assert languages(with_units) == [("en", "site_src/don-vi/index.md"), *made]


def test_every_kind_of_page_can_be_translated(tmp_path: Path) -> None:
    originals = [
        "plans/2021/bau-cu/12.md",
        "plans/2021/bau-cu/index.md",
        "site_src/don-vi/khoa.md",
        "site_src/gioi-thieu.md",
        "site_src/index.md",
        "site_src/tin-tuc/2021/tin.md",
    ]
    drawing = "".join(f"== {path}\n== {path.removesuffix('.md')}.tyz.md\ntitle: T\n" for path in originals)
    portal = portal_on(tmp_path, DAY, drawing)
    assert languages(portal) == [("tyz", path) for path in originals]
    assert [str(problem) for problem in portal.problems if problem.stops_build] == []
    assert len(portal.documents) == len(portal.units) == len(portal.news) == 1  # translations are none of these


HELD = ["draft: true", "date: 2/1/2027"]


@pytest.mark.parametrize("key", HELD)
def test_a_translation_waits_for_its_original(tmp_path: Path, key: str) -> None:
    news = f"== site_src/tin-tuc/2027/tin.md\n{key}\n== site_src/tin-tuc/2027/tin.en.md\ntitle: SECRET\n---\nSECRET\n"
    portal = portal_on(tmp_path, DAY, news)
    assert [text for text in published(portal) if "SECRET" in text] == []
    assert told(portal, "TT420") == [
        "site_src/tin-tuc/2027/tin.en.md:1: TT420 chưa đăng, vì bản gốc 'site_src/tin-tuc/2027/tin.md' chưa đăng → "
        "bản gốc được đăng thì bản dịch tự được đăng"
    ]


def test_a_draft_of_a_translation_goes_nowhere(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, DAY, f"{ABOUT}== site_src/gioi-thieu.en.md\ntitle: SECRET\ndraft: true\n---\nSECRET\n")
    assert languages(portal) == []
    assert [text for text in published(portal) if "SECRET" in text] == []


def test_what_was_taken_back_is_taken_back_in_every_language(tmp_path: Path) -> None:
    gone = "withdrawn: {date: 1/1/2026, reason: Nhầm}\n"
    portal = portal_on(tmp_path, DAY, f"{ABOUT}{gone}== site_src/gioi-thieu.en.md\ntitle: About\n---\nSECRET\n")
    (about,) = [each for each in portal.translations if each.original == "site_src/gioi-thieu.md"]
    assert about.entry is not None
    assert about.entry.head.withdrawn is not None
    assert about.entry.head.withdrawn.reason == "Nhầm"


@pytest.mark.parametrize(
    ("original", "translation", "is_late"),
    [
        ("3/9/2026", "10/6/2026", True),
        ("3/9/2026", "3/9/2026", False),
        ("3/9/2026", "4/9/2026", False),
        (None, "10/6/2026", False),
        ("3/9/2026", None, False),  # nobody said when
    ],
)
def test_a_translation_that_lags_is_told_of(
    tmp_path: Path, original: str | None, translation: str | None, *, is_late: bool
) -> None:
    days = [f"updated: {day}\n" if day else "" for day in (original, translation)]
    drawing = f"{ABOUT}{days[0]}== site_src/gioi-thieu.en.md\ntitle: About\n{days[1]}"
    problems = told(portal_on(tmp_path, DAY, drawing), "TT418")
    assert bool(problems) is is_late
    assert all("bản dịch theo bản ngày 10/06/2026, bản gốc đã sửa ngày 03/09/2026" in each for each in problems)


@pytest.mark.parametrize(
    ("drawing", "code", "message"),
    [
        (
            "== site_src/gioi-thieu.eng.md\n",
            "TT336",
            "site_src/gioi-thieu.eng.md:1: TT336 tên tệp có đuôi '.eng' không phải là mã ngôn ngữ nào → "
            "có phải ý bạn là '.en'? (ví dụ: gioi-thieu.en.md)",
        ),
        (
            "== site_src/gioi-thieu.Thai.md\n",
            "TT336",
            "site_src/gioi-thieu.Thai.md:1: TT336 đuôi '.Thai' không phải là mã ngôn ngữ nào nên tệp này không thành "
            "bản dịch của 'gioi-thieu.md' → đổi đuôi ấy thành mã trong danh sách ngôn ngữ; là một bài riêng thì thay "
            "dấu chấm trong tên bằng gạch nối (ví dụ: gioi-thieu.en.md)",
        ),
        (
            "== site_src/lien-he.english.md\n",
            "TT336",
            "site_src/lien-he.english.md:1: TT336 đuôi '.english' không phải là mã ngôn ngữ nào nên tệp này không "
            "thành bản dịch của 'lien-he.md' → có phải ý bạn là '.en'?; là một bài riêng thì thay dấu chấm trong tên "
            "bằng gạch nối (ví dụ: lien-he.en.md)",
        ),
        (
            "== site_src/gioi-thieuu.en.md\ntitle: About\n",
            "TT337",
            "site_src/gioi-thieuu.en.md:1: TT337 bản dịch này không có bản gốc: không có tệp "
            "'site_src/gioi-thieuu.md' → có phải bản gốc là 'site_src/gioi-thieu.md'? Nếu đúng thì đổi tên bản dịch "
            "(ví dụ: gioi-thieu.en.md)",
        ),
        (
            "== site_src/gioi-thieu.vi.md\n",
            "TT338",
            "site_src/gioi-thieu.vi.md:1: TT338 bản gốc đã là tiếng Việt, không cần bản '.vi' → "
            "bỏ '.vi' khỏi tên 'gioi-thieu.vi.md'",
        ),
        (
            "== site_src/gioi-thieu.en.md\ntitle: About\nlang: fr\n",
            "TT338",
            "site_src/gioi-thieu.en.md:3: TT338 'lang' ghi 'fr' mà tên tệp ghi 'en' → "
            "bỏ khóa 'lang': tên tệp đã nói ngôn ngữ",
        ),
        (
            "== site_src/gioi-thieu.en.md\nsummary: About us\n",
            "TT202",
            "site_src/gioi-thieu.en.md:1: TT202 thiếu khóa 'title': bản dịch chưa có tiêu đề → "
            "thêm dòng 'title' bằng ngôn ngữ của bản dịch (ví dụ: title: Contact)",
        ),
    ],
)
def test_a_translation_that_cannot_be(tmp_path: Path, drawing: str, code: str, message: str) -> None:
    assert told(portal_on(tmp_path, DAY, ABOUT + drawing), code) == [message]


def test_a_translation_of_a_broken_file_is_not_told_of_as_well(tmp_path: Path) -> None:
    drawing = "== site_src/gioi-thieu.md\nupdated: hôm qua\n== site_src/gioi-thieu.en.md\ntitle: About\n"
    assert told(portal_on(tmp_path, DAY, drawing), "TT337", "TT420") == []


def test_a_page_of_the_portal_itself_needs_no_file_to_be_translated(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, DAY, "== site_src/van-ban/index.en.md\ntitle: Documents\n")
    assert ("en", "site_src/van-ban/index.md") in languages(portal)
    assert told(portal, "TT337") == []


def test_english_names_are_asked_for_where_there_are_english_pages(tmp_path: Path) -> None:
    units = "== site_src/don-vi/a.md\nunit: {name: A, name_en: Unit A}\n== site_src/don-vi/b.md\nunit: {name: B}\n"
    past = "== site_src/don-vi/c.md\nunit: {name: C, until: 1/1/2020}\n"
    assert told(portal_on(tmp_path / "a", DAY, units + past), "TT419") == []
    (only,) = told(portal_on(tmp_path / "b", DAY, units + past, ENGLISH), "TT419")
    assert only.startswith("site_src/don-vi/b.md:2: TT419 trang cơ cấu tổ chức tiếng Anh chưa có tên tiếng Anh của 'B'")
    nameless = told(portal_on(tmp_path / "c", DAY, f"{ABOUT}== site_src/gioi-thieu.en.md\ntitle: About\n"), "TT419")
    assert [each.split()[0] for each in nameless] == ["mkdocs.yml:1:"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("*e-government*{lang=en}", None),
        ("*e-government*{: .x lang='en' }", None),
        ('<span lang="fr">mot</span>', None),
        ("*e-government*{lang=eng}", "eng"),
        ('<span lang="Anh">mot</span>', "Anh"),
        ("`*x*{lang=eng}`", None),  # how it is written, not a mark
    ],
)
def test_marks_of_languages_in_texts(tmp_path: Path, text: str, wrong: str | None) -> None:
    problems = told(portal_on(tmp_path, DAY, f"{ABOUT}---\nMột.\n\n{text}\n"), "TT421")
    assert len(problems) == (wrong is not None)
    assert all(each.startswith("site_src/gioi-thieu.md:6: TT421") and f"'lang={wrong}'" in each for each in problems)


def test_in_an_issued_text_braces_are_text(tmp_path: Path) -> None:
    assert told(portal_on(tmp_path, DAY, "== plans/2021/bau-cu/12.md\n---\nx {lang=eng}\n"), "TT421") == []
