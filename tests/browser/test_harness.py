"""The checks themselves: each finds the fault it is for on a page made wrong, and nothing on one made right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.built_site import BuiltSite
from tests.browser.reader import COLOUR_RULES, Reader
from tests.browser.server import serve
from tests.browser.validator import validator_faults

GOOD = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Trang mẫu</title>
<meta name="description" content="Một trang đúng"><meta name="viewport" content="width=device-width">
<link rel="canonical" href="https://mau.example/con/">
<link rel="icon" href="icon.svg"><link rel="stylesheet" href="style.css"></head>
<body><a href="#noi-dung">Bỏ qua, tới nội dung</a><header><a href="../con/">Trang mẫu</a></header>
<main id="noi-dung" tabindex="-1"><h1>Trang mẫu</h1><h2>Phần một</h2>
<p><a href="#noi-dung">Về đầu nội dung</a></p></main>
</body></html>"""

BAD = """<!doctype html>
<html><head><title></title><link rel="stylesheet" href="bad.css"></head>
<body><main><h1>Một</h1><h3 style="color: red">Ba</h3><h1></h1><p onclick="x()">a<script>let here = 1</script></p>
<p class="wide">rộng</p><p class="pale">nhạt</p><p class="moving">động</p><img src="https://other.example/x.png"><center>x</center>
<p><a href="missing/">Hỏng</a> <a href="#nowhere">Hỏng</a> <a href="../con/" class="bare">Không viền</a>
<a href="../con/" tabindex="1">Sai thứ tự</a> <a href="../con/" class="gone">Không thấy</a></p></main></body></html>"""

FILES = {
    "con/icon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    "con/style.css": "a { display: inline-block; min-height: 24px } a:focus { outline: 3px solid }",
    "hong/bad.css": """html { overflow-x: hidden } .wide { width: 5000px } .bare:focus { outline: none }
        .gone { position: absolute; left: -9999px } .moving { animation: fade 9s infinite; transition: all 1s }
        .pale { color: #ccc; background: #fff }
        @keyframes fade { to { opacity: .2 } }""",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    folder = tmp_path_factory.mktemp("made")
    for path, text in {"con/index.html": GOOD, "hong/index.html": BAD, **FILES}.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return BuiltSite(folder, "https://mau.example/")


@pytest.fixture(scope="module")
def made_reader(made: BuiltSite, browser: Browser) -> Iterator[Reader]:
    with serve(made.folder) as home:
        yield Reader(browser, home)


def test_a_right_page_passes(made: BuiltSite, made_reader: Reader, axe: Path) -> None:
    page = made.page("/con/")
    assert [*page.heading_faults(), *page.head_faults(), *page.inline_faults()] == []
    with made_reader.visit("/con/", still=True) as visit:
        assert visit.policy_faults() == []
        assert visit.axe_faults(axe) == []
        assert visit.overflow_faults() == []
        assert visit.motion_faults() == []
        assert visit.tab_faults() == []
        assert 0 < visit.transferred(pictures=False) < 1000
        assert visit.style_bytes() == len(FILES["con/style.css"])


def test_faults_of_markup_are_found(made: BuiltSite) -> None:
    page = made.page("/hong/")
    assert page.heading_faults() == ["2 h1 elements instead of one", "h3 «Ba» after h1", "empty h1"]
    assert len(page.head_faults()) == 4
    assert page.inline_faults() == ["line 3: <h3> style=", "line 3: <p> onclick=", "line 3: <script> inline"]


def test_dead_links_are_found(made: BuiltSite) -> None:
    assert made.link_faults() == [
        "/hong/: /hong/ has no element #nowhere",
        "/hong/: /hong/missing/ was not built",
    ]
    assert made.canonical_faults() == ["/hong/: canonical [] instead of ['https://mau.example/hong/']"]


def test_invalid_html_is_found(made: BuiltSite) -> None:
    faults = validator_faults(made.folder)
    assert any("center" in fault for fault in faults)
    assert not any("/con/" in fault for fault in faults)


def missed(expected: Iterable[str], found: Iterable[str]) -> list[str]:
    """Beginnings of faults that were not found."""
    return [start for start in expected if not any(fault.startswith(start) for fault in found)]


def test_policy_faults_are_found(made_reader: Reader) -> None:
    with made_reader.visit("/hong/") as visit:
        assert missed(["style-src", "script-src", "asked another host"], visit.policy_faults()) == []


def test_overflow_is_found(made_reader: Reader) -> None:
    with made_reader.visit("/hong/", width=320) as visit:
        assert missed(["page is", 'beyond: <p class="wide"', "HTML hides overflow"], visit.overflow_faults()) == []


def test_motion_is_found(made_reader: Reader) -> None:
    with made_reader.visit("/hong/", still=True) as visit:
        assert missed(['running: <p class="moving"', 'moves: <p class="moving"'], visit.motion_faults()) == []


def test_keyboard_faults_are_found(made_reader: Reader) -> None:
    with made_reader.visit("/hong/") as visit:
        assert missed(["no outline", "out of order", "cannot be seen"], visit.tab_faults()) == []


def test_axe_faults_are_found(made_reader: Reader, axe: Path) -> None:
    with made_reader.visit("/hong/") as visit:
        assert missed(["image-alt"], visit.axe_faults(axe)) == []
        assert missed(["color-contrast"], visit.axe_faults(axe, *COLOUR_RULES)) == []
