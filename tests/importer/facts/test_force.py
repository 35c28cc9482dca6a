"""What the text says of its own force."""

from __future__ import annotations

from datetime import date

import pytest

from trangtin.importer.facts.force import read_force

DAY = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày 01/01/2027.", date(2027, 1, 1)),
        ("Quy chế này có hiệu lực từ ngày 01 tháng 4 năm 2027 và thay thế Quy chế cũ.", date(2027, 4, 1)),
        ("Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Trưởng phòng chịu trách nhiệm.", DAY),
        ("Nghị quyết này được Hội đồng nhân dân xã thông qua ngày 19/12/2026 và có hiệu lực kể từ ngày thông qua./.",
         date(2026, 12, 19)),
        ("Nghị quyết này có hiệu lực từ ngày thông qua.", None),
        ("Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.", None),
        ("Quyết định này có hiệu lực kể từ ngày 31/02/2027.", None),
        ("Các hợp đồng có hiệu lực từ ngày 01/01/2027 được giữ nguyên.", None),
    ],
)  # fmt: skip
def test_the_first_day_in_force_is_always_to_be_looked_at(text: str, day: date | None) -> None:
    found = read_force("", [text], DAY).effective
    assert found.value == day
    assert found.doubts


def test_two_days_are_none() -> None:
    found = read_force(
        "", ["Quy chế này có hiệu lực từ ngày 01/01/2027.", "Mục này có hiệu lực từ ngày 01/7/2027."], DAY
    )
    assert found.effective.value is None
    assert len(found.effective.doubts) == 2


def test_the_day_of_signing_of_a_paper_without_a_day() -> None:
    found = read_force("", ["Quyết định này có hiệu lực kể từ ngày ký."], None).effective
    assert found.value is None
    assert found.doubts


@pytest.mark.parametrize(
    ("text", "replaces", "amends"),
    [
        ("Quyết định này có hiệu lực từ ngày ký, thay thế Quyết định số 08/QC-TCT ngày 01/02/2022.", ["08/QC-TCT"], []),
        ("Điều 2. Thay thế Quyết định số 1/QĐ-TCT, Quyết định số 2/QĐ-TCT và Quyết định số 3/QĐ-TCT của Hiệu trưởng.",
         ["1/QĐ-TCT", "2/QĐ-TCT", "3/QĐ-TCT"], []),
        ("Điều 1. Sửa đổi, bổ sung một số điều của Quy chế số 17/QC-TCT như sau:", [], ["17/QC-TCT"]),
        ("Điều 1. Sửa đổi khoản 2 Điều 3 Quyết định số 17/QĐ-TCT như sau:", [], ["17/QĐ-TCT"]),
    ],
)  # fmt: skip
def test_papers_replaced_and_amended(text: str, replaces: list[str], amends: list[str]) -> None:
    found = read_force("", [text], DAY)
    assert (list(found.replaces.value), list(found.amends.value)) == (replaces, amends)
    assert len(found.replaces.doubts) + len(found.amends.doubts) == len(replaces) + len(amends)


def test_papers_that_the_portal_does_not_hold_are_told() -> None:
    said = "Điều 2. Thay thế Quyết định số 1/QĐ-TCT và Quyết định số 2/QĐ-TCT của Hiệu trưởng."
    found = read_force("", [said], DAY, holds=lambda number: number == "2/QĐ-TCT").replaces
    assert found.value == ("2/QĐ-TCT",)
    assert [("chưa có" in doubt, "lấy" in doubt) for doubt in found.doubts] == [(True, False), (False, True)]


def test_a_title_that_amends() -> None:
    assert read_force("Sửa đổi, bổ sung Quyết định số 17/QĐ-TCT", [], DAY).amends.value == ("17/QĐ-TCT",)


@pytest.mark.parametrize(
    "text",
    [
        "Điều 2. Bãi bỏ Quyết định số 5/QĐ-TCT ngày 02/3/2020.",
        "Quyết định số 5/QĐ-TCT hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành.",
        "Quyết định này thay thế Quy chế ban hành kèm theo Quyết định số 9/QĐ-TCT.",
        "Tham mưu sửa đổi, bổ sung Quy chế số 17/QC-TCT.",
    ],
)
def test_what_is_not_plain_is_only_told(text: str) -> None:
    found = read_force("", [text], DAY)
    assert (found.effective.value, found.replaces.value, found.amends.value) == (None, (), ())
    assert "chưa ghi được" in " ".join((*found.replaces.doubts, *found.amends.doubts))


@pytest.mark.parametrize(
    "text",
    [
        "Căn cứ Quyết định số 5/QĐ-TCT sửa đổi, bổ sung Quyết định số 3/QĐ-TCT;",
        "Điều 1. Sửa đổi Điều 5 như sau: “Quy chế này có hiệu lực từ ngày 01/01/2020”.",
        "Quy chế số 3/QC-TCT đã được sửa đổi, bổ sung theo Quyết định số 5/QĐ-TCT.",
        "Ông Nguyễn Văn A thay thế ông Trần Văn B.",
        "Dự thảo Điều lệ (sửa đổi, bổ sung) của Hội lập theo Nghị định số 5/2026/NĐ-CP.",
        "Hội gửi Điều lệ sửa đổi, bổ sung kèm Công văn số 3/CV-HHM ngày 02/3/2026.",
        "Sở nhận được Tờ trình số 3/TTr-HHM về việc sửa đổi, bổ sung Điều lệ theo Nghị định số 5/2026/NĐ-CP.",
        "Theo Nghị định số 5/2026/NĐ-CP của Chính phủ sửa đổi Nghị định số 4/2022/NĐ-CP thì Sở có thẩm quyền.",
        "Nghị định số 5/2026/NĐ-CP có hiệu lực từ ngày 01/7/2026 và thay thế Nghị định số 4/2022/NĐ-CP.",
    ],
)
def test_what_is_said_of_other_papers(text: str) -> None:
    found = read_force("", [text], DAY)
    assert not [*found.effective.doubts, *found.replaces.doubts, *found.amends.doubts]


@pytest.mark.parametrize(
    "title",
    [
        "Đính chính Kế hoạch số 45/KH-UBND",
        "Về việc đính chính Kế hoạch số 45/KH-UBND ngày 09/11/2026",
        "Đính chính ký hiệu văn bản trong Kế hoạch số 45/KH-UBND ngày 09/11/2026",
        "đính chính thời gian tại Kế hoạch số 45/KH-UBND",
    ],
)
def test_a_title_that_corrects(title: str) -> None:
    found = read_force(title, [], DAY)
    assert found.corrects.value == ("45/KH-UBND",)
    assert "45/KH-UBND" in found.corrects.doubts[0]
    assert (found.replaces.value, found.amends.value) == ((), ())


@pytest.mark.parametrize(
    "said",
    [
        "Căn cứ Công văn số 12/UBND-VP về việc đính chính Kế hoạch số 45/KH-UBND;",
        "Kế hoạch số 45/KH-UBND đã được đính chính.",
        "Đề nghị các đơn vị đính chính thông tin đã đăng theo Kế hoạch số 45/KH-UBND.",
    ],
)
def test_what_others_correct_is_not_taken(said: str) -> None:
    assert read_force("Về việc đăng tin", [said], DAY).corrects.value == ()
