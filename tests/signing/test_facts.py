"""What the bytes of a file are besides their signatures. Never a fall over what they hold."""

from __future__ import annotations

import base64
import hashlib
import io
import random
import zipfile
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.blank import BLANK_PDF
from tests.signing import edits
from tests.signing.papers import Pens, paper
from tests.signing.samples import Sample, scan
from trangtin.content.problem import Code, Severity
from trangtin.signing.findings import findings_of
from trangtin.signing.inside import streams
from trangtin.signing.inside.first_page import ending_of
from trangtin.signing.inside.leaks import find_leaks, is_private
from trangtin.signing.inside.pages import read_pages
from trangtin.signing.kinds import FileKind, TextLayer, kind_of, kind_of_name
from trangtin.signing.reading import read_file, read_file_report
from trangtin.signing.report import FileReport
from trangtin.signing.validation.trust import TrustStore, read_trust
from trangtin.signing.validation.verdict import FileState

NOBODY = TrustStore()


def report(data: bytes) -> FileReport:
    return read_file_report(data, NOBODY)


@pytest.mark.parametrize("pages", [1, 3, 12])
def test_a_pdf(pages: int) -> None:
    data = paper(pages)
    found = report(data)
    assert (found.size, found.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert (found.pages, found.is_pdf, found.state) == (pages, True, FileState.UNSIGNED)
    assert found.text_layer is TextLayer.FULL
    assert "So: 12/KH-TCT" in found.text[0]
    assert not found.active and not found.leaks and not found.is_damaged


def _pages(*pages: str) -> bytes:
    """A PDF: on each page, one upon the other, a scan, a seal of an inch, letters as lines, or lines of text."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True)
    picture = ImageReader(Image.new("L", (50, 70), 128))
    for page in pages:
        for what in page.split(" + "):
            if what in {"scan", "seal"}:
                canvas.drawImage(picture, 0, 0, *(A4 if what == "scan" else (72, 72)))
            elif what.startswith("form of "):
                canvas.beginForm("form", *(0, 0, *A4))
                canvas.drawImage(picture, 0, 0, 1, 1)
                canvas.endForm()
                canvas.saveState()
                canvas.scale(*(A4 if what.endswith("scan") else (72, 72)))
                canvas.doForm("form")
                canvas.restoreState()
            elif what == "lines":
                for at in range(600):
                    canvas.line(at, 10, at, 20)
            elif what != "blank":
                for row, line in enumerate(what.split("\n")):
                    canvas.drawString(72, 750 - 15 * row, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


_LONG = "Ke hoach phat dong thi dua nam 2026"
_SIGNED = """Nguoi ky: CONG THONG TIN DIEN TU TINH MAU
Email: congthongtin@mau.example
Co quan: VAN PHONG UBND TINH MAU
Thoi gian ky: 02.06.2026 14:37:22 +07:00"""
"""What the state's service of signing prints in the corner of page 1."""
_RECOGNISED = "\n".join(f"Dieu {each}. Cac don vi chiu trach nhiem thi hanh quyet dinh nay." for each in range(5))
"""What a program read out of a scan, laid under it."""


@pytest.mark.parametrize(
    ("pages", "layer"),
    [
        ((_LONG, "Tran Thi B"), TextLayer.FULL),
        ((_LONG, "blank"), TextLayer.FULL),
        ((_LONG, "seal"), TextLayer.FULL),
        ((_LONG, "scan"), TextLayer.PARTIAL),
        ((_LONG, "lines"), TextLayer.PARTIAL),
        (("scan", "blank"), TextLayer.NONE),
        (("scan",), TextLayer.NONE),
        ((f"scan + {_SIGNED}",), TextLayer.NONE),
        ((f"scan + {_SIGNED}", "scan"), TextLayer.NONE),
        ((f"scan + {_SIGNED}\n{_SIGNED}\n{_SIGNED}",), TextLayer.NONE),  # one signs, one takes it over, one copies
        ((f"lines + {_SIGNED}",), TextLayer.NONE),
        ((f"scan + {_LONG}",), TextLayer.NONE),  # a number stamped on what came in, or a caption of unknown words
        ((f"{_RECOGNISED} + scan",), TextLayer.FULL),
        ((f"{_RECOGNISED} + scan", f"scan + {_SIGNED}"), TextLayer.PARTIAL),
        ((f"{_LONG} + seal + lines",), TextLayer.FULL),  # a chart with few words
        ((f"form of seal + {_LONG}",), TextLayer.FULL),
        ((f"form of scan + {_LONG}",), TextLayer.NONE),
        ((f"{_LONG}\n{_SIGNED}", "blank"), TextLayer.FULL),
        (("blank",), None),
        (("blank", "seal"), None),
        ((_SIGNED,), None),
        (("Tran Thi B",), TextLayer.FULL),
    ],
)
def test_a_page_is_a_scan_only_where_a_picture_covers_it(pages: tuple[str, ...], layer: TextLayer | None) -> None:
    assert report(_pages(*pages)).text_layer is layer


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", FileKind.OTHER),
        (b"PK\x03\x04, m\xe1\xbb\x99t t\xe1\xbb\x87p Word", FileKind.OTHER),
        (b"\x89PNG\r\n\x1a\n", FileKind.IMAGE),
        (b"%PDF-1.7\n", FileKind.PDF),
        (b"%PDF-1.7\n" + b"\0" * 500, FileKind.PDF),
    ],
)
def test_what_is_no_readable_file_has_no_pages(data: bytes, kind: FileKind) -> None:
    found = report(data)
    assert (found.kind, found.pages, found.state) == (kind, None, FileState.UNREADABLE)


