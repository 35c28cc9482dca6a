"""Compressed copies: the same bytes every time, whole, and only where they are worth it."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trangtin.compressed import (
    ENDINGS,
    Packing,
    copy_of,
    is_worth_it,
    original_of,
    unpacked_sha256,
    write_copies,
    write_missing_copies,
)
from trangtin.signing.manifest import sha256_of


@pytest.mark.parametrize("packing", Packing, ids=lambda packing: packing.value)
def test_a_copy_says_the_same_and_is_the_same_every_time(packing: Packing, tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.html" for n in range(70)]  # enough for a second process
    for file in files:
        file.write_text(f"{file.name} chữ " * 300, encoding="utf-8")
    write_copies({copy_of(file, packing): file for file in files}, packing)
    first = [copy_of(file, packing).read_bytes() for file in files]
    assert [unpacked_sha256(copy_of(file, packing)) for file in files] == [sha256_of(file) for file in files]
    write_copies({copy_of(file, packing): file for file in files[::-1]}, packing)
    assert [copy_of(file, packing).read_bytes() for file in files] == first


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html.gz", b"\x1f\x8bhong"),
        ("a.html.br", b"hong"),
        ("a.html.gz", gzip.compress(b"chu" * 900, mtime=0)[:-9]),
        ("a.html.br", brotli.compress(bytes(range(256)) * 90)[:-5]),
        ("a.html.br", b""),
    ],
)
def test_what_does_not_unpack_has_no_hash(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert unpacked_sha256(tmp_path / name) is None


@pytest.mark.parametrize("pack", [gzip.compress, brotli.compress], ids=["gz", "br"])
def test_much_in_little_is_read_piece_by_piece(pack: object, tmp_path: Path) -> None:
    assert callable(pack)
    packed = tmp_path / ("a.html.gz" if pack is gzip.compress else "a.html.br")
    packed.write_bytes(pack(bytes(4_000_000)))
    (tmp_path / "plain").write_bytes(bytes(4_000_000))
    assert unpacked_sha256(packed) == sha256_of(tmp_path / "plain")


@pytest.mark.parametrize(
    ("path", "size", "expected"),
    [("a/index.html", 1000, True), ("a/index.html", 999, False), ("a.pdf", 9999, False), ("a.webp", 9999, False)],
)
def test_what_is_worth_it(path: str, size: int, expected: bool) -> None:
    assert is_worth_it(path, size) is expected


@given(st.text(alphabet="ab./", min_size=1), st.sampled_from(ENDINGS))
def test_every_copy_has_its_original(path: str, ending: str) -> None:
    name = f"{path}x"
    assert original_of(name + ending) == name
    assert original_of(name) == name


def test_a_file_of_the_site_is_no_copy_and_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "sitemap.xml").write_text("x" * 2000, encoding="utf-8")
    (tmp_path / "sitemap.xml.gz").write_text("own", encoding="utf-8")
    write_missing_copies(tmp_path, ("sitemap.xml", "sitemap.xml.gz"))
    assert (tmp_path / "sitemap.xml.gz").read_text(encoding="utf-8") == "own"
    assert (tmp_path / "sitemap.xml.br").is_file()
