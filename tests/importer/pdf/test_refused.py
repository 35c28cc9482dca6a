"""PDF files that cannot be read, or would take more than a machine has: refused with a reason."""

from __future__ import annotations

import zlib

import pytest

from tests.importer.pdf.drawn import WORDS, canvas, finished, page_of
from trangtin.importer.pdf.typed import read_pdf
from trangtin.importer.refusal import Refusal
from trangtin.signing.inside.streams import Room, grows_too_large

GROWS = zlib.compress(b"BT (a) Tj ET\n" * 3_000_000)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4\nrandom",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 10000>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF",
        page_of(GROWS, b"/Filter/FlateDecode"),
        page_of(zlib.compress(GROWS), b"/Filter[/FlateDecode/FlateDecode]"),
        page_of(b"", b""),
    ],
    ids=["noise", "claims 10000 pages", "grows", "grows twice", "no text"],
)
def test_refused(data: bytes) -> None:
    with pytest.raises(Refusal):
        read_pdf(data)


@pytest.mark.parametrize("gap", [b" ", b"\n", b"\r\n"])
def test_a_stream_begins_once(gap: bytes) -> None:
    packed = b"4 0 obj<</Filter/LZWDecode/Length 20>>stream\n" + b"\x80" * 20 + b"\nendstream" + gap + b"endobj\n"
    plain = b"5 0 obj<</Length 1100000>>stream\n" + b"x" * 1_100_000 + b"\nendstream endobj\n"
    assert not grows_too_large(b"%PDF-1.4\n" + packed + plain, Room(20_000_000, 120_000_000, 400_000_000))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_file_is_refused(share: float) -> None:
    drawn, out = canvas()
    drawn.drawString(90, 700, WORDS)
    data = finished(drawn, out)
    with pytest.raises(Refusal):
        read_pdf(data[: int(len(data) * share)])
