"""Fills the written configurations with a portal's facts."""

from __future__ import annotations

import re
from enum import StrEnum
from hashlib import sha256
from importlib.resources import files

from trangtin.content.options.editing_form import ADDRESS
from trangtin.serving import headers
from trangtin.serving.facts import ServerFacts
from trangtin.signing.hashed_name import NAMED

_PLACE = re.compile(r"@([a-z_]+)@")
_PART = re.compile(r"(?ms)^[ \t]*#\[(?P<name>[a-z-]+)\n(?P<text>.*?)^[ \t]*#\]\n")


class Server(StrEnum):
    """Programs that a configuration is written for."""

    NGINX = "nginx"
    APACHE = "apache"
    CADDY = "caddy"


_FILES = {Server.NGINX: "nginx.conf", Server.APACHE: "apache.conf", Server.CADDY: "Caddyfile"}


def configuration(server: Server, facts: ServerFacts) -> str:
    """The whole configuration of a server, as text to be saved."""
    text = files("trangtin.serving").joinpath(_FILES[server]).read_text(encoding="utf-8")
    has_own_host = facts.path == "/" or facts.certificate is not None
    parts = {
        "own-host": has_own_host,
        "own-http": has_own_host and facts.certificate is None,
        "shared-host": not has_own_host,
        "proxied": has_own_host and facts.is_proxied,
        "https": facts.certificate is not None,
        "http": facts.certificate is None,
        "hsts": facts.hsts,
        "folder": facts.path != "/",
        "whole-host": facts.path == "/",
        "form": facts.editing_form is not None,
        "no-form": facts.editing_form is None,
    }
    values = {
        # Of its own, as several portals may stand on one server; short, as nginx has no room for long ones.
        "name": f"trangtin_{sha256(f'{facts.host}{facts.path}'.encode()).hexdigest()[:6]}",
        "host": facts.host,
        "server_name": facts.server_name,
        "path": facts.path,
        "prefix": facts.path.rstrip("/"),
        "site_url": f"{facts.host}{facts.path}",  # from the parts that `ServerFacts` has checked
        "root": str(facts.root),
        "port": str(facts.port),
        "certificate": str(facts.certificate or ""),
        "key": str(facts.key or ""),
        "page_policy": headers.page_policy(facts),
        "form_policy": headers.form_policy(facts),
        "form_path": f"{facts.path}{ADDRESS}",
        "opener": headers.OPENER,
        "form_opener": headers.FORM_OPENER,
        "paper_policy": headers.PAPER_POLICY,
        "drawing_policy": headers.DRAWING_POLICY,
        "revalidated": headers.REVALIDATED,
        "settled": headers.SETTLED,
        "lasting": headers.LASTING,
        "named": NAMED,
        "named_copy": NAMED.replace("$", r"(?:\.gz|\.br)?$"),
        "hsts": headers.HSTS,
    }
    fixed = re.compile(r"(?m)^(?P<before>.*)@header@(?P<between>.*)@value@(?P<after>.*)\n")
    text = _PART.sub(lambda part: part["text"] if parts[part["name"]] else "", text)
    text = fixed.sub(
        lambda line: "".join(
            f"{line['before']}{name}{line['between']}{value}{line['after']}\n" for name, value in headers.FIXED.items()
        ),
        text,
    )
    return _PLACE.sub(lambda place: values[place[1]], text)
