"""Pages in other languages: those that somebody translated, and those the portal can make in English by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from trangtin.content.entry import Entry
from trangtin.content.options.settings import Settings
from trangtin.content.page import PageHead
from trangtin.content.translation import Translation, section_of, translated_file
from trangtin.portal.catalogue import Catalogue

ENGLISH = "en"
_MADE_IN_ENGLISH = ("index.md", "don-vi/index.md", "lien-he.md")
"""The start page, structure and contacts: what a portal has to tell readers from abroad, out of facts it knows."""


@dataclass(frozen=True)
class LinkedTranslation:
    """One public page in another language."""

    original: str
    """Repository path of the page it translates; a section's page need not have a file."""
    section: str | None
    """The section whose page the portal makes there; None where it is a file's own page."""
    tag: str
    entry: Entry[Translation] | None
    """None where nobody wrote a text: the page has the portal's facts alone."""
    outrun_on: date | None
    """The day of the original's last change, where that came after the translation's."""
    is_gone_alone: bool = False
    """True where it was taken back and the original was not."""


def has_english(settings: Settings, translations: Iterable[Entry[Translation]]) -> bool:
    """Whether the portal has English pages: its unit has an English name, or somebody translated something."""
    return settings.unit.name_en is not None or any(
        entry.head.lang.partition("-")[0] == ENGLISH for entry in translations
    )


def link_translations(catalogue: Catalogue) -> tuple[LinkedTranslation, ...]:
    """Every public page in another language, in the order of tags and originals."""
    written = [entry for entry in catalogue.reading.translations if catalogue.is_public(entry.path)]
    linked = filter(None, (_linked(catalogue, entry) for entry in written))
    found = {(each.tag, each.original): each for each in linked}
    if has_english(catalogue.settings, written):
        found = {(each.tag, each.original): each for each in _made(catalogue)} | found
    return tuple(found[key] for key in sorted(found))


def outrun_on(entry: Entry[Translation], original: Entry[PageHead] | None) -> date | None:
    """The day on which the original changed after its translation, as far as both say when they changed."""
    changed, translated = original.head.updated if original else None, entry.head.updated
    return changed if changed and translated and changed > translated else None


def _linked(catalogue: Catalogue, entry: Entry[Translation]) -> LinkedTranslation | None:
    file = translated_file(entry.path)
    if file is None:
        return None
    section = section_of(file.original, catalogue.reading.layout)
    original = catalogue.entries.get(file.original)
    is_gone_alone = entry.head.is_withdrawn and not (original and original.head.is_withdrawn)
    return LinkedTranslation(file.original, section, file.tag, entry, outrun_on(entry, original), is_gone_alone)


def _made(catalogue: Catalogue) -> Iterator[LinkedTranslation]:
    layout = catalogue.reading.layout
    for name in _MADE_IN_ENGLISH:
        original = f"{layout.docs}/{name}"
        if name != "don-vi/index.md" or catalogue.units:
            yield LinkedTranslation(original, section_of(original, layout), ENGLISH, None, None)
