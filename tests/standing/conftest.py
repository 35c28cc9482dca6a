"""Sites built by real MkDocs, as in the tests of the host."""

from __future__ import annotations

from tests.host.conftest import session_builder

__all__ = ["session_builder"]
