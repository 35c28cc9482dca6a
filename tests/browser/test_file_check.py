"""The page that tells whether a file was published here: in the reader's own browser, with the network gone."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.browser.built_site import BuiltSite
from tests.browser.reader import Reader, Visit

PAGE = "/kiem-tra-tep/"
PLAN = "van-ban/2021/12-kh-tct/12-kh-tct.pdf"


def told(visit: Visit) -> str:
    visit.page.wait_for_selector("#ket-qua-tep .tt-notice")
    return visit.page.inner_text("#ket-qua-tep")


def test_a_published_file_is_recognised_offline(site: BuiltSite, reader: Reader) -> None:
    with reader.visit(PAGE) as visit:
        visit.page.wait_for_load_state("networkidle")
        asked = len(visit.requests)
        visit.page.context.set_offline(True)
        visit.page.set_input_files("#tep", site.folder / PLAN)
        text = told(visit)
        assert "Đúng từng byte là tệp đã đăng: Kế hoạch số 12/KH-TCT" in text
        assert hashlib.sha256((site.folder / PLAN).read_bytes()).hexdigest() in text
        link = visit.page.locator("#ket-qua-tep a").first
        assert str(link.evaluate("each => each.pathname")) == "/van-ban/2021/12-kh-tct/"
        assert len(visit.requests) == asked


def test_one_byte_more_is_another_file(site: BuiltSite, reader: Reader, tmp_path: Path) -> None:
    changed = tmp_path / "12-kh-tct.pdf"
    changed.write_bytes((site.folder / PLAN).read_bytes() + b"\n")
    with reader.visit(PAGE) as visit:
        visit.page.set_input_files("#tep", changed)
        text = told(visit)
        assert "Không phải tệp nào đã đăng ở trang này." in text
        assert "Đúng từng byte" not in text


def test_a_dropped_file(site: BuiltSite, reader: Reader) -> None:
    drop = """(bytes) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(bytes)], 'ke-hoach.pdf'));
      document.getElementById('kiem-tra').dispatchEvent(new DragEvent('drop', {dataTransfer: files, bubbles: true}));
    }"""
    with reader.visit(PAGE) as visit:
        visit.page.evaluate(drop, list((site.folder / PLAN).read_bytes()))
        assert "ke-hoach.pdf\n" in told(visit)
        assert "Đúng từng byte" in told(visit)


def test_the_link_of_a_file_card_answers_at_once(site: BuiltSite, reader: Reader) -> None:
    with reader.visit("/van-ban/2021/12-kh-tct/") as visit:
        visit.page.get_by_role("link", name="Kiểm tra bản đã tải về").first.click()
        assert "Kế hoạch số 12/KH-TCT" in told(visit)
        assert visit.policy_faults() == []


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("0" * 64, "Không phải tệp nào đã đăng ở trang này."),
        ("abc", "Đây không phải mã SHA-256"),
    ],
)
def test_a_typed_hash(reader: Reader, typed: str, answer: str) -> None:
    with reader.visit(f"{PAGE}?sha256={typed}") as visit:
        assert answer in told(visit)


def test_a_hash_as_windows_prints_it(site: BuiltSite, reader: Reader) -> None:
    digest = hashlib.sha256((site.folder / PLAN).read_bytes()).hexdigest().upper()
    with reader.visit(PAGE) as visit:
        visit.page.fill("#ma", " ".join(digest[at : at + 2] for at in range(0, 64, 2)))
        visit.page.press("#ma", "Enter")
        assert "Đúng từng byte" in told(visit)


def test_a_list_that_cannot_be_loaded_is_said(reader: Reader) -> None:
    with reader.visit("/so-do-trang/") as visit:
        visit.page.route("**/ma-tep.json", lambda route: route.abort())
        visit.page.goto(reader.home + PAGE)
        assert "Chưa thể kết luận gì về tệp." in told(visit)
