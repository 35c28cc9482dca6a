"""Files of nothing but text are read, in the ways in which programs save them; nothing else is taken for text."""

from __future__ import annotations

import codecs

import pytest

from trangtin.signing.reading import read_file_report
from trangtin.signing.validation.trust import TrustStore

TEXT = "KẾ HOẠCH\nMẬT\nNguyễn Văn A, 0912 345 678\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), (TEXT,)),
        (TEXT.encode("utf-8-sig"), (TEXT,)),
        (TEXT.encode("utf-16"), (TEXT,)),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), (TEXT,)),
        (b"", ()),
        (b"PK\x03\x04" + b"\0" * 40, ()),
        (b"\xff\xfe\x00", ()),
        (bytes(range(256)), ()),
    ],
)
def test_the_text_of_a_plain_file(data: bytes, text: tuple[str, ...]) -> None:
    assert read_file_report(data, TrustStore()).text == text
