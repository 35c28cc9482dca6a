"""The end of a build: lists of all files, compressed copies of them, and the move to where the site stands."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.utils import CountHandler

from trangtin.compressed import write_missing_copies
from trangtin.content.options.build_variables import COMPRESS
from trangtin.host.files.proofs import FILE_LIST, Proofs
from trangtin.host.files.site_file import SiteFile
from trangtin.host.folder.output import Output, sha256_of
from trangtin.host.purpose import Purpose
from trangtin.host.site import Site
from trangtin.signing.manifest import NAME, HashedFile, hash_site, manifest_of, published_hashes
from trangtin.standing.commit import commit_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from trangtin.host.opening import Opening


class Beside:
    """A site that is written into a folder beside the last one, and moved in once it is whole."""

    def __init__(self, config: MkDocsConfig, opening: Opening) -> None:
        """`opening` tells what the last build left in which folder."""
        self._config = config
        self._purpose = opening.purpose
        self._folder = Path(config.site_dir)
        self.output = Output(self._folder, opening.record, opening.look)

    def open(self) -> None:
        """Let MkDocs empty and fill a folder beside the site's: the last site stands until the new one is whole."""
        self._config.site_dir = str(self.output.open())

    def receive(self, files: Files) -> None:
        """Tell our files where they go."""
        for file in files:
            if isinstance(file, SiteFile):
                file.output = self.output

    def conclude(self, site: Site) -> tuple[str, ...]:
        """Complete the site and move it in; returns what the editor is to be told, in sentences.

        Raises PluginError where another build has written into the folder meanwhile, or it cannot be written to.
        """
        if _is_given_up(self._config):
            return ()
        output, folder, proofs = self.output, self._folder, Proofs(site.portal, site.addresses)
        files = output.settle()
        is_any_new = any(output.is_new(address) for address in proofs.attachments)
        told = proofs.replaced(files, published_hashes(folder)) if is_any_new else ()
        for address, data in _lists(files, proofs, site, self._purpose, folder):
            output.add(address, data)
        if _has_copies(self._purpose):
            output.add_copies(files)
        output.finish()
        return told

    def leave(self) -> None:
        """Delete what was not moved in, and give MkDocs back the folder that it was configured with."""
        self.output.discard()
        self._config.site_dir = str(self._folder)


class InPlace:
    """A site that MkDocs writes straight into its folder, having emptied it."""

    def __init__(self, config: MkDocsConfig, purpose: Purpose) -> None:
        """The folder is the one that MkDocs is configured with."""
        self._purpose = purpose
        self._folder = Path(config.site_dir)
        self._before: Mapping[str, str] = {}
        """Hashes of the last site's files."""

    def open(self) -> None:
        """Read what is about to be deleted."""
        self._before = published_hashes(self._folder)

    def receive(self, files: Files) -> None:
        """MkDocs knows where each goes."""

    def conclude(self, site: Site) -> tuple[str, ...]:
        """Complete the site; returns what the editor is to be told, in sentences."""
        files, proofs = hash_site(self._folder), Proofs(site.portal, site.addresses)
        for address, data in _lists(files, proofs, site, self._purpose, self._folder):
            (self._folder / address).write_bytes(data)
        if _has_copies(self._purpose):
            write_missing_copies(self._folder, files.keys())
        return proofs.replaced(files, self._before)

    def leave(self) -> None:
        """All stays as it was written."""


def _is_given_up(config: MkDocsConfig) -> bool:
    """Whether MkDocs will end this build as failed: it runs with `--strict`, and something was warned of."""
    program = logging.getLogger(CountHandler.__module__.partition(".")[0])  # MkDocs, or what has taken its name
    counters = (each for each in program.handlers if isinstance(each, CountHandler))
    return config.strict and any(counter.get_counts() for counter in counters)


def _lists(
    files: dict[str, HashedFile], proofs: Proofs, site: Site, purpose: Purpose, folder: Path
) -> tuple[tuple[str, bytes], ...]:
    """The list in which `/kiem-tra-tep/` looks up hashes, then the manifest of all files, that list among them."""
    text = proofs.file_list(lambda address: files[address].sha256 if address in files else None).encode()
    files[FILE_LIST] = HashedFile(sha256_of(text), len(text))
    # A preview is nobody's proof, and asking Git takes time.
    origin = None if purpose.is_serving else commit_of(site.root, folder, os.environ)
    roles = site.roles(proofs.attachments, files).as_json()
    manifest = manifest_of(proofs.former(), files, origin, is_preview=not purpose.is_public, more=roles)
    return (FILE_LIST, text), (NAME, manifest)


def _has_copies(purpose: Purpose) -> bool:
    return COMPRESS in os.environ and not purpose.is_serving
