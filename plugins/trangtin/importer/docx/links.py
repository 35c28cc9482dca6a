"""Where words of a .docx lead: links of the file's list of relations, and fields."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import quote

from lxml import etree

from trangtin.importer.docx.wordml import W

_WEB = re.compile(r"https?://[^/\s]+\S*", re.IGNORECASE)
_LONGEST = 2_000
_PLAIN = ":/?#@!$&'+,;=%~-._"
"""Signs of an address that mean nothing to Markdown."""
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_ID = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_FIELD = re.compile(r'\s*HYPERLINK\s+"([^"]+)"', re.IGNORECASE)
_SCHEME = re.compile(r"^(?:https?://|mailto:)(?:www\.)?", re.IGNORECASE)


class Links:
    """The link that words being read stand in."""

    def __init__(self, target: Callable[[str], str], told: Counter[str]) -> None:
        """`target` gives what an id leads to outside the file, empty for none; what is found is counted in `told`."""
        self._target = target
        self._told = told
        self._here = ""
        self._said = ""
        self._seen: set[str] = set()

    def forget(self) -> None:
        """Forget all ids: in other parts of a file the same ids lead elsewhere."""
        self._target = lambda _: ""

    @contextmanager
    def inside(self, node: etree._Element) -> Iterator[None]:
        """While the words of a link are read."""
        outer = self._here, self._said
        self._here = self._target(str(node.get(_ID) or node.get(_STRICT_ID) or ""))
        self._said = _bare("".join(part.text or "" for part in node.iter(f"{W}t")))
        yield
        self._here, self._said = outer

    def of(self, text: str, instructions: Iterable[str]) -> str:
        """The address on the web of words by their link or field; empty where there is none, or they say it."""
        field = next((found[1] for each in instructions if (found := _FIELD.match(each[:_LONGEST]))), "")
        target = self._here or field
        if not target:
            return ""
        said, bare = self._said if self._here else _bare(text), _bare(target[:_LONGEST])
        # The runs of a field are met one by one: each may say a piece of the address.
        if said == bare or (not self._here and re.search(r"[./:@]", said) and said in bare):
            return ""
        address = web_address(target)
        if target not in self._seen:
            self._seen.add(target)
            self._told["links" if address else "lost links"] += 1
        return address


def web_address(target: str) -> str:
    """An address as Markdown can hold it; empty for what is none on the web."""
    found = _WEB.fullmatch(target.strip()) if len(target) < _LONGEST else None
    return quote(found.group(), safe=_PLAIN) if found else ""


def _bare(address: str) -> str:
    return _SCHEME.sub("", address.strip()).rstrip("/").casefold()
