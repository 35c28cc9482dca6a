"""How property tests run, which tests are slow, wherever they stand, and what none of them waits for."""

from __future__ import annotations

import gc
import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import Any

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


class _Hasty(sqlite3.Connection):
    """Leaves it to the system when a change reaches the disk: no test pulls the plug, and waiting takes longer than
    what most tests do."""

    def __init__(self, *words: Any, **options: Any) -> None:
        super().__init__(*words, **options)
        with suppress(sqlite3.DatabaseError):  # a damaged file: whoever opened it is to find that out
            self.execute("PRAGMA synchronous = OFF")


@pytest.fixture(scope="session", autouse=True)
def _no_waiting_for_the_disk() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=_Hasty))
        yield
