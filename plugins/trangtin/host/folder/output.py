"""The site's folder during a build: new files go into a folder beside it, and to their place once all are there.

So the last site stands, whole, until the next one is; what comes out the same is not touched. The folder never holds
anything that the build did not put there.
"""

from __future__ import annotations

import glob
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from functools import partial, wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from mkdocs.exceptions import PluginError

from trangtin.compressed import Packing, is_worth_it, write_copies
from trangtin.disk.locks import folder_held
from trangtin.disk.real_path import real_path
from trangtin.disk.reasons import reason_of
from trangtin.host.folder.moving_in import move_in
from trangtin.signing.manifest import NAME, HashedFile, is_given_out
from trangtin.signing.manifest import sha256_of as sha256_of_file
from trangtin.standing.left_site import (
    LeftSite,
    hash_in,
    look_alone,
    look_at,
    lying_in,
    name_of_new,
    row_of,
    seal_of,
    size_in,
    write_rows,
)

_AT_ONCE = 1 << 20
"""Bytes copied at a time: an attachment may be larger than memory."""


P = ParamSpec("P")
T = TypeVar("T")


def _in_words(method: Callable[Concatenate[Output, P], T]) -> Callable[Concatenate[Output, P], T]:
    """A decorator: an OSError in the method becomes a PluginError, in Vietnamese."""

    @wraps(method)
    def told(self: Output, /, *args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(self, *args, **kwargs)
        except OSError as error:
            where = f" '{error.filename}'" if error.filename else ""
            raise PluginError(
                f"không đọc hoặc ghi được{where}: {reason_of(error)} → xem nơi ghi trang '{self.folder}' có phải là "
                "thư mục, quyền ghi, chỗ trống, rồi dựng lại"
            ) from None

    return told


class Output:
    """The folder of one build. Its methods raise PluginError where files cannot be written, or read to be copied."""

    def __init__(self, folder: Path, record: Path, look: Callable[[Path], LeftSite] | None = None) -> None:
        """`record` is the file that tells what the last build left in which folder.

        `look` looks at a folder, which may have begun before.
        """
        self.folder = real_path(folder)
        """Where the site is to stand."""
        self._record = record
        self._look = look or partial(look_alone, record=record)
        self._until_done = ExitStack()
        self._made_in = self.folder
        self._made: set[str] = set()
        """Folders of the new site that exist already."""
        self._last = LeftSite({}, (), (), None)
        """What the last build left there."""
        self._stays: dict[str, str] = {}
        self._new: dict[str, int] = {}
        """Size in bytes of each file that is not as the last site has it, by address."""
        self.hashes: dict[str, str] = {}
        """SHA-256 of the file that is to stand at each address, so far."""

    @_in_words
    def open(self) -> Path:
        """Look at the last site; gives the folder to write all that is new into."""
        os.makedirs(self.folder, exist_ok=True)
        self._last = self._look(self.folder)
        self._delete_leftovers()
        try:
            self._made_in = self._new_folder(self.folder.parent)
        except OSError:  # nobody may write there: in the folder itself, where no server shows what is hidden
            self._made_in = self._new_folder(self.folder)
        return self._made_in

    def take_over(self, address: str, sha256: str) -> bool:
        """Keep the last site's file at an address, if it has this hash; False if not."""
        if not self.has(address, sha256):
            return False
        self.hashes[address] = sha256
        return True

    def has(self, address: str, sha256: str) -> bool:
        """Whether the last site's file at an address has this hash."""
        return address in self._last.left and hash_in(self._last.left[address]) == sha256

    def may_have(self, address: str) -> bool:
        """Whether the last site has a file at an address that could stay."""
        return address in self._last.left

    @_in_words
    def put(self, address: str, data: bytes) -> str:
        """Write a file from memory, or keep the last site's if it is the same; returns the hash."""
        sha256 = sha256_of(data)
        if not self.take_over(address, sha256):
            self.write(address, data, sha256)
        return sha256

    @_in_words
    def write(self, address: str, data: bytes, sha256: str) -> None:
        """Write a file from memory, whose hash is known."""
        with open(self._place(address), "wb") as target:
            target.write(data)
        self.hashes[address] = sha256

    @_in_words
    def copy(self, address: str, source: str) -> None:
        """Copy a file, and note the hash of the bytes that were written: the source may change meanwhile."""
        whole = hashlib.sha256()
        with open(source, "rb") as stream, open(self._place(address), "wb") as target:
            while piece := stream.read(_AT_ONCE):
                whole.update(piece)
                target.write(piece)
        self.hashes[address] = whole.hexdigest()

    @_in_words
    def settle(self) -> dict[str, HashedFile]:
        """All files that the site will publish, by address: to be called when all but the lists of files are made.

        Files that other plugins wrote into the new folder join; those that are as the last site has them are deleted
        there.
        """
        for address, entry in lying_in(self._made_in, with_own=True):
            if entry is None:
                continue
            sha256 = self.hashes.get(address) or sha256_of_file(Path(entry))
            if self.take_over(address, sha256):
                os.unlink(entry)
            else:
                self.hashes[address] = sha256
                self._new[address] = entry.stat().st_size
        # A page of which MkDocs made nothing is neither.
        self._stays = {at: self._last.left[at] for at, sha256 in self.hashes.items() if self.take_over(at, sha256)}
        files = {at: HashedFile(hash_in(row), size_in(row)) for at, row in self._stays.items() if is_given_out(at)}
        files |= {at: HashedFile(self.hashes[at], size) for at, size in self._new.items() if is_given_out(at)}
        for address in self._last.others:
            if address not in files and is_given_out(address):
                file = self.folder / address
                files[address] = HashedFile(sha256_of_file(file), file.stat().st_size)
        return files

    def is_new(self, address: str) -> bool:
        """Whether a file differs from the last site's; to be asked after `settle`."""
        return address in self._new

    @_in_words
    def add(self, address: str, data: bytes) -> None:
        """Add a file after `settle`."""
        sha256 = sha256_of(data)
        if self.take_over(address, sha256):
            self._stays[address] = self._last.left[address]
        else:
            self.write(address, data, sha256)
            self._new[address] = len(data)

    @_in_words
    def add_copies(self, files: Mapping[str, HashedFile]) -> None:
        """Add compressed copies of files after `settle`, except where a file has that address."""
        for packing in Packing:
            fresh = {}
            for address, file in files.items():
                copy = f"{address}{packing.value}"
                if copy in files or not is_worth_it(address, file.size):
                    continue
                if self.take_over(copy, file.sha256):  # copies go by the hash of what is packed in them
                    self._stays[copy] = self._last.left[copy]
                    continue
                text = Path(self._made_in if address in self._new else self.folder, address)
                fresh[Path(self._place(copy))] = text
                self.hashes[copy], self._new[copy] = file.sha256, 0
            write_copies(fresh, packing)

    @_in_words
    def finish(self) -> None:
        """Move the new site in, and write down what stands there now.

        Stops before anything is moved if another build has changed what this one left in its place.
        """
        with folder_held(self.folder):
            if self._last.seal != seal_of(self.folder):
                self._last = look_at(self.folder, self._record)
                if not all(self.take_over(address, self.hashes[address]) for address in self._stays):
                    raise PluginError(f"một lần dựng khác vừa ghi vào '{self.folder}' → đợi nó xong rồi dựng lại")
            gone = {*self._last.left, *self._last.strays} - self._stays.keys() - self._new.keys()
            if self._new or gone:
                self._break_seal()
                move_in(self._made_in, self.folder, self._new.keys(), gone)
            rows = {address: self._last.left[address] for address in self._stays if address != NAME}
            for address in (*self._new, *({NAME} & self._stays.keys())):
                rows[address] = row_of(os.stat(self.folder / address), self.hashes[address])
            write_rows(self._record, self.folder, rows)
        self.discard()

    def discard(self) -> None:
        """Delete the new folder with all that was not moved in."""
        self._until_done.close()

    def _place(self, address: str) -> str:
        """The path to write the file of an address to; its folder exists then. Raises OSError."""
        self._make(address.rpartition("/")[0])
        return f"{self._made_in}/{address}"

    def _make(self, folder: str) -> None:
        """Make a folder of the new site, once."""
        if folder not in self._made:
            os.makedirs(f"{self._made_in}/{folder}", exist_ok=True)
            self._made.add(folder)

    def _break_seal(self) -> None:
        with suppress(OSError):  # there is none, or it is somebody else's
            seen = os.stat(self.folder / NAME)
            os.utime(self.folder / NAME, ns=(seen.st_atime_ns, seen.st_mtime_ns))

    def _new_folder(self, where: Path) -> Path:
        """A new folder beside the site's, marked as in use by this process."""
        whole = tempfile.TemporaryDirectory(prefix=name_of_new(self.folder), dir=where, ignore_cleanup_errors=True)
        made = Path(self._until_done.enter_context(whole))
        self._until_done.enter_context(folder_held(made, waits=False))
        # What is made in it is to have the group, rights and labels (SELinux) of what is made in the site's folder.
        if os.name == "posix":
            with suppress(OSError):
                os.chown(made, -1, os.stat(self.folder).st_gid)
        with suppress(OSError):
            shutil.copystat(self.folder, made)
        return made

    def _delete_leftovers(self) -> None:
        """Delete folders that killed builds left, and those of older versions of the program."""
        new, old = glob.escape(name_of_new(self.folder)), glob.escape(f".{self.folder.name}.old")
        for place in (self.folder.parent, self.folder):
            for left in (*place.glob(f"{new}*"), *place.glob(old)):
                with suppress(OSError), folder_held(left, waits=False) as is_held:
                    if is_held or os.name != "posix":
                        shutil.rmtree(left, ignore_errors=True)


def page_data(html: str) -> bytes:
    """The bytes of a page, as MkDocs would write it."""
    return html.encode("utf-8", errors="xmlcharrefreplace")


def sha256_of(data: bytes) -> str:
    """The hash by which the files of a site are compared."""
    return hashlib.sha256(data).hexdigest()
