"""The kinds of values a front matter holds: each reads what a person types and says in Vietnamese what is wrong.

Every scalar arrives as the string that was typed (see `front_matter`), so `12:30`, `no` and `007` reach these readers
unspoilt. Each type raises `PydanticCustomError(code, message, {"remedy": …, "example": …})`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue, WithJsonSchema
from pydantic_core import CoreSchema

from trangtin.content.nearest import did_you_mean
from trangtin.content.problem import Code
from trangtin.content.text import ITEMS, fold, one_line, parted, slug
from trangtin.content.values.dates import parse_date
from trangtin.content.values.doctype import TYPES, DocumentType, find_type, nearest_type
from trangtin.content.values.languages import LANGUAGES, language, nearest_tag
from trangtin.content.values.number import DocumentNumber, parse_number
from trangtin.content.values.typed_text import LIST_REMEDY, as_line, as_prose, as_text, fault, refuse_word_quotes
from trangtin.content.values.vocabulary import Choice

_SHA256 = re.compile(r"[0-9a-f]{64}")
IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What names campaigns and sub-units."""


def _day(value: object) -> date:
    if isinstance(value, date):
        return value
    text = as_text(value)
    refuse_word_quotes(text)
    try:
        return parse_date(text)
    except ValueError as error:
        raise fault(Code.BAD_DATE, f"'{one_line(text)}': {error}", "viết ngày/tháng/năm", "20/4/2021") from None


def _number(value: object) -> DocumentNumber:
    if isinstance(value, DocumentNumber):
        return value
    text = as_text(value)
    refuse_word_quotes(text)
    try:
        return parse_number(text)
    except ValueError as error:
        raise fault(
            Code.BAD_NUMBER, f"'{one_line(text)}': {error}", "viết đủ số và ký hiệu như trên văn bản", "12/KH-TCT"
        ) from None


def _type(value: object) -> DocumentType:
    if isinstance(value, DocumentType):
        return value
    text = as_text(value)
    if found := find_type(text):
        return found
    near = nearest_type(text)
    remedy = did_you_mean(near, "dùng tên loại hoặc mã theo Nghị định 30/2020/NĐ-CP")
    raise fault(Code.UNKNOWN_TYPE, f"'{one_line(text)}' không phải là loại văn bản nào", remedy, "KH", near)


def _sha256(value: object) -> str:
    text = as_text(value).strip().lower()
    if not _SHA256.fullmatch(text):
        raise fault(
            Code.BAD_SHA256,
            f"'{text[:20]}…' không phải là mã SHA-256" if len(text) > 20 else f"'{text}' không phải là mã SHA-256",
            "chép đủ 64 ký tự 0-9, a-f, hoặc bỏ khóa này",
        )
    return text


def _id(value: object) -> str:
    text = as_line(value)
    if len(several := parted(text)) > 1:
        message = f"'{text}' là {len(several)} mã trên một dòng"
        raise fault(Code.BAD_ID, message, "chỉ ghi một mã", instead=slug(several[0]), in_list=LIST_REMEDY)
    if not IDENTIFIER.fullmatch(text):
        raise fault(
            Code.BAD_ID,
            f"'{text}' không phải là mã",
            "chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối",
            "khoa-llcs",
            slug(text),
        )
    return text


def _language(value: object) -> str:
    text = as_line(value)
    if language(text) is None:
        meant = nearest_tag(text)
        remedy = did_you_mean(meant, "dùng mã trong danh sách ngôn ngữ")
        raise fault(Code.UNKNOWN_LANGUAGE, f"'{text}' không phải là mã ngôn ngữ nào", remedy, "en", meant or "")
    return text


def _integer(value: object) -> int:
    if isinstance(value, int):
        return value
    text = as_text(value).strip()
    if not re.fullmatch(r"[+-]?\d{1,5}", text) or abs(int(text)) > 36_500:  # a hundred years of days
        raise fault(Code.BAD_INTEGER, f"'{text}' không phải là số nguyên", "chỉ viết chữ số", "-10")
    return int(text)


def _count(value: object) -> int:
    number = _integer(value)
    if number < 0:
        raise fault(Code.BAD_INTEGER, f"'{number}' nhỏ hơn 0", "viết số từ 0 trở lên", "2")
    return number


_YES = {"true", "yes", "on", "co", "dung"}
_NO = {"false", "no", "off", "khong", "sai"}


def _yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = as_text(value)
    if fold(text.strip()) in _YES:
        return True
    if fold(text.strip()) in _NO:
        return False
    raise fault(Code.BAD_YES_NO, f"'{text}' không phải là đúng/sai", "viết true hoặc false", "true")


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


ChoiceT = TypeVar("ChoiceT", bound=Choice)


