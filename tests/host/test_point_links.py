"""Links to a point of a text: a build tells those that lead to none, and names points that there are."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.host.conftest import Builder
from tests.portal.drawing import draw

PORTAL = """
== plans/2026/17-qc-tct.md
type: QC
number: 17/QC-TCT
date: 2/3/2026
title: Quy chế làm việc
published: 3/3/2026
---
**Chương I. QUY ĐỊNH CHUNG**

Điều 1. Phạm vi

1. Quy chế này quy định.

Điều 2. Đối tượng

Xem [khoản 1](#dieu-1.1) và [khoản 7](#dieu-1.7).
== plans/2026/18-qd-tct.md
type: QĐ
number: 18/QĐ-TCT
date: 4/3/2026
title: Gỡ rồi
published: 5/3/2026
withdrawn: {date: 6/3/2026, reason: Đăng nhầm}
---
1. Một điểm.
== site_src/tin-tuc/2026/toa-dam.md
title: Tọa đàm
date: 20/11/2026
summary: Tọa đàm ngày Nhà giáo
---
Một đoạn.
== site_src/tin-tuc/2026/le-khai-giang.md
title: Lễ khai giảng
date: 5/9/2026
summary: Lễ khai giảng
---
## Diễn văn

%s
== site_src/tin-tuc/2026/le-khai-giang.en.md
title: Opening
summary: Opening
updated: 5/9/2026
---
## Speech

Of [the rules](../../../plans/2026/17-qc-tct.md#dieu-2), its own [speech](#speech), not [ours](#dien-van), and
[the same elsewhere](le-khai-giang.md#speech).
"""
QC = "../../../plans/2026/17-qc-tct.md"


def told(root: Path, builder: Builder, caplog: pytest.LogCaptureFixture, text: str = "") -> list[str]:
    draw(root, PORTAL % text)
    unit = "plugins: [{trangtin: {unit: {name: Trường}}}]"
    (root / "mkdocs.yml").write_text(f"site_name: a\ntheme: trangtin\ndocs_dir: site_src\n{unit}\n", encoding="utf-8")
    with caplog.at_level(logging.INFO, "mkdocs"):
        builder(root)
    return [line for line in (record.getMessage() for record in caplog.records) if "TT310" in line]


def of_news(lines: list[str]) -> list[str]:
    return [line for line in lines if "le-khai-giang.md:" in line]


def test_what_leads_to_no_point_is_told_at_its_line_with_points_that_there_are(
    tmp_path: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    links = f"""[Điều 99]({QC}#dieu-99), [Điều 2]({QC}#dieu-2)

[mục II.9]({QC}#II.9); [tin](toa-dam.md#abc); [dưới](#dien-vam)

[đây][1]

[1]: {QC}#dieu-1.9"""
    lines = told(tmp_path, session_builder, caplog, links)
    assert len(of_news(lines)) == 5
    article, here, point, news, defined = of_news(lines)  # by line, then by message
    assert "không có trong bài này" in here and "có phải ý bạn là '#dien-van'" in here
    assert "le-khai-giang.md:10: " in point and "(#chuong-I, #dieu-1, #dieu-1.1, #dieu-2)" in point
    assert "le-khai-giang.md:10: " in news and "bỏ '#abc': trang ấy không có đề mục" in news
    assert "cảnh báo: site_src/tin-tuc/2026/le-khai-giang.md:8: TT310" in article
    assert f"liên kết '{QC}#dieu-99' dẫn tới điểm không có trong trang ấy" in article
    assert f"có phải ý bạn là '{QC}#dieu-" in article
    assert "le-khai-giang.md:14: " in defined and f"{QC}#dieu-1.1" in defined


def test_documents_and_translations_are_looked_at_as_readers_of_their_language_see_them(
    tmp_path: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    lines = told(tmp_path, session_builder, caplog)
    assert ["17-qc-tct.md:16: TT310" in line for line in lines if "plans/" in line] == [True]
    (english,) = (line for line in lines if "le-khai-giang.en.md" in line)
    assert "'#dien-van'" in english and "(#speech)" in english


@pytest.mark.parametrize(
    "link",
    [
        f"[một]({QC}#dieu-1.1) ![ảnh]({QC}#chuong-I)",
        f"[phần của trang]({QC}#muc-thuoc-tinh) [đầu trang](#noi-dung)",
        f"[đầu]({QC}#) [chữ]({QC}#:~:text=quy%20ch%E1%BA%BF)",
        "[nơi khác](https://mau.example/a.md#abc) [gốc](/van-ban/#abc) [thư](mailto:a@b.example#abc)",
        "`[mã](#abc)`",
        "[ảnh](../../index.md#muc-anh-2)",
        "[đã gỡ](../../../plans/2026/18-qd-tct.md#1)",
        "[mục](#dien-van)[^1]\n\n[^1]: Chú thích.",
    ],
)
def test_what_leads_somewhere_is_not_told(
    link: str, tmp_path: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    assert of_news(told(tmp_path, session_builder, caplog, link)) == []
