"""A file of the index: JSON that begins with its version, by which a reader knows that it is the one meant."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping

VERSION = 5
"""Letters of a version: thirty bits."""

File = tuple[str, bytes]
"""Name and content."""


def version_of(texts: Iterable[str]) -> str:
    """The version of files that hold these texts: a hash of what they say, and of nothing else."""
    whole = hashlib.blake2b(digest_size=VERSION)
    for text in texts:
        whole.update(text.encode())
    return base64.urlsafe_b64encode(whole.digest()).decode()[:VERSION]


def file_of(version: str, text: str) -> bytes:
    """A file of the index: its version, then the text that `inside` gave."""
    return f'{{"build":"{version}",{text}}}\n'.encode()


def inside(value: Mapping[str, object]) -> str:
    """JSON without the braces around it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))[1:-1]