def choice(vocabulary: type[ChoiceT]) -> Callable[[object], ChoiceT]:
    """A reader for a closed list: the value, or its Vietnamese label; else "did you mean".

    Of two with one label ("Thay mặt tập thể": TM. of the state, T/M of the Party) the first is meant.
    """
    meant = {fold(spelling): each for each in reversed(list(vocabulary)) for spelling in (each.label, each.value)}

    def read(value: object) -> ChoiceT:
        if isinstance(value, vocabulary):
            return value
        typed = as_text(value)
        if (member := meant.get(typed)) is not None:  # as nearly all are written
            return member
        text = one_line(typed)
        if (member := meant.get(fold(text))) is not None:
            return member
        allowed = [str(member.value) for member in vocabulary]
        close = difflib.get_close_matches(fold(text), meant, n=1, cutoff=0.6)
        near = str(meant[close[0]].value) if close else ""
        remedy = did_you_mean(near, f"dùng một trong: {', '.join(allowed)}")
        raise fault(Code.NOT_IN_LIST, f"'{text}' không có trong danh sách", remedy, allowed[0], near)

    return read


_TYPED = {"type": ["string", "number", "boolean"], "minLength": 1}
"""What other readers of YAML make of a line of text: a bare `2026` is a number to them, and a title to us."""
_DAY = (
    r"^\s*(?:\d{4}-\d{1,2}-\d{1,2}(?:[T ]00:00(?::00)?Z?)?"
    r"|\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}"
    r"|(?:[Nn]gày\s*)?\d{1,2}\s*[Tt]háng\s*\d{1,2}\s*[Nn]ăm\s*\d{4})\s*$"
)


def described(kind: str, schema: Mapping[str, Any] | None = None) -> WithJsonSchema:
    """What a kind of value is called in Vietnamese, and the JSON Schema of what may be typed for it."""
    return WithJsonSchema({**(schema or _TYPED), "description": kind})


Line = Annotated[
    str, BeforeValidator(as_line), described("một dòng chữ", {**_TYPED, "pattern": f"^(?!{ITEMS.pattern})"})
]
"""One line of text, not empty."""
Prose = Annotated[str, BeforeValidator(as_prose), described("chữ, được nhiều dòng")]
"""Text that may have several lines, not empty."""
Day = Annotated[date, BeforeValidator(_day), described("ngày", {"type": "string", "pattern": _DAY})]
"""A day, read day first."""
Number = Annotated[DocumentNumber, BeforeValidator(_number), described("số và ký hiệu")]
"""Number and symbol of a document."""
TypeOfDocument = Annotated[
    DocumentType,
    BeforeValidator(_type),
    # The list is for completion: a type is understood in other spellings too.
    described(
        "loại văn bản",
        {"anyOf": [{"enum": [*filter(None, (kind.code for kind in TYPES)), *(kind.name for kind in TYPES)]}, _TYPED]},
    ),
]
"""A document type, by code or name."""
Sha256 = Annotated[
    str, BeforeValidator(_sha256), described("mã SHA-256", {"type": "string", "pattern": r"^\s*[0-9a-fA-F]{64}\s*$"})
]
"""64 hexadecimal digits."""
Identifier = Annotated[
    str,
    BeforeValidator(_id),
    described("mã `a-z0-9-`", {"type": ["string", "integer"], "pattern": rf"^\s*{IDENTIFIER.pattern}\s*$"}),
]
"""A short name for addresses: `a-z0-9-`."""
Language = Annotated[
    str,
    BeforeValidator(_language),
    described("mã ngôn ngữ", {"type": "string", "pattern": rf"^\s*(?:{'|'.join(LANGUAGES)})(?:-[A-Za-z]+)*\s*$"}),
]
"""A BCP 47 language tag."""
Integer = Annotated[
    int,
    BeforeValidator(_integer),
    described("số nguyên", {"type": ["integer", "string"], "pattern": r"^\s*[+-]?\d{1,5}\s*$"}),
]
"""A whole number with a sign."""
Count = Annotated[
    int,
    BeforeValidator(_count),
    described("số từ 0", {"type": ["integer", "string"], "minimum": 0, "pattern": r"^\s*\+?\d{1,5}\s*$"}),
]
"""A whole number from 0."""
YesNo = Annotated[bool, BeforeValidator(_yes_no), described("true/false", {"type": ["boolean", "string"]})]
"""true or false (yes/no, có/không are understood)."""


class _OneToo:
    """A list of one may be written without being a list."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        listed = handler(schema)
        return {"anyOf": [listed, listed["items"]]}


T = TypeVar("T")
OneOrMore = Annotated[tuple[T, ...], BeforeValidator(_as_list), _OneToo()]
"""A list; a single value is a list of one."""
