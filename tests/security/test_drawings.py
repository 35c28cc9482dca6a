"""SVG files: what draws goes out, what does anything else stops the build."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portal.drawing import draw, portal_on, told
from tests.security.payloads import DRAWINGS
from trangtin.signing.inside.drawing import read_drawing

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
PAGE = """
== site_src/tin-tuc/2026/a.md
title: Hình
date: 1/4/2026
---
![Sơ đồ](so-do.svg)
== site_src/tin-tuc/2026/so-do.svg
"""


@pytest.mark.parametrize("inside", DRAWINGS.values(), ids=DRAWINGS)
def test_a_drawing_that_acts_is_refused(inside: str, tmp_path: Path) -> None:
    portal = portal_on(tmp_path, "21/11/2026", PAGE + SVG.format(inside))
    (message,) = told(portal, "TT504")
    assert message.startswith("site_src/tin-tuc/2026/a.md:5: TT504 'so-do.svg': tệp có")
    assert "Plain SVG" in message


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        "<svg><g></svg>",
    ],
)
def test_entities_and_broken_xml_are_refused(text: str, tmp_path: Path) -> None:
    assert told(portal_on(tmp_path, "21/11/2026", PAGE + text), "TT506", "TT502")


def test_entities_in_another_encoding_are_seen() -> None:
    head = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE svg [<!ENTITY a "a">]>'
    text = f'{head}<svg xmlns="http://www.w3.org/2000/svg"/>'
    assert read_drawing(text.encode("utf-16")).is_damaged


def test_what_programs_write_is_let_through(tmp_path: Path) -> None:
    body = (
        '<inkscape:grid xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" id="g"/><metadata/>'
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient><style>.a{fill:url(#a)}</style></defs>'
        '<use xlink:href="#a"/><rect style="fill:url(#a)" width="9" height="9"/>'
        '<image href="data:image/png;base64,AAAA"/><a href="https://mau.example/"><text>x</text></a>'
    )
    inkscape = '<?xml version="1.0"?><!-- Inkscape -->' + SVG.format(body)
    assert told(portal_on(tmp_path, "21/11/2026", PAGE + inkscape)) == []


@pytest.mark.parametrize("name", ["a.html", "a.js", "a.svgz", "a.XHTML", "a.exe", "a.mht"])
def test_attachments_that_run_are_refused(name: str, tmp_path: Path) -> None:
    draw(tmp_path, PAGE.replace("so-do.svg", name).replace("![", "[") + "x")
    (message,) = told(portal_on(tmp_path, "21/11/2026"), "TT714")
    assert message.startswith("site_src/tin-tuc/2026/a.md:5: TT714")
