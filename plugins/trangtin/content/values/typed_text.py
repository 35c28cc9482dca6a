"""What was typed for a key, as text, and how its faults are put: each reader of a value begins with this."""

from __future__ import annotations

from pydantic_core import PydanticCustomError

from trangtin.content.problem import Code
from trangtin.content.text import has_items, normalise, one_line

WORD_QUOTES = "“”„‟"
ITEMS_REMEDY = "bỏ dấu '|' để mỗi gạch thành một mục"
LIST_REMEDY = "viết mỗi mục một dòng, bắt đầu bằng '- '"
WORD_QUOTES_REMEDY = '“ ” là dấu nháy của Word: thay bằng dấu nháy thẳng "'


def fault(
    code: Code, message: str, remedy: str, example: str = "", instead: str = "", in_list: str = ""
) -> PydanticCustomError:
    """The error a reader raises; `messages` turns it into a Problem.

    The message goes on after the key's name. `example` is any right value, `instead` the one that must be meant;
    `in_list` is the remedy for an item of a list, where that is another.
    """
    quote = {"message": message, "remedy": remedy, "example": example, "instead": instead, "in_list": in_list}
    return PydanticCustomError(code.name, "{message}", quote)


def as_text(value: object) -> str:
    """What was typed; a list or a group of keys is no text."""
    if not isinstance(value, str):
        if isinstance(value, dict) and len(value) == 1:  # `Lưu: VT` reads as a key and its value
            ((key, rest),) = value.items()
            raise fault(
                Code.WRONG_SHAPE,
                f"cần một dòng chữ, nhưng dấu hai chấm làm '{key}' thành một khóa con",
                "đặt cả dòng trong dấu nháy kép",
                instead=f'"{key}: {rest}"' if isinstance(rest, str) else "",
            )
        shape = "một danh sách" if isinstance(value, list | tuple) else "một nhóm khóa con"
        raise fault(Code.WRONG_SHAPE, f"cần một dòng chữ nhưng đang là {shape}", "viết giá trị trên cùng một dòng")
    return value


def refuse_word_quotes(text: str) -> None:
    """Raises for a day, number or reference in the quotes that Word types: YAML takes them for a part of it."""
    bare = text.strip().strip(WORD_QUOTES)
    if bare != text.strip():
        message = f"'{one_line(text)}' nằm trong dấu nháy cong của Word"
        raise fault(Code.WRONG_SHAPE, message, WORD_QUOTES_REMEDY, instead=f'"{bare}"')


def as_line(value: object) -> str:
    """One line of text that is not empty."""
    typed = as_text(value)
    text = one_line(typed)
    if not text:
        raise fault(Code.EMPTY_TEXT, "để trống", "điền nội dung hoặc bỏ hẳn khóa này")
    if has_items(typed):  # lines of one title may be joined, items of a list never
        raise fault(
            Code.WRONG_SHAPE,
            "cần một dòng chữ nhưng có nhiều gạch đầu dòng",
            "khóa này không nhận danh sách: bỏ dấu '|' và các gạch, viết trên một dòng",
            in_list=ITEMS_REMEDY,
        )
    return text


def as_prose(value: object) -> str:
    """Text that may have several lines, and is not empty."""
    text = normalise(as_text(value)).strip()
    if not text:
        raise fault(Code.EMPTY_TEXT, "để trống", "điền nội dung hoặc bỏ hẳn khóa này")
    return text
