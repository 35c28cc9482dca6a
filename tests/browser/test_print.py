"""A printed document stands for itself: A4, its number, and where it was published."""

from __future__ import annotations

import pypdfium2

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import DOCUMENT
from tests.browser.reader import Reader

A4 = (595, 842)


def test_a_printed_document_carries_number_and_address(site: BuiltSite, reader: Reader) -> None:
    with reader.visit(DOCUMENT.path) as visit:
        printed = visit.page.pdf(prefer_css_page_size=True)
    pdf = pypdfium2.PdfDocument(printed)
    try:
        assert {tuple(round(side) for side in page.get_size()) for page in pdf} == {A4}
        text = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    finally:
        pdf.close()
    joined = "".join(text.split())  # lines break where the printer likes
    assert "12/KH-TCT" in joined
    assert site.url.removeprefix("https://") + DOCUMENT.path.lstrip("/") in joined
