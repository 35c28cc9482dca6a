"""What stands under a picture: what it shows, then who made it."""

from __future__ import annotations

_MARK = "|"


def split_caption(text: str) -> tuple[str | None, str | None]:
    """Caption and credit as typed behind a picture in a text: `Lễ phát động | Ảnh: Ban Biên tập`."""
    caption, _, credit = text.rpartition(_MARK) if _MARK in text else (text, "", "")
    return caption.strip() or None, credit.strip() or None


def caption_of(caption: str | None, credit: str | None) -> str:
    """Both as one line: `Lễ phát động. Ảnh: Ban Biên tập`; empty where there is neither."""
    if caption and credit:
        return f"{caption if caption.endswith(('.', '?', '!', '…')) else f'{caption}.'} {credit}"
    return caption or credit or ""
