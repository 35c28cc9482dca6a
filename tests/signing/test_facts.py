"""What the bytes of a file are: size, hash, pages. Never a fall over what they hold."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from trangtin.signing.facts import FileFacts, read_facts


def pdf(pages: int, password: str | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password) if password else None)
    for number in range(pages):
        canvas.drawString(72, 720, f"Trang {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def facts_of(folder: Path, data: bytes, name: str = "12-kh-tct.pdf") -> FileFacts:
    file = folder / name
    file.write_bytes(data)
    return read_facts(file)


@pytest.mark.parametrize("pages", [1, 3, 12])
def test_a_pdf(tmp_path: Path, pages: int) -> None:
    data = pdf(pages)
    assert facts_of(tmp_path, data) == FileFacts(len(data), hashlib.sha256(data).hexdigest(), pages, True)


def test_reading_changes_no_byte(tmp_path: Path) -> None:
    data = pdf(2)
    facts_of(tmp_path, data)
    assert (tmp_path / "12-kh-tct.pdf").read_bytes() == data


@pytest.mark.parametrize(
    ("data", "is_pdf"),
    [
        (b"", False),
        (b"PK\x03\x04, m\xe1\xbb\x99t t\xe1\xbb\x87p Word", False),
        (b"\x89PNG\r\n\x1a\n", False),
        (b"%PDF-1.7\n", True),
        (b"%PDF-1.7\n" + b"\0" * 500, True),
    ],
)
def test_what_is_no_readable_pdf_has_no_pages(tmp_path: Path, data: bytes, is_pdf: bool) -> None:
    assert facts_of(tmp_path, data) == FileFacts(len(data), hashlib.sha256(data).hexdigest(), None, is_pdf)


def test_a_pdf_behind_a_password_is_offered_without_a_page_count(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, pdf(2, "bi-mat"))
    assert (facts.pages, facts.is_pdf) == (None, True)


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9])
def test_a_truncated_pdf_is_no_fall(tmp_path: Path, kept: float) -> None:
    data = pdf(3)
    facts = facts_of(tmp_path, data[: int(len(data) * kept)])
    assert facts.is_pdf
    assert facts.pages is None or facts.pages <= 3


@given(st.binary(max_size=300), st.integers(min_value=0, max_value=1000))
@settings(max_examples=50, deadline=None)
def test_any_bytes_in_a_pdf(tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int) -> None:
    data = pdf(1)
    at = min(at, len(data))
    facts = facts_of(tmp_path_factory.getbasetemp(), data[:at] + noise + data[at + len(noise) :])
    assert facts.size >= len(data)


def test_a_missing_file_is_the_callers_fault(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_facts(tmp_path / "khong-co.pdf")
