"""What is wrong once pages and addresses are known; a check without a build sees none of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trangtin.content.problem import Code, Problem, Severity
from trangtin.host.addresses import Addresses, destination, list_address, list_folders
from trangtin.host.contents import Run
from trangtin.host.pages import Content
from trangtin.host.redirects import OldAddress

CONFIG = "mkdocs.yml"


def claims(runs: Iterable[Run], addresses: Addresses, old: Iterable[OldAddress]) -> Iterator[Run | Content]:
    """Every page that could stand where another does: lists are only worked out where one could be in the way."""
    runs = tuple(runs)
    written = (addresses.of(run.target) or "" for run in runs if not run.target.startswith("list:"))
    asked = (each.destination.removesuffix("index.html") for each in old)
    folders = {folder for group in (written, asked) for address in group for folder in list_folders(address)}
    for run in runs:
        if not run.is_list:
            yield run
        elif list_address(run.target) in folders:
            yield from run.make()


def clashes(
    pages: Iterable[Run | Content], addresses: Addresses, offered: Iterable[str], old: Iterable[OldAddress]
) -> Iterator[Problem]:
    """Pages that would overwrite each other, told at the file that somebody wrote; `offered` are files of documents."""
    taken: dict[str, str] = {}
    published = {addresses.of_path(path) for path in offered}
    for page in pages:
        address = addresses.of(page.target) or ""
        first = taken.setdefault(destination(address), page.target)
        if first != page.target:
            written, other = sorted((first, page.target), key=lambda target: target.startswith("list:"))
            told = other if not other.startswith("list:") else f"trang danh sách /{address}"
            yield Problem(written, 1, Code.ADDRESS_CLASH, f"địa chỉ trang trùng với {told}", "đổi tên tệp")
    for each in old:
        if each.destination in taken or each.destination.removesuffix("/index.html") in published:
            yield Problem(
                each.path,
                each.line,
                Code.ADDRESS_CLASH,
                f"địa chỉ cũ '{each.typed}' nay là một trang hoặc tệp khác",
                "bỏ dòng ấy, hoặc đổi tên tệp mới",
            )


def missing_fonts() -> Problem:
    """The machine cannot draw what goes beside shared links."""
    return Problem(
        CONFIG,
        1,
        Code.NO_FONTS,
        "máy dựng trang không có phông chữ đủ dấu tiếng Việt nên không làm được ảnh kèm liên kết khi chia sẻ",
        "cài phông (Debian, Ubuntu: apt-get install fonts-liberation2), hoặc ghi 'share_pictures: khong'",
        severity=Severity.NOTICE,
    )
