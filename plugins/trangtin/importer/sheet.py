"""The front matter as it fills, with what a person has to look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import shorten

from trangtin.content.document import Document
from trangtin.importer.facts.found import Found


@dataclass(slots=True)
class Sheet:
    """The keys that are set so far, and the doubts about them."""

    values: dict[str, object] = field(default_factory=dict)
    review: list[str] = field(default_factory=list)

    def put(self, key: str, value: object) -> None:
        """Set a key."""
        self.values[key] = value

    def take(self, key: str, found: Found[object], missing: str = "") -> None:
        """A value with its doubts; `missing` is what to say where there is none and nothing was said."""
        if found.value is not None:
            self.values[key] = found.value
        for doubt in found.doubts or ((missing,) if missing and found.value is None else ()):
            self.doubt(key, doubt)

    def doubt(self, key: str, reason: str) -> None:
        """Say why a person must look at a key."""
        label = Document.model_fields[key].title
        self.review.append(f"{key} ({label}): {reason}")

    def ask(self, text: str) -> None:
        """Say what a person must look at where it is no single key."""
        self.review.append(text)

    def confirm_all(self) -> None:
        """Every key came from a picture: all of them need confirming."""
        for key in self.values:
            self.doubt(key, "chữ do máy nhận dạng từ ảnh, đối chiếu với bản in")
        self.ask("Toàn bộ nội dung do máy nhận dạng từ ảnh: đọc lại từng dòng, nhất là số, ngày, tên người")


def quoted(text: str, most: int) -> str:
    """The first words of a text, for a doubt about it: `most` letters, no word cut."""
    return f"“{shorten(text, most, placeholder='…')}”"
