"""Files as MkDocs knows them, which leave alone what lies in the site's folder already."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, InclusionLevel

from trangtin.disk.shelf import Shelved
from trangtin.host.folder.output import page_data, sha256_of
from trangtin.signing.manifest import sha256_of as sha256_of_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from trangtin.host.folder.output import Output


class SiteFile(File):
    """A file of the site, attachment or page."""

    output: Output | None = None
    """The folder it goes to; None where MkDocs writes everything itself."""
    sha256: str | None = None
    """Hash of its source, where that is known."""
    _is_there = False
    _held: str | bytes | Shelved | None = None

    @property
    def _content(self) -> str | bytes | None:
        """What MkDocs takes for the file where it has no source: what lies on a shelf is read whenever it is asked."""
        return self._held.read() if isinstance(self._held, Shelved) else self._held

    @_content.setter
    def _content(self, content: str | bytes | Shelved | None) -> None:
        self._held = content

    @property
    def abs_dest_path(self) -> str:
        """Where MkDocs is to write it: nowhere, once it was drawn as it is there already.

        To have it written and then find that it is the same takes a rebuild a seventh longer.
        """
        return os.devnull if self._is_there else f"{self.dest_dir}/{self.dest_uri}"

    def copy_file(self, dirty: bool = False) -> None:
        """Copy or write it, unless it is there."""
        if self.output is None or dirty:
            super().copy_file(dirty)
            return
        output, address, source = self.output, self.dest_uri, self.abs_src_path
        if source is None:
            if self.sha256 is None or not output.take_over(address, self.sha256):
                output.put(address, self.content_bytes)
            return
        digest = self.sha256 or (sha256_of_file(Path(source)) if output.may_have(address) else "")
        if not output.take_over(address, digest):
            output.copy(address, source)

    def drawn(self, html: str) -> None:
        """Note the page as it is about to be written, so that it need not be where the folder has it already."""
        if self.output is not None:
            sha256 = sha256_of(page_data(html))
            self._is_there = self.output.take_over(self.dest_uri, sha256)
            self.output.hashes[self.dest_uri] = sha256


def data_of(content: str | bytes | Path) -> bytes:
    """The bytes of a file; of a text those that MkDocs would write."""
    if isinstance(content, str):
        return page_data(content)
    return content if isinstance(content, bytes) else content.read_bytes()


def copied(
    config: MkDocsConfig, name: str, address: str, source: Path | bytes | Shelved, sha256: str | None = None
) -> File:
    """A file that goes out at `address` as it is kept; `sha256` is its hash, where that is known."""
    is_ours = isinstance(source, (bytes, Shelved))
    given: dict[str, Any] = {"content": source} if is_ours else {"abs_src_path": str(source)}
    file = SiteFile.generated(config, name, **given)
    file.dest_uri = address
    if isinstance(file, SiteFile):
        file.sha256 = sha256
    return file


def generated(config: MkDocsConfig, address: str, content: str | bytes) -> File:
    """A file that was made by the build."""
    # INCLUDED: MkDocs would leave out what begins with a dot, as `.well-known/` does.
    return SiteFile.generated(config, address, content=content, inclusion=InclusionLevel.INCLUDED)
