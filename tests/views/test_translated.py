"""What pages in other languages show: facts in English, what is missing said, the frame in Vietnamese elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import SETTINGS, portal_on
from trangtin.content.options.outreach import Spokesperson
from trangtin.content.options.settings import Settings
from trangtin.portal.model import Portal
from trangtin.views.english import phone_from_abroad
from trangtin.views.parts.link import Link
from trangtin.views.translated import TranslatedView, translated_views, versions_of

DAY = "21/11/2026"
ENGLISH = {"name_en": "Mau School", "address": "Số 1", "address_en": "1 Mau Street", "phone": "0200 3000 000"}
UNITS = """
== site_src/don-vi/khoa.md
unit: {name: Khoa Luật, name_en: Faculty of Law, head: "Lê Văn C", head_en: "Le Van C, Head", phone: 0200 3000 003}
== site_src/don-vi/phong.md
unit: {name: Phòng Đào tạo, head: "Phạm Thị D, Trưởng phòng"}
== site_src/don-vi/cu.md
unit: {name: Tổ cũ, name_en: Old team, until: 1/1/2020}
"""


def settings(**more: str) -> Settings:
    who = Spokesperson(name="Phạm Thị D", position="Trưởng phòng")
    return Settings(unit=SETTINGS.unit.model_copy(update={**ENGLISH, **more}), spokesperson=who)


def view(portal: Portal, original: str, tag: str = "en") -> TranslatedView:
    return next(shown for each, shown in translated_views(portal) if (each.original, each.tag) == (original, tag))


def test_the_structure_is_told_in_english_with_the_vietnamese_name_beside_it(tmp_path: Path) -> None:
    shown = view(portal_on(tmp_path, DAY, UNITS, settings()), "site_src/don-vi/index.md")
    assert (shown.title, shown.lang, shown.frame) == ("Organisational structure", "en", "en")
    law, training = shown.units  # the past one is no part of it
    assert law.name == Link("Faculty of Law")
    assert law.vietnamese == Link("Khoa Luật", "site_src/don-vi/khoa.md", lang="vi")
    assert law.head == Link("Le Van C, Head")
    assert law.phone == Link("+84 200 3000 003", "tel:+842003000003")
    # What nobody gave in English stays Vietnamese and is marked so.
    assert training.name == Link("Phòng Đào tạo", "site_src/don-vi/phong.md", lang="vi")
    assert training.vietnamese is None
    assert training.head == Link("Phạm Thị D, Trưởng phòng", lang="vi")
    assert (training.phone, training.email) == (None, None)


def test_a_unit_with_an_english_page_is_linked_to_it(tmp_path: Path) -> None:
    drawing = f"{UNITS}== site_src/don-vi/khoa.en.md\ntitle: Faculty of Law\n"
    portal = portal_on(tmp_path, DAY, drawing, settings())
    assert view(portal, "site_src/don-vi/index.md").units[0].name.target == "in:en:site_src/don-vi/khoa.md"
    assert [unit.name.text for unit in view(portal, "site_src/don-vi/khoa.md").units] == ["Faculty of Law"]


def test_contacts_are_told_in_english(tmp_path: Path) -> None:
    shown = view(portal_on(tmp_path, DAY, "", settings()), "site_src/lien-he.md")
    assert [(fact.label, fact.values) for fact in shown.contact] == [
        ("Address", (Link("1 Mau Street"),)),
        ("Telephone", (Link("+84 200 3000 000", "tel:+842003000000"),)),
    ]
    assert [(fact.label, fact.values) for fact in shown.spokesperson] == [
        ("Name", (Link("Phạm Thị D"),)),
        ("Position", (Link("Trưởng phòng", lang="vi"),)),
    ]


@pytest.mark.parametrize(
    ("typed", "shown", "dialled"),
    [
        ("0200 3000 000", "+84 200 3000 000", "tel:+842003000000"),
        ("(0200) 3000 000", "+84 200 3000 000", "tel:+842003000000"),
        ("0(200)3000000", "0(200)3000000", "tel:02003000000"),  # told as typed rather than wrongly
        ("024.3823.4567", "+84 24.3823.4567", "tel:+842438234567"),
        ("+84 200 3000 000", "+84 200 3000 000", "tel:+842003000000"),
        ("1900 0000", "1900 0000", "tel:19000000"),  # cannot be called from abroad
        ("0200 3000 000 (máy lẻ 12)", "0200 3000 000 (máy lẻ 12)", None),
        ("hỏi văn thư", "hỏi văn thư", None),
        (None, None, None),
    ],
)
def test_a_number_as_it_is_dialled_from_abroad(typed: str | None, shown: str | None, dialled: str | None) -> None:
    link = phone_from_abroad(typed)
    assert (link.text, link.target) == (shown, dialled) if link else shown is None


def test_the_start_page_leads_to_all_there_is_in_english(tmp_path: Path) -> None:
    drawing = f"""{UNITS}
