"""One HTML file as a tester sees it: what is in it, in order, and what is wrong with it whatever the browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

LINKING = {"a": "href", "area": "href", "link": "href", "img": "src", "script": "src", "source": "src", "iframe": "src"}
_HASH = re.compile(r"\.[0-9a-f]{8}(?=\.\w+$)")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _plain(address: str) -> str:
    """The address of a file of the theme as it lies there, without the hash of its content."""
    return _HASH.sub("", address)


@dataclass(frozen=True)
class Element:
    tag: str
    attributes: dict[str, str]
    line: int


@dataclass
class Markup(HTMLParser):
    """The elements of a file in order, its headings and title with their text."""

    text: str
    elements: list[Element] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    title: str = ""
    main_text: str = ""
    """What is to be read inside <main>."""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._inside: list[str] = []
        self.feed(self.text)
        self.close()

    @classmethod
    def of(cls, file: Path) -> Markup:
        return cls(file.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, self.getpos()[0]))
        # <title> of an inline SVG is not the page's.
        if tag in HEADINGS or (tag == "title" and "svg" not in self._inside):
            self._inside.append(tag)
            if tag != "title":
                self.headings.append((int(tag[1]), ""))
        elif tag in ("svg", "main", "script", "style"):
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        innermost = self._inside[-1] if self._inside else ""
        if "main" in self._inside and innermost not in ("script", "style"):
            self.main_text += data
        if innermost == "title":
            self.title += data
        elif innermost in HEADINGS:
            level, text = self.headings[-1]
            self.headings[-1] = (level, text + data)

    def all(self, tag: str) -> Iterator[Element]:
        return (element for element in self.elements if element.tag == tag)

    def meta(self, name: str) -> str:
        return next((e.attributes.get("content", "") for e in self.all("meta") if e.attributes.get("name") == name), "")

    def rel(self, name: str) -> list[str]:
        """Addresses of <link>s that have the relation `name`."""
        return [e.attributes.get("href", "") for e in self.all("link") if name in e.attributes.get("rel", "").split()]

    @property
    def is_redirect(self) -> bool:
        """A stub at an old address: no page to read."""
        return any(e.attributes.get("http-equiv", "").lower() == "refresh" for e in self.all("meta"))

    @property
    def ids(self) -> set[str]:
        return {e.attributes[key] for e in self.elements for key in ("id", "name") if e.attributes.get(key)}

    @property
    def addresses(self) -> list[str]:
        """Everything the file links to or loads, except addresses for machines elsewhere (canonical, preconnect …)."""
        return [e.attributes[LINKING[e.tag]] for e in self.elements if e.attributes.get(LINKING.get(e.tag, ""))]

    def heading_faults(self) -> list[str]:
        faults = []
        count = sum(level == 1 for level, _ in self.headings)
        if count != 1:
            faults.append(f"{count} h1 elements instead of one")
        before = 0
        for level, text in self.headings:
            if level > before + 1:
                faults.append(f"h{level} «{text.strip()}» after {f'h{before}' if before else 'no heading'}")
            if not text.strip():
                faults.append(f"empty h{level}")
            before = level
        return faults

    def head_faults(self) -> list[str]:
        faults = []
        if not self.title.strip():
            faults.append("no <title>")
        if not self.meta("description").strip():
            faults.append("no meta description")
        if next((e.attributes.get("lang", "") for e in self.all("html")), "") == "":
            faults.append("<html> without lang")
        if not self.rel("icon"):
            faults.append("no favicon: a browser then asks for /favicon.ico on every page")
        return faults

    def inline_faults(self, *allowed: str) -> list[str]:
        """What the strict content policy would block, and every script of the theme but those called as told."""
        faults = []
        for element in self.elements:
            where = f"line {element.line}: <{element.tag}>"
            if element.tag == "style":
                faults.append(f"{where} inline")
            if element.tag == "script" and element.attributes.get("type") != "application/ld+json":
                if not element.attributes.get("src"):
                    faults.append(f"{where} inline")
                elif not _plain(element.attributes["src"]).endswith(tuple(f"assets/{name}" for name in allowed)):
                    faults.append(f"{where} {element.attributes['src']}")
            faults += [f"{where} {name}=" for name in element.attributes if name == "style" or name.startswith("on")]
        return faults
