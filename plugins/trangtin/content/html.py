"""The HTML that pages and news may hold: what Markdown makes of its signs, and what may be typed where it has none.

For links and pictures (`a`, `img`) it has signs: typed as HTML they are refused (TT319, `portal/checks/markup.py`).
"""

from __future__ import annotations

import re

TAGS = frozenset(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
    "h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup "
    "table tbody td tfoot th thead time tr u ul var wbr".split()
)
"""Elements that show text and do nothing. Whatever else is typed is left out of the page."""

ATTRIBUTES = frozenset(
    "abbr alt aria-describedby aria-hidden aria-label aria-labelledby cite class colspan datetime dir headers height "
    "href id lang loading open rel reversed role rowspan scope span src start tabindex title type value width".split()
)
"""Attributes that an element may have, those that Markdown makes of typed signs counted."""

TYPED = re.compile(r"(?<!\\)<\s?/?(?P<name>[A-Za-zÀ-ỹ][^\s<>/@:]*)(?:\s[^<>]*)?/?>")
"""Something that looks like an element; not `<vanthu@truong.example>`, `<https://…>`, `\\<a>`."""
