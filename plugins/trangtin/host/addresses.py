"""From targets (repository paths, lists, files) to addresses on the site. Nothing else knows any address."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from urllib.parse import quote

from trangtin.content.sections import SECTION_PAGES
from trangtin.content.text import slug
from trangtin.portal.model import Portal
from trangtin.views import targets

_LISTS = {
    "home": "",
    "campaigns": "phong-trao/",
    "comparison": "phong-trao/so-sanh/",
    "awards": "khen-thuong/",
    "archive": "luu-tru/",
    "library": "van-ban/",
    "promptness": "van-ban/kip-thoi/",
    "news": "tin-tuc/",
    "units": "don-vi/",
    "site-map": "so-do-trang/",
    "contact": "lien-he/",
    "search": "tim-kiem/",
    "problems": "loi-noi-dung/",
    "desk": "bang-bien-tap/",
    "file-check": "kiem-tra-tep/",
    "number": "so/",
    "disclosure": "tiep-can-thong-tin/",
    "feedback": "gop-y/",
    "accessibility": "tro-nang/",
}
DATA = {
    targets.OPEN_DOCUMENTS: "van-ban.json",
    targets.DOCUMENT_TABLE: "van-ban.csv",
    targets.OPEN_CAMPAIGNS: "phong-trao.json",
    targets.OPEN_NEWS: "tin-tuc.json",
    targets.OPEN_ASSIGNMENTS: "viec.json",
    targets.OPEN_AWARDS: "khen-thuong.json",
    targets.AWARD_TABLE: "khen-thuong.csv",
    targets.PROMPTNESS_TABLE: "van-ban/kip-thoi/so-lieu.csv",
    targets.DISCLOSURE_TABLE: "tiep-can-thong-tin/danh-muc.csv",
    targets.CATALOGUE: "data.json",
    targets.REGISTER: "van-ban/loc.json",
    targets.FILE_LIST: "kiem-tra-tep/ma-tep.json",
    targets.CHANGES: "thay-doi.xml",
}
"""Where the files that programs read lie, by their targets."""
_CUTS = frozenset(targets.WORDS.values())
_SHARE_PICTURE = "trang.chia-se.png"
_QR_CODE = "trang.ma-qr.svg"
"""With two dots in its name, which no published attachment has: so neither picture overwrites a file of an editor."""
_RESERVED = frozenset({"feed.xml", "lich.ics"})
"""Names of the portal's own files beside a page: no attachment there is published under one of them."""


@dataclass(frozen=True)
class Addresses:
    """The address of every page and file, relative to the site's root: folders end in `/`, the home page is empty."""

    by_target: Mapping[str, str] = field(default_factory=dict)

    def sure(self, target: str) -> str:
        """The address of a target that is known to be on the site; anything else is a bug of ours (AssertionError)."""
        address = self.of(target)
        assert address is not None, target
        return address

    def of(self, target: str) -> str | None:
        """The address of a target; None for what is not on the site."""
        known = self.by_target.get(target)
        if known is not None:  # pages and files, as nearly all targets are
            return known
        if target.startswith("list:"):
            return list_address(target)
        if target.startswith("feed:"):
            return self._feed(target.removeprefix("feed:"))
        if target.startswith("calendar:"):
            beside = self.of(target.removeprefix("calendar:"))
            return None if beside is None else f"{beside}lich.ics"
        if target.startswith(f"{targets.CHANGES}?"):
            return f"thay-doi.{target.rpartition('?')[2]}.xml"
        if target.startswith("share:"):
            beside = self.of(target.removeprefix("share:"))
            return None if beside is None else f"{beside}{_SHARE_PICTURE}"
        if target.startswith("qr:"):
            beside = self.of(target.removeprefix("qr:"))
            return None if beside is None else f"{beside}{_QR_CODE}"
        if target.startswith("schema:"):
            return f"du-lieu/{target.removeprefix('schema:')}.schema.json"
        return None

    def _feed(self, name: str) -> str | None:
        """The pages of a feed: `feed.xml` beside its page, then `feed.2.xml`; two dots, as no file of an editor has."""
        page, _, number = name.rpartition("?")
        beside = self.of(page)
        return None if beside is None else f"{beside}{'feed.xml' if number == '1' else f'feed.{number}.xml'}"

    def of_path(self, path: str) -> str | None:
        """The address of a page or file by its repository path, as links in texts name it."""
        return self.by_target.get(path, self.by_target.get(targets.file_target(path)))


def full_addresses(addresses: Addresses, site_url: str) -> Callable[[str], str]:
    """From targets to full addresses (`https://…`), for what is read outside the site.

    Where the site does not know its own address (no `site_url`), they start with `/`. The target must be on the site.
    """
    base = f"{site_url.rstrip('/')}/"

    @cache  # a page is named in feeds, calendars, maps and records
    def full(target: str) -> str:
        return base + quote(addresses.sure(target))

    return full


