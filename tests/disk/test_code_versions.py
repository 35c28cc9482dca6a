"""What is kept is kept under the hash of the whole program; where it is of some modules only, of all that these import.

Where one were forgotten, a change of it would leave old results standing on every machine that keeps its cache.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import trangtin
from trangtin.disk import shelf
from trangtin.drawing import resized_store

PACKAGE = Path(trangtin.__file__).parent


def module_of(name: str) -> Path | None:
    file = PACKAGE.joinpath(*name.split(".")[1:])
    return next((each for each in (file.with_suffix(".py"), file / "__init__.py") if each.is_file()), None)


def imported_by(file: Path) -> Iterator[Path]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("trangtin"):
            for name in node.names:
                found = module_of(f"{node.module}.{name.name}") or module_of(node.module or "")
                if found is not None:
                    yield found


def with_all_imports(file: Path) -> set[Path]:
    seen, left = set[Path](), [file]
    while left:
        each = left.pop()
        if each not in seen:
            seen.add(each)
            left += imported_by(each)
    return seen


def test_only_sizes_of_pictures_outlast_another_line_of_the_program() -> None:
    asking = {file for file in PACKAGE.rglob("*.py") if "code_version" in file.read_text(encoding="utf-8")}
    # Pages go by the theme's templates too, which are no part of the package.
    own = {"disk/shelf.py", "drawing/resized_store.py", "host/pages/drawn_pages.py"}
    assert {file.relative_to(PACKAGE).as_posix() for file in asking} == own
    assert "program_version(" in (PACKAGE / "host/pages/drawn_pages.py").read_text(encoding="utf-8")


def test_nothing_that_decides_on_them_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    told = list[Path]()

    def noted(*sources: Path) -> str:
        told.extend(sources)
        return ""

    monkeypatch.setattr(resized_store, "code_version", noted)
    resized_store._program()
    assert with_all_imports(PACKAGE / "drawing/resized.py") <= set(told)


def test_every_line_and_every_release_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kinds = [shelf.program_version("markdown"), shelf.program_version("markdown", "pygments")]
    monkeypatch.setattr(shelf, "version", lambda library: f"{library} of tomorrow")
    monkeypatch.setattr(shelf, "__file__", str(tmp_path / "disk/shelf.py"))
    for line in ("a = 1\n", "a = 2\n"):
        tmp_path.joinpath("rules.py").write_text(line)
        for cached in (shelf.code_version, shelf.releases_of, shelf.program_version):
            cached.cache_clear()
        kinds.append(shelf.program_version("markdown"))
    shelf.program_version.cache_clear()
    shelf.releases_of.cache_clear()
    shelf.code_version.cache_clear()
    assert len(set(kinds)) == 4
