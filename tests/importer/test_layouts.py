"""Generated papers in sixteen layouts: fields, paragraphs, and nothing hidden; as .docx, and as PDF where possible."""

from __future__ import annotations

import pytest

from tests.importer.score import LAYOUTS, Score, judge, pdf_of
from tools.system_parts import OFFICE
from trangtin.importer.draft import make_draft
from trangtin.importer.reading import read_paper
from trangtin.importer.surroundings import Surroundings

SEEDS = (101, 102)


def scored(name: str, files: dict[int, bytes], suffix: str) -> Score:
    score = Score()
    for seed, data in files.items():
        draft = make_draft(read_paper(data, f"tep{suffix}"), f"tep{suffix}", Surroundings())
        judge(score, f"{name}-{seed}", draft, LAYOUTS[name](seed).truth)
    return score


@pytest.mark.parametrize("name", LAYOUTS)
def test_docx(name: str) -> None:
    score = scored(name, {seed: LAYOUTS[name](seed).word.data() for seed in SEEDS}, ".docx")
    assert not score.leaks
    assert not score.wrong
    assert not score.missed


@pytest.mark.office
@pytest.mark.parametrize("name", LAYOUTS)
def test_pdf(name: str) -> None:
    OFFICE.require()
    files = pdf_of({str(seed): LAYOUTS[name](seed).word.data() for seed in SEEDS})
    score = scored(name, {seed: files[str(seed)] for seed in SEEDS}, ".pdf")
    assert not score.leaks
    assert not score.silent
    assert score.of_fields >= 0.88
    assert score.of_units >= 0.95
