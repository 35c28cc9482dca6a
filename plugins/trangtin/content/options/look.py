"""How a portal shows whose it is: option `look` of the plugin in `mkdocs.yml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from trangtin.content.problem import Code
from trangtin.content.record import Record, labelled
from trangtin.content.values.colour import READABLE, Colour, parse_colour
from trangtin.content.values.field import Line, described
from trangtin.content.values.place import RepositoryPath, WebAddress
from trangtin.content.values.typed_text import as_line, fault

GROUND = Colour(0xF7, 0xF5, 0xF1)
"""The theme's light ground (`--tt-ground`), the worst place for text in the unit's colour."""


def _accent(value: object) -> Colour:
    if isinstance(value, Colour):
        return value
    text = as_line(value)
    try:
        colour = parse_colour(text)
    except ValueError:
        raise fault(
            Code.BAD_COLOUR,
            f"'{text}' không phải là mã màu",
            "viết # và sáu chữ số thập lục phân, đặt trong dấu nháy kép",
            '"#0b5d3b"',
        ) from None
    if (ratio := colour.contrast(GROUND)) < READABLE:
        raise fault(
            Code.PALE_COLOUR,
            f"'{text}' quá nhạt: chữ màu này trên nền trang chỉ tương phản {_decimal(ratio)}:1, "
            f"cần ít nhất {_decimal(READABLE)}:1",
            "dùng màu đậm hơn; màu cùng sắc gần nhất đạt yêu cầu ở ví dụ",
            instead=f'"{colour.darker(GROUND, READABLE)}"',
        )
    return colour


def _decimal(value: float) -> str:
    # Rounded down: 4.49 must not read 4,5.
    return f"{int(value * 10) / 10:.1f}".replace(".", ",")


AccentColour = Annotated[
    Colour, BeforeValidator(_accent), described("mã màu `#rrggbb`", {"type": "string", "pattern": "^#"})
]
"""A colour that text can be written in and white text on."""


class Banner(Record):
    """A wide picture above the home page."""

    src: RepositoryPath = labelled(
        "Tệp ảnh", "assets/bieu-ngu.jpg", "Tính từ thư mục trang (`docs_dir`); chừng 1184 × 200 điểm ảnh, hoặc gấp đôi."
    )
    """Path below the folder of pages (`docs_dir`); about 1184 x 200 pixels, or twice that."""
    alt: Line = labelled("Mô tả ảnh", "Cổng Trường nhìn từ đường Trường Học", "Cho người không nhìn thấy.")
    """What it shows, for those who cannot see it."""


class FooterFact(Record):
    """One more line at the foot of every page."""

    label: Line = labelled("Tên dòng", "Giấy phép", "Chữ đứng trước.")
    """The words in front of it."""
    text: Line = labelled("Nội dung", "Số 12/GP-STTTT ngày 05/01/2026")
    """What it says."""
    address: WebAddress | None = labelled(
        "Liên kết", "https://mau.example/giay-phep/", "Ghi khi dòng ấy dẫn đi đâu.", default=None
    )
    """Where it leads, if anywhere."""


class Look(Record):
    """What makes one portal look different from another."""

    accent: AccentColour | None = labelled(
        "Màu chủ đạo", '"#0b5d3b"', "Chữ trắng trên màu này phải đọc được; bỏ trống: đỏ sẫm.", default=None
    )
    """The unit's colour, for the menu, rules and state of the page; must carry white text. None: dark red."""
    emblem: RepositoryPath | None = labelled(
        "Huy hiệu",
        "assets/huy-hieu.svg",
        "Ảnh vuông SVG, PNG hay WebP trong thư mục trang; bỏ trống: ký hiệu đơn vị trong khung.",
        default=None,
    )
    """The unit's emblem beside its name, below `docs_dir`; SVG, PNG or WebP, square. None: its symbol in a frame."""
    banner: Banner | None = labelled("Biểu ngữ trang chủ", None, "Ảnh đầu trang chủ.", default=None)
    """A picture above the home page."""
    footer: tuple[FooterFact, ...] = labelled(
        "Thông tin thêm ở chân trang", None, "Giờ làm việc, giấy phép, kênh khác …", default=()
    )
    """Lines beside those about the unit: licence, opening hours, other channels."""
