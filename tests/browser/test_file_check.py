"""The page that tells whether a file was published here: in the reader's own browser, with the network gone."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

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


def test_the_right_bytes_of_a_rule_that_was_replaced_come_with_a_warning(site: BuiltSite, reader: Reader) -> None:
    with reader.visit(PAGE) as visit:
        visit.page.set_input_files("#tep", site.folder / "van-ban/2022/08-qc-tct/08-qc-tct.pdf")
        text = told(visit)
        assert "Đúng từng byte là tệp đã đăng: Quy chế số 08/QC-TCT" in text
        assert "Văn bản này đã có văn bản thay thế: Quy chế số 17/QC-TCT ngày 09/03/2026" in text
        assert visit.page.locator("#ket-qua-tep .tt-notice-warn").count() == 1


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


def test_the_link_of_a_file_card_asks_for_the_file_and_vouches_for_none(site: BuiltSite, reader: Reader) -> None:
    with reader.visit("/van-ban/2021/12-kh-tct/") as visit:
        visit.page.get_by_role("link", name="Kiểm tra bản đã tải về").first.click()
        text = told(visit)
        assert "Đây là mã của tệp đã đăng: Kế hoạch số 12/KH-TCT" in text
        assert "Chưa có tệp nào được kiểm tra." in text
        visit.page.set_input_files("#tep", site.folder / PLAN)
        expect(visit.page.locator("#ket-qua-tep")).to_contain_text(
            "Đúng từng byte là tệp đã đăng: Kế hoạch số 12/KH-TCT"
        )
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
        assert "Đây là mã của tệp đã đăng" in told(visit)


def test_a_list_that_cannot_be_loaded_is_said(reader: Reader) -> None:
    with reader.visit("/so-do-trang/") as visit:
        visit.page.route("**/ma-tep.json", lambda route: route.abort())
        visit.page.goto(reader.home + PAGE)
        assert "Chưa thể kết luận gì về tệp." in told(visit)


NO_LIST = "Chưa thể kết luận gì về tệp."


@pytest.mark.parametrize("way", ["file", "hash", "address"])
def test_a_check_without_the_list_says_so_and_the_next_tries_again(site: BuiltSite, reader: Reader, way: str) -> None:
    digest = hashlib.sha256((site.folder / PLAN).read_bytes()).hexdigest()
    with reader.visit("/so-do-trang/") as visit:
        page, notices = visit.page, visit.page.locator("#ket-qua-tep .tt-notice")
        page.route("**/ma-tep.json", lambda route: route.abort())

        def ask() -> None:
            if way == "file":  # the same one each time, which a browser reports only if nothing is chosen before
                with page.expect_file_chooser() as opened:
                    page.click("#tep")
                opened.value.set_files(site.folder / PLAN)
            else:
                page.fill("#ma", digest)
                page.press("#ma", "Enter")

        page.goto(f"{reader.home}{PAGE}?sha256={digest}" if way == "address" else reader.home + PAGE)
        expect(notices).to_contain_text([NO_LIST])
        ask()
        expect(notices).to_contain_text([NO_LIST])
        page.unroute("**/ma-tep.json")
        ask()
        expect(notices).to_contain_text(["Đúng từng byte là tệp" if way == "file" else "Đây là mã của tệp đã đăng"])
        expect(notices).to_have_count(1)


def test_several_files_without_the_list_are_told_once(site: BuiltSite, reader: Reader) -> None:
    with reader.visit("/so-do-trang/") as visit:
        visit.page.route("**/ma-tep.json", lambda route: route.abort())
        visit.page.goto(reader.home + PAGE)
        assert NO_LIST in told(visit)
        with visit.page.expect_event("requestfailed"):
            visit.page.set_input_files("#tep", [site.folder / PLAN, site.folder / "index.html"])
        visit.page.wait_for_timeout(300)  # time enough for what must not come
        assert visit.page.locator("#ket-qua-tep .tt-notice").count() == 1


def test_a_check_overtaken_by_the_next_says_nothing(site: BuiltSite, reader: Reader) -> None:
    slow = """() => {
      const digest = crypto.subtle.digest.bind(crypto.subtle);
      crypto.subtle.digest = async (...asked) => {
        await new Promise(resolve => { globalThis.goOn = resolve; });
        return digest(...asked).finally(() => setTimeout(() => { globalThis.isDone = true; }));
      };
    }"""
    with reader.visit(PAGE) as visit:
        page = visit.page
        page.evaluate(slow)
        page.set_input_files("#tep", site.folder / PLAN)
        visit.becomes("Boolean(globalThis.goOn)")
        page.fill("#ma", "0" * 64)
        page.press("#ma", "Enter")
        assert "Không phải tệp nào" in told(visit)
        page.evaluate("globalThis.goOn()")
        visit.becomes("globalThis.isDone")
        expect(page.locator("#ket-qua-tep .tt-notice")).to_have_count(1)
        assert "Không phải tệp nào" in told(visit)


def test_a_list_that_comes_late_answers_the_last_question_alone(reader: Reader) -> None:
    held: list[Route] = []
    with reader.visit("/so-do-trang/") as visit:
        page = visit.page
        page.route("**/ma-tep.json", lambda route: held.append(route))
        page.goto(reader.home + PAGE)
        for typed in ("0" * 64, "1" * 64):
            page.fill("#ma", typed)
            page.press("#ma", "Enter")
        visit.wait_until(lambda: bool(held))
        held[0].continue_()
        expect(page.locator("#ket-qua-tep .tt-notice")).to_contain_text(["1" * 64])
        expect(page.locator("#ket-qua-tep .tt-notice")).to_have_count(1)


def test_dropped_text_is_no_question(site: BuiltSite, reader: Reader) -> None:
    drop = """() => {
      const text = new DataTransfer();
      text.setData('text/plain', 'xin chào');
      document.getElementById('kiem-tra').dispatchEvent(new DragEvent('drop', {dataTransfer: text, bubbles: true}));
    }"""
    with reader.visit(PAGE) as visit:
        visit.page.set_input_files("#tep", site.folder / PLAN)
        assert "Đúng từng byte" in told(visit)
        visit.page.evaluate(drop)
        assert visit.page.locator("#ket-qua-tep .tt-notice").count() == 1
