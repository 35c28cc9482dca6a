"""A reader at a browser window: opens pages as given, sees what a person or an assistive program would."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypedDict
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

Scheme = Literal["light", "dark"]

PROBES = Path(__file__).with_name("probes.js")
COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""The rules of axe-core that a change of colours alone can break."""

PATIENCE = 60_000
"""Milliseconds before a wait is given up: a busy machine is no bug."""


class Stop(TypedDict):
    """One place where Tab leads."""

    html: str
    inOrder: bool
    again: bool
    outlined: bool
    visible: bool


@dataclass
class Visit:
    """One page, opened; everything it asked for and complained of so far."""

    page: Page
    home: str
    requests: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        self.listen()
        self.go(path)

    def listen(self) -> None:
        # Playwright marks the handler it is given, which a built-in method does not let it do.
        self.page.on("request", lambda request: self.requests.append(request))
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def go(self, path: str) -> None:
        self.page.goto(self.home + path)
        if "?q=" in path:
            self.await_answers()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Wait for something on this side of the browser, letting Playwright hand over what it holds."""
        waited = 0
        while not condition():
            assert waited < PATIENCE, "waited in vain"
            self.page.wait_for_timeout(10)
            waited += 10

    def becomes(self, expression: str) -> None:
        """Wait until an expression is true on the page.

        Playwright's `wait_for_function` looks a second time through `eval`, which the content policy forbids.
        """
        self.wait_until(lambda: bool(self.page.evaluate(expression)))

    def await_answers(self) -> None:
        """Wait until the search page has shown its answers."""
        self.page.wait_for_selector("#ket-qua[data-state=xong]", state="attached")

    def _hear(self, message: ConsoleMessage) -> None:
        # The browser reports an error page's own status as an error of the page; that one is meant.
        if message.type in ("error", "warning") and not ("404" in message.text and "/404" in self.page.url):
            self.complaints.append(message.text)

    def policy_faults(self) -> list[str]:
        """What the content policy blocked, console errors, requests that failed or went to another host."""
        self.page.wait_for_load_state("networkidle")  # what a page asks for late counts too
        faults = [*self.page.evaluate("probes.violations"), *self.complaints]
        host = urlsplit(self.home).netloc
        for request in self.requests:
            if urlsplit(request.url).netloc != host and not request.url.startswith("data:"):
                faults.append(f"asked another host: {request.url}")
            if re.search(r"/favicon\.[0-9a-z.]*svg$", request.url) and request.failure == "net::ERR_ABORTED":
                continue  # the browser itself gave it up, because the page's address changed meanwhile
            response = request.response()
            if response is None or (response.status >= 400 and not request.is_navigation_request()):
                faults.append(f"no answer for {request.url}")
        return faults

    def transferred(self, *, pictures: bool) -> int:
        """Bytes of all answers as sent, compressed."""
        wanted = (r for r in self.requests if pictures or r.resource_type != "image")
        return sum(request.sizes()["responseBodySize"] for request in wanted)

    def style_bytes(self) -> int:
        sheets = (request.response() for request in self.requests if request.resource_type == "stylesheet")
        return sum(len(sheet.body()) for sheet in sheets if sheet)

    def axe_faults(self, axe: Path, *rules: str) -> list[str]:
        """What axe-core finds on the page as it stands, by all its rules or by those named."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(axe.read_text("utf-8"))
        faults: list[str] = self.page.evaluate("rules => probes.axe(rules)", rules)
        return faults

    def resize(self, width: int, height: int = 800) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def overflow_faults(self) -> list[str]:
        faults: list[str] = self.page.evaluate("probes.overflow()")
        return faults

    def clipped_letters(self) -> list[str]:
        """Lines too low for a capital with two marks (Ễ) above one with a mark below (ậ)."""
        faults: list[str] = self.page.evaluate("probes.clipped()")
        return faults

    def enlarge_text(self, percent: int) -> None:
        # Through the object model: the policy would block a style element.
        self.page.evaluate(f"document.documentElement.style.fontSize = '{percent}%'")

    def motion_faults(self) -> list[str]:
        faults: list[str] = self.page.evaluate("probes.motion()")
        return faults

    def press_tab(self) -> Stop | None:
        """Where one more Tab leads, or None when it leaves the page."""
        self.page.keyboard.press("Tab")
        stop: Stop | None = self.page.evaluate("probes.focus()")
        return stop

    def tab_faults(self, limit: int = 500) -> list[str]:
        """Goes through the page with Tab: what cannot be seen, has no outline, or comes out of order."""
        faults: list[str] = []
        count = 0
        while (stop := self.press_tab()) is not None and not stop["again"]:
            count += 1
            if count > limit:
                return [*faults, f"more than {limit} stops"]
            for name, text in (("visible", "cannot be seen"), ("outlined", "no outline"), ("inOrder", "out of order")):
                if not stop[name]:  # type: ignore[literal-required]
                    faults.append(f"{text}: {stop['html']}")
        return faults if count else ["nothing can be reached with Tab"]


@dataclass(frozen=True)
class Reader:
    browser: Browser
    home: str

    @contextmanager
    def visit(
        self, path: str, *, width: int = 1280, height: int = 800, scheme: Scheme = "light", still: bool = False
    ) -> Iterator[Visit]:
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            reduced_motion="reduce" if still else "no-preference",
            locale="vi-VN",
        )
        try:
            context.set_default_timeout(PATIENCE)
            context.add_init_script(path=PROBES)
            visit = Visit(context.new_page(), self.home)
            visit.open(path)
            yield visit
        finally:
            context.close()
