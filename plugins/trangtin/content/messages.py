"""From a validation error to a Problem a clerk can act on."""

from __future__ import annotations

import difflib
import types
from collections.abc import Mapping
from typing import Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from trangtin.content.entry import KeyPath, line_of
from trangtin.content.problem import Code, Problem
from trangtin.content.record import example_of
from trangtin.content.text import fold

M = TypeVar("M", bound=BaseModel)

# What editors type out of habit, and the key they mean; difflib finds misspellings, not translations.
_MEANT = {
    "tieu_de": "title", "tieude": "title", "trich_yeu": "title", "ten": "title", "name": "title",
    "so": "number", "so_hieu": "number", "ky_hieu": "number", "no": "number", "ngay": "date", "ngay_ban_hanh": "date",
    "loai": "type", "noi_ban_hanh": "place", "co_quan": "issuer", "co_quan_ban_hanh": "issuer", "cap": "level",
    "nguoi_ky": "signer", "can_cu": "basis", "noi_nhan": "recipients", "tep": "files", "file": "files",
    "attachments": "files", "hieu_luc": "effective", "het_hieu_luc": "expires", "nhap": "draft", "tom_tat": "summary",
    "description": "summary", "tac_gia": "author", "anh": "image", "the": "tags", "don_vi": "unit", "viec": "do",
    "han": "due", "deadline": "due", "trang_thai": "status", "bat_dau": "start", "ket_thuc": "end", "khen_thuong":
    "awards", "nhiem_vu": "tasks", "phong_trao": "campaign", "chuc_vu": "position", "quyen_han": "authority",
}  # fmt: skip


def build(model: type[M], data: Mapping[str, Any], path: str, lines: Mapping[KeyPath, int]) -> M | list[Problem]:
    """The frozen value of `data`, or every problem in it."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        return [_problem(model, detail, path, lines) for detail in error.errors(include_url=False)]


def _problem(model: type[BaseModel], detail: ErrorDetails, path: str, lines: Mapping[KeyPath, int]) -> Problem:
    key: KeyPath = tuple(detail["loc"])
    line = line_of(lines, key)
    name = str(key[-1]) if key else ""
    kind = detail["type"]
    within = _model_at(model, key[:-1]) if key else model
    if kind == "extra_forbidden":
        return _unknown_key(within or model, key, path, line)
    example = example_of(within, name) if within is not None else ""
    if kind == "missing":
        return Problem(
            path,
            line,
            Code.MISSING_KEY,
            f"thiếu khóa '{_spell(key)}'",
            f"thêm khóa '{name}'",
            f"{name}: {example}" if example else f"{name}: …",
        )
    context = detail.get("ctx", {})
    if kind in Code.__members__:
        shown = example or str(context["example"])
        told = f"'{_spell(key)}' = {context['message']}" if key and example else str(context["message"])
        told = (
            f"'{_spell(key)}': {context['message']}" if key and not isinstance(key[-1], int) and not example else told
        )
        right = f"{name}: {shown}" if example and isinstance(key[-1], str) else str(context["example"])
        return Problem(path, line, Code[kind], told, str(context["remedy"]), right)
    return _wrong_shape(model, key, path, line, kind)


def _unknown_key(model: type[BaseModel], key: KeyPath, path: str, line: int) -> Problem:
    name = str(key[-1])
    known = list(model.model_fields)
    meant = _MEANT.get(fold(name).replace(" ", "_").replace("-", "_"))
    near = [meant] if meant in known else difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.6)
    if near:
        example = example_of(model, near[0])
        return Problem(
            path,
            line,
            Code.UNKNOWN_KEY,
            f"không có khóa '{_spell(key)}'",
            f"có phải ý bạn là '{near[0]}'?",
            f"{near[0]}: {example}" if example else "",
        )
    return Problem(
        path, line, Code.UNKNOWN_KEY, f"không có khóa '{_spell(key)}'", f"bỏ khóa này; các khóa có: {', '.join(known)}"
    )


def _wrong_shape(model: type[BaseModel], key: KeyPath, path: str, line: int, kind: str) -> Problem:
    expected = _model_at(model, key)
    if kind.startswith(("model", "dataclass", "dict")) and expected is not None:
        keys = [name for name, field in expected.model_fields.items() if field.is_required()] or list(
            expected.model_fields
        )
        sample = ", ".join(f"{name}: {example_of(expected, name) or '…'}" for name in keys[:3])
        return Problem(
            path,
            line,
            Code.WRONG_SHAPE,
            f"'{_spell(key)}' cần một nhóm khóa con",
            f"viết các khóa {', '.join(keys)} bên dưới",
            f"{{{sample}}}",
        )
    if kind.startswith(("tuple", "list")):
        inner = f"{{{', '.join(list(expected.model_fields)[:2])}: …}}" if expected is not None else "…"
        return Problem(
            path,
            line,
            Code.WRONG_SHAPE,
            f"'{_spell(key)}' cần một danh sách",
            "viết mỗi mục một dòng, bắt đầu bằng '- '",
            f"- {inner}",
        )
    return Problem(
        path, line, Code.WRONG_SHAPE, f"'{_spell(key)}' không đọc được", "xem mẫu trong tài liệu về các khóa"
    )


def _spell(key: KeyPath) -> str:
    """`files[1].path`, counting from 1 as people do."""
    out = ""
    for part in key:
        out += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if out else part
    return out


def _model_at(model: type[BaseModel], key: KeyPath) -> type[BaseModel] | None:
    """The record that the value at `key` has to be (or a list of it), if any."""
    current: type[BaseModel] | None = model
    for part in key:
        if isinstance(part, int):
            continue
        field = current.model_fields.get(part) if current is not None else None
        current = _record_in(field.annotation) if field is not None else None
    return current


def _record_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {Union, types.UnionType, tuple}:
        for argument in get_args(annotation):
            if (found := _record_in(argument)) is not None:
                return found
    return None
