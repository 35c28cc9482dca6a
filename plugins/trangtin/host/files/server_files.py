"""Files for web servers and crawlers: `robots.txt`, `security.txt`, and maps of old addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from urllib.parse import quote, urlsplit

from trangtin.content.options.settings import SecurityContact, Settings
from trangtin.host.files.redirects import OldAddress
from trangtin.portal.checks.programs import SERVER_RULES

SECURITY = ".well-known/security.txt"
_ROBOTS = "robots.txt"
_REDIRECTS = "_redirects"
_NGINX, _APACHE = f"{SERVER_RULES}nginx.map", f"{SERVER_RULES}apache.conf"
NAMES = (_ROBOTS, SECURITY, _REDIRECTS, _NGINX, _APACHE)
"""The addresses of these files."""
_UNFIT_FOR_APACHE = frozenset('"$\\%?#')
"""Signs that mean something else in the target of a rule; other signs Apache encodes itself."""


def server_files(
    settings: Settings, site_url: str, old: Iterable[OldAddress], standing: Set[str], site_maps: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """Each file as (address, text).

    `old` are the addresses that have a page which sends readers on, `standing` all other files of the site;
    `site_maps` are the addresses of those that crawlers are to read.
    """
    base = f"{site_url.rstrip('/')}/"
    yield _ROBOTS, _robots(settings, base, site_maps)
    if settings.security is not None:
        yield SECURITY, _security(settings.security, base)
    root = urlsplit(base).path
    pairs = [(root + place, root + each.to) for each in old for place in _places(each.destination)]
    yield _REDIRECTS, "".join(f"{quote(place)} {quote(to)} 301\n" for place, to in pairs)
    live = ((root + place).casefold() for file in standing for place in _places(file))
    yield _NGINX, "".join(f'"{place}" "{quote(to)}";\n' for place, to in _whatever_the_case(pairs, live))
    yield (
        _APACHE,
        "".join(
            f'RedirectMatch 301 "^{re.escape(place)}$" "{to}"\n'
            for place, to in pairs
            if '"' not in place and not _UNFIT_FOR_APACHE & set(to)
        ),
    )


def _whatever_the_case(pairs: Iterable[tuple[str, str]], live: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Rules for a server that ignores case (`/Moi/` is `/moi/`): one for each place, none for a `live` one.

    Where a rule is left out, the page at the old address sends the reader on.
    """
    met = set(live)
    for place, to in pairs:
        if '"' not in place and place.casefold() not in met:
            met.add(place.casefold())
            yield place, to


def _robots(settings: Settings, base: str, site_maps: Iterable[str]) -> str:
    """`robots.txt`: crawlers are asked to stay away from a site with `noindex`, else shown the site maps."""
    if settings.noindex:
        return "User-agent: *\nDisallow: /\n"
    way = "".join(f"Sitemap: {base}{name}\n" for name in site_maps) if base != "/" else ""
    return f"User-agent: *\nDisallow:\n{way}"


def _security(security: SecurityContact, base: str) -> str:
    """`security.txt` after RFC 9116."""
    lines = [f"Contact: mailto:{security.contact}"]
    lines.append(f"Expires: {security.expires.isoformat()}T23:59:59+07:00")  # that day is its last
    lines.append("Preferred-Languages: vi, en")
    if security.policy:
        lines.append(f"Policy: {security.policy}")
    if base != "/":
        lines.append(f"Canonical: {base}{SECURITY}")
    return "\n".join(lines) + "\n"


def _places(file: str) -> Iterator[str]:
    """The addresses under which a file of the site is asked for: a page with and without its last `/`."""
    folder, slash, name = file.rpartition("/")
    if name == "index.html":
        yield from (folder + slash, folder)
    else:
        yield file
