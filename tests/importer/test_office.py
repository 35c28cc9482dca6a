"""Old Word files through LibreOffice and scans through tesseract, both the real ones."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pypdfium2
import pytest

from tests.importer.layouts import plan
from tests.importer.score import Score, judge, pdf_of
from tools.system_parts import OCR, OFFICE
from trangtin.importer.draft import make_draft
from trangtin.importer.reading import read_paper
from trangtin.importer.refusal import Refusal
from trangtin.importer.surroundings import Surroundings

pytestmark = pytest.mark.office


@pytest.mark.parametrize("ending", ["doc", "rtf"])
def test_old_word_files(tmp_path: Path, ending: str) -> None:
    paper = plan(7)
    (tmp_path / "a.docx").write_bytes(paper.word.data())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    words = [OFFICE.require(), profile, "--headless", "--convert-to", ending, "--outdir", str(tmp_path)]
    subprocess.run([*words, str(tmp_path / "a.docx")], capture_output=True, check=True, timeout=300)
    name = f"a.{ending}"
    score = Score()
    draft = make_draft(read_paper((tmp_path / name).read_bytes(), name), name, Surroundings())
    judge(score, ending, draft, paper.truth)
    assert not score.silent
    assert not score.leaks
    assert score.of_fields >= 0.92
    assert score.of_units >= 0.95


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)),
        ("a.odt", b"x"),
        ("a.doc", b"x"),
        ("a.rtf", b"x y z"),
    ],
    ids=["zeros", "letter in odt", "letter in doc", "text in rtf"],
)
def test_what_holds_no_words_is_refused(name: str, data: bytes) -> None:
    OFFICE.require()
    with pytest.raises(Refusal, match=r"hỏng|LibreOffice không đọc"):
        read_paper(data, name)


def test_a_scan_is_read_and_everything_in_it_is_to_be_confirmed() -> None:
    OFFICE.require()
    OCR.require()
    paper = plan(7)
    printed = pypdfium2.PdfDocument(pdf_of({"a": paper.word.data()})["a"])
    first, *others = [page.render(scale=200 / 72).to_pil() for page in printed]
    scan = io.BytesIO()
    first.save(scan, "PDF", save_all=True, append_images=others, resolution=200)
    draft = make_draft(read_paper(scan.getvalue(), "quet.pdf", ocr=True), "quet.pdf", Surroundings())
    score = Score()
    judge(score, "scan", draft, paper.truth)
    assert not score.silent
    assert score.of_units >= 0.5
    assert len(draft.review) >= 5
