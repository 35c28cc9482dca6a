"""The library of documents with its script: several choices at once, an address for each, no dead ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.built_site import BuiltSite
from tests.browser.reader import Reader, Scheme

DONE = "#loc[data-state=xong]"
ROWS = """() => [...document.querySelectorAll("#danh-sach .tt-rows > li")].map(row =>
    [row.innerText.replace(/\\s+/g, " "), ...[...row.querySelectorAll("a")].map(link => link.href)])"""


@contextmanager
def library(reader: Reader, query: str = "", *, width: int = 1280) -> Iterator[Page]:
    with reader.visit(f"/van-ban/{query}", width=width) as visit:
        if query:
            visit.page.wait_for_selector(DONE, state="attached")
        yield visit.page
        assert visit.policy_faults() == []


def rows(page: Page) -> list[list[str]]:
    found: list[list[str]] = page.evaluate(ROWS)
    return found


def names(page: Page) -> list[str]:
    return page.locator(".tt-document-name a").all_inner_texts()


def choices(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_every_single_choice_shows_what_its_plain_list_shows(reader: Reader) -> None:
    with library(reader) as page:
        links = page.locator(".tt-facets li a").evaluate_all("all => all.map(link => link.href)")
        options = page.locator("#loc select:not([name=xep]) option:not([value=''])").evaluate_all(
            "all => all.map(option => [option.parentElement.name, option.value])"
        )
        assert len(links) == len(options) > 20
        for link, (word, value) in zip(links, options, strict=True):
            page.goto(link)
            plain, counted = rows(page), page.locator("#da-dem").inner_text()
            page.goto(f"{reader.home}/van-ban/?{word}={value}")
            page.wait_for_selector(DONE, state="attached")
            assert rows(page) == plain, (word, value)
            assert page.locator("#da-dem").inner_text() == counted


def test_two_choices_the_address_and_the_way_back(reader: Reader) -> None:
    with library(reader) as page:
        whole = rows(page)
        page.select_option("#loc-loai", "ke-hoach")
        expect(page.locator("#da-dem")).to_contain_text("10 văn bản")
        page.select_option("#loc-nam", "2021")
        expect(page.locator("#da-dem")).to_contain_text("4 văn bản")
        assert choices(page) == {"loai": ["ke-hoach"], "nam": ["2021"]}
        both = rows(page)
        assert all("2021" in row[0] and "Kế hoạch" in row[0] for row in both)

        page.reload()
        expect(page.locator("#da-dem")).to_contain_text("4 văn bản")
        assert rows(page) == both
        assert page.locator("#loc-nam").input_value() == "2021"

        page.go_back()
        expect(page.locator("#da-dem")).to_contain_text("10 văn bản")
        assert page.locator("#loc-nam").input_value() == ""
        page.go_back()
        expect(page.locator("#da-dem")).to_contain_text("23 văn bản")
        assert rows(page) == whole


def test_counts_beside_values_follow_the_other_choices(reader: Reader) -> None:
    with library(reader, "?nam=2021") as page:
        option = page.locator("#loc-loai option[value=ke-hoach]")
        expect(option).to_have_text("Kế hoạch (4)")
        assert page.locator("#loc-loai option[value=quy-che]").is_disabled()
        assert not page.locator("#loc-nam option[value='2026']").is_disabled()


@pytest.mark.parametrize(
    ("query", "ways"),
    [
        ("?loai=chi-thi&nam=2026", ["Bỏ điều kiện “Loại văn bản”", "Bỏ điều kiện “Năm”"]),
        ("?loai=khong-co-loai-nay&nam=2021", ["Bỏ điều kiện “Loại văn bản”"]),
        ("?loai=chi-thi&nam=2022&cap=phong", []),
    ],
)
def test_an_empty_combination_says_what_to_do(reader: Reader, query: str, ways: list[str]) -> None:
    with library(reader, query) as page:
        expect(page.locator("#da-dem")).to_have_text("Không có văn bản nào")
        links = page.locator("#danh-sach a")
        assert links.all_inner_texts() == [*ways, "Bỏ hết điều kiện, xem tất cả văn bản"]
        links.first.click()
        expect(page.locator("#danh-sach .tt-rows > li").first).to_be_visible()
        assert page.evaluate("document.activeElement.id") == "da-dem"


def test_number_order_and_the_vietnamese_alphabet(reader: Reader) -> None:
    with library(reader, "?xep=so") as page:
        numbers = [int("".join(filter(str.isdigit, name.split("/")[0].split("-")[0]))) for name in names(page)]
        assert numbers == sorted(numbers)
        assert numbers.index(8) < numbers.index(12) < numbers.index(109)
        page.select_option("#loc-xep", "trich-yeu")
        expect(page.locator("#da-dem")).to_contain_text("theo trích yếu")
        titles = page.locator(".tt-document p:not([class])").all_inner_texts()
        initials = [title[0] for title in titles]
        assert initials.index("Đ") < initials.index("K")  # by code points Đ comes after Z


def test_with_the_keyboard_alone(reader: Reader) -> None:
    with library(reader, width=360) as page:
        page.locator(".tt-register summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "loc-loai"
        page.keyboard.press("ArrowDown")
        expect(page.locator("#da-dem")).to_contain_text("1 văn bản")
        assert choices(page) == {"loai": ["bao-cao"]}
        assert page.evaluate("document.activeElement.id") == "loc-loai"  # a choice leaves the reader where they are


def test_a_cut_down_list_leads_to_further_choices(reader: Reader) -> None:
    with reader.visit("/van-ban/loai/ke-hoach/") as visit:
        visit.page.click("text=Lọc thêm theo điều kiện khác")
        expect(visit.page.locator("#da-dem")).to_contain_text("10 văn bản")
        assert choices(visit.page) == {"loai": ["ke-hoach"]}


def test_without_script_no_link_leads_to_choices_that_need_one(reader: Reader, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(f"{reader.home}/van-ban/loai/ke-hoach/")
        assert page.get_by_text("Tất cả văn bản").is_visible()
        assert not page.get_by_text("Lọc thêm theo điều kiện khác").is_visible()
    finally:
        context.close()


def test_nothing_is_fetched_before_a_reader_turns_to_the_form(reader: Reader) -> None:
    with reader.visit("/van-ban/", width=360) as visit:
        visit.page.wait_for_load_state("networkidle")
        visit.page.get_by_role("link", name="Lọc văn bản", exact=True).click()
        visit.page.wait_for_function("location.hash === '#muc-loc'")
        visit.page.wait_for_load_state("networkidle")
        assert not [request.url for request in visit.requests if "loc.json" in request.url]


def test_without_the_register_the_plain_lists_stand_and_the_reader_is_told(reader: Reader) -> None:
    with reader.visit("/van-ban/") as visit:
        whole = rows(visit.page)
        visit.page.route("**/loc.json", lambda route: route.fulfill(status=503))
        visit.page.select_option("#loc-loai", "ke-hoach")
        expect(visit.page.locator("#da-dem")).to_contain_text("Chưa tải được danh mục")
        assert rows(visit.page) == whole
        visit.page.unroute("**/loc.json")
        visit.page.select_option("#loc-nam", "2021")
        expect(visit.page.locator("#da-dem")).to_contain_text("4 văn bản")


@pytest.mark.parametrize("order", ["constructor", "__proto__", "khong-co"])
def test_an_unknown_order_is_the_usual_one(reader: Reader, order: str) -> None:
    with library(reader, "?nam=2021") as page:
        usual = rows(page)
    with library(reader, f"?nam=2021&xep={order}") as page:
        assert rows(page) == usual
        expect(page.locator("#da-dem")).to_contain_text("mới nhất trước")


def test_a_fault_of_the_page_itself_is_not_told_as_one_of_the_network(reader: Reader) -> None:
    def without_titles(route: Route) -> None:
        register = route.fetch().json()
        route.fulfill(json={**register, "title": None})

    with reader.visit("/van-ban/") as visit:
        counted = visit.page.inner_text("#da-dem")
        visit.page.route("**/loc.json", without_titles)
        visit.page.select_option("#loc-nam", "2021")
        visit.page.wait_for_selector("#loc[data-state=hong]", state="attached")
        assert visit.page.inner_text("#da-dem") == counted
        assert any("TypeError" in complaint for complaint in visit.complaints)


def test_without_script_there_is_no_form_and_every_list(site: BuiltSite, reader: Reader) -> None:
    context = reader.browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(f"{reader.home}/van-ban/?loai=ke-hoach")
        assert not page.locator("#loc").is_visible()
        assert "tắt JavaScript, hoặc đã quá cũ" in page.locator("main").inner_text()
        assert page.locator(".tt-rows > li").count() == 23
        assert len([path for path, _ in site.internal_links("/van-ban/") if "/hieu-luc/" in path]) >= 3
    finally:
        context.close()


@pytest.mark.parametrize("query", ["?loai=ke-hoach", "?loai=chi-thi&nam=2026"])
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_a_choice_is_accessible_and_fits(reader: Reader, axe: Path, query: str, width: int, scheme: Scheme) -> None:
    with reader.visit(f"/van-ban/{query}", width=width, scheme=scheme, still=True) as visit:
        visit.page.wait_for_selector(DONE, state="attached")
        assert visit.axe_faults(axe) == []
        assert visit.overflow_faults() == []
        assert visit.tab_faults() == []
