"""Problems that show only once pages, addresses and sizes of pictures are known: a check without a build sees none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from trangtin.content.options.configuration import CONFIG
from trangtin.content.problem import Code, Problem, Severity
from trangtin.content.values.quantity import number_text
from trangtin.drawing.resized import MOST_PIXELS
from trangtin.drawing.resized_store import KeptSizes
from trangtin.host.addresses import Addresses, destination, list_address, list_folders, parents
from trangtin.host.files.redirects import OldAddress
from trangtin.host.pages.contents import Run
from trangtin.host.pages.page import Content
from trangtin.portal.shown_pictures import ShownPicture

MADE = ("list:", "in:")
"""Prefixes of targets that are no paths: pages that need no file."""


def claims(runs: Iterable[Run], addresses: Addresses, old: Iterable[OldAddress]) -> Iterator[Run | Content]:
    """Every page that may clash with another: single pages, and those of lists in whose folders something else lies."""
    runs = tuple(runs)
    written = (addresses.of(run.target) or "" for run in runs if not run.target.startswith("list:"))
    # A server that takes no notice of case must not lead away from a list.
    asked = (each.destination.removesuffix("index.html").casefold() for each in old)
    folders = {folder for group in (written, asked) for address in group for folder in list_folders(address)}
    for run in runs:
        if not run.is_list:
            yield run
        elif list_address(run.target) in folders:
            yield from run.make()


def clashes(
    pages: Iterable[Run | Content],
    addresses: Addresses,
    files: Mapping[str, str],
    crossed: Set[str],
) -> Iterator[Problem]:
    """Pages that would overwrite each other or a file, told at the file that somebody wrote.

    `files` has the files of targets that are no paths, `crossed` are files that the build writes in the place
    of a page or of a folder of pages.
    """
    taken: dict[str, str] = {}
    for page in pages:
        address = addresses.of(page.target) or ""
        file = destination(address)
        first = taken.setdefault(file, page.target)
        if first != page.target:
            written, other = sorted((first, page.target), key=lambda target: target.startswith(MADE))
            told = other if not other.startswith(MADE) else f"trang /{address} do phần mềm lập"
            yield Problem(
                files.get(written, written), 1, Code.ADDRESS_CLASH, f"địa chỉ trang trùng với {told}", "đổi tên tệp"
            )
        elif crossed and (in_the_way := crossed & {file, *parents(file)}):
            told = f"địa chỉ trang trùng với tệp /{min(in_the_way)} do phần mềm lập"
            yield Problem(files.get(page.target, page.target), 1, Code.ADDRESS_CLASH, told, "đổi tên tệp")


def clash_of_file(path: str, address: str) -> Problem:
    """The problem of a file in `docs_dir` whose address the site needs for a page or file of its own."""
    told = f"địa chỉ /{address} là của trang hoặc tệp do phần mềm lập, tệp này sẽ bị đè"
    return Problem(path, 1, Code.ADDRESS_CLASH, told, "đổi tên tệp, sửa liên kết tới nó")


def lost_addresses(old: Sequence[OldAddress], kept: Sequence[OldAddress]) -> Iterator[Problem]:
    """Problems of `old` addresses whose place is taken; two alike are told by `check_addresses`."""
    places = {each.destination for each in kept}
    for each in old:
        if each.destination not in places:
            yield Problem(
                each.path,
                each.line,
                Code.ADDRESS_CLASH,
                f"địa chỉ cũ '{each.typed}' nay là một trang hoặc tệp khác",
                "bỏ dòng ấy, hoặc đổi tên tệp mới",
            )


def missing_fonts() -> Problem:
    """The problem that the machine has no fonts for the pictures shown beside shared links."""
    return Problem(
        CONFIG,
        1,
        Code.NO_FONTS,
        "máy dựng trang không có phông chữ đủ dấu tiếng Việt nên không làm được ảnh kèm liên kết khi chia sẻ",
        "cài phông (Debian, Ubuntu: apt-get install fonts-liberation2), hoặc ghi 'share_pictures: khong'",
        severity=Severity.NOTICE,
    )


def picture_faults(shown: Iterable[ShownPicture], sizes: Mapping[str, KeptSizes]) -> Iterator[Problem]:
    """Problems of pictures that browsers cannot show, or that are too large to be made smaller here."""
    for picture in shown:
        known = sizes.get(picture.path)
        if known is None:
            continue
        if known.is_broken:
            told, remedy = f"ảnh '{picture.name}' hỏng, không đọc được hết điểm ảnh", "chép lại ảnh gốc, hoặc lưu lại"
            yield Problem(picture.shown_by, picture.line, Code.FILE_DAMAGED, told, f"{remedy} bằng phần mềm xem ảnh")
        elif known.is_huge:
            yield Problem(
                picture.shown_by,
                picture.line,
                Code.PICTURE_TOO_LARGE,
                f"ảnh '{picture.name}' có {number_text(known.width)} × {number_text(known.height)} điểm ảnh, quá "
                f"{MOST_PIXELS // 1_000_000} triệu, nên không thu nhỏ được",
                "thu nhỏ ảnh trước khi chép; rộng 2.400 điểm ảnh là đủ cho mọi màn hình",
            )
