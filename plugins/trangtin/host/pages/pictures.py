"""Pictures on pages: in the size that a screen needs and the format a browser takes, with room kept while they load."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from markupsafe import Markup

from trangtin.drawing.resized_store import KeptFile, KeptSizes, sizes_of_files
from trangtin.host.addresses import Addresses
from trangtin.repository import Repository
from trangtin.signing.hashed_name import hashed_name

_ENDINGS = {"avif": ".avif", "webp": ".webp", "jpeg": ".jpg", "png": ".png"}


SIZES = "sizes"
"""Folder of the cache in which editors' pictures are kept in smaller sizes."""


class Fit(Enum):
    """How much room a page has for a picture: its width there (for `sizes`), and the widest file needed, in pixels."""

    COLUMN = "(min-width:46rem) 44rem,92vw", 1200
    """As wide as text."""
    BANNER = "100vw", 1200
    GRID = "(min-width:46rem) 14rem,45vw", 720
    """Some beside each other, in an album."""
    THUMB = "9rem", 360
    """In a list. One file serves all screens."""

    @property
    def sizes(self) -> str:
        """Value of the attribute `sizes`."""
        return self.value[0]

    @property
    def most(self) -> int:
        """Width in pixels of the widest file."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that a browser may choose."""

    address: str
    width: int
    """Pixels."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture with all files it may be shown from."""

    width: int
    """Pixels of the original; 0 where nobody can tell."""
    height: int
    sources: tuple[tuple[str, tuple[Candidate, ...]], ...]
    """Candidates by media type, the narrowest first."""
    fallback: str
    """The address for a browser that takes no other format."""


class Pictures:
    """The pictures of a site, by the address of the original."""

    def __init__(self, sizes: Mapping[str, KeptSizes], addresses: Addresses) -> None:
        """`sizes` are given by repository path."""
        found = {addresses.of_path(path): kept for path, kept in sizes.items()}
        self._kept = {address: kept for address, kept in found.items() if address is not None}
        self._shown = {address: _shown(address, kept) for address, kept in self._kept.items()}

    def files(self) -> Iterator[tuple[str, Path | bytes, str]]:
        """What was made of them, as (address, source, SHA-256)."""
        for address, kept in self._kept.items():
            for file in (*kept.files, *([kept.fallback] if kept.fallback else [])):
                yield _address(address, file), file.source, file.sha256

    def has(self, address: str) -> bool:
        """Whether this is a picture whose sizes are known."""
        return address in self._shown

    def height_at(self, address: str, width: int) -> int:
        """Height in pixels of the picture where it is `width` pixels wide; 0 where it is not known."""
        shown = self._shown[address]
        return round(shown.height * width / shown.width) if shown.width else 0

    def told(self, address: str) -> str:
        """All that decides how the picture at an address is shown, as text: a page is drawn again where it changes."""
        return repr(self._shown.get(address))

    def markup(self, address: str, relative: Callable[[str], str], attributes: str, fit: Fit) -> Markup:
        """The element that shows the picture; `attributes` are those of `<img>`, escaped, without its address."""
        shown = self._shown.get(address)
        if shown is None:
            return Markup(f'<img src="{relative(address)}"{attributes}>')
        size = f' width="{shown.width}" height="{shown.height}"' if shown.width and " width=" not in attributes else ""
        image = f'<img src="{relative(shown.fallback)}"{attributes}{size}>'
        sources = "".join(_source(kind, _fitting(files, fit.most), relative, fit) for kind, files in shown.sources)
        return Markup(f"<picture>{sources}{image}</picture>" if sources else image)


def kept_sizes(repository: Repository, paths: Iterable[str]) -> Mapping[str, KeptSizes]:
    """The sizes of pictures, by repository path; none of a picture that must not go out."""
    safe = repository.safe_pictures(paths)
    sizes = sizes_of_files(dict(safe.values()), repository.cache / SIZES)
    return {path: sizes[file] for path, (file, _) in safe.items()}


def _source(kind: str, files: tuple[Candidate, ...], relative: Callable[[str], str], fit: Fit) -> str:
    if len(files) == 1:
        return f'<source type="{kind}" srcset="{relative(files[0].address)}">'
    srcset = ",".join(f"{relative(each.address)} {each.width}w" for each in files)
    return f'<source type="{kind}" srcset="{srcset}" sizes="{fit.sizes}">'


def _fitting(files: tuple[Candidate, ...], most: int) -> tuple[Candidate, ...]:
    return tuple(each for each in files if each.width <= most) or files[:1]


def _shown(address: str, kept: KeptSizes) -> Shown:
    by_format: dict[str, list[Candidate]] = {}
    for file in kept.files:
        by_format.setdefault(file.format, []).append(Candidate(_address(address, file), file.width))
    own = "webp" if address.lower().endswith(".webp") else "avif" if address.lower().endswith(".avif") else ""
    for name, files in by_format.items():
        # In its own format the original is the largest: encoding it once more would only take from it.
        if name == own and files[-1].width < kept.width and kept.fallback is None:
            files.append(Candidate(address, kept.width))
    sources = tuple((f"image/{name}", tuple(files)) for name, files in by_format.items())
    return Shown(kept.width, kept.height, sources, _address(address, kept.fallback) if kept.fallback else address)


def _address(original: str, file: KeptFile) -> str:
    return hashed_name(original, file.sha256, size=str(file.width), ending=_ENDINGS[file.format])
