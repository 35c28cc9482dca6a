"""Sites built by real MkDocs, in this process."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

REPOSITORY = Path(__file__).parents[2]
TODAY = "2026-11-21"

Builder = Callable[..., Path]


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._skip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skip += tag in {"script", "style", "title"}

    def handle_endtag(self, tag: str) -> None:
        self._skip -= tag in {"script", "style", "title"}

    def handle_data(self, data: str) -> None:
        if not self._skip:
            self.parts.append(data)


def visible_text(html: str) -> str:
    """What a reader can read, with single spaces."""
    parser = _Text()
    parser.feed(html)
    return re.sub(r"\s+", " ", " ".join(parser.parts))


@pytest.fixture(scope="session")
def session_builder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builder]:
    """Builds the portal in a folder, strictly, on a fixed day; gives the folder of the site."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRANGTIN_TODAY", TODAY)

        def build_site(root: Path, **options: Any) -> Path:
            out = Path(str(options.pop("site_dir", None) or tmp_path_factory.mktemp("site")))
            dirty = bool(options.pop("dirty", False))
            config = load_config(str(root / "mkdocs.yml"), strict=not dirty, site_dir=str(out), **options)
            config.plugins.on_startup(command="build", dirty=dirty)
            try:
                build(config, dirty=dirty)
            finally:
                logging.getLogger("mkdocs").handlers.clear()
            return out

        yield build_site


@pytest.fixture(scope="session")
def sample(session_builder: Builder) -> Path:
    """The sample portal of this repository, built."""
    return session_builder(REPOSITORY)


@pytest.fixture(scope="session")
def department(session_builder: Builder) -> Path:
    """The second site, shaped on the paper of a department."""
    return session_builder(REPOSITORY / "tests/sites/so-xay-dung")
