"""What MkDocs is given before it builds: our menu, templates and styles, the folders that a preview watches."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from trangtin.host.pages.assets import COMPONENT_STYLES, THEME
from trangtin.host.pages.menu import DEFAULT_NAV, without

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_EDITED_AT = {"edit/master/docs/": "edit/main/", "src/default/docs/": "src/main/"}
"""`edit_uri` of the large forges: MkDocs' own guesses (an old name of the branch, paths below `docs/`), and what we put
in their place (paths from the top of the repository)."""


def set_up(config: MkDocsConfig, held_back: frozenset[str], plans: Path, theme: Path) -> Any:
    """Complete `config`, and return the menu as typed, including what is `held_back`.

    `plans` is the folder of documents, `theme` that of our templates.
    """
    config.edit_uri = _EDITED_AT.get(config.edit_uri or "", config.edit_uri)
    if config.nav is None:
        config.nav = [dict(item) for item in DEFAULT_NAV]
    typed, config.nav = config.nav, without(config.nav, held_back)
    if str(theme) not in config.theme.dirs:
        config.theme.dirs.append(str(theme))
    if config.theme.name != THEME and COMPONENT_STYLES not in config.extra_css:
        config.extra_css.append(COMPONENT_STYLES)
    own = getattr(config.theme, "custom_dir", None)
    for folder in (plans, theme, *((Path(own),) if own else ())):
        if folder.is_dir() and str(folder) not in config.watch:
            config.watch.append(str(folder))
    return typed
