"""No payload runs in Chromium, with no content policy to help: wherever it was written, on whatever page it shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from tests.browser.server import Handler, serve
from tests.once import once
from tests.security.hostile_portal import FILE_NAMES, PAYLOADS, TOGETHER, build_preview, write_portal
from tests.security.payloads import DRAWINGS

TRAP = """
window.ran = [];
for (const name of ['alert', 'confirm', 'prompt', 'print'])  // not eval: Playwright needs it
  window[name] = (...words) => { window.top.ran.push(`${name}(${words}) on ${location.href}`); };
"""
# What waits for a click, a focus, a mouse: found without making them.
WAITING = """() => {
  const faults = [...(window.ran ?? ['the trap is gone'])];
  const harmless = /^(https?:|mailto:|tel:|webcal:|data:image\\/(png|jpeg|gif|webp);)/;
  for (const element of document.querySelectorAll('*')) {
    for (const {name, value} of element.attributes) {
      const told = `${element.tagName} ${name}=${value}`.slice(0, 200);
      if (name.startsWith('on') || name === 'srcdoc' || (name === 'style')) faults.push(told);
      if (/^(href|src|action|formaction|data|xlink:href|srcset|ping|background|poster)$/.test(name)) {
        const named = name === 'srcset' ? value.split(',').map(each => each.trim().split(/\\s/)[0]) : [value];
        if (!named.every(each => harmless.test(new URL(each, location.href).href))) faults.push(told);
      }
    }
    const own = element.tagName === 'SCRIPT'
      && (element.type === 'application/ld+json' || element.src.startsWith(location.origin));
    if (/^(SCRIPT|STYLE|IFRAME|OBJECT|EMBED|BASE|FRAME|SVG|MATH|FORM|TEMPLATE)$/i.test(element.tagName) && !own
        && !element.closest('header, main form[action], #tim-ma') && !element.innerHTML.startsWith('<div class="tt-')
        && !(element.namespaceURI.endsWith('svg') && element.closest('[class^=tt-]')))
      faults.push(element.outerHTML.slice(0, 200));
  }
  return faults;
}"""


class Open(Handler):
    """A server without a content policy."""

    policy = "default-src * 'unsafe-inline' 'unsafe-eval' data: blob:; script-src * 'unsafe-inline' 'unsafe-eval' data:"

    def answer(self, status: int, body: bytes, kind: str, headers: dict[str, str]) -> None:
        # The same for hundreds of pages: fetched once.
        kept = {"Cache-Control": "max-age=600"} if kind in ("text/css", "text/javascript") else {}
        super().answer(status, body, kind, {**headers, **kept})


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        root, site = folder / "portal", folder / "site"
        root.mkdir()
        site.mkdir()
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("TRANGTIN_TODAY", "2026-11-21")
            write_portal(root)
            build_preview(root, site)

    return once(tmp_path_factory, "hostile", make) / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    context = browser.new_context(locale="vi-VN")
    context.add_init_script(TRAP)
    heard: list[str] = []
    page = context.new_page()

    def refuse(dialog: Dialog) -> None:
        heard.append(f"dialog on {page.url}")
        dialog.dismiss()

    page.on("dialog", refuse)
    yield page, heard
    context.close()


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len(set(PAYLOADS)) + len(DRAWINGS) + len(FILE_NAMES) >= 150


def test_the_trap_hears_what_runs(tmp_path: Path, page: tuple[Page, list[str]]) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><img src=x onerror=alert(1)><a href=javascript:alert(1)>x</a>")
    with serve(tmp_path, Open) as home:
        page[0].goto(f"{home}/")
        page[0].wait_for_function("window.ran.length > 0")
        faults = page[0].evaluate(WAITING)
    assert any("alert(1) on" in fault for fault in faults)
    assert any("onerror" in fault for fault in faults)
    assert any("href=javascript" in fault for fault in faults)


def test_no_payload_runs_on_any_page(hostile: Path, page: tuple[Page, list[str]]) -> None:
    visitor, heard = page
    asked: list[str] = []
    faults: dict[str, list[str]] = {}
    with serve(hostile, Open) as home:
        visitor.on("request", lambda request: asked.append(request.url))
        files = sorted(hostile.rglob("*.html"))
        # Pages at old addresses only lead on to pages that are visited themselves.
        written = [file for file in files if b'http-equiv="refresh"' not in file.read_bytes()]
        assert len(written) > len(PAYLOADS) + len(PAYLOADS) // TOGETHER
        for file in written:
            address = "/" + file.relative_to(hostile).as_posix().removesuffix("index.html")
            visitor.goto(home + address.replace("%", "%25").replace("#", "%23").replace("?", "%3F"), wait_until="load")
            if found := visitor.evaluate(WAITING):
                faults[address] = found
        elsewhere = [url for url in asked if not url.startswith((home, "data:"))]
    assert faults == {}
    assert heard == []
    assert elsewhere == []


TYPED = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"
ANSWERS = f"/tim-kiem/?q=alert /tim-kiem/?q=script /tim-kiem/?q={TYPED} /van-ban/?loai=ke-hoach&q={TYPED}"


@pytest.mark.parametrize("address", ANSWERS.split())
def test_no_payload_runs_in_answers_that_a_script_draws(
    address: str, hostile: Path, page: tuple[Page, list[str]]
) -> None:
    visitor, heard = page
    with serve(hostile, Open) as home:
        visitor.goto(home + address)
        if "tim-kiem" in address:
            visitor.wait_for_selector("#ket-qua[data-state=xong]", state="attached")
        visitor.wait_for_load_state("networkidle")
        faults = visitor.evaluate(WAITING)
    assert faults == []
    assert heard == []
