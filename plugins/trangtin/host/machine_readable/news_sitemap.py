"""Writes the site map of news, for crawlers of news (sitemaps.org 0.9 with the news extension 0.9)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from trangtin.host.machine_readable.xml_text import escaped
from trangtin.views.machine_readable.news_map import MappedNews

NAME = "sitemap-tin-tuc.xml"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n'
)


def news_sitemap(items: Iterable[MappedNews], publication: str, address: Callable[[str], str]) -> str:
    """The map as a file; `address` gives full addresses, `publication` is the name of the portal."""
    return "".join((_HEAD, *(_url(item, publication, address) for item in items), "</urlset>\n"))


def _url(item: MappedNews, publication: str, address: Callable[[str], str]) -> str:
    parts = (f"<loc>{escaped(address(item.target))}</loc>", f"<lastmod>{item.changed.isoformat()}</lastmod>")
    news = "".join(_news(item, publication)) if item.is_new else ""
    return f"<url>{''.join(parts)}{news}</url>\n"


def _news(item: MappedNews, publication: str) -> Iterator[str]:
    name = f"<news:name>{escaped(publication)}</news:name><news:language>{escaped(item.lang[:2])}</news:language>"
    yield f"<news:news><news:publication>{name}</news:publication>"
    yield f"<news:publication_date>{item.published.isoformat()}</news:publication_date>"
    yield f"<news:title>{escaped(item.title)}</news:title></news:news>"
