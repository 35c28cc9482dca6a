"""One picture of an editor in the sizes that pages show, in formats that need less of a reader's data.

The results carry no camera's notes and no colour profile (colours are converted to sRGB). One thread encodes them, so
the same picture and release of Pillow give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from PIL import Image, ImageCms, ImageOps, features

from trangtin.signing.inside.images import FORMATS, PICTURE_FAULTS

WIDTHS = (360, 720, 1200)
"""Pixels: a phone, a sharp phone or a column of text, a sharp column. No page shows a picture wider than 1184."""
MOST_PIXELS = 64_000_000
"""Pixels of a picture that may be opened: more would fill the memory of a small machine, by intent or by accident."""
_NEAR = 0.9
"""A step so close below the largest size spares nobody anything."""
_FEW_COLOURS = 256
_QUALITY: dict[str, dict[str, int | str | bool]] = {
    "avif": {"quality": 50, "speed": 7, "max_threads": 1, "subsampling": "4:2:0"},
    "webp": {"quality": 78, "method": 4},
    "jpeg": {"quality": 82, "progressive": True, "optimize": True},
    "png": {"optimize": True},
}
_MOST_UNITS = 1_000_000_000
"""Width or height of a drawing: more is no sensible measure, and a float may be infinite."""


@dataclass(frozen=True, slots=True)
class Resized:
    """A picture made of another."""

    format: str
    """`avif`, `webp`, `jpeg` or `png`."""
    width: int
    """Pixels."""
    data: bytes


@dataclass(frozen=True, slots=True)
class Sizes:
    """A picture, as it is shown: turned upright."""

    width: int = 0
    """Pixels; 0 where it cannot be determined."""
    height: int = 0
    made: tuple[Resized, ...] = ()
    """Smaller ones, by format (those that take least first) and width; none where none takes less than the original."""
    fallback: Resized | None = None
    """The picture in its original format, for browsers that know no other; None where the original itself serves."""
    is_broken: bool = False
    """True if its pixels cannot be read."""
    is_huge: bool = False
    """True if it has more than `MOST_PIXELS`, and was not opened."""


def sizes_of(data: bytes) -> Sizes:
    """The sizes of a picture or drawing. Never raises for what the file holds."""
    if data.lstrip()[:1] == b"<" or data.startswith(b"\xef\xbb\xbf<"):
        return _of_drawing(data)
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return Sizes(*picture.size, is_huge=True)
            return _of_picture(picture, data)
    except PICTURE_FAULTS:
        return Sizes(is_broken=True)


def _of_picture(picture: Image.Image, data: bytes) -> Sizes:
    own = (picture.format or "").lower().replace("mpo", "jpeg")  # MPO: a JPEG with more behind it, as phones take it
    full = _upright_size(picture)
    is_keyed = picture.mode.startswith("I") and "transparency" in picture.info  # one of 65,536 shades is glass
    if own == "gif" or is_keyed or (own != "jpeg" and getattr(picture, "is_animated", False)):
        return Sizes(*full)
    most = WIDTHS[-1]
    # JPEG decodes to a half or a quarter at once; twice what is needed leaves enough to make it smooth.
    picture.draft("RGB", (2 * most, 2 * most))
    upright = _in_srgb(ImageOps.exif_transpose(picture))
    is_drawn = own == "png" and upright.getcolors(_FEW_COLOURS) is not None
    scaled = {width: _scaled(upright, width, full) for width in widths_for(full[0])}
    found = [] if is_drawn else [*_of_format("avif", scaled, own, full[0], data)]
    webp = [*_of_format("webp", scaled, own, full[0], data, is_exact=is_drawn)]
    if found and webp and sum(len(each.data) for each in found) >= sum(len(each.data) for each in webp):
        found = []  # as of a few flat colours: then one format is enough
    fallback = None
    if full[0] > most and own in {"jpeg", "png", "webp"}:
        same = Resized(own, most, _encoded(scaled[most], own))
        fallback = same if len(same.data) < len(data) else None
    return Sizes(*full, (*found, *webp), fallback)


def widths_for(width: int) -> tuple[int, ...]:
    """The widths in which a picture of this width is offered, never more than it has."""
    top = min(width, WIDTHS[-1])
    return (*(step for step in WIDTHS if step < top * _NEAR), top)


def _of_format(
    name: str, scaled: dict[int, Image.Image], own: str, full: int, data: bytes, *, is_exact: bool = False
) -> Iterator[Resized]:
    """The picture in one format, if that takes less than the original; in the original's own, the smaller widths alone.

    `is_exact`: every pixel is kept, as lines and letters need it.
    """
    if name == "avif" and not features.check("avif"):  # as in some builds of Pillow for small systems
        return
    is_own = name == own and full <= WIDTHS[-1]
    top = max(scaled)
    made = [Resized(name, width, _encoded(each, name, is_exact)) for width, each in scaled.items()]
    if is_own:
        yield from (each for each in made if each.width < top and len(each.data) < len(data))
    elif len(made[-1].data) < len(data):
        yield from made


def _encoded(picture: Image.Image, name: str, is_exact: bool = False) -> bytes:
    out = io.BytesIO()
    options = {"lossless": True, "method": 4} if is_exact else _QUALITY[name]
    if name == "jpeg":
        picture = picture.convert("RGB")
    picture.save(out, name.upper(), **options)
    return out.getvalue()


def _scaled(picture: Image.Image, width: int, full: tuple[int, int]) -> Image.Image:
    height = max(1, round(full[1] * width / full[0]))
    if (width, height) == picture.size:
        return picture
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _upright_size(picture: Image.Image) -> tuple[int, int]:
    """The size as shown: cameras held on their side note that in the file."""
    is_turned = picture.getexif().get(0x0112, 1) in range(5, 9)
    return (picture.height, picture.width) if is_turned else picture.size


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The same colours in sRGB, which every screen takes for granted, without metadata."""
    if picture.mode.startswith("I"):  # 16 bits of grey, which convert() cuts off at 255 instead of dividing
        picture = picture.convert("I").point(lambda shade: shade * (1 / 256)).convert("L")
    profile = picture.info.get("icc_profile")
    has_alpha = "A" in picture.getbands() or "transparency" in picture.info
    if profile and picture.mode in {"RGB", "RGBA", "CMYK"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            mode = "RGBA" if picture.mode == "RGBA" else "RGB"
            turned = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
            picture = turned or picture
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile that nobody can read: the numbers as they are
    plain = picture.convert("RGBA" if has_alpha else "RGB")
    plain.info.clear()
    return plain


def _of_drawing(data: bytes) -> Sizes:
    """The measures of an SVG file; what it does was looked at when it was read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
        box = [float(each) for each in root.get("viewBox", "").replace(",", " ").split()]
        size = [float((root.get(name) or "").removesuffix("px")) for name in ("width", "height") if not box]
    except (etree.XMLSyntaxError, ValueError):
        return Sizes()
    width, height = box[2:4] if len(box) == 4 else size if len(size) == 2 else (0.0, 0.0)
    is_sensible = all(1 <= each <= _MOST_UNITS for each in (width, height))
    return Sizes(round(width), round(height)) if is_sensible else Sizes()
