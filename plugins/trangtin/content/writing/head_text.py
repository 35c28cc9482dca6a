"""A front matter written as editors of a portal write it."""

from __future__ import annotations

from collections.abc import Mapping

from trangtin.content.page import PageHead
from trangtin.content.writing.tidy import key_order
from trangtin.content.writing.written import file_text


def markdown_text(kind: type[PageHead], head: Mapping[str, object], body: str) -> str:
    """The text of a file whose head is of a `kind`: its keys in their usual order, then the body.

    Keys that the kind does not know are left out.
    """
    return file_text({key: head[key] for key in key_order(kind) if key in head}, body)
