"""Pictures of papers through tesseract, where this machine has it: words with their places, then as any PDF."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence

import pypdfium2
from PIL import Image, ImageChops, UnidentifiedImageError

from trangtin.content.values.quantity import number_text
from trangtin.importer.letters import tidy
from trangtin.importer.paper import Paper, Remark
from trangtin.importer.pdf.ink import Glyph, PageInk
from trangtin.importer.pdf.pictured import named, remarks_on, with_recognised
from trangtin.importer.pdf.typed import read_pages
from trangtin.importer.refusal import Refusal
from trangtin.importer.secrecy import refuse_marked

_DPI = 200
"""Measured: 300 reads small words a little better, at twice the time."""
_MOST_SECONDS = 120
_MOST_PAGES = 60
_MOST_POINTS = 40_000_000
"""The most pixels of one picture: A4 at 600 dpi has 35 million."""
_UNSURE = 60
"""Confidence, out of 100, below which a word is reported as doubtful."""
_SPECK = re.compile(r"(?:[^\w.…]|[_ˆ])+")
"""What dirt, a seal or a signature is read as: no letter, no figure, no dots to fill in."""
_COLOURED = frozenset({"RGB", "RGBA", "P", "CMYK"})
_RED = 60
"""How much more red than green and blue, out of 255, ink of stamps has at the least."""
_STAMPED = 0.0001
"""Share of a page's points from which red ink is more than a speck."""
_HOW = (
    "cài tesseract và dữ liệu tiếng Việt (Debian: sudo apt-get install tesseract-ocr tesseract-ocr-vie; Windows: bộ "
    "cài của UB Mannheim, chọn Vietnamese), hoặc nhập từ bản Word"
)


def program() -> str | None:
    """Where tesseract is; None where it is not."""
    return shutil.which("tesseract")


def read_scan(document: pypdfium2.PdfDocument, inks: Sequence[PageInk], pages: Sequence[int]) -> Paper:
    """Recognise some pages of a PDF and read the others as they are. Raises Refusal where there is no tesseract."""
    if len(pages) > _MOST_PAGES:
        raise Refusal(
            f"bản quét có {number_text(len(pages))} trang, nhiều hơn {number_text(_MOST_PAGES)}",
            "tách riêng văn bản cần nhập",
        )
    return _paper(((page, _rendered(document, page)) for page in pages), inks)


def _rendered(document: pypdfium2.PdfDocument, index: int) -> Image.Image:
    """A page as a picture. Its size is asked first: a file of a thousand bytes can claim a page of five metres."""
    page = document[index]
    try:
        width, height = page.get_size()
        scale = _DPI / 72
        _check_size(width * scale, height * scale, f"trang {index + 1} của bản quét")
        picture: Image.Image = page.render(scale=scale).to_pil()
        return picture
    except (pypdfium2.PdfiumError, ValueError) as error:
        raise Refusal(f"trang {index + 1} của tệp PDF hỏng, không đọc được", "lấy lại tệp gốc") from error
    finally:
        page.close()


def _check_size(width: float, height: float, what: str) -> None:
    if not 0 < width * height <= _MOST_POINTS:
        raise Refusal(
            f"{what} rộng bất thường ({number_text(width)} × {number_text(height)} điểm ảnh)",
            "quét lại khổ A4, ở 200 dpi",
        )


