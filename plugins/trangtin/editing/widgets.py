"""One declared key as a widget of the form: its Vietnamese label, its example, what may be typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import WithJsonSchema

from trangtin.content.record import is_list, own_first, record_in
from trangtin.content.values.doctype import TYPES
from trangtin.content.values.field import Count, Day, Identifier, Integer, Prose, TypeOfDocument, YesNo
from trangtin.content.values.place import RepositoryPath
from trangtin.content.values.vocabulary import Choice

Widget = dict[str, Any]
Campaigns = Sequence[tuple[str, str]]

UNITS = "don-vi"
"""Name of the collection of sub-units, that other files refer to."""
_OF_UNITS = frozenset({"unit", "units", "lead", "merged_into"})
"""Keys that hold ids of sub-units."""
_OF_CAMPAIGN = "campaign"
"""The key that holds the slug of a campaign."""
_UPLOADED: Mapping[str, tuple[str, str]] = {
    "path": ("file", ".pdf,.docx,.doc,.xlsx,.xls,.odt,.ods,.zip,.p7s"),
    "src": ("image", "image/jpeg,image/png,image/webp"),
}
"""Keys that name a file which goes beside the text: the widget, and which files it takes."""
_UNIT: Widget = {
    "widget": "relation",
    "collection": UNITS,
    "value_field": "{{slug}}",
    "display_fields": ["unit.name"],
    "search_fields": ["unit.name"],
}
_TYPED = frozenset({"string", "text", "number"})
"""Widgets that one types into; an example helps nobody who chooses."""
_TELLING = ("title", "name", "do", "to", "path", "what", "alt", "sha256")
"""Keys by which an item of a list is known while it is closed, the best first."""
_NOT_EMPTY = [r"\S", "điền nội dung"]


def widgets(record: type[BaseModel], keys: Iterable[str], campaigns: Campaigns) -> list[Widget]:
    """The widgets of some keys of a record, in their order; `campaigns` are those that there are, slug and title."""
    return [_widget(key, record.model_fields[key], campaigns) for key in keys]


def _widget(key: str, field: FieldInfo, campaigns: Campaigns) -> Widget:
    common: Widget = {"name": key, "label": field.title, "required": field.is_required()}
    listed = is_list(field.annotation)
    if (inner := record_in(field.annotation)) is not None:
        return {**common, **_group(inner, campaigns, listed=listed)}
    schema = _schema_of(field)
    if key in _OF_UNITS and schema == _schema(Identifier):
        return {**common, **_UNIT, **({"multiple": True} if listed else {})}
    if key == _OF_CAMPAIGN and schema == _schema(Identifier) and campaigns:
        return {**common, **_select((title, slug) for slug, title in campaigns)}
    widget = _of_kind(key, field, schema)
    example = f"Ví dụ: {field.examples[0]}" if field.examples and widget["widget"] in _TYPED else None
    note = None if key in _UPLOADED else field.description  # nobody types a path there
    if hint := " ".join(filter(None, (note, example))):
        common["hint"] = hint
    return {**common, **(_list(widget, field.title or key) if listed else widget)}


def _group(record: type[BaseModel], campaigns: Campaigns, *, listed: bool) -> Widget:
    fields = widgets(record, own_first(record), campaigns)
    if not listed:
        return {"widget": "object", "collapsed": False, "fields": fields}
    shown = next(key for key in _TELLING if key in record.model_fields)
    return {"widget": "list", "collapsed": "auto", "summary": f"{{{{fields.{shown}}}}}", "fields": fields}


def _list(item: Widget, label: str) -> Widget:
    return {"widget": "list", "label_singular": label, "field": {"name": "muc", "label": label, **item}}


def _of_kind(key: str, field: FieldInfo, schema: WithJsonSchema | None) -> Widget:
    if (choice := _choice_in(field.annotation)) is not None:
        return _select([(each.label, each.value) for each in choice])
    if schema == _schema(RepositoryPath) and key in _UPLOADED:
        name, accepted = _UPLOADED[key]
        return {"widget": name, "accept": accepted, "choose_url": False}
    for kind, widget in _WIDGETS:
        if schema == _schema(kind):
            return widget
    example = field.examples[0] if field.examples else ""
    pattern = (schema.json_schema or {}).get("pattern") if schema else None
    return {"widget": "string", "pattern": [pattern, f"viết như {example}"] if pattern else _NOT_EMPTY}


def _select(options: Iterable[tuple[str, str]]) -> Widget:
    return {"widget": "select", "options": [{"label": label, "value": value} for label, value in options]}


def _schema(annotation: Any) -> WithJsonSchema | None:
    """The JSON schema that an annotation declares for the values it reads."""
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
    (Day, {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}),
    (Prose, {"widget": "text", "pattern": _NOT_EMPTY}),
    (YesNo, {"widget": "boolean", "default": False}),
    (Integer, {"widget": "number", "value_type": "int"}),
    (Count, {"widget": "number", "value_type": "int", "min": 0}),
    (TypeOfDocument, _select((each.name, each.code or each.name) for each in TYPES)),
)
"""Kinds of values with a widget of their own; all others are a line of text."""
