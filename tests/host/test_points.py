"""Every numbered point has the address that its printed number makes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trangtin.host.texts.rendering import Profile, Rendered, Renderer, Text

RENDERER = Renderer([], {})


def rendered(text: str) -> Rendered:
    return RENDERER.render(Text(text, Profile.PRINTED, 3, None, lambda link: link))


def ids(html: str) -> list[str]:
    return [name for name in re.findall(r'href="#([^"]+)"', html) if f'id="{name}"' in html]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "## II. NỘI DUNG\n\n1. Một\n\n1.1. Hai\n\na) ba;\n\n- bốn\n\n2. Năm",
            ["II", "II.1", "II.1.1", "II.1.1.a", "II.2"],
        ),
        ("**II. NỘI DUNG**\n\n1. Một\n\n**V. TỔ CHỨC**\n\n1. Hai", ["II", "II.1", "V", "V.1"]),
        ("I. MỤC ĐÍCH\n\n1. Một\n\nII. YÊU CẦU\n\n1. Hai", ["I", "I.1", "II", "II.1"]),
        (
            "## Chương II. BAN\n\n**Điều 5. Hạn**\n\n1. Một;\n\na) hai;",
            ["chuong-II", "dieu-5", "dieu-5.1", "dieu-5.1.a"],
        ),
        ("## Điều 1\n\n1. Một\n\n## Điều 2\n\n1. Hai", ["dieu-1", "dieu-1.1", "dieu-2", "dieu-2.1"]),
        ("## A. CHUNG\n\n### I. Một\n\n### II. Hai\n\n## B. RIÊNG\n\n### I. Ba", ["A", "A.I", "A.II", "B", "B.I"]),
        (
            "Điều 5 Luật Thi đua, khen thưởng năm 2022 quy định như sau:\n\n**Điều 5.** Tổ chức\n\n**Điều 6 Hạn**",
            ["dieu-5", "dieu-6"],
        ),
        ("## I- TÌNH HÌNH\n\n1- Kết quả\n\na- một;\n\n## II/ NHIỆM VỤ\n\n1/ Hai", ["I", "I.1", "I.1.a", "II", "II.1"]),
        ("**I- TÌNH HÌNH**\n1- Một.\n1.1- Hai.\n2- Ba.", ["I", "I.1", "I.1.1", "I.2"]),
        ("Họp từ ngày\n5- 10 người.\n\nV/ v mua sắm\n\nT/ M BAN CHẤP HÀNH", []),
        ("1. Một\n\n1. Một nữa\n\n1. Lại một", ["1", "1-2", "1-3"]),
        ("## MỤC ĐÍCH\n\n- một\n\nhai", []),
        ("Theo Điều 5 của Luật.\n\n**Chữ đậm** rồi chữ thường.", []),
    ],
)
def test_ids_are_made_of_printed_numbers(text: str, expected: list[str]) -> None:
    html = rendered(text).html
    assert ids(html) == expected
    assert len(re.findall(r'\bid="', html)) == len(set(re.findall(r'\bid="([^"]*)"', html)))


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("## II. NỘI DUNG\n\n1. Một\n\na) hai", ["mục II", "mục II.1", "mục II.1.a"]),
        ("**Điều 5.** Hạn\n\n1. Một;\n\na) hai;", ["Điều 5", "khoản 1 Điều 5", "điểm a khoản 1 Điều 5"]),
        ("## Chương II. BAN", ["Chương II"]),
    ],
)
def test_a_point_says_how_it_is_cited(text: str, cited: list[str]) -> None:
    assert re.findall(r'data-cite="([^"]*)"', rendered(text).html) == cited


def test_the_outline_has_what_reads_as_a_heading() -> None:
    text = "## I. MỤC ĐÍCH\n\n1. Yêu cầu\n\n2. Các khoa, phòng đăng ký phần việc.\n\n**Điều 5. Hạn**\n\n1. Một"
    assert [(point.id, point.text, point.depth) for point in rendered(text).outline] == [
        ("I", "I. MỤC ĐÍCH", 1),
        ("I.1", "1. Yêu cầu", 2),
        ("dieu-5", "Điều 5. Hạn", 2),
    ]


def test_a_long_article_is_cut_in_the_outline_and_says_so() -> None:
    (point,) = rendered("**Điều 1.** " + "chữ " * 40).outline
    assert point.text.endswith("…")
    assert len(point.text.split()) == 14


def test_the_text_itself_stays_as_printed() -> None:
    html = rendered("## II. NỘI DUNG *mới*\n\n**Điều 5.** Hạn\n\n1) Một").html
    text = " ".join(re.sub(r"<[^>]+>", "", html).split())
    assert text == "II. NỘI DUNG mới Điều 5. Hạn 1) Một"


@pytest.mark.parametrize(
    ("text", "is_basis"),
    [
        ("Căn cứ Luật Bầu cử ngày 25 tháng 6 năm 2015;", True),
        ("Triển khai thực hiện Kế hoạch số 95/KH-UBND ngày 14/4/2021;", True),
        ("Theo đề nghị của Trưởng phòng.", True),
        ("Xét đề nghị của Hội đồng thi đua,", True),
        ("Căn cứ nội dung Kế hoạch này, các đơn vị thực hiện.", False),
        ("## I. MỤC ĐÍCH\n\nThực hiện tốt việc chung;", False),
    ],
)
def test_legal_bases_are_told_from_the_text(text: str, *, is_basis: bool) -> None:
    assert ('class="tt-basis"' in rendered(text).html) is is_basis


@pytest.mark.parametrize(
    ("text", "is_centred"),
    [
        ("**HIỆU TRƯỞNG TRƯỜNG CHÍNH TRỊ TỈNH MẪU**", True),
        ("**QUYẾT ĐỊNH:**", True),
        ("QUYẾT ĐỊNH:", True),
        ("## NGHỊ QUYẾT:", True),
        ("QUYẾT ĐỊNH: khen thưởng", False),
        ("**Lưu ý chung**", False),
        ("**II. NỘI DUNG**", False),
        ("**QUYẾT ĐỊNH** khen thưởng", False),
    ],
)
def test_who_decides_and_that_it_is_decided_stand_in_the_middle(text: str, *, is_centred: bool) -> None:
    assert ('class="tt-center"' in rendered(text).html) is is_centred


def test_what_is_decided_is_bold_once() -> None:
    for typed in ("QUYẾT ĐỊNH:", "**QUYẾT ĐỊNH:**", "**QUYẾT ĐỊNH**:"):
        assert re.sub("</?strong>", "", rendered(typed).html) == '<p class="tt-center">QUYẾT ĐỊNH:</p>'
    assert rendered("QUYẾT ĐỊNH:").html == '<p class="tt-center"><strong>QUYẾT ĐỊNH:</strong></p>'


def test_news_gets_no_such_ids() -> None:
    shown = RENDERER.render(Text("## II. Một\n\n1. Hai", Profile.PROSE, 2, None, lambda link: link))
    assert "data-cite" not in shown.html
    assert shown.outline == ()


@pytest.mark.parametrize(("page", "has_points"), [("2021/12-kh-tct", True), ("2026/1204-qd-ubnd", False)])
def test_a_paper_without_numbered_points_tells_of_no_way_to_them(sample: Path, page: str, has_points: bool) -> None:
    html = (sample / f"van-ban/{page}/index.html").read_text("utf-8")
    assert "Trích dẫn văn bản này" in html
    assert ("bấm vào số của điểm" in html) == has_points
