"""What a built site says of its own files: `manifest.json` for machines, a shorter list to look one up in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Set
from functools import cached_property
from typing import Any

from trangtin.host.addresses import DATA, Addresses
from trangtin.portal.model import Portal
from trangtin.signing.manifest import FormerFile, HashedFile
from trangtin.views import targets
from trangtin.views.file_check import PublishedCopy, published_copies

FILE_LIST = DATA[targets.FILE_LIST]
"""Where the page that checks files looks up their hashes. Small: only the manifest has pages and pictures too."""


class Proofs:
    """What a portal tells of the files it publishes and has published before."""

    def __init__(self, portal: Portal, addresses: Addresses) -> None:
        """`addresses` are where all is published."""
        self._copies = tuple(published_copies(portal))
        self._documents = portal.document_at.keys()
        self._addresses = addresses

    @cached_property
    def attachments(self) -> Set[str]:
        """Where files of documents are published, which remember those that they replaced."""
        copies = (copy for copy in self._copies if copy.page in self._documents)
        return {address for copy in copies if (address := self._addresses.of(copy.file)) is not None}

    def replaced(self, files: Mapping[str, HashedFile], before: Mapping[str, str]) -> tuple[str, ...]:
        """Warnings, in sentences, about `files` that were replaced without a note of their former hash.

        `before` are the hashes of the last build into this folder.
        """
        remembered = {copy.sha256 for copy in self._copies}
        return tuple(
            f"tệp '{path}' đã khác bản dựng lần trước → nếu đã đăng bản cũ thì ghi vào 'files' của văn bản: "
            f"former: [{{sha256: {before[path]}}}]"
            for path in sorted(files.keys() & before.keys() & self.attachments)
            if files[path].sha256 != before[path] and before[path] not in remembered
        )

    def file_list(self, hash_of: Callable[[str], str | None]) -> str:
        """The list in which the page's script looks up hashes; `hash_of` gives the hash of the file at an address."""
        rows = (_row(copy, self._addresses, hash_of) for copy in self._copies)
        found = [row for row in rows if row is not None]
        return json.dumps({"version": 1, "files": found}, ensure_ascii=False, separators=(",", ":"))

    def former(self) -> Iterator[FormerFile]:
        """The files that were published and are no longer."""
        of = self._addresses.of
        for copy in self._copies:
            if copy.sha256 is not None:
                yield FormerFile(copy.sha256, copy.title, of(copy.page) or "", of(copy.file), copy.note)


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
        "former": copy.is_former,
    }
    return {key: value for key, value in row.items() if value}
