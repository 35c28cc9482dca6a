"""The browser that tests, pictures and measurements share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tools import system_parts


@contextmanager
def launched() -> Iterator[Browser]:
    """A Chromium of this machine, closed at the end. Raises MissingPartError where there is none."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=system_parts.CHROMIUM.require(), args=list(system_parts.CHROMIUM_FLAGS)
        )
        try:
            yield browser
        finally:
            browser.close()
