"""Pictures for shared links: which page has which, and that each is there with the size it is said to have."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PIL import Image

from tests.host.conftest import Builder
from tests.host.test_metadata import BASE, meta, pages
from tests.portal.drawing import draw
from trangtin.drawing import fonts

PORTAL = """
== site_src/index.md
title: Trang chủ
== plans/2021/a.md
number: 01/KH-TCT
date: 1/1/2021
title: Tết trồng cây
== plans/2021/b.md
number: 02/KH-TCT
date: 1/1/2021
withdrawn: {date: 2/1/2021, reason: Nhầm}
== plans/2021/c.md
number: 03/KH-TCT
draft: true
== plans/2021/thi-dua/index.md
title: Thi đua
== site_src/tin-tuc/2021/tin.md
title: Tin
summary: Tin ngắn
"""


def site_of(root: Path, builder: Builder, options: str = "", site_url: str | None = "https://truong.example/") -> Path:
    draw(root, PORTAL)
    unit = f"plugins: [{{trangtin: {{unit: {{name: Trường}}{options}}}}}]"
    (root / "mkdocs.yml").write_text(f"site_name: a\ntheme: trangtin\ndocs_dir: site_src\n{unit}\n", encoding="utf-8")
    return builder(root, site_url=site_url)


def pictures(site: Path) -> set[str]:
    return {file.relative_to(site).as_posix() for file in site.rglob("*.chia-se.png")}


def test_every_page_names_a_picture_that_is_there(sample: Path) -> None:
    own = 0
    for address, source in pages(sample):
        said = meta(source)
        assert said["twitter:card"] == "summary_large_image"
        place = said["og:image"].removeprefix(BASE)
        assert said["og:image:alt"].strip()
        with Image.open(sample / place) as picture:
            assert picture.width > 100
            if place.endswith(".chia-se.png"):
                sizes = said["og:image:width"], said["og:image:height"]
                assert sizes == (str(picture.width), str(picture.height)) == ("1200", "630")
        own += place == f"{address}trang.chia-se.png"
    assert own == len(pictures(sample)) > 15
    plan = meta((sample / "van-ban/2021/12-kh-tct/index.html").read_text("utf-8"))
    assert plan["og:image:alt"].startswith("Kế hoạch số 12/KH-TCT: Phát động đợt thi đua")


def test_pictures_and_icon_wear_the_units_colour(tmp_path: Path, session_builder: Builder) -> None:
    site = site_of(tmp_path, session_builder, ', look: {accent: "#0b5d4f"}')
    for address in pictures(site):
        with Image.open(site / address) as picture:
            assert picture.convert("RGB").getpixel((4, 4)) == (0x0B, 0x5D, 0x4F)
    assert "#0b5d4f" in (site / "assets/favicon.svg").read_text("utf-8")


def test_a_news_item_is_shared_with_its_own_photograph(sample: Path) -> None:
    said = meta((sample / "tin-tuc/2021/ngay-hoi-bau-cu/index.html").read_text("utf-8"))
    assert said["og:image"] == f"{BASE}hinh/ngay-bau-cu.webp"
    assert "hòm phiếu" in said["og:image:alt"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", {"trang.chia-se.png", "phong-trao/thi-dua/trang.chia-se.png", "van-ban/2021/01-kh-tct/trang.chia-se.png"}),
        (", share_pictures: phong-trao", {"trang.chia-se.png", "phong-trao/thi-dua/trang.chia-se.png"}),
        (", share_pictures: khong", set()),
    ],
)
def test_only_what_is_public_and_asked_for_is_drawn(
    options: str, expected: set[str], tmp_path: Path, session_builder: Builder
) -> None:
    site = site_of(tmp_path, session_builder, options)
    assert pictures(site) == expected
    said = meta((site / "van-ban/2021/02-kh-tct/index.html").read_text("utf-8"))  # withdrawn
    assert said.get("og:image") == ("https://truong.example/trang.chia-se.png" if expected else None)
    assert said["twitter:card"] == ("summary_large_image" if expected else "summary")
    news = meta((site / "tin-tuc/2021/tin/index.html").read_text("utf-8"))  # its photograph is not the portal's
    assert news.get("og:image") == said.get("og:image")


def test_a_portal_that_knows_no_address_has_none(tmp_path: Path, session_builder: Builder) -> None:
    site = site_of(tmp_path, session_builder, site_url="")
    assert pictures(site) == set()
    assert "og:image" not in (site / "index.html").read_text("utf-8")


def test_a_machine_without_fonts_says_so_and_draws_nothing(
    tmp_path: Path, session_builder: Builder, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(fonts, "FOLDERS", (str(tmp_path / "no-fonts"),))
    with caplog.at_level(logging.INFO, "mkdocs"):
        site = site_of(tmp_path, session_builder)
    assert pictures(site) == set()
    assert "og:image" not in (site / "index.html").read_text("utf-8")
    assert "TT417 máy dựng trang không có phông chữ đủ dấu tiếng Việt" in caplog.text
