"""Every component draws its examples: nothing undefined, nothing unescaped, well-formed, and no style in the markup."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import trangtin_theme
from tools.gallery import draw, examples
from trangtin.host.pages.stylesheet import Styles, minify

THEME = Path(trangtin_theme.__file__).parent
STYLES = Styles([THEME])
COMPONENTS = sorted(folder for folder in (THEME / "components").iterdir() if folder.is_dir())
EXAMPLES = [pytest.param(each.component, each.arguments, id=f"{each.component}: {each.name}") for each in examples()]
VOID = {"br", "img", "hr", "meta", "link", "input"}
POISON = '<script>alert("x")</script>'


class Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag


@pytest.mark.parametrize(("component", "arguments"), EXAMPLES)
def test_example(component: str, arguments: dict[str, Any]) -> None:
    html = draw(component, arguments)
    balance = Balance()
    balance.feed(html)
    assert balance.open == []
    assert not re.search(r"\sstyle=|\son\w+=|<script|<style|javascript:", html)


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda folder: folder.name)
def test_every_component_draws_something(folder: Path) -> None:
    assert any(draw(folder.name, each.arguments).strip() for each in examples() if each.component == folder.name)


def test_what_a_file_replaced_stands_open_and_on_paper() -> None:
    (replacing,) = (each for each in examples() if each.arguments.get("card", {}).get("former"))
    html = draw("file-card", replacing.arguments)
    before = html[: html.index("Thay bản trước ngày 10/05/2026: sai ngày thi.")]
    assert before.count("<details") == before.count("</details")
    assert "tt-screen" not in before[before.rindex("<p") :]


def test_the_signature_stands_between_the_text_and_its_annexes() -> None:
    (with_annex,) = (each for each in examples() if "tt-annexes" in each.arguments.get("body", ""))
    html = draw("paper", with_annex.arguments)
    assert html.index("Thi hành./.") < html.index("tt-sign") < html.index("DANH SÁCH")
    assert "<hr" not in html


@pytest.mark.parametrize(("text", "is_folded"), [("Từ 22 giờ", True), ("", False)])
def test_a_notice_of_nothing_but_a_title_has_nothing_to_fold(text: str, is_folded: bool) -> None:
    item = {"title": "Trang đang chạy thử", "text": text, "links": [], "tone": "info"}
    assert ("<details" in draw("notice", {"item": item, "is_folded": True})) is is_folded


def test_tasks_of_all_units_are_not_taken_for_those_of_one() -> None:
    cards = {
        each.name: draw("campaign-card", each.arguments) for each in examples() if each.component == "campaign-card"
    }
    assert "Việc của mọi đơn vị:" in cards["trên trang của một đơn vị"]
    assert "Việc:" in cards["đang diễn ra"]


def test_the_tasks_of_one_unit_are_in_campaigns_and_not_theirs() -> None:
    boards = [draw("task-board", each.arguments) for each in examples() if each.component == "task-board"]
    captions = [caption for board in boards for caption in re.findall(r"<caption[^>]*>(Việc .*?)</caption>", board)]
    assert "Việc trong Thi đua bầu cử, cần làm trước xếp trên" in captions
    assert "Việc ngoài các phong trào, cần làm trước xếp trên" in captions
    assert "Việc của Khoa Lý luận cơ sở, cần làm trước xếp trên" in captions


def test_what_follows_later_on_one_day_is_told_by_that_day() -> None:
    (known,) = (each for each in examples() if each.name == "nhiều sự việc trong một ngày")
    html = draw("timeline", known.arguments)
    assert "Sau đó: 2 sự việc, ngày 31/12/2026" in html
    assert "Đã qua: 4 sự việc, từ 01/09/2026 đến 02/09/2026" in html


def test_the_register_asks_no_page_for_a_number() -> None:
    papers, pages = (
        draw("disclosure-table", each.arguments) for each in examples() if each.component == "disclosure-table"
    )
    assert "Ngày văn bản" in papers and "Ngày văn bản" not in pages


def poisoned(value: Any) -> Any:
    """The same data with a script in every text that is shown, not in targets and the like."""
    if isinstance(value, dict):
        kept = {"target", "iso", "tone", "level", "heading"}
        return {key: item if key in kept else poisoned(item) for key, item in value.items()}
    if isinstance(value, list):
        return [poisoned(item) for item in value]
    return f"{value}{POISON}" if isinstance(value, str) else value


@pytest.mark.parametrize(("component", "arguments"), EXAMPLES)
def test_no_text_becomes_markup(component: str, arguments: dict[str, Any]) -> None:
    if component == "paper":
        arguments = {**arguments, "body": ""}  # the body is HTML on purpose: the host rendered it
        shown = draw(component, {**poisoned(arguments), "body": ""})
    else:
        shown = draw(component, poisoned(arguments))
    assert "<script" not in shown


def test_every_component_is_a_folder_with_template_and_examples() -> None:
    assert len(COMPONENTS) >= 20
    for folder in COMPONENTS:
        assert (folder / "template.html").is_file(), folder.name
        assert {file.name for file in folder.iterdir()} <= {"template.html", "style.css", "examples.yml"}, folder.name


def test_every_class_that_is_styled_is_used_somewhere() -> None:
    markup = "".join(file.read_text(encoding="utf-8") for file in THEME.rglob("*.html"))
    by_host = {
        "tt-item",
        "tt-item-1",
        "tt-item-2",
        "tt-item-3",
        "tt-item-4",
        "tt-marker",
        "tt-continued",
        "tt-nowrap",
        "tt-basis",
    }
    by_host |= {"tt-scroll", "tt-right", "tt-center", "tt-long"}
    styled = set(re.findall(r"\.(tt-[a-z0-9-]+)", "".join([STYLES.shared(), *STYLES.by_page().values()])))
    unused = {name for name in styled - by_host if name not in markup and name.rpartition("-")[0] not in markup}
    assert unused == set()


def test_every_class_in_a_template_is_styled_or_read_by_a_script() -> None:
    templates = [re.sub(r"{#.*?#}", "", file.read_text("utf-8"), flags=re.DOTALL) for file in THEME.rglob("*.html")]
    named = re.sub(r' (?:id|for|list|aria-[a-z]+)="[^"]*"|"#[^"]*"', "", "".join(templates))
    used = set(re.findall(r"(?<![\w/#])tt-[a-z0-9-]*[a-z0-9](?![\w-]|-?{{|-?' ~)", named))
    css = "".join([STYLES.shared(), *STYLES.by_page().values()])
    scripts = "".join(file.read_text(encoding="utf-8") for file in (THEME / "assets").rglob("*.js"))
    read = set(re.findall(r"\.(tt-[a-z0-9-]+)", css + scripts))
    by_start = tuple(re.findall(r"\[class[*^]=(tt-[a-z-]+)\]", css))
    assert {name for name in used - read if not name.startswith(by_start)} == set()


def classes_drawn_by(template: Path) -> set[str]:
    """Those in a template and in the components that it draws, and those that these draw."""
    found, left = dict[Path, str](), [template]
    while left:
        file = left.pop()
        if file not in found:
            found[file] = file.read_text(encoding="utf-8")
            left += [THEME / name for name in re.findall(r'"(components/[a-z-]+/template\.html)"', found[file])]
    return set(re.findall(r"\btt-[a-z0-9-]*[a-z0-9]", "".join(found.values())))


@pytest.mark.parametrize("template", sorted((THEME / "pages").iterdir()), ids=lambda file: file.stem)
def test_a_page_loads_the_style_of_every_class_it_draws(template: Path) -> None:
    def styled(css: str) -> set[str]:
        return set(re.findall(r"\.(tt-[a-z0-9-]+)", css))

    pages = STYLES.by_page()
    loaded = styled(STYLES.shared() + pages.get(template.name, ""))
    elsewhere = styled("".join(pages.values())) - loaded
    assert elsewhere & (classes_drawn_by(template) | classes_drawn_by(THEME / "main.html")) == set()


def test_the_stylesheet_stays_within_its_budget_and_asks_no_other_host() -> None:
    everywhere, pages = STYLES.shared(), STYLES.by_page()
    assert not list((THEME / "assets").rglob("*.css"))
    for name, css in pages.items():
        shared, own = len(everywhere.encode()), len(css.encode())
        assert shared + own <= 15 * 1024, (
            f"{name} loads {shared} bytes of all pages and {own} of its own: what only some pages need belongs to a "
            "component that they draw, or into styles/pages/"
        )
    for css in (everywhere, *pages.values(), STYLES.contrast(), STYLES.components()):
        assert css
        assert "url(" not in css
        assert "@import" not in css
        assert Counter(css)["{"] == Counter(css)["}"]


def test_further_kinds_of_lists_make_no_other_page_heavier(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for number in range(3):
        page = '{% from "components/document-row/template.html" import document_rows %}'
        (tmp_path / f"pages/list-{number}.html").write_text(page, encoding="utf-8")
    styles = Styles([tmp_path, THEME])
    assert styles.shared() == STYLES.shared()
    assert "" in styles.by_page()["list-0.html"]


def test_minifying_keeps_what_matters() -> None:
    css = "/* why */ a > b ,\n c:hover { color : red ; margin : calc(1px + 2px) ; }\n@media print { p { top : 0 } }"
    assert minify(css) == "a>b,c:hover{color : red;margin : calc(1px + 2px)}@media print{p{top : 0}}"


def test_minifying_joins_what_stands_beside_each_other_but_no_sums() -> None:
    css = "@media (min-width: 1rem) { li + li { top: clamp(1px, 1rem + 2vw, 2rem); } :is(a, b) ~ * + h3 { top: 0 } }"
    small = "@media(min-width:1rem){li+li{top:clamp(1px,1rem + 2vw,2rem)}:is(a,b)~*+h3{top:0}}"
    assert minify(css) == small
    assert minify("@media screen and (width: calc(1px + 2px)) { a { top: 0 } }").startswith("@media screen and (width:")


def test_minifying_leaves_strings_alone() -> None:
    for text in (
        '"một,  hai { ba"',
        "'một,  hai { ba'",
        '"/* một */"',
        "'https://a/*'",
        "'nói \\'; }\\' rồi'",
        "'\"  ;}'",
    ):
        assert minify(f"a::after {{ content: {text} ; }} /* b's */") == f"a::after{{content:{text}}}"
