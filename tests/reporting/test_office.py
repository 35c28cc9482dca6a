"""The .docx file as LibreOffice prints it: page, margins, fonts, columns, page numbers, ink inside the margins."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime

import pypdfium2
import pytest

from tests.opened import sample_portal
from tools.system_parts import OFFICE
from trangtin.portal.model import LinkedCampaign, Portal
from trangtin.reporting.composition import compose
from trangtin.reporting.scope import Scope
from trangtin.reporting.word.paper import as_word

pytestmark = pytest.mark.office
MM = 72 / 25.4


@pytest.fixture(scope="module")
def portal() -> Portal:
    return sample_portal()


@pytest.fixture(scope="module")
def campaign(portal: Portal) -> LinkedCampaign:
    return portal.campaign_named["bau-cu-2021"]


@pytest.fixture(scope="module")
def printed(
    tmp_path_factory: pytest.TempPathFactory, campaign: LinkedCampaign, portal: Portal
) -> Iterator[pypdfium2.PdfDocument]:
    folder = tmp_path_factory.mktemp("office")
    scope = Scope(portal, campaign)
    (folder / "a.docx").write_bytes(as_word(compose(scope), datetime(2026, 11, 21)))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [OFFICE.require(), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*words, str(folder / "a.docx")], capture_output=True, check=True, timeout=300)
    shutil.rmtree(folder / "profile")
    document = pypdfium2.PdfDocument(folder / "a.pdf")
    yield document
    document.close()


def words(page: pypdfium2.PdfPage) -> str:
    return " ".join(page.get_textpage().get_text_bounded().split())


def place(page: pypdfium2.PdfPage, text: str) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of the first time a text stands on a page, in millimetres from its upper left corner."""
    text_page = page.get_textpage()
    found = text_page.search(text).get_next()
    assert found, text
    left, bottom, right, top = text_page.get_charbox(found[0])
    for index in range(found[0], found[0] + found[1]):
        box = text_page.get_charbox(index)
        right, left = max(right, box[2]), min(left, box[0])
        top, bottom = max(top, box[3]), min(bottom, box[1])
    height = page.get_height()
    return left / MM, (height - bottom) / MM, right / MM, (height - top) / MM


def test_a4_and_ink_inside_the_margins(printed: pypdfium2.PdfDocument) -> None:
    for page in printed:
        assert (round(page.get_width() / MM), round(page.get_height() / MM)) == (210, 297)
        picture = page.render(scale=MM * 25.4 / 72, grayscale=True).to_pil()  # 72 dpi: a point is a dot
        left, _, right, bottom = picture.point(lambda value: 255 * (value < 200)).getbbox()
        assert left / MM >= 29
        assert right / MM <= 191.5
        assert bottom / MM <= 278


def test_times_new_roman_or_its_metric_twin(printed: pypdfium2.PdfDocument) -> None:
    names = {
        each.get_font().get_base_name().partition("+")[2] or each.get_font().get_base_name()
        for page in printed
        for each in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    }
    assert names
    assert all(re.match(r"(?:LiberationSerif|TimesNewRoman)", name) for name in names), names


def test_the_head_stands_side_by_side_on_single_lines(printed: pypdfium2.PdfDocument) -> None:
    page = printed[0]
    issuer, state = place(page, "TRƯỜNG CHÍNH TRỊ TỈNH MẪU"), place(page, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    parent, motto = place(page, "TỈNH ỦY MẪU"), place(page, "Độc lập - Tự do - Hạnh phúc")
    number, day = place(page, "Số:"), place(page, "ngày")
    assert issuer[2] < state[0]
    assert all(box[1] - box[3] < 6 for box in (issuer, state, motto)), "a line of the head is broken in two"
    assert abs(parent[1] - state[1]) < 1.5
    assert abs(issuer[1] - motto[1]) < 1.5
    assert abs(number[1] - day[1]) < 1.5
    middle = (state[0] + state[2]) / 2
    assert abs((motto[0] + motto[2]) / 2 - middle) < 1


def test_pages_are_numbered_in_the_middle_of_the_top_from_the_second(printed: pypdfium2.PdfDocument) -> None:
    assert len(printed) >= 3
    assert not re.match(r"\d", words(printed[0]))
    for index in range(1, len(printed)):
        assert words(printed[index]).startswith(f"{index + 1} ")
        left, bottom, right, _ = place(printed[index], str(index + 1))
        assert abs((left + right) / 2 - 110) < 1.5  # the middle between margins of 30 and 20
        assert bottom < 20


def test_the_foot_stands_side_by_side_on_one_page(printed: pypdfium2.PdfDocument) -> None:
    page = printed[len(printed) - 1]
    listed, office, name = place(page, "Nơi nhận:"), place(page, "HIỆU TRƯỞNG"), place(page, "Nguyễn Văn A")
    assert listed[2] < office[0]
    assert abs(listed[3] - office[3]) < 3
    assert name[1] - office[1] > 20  # room for signature and seal
    assert "Lưu: VT, TCHC." in words(page)


def test_every_word_is_printed(printed: pypdfium2.PdfDocument, campaign: LinkedCampaign) -> None:
    text = " ".join(words(page) for page in printed)
    for document in campaign.documents:
        assert str(document.head.number) in text
    squeezed = re.sub(r"\s", "", text)
    for item in campaign.assignments:
        assert re.sub(r"\s", "", item.what) in squeezed
