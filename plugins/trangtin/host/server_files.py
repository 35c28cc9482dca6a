"""Files for web servers and crawlers: `robots.txt`, `security.txt`, and maps of old addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlsplit

from trangtin.content.settings import SecurityContact, Settings
from trangtin.host.redirects import OldAddress
from trangtin.portal.checks.programs import SERVER_RULES

SECURITY = ".well-known/security.txt"


def server_files(
    settings: Settings, site_url: str, old: Iterable[OldAddress], site_maps: Iterable[str] = ("sitemap.xml",)
) -> Iterator[tuple[str, str]]:
    """Each file as (address, text); `site_maps` are the addresses of those that crawlers are to read."""
    base = f"{site_url.rstrip('/')}/"
    yield "robots.txt", _robots(settings, base, site_maps)
    if settings.security is not None:
        yield SECURITY, _security(settings.security, base)
    root = urlsplit(base).path
    pairs = [(root + place, root + each.to) for each in old for place in _places(each)]
    yield "_redirects", "".join(f"{quote(place)} {quote(to)} 301\n" for place, to in pairs)
    yield f"{SERVER_RULES}nginx.map", "".join(f'"{place}" "{quote(to)}";\n' for place, to in pairs if '"' not in place)
    yield (
        f"{SERVER_RULES}apache.conf",
        "".join(f'RedirectMatch 301 "^{re.escape(place)}$" "{quote(to)}"\n' for place, to in pairs if '"' not in place),
    )


def _robots(settings: Settings, base: str, site_maps: Iterable[str]) -> str:
    """A rehearsal asks crawlers to stay away; others are shown the way."""
    if settings.noindex:
        return "User-agent: *\nDisallow: /\n"
    way = "".join(f"Sitemap: {base}{name}\n" for name in site_maps) if base != "/" else ""
    return f"User-agent: *\nDisallow:\n{way}"


def _security(security: SecurityContact, base: str) -> str:
    """After RFC 9116."""
    lines = [f"Contact: mailto:{security.contact}"]
    lines.append(f"Expires: {security.expires.isoformat()}T00:00:00+07:00")
    lines.append("Preferred-Languages: vi, en")
    if security.policy:
        lines.append(f"Policy: {security.policy}")
    if base != "/":
        lines.append(f"Canonical: {base}{SECURITY}")
    return "\n".join(lines) + "\n"


def _places(old: OldAddress) -> Iterator[str]:
    """The addresses under which the page at an old address is asked for: with and without its last `/`."""
    if old.destination.endswith("/index.html"):
        folder = old.destination.removesuffix("/index.html")
        yield from (f"{folder}/", folder)
    else:
        yield old.destination
