"""The theme's components with their examples, one page each: `python -m tools.gallery OUT_DIR` (`make gallery`).

For designers and for the browser tests; never published.
"""

from __future__ import annotations

import argparse
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import jinja2
import yaml
from markupsafe import Markup

import trangtin_theme
from trangtin.content.values.quantity import number_text
from trangtin.host.pages.stylesheet import Styles
from trangtin.host.pages.text_pictures import WAITS
from trangtin.host.texts.annexes import parted
from trangtin.host.texts.typography import kept_together

THEME = Path(trangtin_theme.__file__).parent
_PAGE = """\
<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ example.component }}: {{ example.name }}</title>
<link rel="stylesheet" href="trangtin.css"><link rel="stylesheet" href="components.css">
<script src="reading.js"></script></head>
<body><header class="tt-site-notice"><a class="tt-wrap" href="index.html">{{ example.component }}</a></header>
<main class="tt-wrap tt-content"><h1>{{ example.name }}</h1><h2 class="tt-hidden">Ví dụ</h2>
{{ html | safe }}
</main></body></html>
"""
_INDEX = """\
<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Các thành phần của giao diện</title><link rel="stylesheet" href="trangtin.css"></head>
<body><main class="tt-wrap tt-content"><h1>Các thành phần của giao diện</h1>
<p><a href="tat-ca.html">Tất cả trên một trang</a></p>
{% for name, group in groups %}<section><h2>{{ name }}</h2><ul class="tt-links">
{% for example in group %}<li><a href="{{ example.file }}">{{ example.name }}</a></li>{% endfor %}
</ul></section>{% endfor %}
</main></body></html>
"""


ALL = "tat-ca.html"
"""The page that has all of them, one below the other."""
_ALL = """\
<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tất cả ví dụ</title>
<link rel="stylesheet" href="trangtin.css"><link rel="stylesheet" href="components.css">
<script src="reading.js"></script></head>
<body><main class="tt-wrap tt-content"><h1>Tất cả ví dụ</h1>
{% for example, html in drawn %}<section><h2>{{ example.component }}: {{ example.name }}</h2>
{{ html | safe }}
</section>{% endfor %}
</main></body></html>
"""
SITE = {"letter": "gopy@truong.example", "has_form": False}
"""What components take of the site around them."""


@dataclass(frozen=True)
class Example:
    """One example of a component, as its `examples.yml` gives it."""

    component: str
    name: str
    arguments: dict[str, Any]
    number: int
    """Its number from 1 within its component."""

    @property
    def file(self) -> str:
        """The name of its page."""
        return f"{self.component}-{self.number}.html"


@cache
def examples() -> tuple[Example, ...]:
    """The examples of all components."""
    return tuple(
        Example(folder.name, example["name"], example["arguments"], number)
        for folder in sorted((THEME / "components").iterdir())
        for number, example in enumerate(yaml.safe_load((folder / "examples.yml").read_text(encoding="utf-8")), start=1)
    )


@cache
def environment() -> jinja2.Environment:
    """Templates as the host sets them up, with targets as addresses that lead nowhere; what is undefined fails."""
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(THEME), autoescape=True, undefined=jinja2.StrictUndefined)
    env.filters["href"] = env.filters["url"] = lambda target: f"/{target}"
    env.filters["kept"] = kept_together
    env.filters["joined"] = urljoin
    env.filters["number"] = number_text
    env.filters["parted"] = parted
    env.filters["picture"] = _picture
    env.globals["_"] = str
    return env


def _picture(target: str, alt: str, fit: str, is_first: bool = False) -> Markup:
    """A picture without other sizes."""
    return Markup('<img src="/{}" alt="{}" width="960" height="640"{}>').format(
        target, alt, "" if is_first else Markup(WAITS)
    )


def draw(component: str, arguments: dict[str, Any]) -> str:
    """The HTML of a component."""
    macro = component.replace("-", "_")
    source = (
        f'{{% from "components/{component}/template.html" import {macro} with context %}}{{{{ {macro}(**arguments) }}}}'
    )
    return environment().from_string(source).render(arguments=arguments, page=None, site=SITE, problems=())


def write_gallery(folder: Path) -> list[str]:
    """Write all pages and what they load; the names of the pages of examples."""
    folder.mkdir(parents=True, exist_ok=True)
    styles = Styles([THEME])
    (folder / "trangtin.css").write_text(styles.shared(), encoding="utf-8")
    (folder / "components.css").write_text("\n".join(styles.by_page().values()), encoding="utf-8")
    (folder / "contrast.css").write_text(styles.contrast(), encoding="utf-8")
    for script in ("reading.js", "read-aloud.js"):
        shutil.copy(THEME / "assets" / script, folder)
    env, found = environment(), examples()
    drawn = [(example, draw(example.component, example.arguments)) for example in found]
    (folder / ALL).write_text(env.from_string(_ALL).render(drawn=drawn), encoding="utf-8")
    for example, html in drawn:
        page = env.from_string(_PAGE).render(example=example, html=html)
        (folder / example.file).write_text(page, encoding="utf-8")
    names = dict.fromkeys(example.component for example in found)
    groups = [(name, [example for example in found if example.component == name]) for name in names]
    (folder / "index.html").write_text(env.from_string(_INDEX).render(groups=groups), encoding="utf-8")
    return [example.file for example in found]


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("out_dir", type=Path)
    folder = words.parse_args().out_dir
    print(f"{len(write_gallery(folder))} ví dụ: {folder / 'index.html'}")


if __name__ == "__main__":
    main()
