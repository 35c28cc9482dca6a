"""What servers and crawlers are told, and documents found by their number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.host.conftest import Builder, visible_text
from tests.portal.drawing import draw

PORTAL = """
== mkdocs.yml
site_name: Trường
site_url: https://mau.example/truong/
docs_dir: site_src
theme: trangtin
plugins:
  - trangtin:
      unit: {name: Trường, symbol: TCT}
      security: {contact: antoan@truong.example, expires: 31/12/2027}
== site_src/index.md
title: Trang chủ
== site_src/moi.md
title: Mới
redirect_from: /cu/1.html
== plans/2021/a.md
number: 01/KH-TCT
date: 1/1/2021
redirect_from: /van-ban-cu/
== plans/2021/b.md
number: 02/KH-TCT
date: 1/1/2021
issuer: Trường A
== plans/2021/c.md
number: 02/KH-TCT
date: 2/1/2021
issuer: Trường B
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, session_builder: Builder) -> Path:
    root = tmp_path_factory.mktemp("portal")
    draw(root, PORTAL)
    return session_builder(root)


def text(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def test_crawlers_find_the_site_map_unless_the_site_is_a_rehearsal(site: Path, sample: Path) -> None:
    assert text(site, "robots.txt") == "User-agent: *\nDisallow:\nSitemap: https://mau.example/truong/sitemap.xml\n"
    assert text(sample, "robots.txt") == "User-agent: *\nDisallow: /\n"


def test_security_txt_is_there_where_it_is_asked_for(site: Path, sample: Path) -> None:
    assert text(site, ".well-known/security.txt").splitlines() == [
        "Contact: mailto:antoan@truong.example",
        "Expires: 2027-12-31T23:59:59+07:00",
        "Preferred-Languages: vi, en",
        "Canonical: https://mau.example/truong/.well-known/security.txt",
    ]
    assert not (sample / ".well-known").exists()


def test_a_document_is_found_by_its_number_where_that_names_one_only(site: Path, sample: Path) -> None:
    assert 'content="0; url=../../van-ban/2021/01-kh-tct/"' in text(site, "so/01-kh-tct-2021/index.html")
    assert (sample / "so/95-kh-ubnd-2021/index.html").is_file()


def test_a_number_that_two_offices_used_in_one_year_leads_to_a_choice(site: Path) -> None:
    shown = visible_text(text(site, "so/02-kh-tct-2021/index.html"))
    assert "Văn bản số 02/KH-TCT năm 2021" in shown
    assert "Có 2 văn bản mang số này" in shown and "Trường A" in shown and "Trường B" in shown
    for page in ("02-kh-tct-truong-a", "02-kh-tct-truong-b"):
        assert f'href="../../van-ban/2021/{page}/"' in text(site, "so/02-kh-tct-2021/index.html")
    assert "\n/truong/so/02-kh-tct-2021" not in text(site, "_redirects")
    assert "/so/02-kh-tct-2021/" in text(site, "sitemap.xml")


def test_every_server_can_send_readers_on_itself(site: Path) -> None:
    new = "/truong/van-ban/2021/01-kh-tct/"
    assert f"/truong/van-ban-cu {new} 301" in text(site, "_redirects").splitlines()
    assert f"/truong/so/01-kh-tct-2021/ {new} 301" in text(site, "_redirects").splitlines()
    assert '"/truong/cu/1.html" "/truong/moi/";' in text(site, "chuyen-huong/nginx.map").splitlines()
    for line in text(site, "chuyen-huong/apache.conf").splitlines():
        found = re.fullmatch(r'RedirectMatch 301 "(\S+)" "(\S+)"', line)
        assert found is not None
        assert re.match(found[1], "/truong/cu/1xhtml") is None  # the dot is a dot
    assert (site / "van-ban/2021/01-kh-tct/index.html").is_file()
