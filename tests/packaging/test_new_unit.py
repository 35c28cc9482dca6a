"""A unit that installs the wheel and has only its content gets the whole portal, wherever and however it shows it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.browser.built_site import BuiltSite
from tests.packaging.environment import Environment

pytestmark = pytest.mark.packaging

DOCUMENT = "/van-ban/2021/12-kh-tct/"
PAGES = (
    *("/", "/tim-kiem/", "/phong-trao/", "/phong-trao/bau-cu-2021/"),
    *("/van-ban/", DOCUMENT, "/tin-tuc/", "/don-vi/khoa-llcs/"),
)


def build(fresh: Environment, unit: Path, target: Path, **settings: object) -> BuiltSite:
    """Builds the unit's portal with some settings changed, and gives it as published."""
    config = unit / f"{target.name}.yml"
    config.write_text(yaml.safe_dump({"INHERIT": "mkdocs.yml", **settings}, allow_unicode=True), "utf-8")
    words = ["-m", "mkdocs", "build", "--strict", "-f", config.name, "--site-dir", str(target)]
    fresh.run("python", *words, folder=unit)
    own = re.search(r"^site_url: *(\S+)", (unit / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert own is not None
    return BuiltSite(target, str(settings.get("site_url", own[1])))


def test_check_passes(fresh: Environment, unit: Path) -> None:
    fresh.run("trangtin", "check", folder=unit)


def test_all_pages_are_built(fresh: Environment, unit: Path, tmp_path: Path) -> None:
    site = build(fresh, unit, tmp_path / "plain")
    assert [path for path in PAGES if path not in site.pages] == []


def test_a_portal_below_another_site(fresh: Environment, unit: Path, tmp_path: Path) -> None:
    site = build(fresh, unit, tmp_path / "below", site_url="https://tinh.example/don-vi/tct/")
    assert [path for path in PAGES if path not in site.pages] == []
    assert site.link_faults() == []
    assert site.canonical_faults() == []


def test_stock_material_shows_all_facts_of_a_document(fresh: Environment, unit: Path, tmp_path: Path) -> None:
    site = build(fresh, unit, tmp_path / "material", theme={"name": "material", "font": False})
    (source,) = unit.glob("plans/2021/**/12-kh-tct.md")
    facts = yaml.safe_load(source.read_text("utf-8").split("---")[1])
    shown = " ".join(site.page(DOCUMENT).main_text.split())

    assert facts["number"] in shown
    date = facts["date"]
    assert f"{date:%d/%m/%Y}" in shown or f"{date.day} tháng {date.month} năm {date.year}" in shown.replace(" 0", " ")
    assert facts["signer"]["name"] in shown
    assert [each for each in facts["recipients"] if each.rstrip(";.") not in shown] == []
    linked = {path for path, _ in site.internal_links(DOCUMENT)}
    assert [each for each in facts["files"] if DOCUMENT + Path(each["path"]).name not in linked] == []
