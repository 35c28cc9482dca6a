"""Files on disk to be checked: found in folders, `.p7s` beside what they sign."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trangtin.signing.kinds import DETACHED_ENDINGS, FileKind, kind_of_name, signed_names

_WALKED = frozenset({FileKind.PDF, FileKind.DETACHED, FileKind.OFFICE})


def files_in(path: Path) -> Iterator[Path]:
    """The file itself, or every PDF, `.p7s` and office file below the folder, in order; hidden folders are left out."""
    if path.is_file():
        yield path
        return
    for file in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if kind_of_name(file.name) in _WALKED and file.is_file() and not hidden:
            yield file


def signed_by(signature: Path) -> Path | None:
    """The file that a `.p7s` signs; None if there is none."""
    candidates = (signature.with_name(name) for name in signed_names(signature.name))
    return next((each for each in candidates if each.is_file()), None)


def signatures_beside(file: Path) -> tuple[Path, ...]:
    """Every `.p7s` that signs the file from beside it, in order."""
    names = {file.stem, file.name}
    beside = sorted(file.with_name(f"{name}{ending}") for name in names for ending in DETACHED_ENDINGS)
    return tuple(each for each in beside if each.is_file() and signed_by(each) == file)
