"""Which of a document's files are signatures of which: a `.p7s` travels beside what it signs."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from trangtin.signing.kinds import signed_names


def signed_files(paths: Iterable[str], lying: Container[str]) -> Iterator[tuple[str, str]]:
    """Each `.p7s` of `paths` with the file it signs, be that on offer or only `lying` in the folder."""
    for path in paths:
        signed = next((name for name in signed_names(path) if name in lying), None)
        if signed is not None:
            yield path, signed