def read_picture(data: bytes) -> Paper:
    """Recognise a photographed or scanned page. Raises Refusal where it is no picture or there is no tesseract."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            _check_size(*picture.size, "ảnh")
            picture.load()
            return _paper(iter([(0, picture.copy())]), ())
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise Refusal("tệp ảnh hỏng hoặc lớn bất thường", "quét lại ở 200 dpi") from error


def _paper(pictures: Iterator[tuple[int, Image.Image]], inks: Sequence[PageInk]) -> Paper:
    """The pages that are pictures, each with its place, among those whose letters are in the file."""
    tesseract = program()
    if tesseract is None:
        raise Refusal("máy này không có chương trình nhận dạng chữ (tesseract)", _HOW)
    unsure: list[str] = []
    pages = dict(enumerate(inks))
    seen: dict[int, PageInk] = {}
    stamped: list[int] = []
    for page, picture in pictures:
        # Read by itself before it is taken away: marks of secrecy are stamped in red.
        if (stamp := _red_ink(picture)) is not None:
            words = _lines(_run(tesseract, stamp, "11"))
            refuse_marked(" ".join(word["text"] for word in line) for line in words)
            stamped.append(page)
        seen[page] = _recognised(tesseract, picture, unsure)
        pages[page] = with_recognised(pages[page], seen[page]) if page in pages else seen[page]
    blank = [page for page, ink in seen.items() if not ink.glyphs]
    if len(blank) == len(pages):
        raise Refusal("không nhận dạng được chữ nào trong ảnh", "quét lại rõ hơn, ở 200-300 dpi, thẳng trang")
    ordered = [pages[page] for page in sorted(pages)]
    paper = read_pages(ordered, guessed=True)
    remarks = [*paper.remarks, *remarks_on(ordered, ())]
    if len(seen) < len(pages):
        remarks.append(Remark(f"chữ ở {named(list(seen))} do máy nhận dạng từ ảnh, các trang khác có sẵn chữ"))
    if blank:
        remarks.append(Remark(f"không nhận dạng được chữ nào trong hình ở {named(blank)}"))
    if unsure:
        remarks.append(Remark(f"{number_text(len(unsure))} từ nhận dạng không chắc, ví dụ: {', '.join(unsure[:8])}"))
    if stamped:
        remarks.append(Remark(f"có dấu mực đỏ ở {named(stamped)}: xem có phải dấu chỉ độ mật không"))
    return Paper(paper.blocks, paper.footnotes, tuple(remarks), is_guessed=True)


def _recognised(tesseract: str, picture: Image.Image, unsure: list[str]) -> PageInk:
    grey = _straight(_without_stamp(picture))
    scale = 72 / _DPI
    table = _run(tesseract, grey, "4")
    return PageInk(grey.width * scale, grey.height * scale, tuple(_glyphs(table, scale, unsure)), ())


def _run(tesseract: str, picture: Image.Image, layout: str) -> str:
    """What tesseract finds, as its table of words; `layout` is its page segmentation mode."""
    out = io.BytesIO()
    picture.save(out, "PNG")
    command = [tesseract, "stdin", "stdout", "-l", "vie", "--dpi", str(_DPI), "--psm", layout, "tsv"]
    try:
        done = subprocess.run(
            command,
            input=out.getvalue(),
            capture_output=True,
            timeout=_MOST_SECONDS,
            check=False,
            env={
                **os.environ,
                "OMP_THREAD_LIMIT": "1",
            },  # one thread reads faster than several that wait for each other
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise Refusal("chương trình nhận dạng chữ không chạy xong", "thử lại với ít trang hơn") from error
    if done.returncode:
        raise Refusal("chương trình nhận dạng chữ báo lỗi (có thể thiếu dữ liệu tiếng Việt)", _HOW)
    return done.stdout.decode("utf-8", "replace")


def _glyphs(table: str, scale: float, unsure: list[str]) -> Iterator[Glyph]:
    """Each word as one letter with its place: lines and columns come from places, as in any PDF."""
    lines = _lines(table)
    heights = sorted(int(word["height"]) for words in lines for word in words)
    # Boxes of words differ with their letters: one size for the page, one base for each line.
    size = max(8.0, heights[len(heights) // 2] * scale * 1.05) if heights else 12.0
    for words in lines:
        bases = sorted(int(word["top"]) + int(word["height"]) for word in words)
        base = bases[len(bases) // 2] * scale
        for word in words:
            if float(word["conf"]) < _UNSURE:
                unsure.append(word["text"].strip())
                if _SPECK.fullmatch(word["text"].strip()):
                    continue
            left, width = int(word["left"]) * scale, int(word["width"]) * scale
            text = tidy(word["text"].strip()).replace("\u2044", "/")
            yield Glyph(text, left, left + width, base, size, False, False, False)
            yield Glyph(" ", left + width, left + width + 1, base, size, False, False, False)


def _lines(table: str) -> list[list[dict[str, str]]]:
    """The words of a table by the lines they stand in."""
    lines: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row.get("level") == "5" and (row.get("text") or "").strip():
            lines.setdefault(tuple(row[key] for key in ("block_num", "par_num", "line_num")), []).append(row)
    return list(lines.values())


def _red_ink(picture: Image.Image) -> Image.Image | None:
    """What is stamped in red, black on white; None where nothing is."""
    if picture.mode not in _COLOURED:
        return None
    red, green, blue = picture.convert("RGB").split()
    ink = ImageChops.subtract(red, ImageChops.lighter(green, blue)).point(lambda excess: 0 if excess > _RED else 255)
    return ink if ink.histogram()[0] > ink.width * ink.height * _STAMPED else None


def _without_stamp(picture: Image.Image) -> Image.Image:
    """Grey, with red gone: in the red channel a stamp is as light as the paper."""
    if picture.mode in _COLOURED:
        return picture.convert("RGB").getchannel("R")
    return picture.convert("L")


def _straight(grey: Image.Image) -> Image.Image:
    """Turned so that lines run level: the angle at which lines and gaps between them differ most."""
    small = grey.resize((max(1, grey.width // 4), max(1, grey.height // 4)))
    dark = ImageChops.invert(small)

    def contrast(angle: float) -> float:
        turned = dark.rotate(angle, Image.Resampling.BILINEAR, fillcolor=0)
        profile = list(turned.resize((1, turned.height), Image.Resampling.BOX).tobytes())
        mean = sum(profile) / len(profile)
        return sum((value - mean) ** 2 for value in profile)

    best = max((step / 4 for step in range(-12, 13)), key=contrast)
    if abs(best) < 0.2:
        return grey
    return grey.rotate(best, Image.Resampling.BICUBIC, fillcolor=255)
