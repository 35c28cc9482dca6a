"""JSON as every command prints it."""

from __future__ import annotations

import json


def json_text(value: object) -> str:
    """Indented, with letters as they are; days as in ISO 8601."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)
