"""The folder of the site: what the last build left there, and is still right, is taken over instead of written anew.

MkDocs empties the folder and writes everything again. So before it does, the old site goes aside; files that come out
the same are moved back, with their times, and the rest of the old site is deleted. The folder never holds anything
that this build did not put there. Where it fails before it has written anything, the old site comes back.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from trangtin.content.whole_file import write_whole
from trangtin.signing.manifest import HashedFile, published_entries

_AT_ONCE = 1 << 20
"""Bytes copied at a time: an attachment may be larger than the memory."""


class Output:
    """One build's folder."""

    def __init__(self, folder: Path, record: Path) -> None:
        """`record` is the file that tells what the last build wrote into which folder."""
        self._folder = folder.resolve()
        self._record = record
        self._aside = self._folder.with_name(f".{self._folder.name}.old")
        self._intact: dict[str, str] = {}
        self._made: set[str] = set()
        """Folders of the new site that are known to be there."""
        self.hashes: dict[str, str] = {}
        """SHA-256 of what was taken over or written from memory, by address."""

    def set_aside(self) -> None:
        """Move the old site away, if it is known file by file. Where it cannot be moved MkDocs deletes it."""
        self.discard()  # of a build that was killed
        if os.name != "posix":  # elsewhere no time of a file tells that it was replaced
            return
        intact = self._recorded()
        if not intact:
            return
        try:
            self._aside.mkdir()
            for entry in list(self._folder.iterdir()):
                if not entry.name.startswith("."):  # MkDocs leaves these too: `.git` of a published branch
                    entry.rename(self._aside / entry.name)
        except OSError:
            return
        self._intact = intact

    def take_over(self, address: str, sha256: str) -> bool:
        """Move the old file at an address back, if it is one of these bytes."""
        if self._intact.get(address) != sha256:
            return False
        try:
            os.rename(f"{self._aside}/{address}", self._place(address))
        except OSError:
            return False
        self.hashes[address] = sha256
        return True

    def may_have(self, address: str) -> bool:
        """Whether there is an old file at an address that can be moved back."""
        return address in self._intact

    def put(self, address: str, data: bytes) -> str:
        """Have a file of these bytes at an address, the old one if it is the same; its hash. Raises OSError."""
        sha256 = sha256_of(data)
        if not self.take_over(address, sha256):
            self.write(address, data, sha256)
        return sha256

    def write(self, address: str, data: bytes, sha256: str) -> None:
        """Write a file from memory, whose hash is known. Raises OSError."""
        with open(self._place(address), "wb") as target:
            target.write(data)
        self.hashes[address] = sha256

    def copy(self, address: str, source: str) -> None:
        """Copy a file, and note the hash of what was written: the source may change meanwhile. Raises OSError."""
        whole = hashlib.sha256()
        with open(source, "rb") as stream, open(self._place(address), "wb") as target:
            while piece := stream.read(_AT_ONCE):
                whole.update(piece)
                target.write(piece)
        self.hashes[address] = whole.hexdigest()

    def discard(self) -> None:
        """Delete what is left of the old site: nearly all are folders from which everything was moved."""
        if not os.path.isdir(self._aside):
            return
        for emptied in sorted(self._made, reverse=True):
            with suppress(OSError):
                os.rmdir(f"{self._aside}/{emptied}")
        shutil.rmtree(self._aside, ignore_errors=True)

    def give_back(self) -> None:
        """Put the old site back after a build that failed, if nothing new was written yet; delete what is left."""
        with suppress(OSError):  # then less of the old site is there
            standing = [address for address, _ in published_entries(self._folder)]
            if all(self._intact.get(address, "new") == self.hashes.get(address) for address in standing):
                for place, _, names in os.walk(self._aside):
                    inner = place[len(str(self._aside)) + 1 :]
                    for name in names:
                        os.rename(f"{place}/{name}", self._place(f"{inner}/{name}" if inner else name))
        self.discard()

    def close(self, files: Mapping[str, HashedFile]) -> None:
        """Delete what is left of the old site, and note which `files` stand in the new one."""
        self.discard()
        rows = {address: (file.size, file.mtime_ns, file.ctime_ns, file.sha256) for address, file in files.items()}
        with suppress(OSError):  # then everything is written again next time
            write_whole(self._record, json.dumps({"folder": str(self._folder), "files": rows}).encode())

    def _place(self, address: str) -> str:
        """Where a file is to be written; its folder is there. Raises OSError."""
        self._make(address.rpartition("/")[0])
        return f"{self._folder}/{address}"

    def _make(self, folder: str) -> None:
        """Make a folder of the site, once."""
        if folder in self._made:
            return
        if folder:
            self._make(folder.rpartition("/")[0])
            with suppress(FileExistsError):
                os.mkdir(f"{self._folder}/{folder}")
        else:
            os.makedirs(self._folder, exist_ok=True)
        self._made.add(folder)

    def _recorded(self) -> dict[str, str]:
        """The files of the old site that nobody has touched since, with their hashes."""
        try:
            known = json.loads(self._record.read_bytes())
            if known["folder"] != str(self._folder):
                return {}
            intact = {}
            for address, entry in published_entries(self._folder):
                if row := known["files"].get(address):
                    *stamp, digest = row
                    seen = entry.stat()
                    # Changes with every write: programs can set back the second number, not the third.
                    if stamp == [seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns]:
                        intact[address] = digest
            return intact
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}


def page_data(html: str) -> bytes:
    """The file that a page is to be, as MkDocs writes pages."""
    return html.encode("utf-8", errors="xmlcharrefreplace")


def sha256_of(data: bytes) -> str:
    """The hash by which files of a site are told apart."""
    return hashlib.sha256(data).hexdigest()
