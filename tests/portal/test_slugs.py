"""The address of a document: made from its number, year and issuer, never asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on
from trangtin.content.text import slug
from trangtin.portal.issuers import issuer_slug


def addresses(root: Path, drawing: str) -> dict[str, str]:
    return {item.entry.path: f"{item.year}/{item.slug}" for item in portal_on(root, "1/1/2030", drawing).documents}


@pytest.mark.parametrize(
    ("path", "keys", "address"),
    [
        ("plans/2021/x.md", "number: 12/KH-TCT\ndate: 20/4/2021", "2021/12-kh-tct"),
        ("plans/2021/x.md", "number: 27/QĐ-TCT\ndate: 20/4/2021", "2021/27-qd-tct"),
        ("plans/2021/x.md", "number: 45-CT/TW\ndate: 20/6/2020", "2020/45-ct-tw"),
        ("plans/2021/x.md", "number: 30/2020/NĐ-CP", "2020/30-2020-nd-cp"),
        ("plans/2021/x.md", "number: 12/KH-TCT", "2021/12-kh-tct"),
        ("plans/2021/a/b/Giấy mời họp.md", "", "2021/giay-moi-hop"),
        ("plans/cu/1998/x.md", "number: 12/KH-TCT", "1998/12-kh-tct"),
        ("plans/2021/!!!.md", "", "2021/van-ban"),
    ],
)
def test_year_and_slug(tmp_path: Path, path: str, keys: str, address: str) -> None:
    assert addresses(tmp_path, f"== {path}\n{keys}\n") == {path: address}


def test_on_a_collision_all_get_their_issuer(tmp_path: Path) -> None:
    assert addresses(
        tmp_path,
        """
        == plans/2021/a.md
        number: 12/KH-UBND
        date: 20/4/2021
        issuer: UBND tỉnh Mẫu
        == plans/2021/b.md
        number: 12/KH-UBND
        date: 20/5/2021
        issuer: UBND xã Đồi
        == plans/2022/c.md
        number: 12/KH-UBND
        date: 20/5/2022
        issuer: UBND xã Đồi
        """,
    ) == {
        "plans/2021/a.md": "2021/12-kh-ubnd-ubnd-tinh-mau",
        "plans/2021/b.md": "2021/12-kh-ubnd-ubnd-xa-doi",
        "plans/2022/c.md": "2022/12-kh-ubnd",
    }


def test_long_names_are_cut_and_told_apart() -> None:
    long = "Ban Chỉ đạo thực hiện các chương trình mục tiêu quốc gia và phong trào thi đua yêu nước tỉnh Mẫu"
    names = [f"{long}, nhiệm kỳ {term}" for term in ("2016 - 2021", "2021 - 2026")]
    first, second = map(issuer_slug, names)
    assert first != second
    assert first.rpartition("-")[0] == second.rpartition("-")[0] == slug(long, longest=80)
    assert issuer_slug("Sở Nội vụ") == "so-noi-vu"
    assert issuer_slug("…") != issuer_slug("?")
    assert issuer_slug("…")


def test_publishing_a_draft_moves_nobody(tmp_path: Path) -> None:
    drawing = """
        == plans/2021/a.md
        number: 12/KH-UBND
        date: 20/4/2021
        == plans/2021/b.md
        number: 12/KH-UBND
        date: 20/5/2021
        issuer: UBND xã Đồi
        draft: true
        """
    before = addresses(tmp_path / "truoc", drawing)["plans/2021/a.md"]
    after = addresses(tmp_path / "sau", drawing.replace("draft: true", ""))["plans/2021/a.md"]
    assert before == after == "2021/12-kh-ubnd-truong-chinh-tri-tinh-mau"
