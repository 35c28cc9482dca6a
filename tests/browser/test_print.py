"""A printed document is set as Nghị định 30/2020/NĐ-CP has it and stands for itself: number, address, notice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pytest

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import DOCUMENT
from tests.browser.reader import Reader

A4 = (595, 842)
MILLIMETRE = 72 / 25.4
LETTER = "/van-ban/2026/145-tct-tchc/"
REPLACED = "/van-ban/2022/08-qc-tct/"
NOTICE = "Bản in từ trang thông tin điện tử, không thay bản ký số"


@contextmanager
def printed(reader: Reader, path: str) -> Iterator[pypdfium2.PdfDocument]:
    with reader.visit(path) as visit:
        pdf = pypdfium2.PdfDocument(visit.page.pdf(prefer_css_page_size=True))
    try:
        yield pdf
    finally:
        pdf.close()


def texts(pdf: pypdfium2.PdfDocument) -> list[str]:
    """The text of each sheet; lines break where the printer likes."""
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


@pytest.mark.parametrize("path", [DOCUMENT.path, LETTER, REPLACED])
def test_every_sheet_is_a4_and_says_what_it_is_not(reader: Reader, path: str) -> None:
    with printed(reader, path) as pdf:
        assert {tuple(round(side) for side in page.get_size()) for page in pdf} == {A4}
        assert all(NOTICE in text for text in texts(pdf))


def test_the_head_is_that_of_an_official_paper(reader: Reader) -> None:
    with printed(reader, DOCUMENT.path) as pdf:
        first = texts(pdf)[0]
    for line in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/KH-TCT"):
        assert line in first
    assert "Mẫu, ngày 20 tháng 4 năm 2021" in first
    assert first.index("KẾ HOẠCH") < first.index("Phát động đợt thi đua")
    assert "Tìm văn bản" not in first


def test_sheets_are_numbered_from_the_second_on(reader: Reader) -> None:
    with printed(reader, DOCUMENT.path) as pdf:
        found = texts(pdf)
    assert len(found) >= 3
    assert not found[0].startswith("1 ")
    assert [text.split()[0] for text in found[1:]] == [str(number) for number in range(2, len(found) + 1)]


def test_the_margins_are_those_of_the_decree(reader: Reader) -> None:
    with printed(reader, DOCUMENT.path) as pdf:
        page = pdf[1].get_textpage()
        letters = [index for index in range(page.count_chars()) if page.get_text_range(index, 1).strip()]
        boxes = [page.get_charbox(index) for index in letters]
    inner = [box for box in boxes if 25 * MILLIMETRE < box[1] < A4[1] - 25 * MILLIMETRE]
    assert min(box[0] for box in inner) >= 30 * MILLIMETRE - 1
    assert max(box[2] for box in inner) <= A4[0] - 20 * MILLIMETRE + 1


def test_a_printed_document_carries_number_and_address(site: BuiltSite, reader: Reader) -> None:
    with printed(reader, DOCUMENT.path) as pdf:
        joined = "".join("".join(texts(pdf)).split())
    assert "12/KH-TCT" in joined
    assert site.url.removeprefix("https://") + DOCUMENT.path.lstrip("/") in joined


def test_no_sheet_is_used_up_by_the_address_alone(reader: Reader) -> None:
    with printed(reader, DOCUMENT.path) as pdf:
        found = texts(pdf)
    assert "Địa chỉ trang" in next(text for text in found if "Nơi nhận" in text)
    assert "Địa chỉ trang" not in found[-1]


def test_of_who_does_what_paper_has_what_was_opened(reader: Reader) -> None:
    task, elsewhere = "Bốn buổi tối ở bàn tư vấn", "muốn in thì mở ra trên trang"
    with reader.visit("/phong-trao/bau-cu-2021/") as visit:
        closed = pypdfium2.PdfDocument(visit.page.pdf(prefer_css_page_size=True))
        visit.page.get_by_text("Khoa Nhà nước và Pháp luật: 2 việc").click()
        opened = pypdfium2.PdfDocument(visit.page.pdf(prefer_css_page_size=True))
        without, whole = (" ".join(texts(pdf)) for pdf in (closed, opened))
        closed.close()
        opened.close()
    assert elsewhere in without and task not in without
    assert task in whole and elsewhere not in whole
    assert "Khoa Lý luận cơ sở: 4 việc" not in whole
    assert "2 việc, 2 xong đúng hạn (xem ở" not in whole


def test_what_no_longer_holds_says_so_on_paper(reader: Reader) -> None:
    with printed(reader, REPLACED) as pdf:
        assert "Đã bị thay thế" in texts(pdf)[0]
