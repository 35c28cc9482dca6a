"""How property tests run, wherever they stand."""

from __future__ import annotations

import os

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
