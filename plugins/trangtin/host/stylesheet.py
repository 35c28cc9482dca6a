"""Few stylesheets from the theme's many, comments and needless white space gone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r"\s*([{};,>])\s*")
_VALUE = re.compile(r"([{;(][a-z-]+): ")


PAGE_COMPONENTS: Mapping[str, frozenset[str]] = {
    "document": frozenset({"file-card", "paper", "signature"}),
    "campaign": frozenset({"task-board", "timeline-picture"}),
}
"""Parts that few pages have: their style is a file of its own (`assets/document.css`), which no other page loads."""


def stylesheet(theme: Path) -> str:
    """The CSS of every page: tokens, base, components by name, print."""
    few = frozenset[str]().union(*PAGE_COMPONENTS.values())
    components = [file for file in _components(theme) if file.parent.name not in few]
    return _joined([theme / "styles/tokens.css", theme / "styles/base.css", *components, theme / "styles/print.css"])


def page_stylesheet(theme: Path, name: str) -> str:
    """What the pages of one kind need besides."""
    return _joined([file for file in _components(theme) if file.parent.name in PAGE_COMPONENTS[name]])


def desk_stylesheet(theme: Path) -> str:
    """What the editors' desk needs besides; no published page has it."""
    return _joined([theme / "styles/desk.css"])


def component_stylesheet(theme: Path) -> str:
    """All components without the page around them, for use under another theme."""
    return _joined([theme / "styles/tokens.css", *_components(theme)])


def _components(theme: Path) -> list[Path]:
    return sorted((theme / "components").glob("*/style.css"))


def _joined(files: list[Path]) -> str:
    return minify("\n".join(file.read_text(encoding="utf-8") for file in files))


def minify(css: str) -> str:
    """Shorter, never cleverer: nothing is reordered or merged. Strings in our CSS hold no `{};,>`."""
    css = _SPACE.sub(" ", _COMMENT.sub("", css))
    return _VALUE.sub(r"\1:", _AROUND.sub(r"\1", css)).replace(";}", "}").strip()
