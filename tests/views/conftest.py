from __future__ import annotations

import pytest

from tests.opened import sample_portal
from trangtin.portal.model import Portal


@pytest.fixture(scope="session")
def sample() -> Portal:
    """The sample portal on a fixed day."""
    return sample_portal()
