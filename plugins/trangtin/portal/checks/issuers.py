"""Who issued a paper: `issuer` says so, and `level` has to go with it."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.problem import Code, Problem, Severity
from trangtin.portal.catalogue import ABOVE, Catalogue


def check_issuers(catalogue: Catalogue) -> Iterator[Problem]:
    """Papers that name the unit itself, or nobody, as their issuer, with the level of another body."""
    for entry in catalogue.reading.documents:
        head = entry.head
        if head.level not in ABOVE or head.is_withdrawn or not entry.reads("issuer", "withdrawn"):
            continue
        if head.issuer is None:
            message = "không ghi 'issuer' nên trang ghi cơ quan ban hành là chính đơn vị"
            remedy = "văn bản của cơ quan khác thì thêm 'issuer', của chính đơn vị thì bỏ 'level'"
            example = "issuer: Ủy ban nhân dân tỉnh Mẫu"
        elif catalogue.is_own(head):
            message, remedy, example = "'issuer' là chính đơn vị", "bỏ 'level'", ""
        else:
            continue
        message = f"{message}, mà 'level' ghi '{head.level.label}'"
        line = entry.line("level")
        yield Problem(entry.path, line, Code.CONTRADICTION, message, remedy, example, Severity.WARNING)
