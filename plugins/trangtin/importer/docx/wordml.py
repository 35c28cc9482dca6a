"""Names of WordprocessingML (ISO/IEC 29500-1) and how its switches are read."""

from __future__ import annotations

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The main namespace, as lxml writes it before a name."""
PASSED = frozenset("ins moveTo smartTag sdt sdtContent hyperlink customXml dir bdo".split())
"""Elements that only wrap what they hold."""
_OFF = {"0", "false", "off", "none"}


def child(node: etree._Element | None, *names: str) -> etree._Element | None:
    """The element at the end of a path of children, if it is there."""
    for name in names:
        if node is None:
            return None
        node = node.find(W + name)
    return node


def value(node: etree._Element | None, *names: str, key: str = "val") -> str | None:
    """An attribute of the element at the end of a path of children."""
    found = child(node, *names)
    if found is None:
        return None
    given = found.get(W + key)
    return None if given is None else str(given)


def number(node: etree._Element | None, *names: str) -> int | None:
    """The value as a whole number; None where it is none."""
    text = value(node, *names)
    try:
        return int(text) if text is not None and len(text) < 12 else None
    except ValueError:
        return None


def switch(node: etree._Element | None, name: str) -> bool | None:
    """A toggle: True, False, or None where nothing is said."""
    found = child(node, name)
    if found is None:
        return None
    return str(found.get(W + "val", "1")).lower() not in _OFF


def local(node: etree._Element) -> str:
    """The name without its namespace; empty for comments and processing instructions."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def is_placeholder(node: etree._Element) -> bool:
    """True for a field of a form in which nothing was typed yet: it shows what to do (`Click or tap here …`)."""
    return local(node) == "sdt" and switch(child(node, "sdtPr"), "showingPlcHdr") is True


def chosen(node: etree._Element) -> etree._Element:
    """One of the ways in which the same thing is stored twice."""
    ways = {local(each): each for each in reversed(node)}
    return ways.get("Choice", ways.get("Fallback", node))
