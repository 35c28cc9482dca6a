"""A front matter written as editors of a portal write it."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from trangtin.content.page import PageHead
from trangtin.content.tidy import key_order


class _Dumper(yaml.SafeDumper):
    """YAML as editors of a portal write it: items of lists indented, no anchors."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def markdown_text(kind: type[PageHead], head: Mapping[str, object], body: str) -> str:
    """The text of a file whose head is of a `kind`: its keys in their usual order, then the body.

    Keys that the kind does not know are left out.
    """
    values = {key: head[key] for key in key_order(kind) if key in head}
    written = yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{written}---\n\n{body}\n"
