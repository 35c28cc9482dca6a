"""Who issued a paper: `issuer` says so, and `level` has to go with it."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.abbreviated import issuer_key, name_meant
from trangtin.content.document import Document
from trangtin.content.entry import Entry
from trangtin.content.levels import level_of
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.values.quantity import number_text
from trangtin.content.values.vocabulary import Level
from trangtin.portal.catalogue import ON_SITE, Catalogue
from trangtin.portal.issuing import ABOVE, WHOSE

_CHOICES = ", ".join(level for level in Level if level in ABOVE)


def check_issuers(catalogue: Catalogue) -> Iterator[Problem]:
    """Papers whose issuer and level do not go together."""
    yield from _own(catalogue)
    yield from _of_others(catalogue)


def _of_others(catalogue: Catalogue) -> Iterator[Problem]:
    """One notice for each other body whose papers say no level: their pages, and reports, tell the unit's own."""
    found: dict[str, list[Entry[Document]]] = {}
    for entry in catalogue.reading.documents:
        head = entry.head
        if head.level is not None or head.issuer is None or head.is_withdrawn or not entry.reads(*ON_SITE, *WHOSE):
            continue
        if name_meant(head.issuer, catalogue.settings.unit.all_names) is not None:
            continue  # whether it is the unit itself is asked where promptness is counted
        if catalogue.issuing.is_of_another_body(head) and catalogue.is_published(entry.path):
            found.setdefault(issuer_key(head.issuer), []).append(entry)
    for entry, *others in found.values():
        level = level_of(entry.head.issuer or "", entry.head.date)
        more = f" (và {number_text(len(others))} văn bản khác của cơ quan ấy)" if others else ""
        yield Problem(
            entry.path,
            entry.line("issuer"),
            Code.CONTRADICTION,
            f"văn bản của '{entry.head.issuer}'{more} chưa ghi 'level' nên trang, báo cáo xếp vào cấp"
            f" '{Level.UNIT.label}' như văn bản của chính đơn vị",
            f"ghi cấp của cơ quan ấy ({_CHOICES}); là khoa, phòng của đơn vị thì thêm tệp của nó vào don-vi/; không"
            f" thuộc cấp nào thì ghi 'level: {Level.UNIT.value}'",
            f"level: {level.value}" if level else "",
            Severity.NOTICE,
        )


def _own(catalogue: Catalogue) -> Iterator[Problem]:
    """Papers that name the unit itself, or nobody, as their issuer, with the level of another body."""
    for entry in catalogue.reading.documents:
        head = entry.head
        if head.level not in ABOVE or head.is_withdrawn or not entry.reads("issuer", "withdrawn"):
            continue
        if head.issuer is None:
            message = "không ghi 'issuer' nên trang ghi cơ quan ban hành là chính đơn vị"
            remedy = "văn bản của cơ quan khác thì thêm 'issuer', của chính đơn vị thì bỏ 'level'"
            example = "issuer: Ủy ban nhân dân tỉnh Mẫu"
        elif catalogue.issuing.is_own(head):
            message, remedy, example = "'issuer' là chính đơn vị", "bỏ 'level'", ""
        else:
            continue
        message = f"{message}, mà 'level' ghi '{head.level.label}'"
        line = entry.line("level")
        yield Problem(entry.path, line, Code.CONTRADICTION, message, remedy, example, Severity.WARNING)