@given(st.binary(max_size=300), st.integers(min_value=0, max_value=1000))
@settings(max_examples=50, deadline=None)
def test_any_bytes_in_a_pdf(noise: bytes, at: int) -> None:
    data = BLANK_PDF
    at = min(at, len(data))
    assert report(data[:at] + noise + data[at + len(noise) :]).size >= len(data)


@given(st.binary(max_size=2000))
@settings(max_examples=100, deadline=None)
def test_any_bytes_at_all(noise: bytes) -> None:
    for start in (b"", b"%PDF-1.7\n", b"\x30\x82\x01\x00\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02", b"\xff\xd8\xff"):
        assert report(start + noise).state in (FileState.UNREADABLE, FileState.UNSIGNED)


def test_the_thumbnail_shows_the_stamp(pens: Pens) -> None:
    plain, stamped = (read_file(data, NOBODY).picture for data in (paper(1), pens.sign(paper(1), page=0)))
    assert plain and stamped
    with Image.open(io.BytesIO(stamped)) as picture:
        assert (picture.format, picture.width) == ("WEBP", 320)
    assert plain != stamped


def test_drawing_changes_nothing_that_is_read(samples: dict[str, Sample]) -> None:
    for name, sample in samples.items():
        data = sample[0] if isinstance(sample, tuple) else sample
        read = read_file(data, NOBODY)
        assert replace(read.report, picture_ending="") == read_file_report(data, NOBODY), name
        assert (read.picture is None) is (read.report.page_size is None), name
        assert ending_of(read.picture) == read.report.picture_ending, name


def test_a_typed_page_keeps_every_pixel_a_scan_does_not() -> None:
    typed, scanned = (read_pages(data, with_picture=True).picture for data in (paper(1), scan()))
    assert typed and scanned
    assert scanned[12:16] == b"VP8 "  # lossy
    with pypdfium2.PdfDocument(paper(1)) as document, Image.open(io.BytesIO(typed)) as picture:
        page = document[0].render(scale=320 / document[0].get_width()).to_pil().crop((0, 0, *picture.size))
        differences = ImageChops.difference(page.convert("L"), picture.convert("L")).histogram()
    assert not any(differences[10:])  # half a step of sixteen


