"""What MkDocs was started for: a public site, a preview for colleagues, or one editor's own preview."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum

from trangtin.content.options.build_variables import DRAFTS, PREVIEW


class Mode(Enum):
    """For whom a build is made. What one mode keeps in the cache is not used by another."""

    BUILD = "site"
    """For the public."""
    PREVIEW = "preview"
    """For colleagues, with drafts: `trangtin build --preview`."""
    SERVE = "serve"
    """For one editor: `trangtin serve`."""


@dataclass(frozen=True)
class Purpose:
    """The command as MkDocs tells it, and what our own command said through the environment."""

    is_serving: bool = False
    is_dirty: bool = False
    """MkDocs' `--dirty`: only files that changed are written."""

    @property
    def mode(self) -> Mode:
        """For whom it is."""
        if self.is_serving:
            return Mode.SERVE
        return Mode.PREVIEW if PREVIEW in os.environ else Mode.BUILD

    @property
    def is_public(self) -> bool:
        """Whether the site may be published."""
        return self.mode is Mode.BUILD

    @property
    def with_drafts(self) -> bool:
        """Whether drafts are shown, and marked."""
        return self.mode is Mode.PREVIEW or (self.is_serving and DRAFTS in os.environ)
