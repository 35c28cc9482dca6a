"""MkDocs files of ours, which leave what is right already."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File

from trangtin.host.output import sha256_of

if TYPE_CHECKING:
    from trangtin.host.output import Output


class SiteFile(File):
    """A file of the site, attachment or page."""

    output: Output | None = None
    """Where it goes; None where everything is to be written."""
    sha256: str | None = None
    """Of its source, where that is known."""
    _is_there = False

    @property
    def abs_dest_path(self) -> str:
        """Where MkDocs is to write it: once nowhere, if it is there already."""
        if self._is_there:
            self._is_there = False
            return os.devnull
        return str(Path(self.dest_dir, self.dest_uri))

    def copy_file(self, dirty: bool = False) -> None:
        """Copy or write it, unless it is there."""
        if self.output is None or dirty:
            super().copy_file(dirty)
            return
        is_in_memory = self._content is not None
        digest = self.sha256 or sha256_of(self.content_bytes)
        if not self.output.take_over(self.dest_uri, digest):
            super().copy_file(dirty)
            if is_in_memory:  # a source may have changed since it was read
                self.output.hashes[self.dest_uri] = digest

    def drawn(self, html: str) -> None:
        """Called with the page as it will be written, right before it is."""
        if self.output is not None:
            digest = sha256_of(html.encode("utf-8", errors="xmlcharrefreplace"))
            self._is_there = self.output.take_over(self.dest_uri, digest)
            self.output.hashes[self.dest_uri] = digest
