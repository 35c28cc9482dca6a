"""Pictures of editors on pages: sizes, captions, room kept for them, and nothing of what is not published."""

from __future__ import annotations

import io
import random
import re
import struct
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from mkdocs.exceptions import Abort
from PIL import Image

from tests.drawing.test_resized import photograph, saved
from tests.host.conftest import Builder
from tests.host.test_attachments import MKDOCS_YML, put
from trangtin.drawing.resized import MOST_PIXELS
from trangtin.views.parts.caption import caption_of, split_caption

NEWS = """\
---
title: Lễ phát động
date: 1/3/2026
image: {src: le.jpg, alt: Hội trường, caption: Thủ trưởng phát biểu, credit: "Ảnh: Ban Biên tập"}
album:
  - {src: le.jpg, alt: "Hội trường \\"A\\" <b>", caption: Toàn cảnh}
  - {src: Nhỏ.png, alt: Huy hiệu}
---

![Hàng cây](le.jpg "Cây mới trồng | Ảnh: Nguyễn Văn A")

Chữ ![nhỏ](<Nhỏ.png> "gợi ý") trong dòng, ![mũi tên](mui-ten.svg){: .rieng width="40" }.
"""
PAGE = """\
---
title: Giới thiệu
---

![Cổng trường](tin-tuc/2026/le.jpg)

{filler}

![Sân trường](tin-tuc/2026/le.jpg "Sân trường")
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><path d="M0 0h80"/></svg>'


class Tags(HTMLParser):
    """Elements in order, as (name, attributes)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, {name: value or "" for name, value in attrs}))

    def of(self, *names: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.all if name in names]


def lay(root: Path) -> Path:
    put(root, "mkdocs.yml", MKDOCS_YML)
    put(root, "site_src/tin-tuc/2026/tin.md", NEWS)
    put(root, "site_src/tin-tuc/2026/le.jpg", photograph(1600, 400))
    put(root, "site_src/tin-tuc/2026/Nhỏ.png", saved(Image.effect_noise((200, 100), 90).convert("RGB"), "PNG"))
    put(root, "site_src/tin-tuc/2026/mui-ten.svg", SVG)
    put(root, "site_src/gioi-thieu.md", PAGE.format(filler="Chữ. " * 400))
    put(
        root, "site_src/tin-tuc/2026/nhap.md", "---\ntitle: Nháp\ndate: 1/3/2026\ndraft: true\n---\n\n![kín](kin.jpg)\n"
    )
    put(root, "site_src/tin-tuc/2026/kin.jpg", photograph(800, 500))
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, session_builder: Builder) -> Path:
    return session_builder(lay(tmp_path_factory.mktemp("portal")))


def tags(site: Path, address: str) -> Tags:
    return Tags((site / address / "index.html").read_text(encoding="utf-8").partition("<main")[2])


@pytest.mark.parametrize("address", ["tin-tuc/2026/tin/", "gioi-thieu/", "tin-tuc/", ""])
def test_every_file_that_a_browser_may_choose_is_there_and_as_wide_as_told(site: Path, address: str) -> None:
    found = 0
    for source in tags(site, address).of("source"):
        for candidate in source["srcset"].split(","):
            place, _, width = candidate.partition(" ")
            with Image.open(site / address / unquote(place)) as picture:
                assert f"image/{(picture.format or '').lower()}" == source["type"]
                assert width in ("", f"{picture.width}w")
            assert ("sizes" in source) == bool(width)
            found += 1
    assert found
    for image in tags(site, address).of("img"):
        assert (site / address / unquote(image["src"])).is_file()
        assert int(image["width"])
        assert int(image["height"])


def test_captions_and_texts_stand_as_typed(site: Path) -> None:
    html = (site / "tin-tuc/2026/tin/index.html").read_text(encoding="utf-8")
    captions = re.findall(r"<figcaption>(.*?)</figcaption>", html)
    assert captions == [
        "Thủ trưởng phát biểu. Ảnh: Ban Biên tập",
        "Cây mới trồng. Ảnh: Nguyễn Văn A",
        "Toàn cảnh",
        "Ảnh 1/2: Toàn cảnh",
        "Ảnh 2/2",
    ]
    images = tags(site, "tin-tuc/2026/tin/").of("img")
    alts = [
        "Hội trường",
        "Hàng cây",
        "nhỏ",
        "mũi tên",
        'Hội trường "A" <b>',
        "Huy hiệu",
        'Hội trường "A" <b>',
        "Huy hiệu",
    ]
    assert [each["alt"] for each in images] == alts
    assert [each.get("title") for each in images[:4]] == [None, None, "gợi ý", None]
    assert (images[3]["class"], images[3]["width"], images[3]["height"]) == ("rieng", "40", "20")


def test_the_first_picture_does_not_wait_and_the_others_do(site: Path) -> None:
    for address, lazy in (("tin-tuc/2026/tin/", 7), ("gioi-thieu/", 1), ("tin-tuc/", 0)):
        first, *others = tags(site, address).of("img")
        assert first["fetchpriority"] == "high"
        assert "loading" not in first
        assert [each["loading"] for each in others] == ["lazy"] * lazy
    assert [each["loading"] for each in tags(site, "").of("img")] == ["lazy"]


