"""From a validation error to a Problem a clerk can act on."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from trangtin.content.entry import KeyPath, line_of
from trangtin.content.problem import Code, Problem
from trangtin.content.record import example_of, is_list, own_first, record_at, record_in, value_at
from trangtin.content.text import fold, has_items
from trangtin.content.values.typed_text import ITEMS_REMEDY, LIST_REMEDY

M = TypeVar("M", bound=BaseModel)

# What editors type out of habit, and the key they mean; difflib finds misspellings, not translations.
_MEANT = {
    "tieu_de": "title", "tieude": "title", "trich_yeu": "title", "ten": "title", "name": "title",
    "so": "number", "so_hieu": "number", "ky_hieu": "number", "no": "number", "ngay": "date", "ngay_ban_hanh": "date",
    "loai": "type", "noi_ban_hanh": "place", "noi": "place",
    "co_quan": "issuer", "co_quan_ban_hanh": "issuer", "cap": "level",
    "nguoi_ky": "signer", "can_cu": "basis", "noi_nhan": "recipients", "tep": "files", "file": "files",
    "attachments": "files", "hieu_luc": "effective", "het_hieu_luc": "expires", "nhap": "draft", "tom_tat": "summary",
    "description": "summary", "tac_gia": "author", "anh": "image", "the": "tags", "don_vi": "unit", "viec": "do",
    "han": "due", "deadline": "due", "trang_thai": "status", "bat_dau": "start", "ket_thuc": "end", "khen_thuong":
    "awards", "nhiem_vu": "tasks", "phong_trao": "campaign", "chuc_vu": "position", "quyen_han": "authority",
    "from": "start", "tu_ngay": "start", "to": "end", "den_ngay": "end", "khoi": "block", "cum": "block",
    "hinh_thuc": "form",
}  # fmt: skip


# What the portal works out from dates and relations; nobody has to keep it up.
_COMPUTED = {"status", "state", "trang_thai", "tinh_trang"}


def build(model: type[M], data: Mapping[str, Any], path: str, lines: Mapping[KeyPath, int]) -> M | list[Problem]:
    """The record that `data` means, or every problem in it."""
    empty, value = unknown_and_empty(model, data, path, lines), value_of(model, data, path, lines)
    if isinstance(value, list):
        return empty + value
    return empty or value


def value_of(model: type[M], data: Mapping[str, Any], path: str, lines: Mapping[KeyPath, int]) -> M | list[Problem]:
    """As `build`, but for unknown keys without a value: `unknown_and_empty` reports them, once a text is first read."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        details = error.errors(include_url=False)
    meant = {key_meant(model, key) for key in _unknown(details)}
    # A misspelt or misplaced required key is one slip, not two.
    left = (detail for detail in details if detail["type"] != "missing" or tuple(detail["loc"]) not in meant)
    return [problem for detail in left for problem in _problems(model, detail, path, lines)]


def fault_of(model: type[BaseModel], key: KeyPath, value: str) -> Problem | None:
    """What is wrong with one value for a key, whatever the rest of the record is."""
    data: Any = value
    for part in reversed(key):
        data = {part: data}
    built = build(
        model, data, "", {key: 2}
    )  # on a line of its own, so that other keys that are missing stand elsewhere
    return next((each for each in built if each.line == 2), None) if isinstance(built, list) else None


def unknown_and_empty(
    model: type[BaseModel], data: Mapping[str, Any], path: str, lines: Mapping[KeyPath, int]
) -> list[Problem]:
    """The problems of keys that do not exist and have no value, so that they are not among the values read."""
    return [
        Problem(path, lines[key], Code.UNKNOWN_KEY, f"không có khóa '{_spell(key)}'", *_known_key(model, key))
        for key in left_empty(model, data, lines)
    ]


def key_meant(model: type[BaseModel], key: KeyPath) -> KeyPath:
    """The key that an unknown one must stand for, or under which it belongs; `()` where nobody can tell."""
    near = _meant(model, key) or _home(model, key)
    return (*key[:-1], near) if near else ()


def left_empty(model: type[BaseModel], data: Mapping[str, Any], lines: Mapping[KeyPath, int]) -> Iterator[KeyPath]:
    """Unknown keys with nothing behind them."""
    for key in lines:
        if not key or isinstance(key[-1], int):
            continue
        around = value_at(data, key[:-1])
        if isinstance(around, Mapping) and key[-1] not in around:
            within = record_at(model, key[:-1])
            if within is not None and key[-1] not in within.model_fields and within.model_config["extra"] == "forbid":
                yield key


def _unknown(details: Iterable[ErrorDetails]) -> Iterator[KeyPath]:
    return (tuple(detail["loc"]) for detail in details if detail["type"] == "extra_forbidden")


