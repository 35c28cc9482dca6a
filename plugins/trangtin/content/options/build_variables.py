"""Environment variables by which our commands tell a build what it is for."""

from __future__ import annotations

DRAFTS = "TRANGTIN_DRAFTS"
"""Set by `trangtin serve --drafts`; without effect in a build."""
COMPRESS = "TRANGTIN_COMPRESS"
"""A build lays compressed copies beside its texts."""
PREVIEW = "TRANGTIN_PREVIEW"
"""Set by `trangtin build --preview`: the address of the preview, empty where that is not known."""
