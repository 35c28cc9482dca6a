"""The files of the old site: its folder `uploads`, as copied from the server."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from trangtin.importer.intake import file_reader

_BELOW = re.compile(r"(?:^|.*/)uploads/(?P<path>.+)")


def split_address(address: str) -> SplitResult | None:
    """The parts of an address; None for what somebody typed that is none, such as `http://[tên miền]/`."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Uploads:
    """Where files are, if the person has them."""

    folder: Path | None
    host: str = ""
    """The old site's host, so that its own full addresses are known as its own: `truong.example`."""

    def is_own(self, address: str) -> bool:
        """Whether an address led into the old site."""
        parts = split_address(address)
        host = (parts and parts.hostname) or ""
        return parts is not None and (not host or host.removeprefix("www.") == self.host)

    def name_of(self, address: str) -> str | None:
        """The path below `uploads/` that an address of the old site means; None for anything else."""
        parts = split_address(address)
        match = _BELOW.match(unquote(parts.path)) if parts else None
        return match["path"] if match and self.is_own(address) else None

    def find(self, name: str) -> Path | None:
        """The file of that path; None where there is none, or where the path leads out of the folder."""
        if self.folder is None:
            return None
        try:
            file = (self.folder / name.lstrip("/")).resolve()
            return file if file.is_relative_to(self.folder.resolve()) and file.is_file() else None
        except (OSError, ValueError):  # no file can have such a name: too long, or with a null in it
            return None

    def read(self, file: Path) -> bytes:
        """The bytes of a file; raises Refusal for what is too large, OSError for what cannot be read."""
        return file_reader(file)()
