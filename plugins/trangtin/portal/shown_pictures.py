"""The pictures that pages show, each with the place that asks for it first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trangtin.content.news import News
from trangtin.content.options.configuration import CONFIG
from trangtin.portal.model import Portal
from trangtin.portal.named_files import NamedFiles, Place
from trangtin.signing.kinds import is_picture


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A published picture on a page."""

    path: str
    """Of its file in the repository."""
    shown_by: str
    """Repository path of the file that names it."""
    line: int
    name: str
    """As typed there."""


def shown_pictures(portal: Portal, named: NamedFiles) -> Iterator[ShownPicture]:
    """Every picture that a public page shows, once: those of news, of texts, and the banner."""
    seen: set[str] = set()
    for picture in (*_named(portal, named), *_banner(portal)):
        if picture.path not in seen and portal.attachments.target(picture.path) is not None:
            seen.add(picture.path)
            yield picture


def _named(portal: Portal, named: NamedFiles) -> Iterator[ShownPicture]:
    for entry in portal.written:
        pictures = [
            ShownPicture(each.path, entry.path, each.line, each.name)
            for each in named.of(entry, portal.layout)
            if each.place is not Place.DECLARED and each.path is not None and is_picture(each.path)
        ]
        # A text without a picture may still link to some, as files to take along.
        if pictures and not entry.head.is_withdrawn and (isinstance(entry.head, News) or entry.says("![")):
            yield from pictures


def _banner(portal: Portal) -> Iterator[ShownPicture]:
    banner = portal.settings.look.banner
    path = portal.layout.in_docs(banner.src) if banner else None
    if banner is not None and path is not None:
        yield ShownPicture(path, CONFIG, 1, banner.src)
