"""Our own documentation as the tests see it: headings, links, fenced examples, and folders made from examples."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.blank import BLANK_PDF, blank

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-21"
PDF = BLANK_PDF

_FENCE = re.compile(r"(?P<indent> *)```(?P<language>\w*)(?: title=\"(?P<title>[^\"]*)\")?")
_HEADING = re.compile(r"(#{1,6}) +(.+?) *")
_NAMED_FILE = re.compile(r"\b(?:path|src): *([^\s,}]+\.(?:pdf|jpg|png))")


@dataclass(frozen=True, slots=True)
class Fence:
    language: str
    title: str
    text: str
    heading: str
    """The nearest heading of level 1 or 2 above it."""


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def fences(text: str) -> Iterator[Fence]:
    heading, opened, lines = "", None, list[str]()
    for line in text.splitlines():
        if opened is None and (found := _HEADING.fullmatch(line)) and len(found[1]) <= 2:
            heading = found[2]
        elif opened is None and (match := _FENCE.fullmatch(line)):
            opened, lines = match, []
        elif opened is not None and line == f"{opened['indent']}```":
            yield Fence(opened["language"], opened["title"] or "", "\n".join(lines) + "\n", heading)
            opened = None
        else:
            lines.append(line.removeprefix(opened["indent"] if opened else ""))
    assert opened is None, "a fence is left open"


def outside_fences(text: str) -> str:
    return re.sub(r"(?ms)^( *)```.*?^\1```$", "", text)


def headings(text: str) -> list[str]:
    return [found[2] for line in outside_fences(text).splitlines() if (found := _HEADING.fullmatch(line))]


@cache
def severities() -> dict[str, frozenset[str]]:
    """By code, how bad its section of docs/problems.md says a problem may be: `lỗi`, `cảnh báo`, `lưu ý`."""
    sections = (section for section in re.split(r"(?m)^## ", read("docs/problems.md")) if section.startswith("TT"))
    return {text[:5]: frozenset(re.findall(r"\*\*(lỗi|cảnh báo|lưu ý)", text.lower())) for text in sections}


def anchor(heading: str) -> str:
    """The id a forge gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def write_files(folder: Path, files: dict[str, str]) -> None:
    """Writes examples, and a stand-in for each PDF and picture that their heads name."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        for named in _NAMED_FILE.findall(text) if file.suffix == ".md" else ():
            beside = folder / named if named.startswith(("plans/", "site_src/")) else file.parent / named
            beside.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(blank(named))


def trangtin(folder: Path, *words: str) -> str:
    """Runs the command as an editor does; fails with what it said."""
    # The program of this environment, wherever the tests were started from.
    program = Path(sys.executable).parent / "trangtin"
    done = subprocess.run(
        [str(program), *words],
        cwd=folder,
        env={**os.environ, "TRANGTIN_TODAY": TODAY},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, f"trangtin {' '.join(words)}\n{done.stdout}\n{done.stderr}"
    return done.stdout
