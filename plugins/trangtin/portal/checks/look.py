"""The pictures that `mkdocs.yml` names: emblem and banner are there and are pictures."""

from __future__ import annotations

from collections.abc import Iterator

from trangtin.content.nearest import did_you_mean, nearest_from
from trangtin.content.options.configuration import CONFIG
from trangtin.content.problem import Code, Problem
from trangtin.portal.catalogue import Catalogue

_PICTURES = (".svg", ".png", ".webp", ".jpg", ".jpeg")


def check_look(catalogue: Catalogue) -> Iterator[Problem]:
    """A picture that is missing would leave a hole on every page."""
    layout, look = catalogue.reading.layout, catalogue.settings.look
    named = (("emblem", look.emblem), ("banner.src", look.banner.src if look.banner else None))
    for key, name in named:
        path = layout.in_docs(name) if name else None
        if name is None:
            continue
        if not name.lower().endswith(_PICTURES):
            yield _problem(key, f"'{name}' không phải là tệp ảnh", "dùng ảnh SVG, PNG, WebP hoặc JPEG", "")
        elif path not in catalogue.reading.attachments:
            near = nearest_from(layout.docs, path or name, catalogue.reading.attachments)
            message = f"không có tệp '{name}' trong thư mục '{layout.docs}'"
            remedy = did_you_mean(near, f"chép ảnh vào '{layout.docs}/assets/'")
            yield _problem(key, message, remedy, near or "")


def _problem(key: str, message: str, remedy: str, near: str) -> Problem:
    example = f"{key.rpartition('.')[2]}: {near}" if near else ""
    return Problem(CONFIG, 1, Code.LOOK_FILE, f"'look.{key}': {message}", remedy, example)
