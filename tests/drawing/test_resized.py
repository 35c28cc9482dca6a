"""Pictures made smaller: what is offered, what is left as it is, and that nothing of the camera goes along."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms, ImageStat

from trangtin.drawing.resized import MOST_PIXELS, WIDTHS, Sizes, sizes_of, widths_for
from trangtin.signing.inside.images import read_image


def photograph(width: int = 1600, height: int = 200, ending: str = "JPEG", **options: object) -> bytes:
    """Soft shapes with a little noise, as photographs have them."""
    noise = Image.effect_noise((width, height), 24)
    light = Image.radial_gradient("L").resize((width, height))
    return saved(Image.merge("RGB", (light, Image.blend(light, noise, 0.2), noise)), ending, **options)


def saved(picture: Image.Image, ending: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, ending, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("width", "expected"),
    [(100, (100,)), (360, (360,)), (390, (390,)), (401, (360, 401)), (1000, (360, 720, 1000)), (5000, WIDTHS)],
)
def test_widths_never_exceed_the_original(width: int, expected: tuple[int, ...]) -> None:
    assert widths_for(width) == expected


@pytest.mark.parametrize("ending", ["JPEG", "PNG", "WEBP"])
def test_each_size_is_a_smaller_file_of_that_width_and_nothing_else(ending: str) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Nguyễn Văn A"
    exif.get_ifd(0x8825)[1] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = photograph(ending=ending, exif=exif, icc_profile=profile)
    sizes = sizes_of(data)
    assert (sizes.width, sizes.height) == (1600, 200)
    assert [(each.format, each.width) for each in sizes.made if each.format == "webp"] == [("webp", w) for w in WIDTHS]
    assert sizes.fallback is not None
    assert sizes.fallback.format == ending.lower()
    for each in (*sizes.made, sizes.fallback):
        assert len(each.data) < len(data)
        with Image.open(io.BytesIO(each.data)) as picture:
            assert picture.format == each.format.upper()
            assert picture.size == (each.width, round(each.width * 200 / 1600))
            assert not picture.getexif()
            assert not {"exif", "icc_profile", "xmp"} & {name for name, value in picture.info.items() if value}
    assert sizes_of(data) == sizes


def test_a_picture_of_a_camera_held_upright_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    sizes = sizes_of(photograph(exif=exif))
    assert (sizes.width, sizes.height) == (200, 1600)
    for each in sizes.made:
        with Image.open(io.BytesIO(each.data)) as picture:
            assert picture.height > picture.width


def test_a_picture_with_more_behind_it_is_shown_as_the_first() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    first = Image.linear_gradient("L").convert("RGB").resize((1600, 400))
    both = saved(first, "MPO", save_all=True, append_images=[Image.new("RGB", (1600, 400))], exif=exif)
    sizes = sizes_of(both)
    assert (sizes.width, sizes.height) == (400, 1600)
    assert sizes.made
    for each in sizes.made:
        with Image.open(io.BytesIO(each.data)) as picture:
            assert picture.height > picture.width
            assert ImageStat.Stat(picture.convert("L")).mean[0] > 60  # those behind it are black


def test_colours_of_print_and_shades_are_turned_into_those_of_screens() -> None:
    for mode in ("CMYK", "L"):
        sizes = sizes_of(saved(Image.effect_noise((500, 300), 90).convert(mode), "JPEG"))
        assert sizes.made
        with Image.open(io.BytesIO(sizes.made[0].data)) as picture:
            assert picture.mode == "RGB"


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    shades = Image.linear_gradient("L").resize((500, 300))
    deep = shades.convert("I").point(lambda shade: shade * 257).convert("I;16")
    sizes = sizes_of(saved(deep, "PNG"))
    assert sizes.made
    for each in sizes.made:
        with Image.open(io.BytesIO(each.data)) as made:
            drawn, wanted = made.convert("L"), shades.resize(made.size)
            assert ImageStat.Stat(ImageChops.difference(drawn, wanted)).mean[0] < 4


def test_glass_stays_glass() -> None:
    picture = Image.effect_noise((500, 300), 90).convert("RGBA")
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    sizes = sizes_of(saved(picture, "PNG"))
    assert sizes.made
    for each in sizes.made:
        with Image.open(io.BytesIO(each.data)) as made:
            assert made.mode == "RGBA"


def test_a_drawing_in_few_colours_keeps_every_pixel_where_it_is_not_made_smaller() -> None:
    drawing = Image.new("RGB", (300, 200), "white")
    drawing.paste("red", (20, 20, 180, 100))
    data = saved(drawing, "PNG", compress_level=0)
    (only,) = sizes_of(data).made
    with Image.open(io.BytesIO(only.data)) as made:
        assert (only.format, only.width) == ("webp", 300)
        assert made.convert("RGB").tobytes() == drawing.tobytes()


def test_moving_pictures_and_what_would_only_grow_are_left_as_they_are() -> None:
    frames = [Image.new("L", (400, 300), shade) for shade in (0, 90)]
    moving = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert sizes_of(moving) == Sizes(400, 300)
    tiny = saved(Image.new("RGB", (300, 200), "red"), "PNG", optimize=True)
    assert all(len(each.data) < len(tiny) for each in sizes_of(tiny).made)
    assert sizes_of(tiny).fallback is None


@pytest.mark.parametrize("data", [photograph()[:30_000], b"", b"\x89PNG\r\n\x1a\n", b"GIF89a"])
def test_what_cannot_be_read_to_its_end_is_told(data: bytes) -> None:
    assert sizes_of(data) == Sizes(is_broken=True)


SEEDS = [photograph(60, 40, ending) for ending in ("JPEG", "MPO", "PNG", "WEBP", "AVIF", "GIF", "TIFF")]
SEEDS += [saved(Image.new("I;16", (9, 9)), "PNG"), saved(Image.new("RGB", (9, 9)), "DDS")]


@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=6),
    st.integers(0, 2000),
)
@settings(max_examples=150, deadline=None)
def test_no_damage_is_a_fall(seed: bytes, changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(seed)
    for at, value in changes:
        data[at % len(data)] = value
    damaged = bytes(data[: len(data) - cut])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of Pillow, about odd parts
        assert sizes_of(damaged).width >= 0
        assert read_image(damaged).width >= 0


def test_what_would_fill_the_memory_is_not_opened() -> None:
    bomb = saved(Image.new("1", (MOST_PIXELS // 8000 + 1, 8000)), "PNG")
    sizes = sizes_of(bomb)
    assert sizes.is_huge
    assert sizes.made == ()


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('viewBox="0 0 960 540"', (960, 540)),
        ('viewBox="0,0,12.4,8"', (12, 8)),
        ('width="300px" height="200"', (300, 200)),
        ('width="100%" height="50%"', (0, 0)),
        ('viewBox="0 0 0 0"', (0, 0)),
        ('viewBox="0 0 1e999 10"', (0, 0)),
        ('width="1e400" height="200"', (0, 0)),
        ('width="1e300" height="200"', (0, 0)),
        ('width="nan" height="200"', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_measures_of_drawings(head: str, expected: tuple[int, int]) -> None:
    svg = f'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" {head}><path d="M0 0"/></svg>'
    sizes = sizes_of(svg.encode())
    assert (sizes.width, sizes.height) == expected
    assert sizes.made == ()


def test_the_pictures_of_the_sample_are_those_that_its_program_draws() -> None:
    from tools.sample_pictures import FOLDER, PICTURES

    assert {file.stem for file in FOLDER.iterdir()} == set(PICTURES)
    assert sum(file.stat().st_size for file in Path(FOLDER).iterdir()) < 200_000
