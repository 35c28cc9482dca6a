"""Environment variables by which our commands tell a build what it is for."""

from __future__ import annotations

DRAFTS = "TRANGTIN_DRAFTS"
"""Set by `trangtin serve --drafts`; without effect in a build."""
COMPRESS = "TRANGTIN_COMPRESS"
"""Set by `trangtin build --compress`: packed copies are written beside texts."""
PREVIEW = "TRANGTIN_PREVIEW"
"""Set by `trangtin build --preview`: the address of the preview, empty where that is not known."""
