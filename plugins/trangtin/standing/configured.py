"""Which places a build reads and writes according to `mkdocs.yml`, and whether it can read anything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from trangtin.content.options.host_names import EXTENSIONS, LOCAL_KEYS, THEMES
from trangtin.disk.real_path import real_path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    if not isinstance(told, dict) or not LOCAL_KEYS.issuperset(told) or not _is_ours_alone(told):
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
        and EXTENSIONS.issuperset(name.removeprefix("markdown.extensions.") for name in _extensions(told))
        and str(theme.get("name") if isinstance(theme, dict) else theme) in THEMES
    )


def _extensions(told: Mapping[str, Any]) -> Iterator[str]:
    return _names(told.get("markdown_extensions"))


def _names(listed: Any) -> Iterator[str]:
    """Names in a list or a mapping, each alone or with options."""
    for item in listed if isinstance(listed, list | dict) else ():
        yield from map(str, item) if isinstance(item, dict) else (str(item),)
