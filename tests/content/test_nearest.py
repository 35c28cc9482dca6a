"""What an editor probably meant."""

from __future__ import annotations

import pytest

from trangtin.content.nearest import nearest, nearest_path


@pytest.mark.parametrize(
    ("text", "known", "meant"),
    [
        ("khoa-lcls", ["khoa-llcs", "khoa-xdd"], "khoa-llcs"),
        ("KHOA-LLCS", ["khoa-llcs"], "khoa-llcs"),
        ("bau-cu", ["bau-cu-2021", "ngay-sach"], "bau-cu-2021"),
        ("van-phong", ["khoa-llcs"], None),
        ("", ["khoa-llcs"], None),
        ("khoa-llcs", [], None),
    ],
)
def test_names(text: str, known: list[str], meant: str | None) -> None:
    assert nearest(text, known) == meant


@pytest.mark.parametrize(
    ("path", "known", "meant"),
    [
        ("plans/2021/12-kh-tct.pdf", ["plans/2021/12-kh-tct..pdf"], "plans/2021/12-kh-tct..pdf"),
        ("plans/2021/12-kh-tct.pdf", ["plans/2022/12-kh-tct.pdf"], "plans/2022/12-kh-tct.pdf"),
        ("plans/2021/12.PDF", ["plans/2021/12.pdf"], "plans/2021/12.pdf"),
        ("plans/2021/12.pdf", ["plans/2022/13.pdf"], None),
        ("plans/2021/a/index.md", ["plans/2021/b/index.md"], None),
    ],
)
def test_paths(path: str, known: list[str], meant: str | None) -> None:
    assert nearest_path(path, known) == meant


def test_a_thousand_mistakes_do_not_take_minutes() -> None:
    known = [f"plans/2021/{n}-kh-tct.md" for n in range(1000)]
    assert all(nearest_path(f"plans/2021/{n}-kh-tcc.md", known) for n in range(0, 1000, 50))
