"""What a page shows and what its data say are one: numbers, titles and days, in every form they are told in."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import feedparser
import pytest
from lxml import html

from tests.host.conftest import visible_text
from tests.host.test_metadata import BASE, graph, meta

SHOWN = {
    "Số, ký hiệu": ("number", "identifier"),
    "Ngày ban hành": ("IssuedDate", "dateCreated"),
    "Loại văn bản": ("TypeName", "genre"),
    "Cơ quan ban hành": ("OrganName", "creator"),
    "Ngày đăng": ("published", "datePublished"),
    "Có hiệu lực từ": ("effective", None),
    "Hết hiệu lực": ("expires", None),
}
"""Labels on the page of a document, with the names of the same facts in `van-ban.json` and in JSON-LD."""
IN_TABLE = {"Số, ký hiệu", "Ngày ban hành", "Loại văn bản", "Cơ quan ban hành", "Ngày đăng", "Hết hiệu lực"}


@dataclass(frozen=True)
class Shown:
    """A page as its reader has it."""

    title: str
    facts: dict[str, str]
    """By label; days in ISO 8601, as `time` has them."""
    source: str


def shown(site: Path, url: str) -> Shown:
    source = (site / unquote(url.removeprefix(BASE)) / "index.html").read_text(encoding="utf-8")
    page = html.fromstring(source)
    main = page.find(".//main")
    return Shown(main.findtext(".//h1").strip(), dict(_facts(main)), source)


def _facts(main: Any) -> Iterator[tuple[str, str]]:
    for label in main.iterfind(".//dt"):
        value = label.getnext()
        day = value.find(".//time")
        yield label.text_content().strip(), day.get("datetime") if day is not None else value.text_content().strip()


def records(site: Path, name: str, key: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((site / name).read_text(encoding="utf-8"))[key]
    assert found
    return found


def standing(site: Path, name: str, key: str) -> list[dict[str, Any]]:
    """Records of what was not withdrawn: of that a page shows its title only."""
    return [record for record in records(site, name, key) if record["withdrawn"] is None]


def test_documents(sample: Path) -> None:
    with (sample / "van-ban.csv").open(encoding="utf-8-sig", newline="") as text:
        table = {row["Trang"]: row for row in csv.DictReader(text)}
    for record in standing(sample, "van-ban.json", "documents"):
        page = shown(sample, record["url"])
        said, row = graph(page.source)[0], table[record["url"]]
        assert page.title == record["Subject"] == said["name"] == row["Trích yếu"] == meta(page.source)["DC.title"]
        for label, (in_record, in_graph) in SHOWN.items():
            value = page.facts.get(label)
            assert value == record[in_record], (record["url"], label)
            if in_graph:
                told = said.get(in_graph)
                assert (told["name"] if isinstance(told, dict) else told) == value, (record["url"], label)
            if label in IN_TABLE:
                assert row[label] == (value or ""), (record["url"], label)
        name, _, position = page.facts.get("Người ký", "").partition(", ")
        assert name == (record["FullName"] or "")
        assert (record["Position"] or "").endswith(position)  # `TL. HIỆU TRƯỞNG / TRƯỞNG PHÒNG` is a head of division
        assert meta(page.source)["DC.date"] == (record["IssuedDate"] or record["published"])
        assert (record["number"] or "") in meta(page.source)["DC.identifier"]


def test_campaigns(sample: Path) -> None:
    for record in standing(sample, "phong-trao.json", "campaigns"):
        page = shown(sample, record["url"])
        said = graph(page.source)[0]
        assert page.title == record["title"] == said["name"]
        assert page.facts["Bắt đầu"] == record["start"] == said["startDate"]
        assert page.facts["Kết thúc"] == record["end"] == said["endDate"]
        assert page.facts.get("Hạn báo cáo tổng kết") == record["report_due"]
        assert record["state_text"] in visible_text(page.source)


def test_news(sample: Path) -> None:
    for record in standing(sample, "tin-tuc.json", "news"):
        page = shown(sample, record["url"])
        said = graph(page.source)[0]
        assert page.title == record["title"] == said["headline"]
        day = html.fromstring(page.source).find(".//main//time").get("datetime")
        assert day == record["date"] == said["datePublished"] == meta(page.source)["DC.date"]
        assert page.facts.get("Tác giả") == record["author"]


def test_the_feed_tells_the_same_titles_and_days(sample: Path) -> None:
    told = {
        entry.link: (entry.title, entry.published[:10])
        for file in sample.glob("feed*.xml")
        for entry in feedparser.parse(file.read_bytes()).entries
    }
    for record in standing(sample, "van-ban.json", "documents"):
        title, day = told[record["url"]]
        assert title.endswith(record["Subject"]) and (record["number"] or "") in title
        assert day == (record["published"] or record["IssuedDate"])
    for record in standing(sample, "tin-tuc.json", "news"):
        assert told[record["url"]] == (record["title"], record["date"])


@pytest.mark.parametrize("pattern", ["van-ban/**/index.html", "phong-trao/**/index.html", "tin-tuc/**/index.html"])
def test_a_day_reads_as_machines_read_it(sample: Path, pattern: str) -> None:
    for file in sample.glob(pattern):
        for day in html.fromstring(file.read_text(encoding="utf-8")).xpath("//time[not(ancestor::template)]"):
            year, month, date = day.get("datetime").split("-")
            assert day.text_content().strip() == f"{date}/{month}/{year}", file
