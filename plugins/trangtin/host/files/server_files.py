"""Files for web servers and crawlers: `robots.txt`, `security.txt`, and maps of old addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from urllib.parse import quote, urlsplit

from trangtin.content.options.settings import SecurityContact, Settings
from trangtin.host.files.redirects import OldAddress
from trangtin.portal.checks.programs import SERVER_RULES

SECURITY = ".well-known/security.txt"
_ROBOTS = "robots.txt"
_REDIRECTS = "_redirects"
_NGINX, _APACHE = f"{SERVER_RULES}nginx.map", f"{SERVER_RULES}apache.conf"
_NGINX_ASKED = f"{SERVER_RULES}nginx-hoi.map"
_IN_QUERY = "!&()*+,./:;=?@~%[]-_"
"""Signs of a query that browsers send as they are."""
NAMES = (_ROBOTS, SECURITY, _REDIRECTS, _NGINX, _NGINX_ASKED, _APACHE)
"""The addresses of these files."""
_UNFIT_FOR_APACHE = frozenset('"$\\%?#')
"""Signs that mean something else in the target of a rule; other signs Apache encodes itself."""

_UNFIT_IN_QUOTES = _UNFIT_FOR_APACHE | {"'"}


def server_files(
    settings: Settings,
    site_url: str,
    old: Iterable[OldAddress],
    asked: Iterable[tuple[str, str, str]],
    standing: Set[str],
    site_maps: Iterable[str],
) -> Iterator[tuple[str, str]]:
    """Each file as (address, text).

    `old` are the addresses that have a page which sends readers on, `asked` those with a query, which have none;
    `standing` are all other files of the site, `site_maps` the addresses of those that crawlers are to read.
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
    queries = {(root + place, query): root + to for place, query, to in reversed(tuple(asked))}
    to_each = {f"{quote(place)}?{quote(query, _IN_QUERY)}": quote(to) for (place, query), to in queries.items()}
    yield _NGINX_ASKED, "".join(f'"{place}" "{to}";\n' for place, to in _whatever_the_case(to_each.items(), ()))
    yield _APACHE, "".join((*_apache(pairs), *_apache_asked(queries)))


def _apache(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    for place, to in pairs:
        if '"' not in place and not _UNFIT_FOR_APACHE & set(to):
            yield f'RedirectMatch 301 "^{re.escape(place)}$" "{to}"\n'


def _apache_asked(queries: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """Rules that hold in every virtual host, as those of mod_rewrite would not; `?` at the end drops the old query."""
    for (place, query), to in queries.items():
        if not _UNFIT_IN_QUOTES & set(place) and not _UNFIT_FOR_APACHE & set(to):
            same = f"%{{REQUEST_URI}} == '{place}' && %{{QUERY_STRING}} == '{quote(query, _IN_QUERY)}'"
            yield f'<If "{same}">\nRedirect 301 "{to}?"\n</If>\n'


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
