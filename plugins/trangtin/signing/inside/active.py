"""Content of a PDF that acts instead of being read: scripts, programs, forms that send, files inside."""

from __future__ import annotations

from collections.abc import Iterator, Set
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
_MOST_ACTIONS = 50
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
            keys = part.keys()  # at once: each further look into a dictionary goes through qpdf
            kinds.update(_active(part, keys))
            has_signature |= "/ByteRange" in keys
            has_form |= "/FT" in keys
            # /OpenAction alone is in every LibreOffice file: only what an action does counts.
            is_link = keys >= {"/S", "/URI"} and part.get("/S") == "/URI" and isinstance(part["/URI"], pikepdf.String)
            if is_link and len(links) < _MOST_LINKS:
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


def _active(part: pikepdf.Object, keys: Set[str]) -> Iterator[ActiveContent]:
    # Programs do what /S says, whatever /Type does; but a heading may be called anything.
    if "/S" in keys and (kind := _ACTIONS.get(str(part.get("/S")))) and part.get("/Type") != "/StructElem":
        yield kind
    if "/JS" in keys or "/JavaScript" in keys:
        yield ActiveContent.JAVASCRIPT
    subtype = str(part.get("/Subtype")) if "/Subtype" in keys else ""
    if (kind := _ANNOTATIONS.get(subtype)) and ("/Rect" in keys or subtype == "/FileAttachment"):
        yield kind
    if "/EF" in keys or "/EmbeddedFiles" in keys or ("/Type" in keys and part.get("/Type") == "/EmbeddedFile"):
        yield ActiveContent.EMBEDDED_FILE
    if "/XFA" in keys and "/Fields" in keys:
        yield ActiveContent.XFA
    events = part.get("/AA") if "/AA" in keys else None
    actions = [action for _, action in events.items()] if isinstance(events, pikepdf.Dictionary) else []
    if any(_acts(action) for action in actions) or ("/OpenAction" in keys and _leads_out(part.get("/OpenAction"))):
        yield ActiveContent.ADDITIONAL_ACTION


def _acts(action: pikepdf.Object) -> bool:
    return isinstance(action, pikepdf.Dictionary) and (str(action.get("/S")) in _ACTIONS or _leads_out(action))


def _leads_out(action: object) -> bool:
    """Whether an action, or one that follows it, opens another file or address: harmless only where somebody clicks."""
    waiting = [action]
    for _ in range(_MOST_ACTIONS):
        each = waiting.pop() if waiting else None
        if not isinstance(each, pikepdf.Dictionary):
            continue
        if str(each.get("/S")) in {"/URI", "/GoToR"}:
            return True
        following = each.get("/Next")
        waiting += list(following)[:_MOST_ACTIONS] if isinstance(following, pikepdf.Array) else [following]
    return False
