"""How the portal's folder is read: once by a build, again and again in the same way by a preview."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError

from trangtin.content.options.configuration import build_settings, read_config
from trangtin.content.values.dates import today_in_vietnam
from trangtin.disk.kept_files import CACHE
from trangtin.disk.real_path import real_path
from trangtin.host.purpose import Purpose
from trangtin.repository import TRUST, open_portal
from trangtin.standing.configured import read_configured
from trangtin.standing.inputs import inputs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from trangtin.content.entry import Layout
    from trangtin.content.options.settings import Settings
    from trangtin.content.problem import Problem
    from trangtin.repository import Memory, Repository
    from trangtin.standing.inputs import Inputs
    from trangtin.standing.left_site import LeftSite


@dataclass(frozen=True)
class Opening:
    """All that a build has been told before it reads the content."""

    config: MkDocsConfig
    root: Path
    """The portal's folder."""
    layout: Layout
    settings: Settings
    problems: tuple[Problem, ...]
    """What is wrong in `mkdocs.yml`."""
    linked: Mapping[str, tuple[str, ...]]
    """Files that `mkdocs.yml` names (`linked_files`)."""
    purpose: Purpose
    nav: Any
    """The menu as typed, with pages that may be held back."""
    around: Inputs | None = None
    """The state of all other inputs of the build (all but Markdown files), taken before the first file was read; None
    where it cannot be told."""
    look: Callable[[Path], LeftSite] | None = None
    """Looks at the last site (`FirstLook`), if that was worth beginning."""

    @property
    def record(self) -> Path:
        """The file that tells what the last build for this purpose left where it wrote."""
        return self.root / CACHE / f"{self.purpose.mode.value}.json"

    @property
    def plans(self) -> Path:
        """The folder of documents."""
        return self.root / self.layout.plans

    @property
    def content(self) -> tuple[Path, Path]:
        """The folders that editors write in."""
        return self.plans, Path(self.config.docs_dir)

    @property
    def sources(self) -> tuple[Path, ...]:
        """The folders that no build may write over."""
        names = (self.layout.plans, self.layout.docs, TRUST, CACHE, ".git")
        return tuple(self.root / name for name in names)

    def repository(self, memory: Memory | None) -> Repository:
        """The portal as its files are now, on this day."""
        try:
            today = today_in_vietnam(os.environ)
        except ValueError as error:
            raise PluginError(str(error)) from None
        return open_portal(
            self.root,
            self.layout,
            self.settings,
            today,
            self.problems,
            linked=self.linked,
            with_drafts=self.purpose.with_drafts,
            is_excluded=self._is_excluded,
            memory=memory,
        )

    def _is_excluded(self, path: str) -> bool:
        """By MkDocs' own `exclude_docs` and `draft_docs`; a preview that shows drafts passes over the second."""
        docs = f"{self.layout.docs}/"
        specs = (self.config.exclude_docs, None if self.purpose.with_drafts else self.config.draft_docs)
        inner = path.removeprefix(docs)
        return path.startswith(docs) and any(spec.match_file(inner) for spec in specs if spec is not None)


def inputs_around(config: MkDocsConfig, file: Path) -> Inputs | None:
    """The state of all that a build depends on, except Markdown files. `config` was read from `file`."""
    configured = read_configured(file) if os.name == "posix" else None
    if configured is None:
        return None
    return inputs_of(file, configured, real_path(config.site_dir), os.environ, with_texts=False)


def faults_of(file: Path) -> tuple[Problem, ...]:
    """What is wrong in `mkdocs.yml` as it is now so that MkDocs would not build."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ()
    return read_config(text, file.name).stopping(file.parent)


def read_options(options: Mapping[str, Any], file: Path, last: Settings | None) -> tuple[Settings, tuple[Problem, ...]]:
    """The plugin's options and what is wrong with them; a preview goes on with the `last` ones that were right."""
    settings, problems = build_settings(options, file.name, {})
    if settings is None and file.is_file():  # once more from the text, for the line of each problem
        problems = read_config(file.read_text(encoding="utf-8-sig"), file.name).problems or problems
    settings = settings or last
    if settings is None:
        raise PluginError("\n".join(["Cấu hình có lỗi:", *map(str, problems)]))
    return settings, problems
