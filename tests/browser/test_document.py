"""The page of a document: text first, points that can be linked to and cited, force that cannot be missed."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.page_types import DOCUMENT
from tests.browser.reader import Reader

REPLACED = "/van-ban/2022/08-qc-tct/"


def test_the_text_stands_beside_files_and_facts_on_a_wide_screen(reader: Reader) -> None:
    with reader.visit(DOCUMENT.path) as visit:
        boxes = [
            visit.page.locator(name).bounding_box()
            for name in (".tt-paper", ".tt-dossier-files", ".tt-dossier-facts", ".tt-outline")
        ]
        paper, *beside = (box for box in boxes if box)
        assert len(beside) == 3
        assert all(box["x"] > paper["x"] + paper["width"] for box in beside)
        assert [box["y"] for box in beside] == sorted(box["y"] for box in beside)
        assert visit.page.get_by_role("navigation", name="Mục lục").get_by_text("II. NỘI DUNG THI ĐUA").is_visible()


def test_a_point_can_be_linked_to_and_cited(reader: Reader) -> None:
    with reader.visit(f"{DOCUMENT.path}#II.1.2") as visit:
        page = visit.page
        expect(page.locator("[id='II.1.2']")).to_be_in_viewport()
        cited = page.locator(".tt-cite-text")
        expect(cited).to_have_text("mục II.1.2, Kế hoạch số 12/KH-TCT ngày 20/4/2021 của Trường Chính trị tỉnh Mẫu")
        expect(page.locator(".tt-cite-address")).to_have_text(re.compile(re.escape(f"{DOCUMENT.path}#II.1.2") + "$"))
        page.locator("[id='III'] >> nth=0").click()
        expect(cited).to_have_text(re.compile("^mục III, "))


@pytest.mark.parametrize("width", [320, 1280])
def test_what_stands_in_a_point_is_set_in(reader: Reader, width: int) -> None:
    with reader.visit(DOCUMENT.path, width=width) as visit:
        items = [visit.page.locator(f".tt-body .tt-item-{depth} >> nth=0") for depth in (1, 2, 3, 4)]
        edges = [item.evaluate("item => item.getBoundingClientRect().left") for item in items]
        assert all(below - above > 8 for above, below in pairwise(edges)), edges


@pytest.mark.parametrize("hash", ["", "#%"])
def test_the_citation_can_be_copied(reader: Reader, hash: str) -> None:
    with reader.visit(f"{DOCUMENT.path}{hash}") as visit:
        visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        visit.page.get_by_role("button", name="Chép trích dẫn").click()
        visit.page.get_by_text("Đã chép.").wait_for()
        copied = visit.page.evaluate("navigator.clipboard.readText()")
        assert copied == "Kế hoạch số 12/KH-TCT ngày 20/4/2021 của Trường Chính trị tỉnh Mẫu"


def test_what_was_replaced_says_so_wherever_one_reads(reader: Reader) -> None:
    with reader.visit(f"{REPLACED}#dieu-4") as visit:
        warning = visit.page.locator(".tt-paper-warning")
        assert warning.inner_text() == "Đã bị thay thế"
        expect(warning).to_be_in_viewport()
        visit.page.evaluate("window.scrollTo(0, 0)")
        assert visit.page.get_by_text("Văn bản này đã có văn bản thay thế").is_visible()
