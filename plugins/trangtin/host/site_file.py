"""MkDocs files of ours, which leave what is right already."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.structure.files import File, InclusionLevel

from trangtin.host.output import page_sha256, sha256_of
from trangtin.signing.manifest import sha256_of as sha256_of_file

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from trangtin.host.output import Output


class SiteFile(File):
    """A file of the site, attachment or page."""

    output: Output | None = None
    """Where it goes; None where everything is to be written."""
    sha256: str | None = None
    """Of its source, where that is known."""
    _is_there = False
    _page_sha256: str | None = None
    """Of the page as it will be written, where that is known before."""
    _stays = False

    @property
    def abs_dest_path(self) -> str:
        """Where MkDocs is to write it: once nowhere, if it is there already."""
        if self._is_there:
            self._is_there = False
            return os.devnull
        return f"{self.dest_dir}/{self.dest_uri}"

    def copy_file(self, dirty: bool = False) -> None:
        """Copy or write it, unless it is there."""
        if self.output is None or dirty:
            super().copy_file(dirty)
            return
        output, address, source = self.output, self.dest_uri, self.abs_src_path
        if source is None:
            data = self.content_bytes
            digest = sha256_of(data)
            if not output.take_over(address, digest):
                output.write(address, data, digest)
            return
        digest = self.sha256 or (sha256_of_file(Path(source)) if output.may_have(address) else "")
        if not output.take_over(address, digest):
            output.copy(address, source)

    def stays(self, sha256: str) -> bool:
        """Leave the page where it lies, if the last build wrote the page with this hash; to be asked once."""
        self._page_sha256 = sha256
        self._stays = self.output is not None and self.output.take_over(self.dest_uri, sha256)
        return self._stays

    def drawn(self, html: str) -> None:
        """Called with the page as it will be written, right before it is; with any text if it stays."""
        if self.output is None:
            return
        if self._page_sha256 is None:
            self.stays(page_sha256(html))
        self._is_there = self._stays
        self.output.hashes[self.dest_uri] = cast("str", self._page_sha256)


def data_of(content: str | bytes | Path) -> bytes:
    """The bytes of a file, of a text as MkDocs would write it."""
    if isinstance(content, str):
        return content.encode("utf-8", errors="xmlcharrefreplace")
    return content if isinstance(content, bytes) else content.read_bytes()


def copied(config: MkDocsConfig, name: str, address: str, source: Path | bytes, sha256: str | None = None) -> File:
    """A file that goes out at `address` as it is on disk or in memory; `sha256` is its hash, where that is known."""
    given: dict[str, Any] = {"content": source} if isinstance(source, bytes) else {"abs_src_path": str(source)}
    file = SiteFile.generated(config, name, **given)
    file.dest_uri = address
    if isinstance(file, SiteFile):
        file.sha256 = sha256
    return file


def generated(config: MkDocsConfig, address: str, content: str | bytes) -> File:
    """A file that was made by the build."""
    # INCLUDED: MkDocs would leave out what begins with a dot, as `.well-known/` does.
    return SiteFile.generated(config, address, content=content, inclusion=InclusionLevel.INCLUDED)
