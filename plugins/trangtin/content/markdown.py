"""Which files hold texts, by their names alone: for what reads them and for what only looks at their times."""

from __future__ import annotations

ENDINGS = (".md", ".markdown")
"""How the names of texts end, in lower case."""


def is_markdown(name: str) -> bool:
    """Whether a file of this name, or at this path, is a text."""
    return name.lower().endswith(ENDINGS)
