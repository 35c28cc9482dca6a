"""Where "Sửa trang này" leads: to the file in the repository, whatever host keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.host.conftest import Builder
from tests.portal.drawing import draw

PORTAL = """
== mkdocs.yml
site_name: Trường Mẫu
docs_dir: site_src
theme: {name: trangtin}
plugins:
  - trangtin: {unit: {name: Trường Mẫu}}
== site_src/index.md
title: Trang chủ
== plans/2026/12-kh.md
title: Kế hoạch
type: KH
number: 12/KH-TM
date: 1/2/2026
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, None),
        ({"repo_url": "https://git.mau.example/tct"}, None),
        (
            {"repo_url": "https://git.mau.example/tct", "edit_uri": "_edit/main/"},
            "https://git.mau.example/tct/_edit/main/plans/2026/12-kh.md",
        ),
        ({"repo_url": "https://github.com/mau/tct"}, "https://github.com/mau/tct/edit/main/plans/2026/12-kh.md"),
        ({"repo_url": "https://gitlab.com/mau/tct"}, "https://gitlab.com/mau/tct/edit/main/plans/2026/12-kh.md"),
    ],
)
def test_the_link_leads_to_the_file(
    tmp_path: Path, session_builder: Builder, options: dict[str, str], expected: str | None
) -> None:
    draw(tmp_path, PORTAL)
    site = session_builder(tmp_path, **options)
    page = html.fromstring((site / "van-ban/2026/12-kh-tm/index.html").read_text(encoding="utf-8"))
    links = page.xpath('//a[text()="Sửa trang này"]/@href')
    assert (links[0] if links else None) == expected
