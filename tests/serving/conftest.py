"""The sample portal and a small other one, published, shown by each server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.once import once
from tests.publishing.small_site import put
from tests.serving.web_server import WebServer, running
from tools.sample_site import build
from trangtin.compressed import Packing
from trangtin.publishing.built_site import BuiltSite
from trangtin.publishing.place import Rules
from trangtin.serving.configuration import Server

URL = "https://mau.example/"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.nodeid.startswith("tests/serving/") and "facts" not in item.path.name:
            item.add_marker(pytest.mark.server)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The sample portal, built once."""
    return BuiltSite(once(tmp_path_factory, "site", build))


@pytest.fixture(scope="session")
def root(sample: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample portal, published once; tests only read it."""
    root = tmp_path_factory.mktemp("srv") / "trang"
    put(sample, root, Rules(packings=tuple(Packing)))
    # What nobody should have put there.
    (root / "current/.env").write_text("MAT_KHAU=123", encoding="utf-8")
    (root / "current/etc").symlink_to("/etc")
    return root


@pytest.fixture(scope="session", params=list(Server), ids=str)
def server(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebServer]:
    with running(request.param, root, tmp_path_factory.mktemp("work"), URL, hsts=True) as started:
        yield started
