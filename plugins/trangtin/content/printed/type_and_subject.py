"""Tên loại và trích yếu: `KẾ HOẠCH` above its title, `V/v …` of a letter (Nghị định 30/2020/NĐ-CP, mục II.5)."""

from __future__ import annotations

import re

from trangtin.content.text import fold, one_line
from trangtin.content.values.doctype import BY_NAME, TYPES, DocumentType, TypeGroup

VV = r"[Vv]\s*/\s*[Vv]\b"
"""A pattern for `V/v`, which looks like the number of a section at the start of a line."""
SHORT = re.compile(rf"{VV}[\s:.]*")
"""`V/v` with what parts it from the subject."""
ABOUT = re.compile(r"(?i)\s*(?:(?P<short>v\s*/\s*v)|v[ềêe]\s+vi[ệêe]c)\s*:?\s*(?P<subject>.*)", re.DOTALL)
"""`V/v`, `Về việc` and what stands behind, also where marks or spaces were lost."""
_BEGINS = re.compile(rf"(?P<name>{'|'.join(sorted(map(re.escape, BY_NAME), key=len, reverse=True))})(?=[ :])")
_WHOLE = {name.replace(" ", ""): kind for name, kind in BY_NAME.items()}
"""Without spaces: `K Ế  H O Ạ C H`; a text layer may lose them."""
_OF_PARTY = {fold(kind.name).replace(" ", ""): kind for kind in TYPES if kind.group is TypeGroup.PARTY}


def begins_subject_of_letter(text: str) -> bool:
    """True for `V/v …`, which only letters print; a decision may be entitled `Về việc …`."""
    found = ABOUT.match(text)
    return found is not None and found["short"] is not None


def type_of_line(text: str, *, party: bool = False) -> DocumentType | None:
    """The document type, if the line is nothing but its name in capitals (`KẾ HOẠCH`)."""
    line = one_line(text).strip(" .:*")
    if not line or line != line.upper():
        return None
    name = fold(line).replace(" ", "")
    return (_OF_PARTY.get(name) if party else None) or _WHOLE.get(name)


def type_that_starts(text: str) -> tuple[DocumentType, str] | None:
    """A type in capitals with more words behind it on its line (`KẾ HOẠCH PHÁT ĐỘNG …`): the type and the rest."""
    line = one_line(text)
    found = _BEGINS.match(fold(line))
    if found is None or not line[: found.end()].isupper():
        return None
    return BY_NAME[found["name"]], line[found.end() :].strip(" :")


def type_at_start(text: str) -> DocumentType | None:
    """The type whose name a title begins with, in whatever letters (`Thông báo tuyển sinh …`)."""
    found = _BEGINS.match(fold(text))
    return BY_NAME[found["name"]] if found and found.string[found.end()] == " " else None