== site_src/gioi-thieu.md
== site_src/gioi-thieu.en.md
title: About
== plans/2021/bau-cu/12.md
date: 20/4/2021
== plans/2021/bau-cu/12.en.md
title: Plan
== site_src/gioi-thieu.tyz.md
title: T
"""
    shown = view(portal_on(tmp_path, DAY, drawing, settings()), "site_src/index.md")
    assert shown.title == "Mau School"
    assert shown.crumbs == ()
    assert [(way.link.text, way.note) for way in shown.ways] == [
        ("Organisational structure", "2 divisions"),
        ("About", ""),
        ("Contact", ""),
    ]
    assert [link.text for link in shown.others] == ["Plan"]


def test_a_summary_of_a_document_says_what_is_official(tmp_path: Path) -> None:
    drawing = """
== plans/2021/bau-cu/12.md
number: 12/KH-TCT
date: 20/4/2021
== plans/2021/bau-cu/12.en.md
title: Plan
"""
    shown = view(portal_on(tmp_path, DAY, drawing, settings()), "plans/2021/bau-cu/12.md")
    assert shown.is_issued
    assert shown.original == Link("Kế hoạch số 12/KH-TCT", "plans/2021/bau-cu/12.md", lang="vi")
    assert [(fact.label, fact.values[0].text) for fact in shown.facts] == [
        ("Issued by", "Mau School"),
        ("Date of issue", "20 April 2021"),
    ]


@pytest.mark.parametrize(
    ("tag", "title", "lang"),
    [
        ("en", "This translation follows the Vietnamese text of 10 June 2026", None),
        ("tyz", "Bản dịch này theo bản tiếng Việt ngày 10/06/2026", "vi"),
    ],
)
def test_a_translation_that_lags_says_so(tmp_path: Path, tag: str, title: str, lang: str | None) -> None:
    drawing = f"""
== site_src/gioi-thieu.md
updated: 3/9/2026
== site_src/gioi-thieu.{tag}.md
title: About
updated: 10/6/2026
"""
    (notice,) = view(portal_on(tmp_path, DAY, drawing), "site_src/gioi-thieu.md", tag).notices
    assert (notice.title, notice.lang) == (title, lang)


def test_what_was_taken_back_is_empty_in_english_too(tmp_path: Path) -> None:
    drawing = """
