"""Files on disk to be checked: found in folders, `.p7s` beside what they sign."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from trangtin.signing.kinds import FileKind, kind_of_name

_WALKED = frozenset({".pdf", ".p7s", ".p7m"})


def files_in(path: Path) -> Iterator[Path]:
    """The file itself, or every PDF and `.p7s` below the folder, in order; hidden folders are left out."""
    if path.is_file():
        yield path
        return
    for file in sorted(path.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
        if file.suffix.lower() in _WALKED and file.is_file() and not hidden:
            yield file


def signed_by(signature: Path) -> Path | None:
    """The file that a `.p7s` signs: the same name without its ending, else with `.pdf`; None if there is none.

    `12.docx.p7s` signs `12.docx` and nothing else.
    """
    if kind_of_name(signature.name) is not FileKind.DETACHED:
        return None
    bare = signature.with_suffix("")
    is_whole = kind_of_name(bare.name) is not None
    candidates = (bare,) if is_whole else (bare, bare.with_suffix(".pdf"), bare.with_name(f"{bare.name}.pdf"))
    return next((each for each in candidates if each.is_file() and each != signature), None)
