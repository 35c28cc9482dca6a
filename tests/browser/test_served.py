"""Every kind of page as nginx serves it with the configuration of `trangtin server nginx`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.built_site import BuiltSite
from tests.browser.page_types import PageType
from tests.browser.reader import Reader
from tests.publishing.small_site import put
from tests.serving.web_server import running
from trangtin.publishing import built_site
from trangtin.serving import headers
from trangtin.serving.configuration import Server


@pytest.fixture(scope="session")
def served(site: BuiltSite, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    place: Path = tmp_path_factory.mktemp("nginx")
    put(built_site.BuiltSite(site.folder), place / "srv")
    with running(Server.NGINX, place / "srv", place / "work", site.url, hsts=True) as server:
        yield Reader(browser, server.home)


def test_no_violation_and_nothing_from_elsewhere(site: BuiltSite, served: Reader, page_type: PageType) -> None:
    with served.visit(page_type.example(site)) as visit:
        faults = visit.policy_faults()
        answers = [answer for request in visit.requests if (answer := request.response()) is not None]
    assert faults == []
    assert answers
    for answer in answers:
        sent = answer.headers
        assert "default-src 'none'" in sent["content-security-policy"], answer.url
        always = {"Cross-Origin-Opener-Policy": headers.OPENER, "Strict-Transport-Security": headers.HSTS}
        for name, value in {**headers.FIXED, **always}.items():
            assert sent[name.lower()] == value, (answer.url, name)
