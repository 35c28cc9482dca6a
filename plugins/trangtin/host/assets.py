"""Styles, scripts and other parts of the theme under names that tell their content, so that browsers keep them.

Templates and scripts go on naming them as they lie in the theme: the filter `url` and `Assets` itself put the other
name in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from jinja2 import pass_context

from trangtin.host.output import sha256_of
from trangtin.signing.hashed_name import hashed_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.runtime import Context

FOLDER = "assets/"
_SCRIPTS = frozenset({".js", ".mjs"})
_NAMED = re.compile(r"""(?P<mark>['"])(?P<dots>\./)?(?P<name>[\w-]+(?:\.[\w-]+)+)(?P=mark)""")
"""A file in the same folder, as one script names another."""


class Assets:
    """The files of one build by their address in the theme."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        """Name each after what it holds; a script that names another is named once that one is."""
        self._contents = contents
        self._final: dict[str, bytes] = {}
        self.named: dict[str, str] = {}
        """From each address in the theme to the one under which it goes out."""
        for address in sorted(contents):
            self._name(address, ())

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each as (address, content)."""
        for address, name in self.named.items():
            yield name, self._final[address]

    def _name(self, address: str, within: tuple[str, ...]) -> str | None:
        """The name of a file; None while it is being named itself, as where two scripts name each other."""
        if address in within:
            return None
        if address not in self.named:
            data = self._contents[address]
            if PurePosixPath(address).suffix in _SCRIPTS:
                data = self._with_names(data.decode("utf-8"), address, within).encode("utf-8")
            self._final[address] = data
            self.named[address] = hashed_name(address, sha256_of(data))
        return self.named[address]

    def _with_names(self, script: str, address: str, within: tuple[str, ...]) -> str:
        folder = address[: address.rindex("/") + 1]

        def named(match: re.Match[str]) -> str:
            beside = f"{folder}{match['name']}"
            name = self._name(beside, (*within, address)) if beside in self._contents else None
            if name is None:
                return match[0]
            return f"{match['mark']}{match['dots'] or ''}{name.removeprefix(folder)}{match['mark']}"

        return _NAMED.sub(named, script)


def theme_assets(themes: Sequence[Path]) -> dict[str, bytes]:
    """The files under `assets/` of themes laid over each other: the first that has a file counts."""
    found: dict[str, bytes] = {}
    for theme in reversed(themes):
        for file in sorted((theme / FOLDER).rglob("*")):
            if file.is_file() and not any(part.startswith(".") for part in file.relative_to(theme).parts):
                found[file.relative_to(theme).as_posix()] = file.read_bytes()
    return found


def url_filter(url: Callable[[Context, str], str], named: Mapping[str, str]) -> Callable[[Context, str], str]:
    """MkDocs' filter `url`, for which an asset stands where it goes out."""
    return pass_context(lambda context, value: url(context, named.get(value, value)))
