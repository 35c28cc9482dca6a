"""A portal in which a payload stands wherever something can be written.

It is built as a preview is: there errors are told and do not keep a page from being drawn.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.blank import blank
from tests.security.payloads import DRAWINGS, MARKDOWN, MARKUP, each

PAYLOADS = [*each(MARKUP), *each(MARKDOWN)]
FILE_NAMES = [
    '"><img src=x onerror=alert(1)>',
    "'onmouseover='alert(1)",
    "javascript:alert(1)",
    "<svg onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;script&gt;",
    "a](javascript:alert(1))",
]
TOGETHER = 5
"""Payloads in each document: a browser takes its time for each page. In news each payload stands alone."""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def write_portal(root: Path) -> None:
    """A news item for each payload, a document for every few, in every field that takes text; other pages for some."""
    unit = json.dumps(dict.fromkeys(["name", "short_name", "parent", "address", "phone", "responsible"], PAYLOADS[0]))
    _write(
        root / "mkdocs.yml",
        f"site_name: {json.dumps(PAYLOADS[8])}\nsite_url: https://mau.example/\ndocs_dir: site_src\ntheme: trangtin\n"
        f"plugins: [{{trangtin: {{unit: {unit}, notice: {json.dumps(PAYLOADS[14])}, page_size: 200}}}}]\n",
    )
    _write(root / "site_src/index.md", "---\ntitle: Trang chủ\n---\n\n" + "\n\n".join(PAYLOADS[:40]))
    for number, payload in enumerate(PAYLOADS):
        _news(root, number, payload)
        if number % TOGETHER == 0:
            _document(root, number, PAYLOADS[number : number + TOGETHER])
        if number % 8 == 0:
            _others(root, number, payload)
    for number, name in enumerate(FILE_NAMES):
        _files(root, number, name)
    for number, inside in enumerate(DRAWINGS.values()):
        _write(root / f"site_src/hinh/{number}.svg", SVG.format(inside))
    shown = "\n\n".join(f"![hình](hinh/{number}.svg)" for number in range(len(DRAWINGS)))
    _write(root / "site_src/hinh-ve.md", f"---\ntitle: Hình\n---\n\n{shown}\n")


def _news(root: Path, number: int, payload: str) -> None:
    head = {
        "title": payload,
        "date": "1/4/2026",
        "updated": "2/4/2026",
        "summary": payload,
        "author": payload,
        "tags": [payload] if number % 8 == 0 else [],
        "lang": "vi",
        "image": {"src": "a.png", "alt": payload, "credit": payload},
        "redirect_from": [f"/cu/{number}"],
    }
    _page(root / f"site_src/tin-tuc/2026/{number:03}.md", head, f"Một\n\n{payload}\n\nHai {payload} ba")
    (root / "site_src/tin-tuc/2026/a.png").write_bytes(blank("a.png"))


def _document(root: Path, number: int, payloads: Sequence[str]) -> None:
    payload = " ".join(payloads)
    head = {
        "type": "KH",
        "number": f"{number + 1}/KH-TCT",
        "date": "1/4/2026",
        "place": payload,
        "issuer": payload if number % 2 == 0 else "Trường",
        "title": payload,
        "summary": payload,
        "signer": {"authority": payload, "position": payload, "name": payload},
        "basis": [{"number": "1/KH-UBND", "date": "1/1/2026", "issuer": payload, "title": payload}],
        "recipients": [payload],
        "areas": [payload] if number % 2 == 1 else [],
        "notes": payload,
        "approved_by": payload,
        "milestones": [{"date": "5/4/2026", "title": payload}],
        "tasks": [{"unit": "don-vi-0", "do": payload, "due": "6/4/2026"}],
        "awards": [{"form": payload, "to": payload, "kind": "ca-nhan", "reason": payload}],
        "source": "https://mau.example/?q=" + "".join(payload.split()),
    }
    items = (f"{n}. {each}" for n, each in enumerate(payloads, 1))
    rows = (f"| {each} | 2 |" for each in payloads)
    body = "\n".join(["I. MỤC", "", *items, "", "| A | B |", "|--|--|", *rows])
    _page(root / f"plans/2026/{number:03}.md", head, body)


def _others(root: Path, number: int, payload: str) -> None:
    kind = {"name": payload, "kind": "khoa", "head": payload, "phone": payload}
    _page(root / f"site_src/don-vi/don-vi-{number}.md", {"unit": kind, "title": payload}, payload)
    _page(root / f"site_src/trang-{number}.md", {"title": payload, "summary": payload}, f"# {payload}\n\n{payload}")
    campaign = {
        "title": payload,
        "slogan": payload,
        "start": "1/3/2026",
        "end": "30/12/2026",
        "anchor": {"name": payload, "date": "1/5/2026"},
        "criteria": [payload],
        "summary": payload,
        "milestones": [{"offset": "-3", "title": payload}],
        "works": [{"unit": "don-vi-0", "title": payload, "due": "1/6/2026"}],
    }
    _page(root / f"plans/2026/phong-trao-{number}/index.md", campaign, payload)
    gone = {"date": "1/4/2026", "reason": payload, "by": payload}
    _page(root / f"site_src/go-{number}.md", {"title": payload, "withdrawn": gone}, payload)


def _files(root: Path, number: int, name: str) -> None:
    folder = root / f"plans/2026/tep-{number}"
    folder.mkdir(parents=True)
    (folder / f"{name}.pdf").write_bytes(blank("a.pdf"))
    (folder / f"{name}.png").write_bytes(blank("a.png"))
    head = {"type": "TB", "title": "Tệp", "date": "1/4/2026", "files": [{"path": f"{name}.pdf", "title": name}]}
    _page(folder / "1.md", head, f"![x](<{name}.png>) [x](<{name}.pdf>)")
    _page(root / f"site_src/tin-tuc/2026/{name}.md", {"title": name, "date": "1/4/2026"}, name)


def _page(file: Path, head: Mapping[str, object], body: str) -> None:
    _write(file, f"---\n{json.dumps(head, ensure_ascii=False, indent=1)}\n---\n\n{body}\n")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def build_preview(root: Path, site: Path) -> None:
    """Build as `trangtin serve --dirty` does, once: every page is written, none waits to be asked for."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=True)
    try:
        build(config)
    finally:
        logging.getLogger("mkdocs").handlers.clear()
