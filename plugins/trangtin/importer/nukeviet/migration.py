"""A dump and a folder of uploads, as files for a portal: the order in which the parts run."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath
from urllib.parse import parse_qsl, unquote

from trangtin.content.entry import Layout
from trangtin.disk.reasons import reason_of
from trangtin.importer.delivery import Delivery, PlacedFile
from trangtin.importer.markdown_file import markdown_file, strings_in
from trangtin.importer.nukeviet.arrival import Arrival, Names
from trangtin.importer.nukeviet.hypertext import as_markdown
from trangtin.importer.nukeviet.laws import laws_of
from trangtin.importer.nukeviet.news import news_of
from trangtin.importer.nukeviet.old_site import ModuleKind, OldModule, OldSite
from trangtin.importer.nukeviet.uploads import Uploads, split_address
from trangtin.importer.original import examine
from trangtin.importer.refusal import Refusal
from trangtin.importer.secrecy import refuse_marked
from trangtin.signing.validation.trust import TrustStore, read_trust

NEWS_FOLDER = "tin-tuc"


@dataclass(frozen=True, slots=True)
class Moved:
    """One page, ready to be written."""

    delivery: Delivery
    review: tuple[str, ...]
    """What a person must look at before it is published; empty for what goes out as it did on the old site."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one page: written (or to be), there from before, or not moved."""

    arrival: Arrival
    review: tuple[str, ...] = ()
    """What a person must look at before it is published."""
    is_old: bool = False
    """Stood there already, the same."""
    failure: str = ""
    """Why it was not moved, and what to do; empty where it was."""


@dataclass(slots=True)
class Migration:
    """One call of the command."""

    site: OldSite
    uploads: Uploads
    root: Path
    layout: Layout
    unit: str | None
    """Name of the unit whose portal it is."""
    today: date
    trust: TrustStore = field(default_factory=lambda: read_trust(None))
    _pages: dict[str, PurePosixPath] = field(default_factory=dict)

    def arrivals(self) -> tuple[Arrival, ...]:
        """All pages of the old site, with the places they get; links between them are known from here on."""
        names = Names()
        found = tuple(arrival for module in self.site.modules for arrival in self._of(module, names))
        self._pages = {key: arrival.path for arrival in found for old in arrival.old if (key := _key(old))}
        return found

    def _of(self, module: OldModule, names: Names) -> Iterator[Arrival]:
        if module.kind is ModuleKind.NEWS:
            yield from news_of(self.site, module, f"{self.layout.docs}/{NEWS_FOLDER}", names, self.today)
        else:
            yield from laws_of(self.site, module, self.layout.plans, self.unit, names, self.today)

    def move(self, arrival: Arrival) -> Moved:
        """Convert a page and gather its files. Raises Refusal for what must not go on."""
        luggage = _Luggage(self.uploads, arrival.path)
        converted = as_markdown(arrival.html, lambda address: self._place(address, arrival, luggage))
        refuse_marked((*strings_in(arrival.head), "", *converted.markdown.splitlines()))
        head, review = dict(arrival.head), [*arrival.doubts, *dict.fromkeys(converted.doubts)]
        if arrival.picture:
            address, alt = arrival.picture
            name = luggage.take(address)
            if name:
                head["image"] = {"src": name, "alt": alt}
            else:
                review.append(f"image (Ảnh): không thấy {address} trong thư mục uploads")
        files = [self._file(address, luggage, review) for address in arrival.files]
        if present := [file for file in files if file]:
            head["files"] = present
        for name, data in luggage.contents.items():
            examine(data, name, self.trust)  # a picture or a linked file may be secret as well
        written = markdown_file(arrival.kind, head, converted.markdown, review)
        folder = self.root / arrival.path.parent
        placed = tuple(PlacedFile(folder / name, data) for name, data in luggage.contents.items())
        return Moved(Delivery(self.root / arrival.path, written.text, placed), written.review)

    def result(self, arrival: Arrival, *, writes: bool) -> Result:
        """Move one page, and write it if `writes`; never over a file, and never raising for what the page holds."""
        try:
            moved = self.move(arrival)
            if moved.delivery.is_done:
                return Result(arrival, is_old=True)
            moved.delivery.check()
            if writes:
                moved.delivery.write()
        except Refusal as refusal:
            return Result(arrival, failure=str(refusal))
        except OSError as error:
            return Result(arrival, failure=f"không ghi được ({reason_of(error)}) → kiểm tra quyền ghi và chỗ trống")
        return Result(arrival, moved.review)

    def _file(self, address: str, luggage: _Luggage, review: list[str]) -> dict[str, str] | None:
        name = luggage.take(address)
        if name is None:
            review.append(f"files (Tệp đính kèm): không thấy {address} trong thư mục uploads")
            return None
        original = examine(luggage.contents[name], name, self.trust)
        if original.faults:
            review += [f"files: tệp {name} chưa đưa vào vì {fault}" for fault in original.faults]
            luggage.leave(name)
            return None
        return {"path": name, "role": original.role.value, "sha256": original.sha256}

    def _place(self, address: str, arrival: Arrival, luggage: _Luggage) -> str | None:
        """Where a link leads now: a file that comes along, another page of the portal, elsewhere; or nowhere."""
        if self.uploads.name_of(address) is not None:
            return luggage.take(address)
        if not self.uploads.is_own(address):
            return address if address.startswith(("http://", "https://")) and split_address(address) else None
        page = self._pages.get(_key(address))
        return os.path.relpath(page, arrival.path.parent).replace(os.sep, "/") if page else None


class _Luggage:
    """The files that go along with one page, under names of our own: the old ones may say nothing or clash."""

    def __init__(self, uploads: Uploads, page: PurePosixPath) -> None:
        self.contents: dict[str, bytes] = {}
        self._uploads = uploads
        self._page = page
        self._names: dict[Path, str] = {}

    def take(self, address: str) -> str | None:
        """The name under which a file comes along; None where it is not to be had."""
        below = self._uploads.name_of(address)
        file = self._uploads.find(below) if below else None
        if file is None:
            return None
        if file not in self._names:
            data = self._uploads.read(file)
            self._names[file] = self._free(file)
            self.contents[self._names[file]] = data
        return self._names[file]

    def leave(self, name: str) -> None:
        """Do not take a file along after all."""
        del self.contents[name]

    def _free(self, file: Path) -> str:
        suffix, stem = file.suffix.lower(), self._page.stem
        names = (f"{stem}{suffix}", *(f"{stem}-{count}{suffix}" for count in range(2, len(self.contents) + 2)))
        return next(name for name in names if name not in self.contents)


def _key(address: str) -> str:
    """By what a page of the old site is looked up; empty for what is no address."""
    parts = split_address(address)
    if parts is None:
        return ""
    asked = dict(parse_qsl(parts.query))
    page = f"?{asked['nv']}/{asked.get('op', '')}" if "nv" in asked else unquote(parts.path)
    return page.strip("/").casefold()
