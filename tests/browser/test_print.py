"""A printed document is set as Nghị định 30/2020/NĐ-CP has it and stands for itself: number, address, notice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pytest

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import DOCUMENT, PageType
from tests.browser.reader import Reader

A4 = (595, 842)
MILLIMETRE = 72 / 25.4
BETWEEN_MARGINS = (210 - 30 - 20) / 25.4 * 96
"""Pixels of CSS."""

LETTER = "/van-ban/2026/145-tct-tchc/"
REPLACED = "/van-ban/2022/08-qc-tct/"
DECISION = "/van-ban/2021/27-qd-tct/"
SHORT_PLAN = "/van-ban/2021/03-kh-llcs/"
CONTACT = "/lien-he/"
UNIT = "/don-vi/khoa-llcs/"
CAMPAIGNS = ("/phong-trao/bau-cu-2021/", "/phong-trao/day-tot-hoc-tot/")
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


def heads(reader: Reader, path: str) -> list[str]:
    """What leads to something below it: headings, the captions and heads of tables."""
    with reader.visit(path) as visit:
        visit.page.emulate_media(media="print")
        found = visit.page.locator(
            "main :is(section > h2, section > h3, caption:not(.tt-hidden), thead):visible"
        ).all_inner_texts()
    return [" ".join(text.split()) for text in found]


def lowest_text(sheet: pypdfium2.PdfPage) -> float:
    """How high above the foot of the paper the text of a sheet ends."""
    page = sheet.get_textpage()
    feet = (page.get_rect(index)[1] for index in range(page.count_rects()))
    return float(min(foot for foot in feet if foot > 20 * MILLIMETRE))


@pytest.mark.parametrize("path", [DOCUMENT.path, LETTER, REPLACED])
def test_every_sheet_is_a4_and_says_what_it_is_not(reader: Reader, path: str) -> None:
    with printed(reader, path) as pdf:
        assert {tuple(round(side) for side in page.get_size()) for page in pdf} == {A4}
        assert all(NOTICE in text for text in texts(pdf))


def test_where_the_foot_of_sheets_is_left_out_the_text_says_it(reader: Reader) -> None:
    """Firefox and Safari print no margin boxes (css-page-3, 5.3), nor does Chromium before 131."""
    with reader.visit(DOCUMENT.path) as visit:
        assert NOTICE not in visit.page.inner_text("main")
        visit.page.emulate_media(media="print")
        assert f"{NOTICE}." in visit.page.inner_text("main").splitlines()


def test_on_paper_nothing_is_a_query_container(reader: Reader, page_type: PageType, site: BuiltSite) -> None:
    """Firefox (seen with 153) does not break such a box at the end of a sheet: what lies beyond is not printed."""
    with reader.visit(page_type.example(site)) as visit:
        visit.page.emulate_media(media="print")
        containers = visit.page.evaluate(
            "[...document.querySelectorAll('*')].filter(e => getComputedStyle(e).containerType !== 'normal')"
            ".map(probes.cut)"
        )
    assert containers == []


def test_no_page_is_wider_than_its_paper(reader: Reader, page_type: PageType, site: BuiltSite) -> None:
    """Chromium would print it in smaller letters, others cut it off."""
    with reader.visit(page_type.example(site), width=int(BETWEEN_MARGINS)) as visit:
        visit.page.emulate_media(media="print")
        assert visit.overflow_faults() == []


def test_a_table_of_ten_columns_is_printed_whole(reader: Reader) -> None:
    """As offices share out work: on a screen it scrolls, on paper nothing does."""
    columns = "TT|Nội dung công việc|Đơn vị chủ trì|Đơn vị phối hợp|Bắt đầu|Hoàn thành|Kinh phí|Nguồn|Ghi chú|Gọi"
    cells = "1|Rà soát nhà tạm|Thôn 8|Thôn 7|01/03/2026|30/04/2026|1.234.567.890|Ngân sách|Hằng tháng|02003000000"
    rows = "".join(
        f"<tr>{''.join(f'<{tag}>{text}</{tag}>' for text in row.split('|'))}</tr>"
        for tag, row in (("th", columns), ("td", cells))
    )
    with reader.visit(LETTER) as visit:
        visit.page.locator(".tt-body").evaluate(
            "(body, rows) => body.innerHTML = `<div class=tt-scroll><table>${rows}</table></div>`", rows
        )
        visit.page.set_viewport_size({"width": int(BETWEEN_MARGINS), "height": 900})
        visit.page.emulate_media(media="print")
        assert visit.overflow_faults() == []
        with pypdfium2.PdfDocument(visit.page.pdf(prefer_css_page_size=True)) as pdf:
            text = " ".join(texts(pdf))
    assert [each for row in (columns, cells) for each in row.split("|") if each not in text] == []


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


def test_what_stands_above_a_short_text_makes_no_blank_sheet(reader: Reader) -> None:
    """A page is as high as its window, so that its end is at the foot; a sheet is a window, and margins add to it."""
    with reader.visit(REPLACED) as visit:
        visit.page.evaluate("document.querySelector('.tt-dossier-files').remove()")  # no file is attached, as in drafts
        pdf = pypdfium2.PdfDocument(visit.page.pdf(prefer_css_page_size=True))
    found = texts(pdf)
    pdf.close()
    assert "Đã bị thay thế" in found[0] and "Địa chỉ trang" in found[0]
    assert len(found) == 1


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


@pytest.mark.parametrize("path", [UNIT, CONTACT, *CAMPAIGNS])
def test_no_sheet_ends_with_a_heading_or_the_head_of_a_table(reader: Reader, path: str) -> None:
    leading = tuple(heads(reader, path))
    assert leading
    with printed(reader, path) as pdf:
        ends = [text.replace(NOTICE, "").strip() for text in texts(pdf)[:-1]]
    assert [end[-80:] for end in ends if end.endswith(leading)] == []


def test_how_to_reach_a_unit_stands_on_one_sheet(reader: Reader) -> None:
    with printed(reader, UNIT) as pdf:
        found = texts(pdf)
    assert "Thư điện tử" in next(text for text in found if "Loại đơn vị" in text)


@pytest.mark.parametrize("path", CAMPAIGNS)
def test_no_sheet_of_a_campaign_is_left_blank_by_a_third(reader: Reader, path: str) -> None:
    with printed(reader, path) as pdf:
        lowest = [lowest_text(pdf[index]) for index in range(len(pdf) - 1)]
    assert max(lowest) < 20 * MILLIMETRE + A4[1] / 3


def test_a_signature_never_stands_alone(reader: Reader) -> None:
    with printed(reader, DECISION) as pdf:
        found = texts(pdf)
    assert len(found) == 2
    assert "Nơi nhận" not in found[0]
    assert found[1].index("có hiệu lực kể từ ngày ký") < found[1].index("Nơi nhận")
    assert "HIỆU TRƯỞNG" in found[1] and "Nguyễn Văn A" in found[1]


def test_a_text_that_fits_one_sheet_with_its_signature_stays_on_it(reader: Reader) -> None:
    with printed(reader, SHORT_PLAN) as pdf:
        assert "Vũ Thị G" in texts(pdf)[0]
