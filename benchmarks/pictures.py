"""What sizes of pictures cost and spare: `python -m benchmarks.pictures`.

Invented photographs, the same every time: soft shapes with the noise of a sensor. Seconds are of one processor. The
last lines are what a reader of one picture in a column of text is sent, by the sharpness of a 360 pixels wide screen.
"""

from __future__ import annotations

import argparse
import io
import random
import tempfile
import time
from pathlib import Path

from PIL import Image, ImageFilter

from trangtin.drawing.resized import WIDTHS, sizes_of
from trangtin.drawing.resized_store import sizes_of_files
from trangtin.signing.manifest import sha256_of

_SHOWN = 0.92 * 360
"""Pixels of a picture on such a screen (`Fit.COLUMN`)."""


def photograph(seed: int, width: int, height: int) -> bytes:
    """A JPEG as a camera writes it."""
    chance = random.Random(seed)
    coarse = Image.frombytes("RGB", (48, 32), chance.randbytes(48 * 32 * 3)).filter(ImageFilter.GaussianBlur(1))
    grain = Image.frombytes("L", (400, 300), chance.randbytes(400 * 300)).resize((width, height))
    picture = Image.blend(coarse.resize((width, height), Image.Resampling.BICUBIC), grain.convert("RGB"), 0.06)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=90)
    return out.getvalue()


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--pictures", type=int, default=8)
    words.add_argument("--width", type=int, default=4000)
    words.add_argument("--height", type=int, default=3000)
    options = words.parse_args()
    data = [photograph(seed, options.width, options.height) for seed in range(options.pictures)]
    started = time.process_time()
    made = [sizes_of(each) for each in data]
    spent = (time.process_time() - started) / len(data)
    original = sum(map(len, data)) / len(data)
    print(f"{options.width} x {options.height}, {original / 1000:.0f} kB: {spent:.2f} s a picture")
    with tempfile.TemporaryDirectory(prefix="trangtin-bench-") as place:
        files = {}
        for number, each in enumerate(data):
            file = Path(place, f"{number}.jpg")
            file.write_bytes(each)
            files[file] = sha256_of(file)
        sizes_of_files(files, Path(place, "kept"))
        started = time.perf_counter()
        sizes_of_files(files, Path(place, "kept"))
        print(f"once kept: {(time.perf_counter() - started) / len(data) * 1000:.2f} ms a picture")
    for sharpness in (1, 2, 3):
        width = next((width for width in WIDTHS if width >= _SHOWN * sharpness), WIDTHS[-1])
        for name in ("avif", "webp"):
            sent = [len(e.data) for sizes in made for e in sizes.made if (e.format, e.width) == (name, width)]
            if sent:
                print(f"screen x{sharpness}: {width} px {name} {sum(sent) / len(sent) / 1000:.1f} kB")


if __name__ == "__main__":
    main()
