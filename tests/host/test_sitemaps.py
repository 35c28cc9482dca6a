"""Site maps, by the rules of their protocol: for all pages, and for crawlers of news."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

from tests.host.conftest import Builder
from tests.portal.drawing import draw

HERE = Path(__file__).parent
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
PORTAL = """
== mkdocs.yml
site_name: Trường
site_url: https://mau.example/
docs_dir: site_src
theme: trangtin
plugins: [{trangtin: {unit: {name: Trường Mẫu & Bạn}}}]
== site_src/index.md
title: Trang chủ
"""
ITEMS = """
== site_src/tin-tuc/2026/hom-nay.md
title: "Lễ phát\\b động \\"Tết <trồng cây>\\""
date: 21/11/2026
== site_src/tin-tuc/2026/hom-kia.md
date: 19/11/2026
updated: 20/11/2026
== site_src/tin-tuc/2026/cu.md
date: 18/11/2026
== site_src/tin-tuc/2026/go.md
date: 21/11/2026
withdrawn: {date: 21/11/2026, reason: Nhầm}
"""


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(HERE / "sitemap.xsd"))


def test_every_page_of_the_sample_is_in_its_map_with_the_day_of_its_last_change(
    sample: Path, schema: etree.XMLSchema
) -> None:
    tree = etree.parse(sample / "sitemap.xml")
    schema.assertValid(tree)
    places = [unquote(url.findtext(f"{MAP}loc")).split("/", 3)[3] for url in tree.getroot()]
    assert len(places) == len(set(places))
    written = {file.relative_to(sample).as_posix() for file in sample.rglob("index.html")}
    pages = {name for name in written if b'http-equiv="refresh"' not in (sample / name).read_bytes()}
    assert {f"{place}index.html" for place in places} == pages
    days = {url.findtext(f"{MAP}loc"): url.findtext(f"{MAP}lastmod") for url in tree.getroot()}
    assert days["https://truongchinhtri.mau.example/tin-tuc/2021/ngay-hoi-bau-cu/"] == "2021-05-24"
    # Replaced: nobody wrote a day into its own file.
    assert days["https://truongchinhtri.mau.example/van-ban/2022/08-qc-tct/"] == "2026-04-01"


def test_the_map_of_news_tells_as_news_what_came_in_the_last_two_days(
    tmp_path: Path, session_builder: Builder, schema: etree.XMLSchema
) -> None:
    draw(tmp_path, PORTAL + ITEMS)
    site = session_builder(tmp_path)
    tree = etree.parse(site / "sitemap-tin-tuc.xml")
    schema.assertValid(tree)
    told = [
        (url.findtext(f"{MAP}loc").split("/")[-2], url.findtext(f"{MAP}lastmod"), url.findtext(f".//{NEWS}title"))
        for url in tree.getroot()
    ]
    assert told == [
        ("hom-nay", "2026-11-21", 'Lễ phát động "Tết <trồng cây>"'),
        ("hom-kia", "2026-11-20", "Tin"),
        ("cu", "2026-11-18", None),
    ]
    first = tree.getroot()[0]
    assert first.findtext(f".//{NEWS}name") == "Trường Mẫu & Bạn"
    assert (first.findtext(f".//{NEWS}language"), first.findtext(f".//{NEWS}publication_date")) == ("vi", "2026-11-21")
    assert "Sitemap: https://mau.example/sitemap-tin-tuc.xml\n" in (site / "robots.txt").read_text("utf-8")


def test_there_is_no_empty_map_of_news(tmp_path: Path, session_builder: Builder) -> None:
    draw(tmp_path, PORTAL)
    site = session_builder(tmp_path)
    assert not (site / "sitemap-tin-tuc.xml").exists()
    assert "tin-tuc" not in (site / "robots.txt").read_text("utf-8")
