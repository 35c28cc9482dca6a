"""How property tests run, and which tests are slow, wherever they stand."""

from __future__ import annotations

import gc
import os

import pytest
from hypothesis import HealthCheck, settings

# The same examples every time: a run judges the change before it, not its luck. No deadlines: a busy machine is no bug.
settings.register_profile(
    "trangtin",
    deadline=None,
    max_examples=100,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
# Other examples every time, and more where a test names no number of its own: looks for what nobody thought of.
settings.register_profile("thorough", settings.get_profile("trangtin"), derandomize=False, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "trangtin"))

_DEAR = frozenset({"session_builder", "workshop"})
"""Fixtures that build whole sites, or make keys and signatures: what asks for them is no unit test."""


@pytest.hookimpl(tryfirst=True)  # before tests are chosen by their marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and not _DEAR.isdisjoint(item.fixturenames):
            item.add_marker("slow")


def pytest_runtest_teardown() -> None:
    """A build within this process hides all from the collector: Hypothesis then misses who holds its numbers."""
    gc.unfreeze()
