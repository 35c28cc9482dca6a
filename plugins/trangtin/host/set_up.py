"""What MkDocs is given before it builds: our menu, templates and styles, the folders that a preview watches."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from trangtin.host.pages.assets import COMPONENT_STYLES, THEME
from trangtin.host.pages.menu import DEFAULT_NAV

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_EDITED_AT = {"edit/master/docs/": "edit/main/", "src/default/docs/": "src/main/"}
"""`edit_uri` of the large forges: MkDocs' own guesses (an old name of the branch, paths below `docs/`), and what we put
in their place (paths from the top of the repository)."""


def typed_menu(config: MkDocsConfig) -> Any:
    """The menu as `mkdocs.yml` has it, including pages that are held back; the usual one where it has none."""
    return [dict(item) for item in DEFAULT_NAV] if config.nav is None else config.nav


def set_up(config: MkDocsConfig, menu: Any, plans: Path, theme: Path) -> None:
    """Complete `config`: `plans` is the folder of documents, `theme` that of our templates."""
    config.nav = menu
    config.edit_uri = _EDITED_AT.get(config.edit_uri or "", config.edit_uri)
    if str(theme) not in config.theme.dirs:
        config.theme.dirs.append(str(theme))
    if config.theme.name != THEME and COMPONENT_STYLES not in config.extra_css:
        config.extra_css.append(COMPONENT_STYLES)
    own = getattr(config.theme, "custom_dir", None)
    for folder in (plans, theme, *((Path(own),) if own else ())):
        if folder.is_dir() and str(folder) not in config.watch:
            config.watch.append(str(folder))
