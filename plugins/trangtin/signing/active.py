"""Content of a PDF that acts instead of being read: scripts, programs, forms that send, files inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from trangtin.signing.kinds import ActiveContent

_ACTIONS = {
    "/JavaScript": ActiveContent.JAVASCRIPT,
    "/Launch": ActiveContent.LAUNCH,
    "/SubmitForm": ActiveContent.SUBMIT_FORM,
    "/ImportData": ActiveContent.IMPORT_DATA,
    "/Rendition": ActiveContent.RICH_MEDIA,
    "/Movie": ActiveContent.RICH_MEDIA,
    "/Sound": ActiveContent.RICH_MEDIA,
    "/RichMediaExecute": ActiveContent.RICH_MEDIA,
    "/GoToE": ActiveContent.EMBEDDED_FILE,
}
_ANNOTATIONS = {
    "/RichMedia": ActiveContent.RICH_MEDIA,
    "/Movie": ActiveContent.RICH_MEDIA,
    "/Sound": ActiveContent.RICH_MEDIA,
    "/Screen": ActiveContent.RICH_MEDIA,
    "/3D": ActiveContent.RICH_MEDIA,
    "/FileAttachment": ActiveContent.EMBEDDED_FILE,
}
_MOST_LINKS = 200
_DEEPEST = 30


@dataclass(frozen=True, slots=True)
class Found:
    """What a walk over all objects met."""

    active: tuple[ActiveContent, ...]
    links: tuple[str, ...]
    has_signature: bool
    has_form: bool
    """True if there is a form, where signatures have their fields."""


def find_active_content(pdf: pikepdf.Pdf) -> Found:
    """Look at every object of the newest revision, reachable or not."""
    kinds: set[ActiveContent] = set()
    links: dict[str, None] = {}
    has_signature = False
    has_form = "/AcroForm" in pdf.Root
    for whole in pdf.objects:
        for part in _dictionaries(whole, 0):
            kinds.update(_active(part))
            has_signature |= "/ByteRange" in part
            has_form |= "/FT" in part
            # /OpenAction alone is in every LibreOffice file: only what an action does counts.
            if part.get("/S") == "/URI" and len(links) < _MOST_LINKS and isinstance(part.get("/URI"), pikepdf.String):
                links[str(part["/URI"])[:500]] = None
    return Found(tuple(kind for kind in ActiveContent if kind in kinds), tuple(links), has_signature, has_form)


def _dictionaries(value: pikepdf.Object, depth: int) -> Iterator[pikepdf.Object]:
    """The dictionaries in one object; what it points at has its own turn."""
    if isinstance(value, pikepdf.Stream):
        value = value.stream_dict
    if isinstance(value, pikepdf.Dictionary):
        yield value
        children = [child for _, child in value.items()]
    elif isinstance(value, pikepdf.Array):
        children = list(value)
    else:
        return
    for child in children if depth < _DEEPEST else ():
        if isinstance(child, (pikepdf.Dictionary, pikepdf.Array)) and not child.is_indirect:
            yield from _dictionaries(child, depth + 1)


def _active(part: pikepdf.Object) -> Iterator[ActiveContent]:
    if (kind := _ACTIONS.get(str(part.get("/S")))) and part.get("/Type") in (None, "/Action"):
        yield kind
    if "/JS" in part or "/JavaScript" in part:
        yield ActiveContent.JAVASCRIPT
    if (kind := _ANNOTATIONS.get(str(part.get("/Subtype")))) and "/Rect" in part:
        yield kind
    if "/EF" in part or "/EmbeddedFiles" in part or part.get("/Type") == "/EmbeddedFile":
        yield ActiveContent.EMBEDDED_FILE
    if "/XFA" in part and "/Fields" in part:
        yield ActiveContent.XFA
    events = part.get("/AA")
    if isinstance(events, pikepdf.Dictionary) and any(_acts(action) for _, action in events.items()):
        yield ActiveContent.ADDITIONAL_ACTION


def _acts(action: pikepdf.Object) -> bool:
    return isinstance(action, pikepdf.Dictionary) and str(action.get("/S")) in _ACTIONS
