"""Signatures on behalf of a body that do not name the body: `TM. CHỦ TỊCH` for `TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH`."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.document import Document, Signer
from trangtin.content.entry import Entry, KeyPath
from trangtin.content.page import PageHead
from trangtin.content.printed.signature import is_of_head
from trangtin.content.problem import Code, Problem, Severity


def unnamed_bodies(entry: Entry[PageHead]) -> Iterator[Problem]:
    """A signer on behalf of a body (TM., T/M) whose `position` has a person's title alone (NĐ 30/2020, Điều 13)."""
    head = entry.head
    if not isinstance(head, Document) or head.is_withdrawn:
        return
    signers: list[tuple[Signer, KeyPath]] = [(head.signer, ("signer",))] if head.signer else []
    signers += [(signer, ("cosigners", index)) for index, signer in enumerate(head.cosigners)]
    for signer, key in signers:
        if signer.authority and signer.authority.is_for_body and is_of_head(signer.position):
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
