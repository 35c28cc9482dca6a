"""Reads `mkdocs.yml` without MkDocs: the plugin's options, and what else in it concerns the content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from trangtin.content.entry import KeyPath, Layout, line_of
from trangtin.content.options.host_keys import PLUGIN, HostKeys
from trangtin.content.options.settings import Settings
from trangtin.content.problem import Code, Problem, errors
from trangtin.content.reading.front_matter import parse_yaml
from trangtin.content.reading.messages import build
from trangtin.content.reading.salvage import salvage
from trangtin.content.reading.syntax import cut_colours

CONFIG = "mkdocs.yml"
"""The file that says what the portal is, how it behaves and what is in its menu."""


@dataclass(frozen=True, slots=True)
class PortalConfig:
    """What `mkdocs.yml` says that matters without MkDocs."""

    settings: Settings | None
    """None where the options cannot be read."""
    layout: Layout
    problems: tuple[Problem, ...]
    excluded: tuple[str, ...] = ()
    """Patterns of `exclude_docs` and `draft_docs`, as in `.gitignore`."""
    linked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What `linked_files` finds in it."""
    site_url: str = ""
    """Where the portal stands in public; empty where that is not said."""
    faults: tuple[Problem, ...] = ()
    """Those of the problems that stop every build, whatever `INHERIT`, tags or hooks add to the options."""
    salvaged: Settings | None = None
    """What the options say but for those that cannot be read, to judge content by: one fault makes no others."""
    lacks_plugin: bool = False
    """True where the plugin is not on, and no other file could turn it on (`INHERIT`)."""
    docs_folder: tuple[str, int] | None = None
    """The folder of pages as typed, with its line; None where another file or the environment may say it."""

    def stopping(self, root: Path) -> tuple[Problem, ...]:
        """What keeps MkDocs from building the portal at `root`: it would say so in English."""
        return errors((*self.faults, *self.without_docs(root)))

    def without_docs(self, root: Path) -> Iterator[Problem]:
        """The problem that the portal at `root` has no folder of pages, without which MkDocs does not start."""
        name, line = self.docs_folder or ("", 0)
        if not (root / name).is_dir():
            yield Problem(
                CONFIG,
                line,
                Code.BAD_PATH,
                f"không có thư mục '{name}' để đặt trang và tin",
                "tạo thư mục ấy với ít nhất một trang (Git không giữ thư mục rỗng), hoặc sửa tên thư mục ở 'docs_dir'",
                "docs_dir: site_src",
            )


class MenuItem(NamedTuple):
    """One file or address of the menu."""

    path: str
    """As typed, but for `./` before it, which means as little to MkDocs."""
    label: str
    """The menu's own name for it; empty where that is left to the page."""
    groups: tuple[str, ...]
    """Names of the groups that it stands in, the outermost first."""


def menu_items(nav: Any, groups: tuple[str, ...] = ()) -> Iterator[MenuItem]:
    """All that `nav` names, in its order."""
    if isinstance(nav, str):
        yield MenuItem(menu_path(nav), "", groups)
    elif isinstance(nav, list):
        for item in nav:
            yield from menu_items(item, groups)
    elif isinstance(nav, dict):
        for label, value in nav.items():
            if isinstance(value, str):
                yield MenuItem(menu_path(value), str(label), groups)
            else:
                yield from menu_items(value, (*groups, str(label)))


def menu_path(typed: str) -> str:
    """A page as the menu names it, in the one spelling that it is looked up by."""
    return typed.removeprefix("./")


def menu_labels(nav: Any) -> dict[str, str]:
    """The menu's name for each file (`van-ban/index.md` -> `Văn bản`), as `nav` gives them."""
    return {item.path: item.label for item in menu_items(nav) if item.label}