def test_an_album_leads_to_each_picture_and_back(site: Path) -> None:
    page = tags(site, "tin-tuc/2026/tin/")
    ids = {attributes["id"] for _, attributes in page.all if "id" in attributes}
    links = [each["href"] for each in page.of("a") if "muc-anh" in each["href"]]
    assert links == [f"#muc-anh-{n}" for n in ("1", "2", "2", "nho-1", "1", "nho-2")]
    assert {link[1:] for link in links} <= ids
    assert "le.jpg" in " ".join(each["href"] for each in page.of("a"))


def test_the_original_stays_at_its_address_and_stands_for_the_page_elsewhere(site: Path) -> None:
    html = (site / "tin-tuc/2026/tin/index.html").read_text(encoding="utf-8")
    assert '<meta property="og:image" content="https://thu.example/tin-tuc/2026/le.jpg">' in html
    with Image.open(site / "tin-tuc/2026/le.jpg") as picture:
        assert picture.size == (1600, 400)


def test_nothing_of_a_draft_goes_out_in_any_size(site: Path) -> None:
    assert [file.name for file in site.rglob("*") if file.name.startswith("kin")] == []


def test_built_anew_or_from_what_is_kept_in_one_process_or_many_the_site_is_the_same(
    tmp_path: Path, session_builder: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lay(tmp_path / "portal")
    for n in range(7):  # enough for a second process
        put(root, f"site_src/tin-tuc/2026/anh-{n}.jpg", photograph(600 + n, 400))
    album = "".join(f"- {{src: anh-{n}.jpg, alt: Ảnh {n}}}\n" for n in range(7))
    put(root, "site_src/tin-tuc/2026/nhieu.md", f"---\ntitle: Nhiều\ndate: 2/3/2026\nalbum:\n{album}---\n\nChữ.\n")
    built = []
    for processes in ("4", "4", "1"):
        monkeypatch.setenv("TRANGTIN_PROCESSES", processes)
        site = session_builder(root)
        built.append({file.relative_to(site): file.read_bytes() for file in site.rglob("*") if file.is_file()})
        if len(built) == 2:
            for file in (root / ".cache").rglob("*.*"):
                file.unlink(missing_ok=True)
    for other in built[1:]:
        assert {name for name in built[0] if built[0][name] != other.get(name)} <= {Path("sitemap.xml.gz")}
        assert built[0].keys() == other.keys()


def test_a_replaced_picture_has_new_addresses(tmp_path: Path, session_builder: Builder) -> None:
    root = lay(tmp_path / "portal")
    one = session_builder(root)
    put(root, "site_src/tin-tuc/2026/le.jpg", photograph(1500, 900))
    two = session_builder(root)
    names = [{file.name for file in (site / "tin-tuc/2026").glob("le.*.*")} for site in (one, two)]
    assert names[0]
    assert not names[0] & names[1]
    assert 'width="1500"' in (two / "tin-tuc/2026/tin/index.html").read_text(encoding="utf-8")


def broken() -> bytes:
    """A picture whose structure is right, and half of whose pixels are missing."""
    pixels = Image.frombytes("RGB", (200, 150), random.Random(1).randbytes(200 * 150 * 3))
    data = saved(pixels, "WEBP", lossless=True)[20:40_020]
    return b"RIFF" + struct.pack("<I", len(data) + 12) + b"WEBPVP8L" + struct.pack("<I", len(data)) + data


def huge() -> bytes:
    return saved(Image.new("1", (MOST_PIXELS // 8000 + 1, 8000)), "WEBP")


@pytest.mark.parametrize(
    ("draw", "told"),
    [(broken, "TT506 ảnh 'le.webp' hỏng"), (huge, "TT519 ảnh 'le.webp' có 8.001 × 8.000")],
    ids=["broken", "huge"],
)
def test_a_picture_that_cannot_be_shown_is_told_where_it_is_named(
    draw: Callable[[], bytes], told: str, tmp_path: Path, session_builder: Builder, caplog: pytest.LogCaptureFixture
) -> None:
    put(tmp_path, "mkdocs.yml", MKDOCS_YML)
    put(tmp_path, "site_src/tin-tuc/2026/le.webp", draw())
    put(tmp_path, "site_src/tin-tuc/2026/tin.md", "---\ntitle: Lễ\ndate: 1/3/2026\n---\n\n![Lễ](le.webp)\n")
    with pytest.raises((Abort, SystemExit)) as stopped:
        session_builder(tmp_path)
    assert f"site_src/tin-tuc/2026/tin.md:6: {told}" in f"{stopped.value}{caplog.text}"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Lễ phát động", "Lễ phát động"),
        ("Lễ phát động | Ảnh: A", "Lễ phát động. Ảnh: A"),
        ("Ai đây? | Ảnh: A", "Ai đây? Ảnh: A"),
        ("| Ảnh: A", "Ảnh: A"),
        ("Chữ |", "Chữ"),
        ("a | b | c", "a | b. c"),
        ("|", ""),
    ],
)
def test_a_caption_and_who_made_the_picture(typed: str, shown: str) -> None:
    assert caption_of(*split_caption(typed)) == shown


def test_sizes_carry_nothing_of_the_camera(tmp_path: Path, session_builder: Builder) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Nguyen Van A"
    root = lay(tmp_path / "portal")
    put(root, "site_src/tin-tuc/2026/le.jpg", photograph(1600, 400, exif=exif))
    site = session_builder(root)
    for file in (site / "tin-tuc/2026").glob("le.*"):
        assert b"Nguyen Van A" not in file.read_bytes()
        with Image.open(io.BytesIO(file.read_bytes())) as picture:
            assert not picture.getexif()
