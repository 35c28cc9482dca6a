"""What pages say of themselves to machines: never empty, valid JSON-LD, and nothing that a reader does not see."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.host.conftest import TODAY, Builder, visible_text
from tests.portal.drawing import draw
from trangtin.host.machine_readable.data import script_data

BASE = "https://truongchinhtri.mau.example/"
MANDATORY = ("title", "creator", "description", "publisher", "identifier")


def pages(site: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(site.rglob("index.html")):
        source = file.read_text(encoding="utf-8")
        if "http-equiv" not in source:
            yield file.relative_to(site).as_posix().removesuffix("index.html"), source


def meta(source: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', source)
    return {name: html.unescape(content) for name, content in found}


def graph(source: str) -> list[dict[str, Any]]:
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', source, re.DOTALL)
    assert len(blocks) == 1
    data = json.loads(blocks[0])
    assert data["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = data["@graph"]
    return nodes


def test_every_page_has_the_elements_that_must_not_be_empty(sample: Path) -> None:
    for address, source in pages(sample):
        said = meta(source)
        for name in MANDATORY:
            assert said[f"DC.{name}"].strip(), (address, name)
        assert said["DC.identifier"].split("; ")[0] == said["og:url"] == BASE + address
        assert said["og:title"] == said["DC.title"]
        day = said.get("DC.date")
        # Nobody wrote the day of the build; where no day was written there is no such element.
        assert day is None or (re.fullmatch(r"\d{4}-\d\d-\d\d", day) and day != TODAY), (address, day)
    dated = {address: meta(source).get("DC.date") for address, source in pages(sample)}
    assert all(dated[address] for address in ("", "van-ban/", "tin-tuc/", "phong-trao/bau-cu-2021/"))


def test_structured_data_are_valid_by_their_schema(sample: Path, department: Path) -> None:
    schema = json.loads(Path(__file__).with_name("structured.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for site in (sample, department):
        for address, source in pages(site):
            data = {"@context": "https://schema.org", "@graph": graph(source)}
            assert [(address, error.json_path) for error in validator.iter_errors(data)] == []
            steps = [node["itemListElement"] for node in graph(source) if node["@type"] == "BreadcrumbList"]
            assert all([step["position"] for step in each] == list(range(1, len(each) + 1)) for each in steps)


def values(node: object) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, str):
                yield key, value
            else:
                yield from values(value)
    elif isinstance(node, list):
        for item in node:
            yield from values(item)


def shown_day(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{day}/{month}/{year}"


def test_titles_numbers_and_days_are_those_that_the_page_shows(sample: Path) -> None:
    for address, source in pages(sample):
        shown = visible_text(source)
        nodes = graph(source)
        for key, value in values([node for node in nodes if node["@type"] not in {"WebSite", "WebPage"}]):
            if key in {"headline", "identifier", "legislationIdentifier", "genre", "telephone", "email"}:
                assert value in shown, (address, key, value)
            if key.endswith("Date") or key in {"dateCreated", "datePublished", "dateModified", "legislationDate"}:
                assert shown_day(value) in shown, (address, key, value)
        thing = nodes[0]
        assert (thing.get("name") or thing["headline"]) in shown, address


def test_every_address_in_the_data_leads_somewhere(sample: Path) -> None:
    for address, source in pages(sample):
        for key, value in values(graph(source)):
            if value.startswith(BASE) and key != "urlTemplate":
                place = sample / value.removeprefix(BASE).partition("#")[0]
                assert place.is_file() or (place / "index.html").is_file(), (address, key, value)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("", "GovernmentOrganization"),
        ("van-ban/2026/17-qc-tct/", "Legislation"),
        ("van-ban/2021/12-kh-tct/", "DigitalDocument"),
        ("phong-trao/bau-cu-2021/", "Event"),
        ("don-vi/khoa-llcs/", "Organization"),
        ("tin-tuc/2021/ngay-hoi-bau-cu/", "NewsArticle"),
        ("gioi-thieu/", "WebPage"),
        ("tin-tuc/2026/lich-thi-tot-nghiep-k40/", "WebPage"),  # withdrawn
    ],
)
def test_what_a_page_is_about(sample: Path, address: str, kind: str) -> None:
    nodes = graph((sample / address / "index.html").read_text(encoding="utf-8"))
    assert nodes[0]["@type"] == kind
    assert nodes[0]["url"] == BASE + address
    assert nodes[-1]["@type"] == ("BreadcrumbList" if address else "WebSite")


def test_a_rule_says_whether_it_is_in_force_and_what_it_repeals(sample: Path) -> None:
    new = graph((sample / "van-ban/2026/17-qc-tct/index.html").read_text(encoding="utf-8"))[0]
    old = graph((sample / "van-ban/2022/08-qc-tct/index.html").read_text(encoding="utf-8"))[0]
    assert new["legislationLegalForce"] == "https://schema.org/InForce"
    assert old["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert new["legislationRepeals"] == [{"@id": old["@id"]}]


def test_no_title_ends_the_block() -> None:
    told = script_data({"name": "</script><script>alert(1)</script> & <!--"})
    assert "<" not in told and ">" not in told and "&" not in told
    assert json.loads(told)["name"] == "</script><script>alert(1)</script> & <!--"


def test_a_withdrawn_document_tells_no_content(tmp_path: Path, session_builder: Builder) -> None:
    draw(
        tmp_path,
        """
        == plans/2021/a.md
        number: 01/KH-TCT
        date: 1/1/2021
        summary: BIMAT
        areas: BIMAT
        signer: {position: BIMAT, name: BIMAT}
        withdrawn: {date: 2/1/2021, reason: Nhầm}
        == site_src/index.md
        title: Trang chủ
        """,
    )
    unit = "plugins: [{trangtin: {unit: {name: Trường}}}]\n"
    (tmp_path / "mkdocs.yml").write_text(f"site_name: a\ntheme: trangtin\ndocs_dir: site_src\n{unit}", encoding="utf-8")
    site = session_builder(tmp_path)
    source = (site / "van-ban/2021/01-kh-tct/index.html").read_text(encoding="utf-8")
    assert "BIMAT" not in source
    assert graph(source)[0]["creativeWorkStatus"] == "Đã gỡ"
    assert meta(source)["DC.identifier"].startswith("/van-ban/2021/01-kh-tct/")
