"""Plain text: which line ends are ends of paragraphs."""

from __future__ import annotations

import re

import pytest

from trangtin.importer.paper import Paragraph
from trangtin.importer.plain import read_plain
from trangtin.importer.refusal import Refusal

WRAPPED = """KẾ HOẠCH
Phát động thi đua năm 2026

Căn cứ Kế hoạch số 5/KH-UBND ngày 02 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh về
tổ chức phong trào thi đua trên địa bàn tỉnh Mẫu, giai đoạn mới của nhiệm kỳ 2021-
2026, các phòng, khoa triển khai thực hiện tốt những nội dung sau đây trong năm:
I. MỤC ĐÍCH, YÊU CẦU
1. Đẩy mạnh phong trào thi đua yêu nước trong toàn thể viên chức và người lao động
của đơn vị, gắn với nhiệm vụ chính trị được giao, hoàn thành tốt các chỉ tiêu năm
học theo Nghị định số
61/2018/NĐ-CP.
- Kịp thời biểu dương.
{between}
- Nhân rộng điển hình tiên tiến trong toàn đơn vị, tổng kết, rút kinh nghiệm vào dịp
cuối năm./.
"""


def texts(text: str) -> list[str]:
    return [block.text for block in read_plain(text.encode(), "a.txt").blocks if isinstance(block, Paragraph)]


def test_wrapped_lines_are_joined() -> None:
    found = texts(WRAPPED.format(between=""))
    assert [text[:12] for text in found] == [
        "KẾ HOẠCH", "Phát động th", "Căn cứ Kế ho", "I. MỤC ĐÍCH,", "1. Đẩy mạnh ", "- Kịp thời b", "- Nhân rộng ",
    ]  # fmt: skip
    assert "2021-2026, các" in found[2]
    assert "2021–2026, các" in texts(WRAPPED.format(between="").replace("2021-", "2021–"))[2]
    assert found[4].endswith("Nghị định số 61/2018/NĐ-CP.")


def test_page_numbers_are_left_out() -> None:
    assert texts(WRAPPED.format(between="\n\f2\n")) == texts(WRAPPED.format(between=""))


SENTENCE = "Các khoa, phòng tổ chức thực hiện tốt kế hoạch thi đua và báo cáo kết quả đúng thời hạn quy định."
PAGE = "\n\n".join([SENTENCE] * 12)


@pytest.mark.parametrize(
    "text",
    [
        f"{PAGE}\n\n2\n\n{PAGE}\n\n3\n\n{PAGE}",
        f"1\n\n{PAGE}\n\n2\n\n{PAGE}",
        f"{PAGE}\n\n1\n\n{PAGE}\n\n2\n\n{SENTENCE}\n\n3\n",
        f"{PAGE}\n\n2\n\n{PAGE}\n\n3\n\n{PAGE}\n\n1\n\n{PAGE}\n\n2\n\n{PAGE}",
        f"{PAGE}\n\n2/3\n\n{PAGE}\n\n3/3\n\n{PAGE}",
        f"{SENTENCE}\n\n- 2 -\n\n{SENTENCE}",
        f"{SENTENCE}\n\nTrang 2/5\n\n{SENTENCE}",
        f"{SENTENCE}\n\n45\n\n\f{SENTENCE}",
        f"{SENTENCE}\n\f\n46\n\n{SENTENCE}",
        f"{SENTENCE}\f47\n{SENTENCE}",
        f"{SENTENCE}\n\n48\f",
    ],
)
def test_numbers_of_pages_are_left_out(text: str) -> None:
    assert set(texts(text)) == {SENTENCE}


def test_a_sentence_goes_on_behind_the_number_of_a_page() -> None:
    whole = WRAPPED.format(between=f"- {SENTENCE}")
    assert texts(whole.replace("vào dịp\n", "vào dịp\n\n2\n\n")) == texts(whole)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Khoa Lý luận cơ sở\n\n120\n\nPhòng TC-HC\n\n85\n", ["120", "85"]),
        ("TT\n\n1\n\nKhoa Lý luận cơ sở\n\n2\n\nPhòng TC-HC\n\n3\n\nKhoa Dân vận\n", ["1", "2", "3"]),
        (f"{PAGE}\n\nSố tổ đã lập:\n\n2\n\n{PAGE}", ["2"]),
        (f"{PAGE}\n\n3\n\n{PAGE}\n\n4\n\n{PAGE}", ["3", "4"]),
        (f"{PAGE}\n\n2\n\n{PAGE}\n\n4\n\n{PAGE}", ["2", "4"]),
        (f"{PAGE}\n\n2\n\n{SENTENCE}\n\n12\n\n{PAGE}\n\n3\n\n{SENTENCE}", ["12"]),
        (f"Nộp báo cáo\n\n1/5\n\nTổng kết\n\n2/5\n\n{SENTENCE}", ["1/5", "2/5"]),
        (SENTENCE.replace("thi đua ", "thi đua\n\n2\n\n"), ["2"]),
        (f"\f{SENTENCE}\n\n120\n\n{SENTENCE}", ["120"]),
    ],
)
def test_a_number_that_may_be_a_figure_stays(text: str, kept: list[str]) -> None:
    assert [number for line in texts(text) for number in re.findall(r"(?<!\S)[\d/]+(?!\S)", line)] == kept


def test_a_blank_line_after_every_line_means_nothing() -> None:
    doubled = "\n\n".join(line for line in WRAPPED.format(between="").split("\n") if line)
    assert texts(doubled) == texts(WRAPPED.format(between=""))


def test_markdown_is_read_as_text() -> None:
    found = texts("**KẾ HOẠCH**\n\n**Phát động**\n\n### I. MỤC ĐÍCH\n\n1\\. Một việc.\n")
    assert found == ["KẾ HOẠCH", "Phát động", "I. MỤC ĐÍCH", "1. Một việc."]


@pytest.mark.parametrize(
    "data",
    [
        "KÕ ho¹ch thi ®ua n¨m 2021 cña Tr\u00adêng ChÝnh trÞ tØnh, thùc hiÖn nhiÖm vô ®\u00adîc giao".encode(),
        b"K\xd5 ho\xb9ch thi \xaeua",
        "KẾ HOẠCH".encode("utf-16"),
        b"---\ntype: KH\ntitle: a\n---\n\nb",
        b"\n \n",
        b"x" * 6_000_000,
    ],
)
def test_what_is_no_text_of_a_paper_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal):
        read_plain(data, "a.txt")
