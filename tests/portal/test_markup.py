"""HTML in texts, told where it is HTML and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import portal_on, told

FILES = ("IMG 2311.JPG", "Ảnh ra quân.jpg", "Dự toán 2026 đã ký.pdf", "img.jpg")


def said(root: Path, typed: str) -> list[str]:
    files = "".join(f"== site_src/tin-tuc/2021/{name}\n{'%PDF-1.7' if name[-1] == 'f' else 'ảnh'}\n" for name in FILES)
    portal = portal_on(root, "1/1/2022", f"{files}== site_src/tin-tuc/2021/a.md\ntitle: Tin\n---\n{typed}\n")
    problems = [problem for code in ("TT310", "TT319", "TT712") for problem in told(portal, code)]
    return [problem.split(" → ")[0].removeprefix("site_src/tin-tuc/2021/a.md:") for problem in problems]


@pytest.mark.parametrize(
    "typed",
    [
        "![Đường hoa](<IMG 2311.JPG>)",
        "![Ra quân](<Ảnh ra quân.jpg> 'Ngày đầu')",
        "[Dự toán năm](<Dự toán 2026 đã ký.pdf>)",
        "[Ảnh][1]\n\n[1]: <img.jpg>",
    ],
)
def test_a_path_in_angle_brackets_is_no_html(tmp_path: Path, typed: str) -> None:
    assert said(tmp_path, typed) == []


def test_html_in_comments_and_code_goes_nowhere(tmp_path: Path) -> None:
    typed = "<!-- <script> <tên> [a](<IMG 1.JPG>) -->\n``a ` <iframe>``\n\n<div>`<script>`</div>\n"
    assert said(tmp_path, typed) == ["8: TT319 mã HTML 'script' không được dùng trong bài"]  # in HTML there is no code


def test_html_beside_a_path_in_angle_brackets_is_told(tmp_path: Path) -> None:
    assert said(tmp_path, "[<img a> <tên>](<IMG 2311.JPG>) <IMG 2311.JPG> (<Dự toán>)") == [
        "5: TT319 mã HTML 'img' không được dùng trong bài",
        "5: TT712 '<Dự toán>' giống mã HTML không được dùng nên không hiện trên trang",
        "5: TT712 '<tên>' giống mã HTML không được dùng nên không hiện trên trang",
    ]


def test_a_script_in_angle_brackets_is_told(tmp_path: Path) -> None:
    assert said(tmp_path, "[a](<javascript:alert(1)>)") == ["5: TT319 mã HTML 'javascript' không được dùng trong bài"]
