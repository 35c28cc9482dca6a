"""The written feeds, read by the parser that feed readers are made of."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import feedparser
import pytest
from lxml import etree

from tests.host.conftest import REPOSITORY, Builder
from trangtin.host.machine_readable.atom import atom
from trangtin.views.machine_readable.feed import Enclosure, FeedEntry, FeedView

BASE = "https://truongchinhtri.mau.example/"
ATOM = "{http://www.w3.org/2005/Atom}"
PARTS = ("id", "title", "updated", "author", "link", "summary")


def feed_files(site: Path) -> list[Path]:
    return [*site.rglob("feed*.xml"), *site.glob("thay-doi*.xml")]


def test_every_feed_is_well_formed_and_whole(sample: Path) -> None:
    files = feed_files(sample)
    assert len(files) > 25
    for file in files:
        read = feedparser.parse(file.read_bytes())
        assert not read.bozo, (file, read.get("bozo_exception"))
        assert read.version == "atom10"
        assert read.feed.id and read.feed.title and read.feed.updated_parsed, file
        links = {link.rel: link.href for link in read.feed.links}
        assert links["self"] == BASE + file.relative_to(sample).as_posix()
        assert (sample / links["alternate"].removeprefix(BASE) / "index.html").is_file()
        ids = [entry.id for entry in read.entries]
        assert len(ids) == len(set(ids)), file
        for entry in read.entries:
            assert all(entry.get(part) for part in PARTS), (file, entry.id)
            assert entry.id.startswith("tag:truongchinhtri.mau.example,2026:/")


@pytest.fixture(scope="module")
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))


def test_every_feed_is_valid_by_the_schema(sample: Path, schema: etree.RelaxNG) -> None:
    for file in feed_files(sample):
        tree = etree.parse(file)
        schema.assertValid(tree)
        for parent in (tree.getroot(), *tree.iter(f"{ATOM}entry")):
            # What no grammar says: one link of a kind to one page in one language (RFC 4287, 4.1.1).
            kinds = [link.get("rel") for link in parent.iterfind(f"{ATOM}link") if link.get("rel") != "enclosure"]
            assert len(kinds) == len(set(kinds))
        for entry in tree.iter(f"{ATOM}entry"):
            assert entry.findtext(f"{ATOM}published") <= entry.findtext(f"{ATOM}updated")
        moments = [entry.findtext(f"{ATOM}updated") for entry in tree.iter(f"{ATOM}entry")]
        assert moments == sorted(moments, reverse=True)
        assert not moments or tree.findtext(f"{ATOM}updated") == moments[0]


def test_signs_that_mean_something_to_the_format_come_back_as_they_were(schema: etree.RelaxNG) -> None:
    odd = 'Quy chế "A" & <b>B</b> ]]> \x00\ufffe Ẵ'
    day = date(2021, 1, 1)
    file = Enclosure("f", odd, "application/pdf", None)
    entry = FeedEntry("e", odd, day, day, odd, odd, (odd,), (file,), "en", "go")
    view = FeedView("feed", odd, "page", odd, day, (entry,))
    tree = etree.fromstring(atom(view, lambda target: f"https://a.example/{target}?a=1&b=2", "a.example", {}))
    schema.assertValid(tree)
    read = 'Quy chế "A" & <b>B</b> ]]>    Ẵ'
    texts = [tree.find(f".//{ATOM}{name}").text for name in ("title", "name", "entry/{*}title", "summary")]
    assert texts == [read] * 4
    assert tree.find(f".//{ATOM}category").get("term") == tree.find(f".//{ATOM}link[@title]").get("title") == read


def test_entries_lead_to_pages_and_files_of_that_very_length(sample: Path) -> None:
    read = feedparser.parse((sample / "feed.xml").read_bytes())
    files = [enclosure for entry in read.entries for enclosure in entry.enclosures]
    assert len(files) > 10
    for entry in read.entries:
        assert (sample / unquote(entry.link.removeprefix(BASE)) / "index.html").is_file()
    for enclosure in files:
        file = sample / unquote(enclosure.href.removeprefix(BASE))
        assert int(enclosure.length) == file.stat().st_size
        assert enclosure.type == "application/pdf"


def test_one_document_keeps_its_id_in_every_feed(sample: Path) -> None:
    plan = "/van-ban/2021/12-kh-tct/"
    for path in ("feed.xml", "van-ban/feed.xml", "van-ban/loai/ke-hoach/feed.xml", "phong-trao/bau-cu-2021/feed.xml"):
        ids = [entry.id for entry in feedparser.parse((sample / path).read_bytes()).entries]
        assert f"tag:truongchinhtri.mau.example,2026:{plan}" in ids, path


def test_withdrawals_are_told_with_their_reason(sample: Path) -> None:
    read = feedparser.parse((sample / "thay-doi.xml").read_bytes())
    gone = [entry for entry in read.entries if entry.id.endswith("#go")]
    assert len(gone) == 1
    assert "Lý do:" in gone[0].summary


def test_pages_name_their_feed_and_calendar(sample: Path) -> None:
    for page in ("", "phong-trao/bau-cu-2021/", "don-vi/khoa-llcs/", "van-ban/loai/ke-hoach/", "tin-tuc/2021/"):
        source = (sample / page / "index.html").read_text(encoding="utf-8")
        links = re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)"', source)
        assert links[0][0] == "application/atom+xml"
        for _, href in links:
            assert (sample / page / href).resolve().is_file(), (page, href)
        if page.startswith(("phong-trao", "don-vi")):
            assert ("text/calendar", "lich.ics") in links
            assert f'href="webcal://truongchinhtri.mau.example/{page}lich.ics"' in source
            assert 'href="lich.ics" download' in source


@pytest.mark.parametrize("base", ["https://mau.example/truong/tct", ""])
def test_addresses_hold_under_a_folder_and_without_a_known_address(base: str, session_builder: Builder) -> None:
    site = session_builder(REPOSITORY, site_url=base)
    home = f"{base}/"
    for file in feed_files(site):
        tree = ElementTree.parse(file)
        for link in tree.iter("{http://www.w3.org/2005/Atom}link"):
            href = link.attrib["href"]
            assert href.startswith(home), (file, href)
            place = site / unquote(href.removeprefix(home))
            assert place.is_file() or (place / "index.html").is_file(), (file, href)
        for identity in tree.iter(f"{ATOM}id"):
            assert identity.text and identity.text.partition(",2026:")[2].startswith(f"{urlsplit(base).path}/")
