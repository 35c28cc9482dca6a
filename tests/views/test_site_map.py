"""The map of the site and the way to a page follow the menu, however deep it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.portal.drawing import SETTINGS, draw
from trangtin.content.entry import Layout
from trangtin.content.options.configuration import linked_files
from trangtin.portal.model import Portal
from trangtin.repository import open_portal
from trangtin.views.parts.branches import Branch, way_in_menu
from trangtin.views.site_map import site_map_view

NESTED: list[dict[str, Any]] = [
    {"Trang chủ": "index.md"},
    {
        "Giới thiệu": [
            {"Lịch sử": "lich-su.md"},
            {"Bộ máy": [{"Cơ cấu": "co-cau.md"}, {"Lãnh đạo": "lanh-dao.md"}]},
            {"Đang viết": "nhap.md"},
        ]
    },
    {"Cổng dịch vụ công": "https://dichvucong.example/"},
    {"Công báo": [{"Mọi văn bản": "van-ban/index.md"}, "lien-he.md"]},
]


def nested(tmp_path: Path) -> Portal:
    pages = ("lich-su", "co-cau", "lanh-dao", "ngoai")
    drawing = "".join(f"== site_src/{name}.md\ntitle: Trang {name}\n---\n" for name in pages)
    draw(tmp_path, f"{drawing}== site_src/nhap.md\ntitle: Nháp\ndraft: true\n---\n== plans/2021/1.md\ndate: 1/2/2021\n")
    linked = linked_files({"nav": NESTED, "extra_css": ["them.css"]}, Layout())
    return open_portal(tmp_path, Layout(), SETTINGS, date(2021, 12, 31), linked=linked).portal


def test_the_site_map_follows_the_tree_of_the_menu(tmp_path: Path) -> None:
    def lines(branches: Iterable[Branch], depth: int = 0) -> Iterator[str]:
        for branch in branches:
            yield f"{'  ' * depth}{branch.link.text} -> {branch.link.target}"
            yield from lines(branch.below, depth + 1)

    drawn = list(lines(site_map_view(nested(tmp_path)).sections))
    top = [line for line in drawn if not line.startswith(" ")]
    assert [line.partition(" ->")[0] for line in top] == [
        *("Trang chung", "Giới thiệu", "Công báo"),
        *("Phong trào thi đua", "Khen thưởng", "Tin tức", "Đơn vị trực thuộc", "Trang khác"),
    ]
    assert drawn[drawn.index(top[0]) :][1:4] == [
        "  Trang chủ -> list:home",
        "  Cổng dịch vụ công -> https://dichvucong.example/",
        "  Tìm kiếm -> list:search",
    ]
    assert drawn[drawn.index(top[1]) : drawn.index(top[3])] == [
        "Giới thiệu -> None",
        "  Lịch sử -> site_src/lich-su.md",
        "  Bộ máy -> None",
        "    Cơ cấu -> site_src/co-cau.md",
        "    Lãnh đạo -> site_src/lanh-dao.md",
        "Công báo -> None",
        "  Mọi văn bản -> list:library",
        "    Đăng kịp thời văn bản của cơ quan khác -> list:promptness",
        "    Văn bản năm 2021 -> list:library/year/2021",
        "    Kế hoạch -> list:library/type/ke-hoach",
        "  Liên hệ -> list:contact",
    ]
    assert drawn[-1] == "  Trang ngoai -> site_src/ngoai.md"


@pytest.mark.parametrize(
    ("page", "way"),
    [
        ("site_src/lanh-dao.md", [("Giới thiệu", "site_src/lich-su.md"), ("Bộ máy", "site_src/co-cau.md")]),
        ("site_src/co-cau.md", [("Giới thiệu", "site_src/lich-su.md"), ("Bộ máy", None)]),
        ("site_src/lich-su.md", [("Giới thiệu", None)]),
        ("site_src/lien-he.md", [("Công báo", "list:library")]),
        ("site_src/index.md", []),
        ("site_src/ngoai.md", []),
    ],
)
def test_the_way_to_a_page_is_that_of_the_menu(tmp_path: Path, page: str, way: list[tuple[str, str | None]]) -> None:
    assert [(link.text, link.target) for link in way_in_menu(page, nested(tmp_path))] == way


def test_the_site_map_names_every_section(sample: Portal) -> None:
    assert [section.link.text for section in site_map_view(sample).sections] == [
        "Trang chung",
        "Phong trào thi đua",
        "Khen thưởng",
        "Văn bản",
        "Tin tức",
        "Đơn vị trực thuộc",
        "Trang khác",
        "Ngôn ngữ khác",
    ]
