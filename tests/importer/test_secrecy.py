"""A mark of secrecy or circulation stops an import, in whatever form and wherever on the paper it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.importer.pdf.drawn import WORDS, canvas, finished
from tests.importer.test_plain import WRAPPED
from tests.importer.word import Word, center_head, packed, para, run, table, text_box
from tools.paper_fonts import FONT
from trangtin.importer.docx.walk import read_docx
from trangtin.importer.intake import Source
from trangtin.importer.pdf.typed import read_pdf
from trangtin.importer.plain import read_plain
from trangtin.importer.refusal import Refusal
from trangtin.importer.session import Session
from trangtin.importer.surroundings import Surroundings

FORMS = (
    "MẬT", "TỐI MẬT", "TUYỆT MẬT", "LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI", "(MẬT)", "[TỐI MẬT]", "– TUYỆT MẬT –",
    "Độ mật: Mật", "Độ mật: Tuyệt mật", "Mức độ mật: Tối mật.", "Dấu chỉ độ mật : Mật", "ĐỘ MẬT: TUYỆT MẬT",
    "TÀI LIỆU THU HỒI", "TÀI LIỆU MẬT", "MẬT - HỎA TỐC",
)  # fmt: skip
HEAD = ("SỞ XÂY DỰNG", "Số: 12/KH-SXD", "KẾ HOẠCH", "Phát động thi đua")
BODY = "Các phòng, khoa triển khai thực hiện tốt những nội dung sau đây trong năm học mới của nhà trường."


def take(data: bytes, name: str = "a.docx") -> object:
    return Session(Surroundings(), date(2026, 11, 21)).take(Source(name, lambda: data))


def plain_word(*parts: str) -> bytes:
    word = Word()
    word.add(*parts)
    return word.data()


def around(*parts: str) -> bytes:
    return plain_word(*center_head(*HEAD), para(BODY), *parts, para("Trên đây là kế hoạch."))


def with_footnote(mark: str) -> bytes:
    word = Word()
    word.add(*center_head(*HEAD), para(run(BODY), word.footnote(mark)))
    return word.data()


def in_page_header(mark: str) -> bytes:
    word = Word()
    word.add(*center_head(*HEAD), para(BODY))
    parts = word.parts()
    parts["word/header1.xml"] = parts["word/header1.xml"].replace("</w:hdr>", f"{para(mark)}</w:hdr>")
    return packed(parts)


PLACES: dict[str, Callable[[str], bytes]] = {
    "first line": lambda mark: plain_word(*center_head(mark, *HEAD), para(BODY)),
    "below the number": lambda mark: plain_word(*center_head(*HEAD[:2], mark, *HEAD[2:]), para(BODY)),
    "beside the motto": lambda mark: plain_word(
        para(f"{mark}\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), *center_head(*HEAD), para(BODY)
    ),
    "head in cells": lambda mark: plain_word(
        table([[para("SỞ XÂY DỰNG") + para(mark), para("Độc lập - Tự do - Hạnh phúc")]], [4000, 4000]),
        *center_head(*HEAD[1:]),
        para(BODY),
    ),
    "text box": lambda mark: plain_word(*center_head(*HEAD), para(text_box(para(mark)), run(BODY))),
    "body": lambda mark: around(para(mark)),
    "line broken by hand": lambda mark: around(para(f"Một việc,\n{mark}\nhai việc.")),
    "cell of a table": lambda mark: around(table([[para("Tên"), para(mark)]], [4000, 4000], ruled=True)),
    "behind the signature": lambda mark: around(para("Nơi nhận:"), para("- Lưu: VT."), para(mark)),
    "footnote": with_footnote,
    "head of pages": in_page_header,
}


@pytest.mark.parametrize("mark", FORMS)
@pytest.mark.parametrize("place", PLACES)
def test_word(place: str, mark: str) -> None:
    with pytest.raises(Refusal, match="có dấu chỉ mức độ mật"):
        take(PLACES[place](mark))


@pytest.mark.parametrize("mark", FORMS)
def test_head_of_pages_of_what_was_converted_to_word(mark: str) -> None:
    with pytest.raises(Refusal, match="có dấu chỉ mức độ mật"):
        read_docx(in_page_header(mark))


def test_a_mark_in_two_paragraphs() -> None:
    with pytest.raises(Refusal, match="“LƯU HÀNH NỘI BỘ”"):
        take(around(para("LƯU HÀNH"), para(""), para("NỘI BỘ")))


def test_a_degree_in_a_cell_of_its_own() -> None:
    with pytest.raises(Refusal, match="có dấu chỉ mức độ mật"):
        take(around(table([[para("Độ mật:"), para("Tối mật")]], [4000, 4000])))


@pytest.mark.parametrize("mark", FORMS)
@pytest.mark.parametrize("form", ["{mark}\n{head}\n\n{body}", "{head}\n\n{body}\n{mark}\nvà các việc khác.\n"])
def test_text(form: str, mark: str) -> None:
    text = form.format(mark=mark, head="\n".join(HEAD), body=BODY)
    with pytest.raises(Refusal, match="có dấu chỉ mức độ mật"):
        take(text.encode(), "a.txt")


@pytest.mark.parametrize("mark", FORMS)
@pytest.mark.parametrize(("x", "y"), [(90, 780), (450, 780), (450, 660), (90, 40)])
def test_pdf(mark: str, x: float, y: float) -> None:
    drawn, out = canvas()
    drawn.drawString(x, y, mark)
    drawn.drawString(90, 700, WORDS)
    drawn.drawString(90, 660, "Phòng A")
    with pytest.raises(Refusal, match="có dấu chỉ mức độ mật"):
        take(finished(drawn, out), "a.pdf")


@pytest.mark.parametrize("mark", ["MẬT", "Độ mật: Tối mật", "(XEM XONG TRẢ LẠI)"])
def test_a_line_that_would_be_joined_to_the_one_above(mark: str) -> None:
    text = WRAPPED.format(between="").replace("người lao động\n", f"người lao động\n{mark}\n")
    assert f"\n{mark}\n" in text
    with pytest.raises(Refusal, match="có dấu chỉ mức độ mật"):
        read_plain(text.encode(), "a.txt")


@pytest.mark.parametrize("mark", FORMS)
def test_the_head_of_every_page_of_a_pdf(mark: str) -> None:
    drawn, out = canvas()
    for page in range(3):
        drawn.drawString(250, 810, mark)
        drawn.drawString(90, 700 - page, WORDS)
        drawn.showPage()
        drawn.setFont(FONT, 13)
    drawn.drawString(90, 700, WORDS)
    with pytest.raises(Refusal, match="có dấu chỉ mức độ mật"):
        read_pdf(finished(drawn, out))


def test_a_line_in_a_cell_of_a_pdf() -> None:
    drawn, out = canvas()
    drawn.drawString(90, 780, WORDS)
    for row, words in enumerate(("một việc", "TỐI MẬT", "việc khác")):
        drawn.drawString(155, 680 - 16 * row, words)
    for x in (90, 150, 400):
        drawn.line(x, 700, x, 630)
    for y in (700, 630):
        drawn.line(90, y, 400, y)
    with pytest.raises(Refusal, match="có dấu chỉ mức độ mật"):
        read_pdf(finished(drawn, out))


def test_the_title_of_a_file() -> None:
    drawn, out = canvas()
    drawn.setTitle("Kế hoạch (MẬT)")
    drawn.drawString(90, 700, WORDS)
    with pytest.raises(Refusal, match="có dấu chỉ mức độ mật"):
        take(finished(drawn, out), "a.pdf")


@pytest.mark.parametrize(
    "text", ["Giữ bí mật nhà nước, mật độ, mật khẩu.", "BẢO MẬT", "Tài liệu MẬT thì không đăng.", "Thu hồi"]
)
def test_the_words_in_a_sentence_stop_nothing(text: str) -> None:
    assert take(around(para(text)))
