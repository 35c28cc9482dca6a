"""Few stylesheets from the theme's many, comments and needless white space gone.

Every page loads one sheet that all share and, where its template draws more than that, one of its own. Files of a
unit's `custom_dir` stand before the theme's: a component of its own brings its own style.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from trangtin.views.parts.look import DEFAULT, AccentColours

_STRING = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", re.DOTALL)
_STRING_OR_COMMENT = re.compile(rf"{_STRING.pattern}|/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r"\s*([{};,>]|(?=!important))\s*")
_VALUE = re.compile(r"([{;(][a-z0-9-]+): ")
_NEXT = re.compile(r" ([+~]) (?=[^{};()]*\{)")
"""A sign between selectors, whose spaces can go. In a calculation (it ends with a bracket) the same signs need theirs.
"""
_CONDITION = re.compile(r"(@(?:media|container)) (?=\()")
_USED = re.compile(r'"components/([a-z-]+)/template\.html"')

_TABLES = frozenset({"columns"})
"""The style of every table of rows; components load it without drawing it."""


class Styles:
    """The stylesheets of a theme laid over others: the first folder that has a file counts."""

    def __init__(self, folders: Sequence[Path], colours: AccentColours = DEFAULT) -> None:
        """Look into every folder once; `colours` take the place of the theme's own accent."""
        self._folders = folders
        self._colours = accent_style(colours) if colours != DEFAULT else ""
        self._strong = strong_style(colours) if colours != DEFAULT else ""
        self._pages = {file.name: self._drawn_by(file) for file in self._templates("pages/*.html")}
        everywhere = self._drawn_by(self._file("main.html"))
        counts = {name: sum(name in drawn for drawn in self._pages.values()) for name in self._components()}
        # Half, not a number: one more kind of list must not put a component into the sheet of all other pages.
        often = {name for name, count in counts.items() if 2 * count >= len(self._pages)}
        self._shared = everywhere | often | _TABLES

    def shared(self) -> str:
        """The CSS of every page: tokens, base, the components that most pages have, paper."""
        return minify(
            "\n".join(
                [
                    self._text("styles/tokens.css"),
                    self._text("styles/dark.css"),
                    self._colours,
                    self._text("styles/base.css"),
                    *map(self._style, sorted(self._shared)),
                    self._text("styles/print.css"),
                ]
            )
        )

    def contrast(self) -> str:
        """The sheet that the wish for more contrast adds to any page (assets/reading.js)."""
        return minify(f"@media screen{{{self._text('styles/contrast.css')}{self._strong}}}")

    def by_page(self) -> Mapping[str, str]:
        """What the pages of each template need besides, by the name of the template."""
        own = {
            name: minify(
                "\n".join([*map(self._style, sorted(drawn - self._shared)), self._text(f"styles/pages/{stem}.css")])
            )
            for name, drawn in self._pages.items()
            for stem in (name.removesuffix(".html"),)
        }
        return {name: css for name, css in own.items() if css}

    def components(self) -> str:
        """All components without the page around them, for use under another theme."""
        return minify(
            "\n".join(
                [
                    self._text("styles/tokens.css"),
                    self._colours,
                    *map(self._style, self._components()),
                    self._text("styles/elsewhere.css"),
                ]
            )
        )

    def _drawn_by(self, template: Path | None) -> frozenset[str]:
        """The components that a template draws, and those that they draw in turn."""
        found: set[str] = set()
        left = _USED.findall(template.read_text(encoding="utf-8")) if template else []
        while left:
            name = left.pop()
            if name not in found:
                found.add(name)
                left += _USED.findall(self._text(f"components/{name}/template.html"))
        return frozenset(found)

    def _components(self) -> list[str]:
        return sorted({file.parent.name for file in self._templates("components/*/template.html")})

    def _style(self, component: str) -> str:
        return self._text(f"components/{component}/style.css")

    def _templates(self, pattern: str) -> Iterator[Path]:
        for folder in self._folders:
            yield from folder.glob(pattern)

    def _file(self, name: str) -> Path | None:
        return next((folder / name for folder in self._folders if (folder / name).is_file()), None)

    def _text(self, name: str) -> str:
        file = self._file(name)
        return file.read_text(encoding="utf-8") if file else ""


def accent_style(colours: AccentColours) -> str:
    """The tokens of a unit's own colour, light and dark, as `styles/tokens.css` and `styles/dark.css` spell them."""
    return (
        f":root{{--tt-accent:{colours.light};--tt-bar:{colours.bar}}}"
        f"@media screen and (prefers-color-scheme:dark){{"
        f":root{{--tt-accent:{colours.dark};--tt-bar:{colours.dark_bar}}}}}"
    )


def strong_style(colours: AccentColours) -> str:
    """The same as `styles/contrast.css` spells it."""
    return (
        f":root{{--tt-accent:{colours.strong}}}"
        f"@media (prefers-color-scheme:dark){{:root{{--tt-accent:{colours.dark_strong}}}}}"
    )


@lru_cache(maxsize=256)  # a preview asks for the same sheets after every edit
def minify(css: str) -> str:
    """CSS without comments and needless spaces; nothing is reordered or merged, strings stay as they are."""
    parts = _STRING.split(_STRING_OR_COMMENT.sub(lambda found: found[1] or "", css))
    parts[::2] = map(_tight, parts[::2])
    return "".join(parts).strip()


def _tight(css: str) -> str:
    """The same for a piece of CSS without strings."""
    close = _VALUE.sub(r"\1:", _AROUND.sub(r"\1", _SPACE.sub(" ", css))).replace(";}", "}")
    return _CONDITION.sub(r"\1", _NEXT.sub(r"\1", close))
