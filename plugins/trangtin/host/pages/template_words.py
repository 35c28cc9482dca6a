"""The template function `_`: words that a template has in Vietnamese, in the language of the page being drawn."""

from __future__ import annotations

from trangtin.content.values.languages import VIETNAMESE
from trangtin.views.words import words


class TemplateWords:
    """It is told of each page before the page is drawn, as `HrefFilter` is, so that macros are made once for all."""

    def __init__(self) -> None:
        """Start in Vietnamese."""
        self._word = words(VIETNAMESE)

    def speak(self, frame: str) -> None:
        """Go on to a page whose frame is in this language."""
        self._word = words(frame)

    def __call__(self, text: str) -> str:
        """The text in that language."""
        return self._word(text)
