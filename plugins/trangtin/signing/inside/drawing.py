"""SVG drawings: whether one only draws. It is a page of its own when opened, and a page can run scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from trangtin.signing.kinds import ActiveContent

_SVG = "http://www.w3.org/2000/svg"
_PAGE = "http://www.w3.org/1999/xhtml"
_MOST_ELEMENTS = 200_000
_OF_SVG = frozenset(
    "svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title desc metadata "
    "linearGradient radialGradient stop pattern clipPath mask marker image style switch view a animate animateMotion "
    "animateTransform set mpath filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix "
    "feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR "
    "feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight "
    "feTile feTurbulence".split()
)
_INSIDE = re.compile(r"(?i)\s*(?:#|data:image/(?:png|jpeg|gif|webp);|$)")
_LINK = re.compile(r"(?i)\s*(?:#|https?://|mailto:|$)")
_FETCHES = re.compile(r"(?i)@import|url\(\s*[\"']?\s*(?!#|data:image/(?:png|jpeg|gif|webp);)|expression\(|\\")


@dataclass(frozen=True, slots=True)
class DrawingFacts:
    """What an SVG file does besides drawing."""

    active: tuple[ActiveContent, ...] = ()
    is_damaged: bool = False
    """True for what is no plain XML, or asks for entities."""


def read_drawing(data: bytes) -> DrawingFacts:
    """Look at every element and attribute. Never raises for what the file holds, never asks a network."""
    if b"<!ENTITY" in data:
        return DrawingFacts(is_damaged=True)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return DrawingFacts(is_damaged=True)
    docinfo = root.getroottree().docinfo
    has_own_types = docinfo.internalDTD is not None and next(docinfo.internalDTD.iterentities(), None) is not None
    if has_own_types or root.tag not in {f"{{{_SVG}}}svg", "svg"}:
        return DrawingFacts(is_damaged=True)
    found: set[ActiveContent] = set()
    beside = root.getroottree().xpath("/processing-instruction()")
    if any(each.target == "xml-stylesheet" for each in beside):
        found.add(ActiveContent.EXTERNAL)
    for count, element in enumerate(root.iter()):
        if count > _MOST_ELEMENTS:
            return DrawingFacts(is_damaged=True)
        if isinstance(element.tag, str):
            found.update(_of(element))
    return DrawingFacts(tuple(kind for kind in ActiveContent if kind in found))


def _of(element: etree._Element) -> Iterator[ActiveContent]:
    name = etree.QName(element)
    if name.namespace == _PAGE or (name.namespace in {_SVG, None} and name.localname not in _OF_SVG):
        yield ActiveContent.JAVASCRIPT  # script, foreignObject, handler, and what a later standard may add
    if name.localname == "style" and _FETCHES.search("".join(element.itertext())):
        yield ActiveContent.EXTERNAL
    for key, value in element.attrib.items():
        attribute = etree.QName(key).localname.lower()
        if attribute.startswith("on"):
            yield ActiveContent.JAVASCRIPT
        elif attribute in {"href", "src"} and not (_LINK if name.localname == "a" else _INSIDE).match(value):
            yield ActiveContent.JAVASCRIPT if "script" in value.lower() else ActiveContent.EXTERNAL
        elif attribute == "attributename" and value.lower().rpartition(":")[2] in {"href", "style"}:
            yield ActiveContent.JAVASCRIPT  # an animation that turns a link into a script
        elif attribute == "attributename" and value.lower().startswith("on"):
            yield ActiveContent.JAVASCRIPT
        elif (attribute == "style" or "url(" in value.lower()) and _FETCHES.search(value):
            yield ActiveContent.EXTERNAL
