"""What is kept under the hash of some modules is kept under the hash of all that these import.

Where one were forgotten, a change of it would leave old results standing on every machine that keeps its cache.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import trangtin
from trangtin.disk import shelf
from trangtin.drawing import resized_store
from trangtin.search import cache as search_cache

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


@pytest.mark.parametrize(
    ("maker", "holder", "version"),
    [
        ("search/terms.py", shelf, search_cache._version.__wrapped__),
        ("drawing/resized.py", resized_store, resized_store._program),
    ],
)
def test_nothing_that_decides_is_forgotten(
    maker: str, holder: object, version: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = list[Path]()

    def noted(*sources: Path, libraries: tuple[str, ...] = ()) -> str:
        told.extend(sources)
        return shelf.key_of(*libraries).hex()

    monkeypatch.setattr(holder, "code_version", noted)
    version()
    assert with_all_imports(PACKAGE / maker) <= set(told)
