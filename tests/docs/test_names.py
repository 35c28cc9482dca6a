"""What our documentation for programmers names is there: files, modules, commands, names in code, codes of problems."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from click import Command, Context, Group

from tests.docs.pages import ROOT, fences, read
from trangtin.cli.main import main
from trangtin.content.problem import Code

FOLDERS = ("plugins", "theme", "tests", "tools", "benchmarks", ".ci", "locks", "plans", "site_src", "trust", "docs")
GUIDES = {"huong-dan-bien-tap.md", "dat-kho-va-tu-dong.md", "may-chu.md", "problems.md", "fields.md"}
"""In Vietnamese, for those who write and publish: what they name lies in a portal."""
PAGES = [
    *("README.md", "CONTRIBUTING.md", "SECURITY.md"),
    *sorted(str(page.relative_to(ROOT)) for page in ROOT.glob("docs/**/*.md") if page.name not in GUIDES),
]
MAPS = ["CONTRIBUTING.md", "docs/architecture.md", "docs/changing.md"]
"""Pages that tell of the code as it is; decisions also name what was not taken."""
_SPAN = re.compile(r"`([^`\n]+)`")
_SOURCE = re.compile(r"[\w./-]+\.(?:py|toml|html|css|js|po|jinja|rng)")
_MODULE = re.compile(r"python3? -m ((?:tools|tests|benchmarks)[\w.]*)")
_TARGET = re.compile(r"make ([a-z][a-z-]*)")
_COMMAND = re.compile(r"(?:\S*/)?trangtin (?P<name>[a-z][a-z-]*)\b(?: (?P<below>[a-z]+)\b)?(?P<rest>.*)")
_NAME = re.compile(r"_?[A-Za-z]\w*(?:\.\w+)*")
_RANGE = re.compile(r"TT(\d{3})(?:-TT(\d{3}))?")


@cache
def lying_there() -> frozenset[str]:
    """Every file of ours by each end of its path: `sheet.py`, `host/pages/sheet.py` …"""
    files = (path.relative_to(ROOT).parts for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    inside = (*files, *((path.name,) for path in ROOT.iterdir()))
    return frozenset("/".join(parts[start:]) for parts in inside for start in range(len(parts)))


def sources() -> Iterator[Path]:
    for folder in ("plugins", "theme", "tests", "tools", "benchmarks"):
        yield from (
            path for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".html", ".css", ".js", ".yml"}
        )


@cache
def words_of_code() -> Counter[str]:
    return Counter(word for file in sources() for word in re.findall(r"\w+", file.read_text(encoding="utf-8")))


def spans(page: str) -> list[str]:
    return _SPAN.findall(read(page))


def missing_files(named: Iterable[str]) -> list[str]:
    return [name for name in named if _SOURCE.fullmatch(name) and name not in lying_there()]


@pytest.mark.parametrize("page", PAGES)
def test_every_file_of_code_that_is_named_is_there(page: str) -> None:
    made = {"trangtin.c0ffee12.css", "assets/trangtin.css", "pages/<template>.css"}  # by a build
    assert [name for name in missing_files(spans(page)) if name not in made] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_program_that_is_named_can_be_started(page: str) -> None:
    named = [each.removesuffix(".NAME") for each in _MODULE.findall(read(page))]
    places = (ROOT / each.replace(".", "/") for each in named)
    assert [str(place) for place in places if not (place.is_dir() or place.with_suffix(".py").is_file())] == []


def test_every_tool_is_told_of() -> None:
    tools = {file.stem for file in (ROOT / "tools").glob("*.py")} - {"__init__"}
    assert tools - set(spans("CONTRIBUTING.md")) == set()


@pytest.mark.parametrize("page", PAGES)
def test_every_target_of_make_that_is_named_is_there(page: str) -> None:
    there = set(re.findall(r"(?m)^([a-z-]+):", read("Makefile")))
    typed = [*spans(page), *(line for fence in fences(read(page)) for line in fence.text.splitlines())]
    assert {found[1] for line in typed if (found := _TARGET.match(line))} - there == set()


@pytest.mark.parametrize("page", MAPS)
def test_every_name_in_code_that_is_told_of_is_there(page: str) -> None:
    named = (span for span in spans(page) if _NAME.fullmatch(span) and not re.search(r"\.(?:md|txt|yml|json)$", span))
    forbidden = {"utils", "helpers", "common", "manager"}
    gone = {name for name in named for word in re.findall(r"\w+", name) if not words_of_code()[word]}
    assert gone - forbidden == set()


def commands_typed(page: str) -> Iterator[tuple[str, str, list[str]]]:
    """Each command of ours that a page tells to type, the word after it, and its options."""
    lines = (line.partition("  #")[0] for fence in fences(read(page)) for line in fence.text.splitlines())
    for text in (*spans(page), *lines):
        if found := _COMMAND.match(text.strip()):
            yield found["name"], found["below"] or "", re.findall(r"(?<=\s)--[a-z][a-z-]*", found["rest"])


def command_named(name: str) -> Command:
    _, command, _ = main.resolve_command(Context(main), [name])
    assert command is not None
    return command


@cache
def options_of(name: str) -> frozenset[str]:
    """Those of a command and of the commands below it."""
    command = command_named(name)
    below = command.commands.values() if isinstance(command, Group) else ()
    return frozenset(option for each in (command, *below) for param in each.params for option in param.opts)


@pytest.mark.parametrize("page", [*PAGES, *sorted(f"docs/{guide}" for guide in GUIDES)])
def test_every_command_and_option_that_is_named_is_there(page: str) -> None:
    typed = list(commands_typed(page))
    assert {name for name, _, _ in typed} - set(main.commands) == set()
    for name, below, options in typed:
        assert set(options) <= options_of(name), name
        command = command_named(name)
        assert not below or not isinstance(command, Group) or below in command.commands, (name, below)


def test_every_page_of_documentation_that_code_names_is_there() -> None:
    named = {name for file in sources() for name in re.findall(r"\bdocs/[\w/-]+\.md", file.read_text(encoding="utf-8"))}
    examples = {"docs/a.md", "docs/index.md"}  # of portals that tests make
    assert {name for name in named - examples if not (ROOT / name).is_file()} == set()


def rows_of_codes() -> Iterator[tuple[set[str], list[str]]]:
    """Each row of the table on where problems arise: its codes, and the places it names."""
    _, _, section = read("docs/architecture.md").partition("## Where problems arise")
    for codes, places in re.findall(r"(?m)^\| (TT[^|]+) \| ([^|]+) \|", section.partition("\n## ")[0]):
        found = _RANGE.findall(codes.partition(":")[0])
        numbers = {number for first, last in found for number in range(int(first), int(last or first) + 1)}
        yield {f"TT{number}" for number in numbers}, _SPAN.findall(places)


def test_the_map_of_problems_has_every_code_once() -> None:
    told = Counter(code for codes, _ in rows_of_codes() for code in codes & set(map(str, Code)))
    assert told == Counter(map(str, Code))


def test_every_problem_arises_where_the_map_says() -> None:
    package = ROOT / "plugins/trangtin"
    # The names themselves; a published copy and its publishing; a word on the desk.
    shared = {"content/problem.py", "signing/manifest.py", "cli/publish.py", "views/for_editors/desk_listing.py"}
    yielded = {
        (code, path)
        for file in package.rglob("*.py")
        if (path := str(file.relative_to(package))) not in shared
        for code in re.findall(r"\bCode\.([A-Z][A-Z_0-9]+)", file.read_text(encoding="utf-8"))
    }
    for codes, places in rows_of_codes():
        elsewhere = {(str(Code[name]), path) for name, path in yielded if str(Code[name]) in codes}
        assert {each for each in elsewhere if not each[1].startswith(tuple(places))} == set()


def test_every_file_of_the_cache_is_told_of() -> None:
    page = read("docs/decisions/caches.md")
    code = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "plugins/trangtin").rglob("*.py"))
    kept = set(re.findall(r'"([a-z-]+\.sqlite)"', code))
    assert len(kept) > 9
    assert [name for name in kept if f"{name}`" not in page] == []
