"""Pictures in rendered texts: shown as everywhere, with their caption where they stand alone.

Done to the HTML, after a text was rendered and made harmless: a rendering is kept for longer than the sizes of the
pictures in it, and does not depend on them.
"""

from __future__ import annotations

import html
import posixpath
import re
from urllib.parse import quote, unquote

from markupsafe import Markup
from mkdocs.utils import get_relative_url

from trangtin.host.pages.pictures import Fit, Pictures
from trangtin.host.texts.typography import kept_together
from trangtin.views.parts.caption import caption_of, split_caption

_IMAGE = re.compile(r'(?P<alone><p>)?<img(?P<attributes>(?:\s+[\w-]+="[^"]*")*)\s*/?>(?(alone)</p>|)')
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_OURS = frozenset({"src", "loading", "decoding", "fetchpriority"})
_ABOVE = 1500
"""Characters of HTML that may stand before a picture which a reader sees at once."""
WAITS = ' loading="lazy" decoding="async"'
FIRST = ' fetchpriority="high"'


def with_pictures(text: str, page: str, pictures: Pictures, *, is_first_free: bool) -> str:
    """The text of the page at an address, its pictures in sizes.

    `is_first_free`: no picture stands above the text, so that its first one is not to wait if it stands at the top.
    """
    count = 0

    def shown(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        is_first = count == 1 and is_first_free and match.start() < _ABOVE
        return _shown(match, page, pictures, FIRST if is_first else WAITS)

    return _IMAGE.sub(shown, text) if "<img" in text else text


def _shown(match: re.Match[str], page: str, pictures: Pictures, manner: str) -> str:
    given = dict(_ATTRIBUTE.findall(match["attributes"]))
    source = given.get("src", "")
    address = posixpath.normpath(posixpath.join(unquote(page), unquote(html.unescape(source))))
    title = html.unescape(given.get("title", ""))
    is_figure = match["alone"] and title
    own = {name: value for name, value in given.items() if name not in _OURS and not (is_figure and name == "title")}
    if pictures.has(address) and own.get("width", "").isdecimal() and "height" not in own:
        own["height"] = str(pictures.height_at(address, int(own["width"])))
    attributes = "".join(f' {name}="{value}"' for name, value in own.items()) + manner
    if pictures.has(address):
        image = pictures.markup(address, lambda to: get_relative_url(quote(to), page), attributes, Fit.COLUMN)
    else:
        image = Markup(f'<img src="{source}"{attributes}>')
    if is_figure:
        return Markup("<figure>{}<figcaption>{}</figcaption></figure>").format(
            image, kept_together(caption_of(*split_caption(title)))
        )
    return f"<p>{image}</p>" if match["alone"] else image