def test_what_has_colour_on_a_typed_page_keeps_it() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(400, 700, 60, 60, stroke=0, fill=1)
    canvas.save()
    made = [read_pages(data, with_picture=True).picture for data in (paper(1), out.getvalue())]
    assert [ending_of(picture) for picture in made] == [".png", ".webp"]
    with Image.open(io.BytesIO(made[1] or b"")) as picture:
        assert picture.convert("RGB").getpixel((430 * 320 // 595, (842 - 730) * 320 // 595)) == (255, 0, 0)


def test_leaks_are_told_without_the_numbers() -> None:
    data = paper(author="Nguyễn Văn A", title=r"C:\Users\van.a\ke hoach 001085000123.docx")
    said = " ".join(report(data).leaks)
    assert "Nguyễn Văn A" in said and r"C:\Users\van.a" in said and "CCCD/CMND" in said
    assert "001085000123" not in said
    assert find_leaks([("PTEX.Fullbanner", "This is pdfTeX, Version 3.141592653-2.6-1.40.24")], ()) == ()


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("http://10.1.2.3/x", True),
        ("https://192.168.1.1", True),
        ("http://may-chu/van-ban", True),
        ("http://qlvb.tct.local/1", True),
        ("file:///C:/a.docx", True),
        ("https://chinhphu.vn/", False),
        ("mailto:a@b.vn", False),
        ("http://172.32.0.1/", False),
        ("http://[", False),
    ],
)
def test_private_addresses(address: str, private: bool) -> None:
    assert is_private(address) is private


def test_identity_numbers_in_the_text() -> None:
    assert find_leaks((), (), "Ông A, CCCD số: 001085000123") == ("số CCCD/CMND trong nội dung",)
    assert find_leaks((), (), "Số tài khoản 001085000123") == ()


