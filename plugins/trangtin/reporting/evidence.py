"""Evidence that something was done, cited so that a reader finds it: by number or title, and day."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from trangtin.content.document import Document
from trangtin.content.values.dates import printed_day
from trangtin.content.values.place import is_web
from trangtin.portal.linked_document import document_name
from trangtin.portal.model import Portal


def evidence_words(targets: Iterable[str], portal: Portal) -> str:
    """Evidence (repository paths, web addresses) as a report cites it: each once, separated by `;`."""
    return "; ".join(dict.fromkeys(_named(target, portal) for target in targets))


def short_citation(document: Document) -> str:
    """`Quyết định số 27/QĐ-TCT ngày 21/6/2021`, without the subject, which the report gives elsewhere."""
    day = f" ngày {printed_day(document.date)}" if document.date else ""
    return f"{document_name(document)}{day}"


def _named(target: str, portal: Portal) -> str:
    if (document := portal.document_at.get(target)) is not None:
        return short_citation(document.head)
    if (news := portal.news_at.get(target)) is not None:
        return f"tin “{news.head.title}” ngày {printed_day(news.head.date)}"
    return target if is_web(target) else portal.titles.get(target) or f"tệp {posixpath.basename(target)}"
