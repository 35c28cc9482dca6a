"""Pictures of papers: what is refused before anything large is made in memory."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader

from tests.importer.pdf.drawn import WORDS, canvas, finished, page_of
from tools.paper_fonts import FONT
from tools.system_parts import OCR
from trangtin.importer.paper import paragraphs_of
from trangtin.importer.reading import read_paper
from trangtin.importer.refusal import Refusal


@pytest.fixture
def _tesseract(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("trangtin.importer.pdf.scan.program", lambda: "/bin/false")
    yield


@pytest.mark.usefixtures("_tesseract")
@pytest.mark.parametrize("size", [b"14400 14400", b"900 14400", b"3000 3000"])
def test_a_page_of_metres_is_refused_before_it_is_drawn(monkeypatch: pytest.MonkeyPatch, size: bytes) -> None:
    def draw(*_: object, **__: object) -> None:
        pytest.fail("drawn")

    monkeypatch.setattr("pypdfium2.PdfPage.render", draw)
    data = page_of(b"", b"").replace(b"595 842", size)
    with pytest.raises(Refusal, match="trang 1 của bản quét rộng bất thường"):
        read_paper(data, "a.pdf", ocr=True)


@pytest.mark.usefixtures("_tesseract")
def test_a_page_of_paper_is_drawn() -> None:
    with pytest.raises(Refusal, match="chương trình nhận dạng chữ báo lỗi"):
        read_paper(page_of(b"", b""), "a.pdf", ocr=True)


@pytest.mark.usefixtures("_tesseract")
def test_a_picture_of_too_many_points_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    Image.new("1", (8000, 8000)).save(out, "PNG")
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda _: pytest.fail("unpacked"))
    with pytest.raises(Refusal, match="ảnh rộng bất thường"):
        read_paper(out.getvalue(), "a.png", ocr=True)


@pytest.mark.usefixtures("_tesseract")
def test_dirt_is_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    said = [("UBND", 96), ("TỈNH", 95), ("ˆ", 20), ("_", 31), ("MẪU", 93), ("-", 90), ("…", 30), ("¬", 12), ("sáu", 22)]
    rows = (f"5\t1\t1\t1\t1\t{at}\t{100 * at}\t100\t90\t30\t{sure}\t{word}" for at, (word, sure) in enumerate(said))
    head = "level page_num block_num par_num line_num word_num left top width height conf text".replace(" ", "\t")
    monkeypatch.setattr("trangtin.importer.pdf.scan._run", lambda *_: "\n".join((head, *rows)))
    out = io.BytesIO()
    Image.new("L", (1654, 2339), 255).save(out, "PNG")
    paper = read_paper(out.getvalue(), "a.png", ocr=True)
    assert [part.text for part in paragraphs_of(paper.blocks)] == ["UBND TỈNH MẪU - … sáu"]
    assert any("5 từ nhận dạng không chắc" in remark.text for remark in paper.remarks)


@pytest.mark.office
@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_mark_stamped_in_red_is_read(mark: str) -> None:
    OCR.require()
    with pytest.raises(Refusal, match="có dấu chỉ mức độ mật"):
        read_paper(scan(mark, framed=True), "a.png", ocr=True)


@pytest.mark.office
def test_any_other_stamp_is_told() -> None:
    OCR.require()
    paper = read_paper(scan("CÔNG VĂN ĐẾN", framed=True), "a.png", ocr=True)
    assert any("có dấu mực đỏ ở trang 1" in remark.text for remark in paper.remarks)
    paper = read_paper(scan("", framed=False), "a.png", ocr=True)
    assert not any("mực đỏ" in remark.text for remark in paper.remarks)


@pytest.mark.office
def test_pages_with_and_without_text_are_one_paper() -> None:
    OCR.require()
    drawn, out = canvas()
    drawn.drawString(90, 780, f"{WORDS} năm 2026.")
    drawn.showPage()
    drawn.drawImage(ImageReader(io.BytesIO(scan("CÔNG VĂN ĐẾN", framed=True))), 0, 0, *A4)
    drawn.setFont(FONT, 8)
    drawn.drawString(380, 820, "Thời gian ký: 10.07.2026 14:37:12 +07:00")
    paper = read_paper(finished(drawn, out), "a.pdf", ocr=True)
    text = " ".join(part.text for part in paragraphs_of(paper.blocks))
    assert paper.is_guessed
    assert "năm 2026." in text
    assert text.count("thi đua") > 5
    assert "Thời gian ký" not in text
    assert any("chữ ở trang 2 do máy nhận dạng" in remark.text for remark in paper.remarks)


def scan(stamp: str, *, framed: bool) -> bytes:
    """A page with text in black and a stamp in red."""
    drawn, out = canvas()
    for row in range(8):
        drawn.drawString(90, 640 - 20 * row, WORDS)
    drawn.setFillColorRGB(0.85, 0.1, 0.15)
    drawn.setStrokeColorRGB(0.85, 0.1, 0.15)
    drawn.setFont(FONT, 16)
    drawn.drawString(90, 730, stamp)
    if framed:
        drawn.setLineWidth(2)
        drawn.rect(80, 722, drawn.stringWidth(stamp, FONT, 16) + 20, 28)
    picture = pypdfium2.PdfDocument(finished(drawn, out))[0].render(scale=200 / 72).to_pil()
    png = io.BytesIO()
    picture.save(png, "PNG")
    return png.getvalue()
