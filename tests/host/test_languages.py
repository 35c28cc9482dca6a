"""A built site in several languages: what browsers, search engines and programs that read aloud are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, html

from tests.host.conftest import Builder, visible_text
from tests.portal.drawing import draw
from trangtin.host.texts.rendering import Profile, Renderer, Text

VIETNAMESE = set("ạảấầậắặẽếềệỉịọỏốồộớờợụủứừựỳỹđăơư")
BASE = "https://mau.example/"
CONFIG = f"""
== mkdocs.yml
site_name: Trường Mẫu
site_url: {BASE}
docs_dir: site_src
theme: {{name: trangtin CUSTOM}}
plugins:
  - trangtin: {{unit: {{name: Trường Mẫu, name_en: Mau School, phone: 0200 3000 000}}, notice: Trang chạy thử}}
nav: [index.md, gioi-thieu.md, van-ban/index.md, Liên hệ: lien-he.md]
"""
PORTAL = """
== site_src/index.md
title: Trang chủ
== site_src/gioi-thieu.md
title: Giới thiệu
---
[Liên hệ](lien-he.md)
== site_src/gioi-thieu.en.md
title: About
updated: 5/4/2026
redirect_from: /english/about.html
---
[Contact](lien-he.md#gio) and [documents](van-ban/index.md), *tiếng Việt*{lang=vi}.
== site_src/gioi-thieu.tyz.md
title: Bài tiếng Tày
---
Chữ.
== site_src/lien-he.en.md
title: Contact
== site_src/don-vi/khoa.md
unit: {name: Khoa Luật, name_en: Faculty of Law}
== site_src/nhap.md
draft: true
== site_src/nhap.en.md
title: SECRET
---
SECRET
== site_src/go.md
title: Trang gỡ
withdrawn: {date: 2/1/2026, reason: Nhầm}
== site_src/go.en.md
title: Gone
---
SECRET
== plans/2021/bau-cu/12.md
number: 12/KH-TCT
date: 20/4/2021
== plans/2021/bau-cu/12.en.md
title: Plan 12
---
A summary.
"""


@pytest.fixture(scope="module", params=["alone", "custom_dir"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, session_builder: Builder) -> Path:
    """Drawn at once by us, and one by one by MkDocs where a unit has templates of its own."""
    root = tmp_path_factory.mktemp("portal")
    custom = ", custom_dir: theirs" if request.param == "custom_dir" else ""
    draw(root, CONFIG.replace(" CUSTOM", custom) + PORTAL + "== theirs/empty.txt\n")
    return session_builder(root)


def page(site: Path, address: str) -> html.HtmlElement:
    return html.parse(site / address / "index.html").getroot()


def language_of(element: html.HtmlElement) -> str:
    """The language a program takes an element to be in."""
    while element.get("lang") is None:
        element = element.getparent()
    return str(element.get("lang"))


ADDRESSES = {
    "gioi-thieu/": {"vi": "gioi-thieu/", "en": "en/gioi-thieu/", "tyz": "tyz/gioi-thieu/"},
    "lien-he/": {"vi": "lien-he/", "en": "en/lien-he/"},
    "": {"vi": "", "en": "en/"},
    "van-ban/2021/12-kh-tct/": {"vi": "van-ban/2021/12-kh-tct/", "en": "en/van-ban/2021/12-kh-tct/"},
}


@pytest.mark.parametrize("original", ADDRESSES)
def test_every_version_names_all_the_others(site: Path, original: str) -> None:
    versions = ADDRESSES[original]
    expected = {tag: BASE + address for tag, address in versions.items()} | {"x-default": BASE + original}
    for tag, address in versions.items():
        shown = page(site, address)
        assert shown.get("lang") == tag
        told = {link.get("hreflang"): link.get("href") for link in shown.xpath("//link[@hreflang]")}
        assert told == expected
        assert shown.xpath("string(//link[@rel='canonical']/@href)") == BASE + address
        switch = {a.get("hreflang"): a for a in shown.xpath("//header//nav//a[@hreflang]")}
        assert switch.keys() == versions.keys() - {tag}
        for other, link in switch.items():
            assert (site / address / link.get("href") / "index.html").resolve() == (
                site / versions[other] / "index.html"
            ).resolve()
            assert link.get("lang") == other


def test_a_page_in_one_language_has_no_switch(site: Path) -> None:
    shown = page(site, "tin-tuc")
    assert shown.xpath("//*[@hreflang]") == []


def test_the_map_for_search_engines_names_the_versions(site: Path) -> None:
    tree = etree.parse(site / "sitemap.xml")
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    found = {
        url.findtext("s:loc", namespaces=names): {link.get("hreflang") for link in url.iterfind("x:link", names)}
        for url in tree.getroot()
    }
    assert found[f"{BASE}tyz/gioi-thieu/"] == found[f"{BASE}gioi-thieu/"] == {"vi", "en", "tyz", "x-default"}
    assert found[f"{BASE}tin-tuc/"] == set()


def test_an_english_page_has_an_english_frame(site: Path) -> None:
    shown = page(site, "en/gioi-thieu")
    menu = shown.xpath("//nav[@aria-label='Main menu']//li/a")
    assert [(a.text_content(), a.get("aria-current")) for a in menu] == [
        ("Home", None),
        ("About", "page"),
        ("Contact", None),
    ]
    assert shown.xpath("string(//*[@class='tt-unit'])") == "Mau School"
    assert "Last updated: 5 April 2026" in visible_text(html.tostring(shown, encoding="unicode"))
    for element in shown.iter():  # what is left of Vietnamese is marked
        if isinstance(element.tag, str) and element.tag not in {"title", "script"}:
            assert not VIETNAMESE & set(element.text or "") or language_of(element) == "vi", element.text


def test_links_of_a_translation_lead_to_the_same_language_where_they_can(site: Path) -> None:
    contact, documents = page(site, "en/gioi-thieu").xpath("//*[@class='tt-body']//a[starts-with(@href, '..')]")[-2:]
    assert contact.get("href") == "../lien-he/#gio"
    assert documents.get("href") == "../../van-ban/"
    (own,) = page(site, "gioi-thieu").xpath("//*[@class='tt-body']//a")
    assert own.get("href") == "../lien-he/"


def test_a_language_without_words_of_its_own_keeps_the_vietnamese_frame_marked(site: Path) -> None:
    shown = page(site, "tyz/gioi-thieu")
    for part in ("//a[@class='tt-skip tt-screen']", "//header", "//footer", "//nav[@aria-label='Vị trí của trang']//a"):
        assert language_of(shown.xpath(part)[0]) == "vi", part
    (said,) = [p for p in shown.xpath("//*[@class='tt-body']/p") if p.text_content() == "Chữ."]
    assert language_of(said) == language_of(shown.xpath("//h1")[0]) == "tyz"


def test_an_old_address_leads_to_a_translation(site: Path) -> None:
    assert 'content="0; url=../en/gioi-thieu/"' in (site / "english/about.html").read_text("utf-8")


def test_what_is_held_back_or_taken_back_is_nowhere(site: Path) -> None:
    assert not (site / "en/nhap").exists()
    assert "withdrawn on 2 January 2026" in visible_text((site / "en/go/index.html").read_text("utf-8"))
    for file in site.rglob("*"):
        assert not file.is_file() or b"SECRET" not in file.read_bytes(), file


def test_translations_are_found_and_are_no_documents_of_their_own(site: Path) -> None:
    index = b"".join(file.read_bytes() for file in (site / "tim-kiem").rglob("*") if file.is_file())
    assert b"en/van-ban/2021/12-kh-tct/" in index
    for data in ("van-ban.json", "feed.xml", "thay-doi.xml", "tin-tuc.json"):
        assert b"Plan 12" not in (site / data).read_bytes(), data
    assert "Faculty of Law" in visible_text((site / "en/don-vi/index.html").read_text("utf-8"))
    assert "Plan 12" in visible_text((site / "so-do-trang/index.html").read_text("utf-8"))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Về *e-government*{lang=en}.", '<em lang="en">e-government</em>'),
        ('Về <span lang="en">e-government</span>.', '<span lang="en">e-government</span>'),
        ("Đoạn văn.\n{: lang=fr }", '<p lang="fr">Đoạn văn.</p>'),
    ],
)
def test_foreign_words_keep_their_marks(typed: str, shown: str) -> None:
    text = Text(typed, Profile.PROSE, 2, None, lambda link: link)
    assert shown in Renderer(["tables"], {}).render(text).html


def test_in_an_issued_text_a_mark_is_shown_as_it_was_printed() -> None:
    text = Text("Về *e-government*{lang=en}.", Profile.PRINTED, 3, None, lambda link: link)
    assert "{lang=en}" in Renderer(["tables"], {}).render(text).html