def _problems(
    model: type[BaseModel], detail: ErrorDetails, path: str, lines: Mapping[KeyPath, int]
) -> Iterator[Problem]:
    key: KeyPath = tuple(detail["loc"])
    line = line_of(lines, key)
    kind = detail["type"]
    context = detail.get("ctx", {})
    if kind == Code.CONTRADICTION.name:
        for found in context["found"]:
            where = line_of(lines, (*key, found.key)) if found.key else line
            yield Problem(path, where, Code.CONTRADICTION, found.message, found.remedy, found.example)
    elif kind == "extra_forbidden":
        yield Problem(path, line, Code.UNKNOWN_KEY, f"không có khóa '{_spell(key)}'", *_known_key(model, key))
    elif kind == "missing" and key in lines:
        yield _empty(model, key, path, line)
    elif kind == "missing":
        message = f"thiếu khóa '{_spell(key)}'"
        yield Problem(path, line, Code.MISSING_KEY, message, f"thêm khóa '{key[-1]}'", _right(model, key))
    elif kind in Code.__members__:
        # A quoted value reads `'date' = '31/4'`, a word on the shape `'date' cần …`.
        joint = " = " if context["message"].startswith("'") else " "
        message = f"'{_spell(key)}'{joint}{context['message']}"
        right = _right(model, key, context["instead"], context["example"])
        remedy = context["in_list"] if isinstance(key[-1], int) and context["in_list"] else context["remedy"]
        yield Problem(path, line, Code[kind], message, remedy, right)
    else:
        yield _wrong_shape(model, key, path, line, detail)


def _empty(model: type[BaseModel], key: KeyPath, path: str, line: int) -> Problem:
    message = f"'{_spell(key)}' để trống"
    return Problem(path, line, Code.EMPTY_TEXT, message, "điền nội dung", _right(model, key))


def _known_key(model: type[BaseModel], key: KeyPath) -> tuple[str, str]:
    """The remedy for a key that does not exist, and an example."""
    within = record_at(model, key[:-1]) or model
    name = str(key[-1])
    if near := _meant(model, key):
        return f"có phải ý bạn là '{near}'?", _right(model, (*key[:-1], near))
    if home := _home(model, key):
        return f"thụt khóa này vào dưới '{home}'", _right(model, (*key[:-1], home))
    if _habit(name) in _COMPUTED:
        return "bỏ khóa này: trang tự tính tình trạng từ ngày và báo cáo", ""
    return f"bỏ khóa này; các khóa có: {', '.join(own_first(within))}", ""


def _meant(model: type[BaseModel], key: KeyPath) -> str:
    """The key that was probably meant by an unknown one; empty if there is none."""
    within = record_at(model, key[:-1]) or model
    name, known = str(key[-1]), within.model_fields
    home = _home(model, key)
    if home and known[home].is_required():
        return ""
    if (habit := _MEANT.get(_habit(name), "")) in known:
        return habit
    if home or _habit(name) in _COMPUTED:
        return ""
    return next(iter(difflib.get_close_matches(name.lower(), list(known), n=1, cutoff=0.6)), "")


def _habit(name: str) -> str:
    return fold(name).replace(" ", "_").replace("-", "_")


def _home(model: type[BaseModel], key: KeyPath) -> str:
    """The key whose group has this key: `signer` for `position`; empty if there is none."""
    for beside, field in (record_at(model, key[:-1]) or model).model_fields.items():
        inner = record_in(field.annotation)
        if inner is not None and not is_list(field.annotation) and key[-1] in inner.model_fields:
            return beside
    return ""


def _wrong_shape(model: type[BaseModel], key: KeyPath, path: str, line: int, detail: ErrorDetails) -> Problem:
    kind, typed = detail["type"], detail["input"]
    message = f"'{_spell(key)}' không đọc được"
    remedy = "xem mẫu trong tài liệu về các khóa"
    expected = record_at(model, key)
    if kind.startswith(("model", "dataclass", "dict")) and expected is not None:
        message = f"'{_spell(key)}' cần một nhóm khóa con"
        remedy = f"viết {_names(_needed(expected))} bên dưới"
    elif kind.startswith(("tuple", "list")):
        message = f"'{_spell(key)}' cần một danh sách"
        is_listed = isinstance(typed, str) and has_items(typed)
        remedy = ITEMS_REMEDY if is_listed else LIST_REMEDY
    return Problem(path, line, Code.WRONG_SHAPE, message, remedy, _right(model, key))


def _names(keys: Sequence[str]) -> str:
    return f"khóa {keys[0]}" if len(keys) == 1 else f"các khóa {', '.join(keys)}"


def _needed(model: type[BaseModel]) -> list[str]:
    """The keys of a record that an example must show."""
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    return (required or list(model.model_fields))[:3]


def _right(model: type[BaseModel], key: KeyPath, instead: str = "", otherwise: str = "") -> str:
    """A line that would be right at `key`: `date: 20/4/2021`, or `- 20/4/2021` for an item of a list."""
    depth = len(key) - 1 if key and isinstance(key[-1], int) else len(key)
    within = record_at(model, key[: depth - 1]) or model
    name = str(key[depth - 1])
    value = instead or example_of(within, name)
    inner = record_at(model, key[:depth])
    if not value and inner is not None:
        value = "{" + ", ".join(f"{part}: {example_of(inner, part) or '…'}" for part in _needed(inner)) + "}"
    value = value or otherwise
    if not value:
        return ""
    if depth < len(key):
        return f"- {value}"
    listed = not instead and is_list(within.model_fields[name].annotation)
    return f"{name}: [{value}]" if listed else f"{name}: {value}"


def _spell(key: KeyPath) -> str:
    """`files[1].path`, counting from 1 as people do."""
    out = ""
    for part in key:
        out += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if out else part
    return out
