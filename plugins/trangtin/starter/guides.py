"""The guides that come with the program: for units that have the wheel and not its repository."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

FIRST = "huong-dan-bien-tap.md"
GUIDES: Mapping[str, str] = {
    FIRST: "hướng dẫn biên tập: từ tệp Word đến trang, phong trào, tin, ảnh, gỡ bài, hỏi và đáp",
    "problems.md": "từng mã lỗi: nghĩa là gì, vì sao, cách sửa, ví dụ",
    "fields.md": "các khóa của phần đầu tệp và của mkdocs.yml",
    "dat-kho-va-tu-dong.md": "đặt kho Git và các bước tự động (người phụ trách kỹ thuật)",
    "may-chu.md": "máy chủ web, đăng, quay lại bản trước, khi lộ thông tin (người quản trị máy chủ)",
}
"""Each guide with what it is about."""
_PICTURE = re.compile(r"\]\((pictures/[\w.-]+)\)")


def guides_folder() -> Path:
    """The folder of the guides: within the wheel, or `docs/` of the repository itself."""
    packed = Path(__file__).with_name("files") / "guides"
    return packed if packed.is_dir() else Path(__file__).parents[3] / "docs"


def explanation(code: str) -> str | None:
    """The guide's section on a problem such as `TT701`; None where it has none."""
    text = (guides_folder() / "problems.md").read_text("utf-8")
    found = re.search(rf"^## {re.escape(code.upper())} .*?(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[0].rstrip() if found else None


def guide_files() -> dict[str, bytes]:
    """Every guide by its path, and the pictures that they show."""
    folder = guides_folder()
    texts = {name: (folder / name).read_bytes() for name in GUIDES}
    pictures = {name for text in texts.values() for name in _PICTURE.findall(text.decode())}
    return {**texts, **{name: (folder / name).read_bytes() for name in sorted(pictures)}}
