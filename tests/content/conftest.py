from __future__ import annotations

from hypothesis import settings

# No deadline: a busy machine is no bug.
settings.register_profile("trangtin", deadline=None, max_examples=100)
settings.load_profile("trangtin")
