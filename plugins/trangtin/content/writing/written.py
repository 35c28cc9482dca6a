"""Values as an editor would have typed them: the text of a front matter."""

from __future__ import annotations

from collections.abc import Mapping

import yaml


class _Dumper(yaml.SafeDumper):
    """YAML as editors of a portal write it: items of lists indented, no anchors."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def written(values: object) -> str:
    """YAML of values, keys in their order, each value on a line of its own however long it is."""
    return yaml.dump(values, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def scalar(value: object) -> str:
    """One value as it stands behind its key, in quotes where YAML would read something else."""
    return written([value]).removeprefix("- ").rstrip("\n")


def file_text(head: Mapping[str, object], body: str) -> str:
    """The text of a Markdown file: its front matter, then the body."""
    return f"---\n{written(dict(head))}---\n\n{body}\n"
