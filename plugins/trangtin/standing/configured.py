"""What `mkdocs.yml` tells of the places that a build reads and writes, and whether it can read anything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from trangtin.disk.real_path import real_path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEYS = frozenset(
    "site_name site_url site_description site_author copyright repo_url repo_name edit_uri edit_uri_template nav"
    " not_in_nav exclude_docs draft_docs validation strict use_directory_urls dev_addr remote_branch remote_name extra"
    " extra_css extra_javascript docs_dir site_dir theme plugins markdown_extensions watch".split()
)
"""Keys that make a build read nothing but the portal's folder. `hooks`, `INHERIT` and what is not known are none."""
_THEMES = frozenset({"trangtin", "material", "mkdocs", "readthedocs"})
"""Themes that change with a release only."""
_EXTENSIONS = frozenset(
    "abbr admonition attr_list codehilite def_list extra fenced_code footnotes legacy_attrs legacy_em md_in_html meta"
    " nl2br sane_lists smarty tables toc wikilinks".split()
)
"""Python-Markdown's own, which make the same of the same text; others might read files."""


@dataclass(frozen=True, slots=True)
class Configured:
    """The places of a portal, as full paths."""

    root: Path
    site: Path
    """The folder that a build writes into unless told otherwise."""
    read: tuple[Path, ...]
    """Folders that a build reads, besides files at the top."""


def read_configured(config: Path) -> Configured | None:
    """The places that `config`, the portal's `mkdocs.yml`, names.

    None where a build may read something beyond the portal's folder (another plugin, a hook, a tag such as `!ENV`), or
    where there is anything else that this program does not know.
    """
    if config.is_symlink():
        return None
    try:
        told = yaml.load(config.read_text(encoding="utf-8-sig"), Loader=_LOADER)
    except (OSError, ValueError, yaml.YAMLError):
        return None
    if not isinstance(told, dict) or not _KEYS.issuperset(told) or not _is_ours_alone(told):
        return None
    root = config.parent.resolve()
    theme = told.get("theme")
    custom = theme.get("custom_dir", "plans") if isinstance(theme, dict) else "plans"
    site, *names = (told.get("site_dir", "site"), told.get("docs_dir", "docs"), "plans", "trust", custom)
    if not all(isinstance(name, str) for name in (site, *names)):
        return None
    read = tuple(dict.fromkeys(real_path(root / name) for name in names))
    if not all(each.is_relative_to(root) for each in read):
        return None
    return Configured(root, real_path(root / site), read)


def _is_ours_alone(told: Mapping[str, Any]) -> bool:
    theme = told.get("theme")
    return (
        set(_names(told.get("plugins"))) == {"trangtin"}
        and _EXTENSIONS.issuperset(name.removeprefix("markdown.extensions.") for name in _extensions(told))
        and str(theme.get("name") if isinstance(theme, dict) else theme) in _THEMES
    )


def _extensions(told: Mapping[str, Any]) -> Iterator[str]:
    return _names(told.get("markdown_extensions"))


def _names(listed: Any) -> Iterator[str]:
    """Names in a list or a mapping, each alone or with options."""
    for item in listed if isinstance(listed, list | dict) else ():
        yield from map(str, item) if isinstance(item, dict) else (str(item),)
