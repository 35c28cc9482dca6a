"""What a built site says of its own files: `manifest.json` for machines, a shorter list to look one up in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from trangtin.host.addresses import Addresses
from trangtin.host.output import sha256_of
from trangtin.portal.model import Portal
from trangtin.signing.manifest import FormerFile, HashedFile, Origin, hash_site, hashed_file, write_manifest
from trangtin.views.file_check import PublishedCopy, published_copies

FILE_LIST = "kiem-tra-tep/ma-tep.json"
"""What the script of the page looks hashes up in. Small: pages and pictures are in the manifest only."""


def write_proofs(
    site: Path,
    portal: Portal,
    addresses: Addresses,
    before: Mapping[str, str] | None = None,
    origin: Origin | None = None,
    known: Mapping[str, str] | None = None,
    *,
    is_preview: bool = False,
) -> tuple[Mapping[str, HashedFile], tuple[str, ...]]:
    """Hash what was published in the folder `site` and write both lists.

    `before` are the hashes of the last build into this folder: files that were replaced since, and whose former hash no
    document remembers, are told in the sentences returned after all files. `origin` is the commit, where it is known;
    `known` are hashes of files that need not be read again. `is_preview` marks a site that is not to be published.
    """
    copies = tuple(published_copies(portal))
    former = tuple(_former(copies, addresses))
    files = hash_site(site, known or {})
    text = file_list(portal, addresses, lambda address: files[address].sha256 if address in files else None)
    (site / FILE_LIST).write_text(text, encoding="utf-8", newline="\n")
    files[FILE_LIST] = hashed_file(site / FILE_LIST, sha256_of(text.encode()))
    write_manifest(site, former, files, origin, is_preview=is_preview)
    remembered = {each.sha256 for each in former}
    changed = tuple(
        f"tệp '{path}' đã khác bản dựng lần trước → nếu đã đăng bản cũ thì ghi vào 'files' của văn bản: "
        f"former: [{{sha256: {before[path]}}}]"
        for path in sorted(files.keys() & (before or {}).keys() & _file_addresses(copies, addresses))
        if before and files[path].sha256 != before[path] and before[path] not in remembered
    )
    return files, changed


def file_list(portal: Portal, addresses: Addresses, hash_of: Callable[[str], str | None]) -> str:
    """What the script of the page looks hashes up in; `hash_of` gives that of the file at an address."""
    rows = (_row(copy, addresses, hash_of) for copy in published_copies(portal))
    found = [row for row in rows if row is not None]
    return json.dumps({"version": 1, "files": found}, ensure_ascii=False, separators=(",", ":"))


def _file_addresses(copies: tuple[PublishedCopy, ...], addresses: Addresses) -> set[str]:
    return {address for copy in copies if (address := addresses.of(copy.file)) is not None}


def _row(copy: PublishedCopy, addresses: Addresses, hash_of: Callable[[str], str | None]) -> dict[str, Any] | None:
    address = addresses.of(copy.file)
    sha256 = copy.sha256 or (hash_of(address) if address is not None else None)
    if sha256 is None:
        return None
    row = {
        "sha256": sha256,
        "title": copy.title,
        "page": addresses.of(copy.page),
        "pageTitle": copy.page_title,
        "file": address,
        "state": copy.state,
        "note": copy.note,
    }
    return {key: value for key, value in row.items() if value}


def _former(copies: tuple[PublishedCopy, ...], addresses: Addresses) -> Iterator[FormerFile]:
    for copy in copies:
        if copy.sha256 is not None:
            yield FormerFile(copy.sha256, copy.title, addresses.of(copy.page) or "", addresses.of(copy.file), copy.note)