def linked_files(config: Mapping[str, Any], layout: Layout) -> dict[str, tuple[str, ...]]:
    """Files that `mkdocs.yml` names as styles, as scripts, in the menu and its order, by repository path.

    Each with the groups of the menu that it stands in and its own name there, empty where the menu gives it none; with
    nothing where the menu does not name it. Web addresses of the menu stand among them.
    """
    parts = (*_items(config.get("extra_css")), *_items(config.get("extra_javascript")))
    found: dict[str, tuple[str, ...]] = {}
    for part in parts:
        found[f"{layout.docs}/{part.get('path') if isinstance(part, dict) else part}"] = ()
    for item in menu_items(config.get("nav")):
        found[layout.in_menu(item.path)] = (*item.groups, item.label)
    return found


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def read_config(text: str, path: str = CONFIG) -> PortalConfig:
    """Read `docs_dir` and the plugin's options from the text of `mkdocs.yml`; tags such as `!ENV` stay unread."""
    data, lines, problems = parse_yaml(text, path, aliases=True)
    if data is None:
        return PortalConfig(None, Layout(), tuple(problems), faults=tuple(problems))
    problems += cut_colours(text, path)
    host_keys = HostKeys(data, lines, text.split("\n"), path)
    problems += host_keys.faults()
    docs, url = data.get("docs_dir"), data.get("site_url")
    layout = Layout(docs=docs.strip("/").removeprefix("./") if isinstance(docs, str) else "docs")
    patterns = "\n".join(str(data[key]) for key in ("exclude_docs", "draft_docs") if data.get(key))
    around = PortalConfig(
        settings=None,
        layout=layout,
        problems=tuple(problems),
        excluded=tuple(patterns.splitlines()),
        linked=linked_files(data, layout),
        site_url=url if isinstance(url, str) else "",
        faults=tuple(problems),
        docs_folder=host_keys.docs_folder,
    )
    options, key = _options(data.get("plugins"), lines)
    if options is None:
        fault = Problem(
            path,
            line_of(lines, ("plugins",)),
            Code.MISSING_KEY,
            "chưa bật plugin 'trangtin'",
            "thêm plugin vào mục 'plugins'",
            "- trangtin: {unit: {name: Trường Chính trị tỉnh Mẫu}}",
        )
        # Without it MkDocs would show every draft.
        is_off = "INHERIT" not in data
        faults = (*problems, fault) if is_off else tuple(problems)
        return replace(around, problems=(*problems, fault), faults=faults, lacks_plugin=is_off)
    if not isinstance(options, dict):
        fault = Problem(
            path,
            line_of(lines, key),
            Code.WRONG_SHAPE,
            "'trangtin' cần một nhóm khóa con",
            "viết khóa unit bên dưới",
            "trangtin: {unit: {name: Trường Chính trị tỉnh Mẫu}}",
        )
        return replace(around, problems=(*problems, fault))
    below = {k[len(key) :]: v for k, v in lines.items() if k[: len(key)] == key}
    beside, above = _beside(data["plugins"], lines, key)
    settings, found = build_settings({**beside, **options}, path, {**above, **below})
    salvaged = settings or _salvaged({**beside, **options})
    return replace(around, settings=settings, problems=(*problems, *found), salvaged=salvaged)


def build_settings(
    options: Mapping[str, Any], path: str, lines: Mapping[KeyPath, int]
) -> tuple[Settings | None, tuple[Problem, ...]]:
    """The frozen settings of the plugin's options, or None and every problem in them."""
    built = build(Settings, options, path, lines)
    return (None, tuple(built)) if isinstance(built, list) else (built, ())


def _salvaged(options: Mapping[str, Any]) -> Settings | None:
    unit = options.get("unit")
    left = salvage(Settings, {**options, "unit": {"name": "?", **(unit if isinstance(unit, dict) else {})}}, {})
    return left.head if left is not None else None


def _options(plugins: Any, lines: Mapping[KeyPath, int]) -> tuple[Any, KeyPath]:
    """The options of the plugin, whatever they are, and where they stand; plugins may be a list or a mapping.

    Of a key that stands there with nothing behind it only the line is known.
    """
    if isinstance(plugins, dict) and (key := ("plugins", PLUGIN)) in lines:
        return plugins.get(PLUGIN) or {}, key
    for index, item in enumerate(plugins if isinstance(plugins, list) else ()):
        if item == PLUGIN:
            return {}, ("plugins", index)
        if isinstance(item, dict) and ("plugins", index, PLUGIN) in lines:
            return item.get(PLUGIN) or {}, ("plugins", index, PLUGIN)
    return None, ()


def _beside(plugins: Any, lines: Mapping[KeyPath, int], key: KeyPath) -> tuple[dict[str, Any], dict[KeyPath, int]]:
    """Options that stand beside the plugin's name, as if below it, and their lines: so each is reported once."""
    if len(key) < 3:
        return {}, {}
    item = plugins[key[1]]
    found = {name: value for name, value in item.items() if name in Settings.model_fields}
    return found, {k[2:]: v for k, v in lines.items() if k[:2] == key[:2] and len(k) > 2 and k[2] in found}
