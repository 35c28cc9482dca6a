from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.search.asking import Script, script


@pytest.fixture(scope="session")
def asked() -> Iterator[Script]:
    """The page's script, running."""
    with script() as running:
        yield running
