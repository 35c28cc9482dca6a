"""One file of the repository, read: what its head says, its text, and where each key stands."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, TypeVar

from trangtin.content.comments import without_comments
from trangtin.content.page import PageHead

H = TypeVar("H", bound=PageHead, covariant=True)

KeyPath = tuple[str | int, ...]
"""Where a value stands in the front matter: `("files", 0, "path")`."""
_KEY_PATHS = 4_096
"""How many are remembered; the heads of ten thousand documents have a few hundred different ones."""
NOWHERE = 0
"""In place of a line, for a key that cannot be read: problems there are dropped, since its own fault is reported."""


_MARKUP = re.compile(r"\{[:#][^}]*\}|[*`]|(?<!\w)_|_(?!\w)")


@dataclass(frozen=True, slots=True)
class Layout:
    """The two folders editors write in, relative to the root of the repository."""

    docs: str = "site_src"
    """Pages and news (MkDocs' `docs_dir`)."""
    plans: str = "plans"
    """Campaigns and documents."""

    def resolve(self, path: str, reference: str) -> str | None:
        """The repository path meant by `reference` in the file at `path`; None if it leaves the repository.

        What starts with one of the two folders counts from the root, all else from the folder of the file.
        """
        if reference.startswith((f"{self.docs}/", f"{self.plans}/")):
            found = posixpath.normpath(reference)
        else:
            folder = path.rpartition("/")[0]
            if "/" not in reference and reference.strip("."):  # a file beside it, as nearly all are
                return f"{folder}/{reference}" if folder else reference
            found = posixpath.normpath(posixpath.join(folder, reference))
        return None if found == ".." or found.startswith("../") else found

    def in_docs(self, reference: str) -> str | None:
        """The repository path of a file that `mkdocs.yml` names: it counts from the folder of pages."""
        return self.resolve(f"{self.docs}/index.md", reference)

    def in_menu(self, name: str) -> str:
        """The repository path of a page that the menu names: papers and campaigns by it, others from their folder."""
        return name if name.startswith(f"{self.plans}/") else f"{self.docs}/{name}"


@lru_cache(_KEY_PATHS)
def one_key_path(key: KeyPath) -> KeyPath:
    """An equal key path, the same object for all heads: key paths took a fifth of a portal's memory."""
    return key


def line_of(lines: Mapping[KeyPath, int], key: KeyPath) -> int:
    """The line of a key, or of the nearest key around it; 1 if there is none."""
    for length in range(len(key), -1, -1):
        if key[:length] in lines:
            return lines[key[:length]]
    return 1


@dataclass(frozen=True, slots=True)
class Entry(Generic[H]):
    """A file with a valid head, or what can be read of one with faults. Its identity is its path."""

    path: str
    """From the root of the repository, NFC, with `/`."""
    head: H
    """What the front matter says."""
    kept_text: str | bytes = field(compare=False, repr=False)
    """Its body; as bytes, not yet decoded, where the head came from the cache: few builds look into it."""
    body_line: int
    """1-based line of the file on which the body starts."""
    lines: Mapping[KeyPath, int]
    """1-based line of each key."""
    fingerprint: bytes
    """A hash of its path, its kind and all that it says: entries with the same hash are alike."""
    head_fingerprint: bytes
    """The same without the body: where it is equal, two entries differ in their text at most."""
    mended: tuple[int, ...]
    """1-based lines of the file that were not NFC, or had invisible characters or look-alikes of Đ, before reading."""
    unread: frozenset[KeyPath]
    """Keys with faults: of these the head says nothing, or its example where one must be there; `()` is all of it."""

    @property
    def body(self) -> str:
        """The Markdown after the front matter, normalised to NFC."""
        return self.kept_text if isinstance(self.kept_text, str) else self.kept_text.decode()

    def says(self, sign: str) -> bool:
        """Whether the body holds this; quicker than reading `body`, since nothing is decoded."""
        return sign in self.kept_text if isinstance(self.kept_text, str) else sign.encode() in self.kept_text

    @property
    def has_text(self) -> bool:
        """Whether it has a body at all."""
        return bool(self.kept_text) and not self.kept_text.isspace()

    def line(self, *key: str | int) -> int:
        """The line of a key, for messages; `NOWHERE` for what cannot be read."""
        if self.unread and any(key[:length] in self.unread for length in range(len(key) + 1)):
            return NOWHERE
        return line_of(self.lines, key)

    def reads(self, *keys: str) -> bool:
        """Whether all under these keys could be read: to be asked before concluding anything from a missing key."""
        return not self.unread or not any(not path or path[0] in keys for path in self.unread)

    @property
    def stem(self) -> str:
        """The file's name without its folder and ending."""
        return posixpath.splitext(posixpath.basename(self.path))[0]

    @property
    def folder(self) -> str:
        """The folder it lies in, from the root of the repository."""
        return posixpath.dirname(self.path)

    def first_heading(self) -> str | None:
        """The text of a `# Heading` that opens the body, if one does."""
        match = re.match(r"\s*#[ \t]+(.+?)[ \t#]*(?:\n|$)", without_comments(self.body))
        return _MARKUP.sub("", match.group(1)).strip() if match else None
