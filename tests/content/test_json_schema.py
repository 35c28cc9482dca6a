"""Schemas and reader agree: what `check` accepts no editor marks as wrong, and what a schema can see it refuses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.content.test_bad_front_matter import cases
from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.entry import Layout
from trangtin.content.news import News
from trangtin.content.page import Page
from trangtin.content.placement import head_for
from trangtin.content.problem import Code, Problem
from trangtin.content.reading.files import content_files
from trangtin.content.reading.front_matter import split
from trangtin.content.unit import Unit
from trangtin.content.writing.json_schema import CONFIG, HEADS, schemas

REPOSITORY = Path(__file__).parents[2]
SCHEMAS = schemas()
NAMES = {record: name for name, (_, record) in HEADS.items()}
# What needs a calendar, the words of the language, several keys or the rest of the folder, is for `check` alone.
SEEN = {Code.UNKNOWN_KEY, Code.MISSING_KEY, Code.WRONG_SHAPE, Code.NOT_IN_LIST, Code.BAD_SHA256, Code.BAD_ID}


class CoreLoader(yaml.SafeLoader):
    """Values as editors and other programs read them: the core schema of YAML 1.2."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (as its base declares it)


for tag, pattern, first in (
    ("null", r"|~|null|Null|NULL", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)


def head_of(text: str, path: str) -> Any:
    parts = split(text.replace("\r\n", "\n"), path)
    return {} if isinstance(parts, Problem) else yaml.load(parts[0], CoreLoader) or {}


def faults(path: str, head: Any) -> list[str]:
    kind = head_for(path, Layout())
    assert kind is not None, path
    validator = jsonschema.Draft202012Validator(SCHEMAS[NAMES[kind]])
    return [f"{'.'.join(map(str, fault.path))}: {fault.message}" for fault in validator.iter_errors(head)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("root", [REPOSITORY, REPOSITORY / "tests/sites/so-xay-dung"], ids=lambda root: root.name)
def test_the_files_of_a_portal_are_valid(root: Path) -> None:
    files = list(content_files(root, Layout()))
    wrong = {path: faults(path, head_of(file.read_text("utf-8"), path)) for path, file in files}
    assert len(files) > 9
    assert {path: told for path, told in wrong.items() if told} == {}


def test_the_options_of_a_portal_are_valid_and_read_closely() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMAS[CONFIG])
    config = yaml.load((REPOSITORY / "mkdocs.yml").read_text("utf-8"), CoreLoader)
    validator.validate(config)
    config["plugins"][0]["trangtin"]["unitt"] = {}
    assert not validator.is_valid(config)


@pytest.mark.parametrize("case", cases(accepted=True))
def test_what_the_reader_accepts_is_valid(case: dict[str, Any]) -> None:
    assert faults(case["path"], head_of(case["text"], case["path"])) == []


def seen_by_schemas() -> list[Any]:
    """Cases of the corpus that can be read as YAML and have a fault that shows in one value."""
    found = []
    for parameter in cases(accepted=False):
        case = parameter.values[0]
        codes = set(re.findall(r": (TT\d{3}) ", case["problems"]))
        if codes & SEEN and codes <= {code for code in Code if code >= "TT201"} and is_read_alike(case):
            found.append(parameter)
    return found


def is_read_alike(case: dict[str, Any]) -> bool:
    """Whether other programs can read the head at all, and know what kind of file it is."""
    try:
        head_of(case["text"], case["path"])
    except yaml.YAMLError:
        return False
    return head_for(case["path"], Layout()) is not None


SEEN_BY_SCHEMAS = seen_by_schemas()


@pytest.mark.parametrize("case", SEEN_BY_SCHEMAS)
def test_what_a_schema_can_see_it_refuses(case: dict[str, Any]) -> None:
    assert faults(case["path"], head_of(case["text"], case["path"])) != []


def test_the_corpus_has_enough_for_schemas() -> None:
    assert len(SEEN_BY_SCHEMAS) >= 30


@pytest.mark.parametrize("record", [Document, Campaign, News, Unit])
def test_keys_that_do_not_exist_are_refused(record: type[Document | Campaign | News | Unit]) -> None:
    assert SCHEMAS[NAMES[record]]["additionalProperties"] is False
    assert SCHEMAS[NAMES[Page]]["additionalProperties"] is True  # keys of other tools


def test_every_key_is_told_in_vietnamese_with_an_example() -> None:
    due = SCHEMAS["van-ban"]["properties"]["date"]
    assert due["title"] == "Ngày ban hành"
    assert due["description"] == "Ngày ban hành: ngày. Bỏ trống khi chưa ban hành. Ví dụ: 20/4/2021"
    english = re.compile(r"\b(?:of|and|with|None|list)\b")
    for schema in SCHEMAS.values():
        for part in (schema, *schema.get("$defs", {}).values()):
            for key, told in part.get("properties", {}).items():
                if key != "plugins":
                    assert told["title"], key
                    assert not english.search(told["description"]), (key, told["description"])