== site_src/don-vi/khoa.md
unit: {name: Khoa, name_en: Faculty, phone: 0200 3000 003}
withdrawn: {date: 2/1/2026, reason: Nhầm}
== site_src/don-vi/khoa.en.md
title: Faculty
summary: SECRET
"""
    shown = view(portal_on(tmp_path, DAY, drawing), "site_src/don-vi/khoa.md")
    assert shown.is_withdrawn
    assert "SECRET" not in shown.description
    assert (shown.units, shown.facts) == ((), ())
    (notice,) = shown.notices
    assert notice.title == "This page was withdrawn on 2 January 2026"
    assert notice.text == "The reason is given on the Vietnamese page."


def test_english_of_one_country_has_the_english_frame(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, DAY, "== site_src/gioi-thieu.md\n== site_src/gioi-thieu.en-GB.md\ntitle: About\n")
    shown = view(portal, "site_src/gioi-thieu.md", "en-GB")
    assert (shown.lang, shown.frame) == ("en-GB", "en")
    assert shown.crumbs == (Link("Home", "in:en:site_src/index.md"),)


def test_a_translation_taken_back_alone_says_why_itself(tmp_path: Path) -> None:
    drawing = """
== site_src/gioi-thieu.md
== site_src/gioi-thieu.en.md
title: About
withdrawn: {date: 2/1/2026, reason: Wrong figures}
"""
    (notice,) = view(portal_on(tmp_path, DAY, drawing), "site_src/gioi-thieu.md").notices
    assert (notice.title, notice.text) == ("This page was withdrawn on 2 January 2026", "Wrong figures")


def test_every_version_is_named_in_its_own_language_where_that_is_certain(tmp_path: Path) -> None:
    drawing = "== site_src/gioi-thieu.md\n" + "".join(
        f"== site_src/gioi-thieu.{tag}.md\ntitle: T\n" for tag in ("en", "hmn", "tyz")
    )
    portal = portal_on(tmp_path, DAY, drawing)
    versions = versions_of("site_src/gioi-thieu.md", portal, "tyz")
    assert [(each.lang, each.text, each.text_lang, each.is_current) for each in versions] == [
        ("vi", "Tiếng Việt", "vi", False),
        ("en", "English", "en", False),
        ("hmn", "Tiếng Mông", "vi", False),
        ("tyz", "Tày", "tyz", True),
    ]
    assert versions_of("site_src/khac.md", portal) == ()


PLAN = "plans/2021/12.md"
LATER = """
== plans/2021/12.md
number: 12/QC-TCT
type: QC
date: 20/4/2021
{own}
== plans/2021/12.en.md
title: Rules
== plans/2021/12.tyz.md
title: T
== plans/2021/13.md
number: 13/QD-TCT
type: QĐ
title: Đổi quy chế
date: 21/4/2021
effective: 1/6/2021
{relation}
"""
VIETNAMESE_LINK = "Quyết định số 13/QD-TCT ngày 21/04/2021 (Đổi quy chế)"


@pytest.mark.parametrize(
    ("relation", "day", "english", "vietnamese", "tone", "state"),
    [
        ("replaces", "1/6/2021", "This document has been replaced", "đã có văn bản thay thế", "warn", "Replaced"),
        ("recalls", "1/6/2021", "This document has been recalled", "đã bị thu hồi", "bad", "Recalled"),
        ("amends", "1/6/2021", "This document has been amended", "đã được sửa đổi, bổ sung", "info", "In force"),
        ("corrects", "1/6/2021", "This document has been corrected", "có đính chính", "info", "In force"),
        (
            "replaces",
            "31/5/2021",
            "This document will be replaced on 1 June 2021",
            "sẽ được thay thế từ ngày 01/06/2021",
            "info",
            "In force",
        ),
    ],
)
def test_a_translation_tells_what_became_of_the_document(
    tmp_path: Path, relation: str, day: str, english: str, vietnamese: str, tone: str, state: str
) -> None:
    portal = portal_on(tmp_path, day, LATER.format(own="", relation=f"{relation}: 12/QC-TCT"), settings())
    shown = view(portal, PLAN)
    (notice,) = shown.notices
    assert (notice.title, notice.tone, notice.lang) == (english, tone, None)
    assert notice.links == (Link(VIETNAMESE_LINK, "plans/2021/13.md", lang="vi"),)
    assert shown.state is not None and (shown.state.text) == state
    # Where the portal has no words of that language it says it in Vietnamese, marked as such.
    (marked,) = view(portal, PLAN, "tyz").notices
    assert (marked.title, marked.lang) == (f"Văn bản này {vietnamese}", "vi")
    assert marked.links == (Link(VIETNAMESE_LINK, "plans/2021/13.md"),)


def test_it_leads_to_the_translation_of_the_later_document_where_there_is_one(tmp_path: Path) -> None:
    translations = """
