"""What the register of public information (`views/disclosure.py`) leaves open: days of publishing nobody wrote."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.values.quantity import number_text
from trangtin.portal.catalogue import ON_SITE, Catalogue
from trangtin.portal.checks.duties import A_YEAR
from trangtin.portal.issuing import WHOSE
from trangtin.portal.promptness import is_measured

_NAMED = 3
"""Documents that the notice names; the others come to light as these are mended."""


def check_disclosure(catalogue: Catalogue) -> Iterator[Problem]:
    """One notice for the whole portal: a new one would have as many as it has documents.

    The register is to tell when each was made public (Nghị định 13/2018/NĐ-CP, Điều 6.3). Other bodies' documents are
    asked about one by one where promptness is counted (`check_promptness`).
    """
    if catalogue.settings.duties.profile is None:
        return
    newest = sorted(_undated(catalogue), key=lambda each: (-(each.head.date or date.min).toordinal(), each.path))
    if not newest:
        return
    first, *others = newest
    which = f"{number_text(len(newest))} văn bản " if others else ""
    message = f"{which}đã đăng mà chưa ghi ngày đăng"
    named = ", ".join(each.path for each in others[: _NAMED - 1])
    more = f" và {number_text(len(newest) - _NAMED)} văn bản nữa" if len(newest) > _NAMED else ""
    yield Problem(
        first.path,
        first.line("published"),
        Code.RECEIPT_UNKNOWN,
        f"{message}, danh mục ở /tiep-can-thong-tin/ hiện “Không ghi”"
        f"{f': văn bản này, {named}{more}' if others else ''}",
        "thêm 'published' là ngày thật đã đưa lên trang; không còn biết thì để nguyên, đừng đoán",
        "published: 16/4/2021",
        Severity.NOTICE,
    )


def _undated(catalogue: Catalogue) -> Iterator[Entry[Document]]:
    """Public ones of the last year: for older ones hardly anybody knows the day any more."""
    for entry in catalogue.reading.documents:
        head = entry.head
        if (
            head.published is None
            and entry.reads(*ON_SITE, *WHOSE)
            and not head.is_withdrawn
            and catalogue.is_published(entry.path)
            and (head.date is None or catalogue.today - head.date <= A_YEAR)
            and not (is_measured(catalogue) and catalogue.issuing.is_of_another_body(head))
        ):
            yield entry
