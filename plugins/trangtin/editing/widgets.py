"""One declared key as a widget of the form: its Vietnamese label, its example, what may be typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import WithJsonSchema

from trangtin.content.doctype import TYPES
from trangtin.content.field import Count, Day, Identifier, Integer, Prose, TypeOfDocument, YesNo
from trangtin.content.place import RepositoryPath
from trangtin.content.record import is_list, own_first, record_in
from trangtin.content.vocabulary import Choice

Widget = dict[str, Any]

UNITS = "don-vi"
CAMPAIGNS = "phong-trao"
"""Names of the collections that other files refer to."""
_RELATED: Mapping[str, tuple[str, list[str]]] = {
    "unit": (UNITS, ["unit.name"]),
    "units": (UNITS, ["unit.name"]),
    "lead": (UNITS, ["unit.name"]),
    "merged_into": (UNITS, ["unit.name"]),
    "campaign": (CAMPAIGNS, ["title"]),
}
"""Keys that hold the id of something: its collection, and what of it is shown instead of the id."""
_UPLOADED: Mapping[str, tuple[str, str]] = {
    "path": ("file", ".pdf,.docx,.doc,.xlsx,.xls,.odt,.ods,.zip,.p7s"),
    "src": ("image", "image/jpeg,image/png,image/webp"),
}
"""Keys that name a file which goes beside the text: the widget, and which files it takes."""
_TYPED = frozenset({"string", "text", "number"})
"""Widgets that one types into; an example helps nobody who chooses."""
_NOT_EMPTY = [r"\S", "điền nội dung"]


def widgets(record: type[BaseModel], keys: Iterable[str] | None = None) -> list[Widget]:
    """The widgets of a record's keys, in the given order or as they are declared."""
    return [_widget(key, record.model_fields[key]) for key in (keys or record.model_fields)]


def _widget(key: str, field: FieldInfo) -> Widget:
    told: Widget = {"name": key, "label": field.title, "required": field.is_required()}
    listed = is_list(field.annotation)
    if (inner := record_in(field.annotation)) is not None:
        return {**told, **_group(inner, listed=listed)}
    schema = _schema_of(field)
    if key in _RELATED and schema == _schema(Identifier):
        return {**told, **_relation(key, listed=listed)}
    widget = _of_kind(key, field, schema)
    if field.examples and widget["widget"] in _TYPED:
        told["hint"] = f"Ví dụ: {field.examples[0]}"
    return {**told, **(_list(widget, field.title or key) if listed else widget)}


def _group(record: type[BaseModel], *, listed: bool) -> Widget:
    fields = widgets(record, own_first(record))
    if not listed:
        return {"widget": "object", "collapsed": "auto", "fields": fields}
    shown = next((key for key in ("title", "name", "do", "to", "path", "text", "what", "form") if key in record.model_fields))
    return {"widget": "list", "collapsed": "auto", "summary": f"{{{{fields.{shown}}}}}", "fields": fields}


def _list(item: Widget, label: str) -> Widget:
    return {"widget": "list", "label_singular": label, "field": {"name": "muc", "label": label, **item}}


def _relation(key: str, *, listed: bool) -> Widget:
    collection, shown = _RELATED[key]
    found: Widget = {
        "widget": "relation",
        "collection": collection,
        "value_field": "{{slug}}",
        "display_fields": shown,
        "search_fields": shown,
    }
    return {**found, "multiple": True} if listed else found


def _of_kind(key: str, field: FieldInfo, schema: WithJsonSchema | None) -> Widget:
    if (choice := _choice_in(field.annotation)) is not None:
        return _select([(each.label, each.value) for each in choice])
    if schema == _schema(RepositoryPath) and key in _UPLOADED:
        widget, accepted = _UPLOADED[key]
        return {"widget": widget, "accept": accepted, "choose_url": False}
    for kind, widget in _WIDGETS:
        if schema == _schema(kind):
            return widget
    example = field.examples[0] if field.examples else ""
    pattern = (schema.json_schema or {}).get("pattern") if schema else None
    return {"widget": "string", "pattern": [pattern, f"viết như {example}"] if pattern else _NOT_EMPTY}


def _select(options: Iterable[tuple[str, str]]) -> Widget:
    return {"widget": "select", "options": [{"label": label, "value": value} for label, value in options]}


def _schema(annotation: Any) -> WithJsonSchema | None:
    """What an annotation says to other programs of the values it reads."""
    own = getattr(annotation, "__metadata__", ())
    inner = (_schema(each) for each in get_args(annotation))
    return next((each for each in (*own, *inner) if isinstance(each, WithJsonSchema)), None)


def _schema_of(field: FieldInfo) -> WithJsonSchema | None:
    own = (each for each in field.metadata if isinstance(each, WithJsonSchema))
    return next(own, None) or _schema(field.annotation)


def _choice_in(annotation: Any) -> type[Choice] | None:
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return annotation
    return next((found for each in get_args(annotation) if (found := _choice_in(each))), None)


_WIDGETS: tuple[tuple[Any, Widget], ...] = (
    (Day, {"widget": "datetime", "type": "date", "format": "D/M/YYYY", "picker_utc": False}),
    (Prose, {"widget": "text", "pattern": _NOT_EMPTY}),
    (YesNo, {"widget": "boolean", "default": False}),
    (Integer, {"widget": "number", "value_type": "int"}),
    (Count, {"widget": "number", "value_type": "int", "min": 0}),
    (TypeOfDocument, _select((each.name, each.code or each.name) for each in TYPES)),
)
"""Kinds of values with a widget of their own; all others are a line of text."""
