"""The files that MkDocs found in `docs_dir` and in themes: which of them go out, and under which address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import material

from trangtin.content.text import normalise
from trangtin.host.files.site_file import copied
from trangtin.host.pages.assets import FOLDER, THEME

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

    from trangtin.repository import Repository

_MATERIAL = Path(material.__file__).parent / "templates"
_BUNDLED = ("components/", "styles/", "pages/", FOLDER)
"""Folders of a theme whose files go out bundled or under another name."""


class FoundFiles:
    """The files of `docs_dir` and themes, as they go out."""

    def __init__(self, repository: Repository, config: MkDocsConfig, themes: Sequence[Path]) -> None:
        """`themes` are the folders of ours and of the unit's own."""
        self._repository = repository
        self._config = config
        self._themes = tuple(themes)
        self._docs = f"{repository.portal.layout.docs}/"
        self._published = repository.portal.attachments.published
        self._cleaned = repository.cleaned()

    def sift(self, files: Files) -> None:
        """Take out of MkDocs' files what must not be published, or is published by ourselves."""
        for file in list(files):
            if file.is_documentation_page() or self._is_bundled(file) or self._is_held_back(file):
                files.remove(file)
            elif self._is_in_docs(file):
                self._publish(files, file)

    def has(self, address: str) -> bool:
        """Whether a file of `docs_dir` goes out at an address, where it lies."""
        return self._docs + address in self._published

    def at(self, address: str) -> Path | bytes | None:
        """The file of `docs_dir` that goes out at an address, where it lies."""
        path = self._docs + address
        return self.source_of(path) if self.has(address) and not self._repository.is_unsafe(path) else None

    def source_of(self, path: str) -> Path | bytes:
        """The bytes that go out for an attached file: of pictures without what their camera noted."""
        return self._cleaned.get(path, self._repository.reading.attachments[path])

    def sha256_of(self, path: str) -> str | None:
        """The hash of what goes out for an attached file, where it is known."""
        report = self._repository.facts.get(path)
        return report.published_sha256 if report else None

    def _publish(self, files: Files, file: File) -> None:
        """A file that goes out where it lies."""
        path = self._path_of(file)
        if path in self._cleaned or self._repository.is_unsafe(path):
            files.remove(file)
        if path in self._cleaned:
            files.append(copied(self._config, file.src_uri, normalise(file.dest_uri), self._cleaned[path]))
        file.dest_uri = normalise(file.dest_uri)  # macOS hands over names that no link spells that way

    def _path_of(self, file: File) -> str:
        return self._docs + normalise(file.src_uri)

    def _is_in_docs(self, file: File) -> bool:
        return file.src_dir is not None and Path(file.src_dir) == Path(self._config.docs_dir)

    def _is_held_back(self, file: File) -> bool:
        """A file of `docs_dir` that our reader passed over (a backup, a link) or that only drafts use."""
        return self._is_in_docs(file) and self._path_of(file) not in self._published

    def _is_bundled(self, file: File) -> bool:
        """Sources of our stylesheet; and, under our theme, all files of Material: no template of ours loads them."""
        source = Path(file.src_dir) if file.src_dir else None
        if source in self._themes:
            return file.src_uri.startswith(_BUNDLED)
        return self._config.theme.name == THEME and source is not None and source == _MATERIAL
