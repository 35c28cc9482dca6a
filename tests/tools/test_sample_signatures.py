"""The signed samples: what the repository holds, and what the program makes of new papers."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from cryptography import x509

from tools.paper_fonts import use_fonts
from tools.sample_pdfs import Paper, papers
from tools.sample_pki import WORTHLESS
from tools.sample_signatures import WITHOUT_TIMESTAMP
from trangtin.content.document import AttachedFile
from trangtin.content.values.vocabulary import FileRole
from trangtin.signing.reading import read_file_report
from trangtin.signing.report import FileReport
from trangtin.signing.validation.trust import read_trust
from trangtin.signing.validation.verdict import FileState, Identity, Revocation, TimeSource

REPOSITORY = Path(__file__).parents[2]
MAXIMUM = 200_000


@cache
def report_of(path: Path, root: Path = REPOSITORY) -> FileReport:
    return read_file_report(path.read_bytes(), read_trust(root / "trust"))


def declared() -> list[tuple[Path, AttachedFile, Paper]]:
    return [(paper.path.parent / file.path, file, paper) for paper in papers(REPOSITORY) for file in paper.head.files]


SIGNED = [pytest.param(*each, id=each[0].name) for each in declared() if each[1].signers]
UNSIGNED = [pytest.param(path, id=path.name) for path, file, _ in declared() if not file.signers]


@pytest.mark.parametrize(("path", "file", "paper"), SIGNED)
def test_a_signed_sample_is_proven_as_its_document_says(path: Path, file: AttachedFile, paper: Paper) -> None:
    report = report_of(path)

    assert report.state is FileState.INTACT
    assert len(report.signatures) == file.signers
    assert file.role in {FileRole.SIGNED, FileRole.ANNEX}
    assert file.sha256 in {None, report.sha256}
    for mark in report.signatures:
        assert (mark.identity, mark.revocation) == (Identity.TRUSTED, Revocation.CHECKED)
        assert mark.unit == WORTHLESS
        claimed = path.name in WITHOUT_TIMESTAMP
        assert mark.time_source is (TimeSource.CLAIMED if claimed else TimeSource.TIMESTAMP)
        assert mark.is_valid is not claimed
    names = [f"{paper.issuer} (thử nghiệm)"]
    if file.role is FileRole.SIGNED:
        assert paper.head.signer is not None
        names = [f"{paper.head.signer.name} (thử nghiệm)", *names][: len(report.signatures)]
    assert [mark.signer for mark in report.signatures] == names
    assert report.leaks == () and report.size <= MAXIMUM


def test_the_samples_show_every_case() -> None:
    reports = [report_of(path) for path, _, _ in declared()]

    assert {len(report.signatures) for report in reports} == {0, 1, 2}
    assert {file.role for _, file, _ in declared()} == set(FileRole)
    assert any(file.sha256 for _, file, _ in declared())


@pytest.mark.parametrize("path", UNSIGNED)
def test_other_samples_are_not_signed(path: Path) -> None:
    assert report_of(path).state is FileState.UNSIGNED


def test_only_public_things_that_say_what_they_are_lie_in_trust() -> None:
    files = [file for file in (REPOSITORY / "trust").rglob("*") if file.is_file()]
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}

    assert not [name for name, text in texts.items() if "PRIVATE" in text]
    for name, text in texts.items():
        for block in re.findall(r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----\n", text, re.DOTALL):
            certificate = x509.load_pem_x509_certificate(block.encode())
            assert "thử nghiệm" in certificate.subject.rfc4514_string(), name
            assert WORTHLESS.replace(",", "\\,") in certificate.subject.rfc4514_string(), name


CONFIG = """\
plugins:
  - trangtin:
      unit: {name: Trường Chính trị tỉnh Mẫu, parent: Tỉnh ủy Mẫu}
"""
PAPER = """\
---
type: KH
number: 12/KH-TCT
date: 2021-04-20
place: Mẫu
issuer: Trường Chính trị tỉnh Mẫu
title: Thi đua
level: don-vi
signer:
  position: HIỆU TRƯỞNG
  name: Nguyễn Văn A
files:
  - path: 12.pdf
    role: ban-ky-so
    signers: 2
    sha256: {zeros}
---
Trường phát động thi đua.

Hiệu trưởng Nguyễn Văn A chỉ đạo chung./.
"""


def run(module: str, root: Path) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", f"tools.{module}", "--root", str(root)]
    return subprocess.run(words, cwd=REPOSITORY, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.slow
def test_a_paper_is_signed_once_and_trusted_by_the_new_folder_alone(tmp_path: Path) -> None:
    if use_fonts(None) is not None:
        pytest.skip("papers are drawn with a font of the machine")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    document = tmp_path / "plans/2021/12.md"
    document.parent.mkdir(parents=True)
    document.write_text(PAPER.format(zeros="0" * 64), encoding="utf-8")
    assert run("sample_pdfs", tmp_path).returncode == 0

    signing = run("sample_signatures", tmp_path)

    assert (signing.returncode, signing.stderr) == (0, "")
    signed = document.with_suffix(".pdf")
    report = report_of(signed, tmp_path)
    assert [mark.is_valid for mark in report.signatures] == [True, True]
    assert f"sha256: {report.sha256}" in document.read_text(encoding="utf-8")
    assert {mark.identity for mark in report_of(signed, REPOSITORY).signatures} == {Identity.UNKNOWN}

    again = run("sample_signatures", tmp_path)

    assert again.returncode == 2 and "đã ký" in again.stderr and "Traceback" not in again.stderr
    assert read_file_report(signed.read_bytes(), read_trust(tmp_path / "trust")) == report
