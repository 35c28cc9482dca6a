"""Slips in the unit's own templates (`custom_dir`), told where they are."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError
from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def blame_template(error: Exception, config: MkDocsConfig) -> None:
    """Raise PluginError with the line of the unit's own template that made an error; others are not our business."""
    if not config.theme.custom_dir:
        return
    own, root = Path(config.theme.custom_dir).resolve(), Path(config.config_file_path).resolve().parent
    if isinstance(error, TemplateSyntaxError):
        places: list[tuple[str, int | None]] = [(error.filename or "", error.lineno)]
    else:  # Jinja shows the template's own lines where its compiled code ran
        places = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    for name, line in reversed(places):
        file = Path(name).resolve()
        if file.is_relative_to(own):
            place = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
            raise PluginError(
                f"{place}:{line}: mẫu giao diện có lỗi: {error} ({type(error).__name__}) "
                "→ sửa dòng ấy, hoặc bỏ tệp này để dùng mẫu có sẵn"
            ) from None
