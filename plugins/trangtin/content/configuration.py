"""Reads `mkdocs.yml` without MkDocs: the plugin's options, and what else of it tells of the content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from trangtin.content.entry import KeyPath, Layout, line_of
from trangtin.content.front_matter import parse_yaml
from trangtin.content.messages import build
from trangtin.content.problem import Code, Problem
from trangtin.content.settings import Settings

CONFIG = "mkdocs.yml"
"""Tells what the portal is and what its menu names."""


@dataclass(frozen=True, slots=True)
class PortalConfig:
    """What `mkdocs.yml` says that matters without MkDocs."""

    settings: Settings | None
    """None where the options cannot be read."""
    layout: Layout
    problems: tuple[Problem, ...]
    excluded: tuple[str, ...] = ()
    """Patterns of `exclude_docs` and `draft_docs`, as in `.gitignore`."""
    linked: frozenset[str] = frozenset()
    """Files of `docs_dir` that `nav`, `extra_css` or `extra_javascript` names, by repository path."""
    site_url: str = ""
    """Where the portal stands in public; empty where that is not said."""


def menu_labels(nav: Any) -> dict[str, str]:
    """The menu's name for each file (`van-ban/index.md` -> `Văn bản`), as `nav` gives them."""
    if isinstance(nav, dict):
        nested = [{value: str(label)} if isinstance(value, str) else menu_labels(value) for label, value in nav.items()]
    else:
        nested = [menu_labels(item) for item in nav] if isinstance(nav, list) else []
    return {path: label for found in nested for path, label in found.items()}


def files_in_config(config: Mapping[str, Any]) -> Iterator[str]:
    """Files of `docs_dir` that `mkdocs.yml` names: in the menu, as styles, as scripts."""
    yield from menu_labels(config.get("nav"))
    for part in (*_items(config.get("extra_css")), *_items(config.get("extra_javascript"))):
        yield str(part.get("path")) if isinstance(part, dict) else str(part)


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def read_config(text: str, path: str = CONFIG) -> PortalConfig:
    """Read `docs_dir` and the plugin's options from the text of `mkdocs.yml`; tags such as `!ENV` stay unread."""
    data, lines, problems = parse_yaml(text, path, aliases=True)
    if data is None:
        return PortalConfig(None, Layout(), tuple(problems))
    docs = data.get("docs_dir")
    layout = Layout(docs=docs.strip("/").removeprefix("./") if isinstance(docs, str) else "docs")
    options, key = _options(data.get("plugins"))
    if options is None:
        return PortalConfig(
            None,
            layout,
            (
                Problem(
                    path,
                    line_of(lines, ("plugins",)),
                    Code.MISSING_KEY,
                    "chưa bật plugin 'trangtin'",
                    "thêm plugin vào mục 'plugins'",
                    "- trangtin: {unit: {name: Trường Chính trị tỉnh Mẫu}}",
                ),
            ),
        )
    if not isinstance(options, dict):
        told = Problem(
            path,
            line_of(lines, key),
            Code.WRONG_SHAPE,
            "'trangtin' cần một nhóm khóa con",
            "viết khóa unit bên dưới",
            "trangtin: {unit: {name: Trường Chính trị tỉnh Mẫu}}",
        )
        return PortalConfig(None, layout, (*problems, told))
    settings, found = build_settings(
        options, path, {k[len(key) :]: v for k, v in lines.items() if k[: len(key)] == key}
    )
    patterns = "\n".join(str(data[key]) for key in ("exclude_docs", "draft_docs") if data.get(key))
    linked = frozenset(f"{layout.docs}/{path}" for path in files_in_config(data))
    url = data.get("site_url")
    url = url if isinstance(url, str) else ""
    return PortalConfig(settings, layout, (*problems, *found), tuple(patterns.splitlines()), linked, url)


def build_settings(
    options: Mapping[str, Any], path: str, lines: Mapping[KeyPath, int]
) -> tuple[Settings | None, tuple[Problem, ...]]:
    """The frozen settings of the plugin's options, or None and every problem in them."""
    built = build(Settings, options, path, lines)
    return (None, tuple(built)) if isinstance(built, list) else (built, ())


def _options(plugins: Any) -> tuple[Any, KeyPath]:
    """The options of the plugin, whatever they are, and where they stand; plugins may be a list or a mapping."""
    if isinstance(plugins, dict):
        return (plugins["trangtin"] or {}, ("plugins", "trangtin")) if "trangtin" in plugins else (None, ())
    for index, item in enumerate(plugins if isinstance(plugins, list) else ()):
        if item == "trangtin":
            return {}, ("plugins", index)
        if isinstance(item, dict) and "trangtin" in item:
            return item["trangtin"] or {}, ("plugins", index, "trangtin")
    return None, ()