@lru_cache(maxsize=4096)  # every page leads to a dozen lists
def list_address(target: str) -> str:
    """The address of a list. `/van-ban/2021/` is both the list of a year and the folder of its documents."""
    base, facet, page = targets.take_apart(target)
    address = _list_folder(base)
    if facet:
        name, value = facet
        in_place = base in {"number", "archive"} or (name == "year" and base != "campaigns")
        folder = "" if in_place else f"{targets.WORDS[name]}/"
        address += f"{folder}{value}/"
    return address if page == 1 else f"{address}trang/{page}/"


def list_folders(address: str) -> Iterator[str]:
    """The lists that could have a page at this address: the list itself, or the one it is a cut or further page of."""
    parts = address.rstrip("/").split("/")
    if parts[-2:-1] == ["trang"]:
        parts = parts[:-2]
    yield _folder(parts)
    above = _folder(parts[:-1])
    if parts[-1].isdigit() or above in {list_address(targets.SAME_NUMBER), list_address(targets.ARCHIVE)}:
        yield above
    if parts[-2:-1] and parts[-2] in _CUTS:
        yield _folder(parts[:-2])


def _folder(parts: Sequence[str]) -> str:
    return "".join(f"{part}/" for part in parts if part)


def _list_folder(base: str) -> str:
    """The folder with the pages of a list: that of its section, or for tasks one beside their campaign or sub-unit."""
    name, _, of = base.partition("~")
    if name == "campaign-tasks":
        return f"phong-trao/{of}/viec/"
    return f"don-vi/{slug(of)}/viec/" if name == "unit-tasks" else _LISTS[base]


def addresses_of(portal: Portal) -> Addresses:
    """Addresses of every page and file that is to be published."""
    docs = f"{portal.layout.docs}/"
    found = {document.path: document_address(document.year, document.slug) for document in portal.documents}
    found |= {campaign.path: f"phong-trao/{campaign.slug}/" for campaign in portal.campaigns}
    found |= {entry.path: f"tin-tuc/{entry.path.split('/')[-2]}/{slug(entry.stem)}/" for entry in portal.news}
    found |= {unit.entry.path: f"don-vi/{slug(unit.id)}/" for unit in portal.units}
    found |= {page.path: page_address(page.path.removeprefix(docs)) for page in portal.pages}
    found |= {docs + path: _LISTS[section] for path, section in SECTION_PAGES.items()}
    for each in portal.translations:
        address = f"{each.tag.lower()}/{found[each.original]}"
        found[targets.in_language(each.tag, each.original)] = address
        if each.entry is not None:
            found[each.entry.path] = address
    files = tuple(file for document in portal.documents for file in document.files)
    drawn = {file.path: file.facts.picture_ending for file in files if file.facts and file.facts.picture_ending}
    offered = portal.attachments.offered
    beside: dict[str, list[str]] = defaultdict(list)
    for path in dict.fromkeys((*(file.path for file in files if file.path in offered), *offered)):
        beside[offered[path]].append(path)
    for owner, paths in beside.items():
        for path, name in clean_names(paths):
            found[targets.file_target(path)] = found[owner] + name
            if path in drawn:
                # Two dots: no published file has them, so a picture overwrites none.
                found[targets.picture_target(path)] = f"{found[owner]}{name}.trang-1{drawn[path]}"
    found |= {path: path.removeprefix(docs) for path in portal.attachments.published}
    found |= DATA
    return Addresses(found)


def page_address(path: str) -> str:
    """Where MkDocs puts a plain page: `gioi-thieu.md` at `gioi-thieu/`."""
    stem = posixpath.splitext(path)[0]
    folder, name = posixpath.split(stem)
    if name in {"index", "README"}:
        return f"{folder}/" if folder else ""
    return f"{stem}/"


def document_address(year: int, name: str) -> str:
    """The folder of a document's page."""
    return f"{_LISTS['library']}{year}/{name}/"


def clean_names(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each file with its published name: plain letters, one ending, no two alike in one folder.

    A file whose name is clean already keeps it, whichever files join it. Where several others would get one name, the
    first gets it and the rest are numbered.
    """
    taken = set(_RESERVED)
    cleaned = [(path, *clean_name(posixpath.basename(path))) for path in paths]
    for path, base, ending in sorted(cleaned, key=lambda each: posixpath.basename(each[0]) != each[1] + each[2]):
        name, count = base + ending, 2
        while name in taken:
            name, count = f"{base}-{count}{ending}", count + 1
        taken.add(name)
        yield path, name


def clean_name(name: str) -> tuple[str, str]:
    """The published name of a file, in plain letters, and its ending: `Kế hoạch.PDF` is `ke-hoach` and `.pdf`."""
    stem, ending = posixpath.splitext(name)
    return slug(stem) or "tep", ending.lower()


def destination(address: str) -> str:
    """The file that a server sends for an address: `van-ban/index.html` for `van-ban/`."""
    return f"{address}index.html" if address == "" or address.endswith("/") else address


def parents(address: str) -> Iterator[str]:
    """The folders that a file lies in, the innermost first."""
    while parent := address.rpartition("/")[0]:
        yield parent
        address = parent


def folders_of(addresses: Iterable[str]) -> set[str]:
    """All folders that these files lie in."""
    found: set[str] = set()
    for address in addresses:
        for parent in parents(address):
            if parent in found:
                break
            found.add(parent)
    return found