def word(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        for name, text in parts.items():
            package.writestr(name, text)
    return out.getvalue()


@cache
def growing(layers: int) -> bytes:
    """Much, packed so many times."""
    return zlib.compress(growing(layers - 1) if layers > 1 else b"BT /F1 9 Tf (a) Tj ET\n" * 4_000_000)


@pytest.mark.parametrize(("layers", "in_letters"), [(1, False), (2, False), (1, True), (2, True)])
def test_a_pdf_that_grows_without_end_is_not_opened(layers: int, *, in_letters: bool) -> None:
    packed = growing(layers)
    filters = b"/Filter[%s%s]" % (b"/ASCII85Decode" * in_letters, b"/FlateDecode" * layers)
    if in_letters:
        packed = base64.a85encode(packed, wrapcol=72) + b"~>"
    stream = b"4 0 obj<<%s/Length %d>>stream\n%s\nendstream endobj\n" % (filters, len(packed), packed)
    found = report(b"%PDF-1.7\n" + stream + b"trailer<</Size 5>>\n%%EOF\n")
    assert (found.pages, found.state) == (None, FileState.UNREADABLE)
    assert [each.message for each in findings_of(found, "a.pdf")] == [
        "tệp PDF bên trong lớn bất thường, mở ra thì đầy bộ nhớ"
    ]


def test_a_photograph_in_letters_is_not_decoded_to_be_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """As reportlab writes them: decoding a large scan takes seconds."""
    decoded: list[int] = []

    def decode(letters: bytes) -> bytes:
        decoded.append(len(letters))
        return b"\xff\xd8\xff\xe0"

    monkeypatch.setattr(base64, "a85decode", decode)
    data = scan(2)
    assert b"/ASCII85Decode /DCTDecode" in data
    assert not streams.grows_too_large(data, streams.TO_SHOW)
    assert max(decoded) <= 5


def test_a_clean_word_file() -> None:
    found = report(word({"word/document.xml": "<w:p><w:r><w:t>Chữ</w:t></w:r></w:p>"}))
    assert (found.kind, found.state, found.hidden) == (FileKind.OFFICE, FileState.UNSIGNED, ())


def test_a_damaged_word_file_is_told_whatever_is_broken() -> None:
    whole, dice = word({"word/document.xml": "<w:p><w:r><w:t>Chữ</w:t></w:r></w:p>" * 50}), random.Random(1)
    told = set()
    for _ in range(200):
        broken = bytearray(whole)
        broken[dice.randrange(len(whole))] ^= 1 << dice.randrange(8)
        told.add(report(bytes(broken)).is_damaged)
    assert told == {True, False}


def test_a_signature_in_word_is_not_called_unsigned() -> None:
    assert report(word({"_xmlsignatures/sig1.xml": "<Signature/>"})).state is FileState.UNREADABLE


def test_kinds_go_by_bytes() -> None:
    assert kind_of(word({})) is FileKind.OFFICE
    assert kind_of(b"\xef\xbb\xbf%PDF-1.4") is FileKind.PDF
    assert (kind_of_name("a.ZIP"), kind_of_name("a.csv"), kind_of_name("a.xyz")) == (
        FileKind.OTHER,
        FileKind.OTHER,
        None,
    )
    assert [str(each.code) for each in findings_of(report(word({})), "a.pdf")] == ["TT316"]
    assert [str(each.code) for each in findings_of(report(BLANK_PDF), "a.PDF", largest=100)] == ["TT507"]


_PROGRAM = b"MZ" + bytes(58) + b"\x40\0\0\0" + b"PE\0\0"
_ZIP = b"PK\3\4" + bytes(30)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.zip", _PROGRAM, "TT316 error có đuôi .zip nhưng bên trong là chương trình chạy được"),
        ("a.rtf", _PROGRAM, "TT316 error có đuôi .rtf nhưng bên trong là chương trình chạy được"),
        ("a.csv", _PROGRAM, "TT316 error có đuôi .csv nhưng bên trong là chương trình chạy được"),
        ("a.xyz", _PROGRAM, "TT316 error là chương trình chạy được"),
        ("a.exe", b"\x7fELF" + bytes(60), "TT316 error là chương trình chạy được"),
        ("a.odt", b"<!doctype html>", "TT316 error có đuôi .odt nhưng không phải là tệp Office"),
        ("a.zip", b"<!doctype html>", "TT316 error có đuôi .zip nhưng không phải là tệp .zip"),
        ("a.csv", b"%PDF-1.7\n", "TT316 error có đuôi .csv nhưng bên trong là tệp PDF"),
        ("a.xlsx", word({"word/document.xml": "<a/>"}), "TT316 error có đuôi .xlsx nhưng bên trong là tệp Word"),
        ("a.docx", word({"xl/workbook.xml": "<a/>"}), "TT316 error có đuôi .docx nhưng bên trong là bảng tính Excel"),
        ("a.docx", word({"word/document.xml": "<a/>", "word/embeddings/a.xlsx": "x"}), "TT508"),
        ("a.docx", word({}), None),
        ("a.doc", word({"word/document.xml": "<a/>"}), None),
        ("a.zip", word({"word/document.xml": "<a/>"}), None),
        ("a.zip", _ZIP, None),
        ("a.zip", b"PK\5\6" + bytes(18), None),
        ("a.docx", _ZIP, "TT316 error có đuôi .docx nhưng bên trong là tệp nén ZIP"),
        ("a.csv", "Họ tên;Lớp\n".encode("utf-16"), None),
        ("a.csv", b"MZ;ten\n" + b"a" * 100, None),
        ("a.txt", b"", None),
        ("a.xyz", b"", None),
    ],
)
def test_an_ending_promises_what_is_inside(name: str, data: bytes, told: str | None) -> None:
    found = [f"{each.code} {each.severity} {each.message}" for each in findings_of(report(data), name)]
    assert (found[0] if found else None) == told or (told and found[0].startswith(told)), found


def test_a_picture_with_the_ending_of_another_is_shown_all_the_same() -> None:
    out = io.BytesIO()
    Image.new("L", (20, 20)).save(out, "PNG")
    (found,) = findings_of(report(out.getvalue()), "a.jpg")
    assert (found.code, found.severity, found.message) == (
        Code.FILE_NOT_WHAT_IT_SAYS,
        Severity.WARNING,
        "có đuôi .jpg nhưng bên trong là ảnh PNG",
    )


