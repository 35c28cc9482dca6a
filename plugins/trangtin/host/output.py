"""The folder of the site: what the last build left there, and is still right, is taken over instead of written anew.

MkDocs empties the folder and writes everything again. So before it does, the old site goes aside; files that come out
the same are moved back, with their times, and the rest of the old site is deleted. The folder never holds anything
that this build did not put there.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from mkdocs.utils import write_file

from trangtin.content.whole_file import write_whole
from trangtin.signing.manifest import published_entries

_Stamp = tuple[int, int, int]


class Output:
    """One build's folder."""

    def __init__(self, folder: Path, record: Path) -> None:
        """`record` is the file that tells what the last build wrote into which folder."""
        self._folder = folder.resolve()
        self._record = record
        self._aside = self._folder.with_name(f".{self._folder.name}.old")
        self._intact: dict[str, str] = {}
        self._made = {""}
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
        parent = address.rpartition("/")[0]
        try:
            if parent not in self._made:
                (self._folder / parent).mkdir(parents=True, exist_ok=True)
                self._made.add(parent)
            (self._aside / address).rename(f"{self._folder}/{address}")
        except OSError:
            return False
        self.hashes[address] = sha256
        return True

    def write(self, address: str, data: bytes, sha256: str) -> None:
        """Put a file of these bytes at an address."""
        write_file(data, f"{self._folder}/{address}")
        self.hashes[address] = sha256

    def discard(self) -> None:
        """Delete what is left of the old site."""
        shutil.rmtree(self._aside, ignore_errors=True)

    def close(self, hashes: Mapping[str, str]) -> None:
        """Delete what is left of the old site, and note what stands in the new one."""
        self.discard()
        with suppress(OSError):  # then everything is written again next time
            entries = published_entries(self._folder)
            files = {address: (*_stamp(entry), hashes[address]) for address, entry in entries if address in hashes}
            write_whole(self._record, json.dumps({"folder": str(self._folder), "files": files}).encode())

    def _recorded(self) -> dict[str, str]:
        """The files of the old site that nobody has touched since, with their hashes."""
        try:
            known = json.loads(self._record.read_bytes())
            if known["folder"] != str(self._folder):
                return {}
            files = {address: (tuple(stamp), digest) for address, (*stamp, digest) in known["files"].items()}
            return {
                address: files[address][1]
                for address, entry in published_entries(self._folder)
                if address in files and _stamp(entry) == files[address][0]
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}


def page_data(html: str) -> bytes:
    """The file that a page is to be, as MkDocs writes pages."""
    return html.encode("utf-8", errors="xmlcharrefreplace")


def sha256_of(data: bytes) -> str:
    """The hash by which files of a site are told apart."""
    return hashlib.sha256(data).hexdigest()


def _stamp(file: os.DirEntry[str]) -> _Stamp:
    """Changes with every write: programs can set back the second number, not the third."""
    seen = file.stat()
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns
