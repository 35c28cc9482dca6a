"""The editors' desk in a preview: its pages, and the links by which a row opens its file. No build calls it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from trangtin.content.problem import Problem
from trangtin.host.pages.page import Content
from trangtin.portal.desk import desk_of
from trangtin.repository import Repository
from trangtin.views.for_editors.desk import desk_views

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def desk_contents(repository: Repository, problems: Iterable[Problem], config: MkDocsConfig) -> Iterator[Content]:
    """A page for each order of the rows."""
    items = desk_of(repository.reading, repository.portal, problems)
    for target, view in desk_views(items, repository.portal, lambda path: _edit_address(path, config)):
        yield Content(target, view)


def _edit_address(path: str, config: MkDocsConfig) -> str | None:
    """Where a file is edited on the web, by `repo_url`, `edit_uri` and `edit_uri_template`; None without them."""
    file = File.generated(config, path, content="")
    file.edit_uri = path
    return Page(None, file, config).edit_url
