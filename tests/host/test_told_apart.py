"""What rendered texts and drawn pages are kept under: all that they show, and nothing that they do not."""

from __future__ import annotations

import ast
import sys
from dataclasses import make_dataclass, replace
from datetime import date
from pathlib import Path

import markdown.extensions
import pytest
from jinja2 import Environment, FileSystemLoader, meta, nodes

import trangtin_theme
from trangtin.content.options.host_names import EXTENSIONS
from trangtin.content.problem import Severity
from trangtin.host.pages import drawn_pages
from trangtin.host.pages.sheet import Head, PageFacts
from trangtin.host.texts import rendered_texts
from trangtin.host.texts.rendering import Profile, Renderer, Text
from trangtin.host.texts.sent_texts import LIBRARIES
from trangtin.host.view_bytes import ViewBytes, bytes_of
from trangtin.views.parts.link import Link
from trangtin.views.parts.rows import DocumentRow

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("extensions", "is_told"),
    [
        (["toc", "markdown.extensions.tables"], True),
        (["toc", "somebody.elses"], False),
        (["toc", "pymdownx.snippets"], False),
    ],
)
def test_only_extensions_that_make_the_same_of_the_same_are_kept(extensions: list[str], is_told: bool) -> None:
    assert (Renderer(extensions, {}).options is not None) is is_told
    assert Renderer(["toc"], {"toc": {"slugify": len}}).options is None


def test_all_of_the_library_are_known() -> None:
    """So many are there; a new one is looked at before it joins: it may read files."""
    assert {file.stem for file in Path(markdown.extensions.__path__[0]).glob("[a-z]*.py")} == EXTENSIONS


def test_whatever_these_extensions_import_is_told_by_its_release() -> None:
    """Code is highlighted by Pygments: another release of it writes other HTML of the same text."""
    extensions = Path(markdown.extensions.__path__[0]).glob("*.py")
    found = [node for file in extensions for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    names = {alias.name for node in found if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in found if isinstance(node, ast.ImportFrom) and not node.level}
    assert {name.partition(".")[0] for name in names} - sys.stdlib_module_names <= {*LIBRARIES}


def test_a_text_is_rendered_again_where_a_link_leads_elsewhere(tmp_path: Path) -> None:
    def rendered(address: str | None) -> str:
        texts = rendered_texts.RenderedTexts(Renderer(["toc"], {}), tmp_path)
        text = Text("[a](b.md)", Profile.PROSE, 2, None, lambda _: address)
        texts.prepare([text])
        html = texts.of(text).html
        texts.keep(texts.settle())
        return html

    for address, html in (("../b/", '<a href="../b/">'), ("../c/", '<a href="../c/">'), (None, "<span>")):
        assert html in rendered(address)
        assert html in rendered(address)


def test_templates_see_only_what_pages_are_told_apart_by() -> None:
    """A page is taken over if its sheet is the same: a template that looked past it would show old facts."""
    theme = Path(trangtin_theme.__file__).parent
    env = Environment(loader=FileSystemLoader(theme))
    env.filters |= {"url": str, "href": str, "kept": str, "picture": str, "number": str, "parted": str, "joined": str}
    known = {"page", "view", "menu", "outline", "_", *Head.__dataclass_fields__, *drawn_pages.FRAME}
    facts = set(PageFacts.__dataclass_fields__)
    for file in theme.rglob("*.html"):
        template = env.parse(file.read_text(encoding="utf-8"))
        imports = [name for each in template.find_all(nodes.FromImport) for name in each.names]
        macros = {name if isinstance(name, str) else name[1] for name in imports}
        own = {each.target.name for each in template.find_all(nodes.Assign) if isinstance(each.target, nodes.Name)}
        own |= {each.name for each in template.find_all(nodes.Macro)}
        assert meta.find_undeclared_variables(template) - macros - own <= known, file
        asked = {
            each.attr
            for each in template.find_all(nodes.Getattr)
            if isinstance(each.node, nodes.Name) and each.node.name == "page"
        }
        assert asked <= facts, file


def test_different_views_are_told_apart() -> None:
    one = PageFacts("a/", None, None, "b")
    assert bytes_of(one) == bytes_of(PageFacts("a/", None, None, "b"))
    assert len({bytes_of(each) for each in (one, ("a/", None, None, "b"), ["a/"], "a/", None)}) == 5
    with pytest.raises(TypeError):
        bytes_of(object())


def test_values_of_different_kinds_are_told_apart() -> None:
    day = date(2026, 11, 21)
    views, namesakes = Link("a", None), make_dataclass("Link", [("text", str), ("target", str)])("a", None)
    lists: list[object] = [{}, [], {"a": 1}, [("a", 1)], {"1": 1}, {1: 1}]
    values = [*lists, views, namesakes, day, day.isoformat(), Severity.ERROR, "ERROR"]
    written = [bytes_of(each) for each in values]
    assert len(set(written)) == len(values)
    assert bytes_of(()) == bytes_of([])


def test_what_many_pages_show_is_told_apart_as_well() -> None:
    as_bytes = ViewBytes()
    row = DocumentRow("plans/a.md", "Kế hoạch số 1/KH-TCT", "Về một việc", "Trường Mẫu", None, None, 1)
    lists = [(row, row), (row,), (replace(row, files=2),), (replace(row, day=Link("1/1/2021")),)]
    written = [as_bytes.write(each) for each in lists]
    assert len(set(written)) == len(lists)
    assert [as_bytes.write(each) for each in lists] == written
    assert [ViewBytes().write(tuple(replace(each) for each in several)) for several in lists] == written
