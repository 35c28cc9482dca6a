"""What shows that something was done, named so that nothing is told twice."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from trangtin.content.place import is_web
from trangtin.portal.model import document_name
from trangtin.reporting.scope import Scope
from trangtin.reporting.wording import printed_day


class Evidence:
    """Words for evidence. What stands elsewhere in the report, or was named before, is told by its day alone."""

    def __init__(self, scope: Scope) -> None:
        """The documents and news that the report lists by themselves are known from the start."""
        self._portal = scope.portal
        self._told = {document.path for document in scope.documents} | {entry.path for entry in scope.news}

    def words(self, targets: Iterable[str]) -> str:
        """All of it, apart by `;`."""
        return "; ".join(dict.fromkeys(self._named(target) for target in targets))

    def _named(self, target: str) -> str:
        is_known = target in self._told
        self._told.add(target)
        if (document := self._portal.document_at.get(target)) is not None:
            day = f" ngày {printed_day(document.head.date)}" if document.head.date else ""
            return f"{document.head.type.name if is_known else document_name(document.head)}{day}"
        if (news := self._portal.news_at.get(target)) is not None:
            day = printed_day(news.head.date)
            return f"tin ngày {day}" if is_known else f"tin “{news.head.title}” ngày {day}"
        return target if is_web(target) else self._portal.titles.get(target) or f"tệp {posixpath.basename(target)}"
