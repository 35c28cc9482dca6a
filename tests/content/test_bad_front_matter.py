"""Goldens: what an editor reads for each slip, in full and all at once (`bad_front_matter/*.yml`)."""

from __future__ import annotations

from functools import cache
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
import yaml

from trangtin.content.entry import Entry, Layout
from trangtin.content.page import PageHead
from trangtin.content.problem import Code, in_order
from trangtin.content.reading import front_matter
from trangtin.content.reading.reader import Reading, read_repository

GOLDENS = Path(__file__).with_name("bad_front_matter")
Case = dict[str, Any]


@cache
def cases(*, accepted: bool) -> list[Any]:
    return [
        pytest.param(case, id=f"{file.stem}: {case['name']}")
        for file in sorted(GOLDENS.glob("*.yml"))
        if (file.stem == "accepted") is accepted
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def read(root: Path, case: Case) -> Reading:
    file = root / case["path"]
    file.parent.mkdir(parents=True)
    file.write_bytes(case["text"].encode(case.get("encoding", "utf-8")))
    return read_repository(root, Layout())


@pytest.mark.parametrize("loader", ["CBaseLoader", "BaseLoader"])
@pytest.mark.parametrize("case", cases(accepted=False))
def test_every_problem_is_told(tmp_path: Path, case: Case, loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(yaml, loader):
        pytest.skip("PyYAML here has no libyaml")
    monkeypatch.setattr(front_matter, "_LOADER", getattr(yaml, loader))

    reading = read(tmp_path, case)

    assert [str(problem) for problem in in_order(reading.problems)] == case["problems"].splitlines()
    assert reading.broken == (case["path"],)


@pytest.mark.parametrize("case", cases(accepted=True))
def test_what_people_type_is_understood(tmp_path: Path, case: Case) -> None:
    reading = read(tmp_path, case)

    assert reading.problems == ()
    groups: tuple[tuple[Entry[PageHead], ...], ...] = (
        reading.documents,
        reading.campaigns,
        reading.news,
        reading.units,
        reading.pages,
    )
    (entry,) = chain.from_iterable(groups)
    assert {key: str(attrgetter(key)(entry.head)) for key in case["means"]} == {
        key: str(value) for key, value in case["means"].items()
    }


def test_the_goldens_show_every_code_of_a_single_file() -> None:
    shown = {
        line.split(": ", 1)[1][:5] for case in cases(accepted=False) for line in case.values[0]["problems"].splitlines()
    }
    # Told of a file in its folder (test_reader.py), of what is to be published (test_checks.py), of `mkdocs.yml`
    # (test_look.py).
    whole = (
        Code.FILE_NAME,
        Code.FILE_UNREADABLE,
        Code.NAME_TWICE,
        Code.NOT_APPROVED,
        Code.GUIDANCE_LEFT,
        Code.MENU_TO_NOTHING,
        Code.UNIT_UNNAMED,
    )
    elsewhere = {code.value for code in whole}
    elsewhere |= {code.value for code in (Code.BAD_COLOUR, Code.PALE_COLOUR, Code.LOOK_FILE)}
    single = {code.value for code in Code if code.value < "TT300"} - elsewhere

    assert single <= shown


def test_there_are_enough_goldens() -> None:
    assert len(cases(accepted=False)) >= 75
