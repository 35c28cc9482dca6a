"""Signatures on behalf of a body that do not name the body: `TM. CHỦ TỊCH` for `TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from trangtin.content.document import Document, Signer
from trangtin.content.entry import Entry, KeyPath
from trangtin.content.offices import HEADS
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.text import fold
from trangtin.content.values.vocabulary import Authority

_FOR_ALL = frozenset({Authority.COLLECTIVE, Authority.PARTY_COLLECTIVE})
_PERSON = re.compile(rf"(?:pho |quyen )?(?:{HEADS})\b")
_BODY = re.compile(r"chu tich doan\b")


def unnamed_bodies(entry: Entry[PageHead]) -> Iterator[Problem]:
    """A signer on behalf of a body (TM., T/M) whose `position` has a person's title alone (NĐ 30/2020, Điều 13)."""
    head = entry.head
    if not isinstance(head, Document) or head.is_withdrawn:
        return
    signers: list[tuple[Signer, KeyPath]] = [(head.signer, ("signer",))] if head.signer else []
    signers += [(signer, ("cosigners", index)) for index, signer in enumerate(head.cosigners)]
    for signer, key in signers:
        title = fold(signer.position)
        if signer.authority in _FOR_ALL and _PERSON.match(title) and not _BODY.match(title):
            shown = f"{signer.authority.value} {signer.position}"
            yield Problem(
                entry.path,
                entry.line(*key, "position"),
                Code.CONTRADICTION,
                f"'{signer.authority.value}' là thay mặt tập thể, mà 'position' chỉ có chức vụ: trang in '{shown}'",
                "ghi tên tập thể trước chức vụ, cách nhau bằng ' / ', như các dòng trên bản giấy",
                f"position: ỦY BAN NHÂN DÂN / {signer.position}",
                Severity.NOTICE,
            )
