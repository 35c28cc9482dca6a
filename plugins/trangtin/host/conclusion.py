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
from trangtin.host.folder.output import Output, sha256_of
from trangtin.host.purpose import Purpose
from trangtin.host.site import Site
from trangtin.signing.manifest import NAME, HashedFile, hash_site, manifest_of, published_hashes
from trangtin.standing.commit import commit_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def conclude(site: Site, purpose: Purpose, folder: Path, output: Output) -> tuple[str, ...]:
    """Complete the site and move it to `folder`; returns what the editor is to be told, in sentences.

    Raises PluginError where another build has written into the folder meanwhile, or it cannot be written to.
    """
    files, proofs = output.settle(), Proofs(site.portal, site.addresses)
    is_any_new = any(output.is_new(address) for address in proofs.attachments)
    told = proofs.replaced(files, published_hashes(folder)) if is_any_new else ()
    for address, data in _lists(files, proofs, site, purpose, folder):
        output.add(address, data)
    if _has_copies(purpose):
        output.add_copies(files)
    output.finish()
    return told


def conclude_in_place(site: Site, purpose: Purpose, folder: Path, before: Mapping[str, str]) -> tuple[str, ...]:
    """Complete a site that MkDocs wrote straight into `folder`; `before` are the hashes of the site before it."""
    files, proofs = hash_site(folder), Proofs(site.portal, site.addresses)
    for address, data in _lists(files, proofs, site, purpose, folder):
        (folder / address).write_bytes(data)
    if _has_copies(purpose):
        write_missing_copies(folder, files.keys())
    return proofs.replaced(files, before)


def is_given_up(config: MkDocsConfig) -> bool:
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
    roles = site.roles(proofs.attachments, files).told()
    manifest = manifest_of(proofs.former(), files, origin, is_preview=not purpose.is_public, more=roles)
    return (FILE_LIST, text), (NAME, manifest)


def _has_copies(purpose: Purpose) -> bool:
    return COMPRESS in os.environ and not purpose.is_serving
