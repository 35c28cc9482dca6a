"""Which modules a NukeViet site has, and at which addresses their pages stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from trangtin.importer.nukeviet.dump import Dump, read_dump
from trangtin.importer.refusal import Refusal

_TABLE = re.compile(r"(?P<site>[a-z0-9]+(?:_[a-z0-9]+)*?_(?P<lang>[a-z]{2}))_(?P<rest>\w+)")
_WANTED = re.compile(
    r"_(?:modules|config|rows|detail|bodyhtml_\d+|cat|sources|tags_id|row|area|row_area|subject|signer|set_replace)$"
)
# What tells the two modules apart, whatever they are called: tables that only they have.
_NEWS_SIGN, _LAWS_SIGN = "_rows", "_set_replace"


class ModuleKind(Enum):
    """The two modules that are taken over."""

    NEWS = "news"
    LAWS = "laws"


_NEEDED: Mapping[ModuleKind, Mapping[str, frozenset[str]]] = {
    ModuleKind.NEWS: {
        "rows": frozenset("id catid title alias hometext status publtime".split()),
        "tags_id": frozenset({"id"}),
    },
    ModuleKind.LAWS: {
        "row": frozenset(
            "id title alias code cid sid sgid introtext bodytext files status groups_view groups_download publtime"
            " startvalid exptime".split()
        ),
        "row_area": frozenset({"row_id", "area_id"}),
        "set_replace": frozenset({"oid", "nid"}),
        "signer": frozenset({"title"}),
    },
}
"""Columns by table without which a module's pages cannot be read; NukeViet 4 has all of them."""


@dataclass(frozen=True, slots=True)
class OldModule:
    """One module of the old site."""

    kind: ModuleKind
    name: str
    """The name as in its addresses: `news`, `tin-tuc`, `van-ban`."""
    tables: str
    """What its tables' names begin with: `nv4_vi_news`."""
    uploads: str
    """Its folder below `uploads/`."""
    lang: str
    """`vi`."""


class OldAddresses(NamedTuple):
    """Where a page of the old site was found."""

    shown: tuple[str, ...] = ()
    """Those that readers saw and may have kept, with and without the language where that is unknown."""
    all: tuple[str, ...] = ()
    """Those that texts may link to as well: NukeViet's editors type either kind."""


@dataclass(frozen=True, slots=True)
class OldSite:
    """What a dump says of a site."""

    dump: Dump
    modules: tuple[OldModule, ...]
    page_end: str
    """What addresses of pages end in, usually `.html`."""
    list_end: str
    """What other addresses end in, usually `/`."""
    home_module: str
    """The module whose name is left out of addresses; empty if there is none."""
    names_language: bool | None
    """Whether addresses begin with the language; None where the dump does not say."""
    is_rewritten: bool
    """Whether readers saw addresses of words (`/tin-tuc/…`), not those with a query (`/index.php?…`)."""

    def addresses(self, module: OldModule, page: str, end: str) -> OldAddresses:
        """The addresses of a page of a module; `end` is what one of words ends in beside the page itself."""
        asked = f"/index.php?language={module.lang}&nv={module.name}&op={page}"
        inside = f"{page}{end}" if module.name == self.home_module else f"{module.name}/{page}{end}"
        forms = {True: (f"/{module.lang}/{inside}",), False: (f"/{inside}",)}
        worded = (*forms[False], *forms[True]) if self.names_language is None else forms[self.names_language]
        return OldAddresses(worded if self.is_rewritten else (asked,), (*worded, asked))


def read_site(path: Path) -> OldSite:
    """The site in a dump. Raises Refusal where it is none of NukeViet's, or lacks columns that pages are made of."""
    dump = read_dump(path, lambda table: _WANTED.search(table) is not None)
    modules = tuple(_modules(dump))
    if not modules:
        raise Refusal(
            f"{path.name} không có bảng nào của module news hay laws (NukeViet 4)",
            "xuất lại toàn bộ cơ sở dữ liệu của trang cũ",
        )
    for module in modules:
        _check_columns(dump, module)
    settings = {
        row["config_name"]: row["config_value"]
        for table, rows in dump.tables.items()
        if table.endswith("_config")
        for row in rows
        if row.get("module") == "global" and "config_name" in row
    }
    optional = settings.get("rewrite_optional")
    return OldSite(
        dump,
        modules,
        settings.get("rewrite_exturl", ".html"),
        settings.get("rewrite_endurl", "/"),
        settings.get("rewrite_op_mod", ""),
        None if optional is None else optional != "1",
        settings.get("rewrite_enable") != "0",
    )


def _check_columns(dump: Dump, module: OldModule) -> None:
    for part, needed in _NEEDED[module.kind].items():
        table = f"{module.tables}_{part}"
        missing = {column for row in dump.rows(table) for column in needed - row.keys()}
        if missing:
            raise Refusal(
                f"bảng {table} thiếu cột {', '.join(sorted(missing))}",
                "nâng trang cũ lên bản NukeViet 4 mới rồi xuất lại cả cấu trúc lẫn dữ liệu",
            )


def _modules(dump: Dump) -> Iterator[OldModule]:
    listed = {
        (table.removesuffix("_modules"), row["module_data"]): row
        for table, rows in dump.tables.items()
        if table.endswith("_modules")
        for row in rows
        if "module_data" in row
    }
    for table in sorted(dump.tables):
        for kind, sign in ((ModuleKind.NEWS, _NEWS_SIGN), (ModuleKind.LAWS, _LAWS_SIGN)):
            match = _TABLE.fullmatch(table)
            if match is None or not table.endswith(sign):
                continue
            data = match["rest"].removesuffix(sign)
            row = listed.get((match["site"], data), {})
            is_of_kind = row.get("module_file", kind.value) == kind.value
            if not is_of_kind or (kind is ModuleKind.NEWS and not _has_texts(dump, table)):
                continue
            name = row.get("title") or data.replace("_", "-")
            yield OldModule(kind, name, table.removesuffix(sign), row.get("module_upload") or name, match["lang"])


def _has_texts(dump: Dump, rows_table: str) -> bool:
    """Whether the module keeps texts beside its rows, as `news` does and others with a table of that name do not."""
    start = rows_table.removesuffix(_NEWS_SIGN)
    return any(table == f"{start}_detail" or table.startswith(f"{start}_bodyhtml_") for table in dump.tables)
