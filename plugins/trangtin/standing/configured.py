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
    """The folder that a build writes into unless the command line names another."""
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
        keys = yaml.load(config.read_text(encoding="utf-8-sig"), Loader=_LOADER)
    except (OSError, ValueError, yaml.YAMLError):
        return None
    if not isinstance(keys, dict) or not LOCAL_KEYS.issuperset(keys) or not _is_ours_alone(keys):
        return None
    root = config.parent.resolve()
    theme = keys.get("theme")
    custom = theme.get("custom_dir", "plans") if isinstance(theme, dict) else "plans"
    site, *names = (keys.get("site_dir", "site"), keys.get("docs_dir", "docs"), "plans", "trust", custom)
    if not all(isinstance(name, str) for name in (site, *names)):
        return None
    read = tuple(dict.fromkeys(real_path(root / name) for name in names))
    if not all(each.is_relative_to(root) for each in read):
        return None
    return Configured(root, real_path(root / site), read)


def _is_ours_alone(keys: Mapping[str, Any]) -> bool:
    theme = keys.get("theme")
    return (
        set(_names(keys.get("plugins"))) == {"trangtin"}
        and EXTENSIONS.issuperset(
            name.removeprefix("markdown.extensions.") for name in _names(keys.get("markdown_extensions"))
        )
        and str(theme.get("name") if isinstance(theme, dict) else theme) in THEMES
    )


def _names(listed: Any) -> Iterator[str]:
    """Names in a list or a mapping, each alone or with options."""
    for item in listed if isinstance(listed, list | dict) else ():
        yield from map(str, item) if isinstance(item, dict) else (str(item),)
