"""JSON Schema (2020-12) of every kind of file, made of the declarations that read them: for editors and other programs.

A schema knows one file at a time. It refuses what no reading could accept (unknown and missing keys, wrong shapes,
values outside closed lists) and leaves to `check` what needs a calendar, several keys or several files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import WithJsonSchema

from trangtin.content.campaign import Campaign
from trangtin.content.document import Document
from trangtin.content.news import News
from trangtin.content.options.settings import Settings
from trangtin.content.page import Page
from trangtin.content.record import Record
from trangtin.content.translation import Translation
from trangtin.content.unit import Unit
from trangtin.content.values.vocabulary import Choice

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
CONFIG = "mkdocs"
"""The schema of `mkdocs.yml`; the others are of the heads of Markdown files."""
HEADS: Mapping[str, tuple[str, type[Record]]] = {
    "van-ban": ("Phần đầu của một văn bản", Document),
    "phong-trao": ("Phần đầu của một phong trào thi đua", Campaign),
    "tin-tuc": ("Phần đầu của một tin", News),
    "don-vi": ("Phần đầu của trang một đơn vị trực thuộc", Unit),
    "trang": ("Phần đầu của một trang khác", Page),
    "ban-dich": ("Phần đầu của một bản dịch", Translation),
}
"""Name of each schema, with its title and the record it describes."""


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by its name."""
    heads = {name: schema_of(record, title) for name, (title, record) in HEADS.items()}
    return {**heads, CONFIG: config_schema()}


def schema_of(record: type[Record], title: str) -> dict[str, Any]:
    """The schema of one record, described in Vietnamese."""
    schema = record.model_json_schema()
    parts: dict[str, dict[str, Any]] = schema.get("$defs", {})
    nested = _nested(record)
    for name, part in parts.items():
        kind = nested[name]
        parts[name] = _closed_list(kind) if issubclass(kind, Choice) else _described(part, kind)
    return {"$schema": _DIALECT, **_described(schema, record), "title": title}


def _described(schema: dict[str, Any], record: type[BaseModel]) -> dict[str, Any]:
    """The schema of a record with a Vietnamese description of each key; a key that may be left out may stand empty."""
    properties = {key: _property(schema["properties"][key], field) for key, field in record.model_fields.items()}
    rest = {key: value for key, value in schema.items() if key not in {"title", "description", "properties"}}
    return {**rest, "properties": properties}


def _property(schema: Mapping[str, Any], field: FieldInfo) -> dict[str, Any]:
    values = {key: value for key, value in schema.items() if key not in {"title", "description", "default", "examples"}}
    if not field.is_required() and {"type": "null"} not in values.get("anyOf", ()):
        values = {"anyOf": [*values.get("anyOf", (values,)), {"type": "null"}]}
    parts = [field.title or "", *filter(None, [_kind(field)])]
    example = f"Ví dụ: {field.examples[0]}" if field.examples else None
    told = " ".join(filter(None, (f"{': '.join(parts)}.", field.description, example)))
    shown = {"title": field.title, "description": told}
    return {**shown, **values, **({"examples": field.examples} if field.examples else {})}


@dataclass(frozen=True, slots=True)
class _Part:
    """What an annotation is made of, in the order in which it is written."""

    records: tuple[type[Record] | type[Choice], ...]
    kinds: tuple[str, ...]


def _parts(annotation: Any, metadata: tuple[Any, ...] = ()) -> _Part:
    records: list[type[Record] | type[Choice]] = []
    kinds: list[str] = []
    if isinstance(annotation, type) and issubclass(annotation, Record | Choice):
        records.append(annotation)
    for each in (*metadata, *get_args(annotation)):
        if isinstance(each, WithJsonSchema):
            kinds.append(str((each.json_schema or {})["description"]))
        else:
            inner = _parts(each)
            records += inner.records
            kinds += inner.kinds
    return _Part(tuple(records), tuple(kinds))


def _of(field: FieldInfo) -> _Part:
    return _parts(field.annotation, tuple(field.metadata))


def _kind(field: FieldInfo) -> str | None:
    """What is to be typed, in Vietnamese."""
    found = _of(field)
    if found.kinds:
        return found.kinds[0]
    (record,) = found.records
    if issubclass(record, Choice):
        return "một trong " + ", ".join(f"{each.value} ({each.label})" for each in record)
    return "gồm các khóa " + ", ".join(record.model_fields)


def _nested(record: type[Record]) -> dict[str, type[Record] | type[Choice]]:
    """Every record and closed list that a record is made of, by the name of its class."""
    found: dict[str, type[Record] | type[Choice]] = {}
    for field in record.model_fields.values():
        for inner in _of(field).records:
            found[inner.__name__] = inner
            if issubclass(inner, Record):
                found |= _nested(inner)
    return found


def _closed_list(choice: type[Choice]) -> dict[str, Any]:
    values = [{"const": each.value, "title": each.label} for each in choice]
    return {"anyOf": [*values, {"enum": list(dict.fromkeys(each.label for each in choice))}]}


def config_schema() -> dict[str, Any]:
    """`mkdocs.yml`: the options of our plugin; all other keys are MkDocs' own."""
    options = schema_of(Settings, "Tùy chọn của trangtin")
    parts = options.pop("$defs")
    del options["$schema"]
    plugin = {"type": "object", "properties": {"trangtin": {"$ref": "#/$defs/Settings"}}}
    plugins = {"anyOf": [{"type": "array", "items": {"anyOf": [{"type": "string"}, plugin]}}, plugin]}
    return {
        "$schema": _DIALECT,
        "title": "mkdocs.yml của một trang dùng trangtin",
        "type": "object",
        "properties": {"plugins": plugins},
        "$defs": {**parts, "Settings": options},
    }