== plans/2021/13.en.md
title: New rules
== plans/2021/13.tyz.md
title: M
"""
    portal = portal_on(tmp_path, "1/6/2021", LATER.format(own="", relation="replaces: 12/QC-TCT") + translations)
    links = [view(portal, PLAN, tag).notices[0].links for tag in ("en", "tyz")]
    assert links == [
        (Link("13/QD-TCT: New rules", "in:en:plans/2021/13.md"),),
        (Link("13/QD-TCT: M", "in:tyz:plans/2021/13.md", lang="tyz"),),
    ]


def test_a_translation_that_was_taken_back_is_not_linked_to(tmp_path: Path) -> None:
    gone = "== plans/2021/13.en.md\ntitle: New rules\nwithdrawn: {date: 2/6/2021, reason: Wrong}\n"
    portal = portal_on(tmp_path, "2/6/2021", LATER.format(own="", relation="replaces: 12/QC-TCT") + gone)
    assert view(portal, PLAN).notices[0].links == (Link(VIETNAMESE_LINK, "plans/2021/13.md", lang="vi"),)


@pytest.mark.parametrize(
    ("own", "day", "told", "state"),
    [
        ("expires: 1/5/2021", "1/5/2021", [], "In force"),
        (
            "expires: 1/5/2021",
            "2/5/2021",
            ["This document ceased to be in force after 1 May 2021"],
            "No longer in force",
        ),
        (
            "effective: 2/5/2021",
            "1/5/2021",
            ["This document is not yet in force; it takes effect on 2 May 2021"],
            "Not yet in force",
        ),
        ("effective: 2/5/2021", "2/5/2021", [], "In force"),
    ],
)
def test_a_translation_tells_when_the_document_holds(
    tmp_path: Path, own: str, day: str, told: list[str], state: str
) -> None:
    shown = view(portal_on(tmp_path, day, LATER.format(own=own, relation="")), PLAN)
    assert [notice.title for notice in shown.notices] == told
    assert shown.state is not None and shown.state.text == state
    label = {"expires": "Ceases to be in force after", "effective": "In force from"}[own.partition(":")[0]]
    assert label in [fact.label for fact in shown.facts]


def test_a_plan_has_no_force_to_tell_of_in_any_language(tmp_path: Path) -> None:
    portal = portal_on(tmp_path, DAY, "== plans/2021/12.md\ndate: 20/4/2021\n== plans/2021/12.en.md\ntitle: Plan\n")
    assert (view(portal, PLAN).state, view(portal, PLAN).notices) == (None, ())


def test_a_news_item_says_when_it_was_published_and_a_campaign_when_it_runs(tmp_path: Path) -> None:
    drawing = """
== site_src/tin-tuc/2021/le.md
date: 5/2/2021
== site_src/tin-tuc/2021/le.en.md
title: Ceremony
== plans/2021/bau-cu/index.md
start: 1/3/2021
end: 31/5/2021
== plans/2021/bau-cu/index.en.md
title: Election
"""
    portal = portal_on(tmp_path, DAY, drawing, settings())
    told = [
        [(fact.label, fact.values[0].text) for fact in view(portal, path).facts]
        for path in ("site_src/tin-tuc/2021/le.md", "plans/2021/bau-cu/index.md")
    ]
    assert told == [
        [("Published", "5 February 2021")],
        [("Begins", "1 March 2021"), ("Ends", "31 May 2021")],
    ]
