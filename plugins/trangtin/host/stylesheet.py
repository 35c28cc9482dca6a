"""One stylesheet from the theme's many: tokens, base, components by name, print."""

from __future__ import annotations

import re
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r"\s*([{};,>])\s*")
_VALUE = re.compile(r"([{;(][a-z-]+): ")


def stylesheet(theme: Path, *, with_base: bool = True) -> str:
    """The theme's CSS, comments and needless white space gone. Without the base for use under another theme."""
    files = [theme / "styles/tokens.css"]
    if with_base:
        files.append(theme / "styles/base.css")
    files += sorted((theme / "components").glob("*/style.css"))
    if with_base:
        files.append(theme / "styles/print.css")
    return minify("\n".join(file.read_text(encoding="utf-8") for file in files if file.is_file()))


def minify(css: str) -> str:
    """Shorter, never cleverer: nothing is reordered or merged. Strings in our CSS hold no `{};,>`."""
    css = _SPACE.sub(" ", _COMMENT.sub("", css))
    return _VALUE.sub(r"\1:", _AROUND.sub(r"\1", css)).replace(";}", "}").strip()
