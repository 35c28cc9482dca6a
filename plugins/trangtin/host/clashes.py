"""Pages that would overwrite each other: seen only where addresses are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trangtin.content.problem import Code, Problem
from trangtin.host.addresses import Addresses, destination
from trangtin.host.pages import Content
from trangtin.host.redirects import old_addresses
from trangtin.portal.model import Portal


def clashes(contents: Iterable[Content], portal: Portal, addresses: Addresses) -> Iterator[Problem]:
    """Pages that would overwrite each other, told at the file that somebody wrote."""
    taken: dict[str, str] = {}
    published = {addresses.of_path(path) for path in portal.attachments.offered}
    for content in contents:
        address = addresses.of(content.target) or ""
        first = taken.setdefault(destination(address), content.target)
        if first != content.target:
            written, other = sorted((first, content.target), key=lambda target: target.startswith("list:"))
            told = other if not other.startswith("list:") else f"trang danh sách /{address}"
            yield Problem(written, 1, Code.ADDRESS_CLASH, f"địa chỉ trang trùng với {told}", "đổi tên tệp")
    for old in old_addresses(portal, addresses):
        if old.destination in taken or old.destination.removesuffix("/index.html") in published:
            yield Problem(
                old.path,
                old.line,
                Code.ADDRESS_CLASH,
                f"địa chỉ cũ '{old.typed}' nay là một trang hoặc tệp khác",
                "bỏ dòng ấy, hoặc đổi tên tệp mới",
            )