def test_active_content_needs_more_than_a_place_to_open_at() -> None:
    assert report(edits.opening_on_page_one(paper())).active == ()
    assert len(report(edits.with_active_content(paper())).active) == 3


_URI = b"<</S/URI/URI(https://mau.example)>>"
_TURN = b"<</S/GoTo/D[/Fit]/Next[<</S/GoTo>> %s]>>"


@pytest.mark.parametrize(
    ("key", "value", "active"),
    [
        ("/OpenAction", b"<</Type/Actions/S/Launch/F(calc.exe)>>", ["Launch"]),
        ("/OpenAction", _URI, ["AA"]),
        ("/OpenAction", b"<</S/GoToR/F(//may/x.pdf)>>", ["AA"]),
        ("/OpenAction", _TURN % _URI, ["AA"]),
        ("/AA", b"<</WC %s>>" % _URI, ["AA"]),
        ("/OpenAction", _TURN % b"", []),
        ("/OpenAction", b"<</S/Named/N/Print>>", []),
        ("/Outlines", b"<</A %s>>" % _URI, []),  # somebody has to click
        ("/StructTreeRoot", b"<</K<</Type/StructElem/S/Sound>>>>", []),
        ("/Names", b"<</Type/Annot/Subtype/FileAttachment>>", ["EmbeddedFile"]),
    ],
)
def test_what_acts_of_itself(key: str, value: bytes, active: list[str]) -> None:
    with pikepdf.open(io.BytesIO(BLANK_PDF)) as pdf:
        pdf.Root[key] = pikepdf.Object.parse(value)
        out = io.BytesIO()
        pdf.save(out)
    assert [str(kind) for kind in report(out.getvalue()).active] == active


@pytest.mark.parametrize(
    ("tail", "message"),
    [
        (b"\n% dang tren cong\n", None),
        (b"\0" * 900, None),
        (b"<html><script>alert(1)</script></html>", "có dữ liệu lạ nối sau phần cuối của tệp PDF"),
        (b"PK\3\4word/document.xml", "có dữ liệu lạ nối sau phần cuối của tệp PDF"),
        (b"\n% a\nb", "có dữ liệu lạ nối sau phần cuối của tệp PDF"),
    ],
)
def test_what_stands_behind_the_end(tail: bytes, message: str | None) -> None:
    found = findings_of(report(paper() + tail), "a.pdf")
    assert [(each.severity, each.message) for each in found] == ([(Severity.WARNING, message)] if message else [])


def test_a_file_filled_up_to_a_block_is_not_cut_off() -> None:
    assert not report(paper() + b"\0" * 8000).is_truncated
    assert report(paper()[:-200]).is_truncated


def test_what_stands_before_a_pdf_is_told_once() -> None:
    found = findings_of(report(b"\xef\xbb\xbf" + paper()), "a.pdf")
    assert [str(each.code) for each in found] == ["TT506"]


def test_a_trust_folder(tmp_path: Path, pens: Pens) -> None:
    for name in ("roots", "intermediates", "crls"):
        (tmp_path / name).mkdir()
    (tmp_path / "roots/goc.pem").write_bytes(b"chu thich\n" + pens.pki["root"].pem + pens.pki["false-root"].pem)
    (tmp_path / "intermediates/sub.cer").write_bytes(pens.pki["sub"].der)
    (tmp_path / "crls/sub.crl").write_bytes(pens.pki.crl("sub", "2021-06-01", "2022-06-01"))
    (tmp_path / "roots/README.md").write_text("Lấy từ đâu", encoding="utf-8")
    (tmp_path / "crls/hong.crl").write_bytes(b"\x30\x03abc")
    store = read_trust(tmp_path)
    assert (len(store.roots), len(store.intermediates), len(store.crls)) == (2, 1, 1)
    assert store.unreadable == ("crls/hong.crl",)
    assert "SHA256" in store.listing()[0] and "thử nghiệm" in store.listing()[0]
    assert store.fingerprint != read_trust(tmp_path, allow_sha1=True).fingerprint != TrustStore().fingerprint
    assert read_trust(tmp_path / "khong-co") == TrustStore() == read_trust(None)
