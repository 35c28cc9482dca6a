"""What a page looks like, small and grey, and whether it still does: for references that bear other machines' fonts.

A picture is a fifth of the page's size, its light and its dark scheme side by side. Two are compared by the mean grey
of blocks of 30 x 30 pixels of the page, each with the blocks one higher and one lower as well: how letters are smoothed
or a line that is two pixels taller makes no difference; a part that is hidden or moved does.
"""

from __future__ import annotations

import base64
import io
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import CDPSession, Page

REFERENCES = Path(__file__).with_name("references")
WIDTHS = (360, 1280)
SCALE, BLOCK = 5, 6
"""Pixels of a page to one of a picture, and pixels of a picture to one side of a block."""
TALLEST = 3000
"""Of a page, in its pixels: below that lists go on as they began."""
STEP = 16
"""Of 255 greys: what a block may be off, as one of smoothed letters is; text instead of nothing is more."""
MOST = 2.0
"""Per cent of the blocks that may be off by more: a hidden side column is 4 to 8, letters of the same measures 0."""
FONTS = {
    "--tt-sans": "'Liberation Sans', Arial, sans-serif",
    "--tt-serif": "'Liberation Serif', 'Times New Roman', serif",
}
"""Measures that are the same everywhere (tools.system_parts installs them); readers get what their device has."""
FILLS_IN = "[...document.scripts].some(each => /(library|page|file-check)[.]js$/.test(each.src))"
"""Whether a page asks for more by script once it has loaded."""
PREPARE = """async fonts => {
  for (const [name, value] of Object.entries(fonts)) document.documentElement.style.setProperty(name, value);
  const images = [...document.images];
  for (const each of images) each.loading = 'eager';
  await Promise.all(images.map(each => each.decode().catch(() => {})));
  return document.documentElement.scrollHeight;
}"""


def seen(page: Page, width: int, tallest: int = TALLEST) -> Image.Image:
    """The page that is open, in both schemes."""
    if page.evaluate(FILLS_IN):
        page.wait_for_load_state("networkidle")  # half a second at least: only where it is needed
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="light")
    height = min(tallest, page.evaluate(PREPARE, FONTS))
    line = page.context.new_cdp_session(page)
    light = _shot(line, width, height)
    page.emulate_media(color_scheme="dark")
    dark = _shot(line, width, height)
    line.detach()
    both = Image.new("L", (light.width + BLOCK + dark.width, light.height), 128)
    both.paste(light, (0, 0))
    both.paste(dark, (light.width + BLOCK, 0))
    return both


def _shot(line: CDPSession, width: int, height: int) -> Image.Image:
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1 / SCALE}
    told = line.send("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True, "clip": clip})
    with Image.open(io.BytesIO(base64.b64decode(told["data"]))) as picture:
        return picture.convert("L")


def keep(picture: Image.Image, name: str, folder: Path = REFERENCES) -> Path:
    """Write a picture down; a committed one is a few kB."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.webp"
    picture.save(file, "WEBP", quality=30, method=6)
    return file


def reference(name: str) -> Image.Image:
    """What the page is to look like."""
    with Image.open(REFERENCES / f"{name}.webp") as picture:
        return picture.convert("L")


def difference(before: Image.Image, now: Image.Image) -> float:
    """How much of a page looks otherwise, in per cent of its blocks."""
    width, height = (max(sides) for sides in zip(before.size, now.size, strict=True))
    first, second = (_blocks(each, width, height) for each in (before, now))
    off = ImageChops.difference(first, second)
    for step in (-1, 1):
        off = ImageChops.darker(off, ImageChops.difference(first, ImageChops.offset(second, 0, step)))
    counts = off.histogram()
    return 100 * sum(counts[STEP + 1 :]) / sum(counts)


def _blocks(picture: Image.Image, width: int, height: int) -> Image.Image:
    """The mean of each block; what one page is shorter than the other is as grey as no page."""
    whole = Image.new("L", (width, height), 128)
    whole.paste(picture, (0, 0))
    return whole.reduce(BLOCK)
