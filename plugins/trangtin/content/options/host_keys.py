"""What MkDocs would refuse of `mkdocs.yml` before our plugin is asked: its own words are English and name no line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import entry_points
from typing import Any
from urllib.parse import urlsplit

from trangtin.content.entry import KeyPath, line_of
from trangtin.content.nearest import nearest
from trangtin.content.options.host_names import KEYS, THEMES
from trangtin.content.options.settings import Settings
from trangtin.content.problem import Code, Problem, Severity

PLUGIN = "trangtin"
_TAGGED = re.compile(r":\s+!")
"""`site_url: !ENV SITE_URL`: what it means is known to MkDocs alone."""
_KNOWN_FORGES = frozenset({"github.com", "gitlab.com", "bitbucket.org"})
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/\S*)?")
"""An address that lacks nothing but its beginning."""


@dataclass(frozen=True, slots=True)
class HostKeys:
    """The top of one `mkdocs.yml`, read."""

    data: Mapping[str, Any]
    lines: Mapping[KeyPath, int]
    rows: Sequence[str]
    path: str

    def faults(self) -> Iterator[Problem]:
        """Everything that stands in the way of MkDocs, whatever other files and the environment add."""
        yield from self._unknown()
        yield from self._addresses()
        yield from self._edit_links()
        yield from self._theme()
        yield from self._beside_plugins()

    @property
    def docs_folder(self) -> tuple[str, int] | None:
        """The folder of pages and the line that names it; None where another file or the environment may say it."""
        if "docs_dir" not in self.data:
            return None if "INHERIT" in self.data else ("docs", 1)
        named = self._text(("docs_dir",), self.data["docs_dir"])
        return (named, line_of(self.lines, ("docs_dir",))) if named else None

    def _unknown(self) -> Iterator[Problem]:
        for (key,) in [place for place in self.lines if len(place) == 1]:  # also those with nothing behind them
            name = str(key)
            if name in KEYS or name == "<<":
                continue
            near, right = nearest(name, KEYS), ""
            if name in Settings.model_fields:
                remedy = f"thụt khóa này và các dòng con của nó vào dưới '- {PLUGIN}:' ở mục 'plugins'"
            elif near:
                remedy, right = f"có phải ý bạn là '{near}'?", self._row((key,)).strip().replace(name, near, 1)
            else:
                remedy = "bỏ khóa này; thông tin riêng của giao diện thì đặt dưới 'extra'"
            yield self._problem((key,), Code.UNKNOWN_KEY, f"không có khóa '{name}'", remedy, right)

    def _addresses(self) -> Iterator[Problem]:
        for key in ("site_url", "repo_url"):
            address = self._text((key,), self.data.get(key))
            if not address or _is_whole(address):
                continue
            message = f"'{key}' = '{address}' không phải là địa chỉ trang"
            right = f"https://{address}" if _BARE.fullmatch(address) else "https://truong.example/"
            yield self._problem((key,), Code.BAD_ADDRESS, message, "viết đủ https://…", f"{key}: {right}")

    def _edit_links(self) -> Iterator[Problem]:
        """Of the great forges MkDocs knows how a file is edited; of others it makes no link, and says nothing."""
        address = self._text(("repo_url",), self.data.get("repo_url"))
        host = _is_whole(address) and urlsplit(address).hostname
        if host and host not in _KNOWN_FORGES and not self.data.keys() & {"edit_uri", "edit_uri_template"}:
            problem = self._problem(
                ("repo_url",),
                Code.MISSING_KEY,
                "có 'repo_url' mà không có 'edit_uri' nên các trang không có liên kết 'Sửa trang này'",
                "thêm 'edit_uri' theo loại máy chủ của kho (GitLab: '-/edit/main/'; Gitea, Forgejo: '_edit/main/')",
                "edit_uri: _edit/main/",
            )
            yield replace(problem, severity=Severity.NOTICE)

    def _theme(self) -> Iterator[Problem]:
        theme = self.data.get("theme")
        key: KeyPath = ("theme", "name") if isinstance(theme, dict) else ("theme",)
        name = self._text(key, theme.get("name") if isinstance(theme, dict) else theme)
        # The machine is asked last: that takes some milliseconds.
        if not name or name in THEMES or name in entry_points(group="mkdocs.themes").names:
            return
        if near := nearest(name, THEMES):
            message = f"không có giao diện (theme) '{name}'"
            yield self._problem(key, Code.NOT_IN_LIST, message, f"có phải ý bạn là '{near}'?", f"{key[-1]}: {near}")
            return
        message, remedy = (
            f"máy này không có giao diện (theme) '{name}'",
            "cài gói của nó, hoặc dùng giao diện của trangtin",
        )
        problem = self._problem(key, Code.NOT_IN_LIST, message, remedy, f"{key[-1]}: {PLUGIN}")
        # Another machine may have it: what checks before a commit runs in an environment of its own.
        yield replace(problem, severity=Severity.WARNING)

    def _beside_plugins(self) -> Iterator[Problem]:
        """Options that stand beside the name of their plugin instead of below it."""
        plugins = self.data.get("plugins")
        for index in range(len(plugins) if isinstance(plugins, list) else 0):
            # From the lines: a name with nothing behind it is no value.
            named = [key for key in self.lines if key[:2] == ("plugins", index) and len(key) == 3]
            yield from (self._beside(named[0], other) for other in named[1:])

    def _beside(self, name: KeyPath, other: KeyPath) -> Problem:
        plugin, key = name[-1], other[-1]
        if key == PLUGIN:
            message = f"'{key}' đứng chung một mục với plugin '{plugin}'"
            return self._problem(other, Code.WRONG_SHAPE, message, "viết thành một mục riêng, có dấu gạch", f"- {key}:")
        if self.lines[name] == self.lines[other]:
            message = f"'{key}' đứng ngang hàng với '{plugin}' nên không thuộc về nó"
            return self._problem(other, Code.WRONG_SHAPE, message, "viết vào trong cặp ngoặc của nó")
        below = [self._indent(each) for each in self.lines if each[:3] == name and len(each) == 4]
        right = min(below, default=self._indent(name) + 2)
        return self._problem(
            other,
            Code.WRONG_SHAPE,
            f"'{key}' thụt {self._indent(other)} dấu cách, ngang hàng với '{plugin}', nên không thuộc về nó",
            f"thụt dòng này vào {right} dấu cách; các dòng con của nó thụt sâu hơn nữa",
        )

    def _text(self, key: KeyPath, value: Any) -> str:
        """A value that is plain text; empty where it has a tag, which only MkDocs reads."""
        return value if isinstance(value, str) and not _TAGGED.search(self._row(key)) else ""

    def _row(self, key: KeyPath) -> str:
        return self.rows[line_of(self.lines, key) - 1]

    def _indent(self, key: KeyPath) -> int:
        """How far in the name of a key stands, a dash before it counted."""
        row = self._row(key)
        return len(row) - len(row.lstrip(" -"))

    def _problem(self, key: KeyPath, code: Code, message: str, remedy: str, right: str = "") -> Problem:
        return Problem(self.path, line_of(self.lines, key), code, message, remedy, right)


def _is_whole(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:  # `http://[`
        return False
    return bool(parts.scheme and parts.netloc)
